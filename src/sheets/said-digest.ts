import { sha256Of } from '../model/digest.js';
import type { Entries } from '../model/sheet.js';
import { isFilled } from './fill-in.js';
import { typedText } from './labels.js';

/** Rows with what people put into them, and what they were asked. */
interface Said {
  readonly rows: readonly (Entries & { readonly id: string })[];
  readonly questions: readonly (Entries & { readonly group: string })[];
}

/**
 * What people put into the rows of a sheet, as a digest: it is the same wherever the file lies, whatever it is
 * called, however its rows are sorted, and in whatever form it was saved again.
 *
 * @returns nothing where no row is filled in
 */
export function saidDigest(sheets: readonly Said[]): string | undefined {
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
