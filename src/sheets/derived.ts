// What stands in columns that are made of several of the notice's.
import type { NoticeColumn } from '../model/sheet.js';
import { headerOf } from './columns.js';

/** Whom the notice names, a line a role. */
export const WHO: readonly (readonly [word: string, id: NoticeColumn])[] = [
  ['牵头', 'lead'],
  ['责任', 'responsible'],
  ['配合', 'helping'],
  ['监督', 'supervising'],
  ['', 'people'],
];

/** What else some notices say of a task. */
const FURTHER_COLUMNS: readonly NoticeColumn[] = ['steps', 'schedule', 'money', 'scoring', 'remark'];

/** What the notice says in a column, as printed. */
type TextOf = (id: NoticeColumn) => string;

/** Texts under their words, a line each. */
export function linesOf(said: readonly (readonly [word: string, text: string])[]): string {
  return said
    .filter(([, text]) => text !== '')
    .map(([word, text]) => (word === '' ? text : `${word}：${text.replaceAll('\n', '、')}`))
    .join('\n');
}

/** What else it says, each under its word. */
export function furtherWords(text: TextOf): string {
  return linesOf(FURTHER_COLUMNS.map((id) => [headerOf(id).replace('（通知）', ''), text(id)] as const));
}

/** Whom the notice names for the task. */
export function whoWords(text: TextOf): string {
  return linesOf(WHO.map(([word, id]) => [word, text(id)] as const));
}
