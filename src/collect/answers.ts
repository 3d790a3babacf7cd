import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { AnsweredQuestion } from '../model/roll-up.js';
import type { Answer, SheetRow, TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { ANSWER_WORDS, answerOf, sheetFor, typedText, withAnswers } from '../sheets/index.js';

/** What one unit answered in one file, by group and by task. */
export interface Answers {
  readonly questions: ReturnedSheet['questions'];
  readonly rows: ReadonlyMap<string, ReturnedRow>;
}

/** A sheet as it is with what its unit answered; of two files the later one counts. */
export function answeredSheet(sheet: TaskSheet, all: readonly Answers[]): TaskSheet {
  const groups = new Map(
    all.flatMap(({ questions }) => questions.filter(answerOf).map((each) => [each.group, each])),
  );
  const rows = new Map(all.flatMap((each) => [...each.rows].filter(([, row]) => answerOf(row))));
  return withAnswers({
    ...sheet,
    questions: sheet.questions.map((question) => withAnswer(question, groups.get(question.group))),
    rows: sheet.rows.map((row) => withAnswer(row, rows.get(row.id))),
  });
}

function withAnswer<T extends Pick<SheetRow, 'filled'>>(
  asked: T,
  said: Pick<SheetRow, 'filled'> | undefined,
): T {
  const answer = said?.filled.answer;
  return answer === undefined ? asked : { ...asked, filled: { ...asked.filled, answer } };
}

/**
 * A sheet with what its unit has answered elsewhere than in it; of two answers to one question the later counts. Where
 * nothing was, it is the very sheet.
 */
export function withAnswersTo(sheet: TaskSheet, answers: readonly AnsweredQuestion[]): TaskSheet {
  const own = answers.filter(({ unit }) => unit === sheet.unit);
  if (own.length === 0) return sheet;
  const said = (isIt: (each: AnsweredQuestion) => boolean) => {
    const found = own.findLast(isIt);
    return found && { filled: { answer: { answer: found.answer } } };
  };
  return withAnswers({
    ...sheet,
    questions: sheet.questions.map((question) =>
      withAnswer(
        question,
        said(({ asked, task }) => task === null && asked === question.group),
      ),
    ),
    rows: sheet.rows.map((row) =>
      withAnswer(
        row,
        said(({ task }) => task === row.id),
      ),
    ),
  });
}

/** Everything that a unit answered in a file, in the order of the sheet. */
export function answersIn(
  unit: string,
  { questions, rows }: Answers,
  taskOf: (id: string) => Pick<SheetRow, 'name'> | undefined,
): AnsweredQuestion[] {
  const of = (asked: string, task: string | null, each: { filled: SheetRow['filled']; at: Place }) => {
    const answer = answerOf(each);
    const note = typedText(each.filled.note);
    return answer ? [{ unit, asked, task, answer, note, at: each.at }] : [];
  };
  return [
    ...questions.flatMap((each) => of(each.group, null, each)),
    ...Array.from(rows).flatMap(([id, row]) => of(taskOf(id)?.name ?? id, id, row)),
  ];
}

/** Where a unit answers the same question otherwise in another of its files. */
export function contradictions(answers: readonly AnsweredQuestion[]): Diagnostic[] {
  const said = new Map<
    string,
    { readonly first: AnsweredQuestion; readonly all: Set<Answer>; last: AnsweredQuestion }
  >();
  for (const each of answers) {
    const key = JSON.stringify([each.unit, each.task, each.asked]);
    const known = said.get(key) ?? { first: each, all: new Set(), last: each };
    known.all.add(each.answer);
    known.last = each;
    said.set(key, known);
  }
  return Array.from(said.values())
    .filter(({ all }) => all.size > 1)
    .map(({ first: { unit, asked }, all, last }) => {
      const words = Array.from(all, (answer) => ANSWER_WORDS[answer]);
      return diagnose('return-answers-differ', { unit, asked, answers: words }, last.at);
    });
}

/**
 * Where a unit says of a task that it is not its own, and of a body by which it has the task that it is a member: the
 * body counts. Of two answers to one question the later does.
 */
export function answersAgainst(book: TaskBook, answers: readonly AnsweredQuestion[]): Diagnostic[] {
  const said = (unit: string, answer: Answer, isTask: boolean) =>
    answers.some((each) => each.unit === unit && each.answer === answer && (each.task !== null) === isTask);
  const units = Array.from(new Set(answers.map(({ unit }) => unit)));
  return units.flatMap((unit) => {
    if (!said(unit, 'yes', false) || !said(unit, 'no', true)) return [];
    const { rows } = withAnswersTo(sheetFor(book, unit), answers);
    const against = rows.filter(
      (row) => answerOf(row) === 'no' && row.duties.some(({ confirmed }) => confirmed === true),
    );
    const [first] = against;
    if (!first) return [];
    const via = against.flatMap(({ duties }) =>
      duties.flatMap((duty) => (duty.confirmed ? (duty.via ?? []) : [])),
    );
    const at = answers.findLast(({ unit: of, task }) => of === unit && task === first.id)?.at;
    const tasks = against.map(({ name }) => name);
    return [diagnose('return-answer-against', { unit, groups: Array.from(new Set(via)), tasks }, at)];
  });
}
