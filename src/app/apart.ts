import { type AnsweredQuestion, type Diagnostic, diagnose } from '../index.js';
import type { Answer } from '../model/sheet.js';
import { answersInRegistry, type Lying, questionOf, registryFileIn, type Spoken } from './lying.js';

// A question may be answered in a sheet that came back, in the registry, and in the page; the last of these holds.

interface Statement {
  readonly where: string;
  readonly said: AnsweredQuestion | Spoken['answers'][number];
}

/** Where what is answered in one of these places is answered otherwise in another: which answer holds. */
export function answersApart(
  files: readonly Lying[],
  returned: readonly AnsweredQuestion[],
  { answers }: Pick<Spoken, 'answers'>,
  wordOf: (answer: Answer) => string,
): { readonly unit: string; readonly apart: Diagnostic }[] {
  const registry = registryFileIn(files)?.name ?? '';
  const fileOf = ({ at }: AnsweredQuestion) => ('file' in at ? at.file : '');
  const sources: Statement[][] = [
    returned.map((said) => ({ where: fileOf(said), said })),
    answersInRegistry(files, answers).map((said) => ({ where: registry, said })),
    answers.map((said) => ({ where: '这一页', said })),
  ];
  const questions = new Map<string, Statement[]>();
  for (const source of sources) {
    // Of two answers in one place the later counts.
    for (const [question, statement] of new Map(source.map((each) => [questionOf(each.said), each]))) {
      if (statement.said.answer === null) questions.delete(question);
      else questions.set(question, [...(questions.get(question) ?? []), statement]);
    }
  }
  return Array.from(questions.values()).flatMap((all) => {
    const words = all.flatMap(({ said: { answer } }) => (answer === null ? [] : [wordOf(answer)]));
    const [first] = all;
    if (!first || new Set(words).size < 2) return [];
    const { unit, asked } = first.said;
    const where = all.map((each) => each.where);
    return [{ unit, apart: diagnose('answers-apart', { unit, asked, where, answers: words }) }];
  });
}
