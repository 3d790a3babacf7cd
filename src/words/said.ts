import type { Answer, Status } from '../model/sheet.js';
import { wordsIn } from './any-of.js';

// What people type where a list has another word for it.

/** How far something is. */
export const STATUS_SAID: Record<Status, readonly string[]> = {
  idle: wordsIn('未开始 未开展 尚未启动'),
  going: wordsIn('进行中 正在推进 正在进行 正常推进 持续推进 办理中 在办'),
  done: wordsIn('完成 办结 已办结 办理完毕 已落实'),
  late: wordsIn('逾期 超期 已逾期 进度滞后'),
};

/** Whether the unit is meant. */
export const ANSWER_SAID: Record<Answer, readonly string[]> = {
  yes: wordsIn('是的 是成员 是成员单位 属于 属 涉及 有关 相关 对 对的 √ ✓ ✔ ☑ 🗸 y yes'),
  no: wordsIn(
    '不是 不是的 不是成员 不是成员单位 非成员 不属于 不涉及 无关 不相关 没有关系 不对 非 无 × ✗ ✘ ☒ x n no',
  ),
  unsure: wordsIn('不确定 不知道 不明确 不清 说不清 待定 待核实 ? 是/否 是否'),
};

/** With one of these what stands in brackets behind an answer may take it back: 是（待核）. */
const ANSWER_DOUBTED = /[不非未没无否待或?？疑拟可应存]/u;

/** What says no more than that the row above has it. */
export const DITTO = /^(?:同上|同前|同上(?:一?行|面)|〃|″|"|々)[。.]?$/u;

/** What a cell shows whose formula has come to nothing. */
export const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/iu;

/** What somebody typed as it is looked up: without blanks and stops, whatever its width and case. */
export function asSaid(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s。.!,;]+/g, '')
    .toLowerCase();
}
/** Headers of columns for the value that was reached, where a task asks for one figure only. */
export const REACHED_HEADERS: readonly string[] = wordsIn(
  '完成值 实际值 实际完成值 指标完成值 完成数 实际完成 实际完成数 目前完成 当前值 达到值 指标值 实绩',
);

/** What stands before a name to say how far something has come. */
export const SO_FAR = /^(?:截至目前|目前|现|现有|累计|共|共计|已|今年以来|今年|本月|本年)+/;

export const ANSWER_WORDS: Record<Answer, string> = { yes: '是', no: '否', unsure: '不清楚' };

/** What may be answered, in the order of the list that a unit chooses from. */
export const ANSWERS = Object.keys(ANSWER_WORDS) as readonly Answer[];

/** The answer that a text says, in the words of the list or in others for the same: √ is 是, 是（牵头） as well. */
export function answerIn(text: string): Answer | undefined {
  const said = asSaid(text);
  const [, before = said, aside = ''] = ANSWER_ASIDE.exec(said) ?? [];
  const answer = answerFor(before) ?? answerFor(before.replace(TICK_BESIDE, ''));
  const isSure = aside === '' || answerFor(aside) === answer || !ANSWER_DOUBTED.test(aside);
  return isSure ? answer : undefined;
}

function answerFor(said: string): Answer | undefined {
  return ANSWERS.find((answer) => ANSWER_WORDS[answer] === said || ANSWER_SAID[answer].includes(said));
}

/** A word beside which somebody has put a tick is the one that is meant: 是√, √否. */
const TICK_BESIDE = /^[√✓✔☑]+|(?<![√✓✔☑])[√✓✔☑]+$/gu;

/** An answer, and what somebody adds to it in brackets. */
const ANSWER_ASIDE = /^([^()]{1,6})\(([^()]{1,30})\)$/u;
