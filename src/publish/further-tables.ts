import { ownersByRows, sentAnother } from '../collect/index.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { type JoinedSheet, joinedSheet, type Lineage } from '../revise/index.js';
import { isFilled } from '../sheets/index.js';

/** What is known of units, and of the notice's earlier editions. */
interface Known {
  readonly unitOf?: ((name: string) => string | undefined) | undefined;
  readonly lineage?: Lineage | undefined;
  readonly bookBefore?: TaskBook | undefined;
}

/** A sheet that came back with the further tables of its file. */
export interface WithFurther extends JoinedSheet {
  /** Those that are no part of it and say something. */
  readonly others: readonly ReturnedSheet[];
}

/** A sheet with the further tables of its file that go on from it; what names another unit is that one's. */
export function withFurther(
  sheet: TaskSheet,
  first: ReturnedSheet,
  further: readonly ReturnedSheet[],
  { unitOf, lineage }: Known,
): WithFurther {
  // Without a cover the first table may be another unit's.
  const isIts = ({ titles = [] }: ReturnedSheet) => titles.some((title) => unitOf?.(title) === sheet.unit);
  const came = (first.unit === null && !isIts(first) && further.find(isIts)) || first;
  const besides = [first, ...further].filter((each) => each !== came);
  const owners = besides.map(({ titles = [] }) => titles.map((title) => unitOf?.(title)));
  const isOthers = (names: readonly (string | undefined)[] = []) =>
    names.some((unit) => unit !== undefined && unit !== sheet.unit);
  // Beside the tables of another unit, one that names nobody may be that one's.
  const isShared = owners.some(isOthers);
  const own = besides.filter(
    (_, i) =>
      unitOf !== undefined && !isOthers(owners[i]) && (!isShared || owners[i]?.includes(sheet.unit) === true),
  );
  const { returned, parts } = joinedSheet(sheet, came, own, lineage);
  return { returned, parts, others: besides.filter((each) => !parts.includes(each) && saysAny(each)) };
}

function saysAny({ rows, questions, stray }: ReturnedSheet): boolean {
  return stray.length > 0 || [...rows, ...questions].some(isFilled);
}

/**
 * Whose a sheet is, where that is another unit: by its cover, but for a name that somebody has written there over that of the
 * unit to which it was sent; or, where that is gone, by the only unit that the lines above its table name, or where they name
 * none by its rows, which may be those of several. A name that the notice has no more may be like another's.
 */
export function otherOwners(
  { unit: own }: Pick<TaskSheet, 'unit'>,
  returned: ReturnedSheet,
  { unitOf, lineage, bookBefore }: Known,
): readonly string[] {
  const { unit, titles = [] } = returned;
  const named = unit === null ? titles.flatMap((title) => unitOf?.(title) ?? []) : [unitOf?.(unit)];
  const books = lineage ? [lineage.book, ...(bookBefore ? [bookBefore] : [])] : [];
  if (unit === null && named.length === 0) return lineage ? ownersByRows(books, returned, own) : [];
  const [owner] = named;
  const sent = unit !== null && owner !== undefined ? sentAnother(books, returned, owner, own) : undefined;
  // By a former name it was sent to the same.
  if (sent !== undefined && (unitOf?.(sent) ?? sent) !== owner) return sent === own ? [] : [sent];
  const isOther =
    unit !== own && owner !== undefined && named.every((each) => each === owner) && owner !== own;
  return isOther ? [unit ?? owner] : [];
}

/** The unit that a further table names; its sheet's own where it names none. */
export function ownerOf(
  { titles = [], unit }: Pick<ReturnedSheet, 'titles' | 'unit'>,
  { unit: own }: Pick<TaskSheet, 'unit'>,
  { unitOf }: Known,
): string {
  return [...titles, ...(unit === null ? [] : [unit])].flatMap((each) => unitOf?.(each) ?? [])[0] ?? own;
}

/** What is filled in in further tables of a file, of which nothing goes anywhere. */
export interface TablesLeft {
  /** The sheet's own unit, and those whose tables they are. */
  readonly units: readonly string[];
  /** What the tasks are called that are filled in, and in how many rows. */
  readonly tasks: readonly string[];
  readonly count: number;
}

/**
 * What is filled in in further tables of a file that are no part of its sheet: a list of several units, or tables one below
 * the other.
 *
 * @returns nothing where none of them is filled in
 */
export function tablesLeft(
  sheet: TaskSheet,
  others: readonly ReturnedSheet[],
  known: Known,
): TablesLeft | undefined {
  const filled = others.flatMap((each) => each.rows.filter(isFilled).map((row) => ({ of: each, row })));
  if (filled.length === 0) return undefined;
  return {
    units: Array.from(new Set([sheet.unit, ...filled.map(({ of }) => ownerOf(of, sheet, known))])),
    tasks: Array.from(new Set(filled.map(({ row }) => row.cells.name ?? row.id))),
    count: filled.length,
  };
}
