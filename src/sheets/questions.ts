import type { NoticeColumn, Question, SheetRow } from '../model/sheet.js';
import { QUESTION_WORD } from './columns.js';
import { DUTY_WORDS } from './labels.js';
import { refWords } from './words.js';

/** What is printed of a question in the columns of tasks, so that it stands in one table with them. */
export function questionCells(
  question: Question,
  rows: readonly SheetRow[],
): Partial<Record<NoticeColumn, string>> {
  const hanging = hangingOn(question, rows);
  return {
    id: question.rows.join(' '),
    part: QUESTION_WORD,
    name: question.group,
    goal: questionWords(question, hanging),
    duties: rolesIn(question, hanging),
  };
}

/** The rows that an answer still decides on: what another answer has made the unit's own does not hang on this one. */
export function hangingOn<Row extends Pick<SheetRow, 'id' | 'duties'>>(
  { group, rows: ids }: Pick<Question, 'group' | 'rows'>,
  rows: readonly Row[],
): Row[] {
  const wanted = new Set(ids);
  return rows.filter(
    ({ id, duties }) => wanted.has(id) && duties.some(({ via = [] }) => via.includes(group)),
  );
}

const ASKED = '本单位是不是“';

/** Whether what is printed as a goal is such a question. */
export function isQuestionGoal(goal: string): boolean {
  return goal.trimStart().startsWith(ASKED);
}

function questionWords({ group }: Question, rows: readonly SheetRow[]): string {
  if (rows.length === 0) return `${ASKED}${group}”？现在没有任务要看这个答复。`;
  return `${ASKED}${group}”？答“是”，通知里这 ${rows.length} 项都是本单位的任务：\n${listed(rows)}`;
}

/** So many tasks are told by their names, too; of more the notice's numbers are enough, and fit on paper. */
const NAMED = 6;

/** Tasks by the notice's numbers, a table each: 四-1—3、7；五-1. Few by their names: 四-7、8 强化监管责任；五-1 某平台. */
function listed(rows: readonly SheetRow[]): string {
  const heads = new Map<string, { table: string; name: string; numbers: string[] }>();
  for (const row of rows) {
    const ref = refWords(row);
    const table = ref.slice(0, ref.indexOf('-') + 1);
    const name = rows.length > NAMED ? '' : row.name;
    const key = JSON.stringify([table, name]);
    const head = heads.get(key) ?? { table, name, numbers: [] };
    heads.set(key, head);
    head.numbers.push(ref.slice(table.length));
  }
  return Array.from(heads.values(), ({ table, name, numbers }) =>
    [table + runsOf(numbers).join('、'), name].filter((text) => text !== '').join(' '),
  ).join('；');
}

/** Three numbers or more that follow one another as one: 1—3, 7, 9. */
function runsOf(numbers: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && /^\d+$/.test(number) && Number(number) === Number(run.at(-1)) + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}—${run.at(-1)}`] : run));
}

/** 牵头 1 项；责任 39 项. */
export function rolesIn(
  { group }: Pick<Question, 'group'>,
  rows: readonly Pick<SheetRow, 'duties'>[],
): string {
  const counts = new Map<string, number>();
  for (const { duties } of rows) {
    const roles = new Set(
      duties.filter(({ via = [] }) => via.includes(group)).map(({ role }) => DUTY_WORDS[role]),
    );
    for (const word of roles) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Array.from(counts, ([word, count]) => `${word} ${count} 项`).join('；');
}
