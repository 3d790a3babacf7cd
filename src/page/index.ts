import { measuresOf } from '../model/book.js';
import type { Page } from '../model/page.js';
import type { AnsweredQuestion, RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import {
  ANSWER_WORDS,
  DEGREE_WORDS,
  DELIVERABLE_WORDS,
  DUTY_WORDS,
  MOVEMENT_WORDS,
  noticeWords,
  PART_WORDS,
  STATE_WORDS,
} from '../sheets/index.js';
import { noticeOf } from './notice.js';
import { overviewOf } from './overview.js';
import { pinyinOf } from './pinyin.js';
import { rowsOf } from './rows.js';

/**
 * All that the page of a notice shows: the overview, what each unit has to do, and the notice itself with
 * what was read in it marked.
 *
 * @param options.home the unit or group that the page opens with, as `findUnit` gives it; without it, the overview
 * @param options.rollUp what units reported, of this notice
 * @param options.answers what units answered elsewhere, and later, than in what the roll-up is of
 */
export function pageOf(
  book: TaskBook,
  {
    home = null,
    rollUp = null,
    answers = [],
  }: { home?: string | null; rollUp?: RollUp | null; answers?: readonly AnsweredQuestion[] } = {},
): Page {
  const { marker, ...found } = rowsOf(book, rollUp, answers);
  const overview = overviewOf(book, found, rollUp);
  const measures = measuresOf(book);
  const names = found.units.flatMap((unit) => [unit.name, ...unit.names, ...unit.hosts]);
  return {
    data: {
      title: book.notice.title ?? noticeWords(book.notice),
      notice: noticeWords(book.notice),
      home,
      tables: overview.tables.map(({ name }) => name),
      measures: measures.map(({ id, title }) => ({ id, title })),
      ...found,
      words: {
        parts: PART_WORDS,
        roles: DUTY_WORDS,
        degrees: DEGREE_WORDS,
        deliverables: DELIVERABLE_WORDS,
        states: STATE_WORDS,
        answers: ANSWER_WORDS,
        movements: MOVEMENT_WORDS,
      },
      pinyin: pinyinOf([...names, ...found.rows.map(({ name }) => name)]),
      progress: rollUp && { on: rollUp.on },
    },
    overview,
    notice: noticeOf(book, marker),
    source: book.source.name,
  };
}
