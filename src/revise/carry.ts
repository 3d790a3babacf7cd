import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type {
  Entries,
  KeptPart,
  KeptRow,
  NoticeColumn,
  Question,
  RowChange,
  SheetRow,
  TaskSheet,
  Went,
} from '../model/sheet.js';
import {
  isFilled,
  isSurelyOwn,
  isTitleOf,
  KEPT_PARTS,
  PART_WORDS,
  questionsOf,
  refWords,
  saysSame,
  saysWent,
  unmarked,
  WATCHED_COLUMNS,
  withAnswers,
} from '../sheets/index.js';
import { normalizeName } from '../words/width.js';
import { isApart } from './apart.js';
import { asSent, goneAsSent, PRINTED_PARTS, saysAllInRemark } from './as-sent.js';
import type { Lineage } from './known.js';
import { isPrinted, type PairedRows, pairRows } from './pair-rows.js';

/**
 * Carries what people put into an earlier sheet over to a new one, by task. Rows that the new one has in
 * other words are marked with the old ones beside; what it no longer has goes to 已取消, what no row can be
 * found for to 待归位. What was answered with 是 is the unit's own. Nothing that was typed is left out, and carrying
 * over twice changes nothing more.
 *
 * @param sheet a sheet that nobody has put anything into
 * @param with.paired which returned row is of which task
 * @param with.sent the sheet as it was sent out, where that is known: what is printed otherwise its unit wrote
 * @param with.lineage what is known of earlier editions: it tells where a task has gone that the sheet no longer has
 * @param with.answered gives what its unit has answered elsewhere, and later
 */
export function carryOver(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  {
    lineage,
    paired: { pairs: rowOf, meant, contradictions } = pairRows(sheet.rows, returned.rows, lineage),
    sent,
    answered = (carried) => carried,
  }: {
    readonly paired?: PairedRows;
    readonly sent?: TaskSheet | undefined;
    readonly lineage?: Lineage | undefined;
    readonly answered?: ((sheet: TaskSheet) => TaskSheet) | undefined;
  } = {},
): TaskSheet {
  const rows = returned.rows.filter((row) => isFilled(row) || isPrinted(row));
  const keptBefore = rows.filter((row) => row.kept !== null);
  const live = rows.filter((row) => row.kept === null);
  const paired = new Set(rowOf.values());
  const astray = new Set(contradictions.map(({ row }) => row));

  const printed = asSent(rowOf, sent, returned, lineage);
  const old = (row: SheetRow) => printed.get(row);
  const stood = hasStood(returned);
  const wasSent = new Set(sent?.rows.map(({ id }) => id));
  const listed = new Set(returned.listed ?? (returned.edition === null ? [] : wasSent));
  // What was surely sent out and is not there, its people have deleted: it is not new.
  const wasThere = (row: SheetRow) => listed.has(row.id) || stood(row);
  const changes = new Map(
    sheet.rows.map((row): [SheetRow, RowChange | null] => {
      const earlier = old(row);
      const isNew = !earlier && !wasThere(row);
      return [row, earlier ? changeOf(row, earlier, returned.printed) : isNew ? ADDED : null];
    }),
  );
  const gone = live.filter((row) => !paired.has(row));
  const known = new Map(sheet.rows.map((row) => [row.id, row]));
  // What nobody knows is a task of an earlier edition all the same.
  const taskOf = (row: ReturnedRow) =>
    meant.get(row) ?? (lineage?.isKnown || astray.has(row) || row.id === '' ? undefined : row.id);
  const isCancelled = (row: ReturnedRow) => {
    const id = taskOf(row);
    return id !== undefined && !known.has(id);
  };
  // What the notice no longer has is printed as it was, and not as its people have called it.
  const cancelledRows = new Map(
    gone.filter(isCancelled).map((row) => [row, goneAsSent(row, taskOf(row), sent, returned)]),
  );
  const isRevised = cancelledRows.size > 0 || [...changes.values()].some((change) => change !== null);
  // Without a single row of an earlier sheet there is nothing to be new against.
  const isFirst = live.every((row) => row.id === '' && !meant.has(row));
  const mark = (row: SheetRow): RowChange | null => {
    if (isFirst) return null;
    return (isRevised ? changes.get(row) : old(row)?.change) ?? null;
  };

  // A row that somebody has pasted from another unit's sheet: the one that was sent does not have it.
  const wasNever = (row: ReturnedRow, id: string) =>
    row.kept === null ? sent !== undefined && !wasSent.has(id) : saysWent(row.cells.change ?? '', ['never']);

  const keep = (row: ReturnedRow, part: KeptPart, id = row.id) =>
    keptRow(row, part, () => {
      const own = known.get(id);
      if (!own) {
        const went = id === '' ? undefined : lineage?.whereabouts(id, row.cells);
        return went?.kind === 'others' && wasNever(row, id) ? { ...went, kind: 'never' } : went;
      }
      const isCopy = row.kept === null ? taskOf(row) === id : saysWent(row.cells.change ?? '', ['again']);
      return isCopy ? { kind: 'again', id, ref: refWords(own), name: own.name } : undefined;
    });
  const typed = returned.stray.filter(({ text }) => !isTitleOf(sheet.unit, text));
  const stray = typed.map(({ at, text }) => ({
    part: 'unplaced' as const,
    cells: { goal: `${withinFile(at)}：${text}` },
    ...entriesOf(undefined),
  }));
  const kept = [
    ...keptBefore
      .filter((row) => !paired.has(row))
      // What was taken out in an earlier revision need not be shown for ever.
      .filter((row) => isFilled(row) || !isRevised || row.kept === 'unplaced')
      .map((row) => keep(row, row.kept ?? 'unplaced')),
    ...gone.map((each) => {
      const row = cancelledRows.get(each);
      if (!row) return keep(each, 'unplaced', taskOf(each));
      const cancelled = keep(row, 'cancelled', taskOf(each));
      const { went } = cancelled;
      // Of which of several the words are, only their people know.
      const isOpen = went ? went.kind === 'split' || went.kind === 'maybe' : mayGoOn(row, lineage);
      // Nor, where the notice has exchanged names, with which of the two tasks they go.
      const isTheirs = ((isOpen || isApart(each, lineage)) && isFilled(row)) || went?.kind === 'never';
      return isTheirs ? { ...cancelled, part: 'unplaced' as const } : cancelled;
    }),
    ...stray,
  ];
  const carried: TaskSheet = {
    ...sheet,
    columns: Array.from(
      new Set([
        ...returned.columns,
        ...[...printed.values(), ...cancelledRows.values()].flatMap(({ own }) => Object.keys(own)),
      ]),
    ),
    rows: sheet.rows.map((row) => ({
      ...row,
      change: mark(row),
      ...entriesOf(old(row)),
    })),
    kept: KEPT_PARTS.flatMap((part) => kept.filter((row) => row.part === part)),
    questions: answeredQuestions(sheet, returned.questions),
    cover: { ...returned.cover },
  };
  return withAnswers(answered(carried));
}

/**
 * Whether a row that is not in an earlier sheet may have been there all the same. What hung on a question stood in no row
 * of its own; and where somebody has taken away a question, or all that was asked, nobody can tell what hung on it.
 */
function hasStood({ questions, rows }: ReturnedSheet): (row: SheetRow) => boolean {
  const ids = new Set(questions.flatMap((each) => each.rows));
  const groups = new Set(questions.map(({ group }) => group));
  const asks = questions.length > 0 || rows.some(({ cells }) => cells.part === PART_WORDS.possible);
  return (row) => {
    if (ids.has(row.id)) return true;
    if (isSurelyOwn(row)) return false;
    const hangsOn = questionsOf([row]).map(({ group }) => group);
    return !asks || (hangsOn.length > 0 && !hangsOn.some((group) => groups.has(group)));
  };
}

/** The group that a returned question is about: its name may have been sorted to another row, or changed. */
function groupOf({ group, rows }: Question, questions: readonly Question[]): string {
  if (questions.some((each) => each.group === group)) return group;
  const ids = new Set(rows);
  const shares = questions.map((each) => ({
    group: each.group,
    share: each.rows.filter((id) => ids.has(id)).length / Math.max(1, each.rows.length, ids.size),
  }));
  return shares.find(({ share }) => share > 0.5)?.group ?? group;
}

/** The questions with what was answered; one that nothing hangs on any more stays as long as it is answered. */
function answeredQuestions({ questions }: TaskSheet, returned: ReturnedSheet['questions']): Question[] {
  const answered = returned.filter(isFilled).map((each) => ({ ...each, group: groupOf(each, questions) }));
  const of = (group: string) => answered.filter((each) => each.group === group);
  const asked = new Set(questions.map(({ group }) => group));
  const others = Array.from(new Set(answered.map(({ group }) => group))).filter((group) => !asked.has(group));
  return [...questions, ...others.map((group) => ({ group, rows: [] }))].map(({ group, rows }) => {
    const own = of(group);
    return {
      group,
      rows,
      filled: Object.assign({}, ...own.map(({ filled }) => filled)) as Entries['filled'],
      own: Object.assign({}, ...own.map((each) => each.own)) as Entries['own'],
      notes: own.flatMap(({ notes }) => notes),
    };
  });
}

/** Whether a task of an edition that nobody knows may be one of those that have its very goal. */
function mayGoOn({ cells: { goal = '' } }: ReturnedRow, lineage: Lineage | undefined): boolean {
  const key = normalizeName(unmarked(goal));
  if (!lineage || lineage.isKnown || key === '') return false;
  return lineage.printed.some((task) => normalizeName(task.goal) === key);
}

const ADDED: RowChange = { kind: 'added' };
const RESTORED: RowChange = { kind: 'restored' };

/** What a row says other than before, in the columns that the earlier sheet has. */
function changeOf(
  row: SheetRow,
  { cells, kept }: ReturnedRow,
  printed: readonly NoticeColumn[],
): RowChange | null {
  const fields = WATCHED_COLUMNS.filter(({ id }) => printed.includes(id))
    .filter((column) => !saysSame(column, row, cells[column.id]))
    .filter(({ id }) => !(id === 'remark' && saysAllInRemark(row, cells.remark)))
    // A task that was taken out and has come back, or that the unit has answered for, is not in another part for that.
    .filter(
      ({ id }) => !(id === 'part' && (kept || (cells.part === PART_WORDS.confirmed && !isSurelyOwn(row)))),
    )
    .map(({ id }) => ({ column: id, before: cells[id] ?? '' }));
  if (fields.length > 0) return { kind: 'changed', fields };
  return kept === 'cancelled' ? RESTORED : null;
}

function keptRow(row: ReturnedRow, part: KeptPart, whereabouts: () => Went | undefined): KeptRow {
  const { part: printed = '', change = '', ...said } = row.cells;
  // What was printed in another row says nothing of the one that its id names.
  const isOthers = (column: string) => row.id !== '' && row.edits?.[column] === 'moved';
  const cells: KeptRow['cells'] = Object.fromEntries(
    Object.entries(said).filter(([column]) => !isOthers(column)),
  );
  const theirs = row.change?.kind === 'other' && !saysWent(change);
  const went = part === 'unplaced' && theirs ? undefined : whereabouts();
  const isTheirs = printed.trim() !== '' && !PRINTED_PARTS.has(printed.trim());
  return {
    part,
    cells: {
      ...cells,
      ...(row.id !== '' && { id: row.id }),
      // 类型 of a row of theirs gives way to 待归位.
      ...(isTheirs && {
        remark: [cells.remark ?? '', `类型：${printed}`].filter((text) => text !== '').join('\n'),
      }),
      ...(part === 'unplaced' && theirs && { change }),
    },
    ...(went && { went }),
    ...entriesOf(row),
  };
}

/** What people put into a row, if there is one. */
function entriesOf(row: ReturnedRow | undefined): Entries {
  return { filled: { ...row?.filled }, own: { ...row?.own }, notes: [...(row?.notes ?? [])] };
}
