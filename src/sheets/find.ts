import { diagnose } from '../model/diagnose.js';
import type { Unit } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import type { Degree, TaskSheet } from '../model/sheet.js';
import type { BookTable, TaskBook } from '../model/taskbook.js';
import { lexiconOf, namesOf, nearestNames, readUnits } from '../units/index.js';
import { normalizeName } from '../words/width.js';
import { sheetFor } from './sheet.js';

/**
 * Finds the unit or group that a person means by a name.
 *
 * @param name short name, full name or alias of a unit, with or without the district before it, or a
 *   group however it is written (各镇街 is 各乡镇（街道）)
 * @returns the name by which the task book has it, or `unit-not-found` with the nearest names
 */
export function findUnit(book: TaskBook, name: string): Result<string> {
  const lexicon = lexiconOf(book);
  const [piece, ...rest] = readUnits(name.trim(), lexicon);
  const group = piece?.kind === 'group' && rest.length === 0 ? piece.group : normalizeName(name);
  const found = lexicon.find(name) ?? book.groups.find((each) => normalizeName(each.name) === group);
  if (found) return { value: found.name, diagnostics: [] };
  const known = [...book.units.flatMap(namesOf), ...book.groups.map((each) => each.name)];
  return failed(diagnose('unit-not-found', { name, nearest: nearestNames(name, known) }));
}

/** A shorter name may be a part of other words. */
const LONG_ENOUGH = 3;

/**
 * The one unit whose name, or former one, is within a text: 1.区水利局-任务清单; of names in each other the longest counts.
 *
 * @param options.isAtEnd whether it must end with the name: 某市某区水利局
 */
export function unitWithin(
  { units }: Pick<TaskBook, 'units'>,
  text: string,
  { isAtEnd = false }: { readonly isAtEnd?: boolean } = {},
): string | undefined {
  const present = new Set(units.flatMap(namesOf));
  // A former name may be another unit's by now.
  const formerOf = ({ formerly = [] }: Unit) => formerly.filter((name) => !present.has(name));
  const found = units.flatMap((unit) =>
    [...namesOf(unit), ...formerOf(unit)]
      .filter((name) => name.length >= LONG_ENOUGH && (isAtEnd ? text.endsWith(name) : text.includes(name)))
      .map((name) => ({ unit: unit.name, name })),
  );
  const longest = found.filter(
    ({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)),
  );
  const [first] = longest;
  return longest.every(({ unit }) => unit === first?.unit) ? first?.unit : undefined;
}

/** The names that a unit goes by or went by, but for its own, and for former ones that are another unit's by now. */
export function otherNamesOf(book: TaskBook, unit: string): string[] {
  const { find } = lexiconOf(book);
  const found = book.units.find(({ name }) => name === unit);
  const names = found ? [...namesOf(found), ...(found.formerly ?? [])] : [];
  return names.filter((name) => name !== unit && find(name) === found);
}

/**
 * The task sheet of the unit or group that a person means by a name.
 *
 * @param name any name by which `findUnit` finds it
 * @param options.degree how sure a task must be to be on the sheet, `possible` for all (the default)
 * @returns the sheet, or `unit-not-found` with the nearest names
 */
export function findSheet(
  book: TaskBook,
  name: string,
  options: { degree?: Degree | undefined } = {},
): Result<TaskSheet> {
  const { value, diagnostics } = findUnit(book, name);
  return value === undefined
    ? failed(...diagnostics)
    : { value: sheetFor(book, value, options), diagnostics };
}

/**
 * Finds a table by its number (三 or 3), its name, or 表三.
 *
 * @returns the table's place among the tables, from 1, or `table-not-found`
 */
export function findTable(book: TaskBook, name: string): Result<number> {
  const wanted = normalizeName(name).replace(/^表/, '');
  const names = ({ number, name: tableName, title }: BookTable, i: number) => [
    String(i + 1),
    number,
    tableName,
    title,
  ];
  const index = book.tables.findIndex((table, i) =>
    names(table, i).some((known) => known !== null && normalizeName(known) === wanted),
  );
  if (index >= 0) return { value: index + 1, diagnostics: [] };
  return failed(
    diagnose('table-not-found', {
      name,
      tables: book.tables.map(({ title, name: tableName }) => title || tableName),
    }),
  );
}
