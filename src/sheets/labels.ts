import type { DeliverableKind } from '../model/demands.js';
import type { ChangeKind } from '../model/revision.js';
import type { HandedIn, Late, Movement, State } from '../model/roll-up.js';
import type {
  Degree,
  Duty,
  KeptPart,
  RowChange,
  SheetPart,
  SheetRow,
  Status,
  TaskSheet,
  Typed,
} from '../model/sheet.js';
import type { Flag, LinkReason, MeasureLink } from '../model/taskbook.js';
import { ANSWER_WORDS, asSaid, STATUS_SAID } from '../words/said.js';

export { ANSWER_WORDS, ANSWERS, answerIn } from '../words/said.js';

export const PART_WORDS: Record<SheetPart, string> = {
  lead: '牵头',
  responsible: '责任',
  supervising: '监督',
  body: '正文点名',
  hosted: '承办办公室',
  member: '集体',
  confirmed: '本单位确认',
  possible: '可能涉及',
};

export const DEGREE_WORDS: Record<Degree, string> = { named: '点名', member: '集体', possible: '可能涉及' };

/** How something is not the same as in an earlier edition. */
export const CHANGE_WORDS: Record<ChangeKind, string> = {
  added: '新增',
  removed: '取消',
  changed: '有变化',
  moved: '移位',
};

/** What is not the same in a row of a sheet; a task that was cancelled and is back is no new one. */
export const ROW_CHANGE_WORDS: Record<Exclude<RowChange['kind'], 'other'>, string> = {
  added: CHANGE_WORDS.added,
  restored: '恢复',
  changed: CHANGE_WORDS.changed,
};

/** The same behind the number of a row of a workbook, in a word. */
export const CHANGE_MARKS: Record<RowChange['kind'], string> = {
  added: ' 新',
  restored: ' 复',
  changed: ' 改',
  other: '',
};

/** Stands behind what an empty cell takes from the row above. */
export const INFERRED_ABOVE = '（推定承上）';

export const KEPT_WORDS: Record<KeptPart, string> = { cancelled: '已取消', unplaced: '待归位' };

/** Rows that are kept, in the order in which they stand below the others. */
export const KEPT_PARTS = Object.keys(KEPT_WORDS) as readonly KeptPart[];

export const DUTY_WORDS: Record<Duty['role'], string> = {
  lead: '牵头',
  responsible: '责任',
  supervising: '监督',
  body: '正文点名',
};

/** What was inferred about a row, in a word or two. */
export const FLAG_WORDS: Record<Flag, string> = {
  'name-inherited': '名称推定承上',
  'lead-inherited': '牵头单位推定承上',
  'lead-blank': '没有写牵头单位',
  'responsible-blank': '责任单位空白',
  'cell-missing': '缺单元格',
  'members-by-place': '有关乡镇（街道）按地名推定',
  'lead-by-order': '按通知规则推定牵头',
  'by-rule': '部分责任单位来自前文',
};

export const DELIVERABLE_WORDS: Record<DeliverableKind, string> = {
  document: '文件',
  list: '清单台账',
  plan: '方案规划',
  mechanism: '机制制度',
  system: '系统平台',
  works: '工程',
};

/** How far something is, in the order in which counts are shown. */
export const STATE_WORDS: Record<State, string> = {
  done: '已完成',
  going: '推进中',
  late: '滞后',
  idle: '未启动',
  other: '填了别的',
  silent: '没有填',
  absent: '没有交',
};
export const STATES = Object.keys(STATE_WORDS) as readonly State[];

/** How something has moved since the last roll-up, in the order in which counts are shown. */
export const MOVEMENT_WORDS: Record<Movement, string> = {
  moved: '有进展',
  first: '首次填报',
  back: '退回',
  still: '未动',
  settled: '早已完成',
  new: '新增',
};
export const MOVEMENTS = Object.keys(MOVEMENT_WORDS) as readonly Movement[];
/** Those that are told of each unit: what was new or done before needs no word. */
export const TOLD_MOVEMENTS: readonly Movement[] = ['moved', 'first', 'back', 'still'];

/** Whether a unit has handed in. */
export const HANDED_WORDS: Record<HandedIn, string> = {
  yes: '已交',
  empty: '交了空表',
  unread: '交了没有读',
  no: '没有交',
};

/** Whose day it is by which a task is late; that of the notice needs no word. */
export const LATE_WORDS: Record<Late['by'], string> = {
  status: '填了滞后',
  unit: '本单位填的时限',
  notice: '',
  inferred: '推定的时限',
};

/** How far a unit may say that a task is, in the order of the list that it chooses from. */
export const STATUSES: readonly Status[] = ['idle', 'going', 'done', 'late'];

/** The status that a text says, in the words of the list or in others for the same: 办结 is 已完成. */
export function statusIn(text: string): Status | undefined {
  const said = asSaid(text);
  return STATUSES.find((status) => STATE_WORDS[status] === said || STATUS_SAID[status].includes(said));
}

const REASON_WORDS: Record<LinkReason, string> = {
  'same-title': '标题相同',
  'stands-in': '写在这一条里',
  'same-words': '说的是同一句',
  named: '点到名称',
  domain: '列举的领域',
  'domain-open': '未列出的领域',
};

/**
 * Why a task carries out measures, and the first of the measure's words: 二（八）说的是同一句“整治修复拦山堰”.
 * Where a task goes by a measure's title, that is reason enough.
 */
export function linkWords(links: readonly MeasureLink[]): string {
  const titled = new Set(links.filter(({ reason }) => reason === 'same-title').map(({ measure }) => measure));
  return links
    .filter(({ measure, reason }) => reason === 'same-title' || !titled.has(measure))
    .map(({ measure, reason, evidence: [first, ...others] }) => {
      if (reason === 'same-title' || reason === 'stands-in') return `${measure}${REASON_WORDS[reason]}`;
      return `${measure}${REASON_WORDS[reason]}“${first?.text ?? ''}”${others.length > 0 ? `等 ${others.length + 1} 处` : ''}`;
    })
    .join('；');
}

/** The kinds of what must come out, in the order in which they are shown. */
export const DELIVERABLE_KINDS = Object.keys(DELIVERABLE_WORDS) as readonly DeliverableKind[];

/** What stands beside a duty that the unit itself said it has. */
/** Why a task is a unit's, where only the unit itself has said so. */
export const CONFIRMED = '本单位确认';

/**
 * What a unit is in a task, and why: 牵头; 责任（各乡镇（街道））; 责任（有关乡镇（街道），目标点到某镇）; 某办公室牵头;
 * 可能责任（区安委会成员单位、等单位）; 责任（区安委会成员单位，本单位确认）.
 */
export function dutyWords(duties: readonly Duty[]): string {
  return duties
    .map(({ role, degree, via = [], place, confirmed, office = '' }) => {
      const why = [
        ...(via.length > 0 ? [via.join('、')] : []),
        ...(place === undefined ? [] : [`目标点到${place}`]),
        ...(confirmed ? [CONFIRMED] : []),
      ];
      const aside = why.length > 0 ? `（${why.join('，')}）` : '';
      return `${office}${degree === 'possible' ? '可能' : ''}${DUTY_WORDS[role]}${aside}`;
    })
    .join('；');
}

/** A notice by its title, number and date, as far as it has them. */
export function noticeWords({ title, number, date }: Omit<TaskSheet['notice'], 'source'>): string {
  return [title, number, date].filter((text) => text !== null).join('　');
}

/** How many rows there are in each part of a sheet, in the order in which the parts first come. */
export function partCounts(rows: readonly SheetRow[]): { word: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { part } of rows) counts.set(PART_WORDS[part], (counts.get(PART_WORDS[part]) ?? 0) + 1);
  return Array.from(counts, ([word, count]) => ({ word, count }));
}

/** What somebody typed, as text. */
export function typedText(typed: Typed | undefined): string {
  if (typeof typed !== 'object') return String(typed ?? '');
  if ('date' in typed) return typed.date;
  return 'status' in typed ? STATE_WORDS[typed.status] : ANSWER_WORDS[typed.answer];
}
