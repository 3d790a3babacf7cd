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
  yes: wordsIn('是的 是成员 属于 涉及 对 √ ✓ ✔ ☑ 🗸 y yes'),
  no: wordsIn('不是 不是的 非成员 不属于 不涉及 不对 非 无 × ✗ ✘ ☒ x n no'),
  unsure: wordsIn('不确定 不知道 不明确 不清 说不清 待定 待核实 ? 是/否 是否'),
};

/** What somebody typed as it is looked up: without blanks and stops, whatever its width and case. */
export function asSaid(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s。.!,;]+/g, '')
    .toLowerCase();
}
