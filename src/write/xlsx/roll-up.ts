import type ExcelJS from 'exceljs';
import { lateIn } from '../../collect/index.js';
import { messageOf } from '../../messages/index.js';
import { placeText } from '../../model/place.js';
import type { RollUp, State } from '../../model/roll-up.js';
import {
  COVER_FILL_IN,
  headerOf,
  indicatorWords,
  LATE_WORDS,
  noticeWords,
  refWords,
  STATE_WORDS,
  typedText,
  WORKSHEETS,
} from '../../sheets/index.js';
import { type ReportColumn, remnantWords, reportColumns, reportRows } from '../roll-up.js';
import { type PlannedRow, planned } from './plan.js';
import { barOf, dress } from './styles.js';
import { addWorksheet } from './table.js';

const STATES = Object.keys(STATE_WORDS) as readonly State[];

/** What is printed of a report; the rest stands beside it. */
const ON_PAPER: ReadonlySet<string> = new Set<ReportColumn['id']>([
  'ref',
  'name',
  'goal',
  'unit',
  'part',
  'person',
  'due',
  'status',
  'progress',
  'note',
]);

/** 汇总: how far each unit is, all that was reported, figures, what does not fit, and what is wrong. */
export async function rollUpToXlsx(rollUp: RollUp): Promise<Uint8Array> {
  // Loaded when it is needed: it is most of what there is to load.
  const { newWorkbook, workbookBytes } = await import('../../workbook/new.js');
  const workbook = newWorkbook(rollUp.notice.date);
  const subtitle = noticeWords(rollUp.notice);
  addUnits(workbook, rollUp, subtitle);
  const all = reportColumns(rollUp);
  const isPrinted = ({ id }: (typeof all)[number]) => ON_PAPER.has(id);
  const columns = [...all.filter(isPrinted), ...all.filter((column) => !isPrinted(column))];
  const reports = reportRows(rollUp);
  addWorksheet(workbook, {
    name: '逐项汇总',
    title: '任务进展逐项汇总',
    subtitle: `${subtitle}　｜　任务 ${rollUp.tasks.length} 项，填报 ${reports.length} 条`,
    frozen: 4,
    columns: columns.map(({ id, header }) => planned(id, header, ON_PAPER.has(id) ? {} : { isAside: true })),
    rows: reports.map((row) => ({ values: columns.map(({ text }) => text(row)) })),
  });
  addFigures(workbook, rollUp, subtitle);
  addLate(workbook, rollUp, subtitle);
  addList(workbook, '问题', `${subtitle}　｜　共 ${rollUp.problems.length} 处`, [
    ['place', '出处', rollUp.problems.map(({ at }) => (at ? placeText(at) : ''))],
    ['text', '问题', rollUp.problems.map((problem) => messageOf(problem))],
  ]);
  const rest = rollUp.rest.map((each) => ({ ...each, text: remnantWords(each) }));
  const others = [...rest, ...covers(rollUp)];
  addList(workbook, '其他内容', `${subtitle}　｜　已取消的、待归位的、封面和另加的工作表上的`, [
    ['unit', '单位', others.map(({ unit }) => unit ?? '')],
    ['place', '出处', others.map(({ at }) => placeText(at))],
    ['text', '内容', others.map(({ text }) => text)],
  ]);
  return workbookBytes(workbook);
}

function addUnits(workbook: ExcelJS.Workbook, { units, on }: RollUp, subtitle: string): void {
  const sent = units.filter(({ files }) => files.length > 0).length;
  const rows = units.map((unit): PlannedRow => {
    const { files, tasks, done } = unit;
    const share = tasks === 0 ? 0 : done / tasks;
    return {
      values: [
        unit.unit,
        files.length === 0 ? '没有交' : files.length === 1 ? '已交' : `交了 ${files.length} 份`,
        tasks,
        ...STATES.map((state) => unit[state]),
        unit.open,
        `${Math.round(share * 100)}%`,
        barOf(share),
      ],
      faint: files.length === 0,
    };
  });
  const day = on === null ? '' : `；滞后含到 ${on} 过了完成时限的`;
  const sheet = addWorksheet(workbook, {
    name: '各单位进展',
    title: '各单位进展汇总',
    subtitle: `${subtitle}　｜　应交 ${units.length} 个单位，已交 ${sent} 个${day}`,
    frozen: 1,
    columns: [
      planned('unit', '单位'),
      planned('label', '交表'),
      planned('amount', '须办任务'),
      ...STATES.map((state) => planned('amount', STATE_WORDS[state])),
      planned('amount', '待确认'),
      planned('amount', '完成率'),
      planned('share', ''),
    ],
    rows,
  });
  const last = sheet.columnCount;
  for (let row = 4; row < 4 + rows.length; row++) dress(sheet.getRow(row).getCell(last), 'bar');
}

/** What is asked for in figures, and the figures in what was reported. */
function addFigures(workbook: ExcelJS.Workbook, { tasks }: RollUp, subtitle: string): void {
  const rows = tasks
    .filter(({ indicators }) => indicators.length > 0)
    .flatMap(({ reports, ...task }) =>
      reports.map(({ unit, figures, filled, at }): PlannedRow => {
        const progress = typedText(filled.progress);
        return {
          values: [
            refWords(task),
            task.name,
            task.indicators.map(indicatorWords).join('\n'),
            unit,
            figures.join('\n'),
            progress,
            task.id,
            placeText(at),
          ],
        };
      }),
    );
  if (rows.length === 0) return;
  addWorksheet(workbook, {
    name: '指标',
    title: '量化指标填报情况',
    subtitle,
    frozen: 2,
    columns: [
      planned('ref', headerOf('ref')),
      planned('name', headerOf('name')),
      planned('text', '要求的指标'),
      planned('unit', '填报单位'),
      planned('times', '填报的数字'),
      planned('text', headerOf('progress')),
      planned('id', headerOf('id'), { isAside: true }),
      planned('place', headerOf('at'), { isAside: true }),
    ],
    rows,
  });
}

/** What units are late with, by the same count as in 各单位进展. */
function addLate(workbook: ExcelJS.Workbook, rollUp: RollUp, subtitle: string): void {
  const { tasks, on } = rollUp;
  const late = lateIn(rollUp);
  const reported = new Map(tasks.map((task) => [task.id, task]));
  const reports = late.map(({ unit, id }) => reported.get(id)?.reports.find((each) => each.unit === unit));
  addList(workbook, '滞后', `${subtitle}　｜　共 ${late.length} 处${on === null ? '' : `，到 ${on}`}`, [
    ['unit', '单位', late.map(({ unit }) => unit)],
    ['id', headerOf('id'), late.map(({ id }) => id)],
    ['name', headerOf('name'), late.map(({ name }) => name)],
    ['due', '完成时限', late.map(({ due }) => due ?? '')],
    ['until', '说明', late.map(({ by }) => LATE_WORDS[by])],
    ['label', '填的状态', reports.map((report) => typedText(report?.filled.status) || '没有填')],
    ['text', headerOf('progress'), reports.map((report) => typedText(report?.filled.progress))],
  ]);
}

/** A worksheet whose columns are given whole; none where nothing is in them. */
function addList(
  workbook: ExcelJS.Workbook,
  name: string,
  subtitle: string,
  columns: readonly (readonly [
    id: Parameters<typeof planned>[0],
    header: string,
    values: readonly string[],
  ])[],
): void {
  const [, , first = []] = columns[0] ?? [];
  if (first.length === 0) return;
  addWorksheet(workbook, {
    name,
    title: name,
    subtitle,
    columns: columns.map(([id, header]) => planned(id, header)),
    rows: first.map((_, i) => ({ values: columns.map(([, , values]) => values[i] ?? '') })),
  });
}

/** What was filled in on covers. */
function covers({ files }: RollUp) {
  return files.flatMap(({ file, unit, cover }) =>
    COVER_FILL_IN.filter(({ id }) => cover[id] !== undefined).map(({ id, header }) => ({
      unit,
      at: { file, sheet: WORKSHEETS.cover },
      text: `${header}：${typedText(cover[id])}`,
    })),
  );
}
