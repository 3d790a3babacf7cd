// Lines, paragraphs and tables from characters at positions. What each page says was written down before it was read.
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/index.js';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import type { PrintedPage } from '../../src/read/positions/printed-page.js';
import { grid, line, page, rule } from '../support/printed.js';
import { noiseOf, short } from '../support/short.js';

const read = (pages: readonly PrintedPage[]) => {
  const { flow, diagnostics } = readPages(pages, 'a.pdf');
  const { value } = documentOf('a.pdf', flow);
  const doubts = value.blocks.flatMap((block) => (block.kind === 'table' ? (block.doubt ?? []) : []));
  return { document: value, told: [...diagnostics, ...doubts].map(({ code }) => code) };
};
const shortly = (...pages: readonly PrintedPage[]) => short(read(pages).document);

/** A line that is full: forty characters from 100 to 500. */
const FULL = '区水利局要会同有关乡镇街道对辖区山塘水库逐座排查建立台账实行销号管理确保安全度汛工';

describe('lines', () => {
  it('are made of what stands on a line, in its order from the left', () => {
    expect(shortly(page([...line('任务', 140, 100), ...line('主要', 100, 100.5)]))).toEqual([
      '主要\u3000任务',
    ]);
  });

  it('have a blank where Latin words stand apart, and none where a line is spread', () => {
    expect(shortly(page([...line('AI', 100, 100), ...line('lab', 113, 100)]))).toEqual(['AI lab']);
    const spread = ['责', '任', '单', '位'].flatMap((char, i) => line(char, 100 + i * 18, 100));
    expect(shortly(page(spread))).toEqual(['责任单位']);
  });

  it('have raised and lowered signs as they are meant', () => {
    expect(
      shortly(page([...line('10', 100, 100), ...line('4', 110, 96, 6), ...line('立方米', 113, 100)])),
    ).toEqual(['10⁴立方米']);
    expect(shortly(page([...line('CO', 100, 100), ...line('2', 110, 102, 6)]))).toEqual(['CO₂']);
  });

  it('have a character once that is printed twice to be bold', () => {
    expect(shortly(page([...line('重点任务', 100, 100), ...line('重点任务', 100.4, 100)]))).toEqual([
      '重点任务',
    ]);
  });
});

describe('paragraphs', () => {
  it('go on where what comes next had no room on the line', () => {
    const text = [...line(FULL.slice(0, 38), 120, 100), ...line('作。', 100, 120), ...line(FULL, 100, 300)];
    expect(shortly(page(text))[0]).toBe(`${FULL.slice(0, 38)}作。`);
  });

  it('end before the name of who issues the notice, with the day below it, however far they stand', () => {
    const signed = [
      ...line(`${FULL.slice(0, 32)}区水利局、区财政局`.slice(0, 41), 100, 100),
      ...line('云溪县征兵办公室', 100, 120),
      ...line('2026年4月2日', 100, 140),
    ];
    expect(shortly(page(signed)).slice(1)).toEqual(['云溪县征兵办公室', '2026年4月2日']);
  });

  it('go on in the last character of a name, though a label stands behind it', () => {
    const text = [
      ...line(`牵头单位：市口岸办　配合单位：${FULL.slice(0, 23)}市商务`, 100, 100),
      ...line('局　完成时限：全年', 100, 120),
      ...line(FULL, 100, 300),
    ];
    expect(shortly(page(text))[0]).toMatch(/市商务局　完成时限：全年$/);
  });

  it('end before a signature far to the right, and before the next whose duties are said', () => {
    const signed = [
      ...line(FULL.slice(0, 39), 120, 100),
      ...line(FULL, 100, 120),
      ...line('云溪县人民政府', 260, 140),
      ...line('2026年4月2日', 270, 160),
    ];
    expect(shortly(page(signed))).toEqual([FULL.slice(0, 39) + FULL, '云溪县人民政府', '2026年4月2日']);
    const first = `县气象局：负责${FULL.slice(0, 32)}。`;
    const duties = [
      ...line(first, 100, 100),
      ...line('县水利局：负责调度。', 100, 120),
      ...line(FULL, 100, 300),
    ];
    expect(shortly(page(duties)).slice(0, 2)).toEqual([first, '县水利局：负责调度。']);
    const names = [...line(`${FULL.slice(0, 34)}牵头单位：`, 100, 100), ...line('县水利局：', 100, 120)];
    expect(shortly(page(names))).toHaveLength(1);
  });

  it('go on where a line ends in a blank for which there was no more room', () => {
    const text = [
      ...line(`${FULL.slice(0, 37)}副县长`, 100, 100),
      ...line(' ', 500, 100),
      ...line('吴秀英。', 100, 120),
      ...line(FULL, 100, 300),
    ];
    expect(shortly(page(text))[0]).toBe(`${FULL.slice(0, 37)}副县长吴秀英。`);
  });

  it('end where there was room, or where the next line is indented', () => {
    const text = [
      ...line(FULL.slice(0, 30), 120, 100),
      ...line('县水利局负责。', 120, 120),
      ...line(FULL.slice(0, 38), 120, 140),
      ...line('二、加强管理。', 120, 160),
      ...line(FULL, 100, 300),
    ];
    expect(shortly(page(text)).slice(0, 4)).toEqual([
      FULL.slice(0, 30),
      '县水利局负责。',
      FULL.slice(0, 38),
      '二、加强管理。',
    ]);
  });

  it('end where paragraphs stand apart and no line is indented', () => {
    const first = `${FULL.slice(0, 34)}（由县水利局）`.slice(-40);
    const text = [
      ...line(first, 100, 100),
      ...line('建设泵站两座。', 100, 124),
      ...line(FULL, 100, 148),
      ...line('作。', 100, 164),
      ...line(FULL, 100, 188),
      ...line('作。', 100, 204),
    ];
    expect(shortly(page(text))).toEqual([first, '建设泵站两座。', `${FULL}作。`, `${FULL}作。`]);
  });

  it('end where the next item of a list follows, whatever stop is missing', () => {
    const [one, two] = [`7.${FULL.slice(0, 38)}`, `8.${FULL.slice(0, 38)}`];
    const text = [...line(one, 100, 100), ...line(two, 100, 120), ...line('9.5万亩。', 100, 140)];
    expect(shortly(page(text))).toEqual([one, `${two}9.5万亩。`]);
  });

  it.each([
    ['各乡', '镇；完成时间：12月底前。'],
    ['；完', '成时限：2026年12月底前）'],
  ])('go on in the middle of a clause that says by when: %s %s', (end, rest) => {
    const full = FULL.slice(0, -2) + end;
    const text = [...line(full, 100, 100), ...line(rest, 100, 120), ...line(FULL, 100, 300)];
    expect(shortly(page(text))[0]).toBe(full + rest);
  });

  it('go on over the end of a page', () => {
    const one = page([...line(FULL, 100, 400), ...line(FULL.slice(0, 38), 120, 700)]);
    const two = page([...line('作。', 100, 100), ...line('第二段。', 120, 120)], [], { number: 2 });
    expect(shortly(one, two)).toEqual([FULL, `${FULL.slice(0, 38)}作。`, '第二段。']);
  });

  it('end with a sentence at the end of a page where a heading or a name begins the next', () => {
    const end = `${FULL}。`;
    const first = page([...line(FULL, 100, 780), ...line(end, 100, 800)]);
    const next = (text: string) =>
      page([...line(text, 100, 100), ...line(FULL, 100, 130)], [], { number: 2 });
    for (const text of ['相关依据', '闻莘街道办事处'])
      expect(shortly(first, next(text)).slice(0, 2)).toEqual([FULL + end, text]);
    expect(shortly(first, next('请抓好落实。'))[0]).toBe(`${FULL}${end}请抓好落实。`);
  });

  it('go on in an item that stands inside them, as those beside it do', () => {
    const one = `职责：（1）${FULL.slice(0, 33)}。`;
    const two = `（2）${FULL.slice(0, 30)}。（3）协`;
    expect(
      shortly(page([...line(one, 100, 100), ...line(two, 100, 120), ...line('助。', 100, 140)])),
    ).toEqual([`${one}${two}助。`]);
    const item = `（2）${FULL.slice(0, 30)}。`;
    expect(shortly(page([...line(one, 100, 100), ...line(item, 100, 120)]))).toEqual([one, item]);
  });

  it('go on where a bracket is open, though there was room', () => {
    const open = `${FULL.slice(0, 34)}。（主`;
    expect(
      shortly(
        page([...line(FULL, 100, 100), ...line(open, 100, 120), ...line('责单位：区水利局）', 100, 140)]),
      )[0],
    ).toBe(`${FULL}${open}责单位：区水利局）`);
  });

  it('are told where lines that end together far before the margin were joined', () => {
    const lines = Array.from({ length: 8 }, (_, i) => line(FULL.slice(0, 28), 100, 100 + i * 15)).flat();
    expect(read([page(lines)]).told).toEqual(['lines-joined']);
    const wide = Array.from({ length: 8 }, (_, i) => line(FULL, 100, 100 + i * 15)).flat();
    expect(read([page(wide)]).told).toEqual([]);
  });

  it('have the place of their first line', () => {
    const { document } = read([
      page([...line('甲。', 120, 100), ...line('乙。', 120, 120)], [], { number: 3 }),
    ]);
    expect(document.blocks.map((block) => block.kind === 'paragraph' && placeText(block.passage.at))).toEqual(
      ['a.pdf#页3/行1', 'a.pdf#页3/行2'],
    );
  });
});

describe('margins', () => {
  const body = (number: number) =>
    page(
      [
        ...line(`第${number}段。`, 120, 400),
        ...line('区安委办文件', 250, 40),
        ...line(`${number}`, 290, 800),
      ],
      [],
      {
        number,
      },
    );

  it('are what runs over all pages, and their numbers', () => {
    const { document } = read([body(1), body(2), body(3)]);
    expect(short(document)).toEqual(['第1段。', '第2段。', '第3段。']);
    expect(noiseOf(document).map(([kind]) => kind)).toEqual(Array.from({ length: 6 }, () => 'page-margin'));
  });

  it('are none where a number stands by itself', () => {
    expect(shortly(page([...line('全年完成', 120, 400), ...line('25', 290, 800)]))).toEqual([
      '全年完成',
      '25',
    ]);
  });
});

describe('tables', () => {
  const COLUMNS = [100, 130, 230, 300];
  const row = (y: number, ...cells: readonly string[]) =>
    cells.flatMap((text, i) => line(text, (COLUMNS[i] as number) + 5, y));

  it('have the cells that their rules part, also where a side is left open', () => {
    const text = [...row(115, '序号', '名称', '牵头单位'), ...row(135, '1', '治理山塘', '区水利局')];
    const rules = grid(COLUMNS, [100, 120, 140]);
    const table = [
      ['序号', '名称', '牵头单位'],
      ['1', '治理山塘', '区水利局'],
    ];
    expect(shortly(page(text, rules))).toEqual([table]);
    const open = rules.filter(({ left, right }) => right - left > 1 || (left > 101 && left < 299));
    expect(shortly(page(text, open))).toEqual([table]);
  });

  it('have merged cells where a rule is missing', () => {
    const text = [...row(115, '1', '治理山塘', '区水利局'), ...row(135, '2', '', '区教委')];
    const rules = [
      ...[100, 140].map((y) => rule(100, y, 300, y)),
      ...[rule(100, 120, 130, 120), rule(230, 120, 300, 120)],
      ...COLUMNS.map((x) => rule(x, 100, x, 140)),
    ];
    const { document } = read([page(text, rules)]);
    const [table] = document.blocks;
    expect(
      table?.kind === 'table' && table.rows.map(({ cells }) => cells.map((cell) => cell.rowSpan)),
    ).toEqual([
      [1, 2, 1],
      [1, 1],
    ]);
  });

  it('are the same with double and with dotted rules', () => {
    const text = row(115, '1', '治理山塘', '区水利局');
    const rules = grid(COLUMNS, [100, 120]);
    const double = rules.map((each) => ({
      ...each,
      left: each.left + 2,
      right: each.right + 2,
      top: each.top + 2,
      bottom: each.bottom + 2,
    }));
    const dotted = rules.flatMap(({ left, top, right, bottom }) =>
      right - left > bottom - top
        ? Array.from({ length: Math.ceil((right - left) / 3) }, (_, i) => ({
            left: left + i * 3,
            right: left + i * 3 + 1,
            top,
            bottom: top + 1,
          }))
        : Array.from({ length: Math.ceil((bottom - top) / 3) }, (_, i) => ({
            left,
            right: left + 1,
            top: top + i * 3,
            bottom: top + i * 3 + 1,
          })),
    );
    for (const each of [[...rules, ...double], dotted])
      expect(shortly(page(text, each))).toEqual([[['1', '治理山塘', '区水利局']]]);
  });

  it('have a line in a cell that goes on, and one that ends', () => {
    const text = [
      ...line('排查整治全区病险水', 135, 115),
      ...line('库山塘。', 135, 127),
      ...line('建立台账。', 135, 139),
    ];
    expect(shortly(page(text, grid(COLUMNS, [100, 150])))).toEqual([
      [['', '排查整治全区病险水库山塘。\n建立台账。', '']],
    ]);
  });

  it('have a name whole that was broken, however near digits stand in other cells, whose font is lower', () => {
    const text = [
      ...line('2023—', 105, 115),
      ...line('2024', 105, 126),
      ...line('罗城工业园管', 235, 115),
      ...line('委会', 235, 130),
      ...line('2022—', 105, 155),
      ...line('2024', 105, 166),
      ...line('县科工信', 235, 155),
    ];
    expect(shortly(page(text, grid(COLUMNS, [100, 140, 180])))).toEqual([
      [
        ['2023—2024', '', '罗城工业园管委会'],
        ['2022—2024', '', '县科工信'],
      ],
    ]);
  });

  it('have a measure word whole that was broken between two lines', () => {
    const text = [...line('浓度在36微', 135, 115), ...line('克/立方米以内', 135, 127)];
    expect(shortly(page(text, grid(COLUMNS, [100, 140])))).toEqual([[['', '浓度在36微克/立方米以内', '']]]);
  });

  it('part two names of units in a column that is as wide as one of them', () => {
    const text = [...line('区应急管理局', 235, 115), ...line('区水利局', 235, 127)];
    expect(shortly(page(text, grid(COLUMNS, [100, 140])))).toEqual([[['', '', '区应急管理局\n区水利局']]]);
    const broken = [...line('区应急管理', 235, 115), ...line('局、区水利局', 235, 127)];
    expect(shortly(page(broken, grid(COLUMNS, [100, 140])))).toEqual([[['', '', '区应急管理局、区水利局']]]);
  });

  it('go on over a page, and what is printed again of their header is no row', () => {
    const header = (y: number) => row(y, '序号', '名称', '牵头单位');
    const one = page(
      [...header(715), ...row(735, '1', '治理山塘', '区水利局')],
      grid(COLUMNS, [700, 720, 740]),
    );
    const two = page(
      [...header(115), ...row(135, '2', '加固水库', '区教委')],
      grid(COLUMNS, [100, 120, 140]),
      { number: 2 },
    );
    const { document } = read([one, two]);
    expect(short(document)).toEqual([
      [
        ['序号', '名称', '牵头单位'],
        ['1', '治理山塘', '区水利局'],
        ['2', '加固水库', '区教委'],
      ],
    ]);
    const [table] = document.blocks;
    expect(table?.kind === 'table' && table.rows.map(({ at }) => placeText(at))).toEqual([
      'a.pdf#页1/表1/行1',
      'a.pdf#页1/表1/行2',
      'a.pdf#页2/表1/行2',
    ]);
    expect(noiseOf(document)).toEqual([['page-margin', '序号\u3000名称\u3000牵头单位']]);
  });

  it('have a cell once that goes on over a page in the middle of a sentence', () => {
    const one = page(
      [...row(715, '1', '排查整治全区病', '区水利局'), ...line('险水库山塘，逐座', 135, 727)],
      grid(COLUMNS, [700, 733]),
    );
    const two = page(
      [...line('建立台账。', 135, 112), ...row(135, '2', '加固水库', '区教委')],
      grid(COLUMNS, [100, 120, 140]),
      { number: 2 },
    );
    expect(shortly(one, two)).toEqual([
      [
        ['1', '排查整治全区病\n险水库山塘，逐座建立台账。', '区水利局'],
        ['2', '加固水库', '区教委'],
      ],
    ]);
  });

  it('have what a merged cell says on the next page in it, where only the others are closed', () => {
    const one = page(
      [...row(115, '甲局、', '任务', '时限'), ...row(135, '', '一', '1月')],
      [...grid(COLUMNS, [100, 120, 140]).filter(({ top }) => top < 119 || top > 121)].concat(
        rule(130, 120, 300, 120),
      ),
    );
    const open = { ...one, rules: [...one.rules.filter(({ top }) => top < 139), rule(130, 140, 300, 140)] };
    const two = page(row(115, '乙局', '二', '2月'), grid(COLUMNS, [100, 120]), { number: 2 });
    const spans = (pages: readonly PrintedPage[]) => {
      const [table] = read(pages).document.blocks;
      return table?.kind === 'table'
        ? table.rows.map(({ cells }) => cells.map(({ passage, rowSpan }) => `${passage.text} ${rowSpan}`))
        : [];
    };
    expect(spans([open, two])).toEqual([
      ['甲局、乙局 3', '任务 1', '时限 1'],
      ['一 1', '1月 1'],
      ['二 1', '2月 1'],
    ]);
    expect(spans([one, two]).at(-1)).toEqual(['乙局 1', '二 1', '2月 1']);
  });

  it('have no row of a header that stands in them once more and is broken by the end of a page', () => {
    const head = (y: number) => row(y, '序号', '任务名称', '牵头单位');
    const one = page(
      [...head(115), ...row(135, '1', '甲', '区水利局'), ...row(155, '序', '任务', '牵头单位')],
      grid(COLUMNS, [100, 120, 140, 160]),
    );
    const two = page(
      [...head(115), ...row(135, '号', '名称', ''), ...row(155, '2', '乙', '区教委')],
      grid(COLUMNS, [100, 120, 140, 160]),
      { number: 2 },
    );
    expect(shortly(one, two)).toEqual([
      [
        ['序号', '任务名称', '牵头单位'],
        ['1', '甲', '区水利局'],
        ['2', '乙', '区教委'],
      ],
    ]);
  });

  it('part the name of a company, and do not take one apart', () => {
    const text = [...line('区发展改革局', 235, 115), ...line('渝江供电公司', 235, 127)];
    expect(shortly(page(text, grid(COLUMNS, [100, 140])))).toEqual([
      [['', '', '区发展改革局\n渝江供电公司']],
    ]);
    const branch = [...line('国网渝江公司', 235, 115), ...line('武隆区分公司', 235, 127)];
    expect(shortly(page(branch, grid(COLUMNS, [100, 140])))).toEqual([
      [['', '', '国网渝江公司武隆区分公司']],
    ]);
  });

  it('have no blank in two characters that are spread over a narrow column', () => {
    const columns = [100, 140, 300];
    const text = [...line('各乡', 105, 115), ...line('镇', 105, 127), ...line('街', 125, 127)];
    expect(shortly(page(text, grid(columns, [100, 140])))[0]).toEqual([['各乡\n镇街', '']]);
  });

  it('have their columns by the gaps in them where only rows are ruled', () => {
    const text = [
      ...row(115, '序号', '名称', '牵头单位'),
      ...row(135, '1', '治理山塘', '区水利局'),
      ...row(155, '2', '加固水库', '区教委'),
    ];
    const rules = [100, 120, 160].map((y) => rule(100, y, 300, y));
    expect(shortly(page(text, rules))).toEqual([
      [
        ['序号', '名称', '牵头单位'],
        ['1', '治理山塘', '区水利局'],
        ['2', '加固水库', '区教委'],
      ],
    ]);
  });

  it('are told where the cells of a row stand so close that its text goes over a gap, and are none then', () => {
    const text = [
      ...row(115, '序号', '名称', '牵头单位'),
      ...line('1治理全区病险山塘区水利局', 105, 135),
      ...row(155, '2', '加固水库', '区教委'),
    ];
    const three = [100, 120, 160].map((y) => rule(100, y, 300, y));
    const each = [100, 120, 140, 160].map((y) => rule(100, y, 300, y));
    for (const rules of [three, each]) {
      expect(read([page(text, rules)]).told).toEqual(['columns-unruled']);
      // Its lines are kept, and are no text of which tasks are made.
      expect(shortly(page(text, rules))).toEqual([
        [['序号名称\u3000牵头单位'], ['1治理全区病险山塘区水利局'], ['2\u3000加固水库\u3000区教委']],
      ]);
    }
    // A heading over all columns, where rows are ruled.
    const headed = [
      ...row(115, '序号', '名称', '牵头单位'),
      ...line('一、防汛工作方面的任务', 105, 135),
      ...row(155, '2', '加固水库', '区教委'),
    ];
    expect(read([page(headed, each)]).told).toEqual([]);
    expect(read([page(headed, three)]).told).toEqual(['columns-unruled']);
  });

  it('are told where nothing rules them and their rows have no numbers', () => {
    const text = [
      ...row(115, '类别', '名称', '牵头单位'),
      ...row(135, '1', '治理山塘', '区水利局'),
      ...row(155, '2', '加固水库', '区教委'),
    ];
    expect(read([page(text)]).told).toEqual(['columns-unruled']);
  });

  it('are told with the lines that a word over the gap parts from them, and with those on the next page', () => {
    const first = [
      ...line('附件1', 100, 95),
      ...row(115, '序号', '名称', '牵头单位'),
      ...row(135, '1', '治理山塘', '区水利局'),
      ...row(155, '2', '加固水库', '区教委'),
      ...line('3', 105, 175),
      ...line('改建公路十公里于前', 145, 175),
      ...line('公路局', 250, 175),
      ...row(195, '4', '治理山塘', '区水利局'),
    ];
    const second = [...row(115, '5', '加固水库', '区教委'), ...line('特此通知。', 100, 300)];
    const { document, told } = read([page(first), page(second, [], { number: 2 })]);
    expect(told).toEqual(['columns-unruled', 'columns-unruled']);
    expect(short(document).map((block) => (typeof block === 'string' ? block : block.length))).toEqual([
      ...['附件1', 5, 1, '特此通知。'],
    ]);
  });

  it('are told also where cells stand so close that no room goes down between them', () => {
    const cells = (y: number, ...texts: readonly (readonly [number, string])[]) =>
      texts.flatMap(([x, text]) => line(text, x, y));
    const text = [
      ...cells(100, [60, '项目'], [120, '一号片区征拆'], [200, '文体中心']),
      ...cells(120, [60, '内容'], [120, '征拆'], [160, '户'], [200, '新建一座']),
      ...cells(140, [60, '投资额'], [120, '5.6'], [170, '建筑面积2.4万平方米']),
      ...cells(160, [60, '牵头单位'], [120, '区住房城乡建设局'], [215, '区文旅局']),
    ];
    expect(read([page(text)]).told).toEqual(['columns-unruled']);
    expect(read([page(text.filter(({ y }) => y < 150))]).told).toEqual([]);
  });

  it('are none where a frame stands around text', () => {
    expect(shortly(page(line('特此通知。', 120, 115), grid([100, 300], [100, 140])))).toEqual(['特此通知。']);
  });

  it('have a picture told that is all of a cell', () => {
    const text = row(115, '1', '治理山塘', '');
    const pictures = [{ left: 240, top: 102, right: 290, bottom: 118 }];
    expect(read([page(text, grid(COLUMNS, [100, 120]), { pictures })]).told).toEqual(['cell-unread']);
  });
});

describe('tables that touch', () => {
  const cells = (xs: readonly number[], y: number, texts: readonly string[]) =>
    texts.flatMap((text, i) => line(text, (xs[i] as number) + 4, y));
  const upper = [100, 150, 300, 500];
  const rows = [
    ['序号', '任务', '牵头单位'],
    ['1', '甲事', '县公安局'],
  ];
  const lower = [
    ['保障事项', '保障单位'],
    ['经费', '县财政局'],
  ];
  const both = (xs: readonly number[]) =>
    page(
      [
        ...rows.flatMap((row, i) => cells(upper, 108 + i * 20, row)),
        ...lower.flatMap((row, i) => cells(xs, 148 + i * 20, row)),
      ],
      [...grid(upper, [100, 120, 140]), ...grid(xs, [140, 160, 180])],
    );

  it('are two where no column goes on from one to the other', () => {
    expect(shortly(both([100, 220, 500]))).toEqual([rows, lower]);
  });

  it('are one where a column does', () => {
    expect(shortly(both([100, 300, 500]))).toHaveLength(1);
  });

  it('are one where a row over all columns stands between', () => {
    const glyphs = [
      ...rows.flatMap((row, i) => cells(upper, 108 + i * 20, row)),
      ...line('一、民生', 104, 148),
      ...cells(upper, 168, ['2', '乙事', '县水利局']),
    ];
    const rules = [
      ...grid(upper, [100, 120, 140]),
      ...grid([100, 500], [140, 160]),
      ...grid(upper, [160, 180]),
    ];
    expect(shortly(page(glyphs, rules))).toEqual([[...rows, ['一、民生'], ['2', '乙事', '县水利局']]]);
  });
});

describe('a worksheet that is printed in parts', () => {
  const rows = [100, 120, 140, 160, 180];
  const cells = (xs: readonly number[], ...all: readonly (readonly string[])[]) =>
    all.flatMap((texts, i) =>
      texts.flatMap((text, j) => line(text, (xs[j] as number) + 3, (rows[i] as number) + 15)),
    );
  const LEFT = [50, 150, 350, 540];
  const RIGHT = [50, 200, 400];
  const left = [...line('任务表', 53, 80), ...cells(LEFT, ['序号', '任务', '目标'], ['1', '甲', '3处'])];
  const right = cells(RIGHT, ['牵头单位', '时限'], ['区水利局', '6月底']);
  const first = page(left, grid(LEFT, rows));

  it('is told: its rows are ruled at the same heights, and nothing else is on the page', () => {
    const two = page(right, grid(RIGHT, rows), { number: 2 });
    const three = page(cells([50, 150], ['备注']), grid([50, 150], rows), { number: 3 });
    expect(read([first, two]).told).toEqual(['sheet-in-parts']);
    // The second has room for a column more.
    expect(read([first, two, three]).told).toEqual(['sheet-in-parts']);
  });

  it('is told where the first columns are printed on each part, and whatever stands in its margins', () => {
    const parts = [
      page(
        cells([50, 100, 300, 540], ['序号', '任务', '牵头单位'], ['1', '甲', '县水利局']),
        grid([50, 100, 300, 540], rows),
      ),
      page(
        cells([50, 100, 300, 500], ['序号', '任务', '责任单位'], ['1', '甲', '县财政局']),
        grid([50, 100, 300, 500], rows),
        { number: 2 },
      ),
    ];
    expect(read(parts).told).toEqual(['sheet-in-parts']);
    const one = grid([50, 100, 300, 540], rows.slice(0, 3));
    const short = parts.map((each, i) => ({
      ...each,
      rules: i === 0 ? one : grid([50, 100, 300, 500], rows.slice(0, 3)),
    }));
    expect(read(short).told).toEqual(['sheet-in-parts']);
    const numbered = [first, page(right, grid(RIGHT, rows), { number: 2 })].map((each, i) => ({
      ...each,
      glyphs: [...each.glyphs, ...line(`第${i + 1}页`, 280, 820)],
    }));
    expect(read(numbered).told).toEqual(['sheet-in-parts']);
  });

  it('is none where another column had room, or the page has a title or a header of its own', () => {
    const narrow = page(left, grid([50, 100, 150, 200], rows));
    const two = page(right, grid(RIGHT, rows), { number: 2 });
    const titled = page([...line('名单', 53, 80), ...right], grid(RIGHT, rows), { number: 2 });
    const same = page(cells(LEFT, ['2', '乙', '5处']), grid(LEFT, rows), { number: 2 });
    const named = page(
      [...line('联络员名单', 53, 115), ...line('甲局', 53, 135)],
      [...grid([50, 400], rows), rule(200, 120, 200, 180)],
      { number: 2 },
    );
    for (const [one, other] of [
      [narrow, two],
      [first, titled],
      [first, same],
      [first, named],
    ] as const)
      expect(read([one, other]).told).not.toContain('sheet-in-parts');
  });

  it('is told where a line goes on on the next page, with a character that was cut in two', () => {
    const one = page([
      ...line('通知', 50, 80),
      ...line('请尽快分解到村落实到地块十月底前将落实情况书面报送区农牧局汇总完成', 50, 100, 15),
    ]);
    const two = page(line('成。', 44, 100, 15), [], { number: 2 });
    expect(read([one, two]).told).toEqual(['sheet-in-parts']);
    expect(read([one, page(line('附件', 50, 100, 15), [], { number: 2 })]).told).toEqual([]);
  });
});

it('characters that are printed over each other are told, and a sign that is put together is none', () => {
  expect(read([page([...line('城镇新增', 100, 100), ...line('业', 104, 101)])]).told).toEqual([
    'text-overprinted',
  ]);
  expect(read([page([...line('○', 100, 100), ...line('三', 100.5, 100)])]).told).toEqual([]);
});

it('a watermark across the page is set aside, and told', () => {
  const { document, told } = read([
    page([...line('特此通知。', 120, 115), ...line('内部资料', 200, 400, 40, { runs: 'across' })]),
  ]);
  expect(short(document)).toEqual(['特此通知。']);
  expect(noiseOf(document)).toEqual([['page-margin', '内部资料']]);
  expect(told).toEqual(['text-across']);
});

it('text that goes down a cell is read down', () => {
  const text = Array.from('核心指标', (char, i) =>
    line(char, 105, 110 + i * 10, 10, { runs: 'down' }),
  ).flat();
  const rest = line('一季度完成', 135, 130);
  expect(shortly(page([...text, ...rest], grid([100, 130, 230], [100, 150])))).toEqual([
    [['核心指标', '一季度完成']],
  ]);
});
