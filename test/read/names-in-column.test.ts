// Names in a narrow column: the end of a full line parts two of them, or breaks one.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, readUnits } from '../../src/index.js';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import { endOfLine, type NamesInColumn } from '../../src/read/positions/names-in-column.js';
import { isMeant } from '../../src/units/index.js';
import { grid, line, page } from '../support/printed.js';
import { runs } from '../support/runs.js';
import { short } from '../support/short.js';

/** A table whose last column is so many characters wide, and its cells there, a line a text. */
function read(header: string, width: number, cells: readonly (readonly string[])[]) {
  const ys = [100, 115];
  const glyphs = [...line('序号', 102, 111), ...line(header, 202, 111, 10)];
  for (const [i, lines] of cells.entries()) {
    const top = ys.at(-1) as number;
    glyphs.push(...line(String(i + 1), 102, top + 11));
    for (const [at, text] of lines.entries()) glyphs.push(...line(text, 202, top + 11 + at * 14));
    ys.push(top + lines.length * 14 + 2);
  }
  const right = 202 + Math.max(width, header.length) * 10 + 3;
  const { flow, diagnostics } = readPages([page(glyphs, grid([100, 200, right], ys))], 'a.pdf');
  const { value, diagnostics: more } = documentOf('a.pdf', flow);
  const [table] = short(value);
  return {
    cells: (Array.isArray(table) ? table : []).slice(1).map((row) => (row as string[])[1]),
    told: [...diagnostics, ...more].filter(({ code }) => code === 'names-unclear'),
  };
}

describe('a full line of units', () => {
  it.each([
    ['县公安局', '交警大队'],
    ['县教育局', '团县委'],
  ])('is told with its cell where nothing says whether %s and %s are one', (before, behind) => {
    const { told } = read('责任单位', 4, [['县水利局'], [before, behind]]);
    expect(told).toMatchObject([{ args: { before, behind }, at: { page: 1, table: 1, row: 3, cell: 2 } }]);
  });

  it('goes on where names of its cell are parted by signs', () => {
    const { cells, told } = read('责任单位', 8, [
      ['县水利局、县财政', '局'],
      ['县妇联、县公安局', '交警大队'],
    ]);
    expect([cells.at(-1), told]).toEqual(['县妇联、县公安局交警大队', []]);
  });

  it('is told in a cell without signs, though other cells have some', () => {
    const { told } = read('责任单位', 4, [
      ['县水利局', '、县财政', '局'],
      ['县公安局', '交警大队'],
    ]);
    expect(told).toMatchObject([{ args: { before: '县公安局', behind: '交警大队' } }]);
  });

  it('parts two that stand by themselves in other cells, and goes on where both are one there', () => {
    const apart = read('责任单位', 4, [['交警大队'], ['县公安局'], ['县公安局', '交警大队']]);
    expect([apart.cells.at(-1), apart.told]).toEqual(['县公安局\n交警大队', []]);
    const whole = new Set(['县公安局交警大队']);
    expect(endOfLine('县公安局', '交警大队', { ...NOTHING, whole })).toEqual({ parts: false });
  });

  it('parts two, and is told, where other lines end behind a name with room for more', () => {
    const { cells, told } = read('责任单位', 4, [
      ['妇联', '县民政局'],
      ['县教育局', '团县委'],
    ]);
    expect(cells.at(-1)).toBe('县教育局\n团县委');
    expect(told).toHaveLength(1);
  });

  it('is told in columns of units alone', () => {
    expect(read('工作内容', 4, [['新建水厂', '改造泵站']]).told).toEqual([]);
  });
});

it('a column of people as wide as a name has a person a line', () => {
  expect(read('责任领导', 3, [['潘志国', '韦文杰']]).cells).toEqual(['潘志国\n韦文杰']);
  expect(read('责任领导', 3, [['潘志国、', '韦文杰']]).cells).toEqual(['潘志国、韦文杰']);
});

const NOTHING: NamesInColumn = { of: 'units', whole: new Set(), byStop: false, byLine: false };

it.each([
  // A town and what follows it that is no part of it.
  ['幽兰镇', '南新乡', { parts: true }],
  ['白马乡', '县财政局', { parts: true }],
  ['幽兰镇', '人民政府', { parts: false }],
  ['罗城县', '水利局', { parts: false }],
  ['县司', '法局', { parts: false }],
  ['县残疾人联', '合会', { parts: false }],
  ['县住房城乡', '建设局', { parts: false }],
  ['县科技局、县水利局', '各乡镇', { parts: true }],
  ['市信访局', '驻市武警部队', { parts: false, isUnclear: true }],
  ['中国联通', '中国铁塔', { parts: false, isUnclear: true }],
  ['质控科', '信息科', { parts: false, isUnclear: true }],
  // Those who are sent by both are one unit; the two by themselves are two.
  ['区纪委', '区监委派驻组', { parts: false }],
  ['区纪委', '监委', { parts: false }],
  ['区纪委', '区监委', { parts: true }],
  ['国家统计局', '鹿鸣调查队', { parts: false }],
  ['文化站、中心校', '卫生院', { parts: false, isUnclear: true }],
  ['中心校', '卫生院', { parts: false, isUnclear: true }],
  ['县人大', '县政协', { parts: false, isUnclear: true }],
  ['东关村', '西关村', { parts: false, isUnclear: true }],
  ['东关社区', '居委会', { parts: false }],
  ['幽兰镇', '中心校', { parts: false }],
  ['白云矿', '业公司', { parts: false }],
  ['高新园（牌楼镇）', '各街道', { parts: true }],
  ['各乡镇', '县直各单位', { parts: true }],
  ['县政府', '各部门', { parts: false, isUnclear: true }],
  ['各乡', '镇人民政府', { parts: false }],
  ['县交通运输局(主)', '槲坪客运公司(协)', { parts: true }],
  ['区园', '林中心', { parts: false }],
  ['区防减救灾委', '成员单位', { parts: false }],
  ['区级有关部门', '和单位', { parts: false }],
])('%s at the end of a line and %s below it', (text, rest, end) => {
  expect(endOfLine(text, rest, NOTHING)).toEqual(end);
});

/** What offices, towns and firms of a county are called. */
const NAMES = (
  '县水利局 县公安局 县公安局交警大队 县教育局 团县委 县妇联 县残疾人联合会 县委组织部 县委宣传部 县市场监督管理局 县司法局 县科技局 ' +
  '县人力资源社会保障局 县住房和城乡建设局 县自然资源局 县生态环境分局 县税务局 县供销社 县气象局 县融媒体中心 县疾控中心 县人民医院 ' +
  '幽兰镇 南新乡 东关街道办事处 幽兰镇人民政府 工业园区管委会 经济开发区管委会 国网某县供电公司 县城投公司 县农投集团 某县农商银行 ' +
  '中国电信某县分公司 县消防救援大队 县武装部 县法院 县检察院 县红十字会 县文化馆 县交通运输局公路养护中心'
).split(' ');

/** A text as it runs on in lines of so many characters; no line begins with a stop. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + width;
    if (text[end] === '、') end--;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

it('no column, however narrow, gives other units in silence', () => {
  const lexicon = lexiconOf({});
  const name = fc.constantFrom(...NAMES);
  const cell = fc.array(name, { minLength: 1, maxLength: 3 });
  void fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 4, max: 12 }),
      fc.boolean(),
      (cells, width, byLine) => {
        const printed = cells.map((names) =>
          byLine ? names.flatMap((each) => wrapped(each, width)) : wrapped(names.join('、'), width),
        );
        const { cells: got, told } = read('责任单位', width, printed);
        const toldOf = new Set(told.map(({ at }) => (at && 'row' in at ? at.row : 0)));
        for (const [i, names] of cells.entries()) {
          if (toldOf.has(i + 2)) continue;
          const pieces = readUnits(got[i] ?? '', lexicon, { framed: true });
          const units = pieces.flatMap((piece) => (isMeant(piece) ? [piece.text.replace(/\s/g, '')] : []));
          expect(units, printed[i]?.join('⏎')).toEqual(names);
        }
      },
    ),
    { numRuns: runs(150) },
  );
});
