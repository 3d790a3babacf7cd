import type ExcelJS from 'exceljs';
import { messageOf } from '../../messages/index.js';
import { placeText } from '../../model/place.js';
import type { RollUp, State } from '../../model/roll-up.js';
import {
  COVER_FILL_IN,
  DEGREE_WORDS,
  headerOf,
  indicatorWords,
  LATE_WORDS,
  noticeWords,
  STATE_WORDS,
  typedText,
  WORKSHEETS,
} from '../../sheets/index.js';
import { remnantWords, reportColumns, reportRows } from '../roll-up.js';
import { BAR_FONT, barOf } from './styles.js';
import { addWorksheet, type PlannedRow } from './table.js';

const STATES = Object.keys(STATE_WORDS) as readonly State[];

/** 汇总: how far each unit is, all that was reported, figures, what does not fit, and what is wrong. */
export async function rollUpToXlsx(rollUp: RollUp): Promise<Uint8Array> {
  // Loaded when it is needed: it is most of what there is to load.
  const { newWorkbook, workbookBytes } = await import('../../workbook/new.js');
  const workbook = newWorkbook(rollUp.notice.date);
  const subtitle = noticeWords(rollUp.notice);
  addUnits(workbook, rollUp, subtitle);
  const columns = reportColumns(rollUp);
  const reports = reportRows(rollUp);
  addWorksheet(workbook, {
    name: '逐项汇总',
    title: '任务进展逐项汇总',
    subtitle: `${subtitle}　｜　任务 ${rollUp.tasks.length} 项，填报 ${reports.length} 条`,
    frozen: 4,
    columns,
    rows: reports.map((row) => ({ values: columns.map(({ text }) => text(row)) })),
  });
  addFigures(workbook, rollUp, subtitle);
  addLate(workbook, rollUp, subtitle);
  addList(workbook, '问题', `${subtitle}　｜　共 ${rollUp.problems.length} 处`, [
    ['出处', 34, rollUp.problems.map(({ at }) => (at ? placeText(at) : ''))],
    ['问题', 90, rollUp.problems.map((problem) => messageOf(problem))],
  ]);
  const rest = rollUp.rest.map((each) => ({ ...each, text: remnantWords(each) }));
  const others = [...rest, ...covers(rollUp)];
  addList(workbook, '其他内容', `${subtitle}　｜　已取消的、待归位的、封面和另加的工作表上的`, [
    ['单位', 18, others.map(({ unit }) => unit ?? '')],
    ['出处', 34, others.map(({ at }) => placeText(at))],
    ['内容', 80, others.map(({ text }) => text)],
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
      { header: '单位', width: 24 },
      { header: '交表', width: 11, centred: true },
      { header: `任务数（${DEGREE_WORDS.named}、${DEGREE_WORDS.member}）`, width: 13, centred: true },
      ...STATES.map((state) => STATE_WORDS[state]).map((header) => ({ header, width: 10, centred: true })),
      { header: '完成率', width: 10, centred: true },
      { header: '', width: 26 },
    ],
    rows,
  });
  const last = sheet.columnCount;
  for (let row = 4; row < 4 + rows.length; row++) sheet.getRow(row).getCell(last).font = BAR_FONT;
}

/** What is asked for in figures, and the figures in what was reported. */
function addFigures(workbook: ExcelJS.Workbook, { tasks }: RollUp, subtitle: string): void {
  const rows = tasks
    .filter(({ indicators }) => indicators.length > 0)
    .flatMap(({ id, name, indicators, reports }) =>
      reports.map(({ unit, figures, filled, at }): PlannedRow => {
        const progress = typedText(filled.progress);
        return {
          values: [
            id,
            name,
            indicators.map(indicatorWords).join('\n'),
            unit,
            figures.join('\n'),
            progress,
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
      { header: headerOf('id'), width: 11, centred: true },
      { header: headerOf('name'), width: 20 },
      { header: '要求的指标', width: 36 },
      { header: '填报单位', width: 16, centred: true },
      { header: '填报的数字', width: 18 },
      { header: headerOf('progress'), width: 44 },
      { header: headerOf('at'), width: 22 },
    ],
    rows,
  });
}

/** What units are late with, by the same count as in 各单位进展. */
function addLate(workbook: ExcelJS.Workbook, { late, tasks, on }: RollUp, subtitle: string): void {
  const reported = new Map(tasks.map((task) => [task.id, task]));
  const reports = late.map(({ unit, id }) => reported.get(id)?.reports.find((each) => each.unit === unit));
  addList(workbook, '滞后', `${subtitle}　｜　共 ${late.length} 处${on === null ? '' : `，到 ${on}`}`, [
    ['单位', 18, late.map(({ unit }) => unit)],
    [headerOf('id'), 11, late.map(({ id }) => id)],
    [headerOf('name'), 24, late.map(({ name }) => name)],
    ['完成时限', 14, late.map(({ due }) => due ?? '')],
    ['说明', 16, late.map(({ by }) => LATE_WORDS[by])],
    ['填的状态', 12, reports.map((report) => typedText(report?.filled.status) || '没有填')],
    [headerOf('progress'), 44, reports.map((report) => typedText(report?.filled.progress))],
  ]);
}

/** A worksheet whose columns are given whole; none where nothing is in them. */
function addList(
  workbook: ExcelJS.Workbook,
  name: string,
  subtitle: string,
  columns: readonly (readonly [header: string, width: number, values: readonly string[]])[],
): void {
  const [, , first = []] = columns[0] ?? [];
  if (first.length === 0) return;
  addWorksheet(workbook, {
    name,
    title: name,
    subtitle,
    columns: columns.map(([header, width]) => ({ header, width })),
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
