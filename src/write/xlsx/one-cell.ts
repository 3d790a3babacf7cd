/** What Excel holds in a cell, in UTF-16 units; it calls a workbook broken that has more in one. */
const MOST = 32_767;

/** A text as one cell holds it: one that is too long says in the end how long it is, and where the rest is. */
export function inOneCell(text: string): string {
  if (isInOneCell(text)) return text;
  const end = `……（全文${text.length}字，一格放不下，余文见通知）`;
  // No half of a character.
  return text.slice(0, MOST - end.length).replace(/[\uD800-\uDBFF]$/, '') + end;
}

/** Whether one cell holds a text. */
export function isInOneCell(text: string): boolean {
  return text.length <= MOST;
}
