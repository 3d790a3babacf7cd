import { daysOf, isInferred, isReckoned } from '../model/deadlines.js';
import type { Deadline, Frequency, Indicator } from '../model/demands.js';
import type { Category, TaskRow } from '../model/sheet.js';

/** A scope that is a region or a year stands before what is measured; any other is of some length. */
const SHORT_SCOPE = 3;

/** An indicator as people read it: 全区电梯故障困人率：低于0.5%; 水毁工程修复：8处（某护岸、某堤防）. */
export function indicatorWords({ scope = '', subject, of, text, condition }: Indicator): string {
  if (condition) return `适用：${text}的${subject}`;
  const short = scope.length <= SHORT_SCOPE;
  const aside = [short ? '' : scope, of === undefined ? '' : `占${of}`].filter((part) => part !== '');
  return `${short ? scope : ''}${subject}：${text}${aside.length > 0 ? `（${aside.join('；')}）` : ''}`;
}

/** Times as people read them; a printed deadline that says no time stands as it is, before them. */
export function timeWords({ deadline, times }: Pick<TaskRow, 'deadline' | 'times'>): string[] {
  const isRead = times.some((time) => 'kind' in time && time.text !== '' && deadline.includes(time.text));
  return [
    ...(deadline === '' || isRead ? [] : [deadline]),
    ...times.map((time) => ('kind' in time ? deadlineWords(time) : frequencyWords(time))),
  ];
}

/** Where a task stands: its table, and the section in it. */
export function categoryWords({ table, section }: Category): string {
  return [table ?? '正文', section].filter((text) => text !== '').join(' ');
}

/** The notice's remark, and what stands in columns of no other kind. */
export function remarkWords({ remark, extra }: Pick<TaskRow, 'remark' | 'extra'>): string {
  return [remark, ...extra.map(({ header, text }) => `${header}：${text}`)]
    .filter((text) => text !== '')
    .join('\n');
}

/** A task's place in the notice, as short as people say it: 三-16; of what only the body asks for, the measure. */
export function refWords({ id, category, number }: Pick<TaskRow, 'id' | 'category' | 'number'>): string {
  const { table, number: of } = category;
  if (table === null) return id;
  return [of, number].filter((part) => part !== null && part !== '').join('-');
}

/** What is prefixed to a day that is not printed. */
const INFERRED = '推定';

/** The last day by which the notice wants a task done; '' where it names none. */
export function untilOf({ times }: Pick<TaskRow, 'times'>): string {
  return times.reduce((last, time) => {
    const by = ('kind' in time && daysOf(time).by) || '';
    return by > last ? by : last;
  }, '');
}

/** That day as it is printed: 2025-06-30, 推定 2025-12-31. */
export function untilWords(row: Pick<TaskRow, 'times'>): string {
  const day = untilOf(row);
  const isPrinted = row.times.some((time) => 'kind' in time && !isInferred(time) && daysOf(time).by === day);
  return day === '' || isPrinted ? day : `${INFERRED} ${day}`;
}

/** The day that `untilWords` printed; '' where it printed none. */
export function untilIn(printed: string): string {
  return printed.replace(INFERRED, '').trim();
}

function deadlineWords(deadline: Deadline): string {
  const { text, kind } = deadline;
  const { from, by } = daysOf(deadline);
  if (isInferred(deadline)) return `${INFERRED} ${by}`;
  if (kind === 'ongoing' && text.length > 2) return `长期：${text}`;
  const said = isReckoned(deadline) ? `${text}，推算` : text;
  if (from !== undefined) return `${from}${by === undefined ? '起' : `至${by}`}（${said}）`;
  return by === undefined ? text : `${by}（${said}）`;
}

function frequencyWords({ text, what, who }: Frequency): string {
  const done = text.includes(what) ? text : goingOn(text, what);
  return who === '' ? done : `${done}（${who}）`;
}

/** 每月通报 and 通报工作进展 are 每月通报工作进展; 每年1次 and 演练 are 每年1次：演练. */
function goingOn(text: string, what: string): string {
  const shared = [...what].findLastIndex((_, i) => text.endsWith(what.slice(0, i + 1))) + 1;
  return shared > 1 ? text + what.slice(shared) : `${text}：${what}`;
}

/** 2025年8月31日, as official documents print days (GB/T 9704—2012 7.3.5). */
export function dayWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
