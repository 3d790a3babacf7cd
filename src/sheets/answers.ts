import type { Answer, Duty, Entries, Question, SheetRow } from '../model/sheet.js';
import { isStanding } from '../units/index.js';
import { isFilled } from './fill-in.js';
import { isSurelyOwn, PARTS } from './parts.js';

/** What has to be known of a row to ask whether it is the unit's. */
export type Askable = Pick<SheetRow, 'id' | 'part' | 'duties' | keyof Entries>;

/** A sheet, or as much of one as has to be known to ask. */
interface AskingSheet<Row extends Askable> {
  readonly rows: readonly Row[];
  readonly questions: readonly Question[];
}

/** What was answered; nothing where somebody wrote something else, or nothing. */
export function answerOf({ filled: { answer } }: Pick<Entries, 'filled'>): Answer | undefined {
  return typeof answer === 'object' && 'answer' in answer ? answer.answer : undefined;
}

/** The questions that rows leave open: one for each body of which the unit may be a member. */
export function questionsOf(rows: readonly Pick<SheetRow, 'id' | 'duties'>[]): Question[] {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    for (const group of openIn(row).filter(isStanding))
      groups.set(group, [...(groups.get(group) ?? []), row.id]);
  }
  return Array.from(groups, ([group, ids]) => ({ group, rows: ids, filled: {}, own: {}, notes: [] }));
}

/** The groups, and 等单位, through which a row may be the unit's. */
function openIn({ duties }: Pick<SheetRow, 'duties'>): string[] {
  return Array.from(new Set(duties.flatMap(({ degree, via = [] }) => (degree === 'possible' ? via : []))));
}

/**
 * A sheet in which what the unit has answered with 是 is surely its own, marked 本单位确认. What the notice says, and
 * what the unit answered otherwise, stays as it is.
 */
export function withAnswers<Row extends Askable, Sheet extends AskingSheet<Row>>(
  sheet: Sheet & AskingSheet<Row>,
): Sheet & { rows: Row[] } {
  const said = saidOf(sheet);
  const rows = sheet.rows.map((row) => confirmed(row, said));
  return { ...sheet, rows: PARTS.flatMap((part) => rows.filter((row) => row.part === part)) };
}

type GroupAnswers = ReadonlyMap<string, Answer | undefined>;

function saidOf({ questions }: { readonly questions: readonly Question[] }): GroupAnswers {
  return new Map(questions.map((question) => [question.group, answerOf(question)]));
}

function confirmed<Row extends Askable>(row: Row, said: GroupAnswers): Row {
  const isOwn = answerOf(row) === 'yes';
  const duties = row.duties.map((duty): Duty => {
    if (duty.degree !== 'possible') return duty;
    const joined = (duty.via ?? []).filter((group) => said.get(group) === 'yes');
    if (joined.length > 0) return { ...duty, degree: 'member', via: joined, confirmed: true };
    return isOwn ? { ...duty, degree: 'member', confirmed: true } : duty;
  });
  const isNew = !isSurelyOwn(row) && duties.some((duty) => duty.confirmed);
  // As in the notice, what is only possible does not stand beside what is sure.
  const kept = isNew ? duties.filter(({ degree, role }) => degree !== 'possible' || role === 'lead') : duties;
  return { ...row, duties: kept, part: isNew ? 'confirmed' : row.part };
}

/** What of a sheet is to be asked, and how much of it is not answered yet. */
interface AskedRows<Row> {
  /** Rows that are asked one by one: they hang on no group, or somebody has written something there. */
  readonly rows: readonly Row[];
  /** Rows that nobody has answered, with 是 or with 否. */
  readonly waiting: readonly Row[];
  /** How many these are: 待确认. */
  readonly open: number;
  /** How many groups nobody has said 是 or 否 of. */
  readonly groups: number;
}

/** What is to be asked of a sheet to which answers have been applied. */
export function askedIn<Row extends Askable>(sheet: AskingSheet<Row>): AskedRows<Row> {
  const said = saidOf(sheet);
  const possible = sheet.rows.filter((row) => !isSurelyOwn(row));
  const isWaiting = (group: string) => isStanding(group) && said.get(group) !== 'no';
  const isRefused = (group: string) => isStanding(group) && said.get(group) === 'no';
  const waiting = possible.filter((row) => answerOf(row) !== 'no' && !openIn(row).every(isRefused));
  return {
    rows: possible.filter((row) => {
      const groups = openIn(row);
      return isFilled(row) || !(groups.some(isWaiting) || groups.every(isRefused));
    }),
    waiting,
    open: waiting.length,
    groups: [...said.values()].filter((answer) => answer !== 'yes' && answer !== 'no').length,
  };
}
