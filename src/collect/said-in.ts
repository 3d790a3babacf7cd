import type { ReturnedSheet } from '../model/returned.js';
import type { Entries, Typed, Went } from '../model/sheet.js';
import { isFilled, typedText } from '../sheets/index.js';

/**
 * Whether all that people put into a sheet stands in what is there of its unit by now: somebody has copied it, or put the
 * file into its place. 已完成 at one task is not 已完成 at another: a row's words have to stand together, by its id.
 *
 * @param live what is there, a record a row, each with its id, and what stands outside of rows
 */
export function isSaidIn(
  { rows, questions, cover, stray }: ReturnedSheet,
  live: readonly unknown[],
): boolean {
  const there = recordsOf(live);
  const stand = (id: string, words: readonly string[]) => stands(there, id === '' ? [] : [id], words);
  // What stands outside of tables may have been put anywhere.
  const isThere = (words: string) => there.some(({ text }) => text.includes(JSON.stringify(words)));
  return (
    rows.filter(isFilled).every((row) => stand(row.id, ofEntries(row))) &&
    questions.filter(isFilled).every((each) => stand('', ofEntries(each))) &&
    stand('', Object.values(cover).map(asText)) &&
    stray.every(({ text }) => isThere(text))
  );
}

/** Whether people have put anything into what is there of a unit, as of `isSaidIn`. */
export function saysAny(live: readonly unknown[]): boolean {
  return live.some((record) => Array.from(saidBy(record)).some((word) => word !== ''));
}

/** A row of a unit for a task that it has no more, with what was filled in. */
export interface LeftRow extends Entries {
  /** The ids of its task, and of those that it has become. */
  readonly ids: readonly string[];
}

/** The same with its task's name. */
export interface NamedLeftRow extends LeftRow {
  readonly name: string;
}

/** The ids by which a row's words are looked for in other sheets: those of its task, and of what that has become. */
export function idsOf(id: string, went: Went | undefined): string[] {
  return Array.from(new Set([id, ...(went ? [went, ...(went.more ?? [])] : []).map((each) => each.id)]));
}

/**
 * The rows of a unit for tasks that it has no more of which the words stand nowhere else: in no sheet of another unit, at their
 * task or at what it has become.
 *
 * @param others what is there of other units, as of `isSaidIn`
 */
export function leftIn<Row extends LeftRow>(rows: readonly Row[], others: readonly unknown[]): Row[] {
  // To look through all that is there of others takes long.
  if (rows.length === 0) return [];
  const there = recordsOf(others);
  return rows.filter((row) => !stands(there, row.ids, ofEntries(row)));
}

interface SaidRecord {
  readonly text: string;
  readonly said: ReadonlySet<string>;
}

function recordsOf(live: readonly unknown[]): SaidRecord[] {
  return live.map((record) => ({ text: JSON.stringify(record) ?? '', said: saidBy(record) }));
}

/** Whether words stand together, in a record with one of these ids where there are any. */
function stands(there: readonly SaidRecord[], ids: readonly string[], words: readonly string[]): boolean {
  const isOf = ({ text }: SaidRecord) =>
    ids.length === 0 || ids.some((id) => text.includes(JSON.stringify(id)));
  return words.length === 0 || there.some((each) => words.every((word) => each.said.has(word)) && isOf(each));
}

/** What people put into a row: the same whether it came back as a number or as text. */
function ofEntries({ filled, own, notes }: Entries): string[] {
  return [
    ...[...Object.values(filled), ...Object.values(own)].map(asText),
    ...notes.map(({ text }) => text.trim()),
  ];
}

function asText(typed: Typed): string {
  return typedText(typed).trim();
}

/** What people say in a record: a row, with its id or without, or the cover; a number printed in it is not one that somebody typed. */
function saidBy(record: unknown): ReadonlySet<string> {
  if (Array.isArray(record)) return new Set(record.flatMap((part) => Array.from(saidBy(part))));
  if (typeof record !== 'object' || record === null) return new Set();
  return new Set(isEntries(record) ? ofEntries(record) : Object.values(record).filter(isTyped).map(asText));
}

function isEntries(record: object): record is Entries {
  return 'filled' in record && 'own' in record && 'notes' in record;
}

function isTyped(value: unknown): value is Typed {
  if (typeof value !== 'object') return value !== undefined;
  return value !== null && ['date', 'status', 'answer'].some((key) => key in value);
}
