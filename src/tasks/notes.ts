import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { DIGIT } from '../words/numerals.js';
import { TO_LEAD } from '../words/role-words.js';

/** Words of a note that say who does some of a table's rows: 第7项由县教育局牵头. */
export interface NoteRule {
  /** The rows' numbers, as printed. */
  readonly numbers: readonly string[];
  /** Who does them, and how. */
  readonly units: Passage;
  readonly note: Passage;
}

const ONE = `第?(?:${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?)`;
const SEVERAL = `${ONE}(?:(?:[、，和及]|至|到|[-—～])${ONE}){0,20}`;
const OF_ROWS = new RegExp(
  `(?:序号|编号)?(?:为)?(?<numbers>${SEVERAL})(?:[项条号个]|的)?(?:任务|工作|事项|项目)?[，,]?(?:均|都|统一)?(?:由|请)(?<units>[^。；\\n]{2,120})`,
  'dg',
);
const NUMBER = new RegExp(`${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?`, 'g');
const SPAN = new RegExp(`(${DIGIT}{1,3})(?:至|到|[-—～])第?(${DIGIT}{1,3})`, 'g');

/** What notes say of who does which rows. */
export function noteRulesIn(notes: readonly Passage[], lines: LineStarts): NoteRule[] {
  return notes.flatMap((note) =>
    Array.from(note.text.matchAll(OF_ROWS), ({ indices, groups }): NoteRule => {
      const [start, end] = indices?.groups?.['units'] ?? [0, 0];
      return {
        numbers: numbersIn(groups?.['numbers'] ?? ''),
        units: slicePassage(note, start, end, lines),
        note,
      };
    }).filter(({ units }) => new RegExp(TO_LEAD).test(units.text) || /负责|配合|协办/.test(units.text)),
  );
}

function numbersIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const spans = Array.from(plain.matchAll(SPAN), ([, from, to]) => {
    const [first, last] = [Number(from), Number(to)];
    return Array.from({ length: Math.max(0, Math.min(200, last - first + 1)) }, (_, i) => String(first + i));
  }).flat();
  return spans.length > 0 ? spans : Array.from(plain.matchAll(NUMBER), ([number]) => number);
}
