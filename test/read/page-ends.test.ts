// What the end of a page, or of a line, cuts in two. What each page says was written down before it was read.
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import type { Box, Glyph, PrintedPage } from '../../src/read/positions/printed-page.js';
import { grid, line, page, rule } from '../support/printed.js';
import { noiseOf, short } from '../support/short.js';

const read = (...pages: readonly PrintedPage[]) => {
  const { flow, diagnostics } = readPages(pages, 'a.pdf');
  const { value } = documentOf('a.pdf', flow);
  return { document: value, told: diagnostics.map(({ code }) => code) };
};
const shortly = (...pages: readonly PrintedPage[]) => short(read(...pages).document);
const second = (glyphs: readonly Glyph[], rules: readonly Box[]) => page(glyphs, rules, { number: 2 });

/** Columns for a number, and for four, six and six characters. */
const COLUMNS = [100, 130, 180, 250, 320];
const row = (y: number, ...cells: readonly string[]) =>
  cells.flatMap((text, i) => line(text, (COLUMNS[i] as number) + 5, y));
const HEADER = ['序号', '任务', '牵头单位', '责任单位'];
const without = (rules: readonly Box[], ...ys: readonly number[]) =>
  rules.filter(({ left, right, top }) => right - left < 1 || !ys.some((y) => Math.abs(top + 0.25 - y) < 1));

describe('a row that the end of a page cuts', () => {
  it('is one where no rule is at the cut, whichever of its cells goes on', () => {
    const columns = [100, 150, 320];
    const cells = (y: number, name: string, mark = '') => [...line(name, 105, y), ...line(mark, 155, y)];
    const above = [...cells(715, '部门', '甲'), ...cells(735, '区住房城', '★')];
    const below = [...cells(115, '乡建设局'), ...cells(135, '区税务局', '○')];
    const one = page(above, without(grid(columns, [700, 720, 740]), 740));
    expect(shortly(one, second(below, without(grid(columns, [100, 120, 140]), 100)))).toEqual([
      [
        ['部门', '甲'],
        ['区住房城乡建设局', '★'],
        ['区税务局', '○'],
      ],
    ]);
    // With a rule above it is another row, whose name looks broken by chance.
    expect(shortly(one, second(below, grid(columns, [100, 120, 140])))[0]).toHaveLength(4);
  });

  it('is one where its only cell ended with a stop that ends nothing', () => {
    const one = page(row(715, '1', '治理', '', '1.清淤；'), grid(COLUMNS, [700, 720]));
    const two = second(row(115, '', '', '', '2.补水。'), grid(COLUMNS, [100, 120]));
    expect(shortly(one, two)).toEqual([[['1', '治理', '', '1.清淤；\n2.补水。']]]);
  });

  it('is one where several cells break off in a word, and others are at their end', () => {
    const columns = [100, 130, 180, 230, 280, 330, 380];
    const cells = (y: number, ...texts: readonly string[]) =>
      texts.flatMap((text, i) => line(text, (columns[i] as number) + 5, y));
    const one = page(
      cells(715, '4', '屋顶分布', '每年投资', '某岭能源', '县发展改', '柯岚'),
      grid(columns, [700, 720]),
    );
    const two = second(cells(115, '', '式光伏', '', '投资公司', '革局', ''), grid(columns, [100, 120]));
    const [table] = shortly(one, two);
    expect(table).toHaveLength(1);
  });

  it('is one where it has no number and says one thing only', () => {
    const one = page([...row(715, '6', '高中扩容', '区教育局', '')], grid(COLUMNS, [700, 720]));
    const two = second(row(115, '', '', '配合：区住建局', ''), grid(COLUMNS, [100, 120]));
    expect(shortly(one, two)).toEqual([[['6', '高中扩容', '区教育局\n配合：区住建局', '']]]);
  });

  it('is one where most of its cells break off in a word', () => {
    const columns = [100, 130, 180, 250, 280];
    const cells = (y: number, ...texts: readonly string[]) =>
      texts.flatMap((text, i) => line(text, (columns[i] as number) + 5, y));
    const one = page(cells(715, '1', '污水治', '县生态局、各', '十二'), grid(columns, [700, 720]));
    const two = second(
      [...cells(115, '', '理率', '镇', '月'), ...cells(135, '2', '绿化', '县林业局', '六月')],
      grid(columns, [100, 120, 140]),
    );
    expect(shortly(one, two)).toEqual([
      [
        ['1', '污水治理率', '县生态局、各镇', '十二月'],
        ['2', '绿化', '县林业局', '六月'],
      ],
    ]);
  });

  it('is one where its name is broken and what others have is missing', () => {
    const one = page(
      row(715, '住建局', '签约；', '县司法局', '六月'),
      grid([100, 135, 180, 250, 320], [700, 720]),
    );
    const rest = (text: string, goal: string) =>
      second([...line(text, 105, 115), ...line(goal, 135, 115)], grid([100, 135, 180, 250, 320], [100, 120]));
    const name = page(
      row(715, '老城征', '签约；', '县司法局', '六月'),
      grid([100, 135, 180, 250, 320], [700, 720]),
    );
    expect(shortly(name, rest('收片', '拆房'))[0]).toHaveLength(1);
    expect(shortly(one, rest('县政府', '拆房'))[0]).toHaveLength(2);
  });

  it('is two where each has a number, though the first cell is empty and the others are full', () => {
    const columns = [100, 130, 150, 200, 320];
    const cells = (y: number, ...texts: readonly string[]) =>
      texts.flatMap((text, i) => line(text, (columns[i] as number) + 5, y));
    const above = [
      ...cells(715, '社会', '6', '义务教育', '组建学区二十六个成'),
      ...cells(727, '', '', '学区制度', '立机构建立'),
    ];
    const below = [
      ...cells(112, '', '7', '新就业形', '新增参保四千二百人'),
      ...cells(124, '', '', '态参保', '次'),
    ];
    const [table] = shortly(page(above, grid(columns, [700, 730])), second(below, grid(columns, [100, 130])));
    expect(table).toHaveLength(2);
  });

  it('stands below a header that is printed again with its last line cut off', () => {
    const head = [...row(715, ...HEADER), ...line('（全称）', 185, 727)];
    const one = page([...head, ...row(745, '1', '治理', '县水利局', '各镇')], grid(COLUMNS, [700, 730, 750]));
    const two = second(
      [...row(115, ...HEADER), ...row(135, '2', '加固', '县住建局', '各镇')],
      grid(COLUMNS, [100, 120, 140]),
    );
    const { document } = read(one, two);
    expect(short(document)[0]).toHaveLength(3);
    expect(noiseOf(document)).toEqual([['page-margin', HEADER.join('\u3000')]]);
  });
});

describe('what rules make at the end of a page is no row', () => {
  it('where a frame around all cells goes on', () => {
    const frame = (from: number, to: number) => [rule(100, from, 100, to), rule(320, from, 320, to)];
    const one = page(row(715, ...HEADER), [...grid(COLUMNS, [700, 720]), ...frame(700, 760)]);
    const two = second(row(155, '1', '治理', '县水利局', '各镇'), [
      ...grid(COLUMNS, [140, 160]),
      ...frame(100, 200),
    ]);
    expect(shortly(one, two)).toEqual([[HEADER, ['1', '治理', '县水利局', '各镇']]]);
  });

  it('where nothing is below a merged cell whose next row had no room', () => {
    const text = [...row(115, '1', '招商', '县商务局', '各镇')];
    const rules = [
      ...without(grid(COLUMNS, [100, 140]), 140),
      ...[rule(100, 120, 250, 120), rule(250, 120, 250, 140)],
    ];
    const [table] = shortly(page(text, rules));
    expect(table).toEqual([['1', '招商', '县商务局', '各镇']]);
  });

  it('where the end of a merged cell is ruled too high', () => {
    const text = [...row(115, '1', '招商', '县商务局', '各镇'), ...row(155, '2', '', '县发改局', '各镇')];
    const rules = [
      ...grid(COLUMNS, [100, 180]),
      ...[rule(100, 140, 130, 140), rule(180, 140, 320, 140), rule(130, 170, 180, 170)],
    ];
    const [table] = read(page(text, rules)).document.blocks;
    expect(
      table?.kind === 'table' &&
        table.rows.map(({ cells }) => cells.map(({ passage, rowSpan }) => [passage.text, rowSpan])),
    ).toEqual([
      [
        ['1', 1],
        ['招商', 2],
        ['县商务局', 1],
        ['各镇', 1],
      ],
      [
        ['2', 1],
        ['县发改局', 1],
        ['各镇', 1],
      ],
    ]);
  });
});

describe('lines', () => {
  const FULL = '区水利局要会同有关乡镇街道对辖区山塘水库逐座排查建立台账实行销号管理确保安全度汛工';

  it('go on below the text of an item, whose number hangs before it', () => {
    const text = [
      ...line(`1. ${FULL.slice(0, 38)}`, 100, 100),
      ...line('作。', 115, 120),
      ...line(FULL.slice(0, 40), 100, 300),
    ];
    expect(shortly(page(text))[0]).toBe(`1. ${FULL.slice(0, 38)}作。`);
  });

  it('do not go on where the next item begins a page, also with a number that is a radical', () => {
    const items = (number: string) => [
      page([...line('一、水利', 100, 700), ...line(FULL.slice(0, 40), 100, 720)]),
      second(line(`${number}、教育`, 100, 100), []),
    ];
    for (const number of ['二', '\u2f06'])
      expect(shortly(...items(number))).toEqual(['一、水利', FULL.slice(0, 40), '二、教育']);
    expect(shortly(...items('四'))).toHaveLength(2);
  });

  it('of a name and a figure are put together, and those of two names are not', () => {
    const cell = (...lines: readonly string[]) =>
      shortly(
        page(
          lines.flatMap((text, i) => line(text, 185, 115 + 12 * i)),
          grid(COLUMNS, [100, 140]),
        ),
      );
    expect(cell('镇财政所', '司法所')).toEqual([[['', '', '镇财政所\n司法所', '']]]);
    expect(cell('县经济贸易局', '城关街道办')).toEqual([[['', '', '县经济贸易局\n城关街道办', '']]]);
    expect(cell('县公共就业服', '务中心')).toEqual([[['', '', '县公共就业服务中心', '']]]);
    expect(cell('整治小区16', '个、62万平米')).toEqual([[['', '', '整治小区16个、62万平米', '']]]);
    expect(cell('责任单位：各', '责任人：某某')).toEqual([[['', '', '责任单位：各\n责任人：某某', '']]]);
  });
});

it('a line that a rule goes through is told: nobody can tell in which row it stands', () => {
  const rules = grid(COLUMNS, [100, 120, 140]);
  const own = row(115, '1', '治理', '县水利局', '各镇');
  expect(read(page([...own, ...line('县住建局', 255, 126)], rules)).told).toEqual(['text-overprinted']);
  expect(read(page([...own, ...line('县住建局', 255, 135)], rules)).told).toEqual([]);
});

describe('a row at the top of a page without a number', () => {
  it('is the rest of the row above where it begins with the next item of its list', () => {
    const one = page(row(715, '1', '治理', '', '1.清淤。'), grid(COLUMNS, [700, 720]));
    const two = (text: string) => second(row(115, '', '', '', text), grid(COLUMNS, [100, 120]));
    expect(shortly(one, two('2.补水。'))).toEqual([[['1', '治理', '', '1.清淤。\n2.补水。']]]);
    expect(shortly(one, two('4.补水。'))[0]).toHaveLength(2);
  });

  it('is of the number above where each other row of the table has one', () => {
    const rows = [
      HEADER,
      ['1', '清淤', '甲局', '乙局'],
      ['2', '补水', '甲局', '乙局'],
      ['3', '绿化', '丙局', '丁局'],
    ];
    const one = page(
      rows.flatMap((cells, i) => row(655 + 20 * i, ...cells)),
      grid(COLUMNS, [640, 660, 680, 700, 720]),
    );
    const two = second(row(115, '', '', '乙局', '丙局'), grid(COLUMNS, [100, 120]));
    const { document } = read(one, two);
    expect(short(document)[0]).toEqual([...rows, ['乙局', '丙局']]);
    const [table] = document.blocks;
    expect(table?.kind === 'table' && table.rows[3]?.cells.map(({ rowSpan }) => rowSpan)).toEqual([
      2, 2, 1, 1,
    ]);
  });

  it('is a row of its own where another column is empty that has figures', () => {
    const rows = [
      HEADER,
      ['1', '清淤', '12', '乙局'],
      ['2', '补水', '30', '乙局'],
      ['3', '绿化', '45', '丁局'],
    ];
    const one = page(
      rows.flatMap((cells, i) => row(655 + 20 * i, ...cells)),
      grid(COLUMNS, [640, 660, 680, 700, 720]),
    );
    const two = second(row(115, '4', '造林', '', ''), grid(COLUMNS, [100, 120]));
    expect(short(read(one, two).document)[0]).toEqual([...rows, ['4', '造林', '', '']]);
  });

  it('is as printed where another row has no number either', () => {
    const rows = [
      HEADER,
      ['1', '清淤', '甲局', '乙局'],
      ['', '补水', '甲局', '乙局'],
      ['3', '绿化', '丙局', '丁局'],
    ];
    const one = page(
      rows.flatMap((cells, i) => row(655 + 20 * i, ...cells)),
      grid(COLUMNS, [640, 660, 680, 700, 720]),
    );
    const two = second(row(115, '', '', '乙局', '丙局'), grid(COLUMNS, [100, 120]));
    expect(short(read(one, two).document)[0]).toEqual([...rows, ['', '', '乙局', '丙局']]);
  });
});

describe('a merged last cell that a browser does not go on with', () => {
  it('leaves the rows at the top of the page narrower, and they are of the table that goes on', () => {
    const columns = [100, 130, 200, 300];
    const cells = (y: number, ...texts: readonly string[]) =>
      texts.flatMap((text, i) => line(text, (columns[i] as number) + 5, y));
    const one = page(
      [...cells(695, '1', '清淤', '甲局'), ...cells(715, '2', '补水')],
      without(grid(columns, [680, 700, 720]), 700).concat(rule(100, 700, 200, 700)),
    );
    const two = second(
      [...cells(115, '3', '绿化'), ...cells(135, '一、建设'), ...cells(155, '4', '修路', '乙局')],
      [
        ...grid(columns.slice(0, 3), [100, 110, 120]).filter(({ top }) => Math.abs(top - 109.75) > 1),
        ...grid([100, 300], [120, 140]),
        ...grid(columns, [140, 160]),
      ],
    );
    const [table, ...others] = shortly(one, two);
    expect(others).toEqual([]);
    expect(table).toEqual([
      ['1', '清淤', '甲局'],
      ['2', '补水'],
      ['3', '绿化'],
      ['一、建设'],
      ['4', '修路', '乙局'],
    ]);
  });
});

describe('the edge of the paper', () => {
  it('cuts a table that comes to it, and that is told', () => {
    const columns = [0.2, 130, 250, 400];
    const cells = ['障性住房', '区住建局', '区财政局'].flatMap((text, i) =>
      line(text, (columns[i] as number) + 2, 115),
    );
    expect(read(page(cells, grid(columns, [100, 120]))).told).toEqual(['text-cut']);
    const whole = columns.map((at) => at + 20);
    expect(
      read(
        page(
          cells.map((each) => ({ ...each, x: each.x + 20 })),
          grid(whole, [100, 120]),
        ),
      ).told,
    ).toEqual([]);
  });
});
