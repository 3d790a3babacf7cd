import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Role } from '../model/taskbook.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { roleOf } from '../words/columns.js';
import { DIGIT } from '../words/numerals.js';
import { TO_LEAD } from '../words/role-words.js';
import { isPart } from '../words/roles.js';

/** Words of a note that say who does some of a table's rows: 第7项由县教育局牵头. */
export interface NoteRule {
  /** The rows' numbers, as printed. */
  readonly numbers: readonly string[];
  /** Who does them, and how. */
  readonly units: Passage;
  readonly note: Passage;
}

const ONE = `第?(?:[A-Za-z]?${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?)`;
const SEVERAL = `${ONE}(?:(?:[、，和及]|至|到|[—～])${ONE}){0,20}`;
const DOES = anyOf(wordsIn('牵头 负责 配合 协办 监督 督办 督导'));
const OF_ROWS = new RegExp(
  `(?:序号|编号)?(?:为)?(?<numbers>${SEVERAL})(?:[项条号个]|的)?(?:任务|工作|事项|项目)?[，,]?(?:均|都|统一)?(?:(?:由|请)(?<units>[^。；\\n]{2,120})|(?<=[项条号])(?<doers>[^。；，、\\n]{2,40}?(?:${DOES})(?=[。；\\n]|$)))`,
  'dg',
);
const NUMBER = new RegExp(`[A-Za-z]?${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?`, 'g');
const SPAN = new RegExp(`(?<![-.\\dA-Za-z])(${DIGIT}{1,3})(?:至|到|[—～])第?(${DIGIT}{1,3})(?![-.\\d])`, 'g');

/** What notes say of who does which rows. */
export function noteRulesIn(notes: readonly Passage[], lines: LineStarts): NoteRule[] {
  return notes.flatMap((note) =>
    Array.from(note.text.matchAll(OF_ROWS), ({ indices, groups }): NoteRule => {
      const [start, end] = indices?.groups?.['units'] ?? indices?.groups?.['doers'] ?? [0, 0];
      return {
        numbers: numbersIn(groups?.['numbers'] ?? ''),
        units: slicePassage(note, start, end, lines),
        note,
      };
    }).filter(({ units }) => new RegExp(`${TO_LEAD}|${DOES}`).test(units.text)),
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

/** Who does what the table leaves open: 未注明牵头单位的，由区教委牵头. */
export interface DefaultRule {
  /** The part that is left open. */
  readonly open: Role;
  readonly units: Passage;
  readonly note: Passage;
}

const OPEN = `(?:(?:未|没有)(?:注明|明确|标明|列明|填写|写明|标注|列出)(?<label>[^，。；、]{2,8}?)|(?<label2>[^，。；、：]{2,8}?)(?:一栏|栏)?(?:为空|空白|未注明|未明确|未填写|没有注明|未标注))`;
const LEFT_OPEN = new RegExp(`${OPEN}(?:的|者)?[，,]?(?:均|统一|一律|都)?由(?<units>[^。；\\n]{2,80})`, 'dg');

/** What notes say of who does what the table leaves open. */
export function defaultsIn(notes: readonly Passage[], lines: LineStarts): DefaultRule[] {
  return notes.flatMap((note) =>
    Array.from(note.text.matchAll(LEFT_OPEN), ({ indices, groups }): DefaultRule[] => {
      const open = roleOf((groups?.['label'] ?? groups?.['label2'] ?? '').replace(/的$/, ''));
      const [start, end] = indices?.groups?.['units'] ?? [0, 0];
      return isPart(open) ? [{ open, units: slicePassage(note, start, end, lines), note }] : [];
    }).flat(),
  );
}

/** 以上任务由县府办督办, 第1—2项6月底前完成: a sentence that says who does something or by when. */
const OFFICE = anyOf(wordsIn('局 委 办 府 院 厅 中心'));
const SAYS_WHO = new RegExp(
  `(?:由|请|[项务作]|^)[^，。；：:“”]{2,30}${OFFICE}(?:统一|具体|共同|负责)?(?:${DOES})`,
);
const SAYS_WHEN = new RegExp(
  `第?${DIGIT}{1,3}[^，。；：:]{0,12}项[^，。；：:]{0,16}(?:前|底|内)(?:全部|全面)?(?:完成|办结)`,
);

/** An error for every sentence of a note that may be a duty and that no rule has read. */
export function unreadNotes(
  notes: readonly Passage[],
  rules: readonly { readonly units: Passage; readonly note: Passage }[],
): Diagnostic[] {
  return notes.flatMap((note) => {
    const read = rules.filter((rule) => rule.note === note).map(({ units }) => units.text);
    return note.text
      .split(/[。；\n]|(?<![\d第])(?=\d{1,2}[.．、](?!\d))/)
      .filter((sentence) => SAYS_WHEN.test(sentence) || SAYS_WHO.test(sentence))
      .filter((sentence) => !read.some((units) => sentence.includes(units)))
      .map((sentence) => diagnose('note-unread', { note: sentence.trim() }, note.at));
  });
}
