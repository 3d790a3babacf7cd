import type { NoticeColumn } from '../model/sheet.js';
import { shortDigest } from '../tasks/index.js';
import { unspaced } from './columns.js';

/** The column of CSV whose cells tell whether what is printed in a row is as the program wrote it. */
export const CHECK_HEADER = '校验';
const LENGTH = 8;

/** A digest of what is printed in a row, whatever the order of the columns, without blanks. */
export function printedCheck(cells: Readonly<Partial<Record<NoticeColumn, string>>>): string {
  const texts = Object.entries(cells)
    .map(([id, text]) => `${id}:${unspaced(text)}`)
    .filter((text) => !text.endsWith(':'))
    .sort();
  return shortDigest(texts.join('\n'), LENGTH);
}
