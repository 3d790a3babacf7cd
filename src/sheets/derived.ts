// What stands in columns that are made of several of the notice's.
import type { NoticeColumn, SheetRow } from '../model/sheet.js';
import { DERIVED_HEADERS, headerOf, SHEET_COLUMNS, type SheetColumn, unmarked, unspaced } from './columns.js';

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

/**
 * Whether a printed cell of an earlier sheet says the same; what is inferred from one form of a notice another form
 * says. Of a row of which nobody could tell whether it is the program's, what is made of others stands in its remark.
 */
export function saysSame({ id, text }: SheetColumn<SheetRow>, row: SheetRow, cell = ''): boolean {
  const said = unspaced(text(row));
  const printed = unspaced(unmarked(cell));
  if (said === printed || id !== 'remark') return said === printed;
  const textOf: TextOf = (of) => SHEET_COLUMNS.find((column) => column.id === of)?.text(row) ?? '';
  const { who, further } = DERIVED_HEADERS;
  const made = [`${who}：${whoWords(textOf)}`, `${further}：${furtherWords(textOf)}`];
  const rest = made.reduce((left, each) => left.replace(unspaced(each), ''), printed);
  return rest !== printed && (rest === '' || rest === said);
}
