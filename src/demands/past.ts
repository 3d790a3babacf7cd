// Sentences that tell what was: figures in them are no goals.
import type { Stretch } from '../model/passage.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { YEAR } from '../words/calendar.js';
import { numeralValue } from '../words/numerals.js';
import { SENTENCE_STOPS } from '../words/punctuation.js';

/** What is never said of what is to be; `test/demands/indicators.test.ts` has a case for each. */
const TOLD = new RegExp(
  [
    // 全市共出生3617人，推算全年出生率为9.8‰: statistics.
    '共出生\\d|推算全年|[与同][去上]年的\\d[^，。；\\n]{1,8}(?:持平|相当)',
    // 共收到意见16条: how many there were.
    '共(?:收到|接到|受理|查处)[^，。；\\n]{0,12}\\d',
    // 去年，全县实现…; 截至2018年末全县累计退出…
    `^\\s*(?:(?:去年|上年|上一年度?)，|截至(?:目前|去年|${YEAR}年)[^，。；\\n]{0,6}，?[^，。；\\n]{0,8}(?:累计|共)(?!完成[^，。；]{0,6}目标))[^。；]*\\d`,
    // 提前一年顺利通过验收
    '提前[一两三半]年(?:顺利|圆满|成功)',
  ].join('|'),
);
/** 2020年，产值达到138亿元，比2015年增长44%，年均增长7%: of a year before the one that the notice plans for. */
const OF_YEAR = new RegExp(`^(?<year>${YEAR})年，(?=.{4,60}比${YEAR}年.{4,40}年均)`);
/** Somebody is to see to it. */
const ASKED = new RegExp(
  `${anyOf(wordsIn('力争 确保 务必 努力 目标 任务 计划 拟 预计 应当 必须 底前 之前 不低于 不少于 不超过'))}|(?<![主需首重])要(?!求)`,
);
const SENTENCE = new RegExp(`[^${SENTENCE_STOPS}]+`, 'g');

/**
 * The sentences of a text that tell what was.
 *
 * @param year the year that the notice plans for
 */
export function pastIn(plain: string, year: number | null): Stretch[] {
  if (!/共|累计|推算|[去上]年|提前|年均/.test(plain)) return [];
  return Array.from(plain.matchAll(SENTENCE), ({ 0: text, index: start }) => ({ text, start }))
    .filter(({ text }) => {
      const of = OF_YEAR.exec(text)?.groups?.['year'];
      const isOver = of !== undefined && year !== null && numeralValue(of) < year;
      return (isOver || TOLD.test(text)) && !ASKED.test(text);
    })
    .map(({ text, start }) => ({ start, end: start + text.length }));
}
