import { placeText } from '../model/place.js';
import type { FillIn, KeptRow, Note, NoticeColumn, SheetRow, TaskRow } from '../model/sheet.js';
import type { Flag } from '../model/taskbook.js';
import { changeWords } from './changes.js';
import { FILL_IN } from './fill-in.js';
import { DELIVERABLE_WORDS, dutyWords, INFERRED_ABOVE, KEPT_WORDS, PART_WORDS } from './labels.js';
import { categoryWords, indicatorWords, remarkWords, timeWords } from './words.js';

/** A column of a sheet of tasks. */
interface ColumnPlan<Row> {
  readonly header: string;
  /** Width in a workbook, in characters of the default font. */
  readonly width: number;
  readonly centred?: boolean;
  /** What is said in it of a row. */
  readonly text: (row: Row) => string;
  /** Rows with this flag have a text that is inferred, and the printed cell says so. */
  readonly inferredBy?: Flag;
  /** Whether it tells that a row is not the same as in an earlier edition: it is what is printed of the task. */
  readonly isWatched?: boolean;
  /** Whether a sheet has it only where the notice prints something there. */
  readonly isOptional?: boolean;
}

export interface Column<Row> extends ColumnPlan<Row> {
  readonly id: NoticeColumn;
}

/** A column that few notices print; its header says that it is the notice's, as units may have one of that name. */
function printed(
  header: string,
  width: number,
  text: (row: TaskRow) => string | undefined,
): ColumnPlan<TaskRow> {
  return {
    header: `${header}（通知）`,
    width,
    text: (row) => text(row) ?? '',
    isWatched: true,
    isOptional: true,
  };
}

/** The columns that the notice fills, in the order in which they stand in a unit's sheet. */
const PLANS = {
  id: { header: '编号', width: 10.5, centred: true, text: ({ id }: TaskRow) => id },
  part: {
    header: '类型',
    width: 6,
    centred: true,
    text: ({ part }: SheetRow) => PART_WORDS[part],
    isWatched: true,
  },
  category: {
    header: '类别',
    width: 7,
    centred: true,
    text: ({ category }: TaskRow) => categoryWords(category),
  },
  number: { header: '序号', width: 5, centred: true, text: ({ number }: TaskRow) => number },
  name: { header: '任务名称', width: 13, text: ({ name }: TaskRow) => name, isWatched: true },
  goal: { header: '目标内容', width: 34, text: ({ goal }: TaskRow) => goal, isWatched: true },
  indicators: {
    header: '量化指标',
    width: 18,
    text: ({ indicators }: TaskRow) => indicators.map(indicatorWords).join('\n'),
  },
  times: {
    header: '频次/时限',
    width: 16,
    text: (row: TaskRow) => timeWords(row).join('\n'),
    isWatched: true,
  },
  deliverables: {
    header: '成果类型',
    width: 10,
    centred: true,
    text: ({ deliverables }: TaskRow) =>
      Array.from(new Set(deliverables.map(({ kind }) => DELIVERABLE_WORDS[kind]))).join('\n'),
  },
  lead: {
    header: '牵头单位',
    width: 13,
    text: ({ lead }: TaskRow) => lead,
    inferredBy: 'lead-inherited',
    isWatched: true,
  },
  responsible: {
    header: '责任单位',
    width: 16,
    text: ({ responsible }: TaskRow) => responsible,
    isWatched: true,
  },
  helping: printed('配合单位', 16, ({ helping }) => helping),
  supervising: printed('监督单位', 12, ({ supervising }) => supervising),
  people: printed('责任人', 12, ({ people }) => people),
  steps: printed('整改措施', 24, ({ steps }) => steps),
  schedule: printed('分期安排', 18, ({ schedule }) => schedule),
  money: printed('投资', 12, ({ money }) => money),
  scoring: printed('分值与评分', 14, ({ scoring }) => scoring),
  duties: { header: '本单位角色', width: 12, text: ({ duties }: SheetRow) => dutyWords(duties) },
  measures: {
    header: '对应正文',
    width: 8,
    centred: true,
    text: ({ measures }: TaskRow) => measures.join('、'),
  },
  remark: { header: '通知备注', width: 6, text: (row: TaskRow) => remarkWords(row), isWatched: true },
  at: { header: '出处', width: 10, text: ({ at }: TaskRow) => placeText(at) },
  change: { header: '变化', width: 16, text: ({ change }: SheetRow) => changeWords(change, headerOf) },
} satisfies Record<NoticeColumn, ColumnPlan<SheetRow>>;

const NOTICE_COLUMNS = Object.keys(PLANS) as readonly NoticeColumn[];

/** The columns that the notice may fill in a unit's task sheet, the same in every format. */
export const SHEET_COLUMNS: readonly Column<SheetRow>[] = NOTICE_COLUMNS.map((id) => ({ id, ...PLANS[id] }));

/** The columns that a sheet has: those that only some notices fill where it does. */
export function columnsOf<Row extends TaskRow>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  kept: readonly KeptRow[] = [],
): readonly Column<Row>[] {
  return columns.filter(
    ({ id, text, isOptional }) =>
      !isOptional ||
      rows.some((row) => text(row) !== '') ||
      kept.some(({ cells }) => (cells[id] ?? '') !== ''),
  );
}

/** The columns that tell whether a row is the same as in an earlier edition. */
export const WATCHED_COLUMNS = SHEET_COLUMNS.filter(({ isWatched }) => isWatched);

/** The columns without which a table is no task sheet. */
export const KNOWN_BY: readonly NoticeColumn[] = ['id', 'name', 'goal'];

/** Those of the workbook of all tasks, which has more room for what is long; the others are of one unit. */
const OVERVIEW: readonly (readonly [id: Exclude<NoticeColumn, UnitColumn>, width?: number])[] = [
  ['id'],
  ['category', 10],
  ['number'],
  ['name', 16],
  ['goal', 56],
  ['indicators', 26],
  ['times', 16],
  ['deliverables'],
  ['lead', 20],
  ['responsible', 26],
  ['helping', 20],
  ['supervising', 16],
  ['people', 16],
  ['steps', 30],
  ['schedule', 24],
  ['money', 14],
  ['scoring', 16],
  ['measures'],
  ['remark'],
  ['at'],
];

type UnitColumn = 'part' | 'duties' | 'change';

/** The columns of the workbook of all tasks. */
export const OVERVIEW_COLUMNS: readonly Column<TaskRow>[] = OVERVIEW.map(([id, width]) => {
  return { ...taskColumn(id), ...(width !== undefined && { width }) };
});

/** A column that has the same text whatever the unit. */
export function taskColumn(id: Exclude<NoticeColumn, UnitColumn>): Column<TaskRow> {
  return { id, ...PLANS[id] };
}

/** A cell as it is printed: what is inferred says so. */
export function cellText<Row extends TaskRow>({ text, inferredBy }: Column<Row>, row: Row): string {
  return text(row) + (inferredBy && row.flags.includes(inferredBy) ? INFERRED_ABOVE : '');
}

/** What a printed cell says, without that it is inferred. */
export function unmarked(cell: string): string {
  return cell.replaceAll(INFERRED_ABOVE, '');
}

/** A text as it is compared with another edition's: programs that save a sheet may change blanks and line breaks. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * Whether a printed cell of an earlier sheet says the same; what is inferred from one form of a notice another form
 * says.
 */
export function saysSame<Row>({ text }: Column<Row>, row: Row, cell = ''): boolean {
  return withoutBlanks(text(row)) === withoutBlanks(unmarked(cell));
}

/** The notice's cells of a row that is kept, as they are printed. */
export function keptText(id: NoticeColumn, { part, cells }: KeptRow): string {
  return id === 'part' ? KEPT_WORDS[part] : (cells[id] ?? '');
}

/** A column's header. */
export function headerOf(id: NoticeColumn | FillIn): string {
  return id in FILL_IN ? FILL_IN[id as FillIn].header : PLANS[id as NoticeColumn].header;
}

/** The header of the column that a comment stands in. */
export function notedHeader(note: Note): string {
  return 'own' in note ? note.own : headerOf(note.column);
}
