import { sha256Of } from '../model/digest.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { Entries } from '../model/sheet.js';
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
  const there = live.map((record) => JSON.stringify(record) ?? '');
  const stand = (words: readonly unknown[]) =>
    there.some((record) => words.every((each) => record.includes(JSON.stringify(each))));
  const ofRow = ({ filled, own, notes }: Entries) => [
    ...Object.values(filled),
    ...Object.values(own),
    ...notes.map(({ text }) => text),
  ];
  return (
    rows.filter(isFilled).every((row) => stand([...(row.id === '' ? [] : [row.id]), ...ofRow(row)])) &&
    questions.filter(isFilled).every((each) => stand(ofRow(each))) &&
    [...Object.values(cover), ...stray.map(({ text }) => text)].every((each) => stand([each]))
  );
}

/**
 * What people put into the rows of a file that came back, as a digest: it is the same wherever the file lies, whatever it is
 * called, however its rows are sorted, and in whatever form it was saved again.
 *
 * @returns nothing where no row is filled in
 */
export function saidDigest(sheets: readonly Pick<ReturnedSheet, 'rows' | 'questions'>[]): string | undefined {
  const said = ({ filled, own, notes }: Entries) => [
    ...Object.entries({ ...own, ...filled }).map(([column, typed]) => [column, typedText(typed).trim()]),
    ...notes.map(({ text }) => ['', text.trim()]),
  ];
  const all = sheets.flatMap(({ rows, questions }) => [
    ...rows.filter(isFilled).map((row) => [row.id, ...said(row).map(String).sort()]),
    ...questions.filter(isFilled).map((each) => [each.group, ...said(each).map(String).sort()]),
  ]);
  return all.length === 0
    ? undefined
    : sha256Of(JSON.stringify(all.map((each) => JSON.stringify(each)).sort()));
}
