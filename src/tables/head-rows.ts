// Rows of labels above a header: 专班名称｜工业专班｜组长｜万某, 牵头单位｜县经信局｜成员单位｜县统计局.
import type { GridRow, HeadEntry } from '../model/notice.js';
import { comparable, matchOf } from '../words/columns.js';

/** A label is a few words. */
const LABEL = /^[\p{Script=Han}（）()、/]{2,10}[：:]?$/u;
/** Headers that say three things are no chance. */
const LEAST_HEADERS = 3;
/** No table has more such rows. */
const MOST_ROWS = 6;

/** The labels of a row and what stands beside them; nothing where it is no row of labels. */
export function headEntries({ cells }: GridRow): HeadEntry[] {
  const own = cells.map(({ passage }) => passage);
  if (own.length % 2 > 0 || cells.some(({ above }) => above)) return [];
  const entries = own.flatMap((label, i) =>
    i % 2 === 0 ? [{ label, value: own[i + 1] as HeadEntry['value'] }] : [],
  );
  const known = (text: string) => matchOf(text.replace(/[：:]$/, '')) !== undefined;
  const isOne =
    entries.every(({ label, value }) => LABEL.test(comparable(label.text)) && !known(value.text)) &&
    entries.some(({ label }) => known(label.text)) &&
    entries.some(({ value }) => value.text !== '');
  return isOne ? entries : [];
}

/**
 * How many rows stand above a table's header that are labels with what they say of all its tasks, a title among them
 * or not; 0 where no header follows right below.
 */
export function endOfHead(rows: readonly GridRow[]): number {
  let end = 0;
  let labels = 0;
  for (const row of rows.slice(0, MOST_ROWS)) {
    const isTitle = row.cells.length === 1 && labels === 0;
    if (headEntries(row).length > 0) labels++;
    else if (!isTitle) break;
    end++;
  }
  const header = rows[end];
  return labels > 0 && header && headsColumns(header) ? end : 0;
}

/** Whether every cell of a row says what a column holds. */
function headsColumns({ cells }: GridRow): boolean {
  const meanings = cells.map(({ passage }) => matchOf(passage.text)?.meaning);
  return (
    !cells.some(({ above }) => above) &&
    !meanings.includes(undefined) &&
    new Set(meanings).size >= LEAST_HEADERS
  );
}
