// Sentences that tell what was: figures in them are no goals.
import type { Stretch } from '../model/passage.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { MONTH, YEAR } from '../words/calendar.js';
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
    `^\\s*(?:根据[^，。；\\n]{2,24}，)?(?:(?:去年|上年|上一年度?)，|截至(?:目前|去年|${YEAR}年|${MONTH}月)[^，。；\\n]{0,6}，?[^，。；\\n]{0,8}(?:累计|共|已(?!建))(?!完成[^，。；]{0,6}目标))[^。；]*\\d`,
    // 提前一年顺利通过验收
    '提前[一两三半]年(?:顺利|圆满|成功)',
  ].join('|'),
);
/** 2020年，产值达到138亿元，比2015年增长44%，年均增长7%: of a year before the one that the notice plans for. */
const OF_YEAR = new RegExp(
  `^(?<year>${YEAR})年(?:，(?=.{4,60}比${YEAR}年.{4,40}年均)|(?=.{4,60}(?:比上年|同比)(?:增长|下降|增加|减少)))`,
);
/** 去年新建12个，征集2600件，今年再…: what was, up to what is to be. */
const LAST_YEAR = /(?<=^|[。；\n])去年[^。；\n]{4,80}，(?=今年)/g;
/** 分别完成年度任务的111%: more than was asked. */
const MORE_THAN_ASKED =
  /完成[^，。；\n\d]{0,8}(?:任务|计划|目标)的1(?:0[1-9]|[1-9]\d)(?:\.\d{1,2})?%(?!以[上内])/;
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
  if (!/共|累计|推算|[去上]年|提前|年均|截至|同比|任务的/.test(plain)) return [];
  const before = Array.from(plain.matchAll(LAST_YEAR), ({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
  }));
  const told = Array.from(plain.matchAll(SENTENCE), ({ 0: text, index: start }) => ({ text, start }))
    .filter(({ text }) => {
      const of = OF_YEAR.exec(text)?.groups?.['year'];
      const isOver = of !== undefined && year !== null && numeralValue(of) < year;
      return MORE_THAN_ASKED.test(text) || ((isOver || TOLD.test(text)) && !ASKED.test(text));
    })
    .map(({ text, start }) => ({ start, end: start + text.length }));
  return [...told, ...before];
}
