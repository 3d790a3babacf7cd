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
  '通知序号',
  '原序号',
  '任务名称',
  '目标内容',
  '量化指标',
  '频次/时限',
  '通知时限',
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
  '是否涉及本单位',
];
const PARTS = {
  lead: '牵头',
  responsible: '责任',
  supervising: '监督',
  body: '正文点名',
  hosted: '承办办公室',
  member: '集体',
  confirmed: '本单位确认',
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

/** The last day that the times of a row name; the seed prints none but 推定. */
function untilOf({ times }: SheetRow): string {
  const days = times.flatMap((time) => ('kind' in time && 'by' in time && time.by ? [time.by] : []));
  const last = days.sort().at(-1) ?? '';
  const isInferred = times.some((time) => 'kind' in time && 'inferred' in time && time.inferred);
  return last !== '' && isInferred ? `推定 ${last}` : last;
}

/** The cells that a row of the JSON must have in a table. */
function cellsOf(row: SheetRow): string[] {
  const duties = row.duties.map(
    ({ role, degree, via, place, office = '' }) =>
      `${office}${degree === 'possible' ? '可能' : ''}${ROLES[role]}${via ? `（${via.join('、')}${place ? `，目标点到${place}` : ''}）` : ''}`,
  );
  const { id, part, category, number, name, goal, responsible, measures, at } = row;
  const { indicators, deliverables } = row;
  const notice = [
    id,
    PARTS[part],
    [category.table ?? '正文', category.section].filter(Boolean).join(' '),
    category.table === null ? id : `${category.number}-${number}`,
    number,
    name,
    goal,
    indicators.map(indicatorWords).join('\n'),
    timeWords(row).join('\n'),
    untilOf(row),
    Array.from(new Set(deliverables.map(({ kind }) => KINDS[kind]))).join('\n'),
    row.flags.includes('lead-inherited') ? `${row.lead}（推定承上）` : row.lead,
    responsible,
    duties.join('；'),
    measures.join('、'),
    remarkWords(row),
    placeText(at),
    '',
  ];
  return [...notice, ...Array<string>(8).fill('')];
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
    // The last column has checksums of what is printed.
    const lines = parse(csv, { bom: true }) as string[][];
    const questions = sheet.questions.map(({ group }) => group);
    const tasks = lines.slice(0, lines.length - questions.length).map((cells) => cells.slice(0, -1));
    expect(tasks).toEqual([HEADERS, ...rows.map(cellsOf)]);
    expect(lines.slice(tasks.length).map(([, part, , , , name]) => [part, name])).toEqual(
      questions.map((group) => ['集体称谓', group]),
    );
    expect(lines.map((cells) => cells.at(-1))).toEqual([
      '校验',
      ...lines.slice(1).map(() => expect.stringMatching(/^[0-9A-Z]{5}(?: [0-9A-Z]{5})+$/)),
    ]);
  });

  it('is the same in the workbook as in JSON, cell by cell: what is surely its own, and what is asked', async () => {
    const workbook = await open(await sheetToXlsx(sheet));
    expect(workbook.worksheets.map(({ name }) => name).slice(0, 4)).toEqual([
      '封面',
      '任务清单',
      '待确认',
      '正文',
    ]);
    const worksheet = tasksIn(workbook);
    expect(worksheet.getCell(1, 1).value).toBe(`${unit}任务清单`);
    expect(worksheet.getCell(2, 1).value).toContain('武隆府发〔2025〕1号　2025-03-05');
    const sure = rows.filter(({ part }) => part !== 'possible');
    const hangsOn = new Set(sheet.questions.flatMap((question) => question.rows));
    const alone = rows.filter(({ part, id }) => part === 'possible' && !hangsOn.has(id));
    const notice = HEADERS.slice(0, HEADERS.indexOf('责任人'));
    const wanted = (row: SheetRow) => Object.fromEntries(cellsOf(row).map((text, i) => [HEADERS[i], text]));
    for (const [sheetName, all] of [
      ['任务清单', sure],
      ['待确认', alone],
    ] as const) {
      const [headers = [], ...printed] = rowsOf(workbook.getWorksheet(sheetName) as Excel.Worksheet, 40);
      expect(headers).toEqual(expect.arrayContaining(notice));
      const byId = new Map(printed.map((cells) => [cells[headers.indexOf('编号')], cells]));
      for (const row of all) {
        const cells = byId.get(row.id) ?? [];
        expect(notice.map((header) => cells[headers.indexOf(header)])).toEqual(
          notice.map((header) => wanted(row)[header]),
        );
      }
      // Tasks in their order, and counted.
      const tasks = printed.filter((cells) => !cells[headers.indexOf('编号')]?.includes(' '));
      const ids = tasks.map((cells) => cells[headers.indexOf('编号')]);
      expect(ids.filter((id) => all.some((row) => row.id === id))).toEqual(all.map(({ id }) => id));
      expect(printed.map(([count]) => count)).toEqual(printed.map((_, i) => String(i + 1)));
    }
  });
});

describe('a workbook', () => {
  it('can be printed, sorted, filtered and filled in', async () => {
    const worksheet = tasksIn(await open(await sheetToXlsx(sheetFor(book, '白马镇'))));
    expect(worksheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
      printArea: 'A1:J84',
    });
    // Up to the goal.
    expect(worksheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 4, ySplit: 3 });
    expect(worksheet.autoFilter).toBe('A3:AB84');
    // Excel sorts and unfolds nothing on a worksheet that is locked.
    expect((worksheet as unknown as { sheetProtection: unknown }).sheetProtection ?? null).toBeNull();
    const columnOf = (header: string) => (worksheet.getRow(3).values as string[]).indexOf(header);
    const takes = (header: string) => worksheet.getCell(4, columnOf(header)).dataValidation;
    expect(takes('进展状态')).toMatchObject({ type: 'list', formulae: ['"未启动,推进中,已完成,滞后"'] });
    expect(takes('完成时限')).toMatchObject({ type: 'date' });
    // A row that somebody inserts has no 编号: there it takes a text.
    const id = worksheet.getColumn(columnOf('编号')).letter;
    expect(takes('目标内容')).toMatchObject({ type: 'custom', formulae: [`$${id}4=""`] });
    expect(worksheet.getCell(3, columnOf('目标内容')).dataValidation).toMatchObject({ formulae: ['FALSE'] });
    const isHidden = (header: string) => worksheet.getColumn(columnOf(header)).hidden;
    expect(['任务名称', '目标内容', '进展情况', '联系电话', '备注'].map(isHidden)).not.toContain(true);
    expect(['编号', '类型', '出处', '成果类型', '原序号'].map(isHidden)).not.toContain(false);
    // The notice's day stands there until somebody writes another.
    expect(worksheet.getCell(4, columnOf('完成时限')).value).toEqual(new Date('2025-12-31T00:00:00Z'));
  });

  it('has no green corners: numbers that are texts are ignored', async () => {
    const parts = unzipSync(await sheetToXlsx(sheetFor(book, '白马镇')));
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    for (const [, part] of sheets)
      expect(new TextDecoder().decode(part)).toMatch(/<ignoredError [^>]*numberStoredAsText="1"/);
  });

  it('has no cell with more than Excel holds, and says where a text goes on', async () => {
    const goal = `${'办好事，'.repeat(8190)}𠀀𠀀𠀀末尾`;
    const { value } = await parseNotice(
      new TextEncoder().encode(
        `某县府发〔2026〕1号\n关于某事的通知\n一、某表\n\t序号\n\t名称\n\t2026年目标\n\t牵头单位\n\n\t1\n\t甲事\n\t${goal}\n\t县水利局\n`,
      ),
    );
    const bytes = await sheetToXlsx(sheetFor(value as TaskBook, '县水利局'));
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Excel.Buffer);
    const texts = workbook.worksheets.flatMap((sheet) => {
      const found: string[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
      return found;
    });
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
    expect(texts).toContainEqual(
      expect.stringMatching(/^(?:办好事，){8000}.*……（全文32768字，一格放不下，余文见通知）$/),
    );
    expect(texts.filter((text) => /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(text))).toEqual([]);
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
    expect(evil.map((_, i) => worksheet.getRow(4 + i).getCell(4).type)).toEqual(
      evil.map(() => Excel.ValueType.String),
    );
    const parts = unzipSync(bytes);
    // What formulas there are count what people fill in, or lead to the text behind a task.
    const formulas = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
      .flatMap(([, part]) => [...new TextDecoder().decode(part).matchAll(/<f>([^<]*)<\/f>/g)]);
    expect(formulas.length).toBeGreaterThan(0);
    for (const [, formula = ''] of formulas) {
      expect(formula).toMatch(/^(?:COUNTIF|COUNTA|SUMPRODUCT|REPT|HYPERLINK|\d+-SUM)\(/);
      expect(formula).not.toMatch(/cmd|http/);
    }

    const lines = parse(sheetToCsv(sheet), { bom: true }) as string[][];
    const goals = lines.slice(1, 1 + evil.length).map((cells) => cells[6]);
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
    const [headers = [], ...rows] = rowsOf(tasks, 30);
    expect(rows.map((cells) => cells[headers.indexOf('编号')])).toEqual(book.tasks.map(({ id }) => id));
    expect(rowsOf(units, 7).slice(1)).toEqual(
      tally(book).map(({ name, lead, responsible, body, hosted, member, possible }) =>
        [name, lead, responsible, body, hosted, member, possible].map(String),
      ),
    );
  });
});
