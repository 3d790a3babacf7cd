// Who leads by how a name is shown, where the notice says what that means.
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';
import { docx, p, r, tbl, tc, tr } from '../support/docx.js';
import { odt } from '../support/odt.js';
import { tableNotice } from '../support/table-notice.js';

async function read(bytes: Uint8Array, name: string) {
  const { value, diagnostics } = await parseNotice(bytes, { name });
  return {
    who: value?.tasks.map(({ lead, responsible }) =>
      [lead, responsible].map((all) => all.map(({ text }) => text).join('、')),
    ),
    untold: diagnostics.flatMap((each) => (each.code === 'lead-by-look' ? each.args.count : [])),
  };
}

/** A name as a form shows it: plainly, or in the look that the legend speaks of. */
type Shown = (name: string) => string;

/** What stands under 责任单位. */
const cellsOf = (shown: Shown, plain: Shown) => [
  shown('县住建局') + plain('、县财政局'),
  plain('县财政局、') + shown('县水利局') + plain('、县发改局'),
  shown('县商务局'),
];
const LED = {
  who: [
    ['县住建局', '县财政局'],
    ['县水利局', '县财政局、县发改局'],
    ['县商务局', ''],
  ],
  untold: [],
};
const UNLED = {
  who: [
    ['', '县住建局、县财政局'],
    ['', '县财政局、县水利局、县发改局'],
    ['', '县商务局'],
  ],
  untold: [3],
};
const same: Shown = (name) => name;

const GOALS = ['改造老旧小区5个', '新建水厂1座', '引进项目10个'];
const HEADER = ['序号', '工作任务', '责任单位'];

function page(legend: string, cells: readonly string[]): Uint8Array {
  const rows = cells.map((cell, i) => `<tr><td>${i + 1}</td><td>${GOALS[i]}</td><td>${cell}</td></tr>`);
  return Buffer.from(`<p>某政办发〔2026〕4号</p><p>关于印发《任务分工表》的通知</p><p>各有关单位：</p>
<p>现印发给你们，请贯彻执行。</p><p>某县人民政府办公室</p><p>2026年3月8日</p><p>附件</p><p>任务分工表</p>
<table><tr>${HEADER.map((each) => `<th>${each}</th>`).join('')}</tr>${rows.join('')}</table><p>${legend}</p>`);
}

const run = (look: string) => (name: string) =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${name}</w:t></w:r>`;

function word(legend: string, look: string): Uint8Array {
  const cells = cellsOf(run(look), r).map((cell) => `<w:p>${cell}</w:p>`);
  return docx(
    [
      ...[
        '某政办发〔2026〕4号',
        '关于印发《任务分工表》的通知',
        '各有关单位：',
        '现印发给你们，请贯彻执行。',
      ],
      ...['某县人民政府办公室', '2026年3月8日', '附件', '任务分工表'],
    ]
      .map((text) => p(text))
      .join('') +
      tbl(
        tr(...HEADER.map((each) => tc(each))),
        ...cells.map((cell, i) => tr(tc(String(i + 1)), tc(GOALS[i] ?? ''), tc(cell))),
      ) +
      p(legend),
  );
}

const inTag =
  (open: string, close: string): Shown =>
  (name) =>
    open + name + close;

describe('who leads by look', () => {
  it.each([
    ['注：加粗的为牵头单位。', '<b>', '</b>'],
    ['注：粗体为牵头单位，其余为配合单位。', '<strong>', '</strong>'],
    ['注：牵头单位已用加粗字体标出。', '<span style="font-weight: 700">', '</span>'],
    ['注：黑体字为牵头单位。', '<span style="font-family:SimHei">', '</span>'],
    ['注：黑体字为牵头单位。', '<b>', '</b>'],
    ['注：标红的单位牵头。', '<font color="#ff0000">', '</font>'],
    ['注：红色为牵头单位。', '<span style="color: rgb(192, 0, 0)">', '</span>'],
    ['注：带下划线的为牵头单位，其他为配合单位。', '<u>', '</u>'],
    ['注：标黄的单位为牵头单位。', '<span style="background-color:#ffff00">', '</span>'],
    ['注：斜体字为牵头单位。', '<em>', '</em>'],
  ])('is read from a page: %s %s', async (legend, open, close) => {
    expect(await read(page(legend, cellsOf(inTag(open, close), same)), 'a.html')).toEqual(LED);
  });

  it.each([
    ['注：加粗的为牵头单位。', '<w:b/>'],
    ['注：黑体字为牵头单位。', '<w:rFonts w:eastAsia="黑体"/>'],
    ['注：标红的单位牵头。', '<w:color w:val="C00000"/>'],
    ['注：划线单位为牵头单位。', '<w:u w:val="single"/>'],
    ['注：带底纹的为牵头单位。', '<w:highlight w:val="yellow"/>'],
  ])('is read from Word: %s', async (legend, look) => {
    expect(await read(word(legend, look), 'a.docx')).toEqual(LED);
  });

  it('is read from a style of Word, and not where a run says otherwise', async () => {
    const bold = docx(
      ['关于印发《任务分工表》的通知', '各单位：', '附件', '任务分工表', '加粗的为牵头单位']
        .map((text) => p(text))
        .join('') +
        tbl(
          tr(...HEADER.map((each) => tc(each))),
          tr(
            tc('1'),
            tc('改造老旧小区5个'),
            tc(
              `<w:p><w:pPr><w:pStyle w:val="Bold"/></w:pPr>${r('县住建局')}${run('<w:b w:val="0"/>')('、县财政局')}</w:p>`,
            ),
          ),
        ),
      {
        'word/styles.xml': [
          'w:styles',
          '<w:style w:type="paragraph" w:styleId="Bold"><w:rPr><w:b/></w:rPr></w:style>',
        ],
      },
    );
    expect(await read(bold, 'a.docx')).toEqual({ who: [['县住建局', '县财政局']], untold: [] });
  });

  it('is read from OpenDocument', async () => {
    const span: Shown = (name) => `<text:span text:style-name="B">${name}</text:span>`;
    const line = (text: string) => `<text:p>${text}</text:p>`;
    const cell = (text: string) => `<table:table-cell>${line(text)}</table:table-cell>`;
    const rows = [HEADER, ...cellsOf(span, same).map((each, i) => [String(i + 1), GOALS[i] ?? '', each])];
    const file = odt({
      styles:
        '<style:style style:family="text" style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>',
      text: `${['关于印发《任务分工表》的通知', '各单位：', '附件', '任务分工表'].map(line).join('')}<table:table>${rows
        .map((each) => `<table:table-row>${each.map(cell).join('')}</table:table-row>`)
        .join('')}</table:table>${line('注：加粗的为牵头单位。')}`,
    });
    expect(await read(file, 'a.odt')).toEqual(LED);
  });

  it('is read from a workbook: parts of a cell, and a whole one', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('任务分工表');
    sheet.addRow(['2026年任务分工表']);
    sheet.addRow(HEADER);
    const bold = { font: { bold: true }, text: '县住建局' };
    sheet.addRow([1, GOALS[0], { richText: [bold, { text: '、县财政局' }] }]);
    sheet.addRow([2, GOALS[1], '县商务局']).getCell(3).font = { bold: true };
    sheet.addRow(['注：加粗的为牵头单位。']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await read(bytes, 'a.xlsx')).toEqual({
      who: [
        ['县住建局', '县财政局'],
        ['县商务局', ''],
      ],
      untold: [],
    });
  });

  it.each([
    ['注：加粗的为牵头单位。', '**', '**'],
    ['注：加粗的为牵头单位。', '<b>', '</b>'],
    ['注：划线的为牵头单位。', '<u>', '</u>'],
  ])('is read from Markdown: %s %s', async (legend, open, close) => {
    const rows = cellsOf(inTag(open, close), same).map((cell, i) => `| ${i + 1} | ${GOALS[i]} | ${cell} |`);
    const table = [`| ${HEADER.join(' | ')} |`, '|---|---|---|', ...rows, '', legend].join('\n');
    expect(await read(Buffer.from(tableNotice(table)), 'a.md')).toEqual(LED);
  });

  it('is read of clauses', async () => {
    const notice = `<p>关于印发《工作要点》的通知</p><p>各单位：</p><p>现印发给你们。责任单位中加粗的为牵头单位。</p>
<p>某县人民政府办公室</p><p>2026年3月8日</p><p>2026年工作要点</p><p>一、城乡建设</p>
<p>1. 改造老旧小区5个。（责任单位：县财政局、<b>县住建局</b>）</p><p>2. 新建水厂1座。（责任单位：<b>县水利局</b>、县财政局）</p>`;
    expect(await read(Buffer.from(notice), 'a.html')).toEqual({
      who: [
        ['县住建局', '县财政局'],
        ['县水利局', '县财政局'],
      ],
      untold: [],
    });
  });

  it.each([
    ['the form does not carry it', cellsOf(same, same)],
    ['all are shown alike', cellsOf(inTag('<b>', '</b>'), inTag('<b>', '</b>'))],
    ['they are shown otherwise', cellsOf(inTag('<u>', '</u>'), same)],
  ])('is an error where %s', async (_, cells) => {
    expect(await read(page('注：加粗的为牵头单位。', cells), 'a.html')).toEqual(UNLED);
  });

  it('is an error of the rows that have nobody so shown', async () => {
    const [first = '', ...others] = cellsOf(inTag('<b>', '</b>'), same);
    const bytes = page('注：加粗的为牵头单位。', [first.replace(/<\/?b>/g, ''), ...others]);
    expect((await read(bytes, 'a.html')).untold).toEqual([1]);
  });

  it.each([
    '注：加粗的为新增任务。',
    '注：未加粗的为配合单位。',
    '注：加粗的任务由县政府办公室牵头调度。',
    '',
  ])('means nothing where nobody says so: %s', async (legend) => {
    const bytes = page(legend, cellsOf(inTag('<b>', '</b>'), same));
    expect(await read(bytes, 'a.html')).toEqual({ who: UNLED.who, untold: [] });
  });
});
