import { diagnose } from '../../model/diagnose.js';
import { addTo } from '../../model/grouping.js';
import type { Registry, Unit } from '../../model/registry.js';
import { failed, type Result } from '../../model/result.js';
import { unzip } from '../../read/index.js';
import { isAside, type RegistryColumn, WHOLE_ROW } from '../../words/registry-words.js';
import { normalizeName } from '../../words/width.js';
import { openWorkbook } from '../../workbook/open.js';
import { textsOf } from '../../workbook/texts.js';
import { sharedNames } from '../lexicon.js';
import { isTicked, type RegistryCell, RegistryFaults, type TextGrid, whole } from './cells.js';
import { headingIn, type RegistryHeading } from './heading.js';
import { keptIn, NOTHING_KEPT, type RegistryKept } from './kept.js';
import { othersIn } from './others.js';
import { isMember, type UnitRow, unitOf } from './unit-rows.js';

/**
 * Reads a registry that a district keeps as a workbook: a row a unit, a column a group, a tick where the unit is a
 * member.
 *
 * @returns the registry, with a warning for each group whose ticks do not count yet and each column that is none of a
 *   registry; or `registry-cell`, `name-shared`, `file-broken`
 */
export async function registryFromXlsx(bytes: Uint8Array, file: string): Promise<Result<Registry>> {
  const { value: grids, diagnostics } = await gridsIn(bytes, file);
  if (!grids) return failed(...diagnostics);
  const faults = new RegistryFaults();
  const found = grids.flatMap((grid) => {
    const heading = headingIn(grid, faults);
    return heading ? [{ grid, heading }] : [];
  })[0];
  if (!found) return failed(diagnose('registry-cell', { detail: '没有找到有“单位”一列的表头' }, file));
  const registry = registryIn(grids, found.grid, found.heading, file, faults);
  return faults.wrong.length > 0 ? failed(...faults.wrong) : { value: registry, diagnostics: faults.told };
}

/** What such a workbook holds besides the registry; nothing where it cannot be read. */
export async function keptInXlsx(bytes: Uint8Array, file: string): Promise<RegistryKept> {
  const { value: grids } = await gridsIn(bytes, file);
  return grids ? keptIn(grids) : NOTHING_KEPT;
}

async function gridsIn(bytes: Uint8Array, file: string): Promise<Result<TextGrid[]>> {
  const { value: parts, diagnostics } = await unzip(bytes, file);
  if (!parts) return failed(...diagnostics);
  const { value: workbook, diagnostics: told } = await openWorkbook(parts, file);
  if (!workbook) return failed(...told);
  return { value: workbook.worksheets.map((sheet) => textsOf(file, sheet)), diagnostics: [] };
}

function registryIn(
  grids: readonly TextGrid[],
  grid: TextGrid,
  heading: RegistryHeading,
  file: string,
  faults: RegistryFaults,
): Registry {
  const { groups } = heading;
  const { byName, wholeRow } = rowsUnder(grid, heading, faults);
  const units: Unit[] = [];
  const members = new Map(groups.map(({ name }) => [name, [] as string[]]));
  for (const rows of byName.values()) {
    const [{ name }] = rows as [UnitRow];
    for (const { first } of rows.slice(1))
      faults.told.push(diagnose('registry-repeated', { name }, first.at));
    const ticked = groups.filter((group) => isMember(rows, group, faults));
    for (const group of ticked) members.get(group.name)?.push(name);
    const { unit, isSaid } = unitOf(name, rows, faults);
    // Whose row has ticks and nothing else is a member that may be known from elsewhere.
    if (isSaid || ticked.length === 0) units.push(unit);
  }
  const others = othersIn(grids, file, faults);
  const registry: Registry = {
    ...others.registry,
    units,
    groups: groups.map(({ name, column, at }) => {
      const isWhole = wholeRow === undefined || isTicked(wholeRow[column], faults);
      const found = members.get(name) ?? [];
      if (!isWhole && found.length > 0)
        faults.told.push(diagnose('registry-open', { group: name, count: found.length }, at));
      const isKnown = wholeRow === undefined ? found.length > 0 : isWhole;
      const source = others.sources.get(name);
      return { name, members: isKnown ? found : null, ...(source !== undefined && { source }) };
    }),
  };
  for (const shared of sharedNames(registry)) {
    const at = byName.get(normalizeName(shared.units[1]))?.[0]?.first.at;
    faults.wrong.push(diagnose('name-shared', shared, at));
  }
  return registry;
}

/** The rows of units by their names, and the row that says which groups have all their members. */
function rowsUnder(
  grid: TextGrid,
  { row, columns, groups }: RegistryHeading,
  faults: RegistryFaults,
): { byName: Map<string, UnitRow[]>; wholeRow: readonly RegistryCell[] | undefined } {
  const byName = new Map<string, UnitRow[]>();
  let wholeRow: readonly RegistryCell[] | undefined;
  for (const texts of grid.slice(row + 1)) {
    const cell = (id: RegistryColumn) => texts[columns.get(id) ?? -1];
    const first = cell('name');
    const name = whole(first?.text ?? '');
    if (name === WHOLE_ROW) {
      wholeRow = texts;
      continue;
    }
    if (first && isAside(name)) {
      faults.told.push(diagnose('registry-row', { text: name }, first.at));
      continue;
    }
    const ticked = groups.filter((group) => isTicked(texts[group.column], faults));
    const said = texts.find(({ text }, i) => text.trim() !== '' && [...columns.values()].includes(i));
    if (first === undefined || name === '') {
      const without = said ?? texts[ticked[0]?.column ?? -1];
      if (without) faults.add('这一行没有写单位', without);
      continue;
    }
    addTo(byName, normalizeName(name), { first, name, texts, cell });
  }
  return { byName, wholeRow };
}
