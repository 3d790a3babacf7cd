import type { PageData, PageDuty, PagePiece, PageRow, PageUnit } from '../../../model/page.js';
import type { Filter } from '../address.js';
import { mayBePinyin, readsAs } from './pinyin.js';

/** A row that was found, and why it concerns the unit whose rows were searched. */
export interface Hit {
  readonly row: PageRow;
  readonly duty?: PageDuty | undefined;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** Units and groups that go by what is searched for. */
  readonly units: readonly PageUnit[];
  /** Measures whose titles have it. */
  readonly measures: PageData['measures'];
}

/** Finds what is wanted, among all rows or a unit's. */
export type Searcher = (filter: Filter, unit?: PageUnit) => Hits;

interface Indexed {
  readonly row: PageRow;
  readonly text: string;
  readonly leads: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** Makes the rows of a page ready to be searched. */
export function searcherFor({ rows, units, duties, tables, measures, pinyin }: PageData): Searcher {
  const indexed = rows.map((row): Indexed => {
    const { id, number, name, section, tableIndex } = row;
    const texts = [name, plain(row.goal), plain(row.lead), plain(row.responsible)];
    return {
      row,
      text: normal(
        [...texts, section, tableIndex === null ? '正文' : tables[tableIndex], number, id].join('\n'),
      ),
      leads: namesIn(row.lead),
      others: namesIn(row.responsible),
    };
  });
  const names = units.map((unit) => ({ unit, names: [unit.name, ...unit.names, ...unit.hosts] }));

  /** The units that go by a word, and whether a row has it. */
  const wanted = (word: string) => {
    const asPinyin = mayBePinyin(word);
    const goesBy = (name: string) => normal(name).includes(word) || (asPinyin && readsAs(name, word, pinyin));
    const known = names.filter((each) => each.names.some(goesBy)).map(({ unit }) => unit);
    const called = new Set(known.map(({ name }) => name));
    const has = ({ row, text, leads, others }: Indexed) =>
      text.includes(word) ||
      (asPinyin && readsAs(row.name, word, pinyin)) ||
      (called.size > 0 && (meet(leads, called) || meet(others, called)));
    return { word, known, has };
  };

  return (filter, unit) => {
    // Input methods part syllables by apostrophes while one types.
    const words = normal(filter.q)
      .replaceAll("'", '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(wanted);
    const hits: Hit[] = [];
    const look = (each: Indexed | undefined, duty?: PageDuty) => {
      if (each && fits(each, filter, unit, duty) && words.every(({ has }) => has(each)))
        hits.push({ row: each.row, duty });
    };
    if (unit) for (const [row, duty] of unit.concerns) look(indexed[row], duties[duty]);
    // What only the body asks for is of the units that it names; the tasks are the tables'.
    else for (const each of indexed) if (each.row.tableIndex !== null) look(each);
    const [first, ...others] = words;
    const known = first?.known.filter((each) => others.every((word) => word.known.includes(each))) ?? [];
    const titled =
      words.length === 0
        ? []
        : measures.filter(({ title }) => words.every(({ word }) => normal(title).includes(word)));
    return { hits, units: known, measures: titled };
  };
}

/** Whether a row is among what a list is narrowed to. */
function fits(
  { row, leads, others }: Indexed,
  { role, degree, table, kind, place, state, lead, responsible }: Filter,
  unit: PageUnit | undefined,
  duty: PageDuty | undefined,
): boolean {
  return (
    (table === '' || table === (row.tableIndex === null ? 'body' : String(row.tableIndex))) &&
    (kind === '' || row.deliverables.some((each) => each.kind === kind)) &&
    (place === '' || row.places.includes(place)) &&
    (lead === '' || leads.has(lead)) &&
    (responsible === '' || others.has(responsible)) &&
    (!duty ||
      duty.roles.some(
        (each) => (role === '' || each.role === role) && (degree === '' || each.degree === degree),
      )) &&
    (state === '' || isIn(row, state, unit))
  );
}

/** Whether somebody, or the unit, says that a row is so far. */
function isIn({ reports }: PageRow, state: string, unit: PageUnit | undefined): boolean {
  const own = unit ? reports.filter((report) => report.unit === unit.name) : reports;
  return own.length === 0 ? state === 'silent' : own.some((report) => report.state === state);
}

function namesIn(pieces: readonly PagePiece[]): Set<string> {
  return new Set(pieces.flatMap((piece) => (typeof piece !== 'string' && piece.to) || []));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

/** The text of pieces, as it is printed. */
function plain(pieces: readonly PagePiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** Text as it is compared: full and half width, capital and small letters are the same. */
function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
