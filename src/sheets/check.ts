import type { Edit } from '../model/returned.js';
import { shortDigest } from '../tasks/index.js';
import { unspaced } from './columns.js';

/** The column whose cells tell what was printed in a row, whatever stands there by now. */
export const CHECK_HEADER = '校验';
const LENGTH = 5;
/** Earlier versions wrote one digest of the whole row. */
const OF_ROW = /^[0-9A-Z]{8}$/;
const OF_ROW_LENGTH = 8;

/** What stands in printed cells, by their columns: those of the notice by their ids, those made of others by their headers. */
type Cells = Readonly<Record<string, string | undefined>>;

/** A digest of what is printed in a row, cell by cell, whatever the order of the columns, without blanks. */
export function printedCheck(cells: Cells): string {
  return digestsOf(cells)
    .map(([, digest]) => digest)
    .sort()
    .join(' ');
}

const CHECK = /^((?:[0-9A-Z]{5}\s+)*[0-9A-Z]{5}|[0-9A-Z]{8})?(?:\s+|$)([\s\S]*)$/;

/** A check as it stands in its cell, and what somebody has typed there. */
export function checkIn(text: string): { readonly check: string; readonly typed: string } {
  const [, check = '', typed = ''] = CHECK.exec(text.trim()) ?? [];
  return check === '' ? { check, typed: text.trim() } : { check, typed };
}

/** What the checks of a table tell of one of its rows; those of earlier versions tell of whole rows only. */
interface CheckedRow {
  readonly isEdited: boolean;
  readonly edits?: Readonly<Record<string, Edit>>;
}

/**
 * Makes the checks of a table ready to be asked of its rows. Somebody may have sorted the ids, or all but the column of the
 * checks: a row is that of which most is there.
 */
export function checkedBy(checks: readonly string[]): (cells: Cells, own: string) => CheckedRow {
  const written = new Set(checks);
  const holders = new Map<string, ReadonlySet<string>[]>();
  for (const check of written) {
    const digests = partsOf(check);
    for (const each of digests) holders.set(each, [...(holders.get(each) ?? []), digests]);
  }
  const mostLike = (digests: readonly string[], own: ReadonlySet<string>): ReadonlySet<string> => {
    if (digests.every((each) => own.has(each))) return own;
    const counts = new Map([[own, 0]]);
    for (const each of digests)
      for (const holder of holders.get(each) ?? []) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    return Array.from(counts).reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  };
  return (cells, own) => {
    if (OF_ROW.test(own)) return { isEdited: !written.has(rowCheck(cells)) };
    const digests = digestsOf(cells);
    const its = mostLike(
      digests.map(([, digest]) => digest),
      partsOf(own),
    );
    const edits = digests.flatMap(([column, digest]): [string, Edit][] =>
      its.has(digest) ? [] : [[column, holders.has(digest) ? 'moved' : 'typed']],
    );
    return { isEdited: edits.length > 0 || digests.length < its.size, edits: Object.fromEntries(edits) };
  };
}

const PART = new RegExp(`.{${LENGTH}}`, 'g');

function partsOf(check: string): ReadonlySet<string> {
  return new Set(unspaced(check).match(PART));
}

function digestsOf(cells: Cells): [column: string, digest: string][] {
  return textsOf(cells).map(([column, text]) => [column, shortDigest(`${column}:${text}`, LENGTH)]);
}

function rowCheck(cells: Cells): string {
  const texts = textsOf(cells).map(([column, text]) => `${column}:${text}`);
  return shortDigest(texts.sort().join('\n'), OF_ROW_LENGTH);
}

function textsOf(cells: Cells): [column: string, text: string][] {
  return Object.entries(cells)
    .map(([column, text = '']): [string, string] => [column, unspaced(text)])
    .filter(([, text]) => text !== '');
}
