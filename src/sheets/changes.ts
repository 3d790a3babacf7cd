import type { NoticeColumn, RowChange, Went } from '../model/sheet.js';
import { ROW_CHANGE_WORDS } from './labels.js';

/** What stands between a column's header and what it said before, and for what it did not say. */
const WAS = '原为：';
const NOTHING = '（空）';

/** What is not the same as in the earlier sheet: 新增, 恢复, or 有变化 and each text as it was, a line each. */
export function changeWords(change: RowChange | null, headerOf: (id: NoticeColumn) => string): string {
  if (change === null) return '';
  if (change.kind === 'other') return change.text;
  const fields = change.kind === 'changed' ? change.fields : [];
  return [
    ROW_CHANGE_WORDS[change.kind],
    ...fields.map(({ column, before }) => `${headerOf(column)}${WAS}${before || NOTHING}`),
  ].join('\n');
}

/** Reads what `changeWords` wrote; a text of several lines goes on until the next column's. */
export function changeIn(
  text: string,
  columns: readonly { readonly id: NoticeColumn; readonly header: string }[],
): RowChange | null {
  if (text === '') return null;
  if (text === ROW_CHANGE_WORDS.added) return { kind: 'added' };
  if (text === ROW_CHANGE_WORDS.restored) return { kind: 'restored' };
  const [mark, ...lines] = text.split('\n');
  const fields: { column: NoticeColumn; before: string }[] = [];
  for (const line of lines) {
    const column = columns.find(({ header }) => line.startsWith(header + WAS));
    const last = fields.at(-1);
    if (column) fields.push({ column: column.id, before: line.slice((column.header + WAS).length) });
    else if (last) last.before += `\n${line}`;
    else return { kind: 'other', text };
  }
  // Nothing is left empty by the program.
  const isOurs = mark === ROW_CHANGE_WORDS.changed && fields.every(({ before }) => before !== '');
  if (!isOurs) return { kind: 'other', text };
  return {
    kind: 'changed',
    fields: fields.map(({ column, before }) => ({ column, before: before === NOTHING ? '' : before })),
  };
}

const WENT: Record<Went['kind'], readonly [before: string, behind: string]> = {
  merged: ['合并到 ', ''],
  split: ['拆分为 ', ''],
  maybe: ['可能是 ', '，请移到对应的行'],
  others: ['任务还在（', '），不再有本单位'],
  never: ['别的单位的任务（', '），不是本单位的'],
  again: ['同一任务（', '）已有另一行，请合并到那一行'],
};

/** Where a task has gone: 合并到 三-16 水库巡查; 拆分为 五-3 新建学校；五-4 改建学校; 可能是 …; 任务还在（三-16 水库巡查），不再有本单位. */
export function wentWords({ kind, ref, name, more = [] }: Went): string {
  const [before, behind] = WENT[kind];
  const tasks = [{ ref, name }, ...more].map((each) => `${each.ref} ${each.name}`);
  return `${before}${tasks.join('；')}${behind}`;
}

/** Whether a text is one that `wentWords` wrote, of such a kind. */
export function saysWent(
  text: string,
  kinds: readonly Went['kind'][] = Object.keys(WENT) as Went['kind'][],
): boolean {
  return kinds.some((kind) => {
    const [before, behind] = WENT[kind];
    return text.startsWith(before) && text.endsWith(behind);
  });
}
