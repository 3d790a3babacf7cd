import type { Deadline, Demands, Frequency, Indicator } from '../model/demands.js';

/** An indicator as people read it: 全区 电梯故障困人率：低于0.5%. */
export function indicatorWords({ scope, subject, of, text, condition }: Indicator): string {
  const measured = [scope, subject].filter((part) => part !== undefined).join(' ');
  const share = of === undefined ? '' : `（占${of}）`;
  return condition ? `适用：${text}的${subject}` : `${measured}：${text}${share}`;
}

/** Times as people read them: deadlines first, then how often. */
export function timeWords({ deadlines, frequencies }: Pick<Demands, 'deadlines' | 'frequencies'>): string[] {
  return [...deadlines.map(deadlineWords), ...frequencies.map(frequencyWords)];
}

function deadlineWords({ text, kind, from, by, inferred }: Deadline): string {
  if (inferred) return `推定 ${by}`;
  if (kind === 'ongoing' && text.length > 2) return `长期：${text}`;
  if (from !== undefined && by !== undefined) return `${from}至${by}（${text}）`;
  return by === undefined ? text : `${by}（${text}）`;
}

function frequencyWords({ text, what, who }: Frequency): string {
  const done = text.includes(what) ? text : `${text}：${what}`;
  return who === '' ? done : `${done}（${who}）`;
}
