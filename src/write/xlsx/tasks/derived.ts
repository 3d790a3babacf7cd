// What stands in columns that are made of several of the notice's.
import type { Duty, NoticeColumn } from '../../../model/sheet.js';
import { headerOf } from '../../../sheets/index.js';
import type { SheetLine } from './lines.js';

/** Whom the notice names, a line a role. */
const WHO: readonly (readonly [word: string, id: NoticeColumn])[] = [
  ['牵头', 'lead'],
  ['责任', 'responsible'],
  ['配合', 'helping'],
  ['监督', 'supervising'],
  ['', 'people'],
];

/** What else some notices say of a task. */
const FURTHER_COLUMNS: readonly NoticeColumn[] = ['steps', 'schedule', 'money', 'scoring', 'remark'];

/** Texts under their words, a line each. */
function linesOf(said: readonly (readonly [word: string, text: string])[]): string {
  return said
    .filter(([, text]) => text !== '')
    .map(([word, text]) => (word === '' ? text : `${word}：${text.replaceAll('\n', '、')}`))
    .join('\n');
}

/** What else it says, each under its word. */
export function furtherWords({ text }: SheetLine): string {
  return linesOf(FURTHER_COLUMNS.map((id) => [headerOf(id).replace('（通知）', ''), text(id)] as const));
}

/** Whom the notice names for the task. */
export function whoWords({ text }: SheetLine): string {
  return linesOf(WHO.map(([word, id]) => [word, text(id)] as const));
}

/** Whom it names for what the unit may have to do, and who leads: so the unit's part needs no column of its own. */
export function askedWords({ text, open = [] }: SheetLine): string {
  const isOpen = (id: NoticeColumn) => open.some((role) => OPEN_IN[role].includes(id));
  const all = WHO.map(([word, id]) => ({ id, word, said: text(id) }));
  if (!all.some(({ id, said }) => said !== '' && isOpen(id))) return text('duties');
  const meant = all.filter(({ id }) => id === 'lead' || id === 'people' || isOpen(id));
  return linesOf(meant.map(({ id, word, said }) => [isOpen(id) ? `可能${word}` : word, said] as const));
}

/** Where it says whom a role means. */
const OPEN_IN: Record<Duty['role'], readonly NoticeColumn[]> = {
  lead: ['lead'],
  responsible: ['responsible', 'helping'],
  supervising: ['supervising'],
  body: [],
};
