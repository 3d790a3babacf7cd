import { parse } from 'csv-parse/sync';
import Excel from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  indicatorWords,
  overviewToXlsx,
  parseNotice,
  remarkWords,
  type SheetRow,
  sheetFor,
  sheetToCsv,
  sheetToJson,
  sheetToXlsx,
  type TaskBook,
  type TaskSheet,
  tally,
  timeWords,
} from '../../src/index.js';
import { placeText } from '../../src/model/place.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const UNITS = ['区应急管理局', '区水利局', '白马镇'];

const HEADERS = [
  '编号',
  '类型',
  '类别',
  '序号',
  '任务名称',
  '目标内容',
  '量化指标',
  '频次/时限',
  '成果类型',
  '牵头单位',
  '责任单位',
  '本单位角色',
  '对应正文',
  '通知备注',
  '出处',
  '变化',
  '责任人',
  '联系电话',
  '完成时限',
  '进展状态',
  '进展情况',
  '更新日期',
  '备注',
];
const PARTS = {
  lead: '牵头',
  responsible: '责任',
  supervising: '监督',
  body: '正文点名',
  hosted: '承办办公室',
  member: '集体',
  possible: '可能涉及',
};
const ROLES = { lead: '牵头', responsible: '责任', supervising: '监督', body: '正文点名' };
const KINDS = {
  document: '文件',
  list: '清单台账',
  plan: '方案规划',
  mechanism: '机制制度',
  system: '系统平台',
  works: '工程',
};

/** The cells that a row of the JSON must have in a table. */
function cellsOf(row: SheetRow): string[] {
  const duties = row.duties.map(
    ({ role, degree, via, office = '' }) =>
      `${office}${degree === 'possible' ? '可能' : ''}${ROLES[role]}${via ? `（${via}）` : ''}`,
  );
  const { id, part, category, number, name, goal, responsible, measures, at } = row;
  const { indicators, deliverables } = row;
  const notice = [
    id,
    PARTS[part],
    [category.table ?? '正文', category.section].filter(Boolean).join(' '),
    number,
    name,
    goal,
    indicators.map(indicatorWords).join('\n'),
    timeWords(row).join('\n'),
    Array.from(new Set(deliverables.map(({ kind }) => KINDS[kind]))).join('\n'),
    row.flags.includes('lead-inherited') ? `${row.lead}（推定承上）` : row.lead,
    responsible,
    duties.join('；'),
    measures.join('、'),
    remarkWords(row),
    placeText(at),
    '',
  ];
  return [...notice, ...Array<string>(7).fill('')];
}

async function open(bytes: Uint8Array): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

function tasksIn(workbook: Excel.Workbook): Excel.Worksheet {
  return workbook.getWorksheet('任务清单') as Excel.Worksheet;
}

function rowsOf(worksheet: Excel.Worksheet, columns: number): string[][] {
  return Array.from({ length: worksheet.rowCount - 2 }, (_, i) =>
    Array.from({ length: columns }, (__, j) => worksheet.getRow(i + 3).getCell(j + 1).text),
  );
}

describe.each(UNITS)('the sheet of %s', (unit) => {
  const sheet = sheetFor(book, unit);
  const rows: SheetRow[] = (JSON.parse(sheetToJson(sheet)) as TaskSheet).rows;

  it('is the same in CSV as in JSON', () => {
    const csv = sheetToCsv(sheet);
    // The last column is a checksum of what is printed.
    const lines = parse(csv, { bom: true }) as string[][];
    expect(lines.map((cells) => cells.slice(0, -1))).toEqual([HEADERS, ...rows.map(cellsOf)]);
    expect(lines.map((cells) => cells.at(-1))).toEqual([
      '校验',
      ...rows.map(() => expect.stringMatching(/^[0-9A-Z]{8}$/)),
    ]);
  });

  it('is the same in the workbook as in JSON, cell by cell', async () => {
    const workbook = await open(await sheetToXlsx(sheet));
    expect(workbook.worksheets.map(({ name }) => name).slice(0, 3)).toEqual(['封面', '任务清单', '正文']);
    const worksheet = tasksIn(workbook);
    expect(worksheet.getCell(1, 1).value).toBe(`${unit}任务清单`);
    expect(worksheet.getCell(2, 1).value).toContain('武隆府发〔2025〕1号　2025-03-05');
    expect(rowsOf(worksheet, HEADERS.length)).toEqual([HEADERS, ...rows.map(cellsOf)]);
  });
});

describe('a workbook', () => {
  it('can be printed, filtered and filled in', async () => {
    const worksheet = tasksIn(await open(await sheetToXlsx(sheetFor(book, '白马镇'))));
    expect(worksheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(worksheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 5, ySplit: 3 });
    expect(worksheet.autoFilter).toBe('A3:W87');
    expect(worksheet.getCell(4, 20).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"未启动,推进中,已完成,滞后"'],
    });
    expect(worksheet.getCell(4, 22).dataValidation).toMatchObject({ type: 'date' });
  });

  it('has the same bytes whenever it is written', async () => {
    const once = await sheetToXlsx(sheetFor(book, '区水利局'));
    // Zip entries bear times in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await sheetToXlsx(sheetFor(book, '区水利局'))).equals(once)).toBe(true);
  });

  it('holds no formula, whatever the notice says', async () => {
    const [row] = sheetFor(book, '区水利局').rows;
    const evil = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '=HYPERLINK("http://a")',
      '=cmd|"/c calc"!A1',
    ];
    const sheet: TaskSheet = {
      ...sheetFor(book, '区水利局'),
      rows: evil.map((goal) => ({ ...(row as SheetRow), goal })),
    };
    const bytes = await sheetToXlsx(sheet);
    const worksheet = tasksIn(await open(bytes));
    expect(evil.map((_, i) => worksheet.getRow(4 + i).getCell(6).type)).toEqual(
      evil.map(() => Excel.ValueType.String),
    );
    const parts = unzipSync(bytes);
    // What formulas there are count what people fill in, or lead to the text behind a task.
    const formulas = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
      .flatMap(([, part]) => [...new TextDecoder().decode(part).matchAll(/<f>([^<]*)<\/f>/g)]);
    expect(formulas.length).toBeGreaterThan(0);
    for (const [, formula = ''] of formulas) {
      expect(formula).toMatch(/^(?:COUNTIF|SUMPRODUCT|REPT|HYPERLINK|\d+-SUM)\(/);
      expect(formula).not.toMatch(/cmd|http/);
    }

    const goals = (parse(sheetToCsv(sheet), { bom: true }) as string[][]).slice(1).map((cells) => cells[5]);
    expect(goals).toEqual(evil.map((goal) => `'${goal}`));
  });
});

describe('CSV', () => {
  it('is what Excel opens right: a byte order mark, CRLF, cells of several lines in quotes', () => {
    const csv = sheetToCsv(sheetFor(book, '区公安局'));
    expect(csv.startsWith('\uFEFF编号,类型,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain(',"区公安局\n区交通运输委",');
  });
});

describe('总台账', () => {
  it('has no matrix that is too large to be looked at, and says so', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => {
      const office = Array.from(String(i % 151), (digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
      return `${i + 1}\t某事\t办好\t县${office}局`;
    });
    const text = `关于某事的通知\n各乡镇人民政府：\n附件\n任务表\n序号\t任务\t目标\t牵头单位\n${rows.join('\n')}\n`;
    const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    const workbook = await open(await overviewToXlsx(value as TaskBook));
    const matrix = workbook.getWorksheet('单位任务矩阵');
    expect(matrix?.columnCount).toBe(1);
    expect(matrix?.getCell('A4').text).toMatch(/^2000 项任务、151 个单位，矩阵太大/);
    expect(workbook.getWorksheet('各单位任务数')?.actualRowCount).toBe(3 + 151);
  });

  it('has every task and every unit', async () => {
    const workbook = await open(await overviewToXlsx(book));
    const [tasks, , units] = workbook.worksheets as [Excel.Worksheet, Excel.Worksheet, Excel.Worksheet];
    expect(rowsOf(tasks, 1).flat()).toEqual(['编号', ...book.tasks.map(({ id }) => id)]);
    expect(rowsOf(units, 7).slice(1)).toEqual(
      tally(book).map(({ name, lead, responsible, body, hosted, member, possible }) =>
        [name, lead, responsible, body, hosted, member, possible].map(String),
      ),
    );
  });
});
