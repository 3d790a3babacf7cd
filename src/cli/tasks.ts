import {
  categoryWords,
  cellText,
  DELIVERABLE_WORDS,
  type Degree,
  type DeliverableKind,
  diagnose,
  dutyWords,
  findTable,
  findUnit,
  indicatorWords,
  linkWords,
  PART_WORDS,
  type Role,
  remarkWords,
  rowOf,
  type SheetRow,
  sheetFor,
  type Task,
  type TaskRow,
  taskColumn,
  timeWords,
} from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { Failure, hanging, print, style, tell, unwrap } from './terminal.js';

interface TasksFlags extends BookOptions {
  readonly unit?: string;
  readonly role?: Role;
  readonly table?: string;
  readonly grep?: RegExp;
  readonly degree?: Degree;
  readonly deliverable?: DeliverableKind;
  readonly json?: boolean;
}

type Listed = TaskRow & Partial<SheetRow>;

/** `wulong-tasks tasks`: shows tasks, of one unit or all. */
export async function run({
  unit,
  role,
  degree,
  table,
  grep,
  deliverable,
  json,
  ...source
}: TasksFlags): Promise<void> {
  if ((role ?? degree) && unit === undefined)
    throw new Failure([diagnose('usage', { text: '--role 和 --degree 要和 --unit 一起用。' })]);
  const book = await openBook(source);
  const name = unit === undefined ? undefined : unwrap(findUnit(book, unit));
  const wantedTable = table === undefined ? undefined : unwrap(findTable(book, table));
  const inTable = new Set(book.tasks.filter((task) => task.table === wantedTable).map(({ id }) => id));

  const all: Listed[] =
    name === undefined
      ? book.tasks.map((task: Task) => rowOf(book, task))
      : sheetFor(book, name, { degree }).rows;
  const rows = all
    .filter(({ id }) => wantedTable === undefined || inTable.has(id))
    .filter(({ deliverables }) => !deliverable || deliverables.some(({ kind }) => kind === deliverable))
    .filter(({ duties }) => !role || duties?.some((duty) => duty.role === role))
    .filter(
      (row) => !grep || [row.name, row.goal, row.lead, row.responsible].some((text) => grep.test(text)),
    );
  if (json) return print(JSON.stringify(rows, null, 2));
  if (name !== undefined) print(style.heading(`${name}　${countWords(rows, role)}`));
  for (const how of new Set(rows.map((row) => howHad(row, role)))) {
    const those = rows.filter((row) => howHad(row, role) === how);
    if (how !== '') print(`\n${style.heading(`${how}（${those.length} 项）`)}`);
    for (const row of those) print(`\n${entry(row)}`);
  }
  if (rows.length === 0) tell('没有符合条件的任务。');
}

/** Whether the notice leaves it open that the unit has a task, or has it in the role that is asked for. */
function isOpen({ part, duties = [] }: Listed, role: Role | undefined): boolean {
  if (role === undefined) return part === 'possible';
  return duties.every((duty) => duty.role !== role || duty.degree === 'possible');
}

/** How a unit has a task: 牵头, 集体; 可能牵头 where it surely has it in another role only. */
function howHad(row: Listed, role: Role | undefined): string {
  if (row.part === undefined) return '';
  return role !== undefined && isOpen(row, role) ? `可能${PART_WORDS[role]}` : PART_WORDS[row.part];
}

/** 牵头 4 项，可能牵头 13 项: what the notice leaves open is counted apart. */
function countWords(rows: readonly Listed[], role: Role | undefined): string {
  const open = rows.filter((row) => isOpen(row, role)).length;
  const [sure, perhaps] =
    role === undefined ? ['应办', PART_WORDS.possible] : [PART_WORDS[role], `可能${PART_WORDS[role]}`];
  return `${sure} ${rows.length - open} 项${open > 0 ? `，${perhaps} ${open} 项` : ''}`;
}

/** One task: a line with its place in the notice and its name, then what it asks for and of whom. */
function entry(row: Listed): string {
  const surely = row.part !== 'member' && row.part !== 'possible';
  const fields = [
    ['目标', row.goal],
    ['指标', row.indicators.map(indicatorWords).join('；')],
    ['时限', timeWords(row).join('；')],
    ['成果', row.deliverables.map(({ kind, text }) => `${DELIVERABLE_WORDS[kind]} ${text}`).join('；')],
    ['牵头', cellText(taskColumn('lead'), row)],
    ['责任', row.responsible],
    ['角色', surely ? '' : dutyWords(row.duties ?? [])],
    ['备注', remarkWords(row)],
    ['正文', linkWords(row.links)],
    ['出处', `${cellText(taskColumn('at'), row)}　编号 ${row.id}`],
  ] as const;
  return [
    `${style.unit(`${categoryWords(row.category)} ${row.number}`)}　${style.heading(row.name)}`,
    ...fields
      .filter(([, text]) => text !== '')
      .map(([label, text]) => hanging(`  ${style.dim(label)}  `, text.replaceAll('\n', '、'))),
  ].join('\n');
}
