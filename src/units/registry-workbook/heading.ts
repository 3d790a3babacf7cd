import { diagnose } from '../../model/diagnose.js';
import type { Place } from '../../model/place.js';
import { REGISTRY_HEADERS, type RegistryColumn } from '../../words/registry-words.js';
import { groupAt } from '../groups.js';
import { bare, HEADER_WITHIN, type RegistryFaults, type TextGrid, tickIn, whole } from './cells.js';

/** A column of a group: whoever is ticked in it is a member. */
export interface GroupColumn {
  readonly name: string;
  readonly column: number;
  readonly at: Place;
}

/** Whose columns stand where. */
export interface RegistryHeading {
  readonly row: number;
  readonly columns: ReadonlyMap<RegistryColumn, number>;
  readonly groups: readonly GroupColumn[];
}

/** The header of a registry's units, where a worksheet has one. */
export function headingIn(grid: TextGrid, faults: RegistryFaults): RegistryHeading | undefined {
  const row = grid
    .slice(0, HEADER_WITHIN)
    .findIndex((texts) => texts.some(({ text }) => columnOf(text) === 'name'));
  if (row < 0) return undefined;
  const columns = new Map<RegistryColumn, number>();
  const groups: GroupColumn[] = [];
  for (const [column, { text, at }] of (grid[row] ?? []).entries()) {
    const name = whole(text);
    const known = columnOf(text);
    if (known && known !== 'note') columns.set(known, columns.get(known) ?? column);
    else if (!known && name !== '') groups.push({ name, column, at });
  }
  return { row, columns, groups: groups.filter((each) => isGroup(grid.slice(row + 1), each, faults)) };
}

/** A column of people's own may stand there, too. */
function isGroup(rows: TextGrid, { name, column, at }: GroupColumn, faults: RegistryFaults): boolean {
  const found = groupAt(name, 0, (end) => end === name.length);
  const isTicked = rows.every((texts) => tickIn(texts[column]?.text ?? '') !== undefined);
  if (found || isTicked) return true;
  faults.told.push(diagnose('registry-column', { header: name }, at));
  return false;
}

function columnOf(header: string): RegistryColumn | undefined {
  const name = bare(header);
  return (Object.keys(REGISTRY_HEADERS) as RegistryColumn[]).find((id) =>
    REGISTRY_HEADERS[id].includes(name),
  );
}
