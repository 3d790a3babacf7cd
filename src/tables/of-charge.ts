// Tables of who looks after what: 包联单位｜联系村｜责任人, and no column that says what is to be done.
import type { ColumnContent } from '../model/notice.js';
import { isCharged, isOfCharge } from '../words/columns.js';
import { type Concluded, WHAT } from './concluded.js';
import type { HeadedColumn } from './headed-columns.js';

const NAMED_BY_PLACE: Concluded = { meaning: 'name', inferred: 'text' };
const OTHER: Concluded = { meaning: 'other' };

/** What the columns of such a table hold; the last place, 村 beside 乡镇, is what a row is called. */
export function ofCharge(
  concluded: readonly Concluded[],
  columns: readonly HeadedColumn[],
  contents: readonly (ColumnContent | undefined)[],
): ReadonlyMap<number, Concluded> {
  const isOf = (i: number) => isOfCharge(columns[i]?.header ?? '');
  const charged = columns.findIndex(({ header }, i) => isCharged(header) && contents[i] === 'units');
  const says = ({ meaning }: Concluded, i: number) =>
    WHAT.includes(meaning) && meaning !== 'category' && !(isOf(i) && meaning !== 'name');
  const places = columns.flatMap((_, i) =>
    i !== charged && isOf(i) && (contents[i] === 'units' || contents[i] === 'text') ? [i] : [],
  );
  const isNamed = concluded.some(says);
  if (charged < 0 || (places.length === 0 && !isNamed)) return new Map();
  const isKnown = concluded[charged]?.meaning !== 'other';
  return new Map([
    ...(isKnown ? [] : [[charged, { meaning: 'responsible', inferred: 'units' }] as const]),
    ...(isNamed ? [] : places.map((i) => [i, i === places.at(-1) ? NAMED_BY_PLACE : OTHER] as const)),
  ]);
}
