import type { Entries } from '../model/sheet.js';
import { headerOf, statusIn, typedText } from '../sheets/index.js';

/** Words that stand beside 进展状态 and 进展情况. */
export interface WordsElsewhere {
  /** 备注, 批注, the header of a column of their own. */
  readonly where: string;
  readonly text: string;
}

/** In 责任人 stands a sentence and no names where it is longer, and a piece of it too: 已经办结，报区委编办备案. */
const LONGEST_NAMES = 10;
const LONGEST_NAME = 6;

/** What a unit says of a task only in comments, in columns of its own or in those for something else: it counts as nothing said. */
export function wordsElsewhere({ filled, own, notes }: Entries): WordsElsewhere[] {
  const { status, progress, note, person } = filled;
  if ([status, progress].some((each) => typedText(each).trim() !== '')) return [];
  const persons = typedText(person);
  const pieces = persons.split(/[\s、，,;；/]+/u);
  const isSentence = persons.length > LONGEST_NAMES && pieces.some(({ length }) => length > LONGEST_NAME);
  return [
    { where: headerOf('note'), text: typedText(note) },
    ...(isSentence ? [{ where: headerOf('person'), text: persons }] : []),
    ...Object.entries(own).map(([where, typed]) => ({ where, text: typedText(typed) })),
    ...notes.map(({ text }) => ({ where: '批注', text })),
  ].flatMap(({ where, text }) => {
    const said = text.trim();
    // A status that stands elsewhere is told as such.
    return said === '' || statusIn(said) !== undefined ? [] : [{ where, text: said }];
  });
}
