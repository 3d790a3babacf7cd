import { placeText } from '../model/place.js';
import type { FillIn, KeptRow, Note, NoticeColumn, SheetRow, TaskRow } from '../model/sheet.js';
import type { Flag } from '../model/taskbook.js';
import { changeWords, wentWords } from './changes.js';
import { FILL_IN, TYPED } from './fill-in.js';
import { DELIVERABLE_WORDS, dutyWords, INFERRED_ABOVE, KEPT_WORDS, PART_WORDS } from './labels.js';
import { categoryWords, indicatorWords, refWords, remarkWords, timeWords, untilWords } from './words.js';

/** A column of a sheet of tasks. */
interface ColumnPlan<Row> {
  readonly header: string;
  /** What is said in it of a row. */
  readonly text: (row: Row) => string;
  /** Rows with this flag have a text that is inferred, and the printed cell says so. */
  readonly inferredBy?: Flag;
  /** Whether it tells that a row is not the same as in an earlier edition: it is what is printed of the task. */
  readonly isWatched?: boolean;
  /** Whether a sheet has it only where the notice prints something there. */
  readonly isOptional?: boolean;
}

export interface SheetColumn<Row> extends ColumnPlan<Row> {
  readonly id: NoticeColumn;
}

/** A column that few notices print; its header says that it is the notice's, as units may have one of that name. */
function printed(header: string, text: (row: TaskRow) => string | undefined): ColumnPlan<TaskRow> {
  return {
    header: `${header}（通知）`,
    text: (row) => text(row) ?? '',
    isWatched: true,
    isOptional: true,
  };
}

/** The columns that the notice fills, in the order in which they stand in a unit's sheet. */
const PLANS = {
  id: { header: '编号', text: ({ id }: TaskRow) => id },
  part: {
    header: '类型',
    text: ({ part }: SheetRow) => PART_WORDS[part],
    isWatched: true,
  },
  category: {
    header: '类别',
    text: ({ category }: TaskRow) => categoryWords(category),
  },
  ref: { header: '通知序号', text: (row: TaskRow) => refWords(row) },
  // In the sheet 序号 counts its rows.
  number: { header: '原序号', text: ({ number }: TaskRow) => number },
  name: { header: '任务名称', text: ({ name }: TaskRow) => name, isWatched: true },
  goal: { header: '目标内容', text: ({ goal }: TaskRow) => goal, isWatched: true },
  indicators: {
    header: '量化指标',
    text: ({ indicators }: TaskRow) => indicators.map(indicatorWords).join('\n'),
  },
  times: {
    header: '频次/时限',
    text: (row: TaskRow) => timeWords(row).join('\n'),
    isWatched: true,
  },
  until: { header: '通知时限', text: (row: TaskRow) => untilWords(row) },
  deliverables: {
    header: '成果类型',
    text: ({ deliverables }: TaskRow) =>
      Array.from(new Set(deliverables.map(({ kind }) => DELIVERABLE_WORDS[kind]))).join('\n'),
  },
  lead: {
    header: '牵头单位',
    text: ({ lead }: TaskRow) => lead,
    inferredBy: 'lead-inherited',
    isWatched: true,
  },
  responsible: {
    header: '责任单位',
    text: ({ responsible }: TaskRow) => responsible,
    isWatched: true,
  },
  helping: printed('配合单位', ({ helping }) => helping),
  supervising: printed('监督单位', ({ supervising }) => supervising),
  people: printed('责任人', ({ people }) => people),
  steps: printed('整改措施', ({ steps }) => steps),
  schedule: printed('分期安排', ({ schedule }) => schedule),
  money: printed('投资', ({ money }) => money),
  scoring: printed('分值与评分', ({ scoring }) => scoring),
  duties: { header: '本单位角色', text: ({ duties }: SheetRow) => dutyWords(duties) },
  measures: {
    header: '对应正文',
    text: ({ measures }: TaskRow) => measures.join('、'),
  },
  remark: { header: '通知备注', text: (row: TaskRow) => remarkWords(row), isWatched: true },
  at: { header: '出处', text: ({ at }: TaskRow) => placeText(at) },
  change: { header: '变化', text: ({ change }: SheetRow) => changeWords(change, headerOf) },
} satisfies Record<NoticeColumn, ColumnPlan<SheetRow>>;

const NOTICE_COLUMNS = Object.keys(PLANS) as readonly NoticeColumn[];

/** The columns that the notice may fill in a unit's task sheet, the same in every format. */
export const SHEET_COLUMNS: readonly SheetColumn<SheetRow>[] = NOTICE_COLUMNS.map((id) => ({
  id,
  ...PLANS[id],
}));

/** The columns that a sheet has: those that only some notices fill where it does. */
export function usedColumns<Row extends TaskRow>(
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  kept: readonly KeptRow[] = [],
): readonly SheetColumn<Row>[] {
  return columns.filter(
    ({ id, text, isOptional }) =>
      !isOptional ||
      rows.some((row) => text(row) !== '') ||
      kept.some(({ cells }) => (cells[id] ?? '') !== ''),
  );
}

/** Columns of a workbook that are made of others: rows counted, all whom the notice names, and what few notices say. */
export const DERIVED_HEADERS = { count: '序号', who: '牵头和责任单位', further: '其他要求' } as const;

/** What stands in 类型 of a row that asks whether the unit is in a group. */
export const QUESTION_WORD = '集体称谓';

/** The columns that tell whether a row is the same as in an earlier edition. */
export const WATCHED_COLUMNS = SHEET_COLUMNS.filter(({ isWatched }) => isWatched);

/** The columns without which a table is no task sheet: 编号 may have been taken out, the words tell. */
export const KNOWN_BY: readonly NoticeColumn[] = ['name', 'goal'];

/** The columns of the workbook of all tasks; the others are of one unit. */
const OVERVIEW = NOTICE_COLUMNS.filter(
  (id) => !(id === 'part' || id === 'duties' || id === 'change'),
) as readonly Exclude<NoticeColumn, UnitColumn>[];

type UnitColumn = 'part' | 'duties' | 'change';

/** The columns of the workbook of all tasks. */
export const OVERVIEW_COLUMNS: readonly SheetColumn<TaskRow>[] = OVERVIEW.map(taskColumn);

/** A column that has the same text whatever the unit. */
export function taskColumn(id: Exclude<NoticeColumn, UnitColumn>): SheetColumn<TaskRow> {
  return { id, ...PLANS[id] };
}

/** A cell as it is printed: what is inferred says so. */
export function cellText<Row extends TaskRow>({ text, inferredBy }: SheetColumn<Row>, row: Row): string {
  return text(row) + (inferredBy && row.flags.includes(inferredBy) ? INFERRED_ABOVE : '');
}

/** What a printed cell says, without that it is inferred. */
export function unmarked(cell: string): string {
  return cell.replaceAll(INFERRED_ABOVE, '');
}

/** A text as it is compared with another edition's: programs that save a sheet may change blanks and line breaks. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The notice's cells of a row that is kept, as they are printed. */
export function keptText(id: NoticeColumn, { part, cells, went }: KeptRow): string {
  if (id === 'change' && went) return wentWords(went);
  return id === 'part' ? KEPT_WORDS[part] : (cells[id] ?? '');
}

/** A column's header. */
export function headerOf(id: NoticeColumn | FillIn): string {
  return id in FILL_IN ? FILL_IN[id as FillIn].header : PLANS[id as NoticeColumn].header;
}

/** The header of the column in which stands what a unit has typed into one of the notice's. */
export function typedHeader(header: string): string {
  return header + TYPED;
}

/** The header of the column that a comment stands in. */
export function notedHeader(note: Note): string {
  return 'own' in note ? note.own : headerOf(note.column);
}
