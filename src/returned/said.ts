import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';
import type { ListedColumn, ReturnedSheet } from '../model/returned.js';
import { ANSWER_WORDS, ANSWERS, answerOf, headerOf, typedText } from '../sheets/index.js';

const LISTED: readonly ListedColumn[] = ['status', 'answer'];

/** What stands in 进展状态, or answers, in other words than those of the list, and as what it is read: a line a column. */
export function tellSaid({
  rows,
  questions,
  file,
}: Pick<ReturnedSheet, 'rows' | 'questions' | 'file'>): Diagnostic[] {
  return LISTED.flatMap((id) => {
    const read = [...questions, ...rows].flatMap(({ said, filled }) =>
      said?.[id] === undefined ? [] : [[said[id], typedText(filled[id])] as const],
    );
    if (read.length === 0) return [];
    const words = new Map(read);
    const args = { said: [...words.keys()], status: [...words.values()], count: read.length };
    return [diagnose('return-said', { column: headerOf(id), ...args }, file)];
  });
}

/** Formulas of which a file does not say what they come to: programs write such, and neither Excel nor WPS saved it. */
export function tellUnsaved({ unsaved = [], file }: Pick<ReturnedSheet, 'unsaved' | 'file'>): Diagnostic[] {
  if (unsaved.length === 0) return [];
  return [diagnose('return-formula', { cells: unsaved.map(withinFile), count: unsaved.length }, file)];
}

/** Answers that are none of the list's, each with its cell: what is asked stays open. */
export function tellOddAnswers({ rows, questions }: Pick<ReturnedSheet, 'rows' | 'questions'>): Diagnostic[] {
  return [...questions, ...rows].flatMap((each) => {
    const { answer } = each.filled;
    if (answer === undefined || answerOf(each)) return [];
    const known = ANSWERS.map((word) => ANSWER_WORDS[word]);
    return [diagnose('return-answer', { answer: typedText(answer), known }, each.places?.answer ?? each.at)];
  });
}
