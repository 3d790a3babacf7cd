import { addTo } from '../model/grouping.js';
import type { Edit } from '../model/returned.js';
import { shortDigest } from '../tasks/index.js';
import { DERIVED_HEADERS, unspaced } from './columns.js';

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

/** A row of a table: what stands in its printed cells by now, and in its cell of checks. */
export interface RowToCheck {
  readonly cells: Cells;
  readonly check: string;
}

/** What the checks of a table tell of one of its rows; those of earlier versions tell of whole rows only. */
export interface CheckedRow {
  readonly isEdited: boolean;
  readonly edits?: Readonly<Record<string, Edit>>;
  /** What was printed in cells where another row's text or none stands, as another row has it now. */
  readonly printed?: Readonly<Record<string, string>>;
  /** The columns in which another row's text stands. */
  readonly moved?: readonly string[];
  /** Whether only what is folded away is printed of a task here, whose words stand in another row. */
  readonly isLeft?: true;
  /** By columns, of which other row the text is that stands here and nowhere else: what is noted on its cell is said of that row. */
  readonly homes?: Readonly<Record<string, number>>;
}

/** A row as it was printed: its digests. */
type Sent = ReadonlySet<string>;

/**
 * What each column says of the row that an entry is of, in a table of which some columns are folded away: 通知序号 stands
 * with the words, and no two rows have the same.
 */
const WEIGHTS: Readonly<Record<string, number>> = { name: 1, goal: 1, ref: 2, id: 1 };
/** The printed columns between 目标内容 and what is filled in: who sorts the one with the other sorts them, too. */
const BESIDE = 5;
const BESIDE_COLUMNS: ReadonlySet<string> = new Set(['duties', ...Object.values(DERIVED_HEADERS)]);
/** By these people know a task. */
const WORDS: ReadonlySet<string> = new Set(['name', 'goal', 'ref']);
/** A text that more rows have says nothing of any. */
const COMMON = 20;

/**
 * What the checks of a table tell of each of its rows. Somebody may have sorted or exchanged some of the columns alone: a row
 * is that of which most stands where it was printed, and what stands beside what is filled in tells more than the rest. What
 * other rows have of it by now is known again by its digest, whatever the edition.
 *
 * @param isFolded whether a column stands behind those that are filled in; people sort what they see
 */
export function checkedRows(
  rows: readonly RowToCheck[],
  isFolded: (column: string) => boolean,
): (CheckedRow | undefined)[] {
  const sent = new Map<string, Sent>();
  for (const { check } of rows) if (check !== '' && !OF_ROW.test(check)) sent.set(check, partsOf(check));
  const holders = new Map<string, Sent[]>();
  for (const digests of new Set(sent.values())) for (const each of digests) addTo(holders, each, digests);
  const all = rows.map(({ cells }) => digestsOf(cells));
  const texts = new Map<string, [column: string, text: string]>();
  for (const [i, digests] of all.entries())
    for (const [column, digest] of digests)
      if (holders.has(digest)) texts.set(digest, [column, rows[i]?.cells[column] ?? '']);
  const whole = new Set(rows.map(({ check }) => check).filter((check) => OF_ROW.test(check)));
  const its = sentOf(
    all,
    rows.map(({ check }) => sent.get(check)),
    holders,
    isFolded,
  );
  const isWorded = (i: number) =>
    (all[i] ?? []).some(([column, digest]) => its[i]?.has(digest) && WORDS.has(column));
  const worded = new Set(its.filter((_, i) => isWorded(i)));
  const told = rows.map(({ cells, check }, i): CheckedRow | undefined => {
    if (OF_ROW.test(check)) return { isEdited: !whole.has(rowCheck(cells)) };
    const own = its[i];
    if (!own) return undefined;
    const hasOther = (all[i] ?? []).some(([column]) => WORDS.has(column)) && !isWorded(i);
    const compared = comparedWith(all[i] ?? [], own, holders, texts);
    if (worded.has(own) && hasOther) return { ...compared, isLeft: true };
    // All of it has gone from beside its words.
    const checked = sent.get(check);
    const isBare = checked !== own && compared.printed !== undefined;
    const moved = isBare ? Object.keys(compared.printed ?? {}) : (compared.moved ?? []);
    // The checks of another row, and nothing beside what is filled in that says which of the two it is.
    const isUnsure = checked !== undefined && checked !== own && !isVouchedFor(all[i] ?? [], own, checked);
    const columns = isUnsure ? [...moved, CHECK_HEADER] : moved;
    return columns.length > 0 ? { ...compared, moved: columns } : compared;
  });
  return told.map((each, i) => each && { ...each, ...homesOf(i, all, its, told) });
}

/** Of which other rows texts in a row are, where each is that of one row, with whose words it will stand, and stands here alone. */
function homesOf(
  row: number,
  all: readonly (readonly Digest[])[],
  its: readonly (Sent | undefined)[],
  told: readonly (CheckedRow | undefined)[],
): Pick<CheckedRow, 'homes'> {
  const homes = (all[row] ?? []).flatMap(([column, digest]): [string, number][] => {
    if (its[row]?.has(digest)) return [];
    const isHere = (each: readonly Digest[]) => each.some(([, other]) => other === digest);
    const [home, ...others] = its.flatMap((sent, i) => (sent?.has(digest) ? [i] : []));
    if (home === undefined || others.length > 0 || all.filter(isHere).length > 1) return [];
    const { edits = {}, isLeft = false } = told[home] ?? {};
    return isLeft || ['id', 'name'].some((each) => edits[each] !== undefined) ? [] : [[column, home]];
  });
  return homes.length > 0 ? { homes: Object.fromEntries(homes) } : {};
}

/** Whether what stands beside what is filled in was printed in one row, and not in another, and nothing else was in that one. */
function isVouchedFor(digests: readonly Digest[], one: Sent, other: Sent): boolean {
  const isOf = (its: Sent, not: Sent) => digests.filter(([, digest]) => its.has(digest) && !not.has(digest));
  return isOf(one, other).some(([column]) => BESIDE_COLUMNS.has(column)) && isOf(other, one).length === 0;
}

/** Which row as it was printed each is by now. */
function sentOf(
  all: readonly (readonly Digest[])[],
  owns: readonly (Sent | undefined)[],
  holders: ReadonlyMap<string, readonly Sent[]>,
  isFolded: (column: string) => boolean,
): (Sent | undefined)[] {
  const hasFolded = all.some((digests) => digests.some(([column]) => isFolded(column)));
  const besideIn = (digests: readonly Digest[]) => digests.filter(([column]) => BESIDE_COLUMNS.has(column));
  const besides = (digests: readonly Digest[], one: Sent | undefined) =>
    besideIn(digests).filter(([, digest]) => one?.has(digest)).length;
  const goalsOf = (digests: readonly Digest[]) =>
    digests.flatMap(([column, digest]) => (column === 'goal' ? (holders.get(digest) ?? []) : []));
  // One sort moves all rows: where what stands beside tells nothing in one row, it does what it does in the others.
  const leans = all.flatMap((digests, i) => {
    const own = owns[i];
    const goals = goalsOf(digests);
    if (!own || goals.length === 0 || goals.includes(own)) return [];
    const withGoal = Math.max(...goals.map((each) => besides(digests, each)));
    return Math.sign(withGoal - besides(digests, own));
  });
  const isWithGoal = leans.includes(1) && !leans.includes(-1);
  const isWithOwn = leans.includes(-1) && !leans.includes(1);
  return all.map((digests, i) => {
    const own = owns[i];
    if (own && digests.every(([, digest]) => own.has(digest))) return own;
    const goals = goalsOf(digests);
    const contenders = [...(own ? [own] : []), ...goals];
    const telling = besideIn(digests).filter(([, digest]) => !contenders.every((each) => each.has(digest)));
    const score = (one: Sent): number => {
      const count = digests.filter(([, digest]) => one.has(digest)).length;
      const known = digests.filter(([column, digest]) => WORDS.has(column) && one.has(digest)).length;
      if (!hasFolded) return count + known + (one === own ? 0.5 : 0);
      const words = digests.reduce(
        (sum, [column, digest]) => sum + (one.has(digest) ? (WEIGHTS[column] ?? 0) : 0),
        0,
      );
      const isTold =
        telling.length > 0
          ? besides(telling, one) / telling.length
          : Number((isWithGoal && goals.includes(one)) || (isWithOwn && one === own));
      return words + isTold * BESIDE + (one === own ? 1 : 0) + count / 100;
    };
    const likely = digests.flatMap(([column, digest]) => {
      const found = holders.get(digest) ?? [];
      return found.length <= COMMON || column in WEIGHTS ? found : [];
    });
    const scored = Array.from(new Set([...(own ? [own] : []), ...likely]), (one) => ({
      one,
      points: score(one),
    }));
    const [first, ...others] = scored;
    if (!first) return own;
    const best = others.reduce((most, each) => (each.points > most.points ? each : most), first);
    // A row without a check of its own may be people's.
    const isWhole =
      digests.filter(([column, digest]) => WORDS.has(column) && best.one.has(digest)).length === WORDS.size;
    return own || isWhole ? best.one : undefined;
  });
}

/** What a row has by now that was not printed in it, and what was. */
function comparedWith(
  digests: readonly Digest[],
  own: Sent,
  holders: ReadonlyMap<string, readonly Sent[]>,
  texts: ReadonlyMap<string, readonly [column: string, text: string]>,
): CheckedRow {
  const there = new Set(digests.map(([, digest]) => digest));
  const gone = Array.from(own).filter((digest) => !there.has(digest));
  const printed: Record<string, string> = {};
  for (const digest of gone) {
    const found = texts.get(digest);
    if (found) printed[found[0]] = found[1];
  }
  const isAllKnown = gone.every((digest) => texts.has(digest));
  const edits: [string, Edit][] = [];
  const moved: string[] = [];
  for (const [column, digest] of digests) {
    if (own.has(digest)) continue;
    const isMoved = holders.has(digest);
    if (isMoved) moved.push(column);
    if (isMoved && printed[column] === undefined && isAllKnown) printed[column] = '';
    if (!isMoved || printed[column] === undefined) edits.push([column, isMoved ? 'moved' : 'typed']);
  }
  // Words that were typed stay where they stand.
  const typed = new Set(edits.map(([column]) => column));
  const back = Object.entries(printed).filter(([column]) => !typed.has(column));
  return {
    isEdited: digests.some(([, digest]) => !own.has(digest)) || gone.length > 0,
    edits: Object.fromEntries(edits),
    ...(back.length > 0 && { printed: Object.fromEntries(back) }),
    ...(moved.length > 0 && { moved }),
  };
}

const PART = new RegExp(`.{${LENGTH}}`, 'g');

function partsOf(check: string): Sent {
  return new Set(unspaced(check).match(PART));
}

type Digest = readonly [column: string, digest: string];

function digestsOf(cells: Cells): Digest[] {
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
