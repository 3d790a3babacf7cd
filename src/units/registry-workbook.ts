import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import type { Place } from '../model/place.js';
import type { Registry, Unit, UnitKind } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import { unzip } from '../read/index.js';
import { isoDay } from '../words/calendar.js';
import { COLUMN_ROLES, COLUMN_WORDS } from '../words/column-names.js';
import { kindByName } from '../words/kinds.js';
import {
  isAside,
  KIND_WORDS,
  NO_BASIS,
  NOT_WHOLE,
  OTHER_HEADERS,
  OTHER_ITEMS,
  REGISTRY_HEADERS,
  type RegistryColumn,
  TICK,
  WHOLE,
  WHOLE_ROW,
} from '../words/registry-words.js';
import { ANSWER_SAID, asSaid } from '../words/said.js';
import { normalizeName } from '../words/width.js';
import { openWorkbook, type Workbook } from '../workbook/open.js';
import { textsOf } from '../workbook/texts.js';
import { groupAt } from './groups.js';
import { sharedNames } from './lexicon.js';
import { BY_LINE, namesInCell } from './names-in-cell.js';

/** How far down the header may be: people put lines above a table. */
const HEADER_WITHIN = 20;

/** A text of a worksheet, with its place. */
interface Text {
  readonly text: string;
  readonly at: Place;
}

/** A worksheet: texts by row and by column. */
type Grid = readonly (readonly Text[])[];

/** A row of a unit. */
interface UnitRow {
  readonly first: Text;
  readonly name: string;
  readonly texts: readonly Text[];
  readonly cell: (id: RegistryColumn) => Text | undefined;
}

/** Whose columns stand where. */
interface Heading {
  readonly row: number;
  readonly columns: ReadonlyMap<RegistryColumn, number>;
  readonly groups: readonly { readonly name: string; readonly column: number; readonly at: Place }[];
}

/**
 * Reads a registry that a district keeps as a workbook: a row a unit, a column a group, a tick where the unit is a
 * member.
 *
 * @returns the registry, with a warning for each group whose ticks do not count yet and each column that is none of a
 *   registry; or `registry-cell`, `name-shared`, `file-broken`
 */
export async function registryFromXlsx(bytes: Uint8Array, file: string): Promise<Result<Registry>> {
  const { value: parts, diagnostics } = await unzip(bytes, file);
  if (!parts) return failed(...diagnostics);
  const { value: workbook, diagnostics: told } = await openWorkbook(parts, file);
  if (!workbook) return failed(...told);
  return new Reading(file, workbook).registry();
}

class Reading {
  readonly #wrong: Diagnostic[] = [];
  readonly #told: Diagnostic[] = [];
  readonly #grids: readonly Grid[];

  constructor(
    readonly file: string,
    workbook: Workbook,
  ) {
    this.#grids = workbook.worksheets.map((sheet) => textsOf(file, sheet));
  }

  registry(): Result<Registry> {
    const found = this.#grids.flatMap((grid) => {
      const heading = this.#headingIn(grid);
      return heading ? [{ grid, heading }] : [];
    })[0];
    if (!found) return failed(diagnose('registry-cell', { detail: '没有找到有“单位”一列的表头' }, this.file));
    const registry = this.#read(found.grid, found.heading);
    return this.#wrong.length > 0 ? failed(...this.#wrong) : { value: registry, diagnostics: this.#told };
  }

  #headingIn(grid: Grid): Heading | undefined {
    const row = grid
      .slice(0, HEADER_WITHIN)
      .findIndex((texts) => texts.some(({ text }) => columnOf(text) === 'name'));
    if (row < 0) return undefined;
    const columns = new Map<RegistryColumn, number>();
    const groups: Heading['groups'][number][] = [];
    for (const [column, { text, at }] of (grid[row] ?? []).entries()) {
      const name = whole(text);
      const known = columnOf(text);
      if (known && known !== 'note') columns.set(known, columns.get(known) ?? column);
      else if (!known && name !== '') groups.push({ name, column, at });
    }
    return { row, columns, groups: groups.filter((each) => this.#isGroup(grid.slice(row + 1), each)) };
  }

  /** A column of people's own may stand there, too. */
  #isGroup(rows: Grid, { name, column, at }: Heading['groups'][number]): boolean {
    const found = groupAt(name, 0, (end) => end === name.length);
    const isTicked = rows.every((texts) => tickIn(texts[column]?.text ?? '') !== undefined);
    if (found || isTicked) return true;
    this.#told.push(diagnose('registry-column', { header: name }, at));
    return false;
  }

  #read(grid: Grid, { row, columns, groups }: Heading): Registry {
    const rowsOf = new Map<string, UnitRow[]>();
    let wholeRow: readonly Text[] | undefined;
    for (const texts of grid.slice(row + 1)) {
      const cell = (id: RegistryColumn) => texts[columns.get(id) ?? -1];
      const first = cell('name');
      const name = whole(first?.text ?? '');
      if (name === WHOLE_ROW) {
        wholeRow = texts;
        continue;
      }
      if (first && isAside(name)) {
        this.#told.push(diagnose('registry-row', { text: name }, first.at));
        continue;
      }
      const ticked = groups.filter((group) => this.#isTicked(texts[group.column]));
      const said = texts.find(({ text }, i) => text.trim() !== '' && [...columns.values()].includes(i));
      if (first === undefined || name === '') {
        const without = said ?? texts[ticked[0]?.column ?? -1];
        if (without) this.#fault('这一行没有写单位', without);
        continue;
      }
      addTo(rowsOf, normalizeName(name), { first, name, texts, cell });
    }
    const units: Unit[] = [];
    const members = new Map(groups.map(({ name }) => [name, [] as string[]]));
    for (const rows of rowsOf.values()) {
      const [{ name }] = rows as [UnitRow];
      for (const { first } of rows.slice(1))
        this.#told.push(diagnose('registry-repeated', { name }, first.at));
      const ticked = groups.filter((group) => this.#isMember(rows, group));
      for (const group of ticked) members.get(group.name)?.push(name);
      const unit = this.#unit(name, rows);
      // Whose row has ticks and nothing else is a member that may be known from elsewhere.
      if (unit.isSaid || ticked.length === 0) units.push(unit.unit);
    }
    const others = this.#others();
    const registry: Registry = {
      ...others.registry,
      units,
      groups: groups.map(({ name, column, at }) => {
        const isWhole = wholeRow === undefined || this.#isTicked(wholeRow[column]);
        const found = members.get(name) ?? [];
        if (!isWhole && found.length > 0)
          this.#told.push(diagnose('registry-open', { group: name, count: found.length }, at));
        const isKnown = wholeRow === undefined ? found.length > 0 : isWhole;
        const source = others.sources.get(name);
        return { name, members: isKnown ? found : null, ...(source !== undefined && { source }) };
      }),
    };
    for (const shared of sharedNames(registry)) {
      const at = rowsOf.get(normalizeName(shared.units[1]))?.[0]?.first.at;
      this.#wrong.push(diagnose('name-shared', shared, at));
    }
    return registry;
  }

  /** Whether the rows of a unit say that it is a member; one that says no is another's contradiction. */
  #isMember(rows: readonly UnitRow[], { name, column }: Heading['groups'][number]): boolean {
    const said = rows.flatMap(({ texts }) => {
      const cell = texts[column];
      const isTicked = tickIn(cell?.text ?? '');
      return cell && cell.text.trim() !== '' && isTicked !== undefined ? [{ cell, isTicked }] : [];
    });
    const other = said.find(({ isTicked }) => isTicked !== said[0]?.isTicked);
    if (other) this.#contradiction(rows, name, said[0]?.cell.text ?? '', other.cell);
    return said.some(({ isTicked }) => isTicked);
  }

  /** What the rows of a unit say in a column that holds one thing. */
  #single(rows: readonly UnitRow[], id: RegistryColumn): Text | undefined {
    const [said, ...more] = rows.flatMap(({ cell }) => {
      const found = cell(id);
      return found && found.text.trim() !== '' ? [found] : [];
    });
    const other = more.find(({ text }) => whole(text) !== whole(said?.text ?? ''));
    if (other) this.#contradiction(rows, REGISTRY_HEADERS[id][0] ?? '', said?.text ?? '', other);
    return said;
  }

  #contradiction([row]: readonly UnitRow[], header: string, said: string, other: Text): void {
    this.#fault(
      `“${row?.name}”写了不止一行，“${header}”有的写“${whole(said)}”，有的写“${whole(other.text)}”，不知道以哪个为准`,
      other,
    );
  }

  /** A unit, and whether its rows say anything of it but its name. */
  #unit(name: string, rows: readonly UnitRow[]): { unit: Unit; isSaid: boolean } {
    const texts = (id: RegistryColumn) =>
      unique(rows.flatMap(({ cell }) => cell(id)?.text.trim() ?? '').filter((text) => text !== ''));
    const list = (id: RegistryColumn) => unique(texts(id).flatMap((text) => namesInCell(text)));
    const hosts = rows.flatMap(({ cell }) => {
      const bases = namesInCell(cell('basis')?.text ?? '', BY_LINE);
      return namesInCell(cell('hosts')?.text ?? '').map((office, i) => ({
        office,
        basis: bases[i] ?? bases.at(-1) ?? NO_BASIS,
      }));
    });
    const offices = new Map([...hosts].reverse().map((host) => [host.office, host]));
    const [full, aliases, formerly, source] = [
      whole(this.#single(rows, 'full')?.text ?? ''),
      list('aliases'),
      list('formerly'),
      texts('source').join('；'),
    ];
    return {
      isSaid: (['full', 'aliases', 'formerly', 'kind', 'hosts', 'source'] as const).some(
        (id) => texts(id).length > 0,
      ),
      unit: {
        name,
        ...(full !== '' && { full }),
        ...(aliases.length > 0 && { aliases }),
        ...(formerly.length > 0 && { formerly }),
        kind: this.#kind(name, this.#single(rows, 'kind')),
        ...(hosts.length > 0 && { hosts: [...offices.values()].reverse() }),
        ...(source !== '' && { source }),
      },
    };
  }

  #kind(name: string, cell: Text | undefined): UnitKind {
    const said = bare(cell?.text ?? '');
    if (said === '' || cell === undefined) return kindByName(name);
    const found = Object.entries(KIND_WORDS).find(([kind, word]) => said === kind || said === word);
    if (!found) this.#fault(`类别没有“${said}”，可以写：${Object.values(KIND_WORDS).join('、')}`, cell);
    return (found?.[0] as UnitKind | undefined) ?? 'other';
  }

  #isTicked(cell: Text | undefined): boolean {
    const ticked = tickIn(cell?.text ?? '');
    if (ticked === undefined && cell)
      this.#fault(`“${cell.text.trim()}”看不懂，是成员的打 ${TICK}，不是的空着`, cell);
    return ticked ?? false;
  }

  /** What is of no unit. */
  #others(): { registry: Pick<Registry, 'district' | 'columns' | 'seasons'>; sources: Map<string, string> } {
    const sources = new Map<string, string>();
    const columns: NonNullable<Registry['columns']> = {};
    const seasons: NonNullable<Registry['seasons']> = {};
    const district = new Map<string, string>();
    for (const [item, name, content] of this.#otherRows()) {
      const said = content.text.trim();
      const key = name.text.trim();
      if (said === '') continue;
      if (item === OTHER_ITEMS.source) sources.set(key, said);
      else if (item === OTHER_ITEMS.column) {
        const role = COLUMN_ROLES.find((each) => each === said || COLUMN_WORDS[each] === said);
        if (role) columns[key] = role;
        else this.#fault(`没有“${said}”这种列，可以写：${Object.values(COLUMN_WORDS).join('、')}`, content);
      } else if (item === OTHER_ITEMS.season) {
        const day =
          /^(\d{2}-\d{2})$/.exec(said)?.[1] ??
          isoDay(`2024-${said.replace(/月/, '-').replace(/日$/, '')}`)?.slice(5) ??
          isoDay(said)?.slice(5);
        if (day) seasons[key] = day;
        else this.#fault(`“${said}”不是几月几日，请写成 05-01`, content);
      } else district.set(item, said);
    }
    const [name, short, mark] = [OTHER_ITEMS.name, OTHER_ITEMS.short, OTHER_ITEMS.mark].map((item) =>
      district.get(item),
    );
    if (district.size > 0 && !(name && short && mark)) {
      const detail = `${[OTHER_ITEMS.name, OTHER_ITEMS.short, OTHER_ITEMS.mark].join('、')}要写就都写上`;
      this.#wrong.push(diagnose('registry-cell', { detail }, this.file));
    }
    return {
      sources,
      registry: {
        ...(name && short && mark && { district: { name, short, mark } }),
        ...(Object.keys(columns).length > 0 && { columns }),
        ...(Object.keys(seasons).length > 0 && { seasons }),
      },
    };
  }

  #otherRows(): [item: string, name: Text, content: Text][] {
    return this.#grids.flatMap((grid) => {
      const header = grid
        .slice(0, HEADER_WITHIN)
        .findIndex((texts) => OTHER_HEADERS.every((word) => texts.some(({ text }) => bare(text) === word)));
      if (header < 0) return [];
      const at = OTHER_HEADERS.map((word) =>
        (grid[header] ?? []).findIndex(({ text }) => bare(text) === word),
      );
      return grid.slice(header + 1).flatMap((texts): [string, Text, Text][] => {
        const [item, name, content] = at.map((i) => texts[i]);
        const isOurs = Object.values(OTHER_ITEMS).some((each) => each === bare(item?.text ?? ''));
        return item && name && content && isOurs ? [[bare(item.text), name, content]] : [];
      });
    });
  }

  #fault(detail: string, { at }: Text): void {
    this.#wrong.push(diagnose('registry-cell', { detail }, at));
  }
}

/** A text without blanks: headers are broken to fit their cells. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A name, which may be broken to fit its cell. */
function whole(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('');
}

function unique<T>(items: readonly T[]): T[] {
  return Array.from(new Set(items));
}

function columnOf(header: string): RegistryColumn | undefined {
  const name = bare(header);
  return (Object.keys(REGISTRY_HEADERS) as RegistryColumn[]).find((id) =>
    REGISTRY_HEADERS[id].includes(name),
  );
}

const TICKS: ReadonlySet<string> = new Set([TICK, WHOLE, '1', ...ANSWER_SAID.yes]);
const NO_TICKS: ReadonlySet<string> = new Set(['', NOT_WHOLE, '0', ...ANSWER_SAID.no]);

/** Whether a cell says that the unit is a member; nothing where it says something else. */
function tickIn(text: string): boolean | undefined {
  const said = asSaid(text);
  if (TICKS.has(said)) return true;
  return NO_TICKS.has(said) ? false : undefined;
}
