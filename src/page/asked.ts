import { addTo } from '../model/grouping.js';
import type { PageAsked } from '../model/page.js';
import type { AnsweredQuestion } from '../model/roll-up.js';
import {
  type Askable,
  answerOf,
  askedIn,
  type Concern,
  hangingOn,
  questionsOf,
  rolesIn,
  withAnswers,
} from '../sheets/index.js';

/** A concern of a unit, by its row on the page, with what the unit has answered. */
export interface AnsweredConcern {
  readonly place: number;
  readonly part: Askable['part'];
  readonly duties: Askable['duties'];
}

interface AskableRow extends Askable {
  readonly place: number;
  readonly order: number;
}

/** What each unit has answered. */
export function answersByUnit(answers: readonly AnsweredQuestion[]): Map<string, AnsweredQuestion[]> {
  const found = new Map<string, AnsweredQuestion[]>();
  for (const each of answers) addTo(found, each.unit, each);
  return found;
}

/**
 * What concerns a unit once its answers count, and what is still to be asked of it: by the rules of its sheet.
 *
 * @param placeOf where a concern's row is on the page
 * @param answers the unit's; of two to one question the later counts
 */
export function askedOf(
  concerns: readonly Concern[],
  placeOf: (concern: Concern) => number,
  answers: readonly AnsweredQuestion[] = [],
): { readonly concerns: readonly AnsweredConcern[]; readonly asked: PageAsked | undefined } {
  const toGroup = new Map(answers.flatMap((each) => (each.task === null ? [[each.asked, each.answer]] : [])));
  const toTask = new Map(answers.flatMap((each) => (each.task === null ? [] : [[each.task, each.answer]])));
  const filled = (answer: AnsweredQuestion['answer'] | undefined) => ({
    filled: answer === undefined ? {} : { answer: { answer } },
    own: {},
    notes: [],
  });
  const rows = concerns.map((concern, order): AskableRow => {
    const id = 'task' in concern ? concern.task.id : concern.measure.id;
    const { part, duties } = concern;
    return { place: placeOf(concern), order, id, part, duties: [...duties], ...filled(toTask.get(id)) };
  });
  const questions = questionsOf(rows).map((each) => ({ ...each, ...filled(toGroup.get(each.group)) }));
  const sheet = withAnswers<AskableRow, { rows: AskableRow[]; questions: typeof questions }>({
    rows,
    questions,
  });
  const { rows: single, waiting } = askedIn(sheet);
  const byOrder = sheet.rows.toSorted((a, b) => a.order - b.order);
  const places = (all: readonly { readonly place: number }[]) => all.map(({ place }) => place);
  const isAsked = questions.length + single.length > 0;
  return {
    concerns: byOrder,
    asked: isAsked
      ? {
          questions: questions.map((question) => {
            const hanging = hangingOn(question, byOrder);
            const { group } = question;
            const roles = rolesIn(question, hanging);
            return { group, rows: places(hanging), roles, answer: answerOf(question) ?? null };
          }),
          single: places(single),
          open: places(waiting),
        }
      : undefined,
  };
}
