import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import { type Place, withinFile } from '../model/place.js';
import type { ListedColumn, RenamedHeader, ReturnedSheet } from '../model/returned.js';
import type { FillIn, Typed } from '../model/sheet.js';
import {
  ANSWER_WORDS,
  ANSWERS,
  answerOf,
  FILL_IN_COLUMNS,
  headerOf,
  statusIn,
  typedText,
} from '../sheets/index.js';
import { DITTO, ERROR_VALUE } from '../words/said.js';

const LISTED: readonly ListedColumn[] = ['status', 'answer'];

/** What of a sheet is told by its cells. */
type Rows = Pick<ReturnedSheet, 'rows' | 'questions'>;

/**
 * What stands in 进展状态, or answers, in other words than those of the list, and as what it is read: a line a column.
 *
 * @param now the sheet in which that stands by now, where it was written anew
 */
export function tellSaid({ rows, questions }: Rows, now: Rows = { rows, questions }): Diagnostic[] {
  const isSame = (one: Rows['rows' | 'questions'][number], other: typeof one) =>
    'group' in one
      ? 'group' in other && one.group === other.group
      : 'id' in other && one.id !== '' && one.id === other.id && other.kept === null;
  return LISTED.flatMap((id) => {
    const read = [...questions, ...rows].flatMap((each) => {
      if (each.said?.[id] === undefined) return [];
      const there = 'group' in each ? now.questions : now.rows;
      const { places = {}, at } = there.find((other) => other === each || isSame(each, other)) ?? each;
      return [{ said: each.said[id], status: typedText(each.filled[id]), at: places[id] ?? at }];
    });
    const [first] = read;
    if (!first) return [];
    const words = new Map(read.map(({ said, status }) => [said, status]));
    const args = { said: [...words.keys()], status: [...words.values()], count: read.length };
    const cells = read.map(({ at }) => withinFile(at));
    return [diagnose('return-said', { column: headerOf(id), ...args, cells }, first.at)];
  });
}

/** Formulas of which a file does not say what they come to: programs write such, and neither Excel nor WPS saved it. */
export function tellUnsaved({ unsaved = [], file }: Pick<ReturnedSheet, 'unsaved' | 'file'>): Diagnostic[] {
  if (unsaved.length === 0) return [];
  return [diagnose('return-formula', { cells: unsaved.map(withinFile), count: unsaved.length }, file)];
}

/** Columns to fill in that stand in another order than they were sent: headers may have been exchanged without their words. */
export function tellReordered({ reordered, file }: Pick<ReturnedSheet, 'reordered' | 'file'>): Diagnostic[] {
  return reordered ? [diagnose('return-reordered', { ...reordered }, file)] : [];
}

/**
 * Headers that somebody has written otherwise: as which columns they are read.
 *
 * @param exchanged those of printed columns that stand over each other's
 */
export function tellRenamed(
  { renamed = [], file }: Pick<ReturnedSheet, 'renamed' | 'file'>,
  exchanged: readonly RenamedHeader[],
): Diagnostic[] {
  const all = [...renamed, ...exchanged];
  if (all.length === 0) return [];
  const headers = all.map(({ header }) => header.trim());
  return [diagnose('return-headers', { headers, as: all.map(({ as }) => as) }, file)];
}

/** Rows of a text that end before columns in which all others say something: what was in the rest is gone. */
export function tellCut({ cut = [], file }: Pick<ReturnedSheet, 'cut' | 'file'>): Diagnostic[] {
  if (cut.length === 0) return [];
  return [diagnose('return-cut', { rows: cut.map(withinFile), count: cut.length }, file)];
}

/**
 * Answers that are none of the list's, each with its cell and with what is asked, which is still there where the sheet was
 * written anew and other rows have left it: what is asked stays open.
 */
function tellOddAnswers({ rows, questions }: Pick<ReturnedSheet, 'rows' | 'questions'>): Diagnostic[] {
  return [...questions, ...rows].flatMap((each) => {
    const { answer } = each.filled;
    if (answer === undefined || answerOf(each)) return [];
    const known = ANSWERS.map((word) => ANSWER_WORDS[word]);
    const asked = 'group' in each ? each.group : [each.cells.ref, each.cells.name].filter(Boolean).join(' ');
    const at = each.places?.answer ?? each.at;
    return [diagnose('return-answer', { asked, answer: typedText(answer), known }, at)];
  });
}

/** What is told of texts of a form wherever one is filled in: those, with their cells. */
function tellForm(
  { rows, questions }: Pick<ReturnedSheet, 'rows' | 'questions'>,
  form: RegExp,
  code: 'return-ditto' | 'return-error-value',
  isLeftOut = (_: FillIn) => false,
): Diagnostic[] {
  const found = [...rows, ...questions].flatMap(({ filled, own, places = {}, at }) =>
    [
      ...FILL_IN_COLUMNS.filter(({ id }) => !isLeftOut(id)).map(({ id }) => ({
        typed: filled[id],
        at: places[id] ?? at,
      })),
      ...Object.values(own).map((typed) => ({ typed, at })),
    ].flatMap((each) => {
      const said = typedText(each.typed).trim();
      return form.test(said) ? [{ said, at: each.at }] : [];
    }),
  );
  const [first] = found;
  if (!first) return [];
  const said = Array.from(new Set(found.map((each) => each.said)));
  const cells = found.map(({ at }) => withinFile(at));
  return [diagnose(code, { said, cells, count: found.length }, first.at)];
}

/** Cells that say no more than that the row above has it, which may be another row by then: 同上. */
function tellDitto(sheet: Pick<ReturnedSheet, 'rows' | 'questions'>): Diagnostic[] {
  return tellForm(sheet, DITTO, 'return-ditto');
}

/** Cells whose formula has come to nothing: #REF!. Among answers such is told as what is none. */
function tellErrors(sheet: Pick<ReturnedSheet, 'rows' | 'questions'>): Diagnostic[] {
  return tellForm(sheet, ERROR_VALUE, 'return-error-value', (id) => id === 'answer');
}

/** What is typed where it is not understood, or will not be. */
export function tellOdd(sheet: Pick<ReturnedSheet, 'rows' | 'questions'>): Diagnostic[] {
  return [...tellOddAnswers(sheet), ...tellStatusElsewhere(sheet), ...tellDitto(sheet), ...tellErrors(sheet)];
}

const DAYS: ReadonlySet<FillIn> = new Set(
  FILL_IN_COLUMNS.filter(({ takes }) => takes === 'date').map(({ id }) => id),
);

/** Whether a column for days says how far the task is. */
export function isStatusForDay(id: FillIn, typed: Typed | undefined): boolean {
  return DAYS.has(id) && typeof typed === 'string' && statusIn(typed) !== undefined;
}

/**
 * A status that stands in a column that is for something else: it is kept, and does not count. Beside a status a word in
 * 进展情况 or in 备注 is only a word. A line a column.
 */
function tellStatusElsewhere({ rows }: Pick<ReturnedSheet, 'rows'>): Diagnostic[] {
  const found = new Map<string, { column: string; said: string; isBeside: boolean; at: Place }[]>();
  for (const row of rows) {
    const { status, answer: _, ...others } = row.filled;
    const isBeside = status !== undefined;
    const typed = [
      ...FILL_IN_COLUMNS.map(({ id, header }) => {
        const isAny = id === 'status' || id === 'answer' || (isBeside && !DAYS.has(id));
        return { column: header, said: isAny ? undefined : others[id], at: row.places[id] ?? row.at };
      }),
      ...(isBeside ? [] : Object.entries(row.own).map(([column, said]) => ({ column, said, at: row.at }))),
    ];
    for (const { column, said, at } of typed) {
      if (typeof said === 'string' && statusIn(said) !== undefined)
        addTo(found, `${isBeside} ${column}`, { column, said: said.trim(), isBeside, at });
    }
  }
  return Array.from(found.values()).flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const said = Array.from(new Set(all.map((each) => each.said)));
    const cells = all.map(({ at }) => withinFile(at));
    const code = first.isBeside ? 'return-status-for-day' : 'return-status-elsewhere';
    return [diagnose(code, { column: first.column, said, cells, count: all.length }, first.at)];
  });
}
