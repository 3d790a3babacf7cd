// Tables that nothing rules: those that are certain are read, and others are told. What each page says was written down
// before it was read.
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import type { Box, Glyph } from '../../src/read/positions/printed-page.js';
import { line, page, rule } from '../support/printed.js';
import { short } from '../support/short.js';

/** Where the columns begin, how many characters they hold, and how far apart lines and rows are. */
const XS = [60, 90, 175, 270];
const ROOM = [2, 8, 9, 8];
const PITCH = 15;
const BETWEEN = 3;

type Row = readonly string[] | string;

/** Rows as a browser prints them: wrapped, each cell in the middle of its row; a text by itself goes over all columns. */
function table(rows: readonly Row[], top = 100): Glyph[] {
  let y = top;
  return rows.flatMap((row) => {
    const cells = typeof row === 'string' ? [[row]] : row.map((text, i) => wrapped(text, ROOM[i] as number));
    const height = Math.max(...cells.map(({ length }) => length)) * PITCH;
    const glyphs = cells.flatMap((lines, i) =>
      lines.flatMap((text, j) =>
        line(text, XS[i] as number, y + (height - lines.length * PITCH) / 2 + j * PITCH + 11),
      ),
    );
    y += height + BETWEEN;
    return glyphs;
  });
}

function wrapped(text: string, room: number): string[] {
  return text
    .split('\n')
    .flatMap((part) => part.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])
    .filter((part) => part !== '');
}

type PrintedOn = readonly Glyph[] | { readonly glyphs: readonly Glyph[]; readonly rules: readonly Box[] };

function read(...pages: readonly PrintedOn[]) {
  const printed = pages.map((each, i) =>
    'glyphs' in each ? page(each.glyphs, each.rules, { number: i + 1 }) : page(each, [], { number: i + 1 }),
  );
  const { flow, diagnostics } = readPages(printed, 'a.pdf');
  const { value } = documentOf('a.pdf', flow);
  const doubts = value.blocks.flatMap((block) => (block.kind === 'table' ? (block.doubt ?? []) : []));
  return { blocks: short(value), told: [...diagnostics, ...doubts].map(({ code }) => code) };
}

const HEAD = ['序号', '任务名称', '年度目标', '牵头单位'];
const SHORT = [
  HEAD,
  ['1', '治理山塘', '完成十座', '县水利局'],
  ['2', '改建公路', '改建十公里', '县交通运输局'],
  ['3', '加固水库', '加固三座', '县财政局'],
];
const LONG = [
  HEAD,
  ['1', '治理山塘', '排查整治全县病险水库山塘并建立台账', '县水利局'],
  ['2', '改建农村公路和桥梁', '改建十公里', '县交通运输局、县财政局'],
  ['3', '加固水库', '加固三座水库，消除安全隐患', '县水利局'],
];

describe('a table that nothing rules is read', () => {
  it.each([
    ['whose rows have a line each', SHORT],
    ['whose cells have more lines than others of their row', LONG],
    ['with a heading over its columns', [HEAD, '一、农村水利建设方面的任务', ...SHORT.slice(1)]],
  ] as const)('%s', (_, rows) => {
    const { blocks, told } = read([...line('附件', 60, 80), ...table(rows)]);
    expect(told).toEqual([]);
    expect(blocks).toEqual(['附件', rows.map((row) => (typeof row === 'string' ? [row] : row))]);
  });

  it('with what stands below it', () => {
    const note = line('注：各牵头单位要于每月底前报送进展。', 60, 185);
    expect(read([...table(SHORT), ...note]).blocks).toEqual([SHORT, '注：各牵头单位要于每月底前报送进展。']);
  });

  it('with an empty cell that cannot be part of a merged one: others stand in the middle, and the one before is full', () => {
    const rows = [
      HEAD,
      ['1', '治理山塘', '排查整治全县病险水库山塘并建立台账', '县水利局'],
      ['2', '加固水库', '加固三座水库，消除安全隐患', ''],
      ['3', '改建农村公路和桥梁', '改建十公里', '县交通运输局、县财政局'],
    ];
    const { blocks, told } = read(table(rows));
    expect(told).toEqual([]);
    expect(blocks).toEqual([rows]);
  });

  it('that goes on on the next page under its header, from the next number', () => {
    const more = [HEAD, ['4', '新建泵站', '新建两座', '县水利局'], ['5', '治理河道', '治理一条', '县水利局']];
    const { blocks, told } = read([...line('附件', 60, 80), ...table(SHORT, 700)], table(more));
    expect(told).toEqual([]);
    expect(blocks).toEqual(['附件', SHORT, more]);
  });
});

/** Rows whose last cells are of so many of them, each in the middle of its rows, as a browser prints them. */
function mergedTable(heads: readonly (readonly [string, number])[], numbers: readonly string[]): Glyph[] {
  const rows = numbers.map((number, i) => [number, `治理山塘${'一二三四五六'[i]}期`, '完成十座', '']);
  let from = 0;
  const merged = heads.flatMap(([text, count]) => {
    const middle = 100 + (PITCH + BETWEEN) * (from + 1 + (count - 1) / 2) + 11;
    from += count;
    return line(text, XS[3] as number, middle);
  });
  return [...table([HEAD, ...rows]), ...merged];
}

describe('merged cells of a table that nothing rules are known', () => {
  it('by their middle, where they are of two rows', () => {
    const glyphs = mergedTable(
      [
        ['县水利局', 2],
        ['县财政局', 1],
        ['县林业局', 2],
      ],
      ['1', '2', '3', '4', '5'],
    );
    const { blocks, told } = read(glyphs);
    expect(told).toEqual([]);
    expect(blocks).toEqual([
      [
        HEAD,
        ['1', '治理山塘一期', '完成十座', '县水利局'],
        ['2', '治理山塘二期', '完成十座'],
        ['3', '治理山塘三期', '完成十座', '县财政局'],
        ['4', '治理山塘四期', '完成十座', '县林业局'],
        ['5', '治理山塘五期', '完成十座'],
      ],
    ]);
  });

  it('where they are of three only if the numbers begin anew with them', () => {
    const heads = [
      ['县水利局', 3],
      ['县财政局', 2],
    ] as const;
    const read5 = (numbers: readonly string[]) => read(mergedTable(heads, numbers));
    expect(read5(['1', '2', '3', '4', '5']).told).toEqual(['columns-unruled']);
    const { blocks, told } = read5(['1', '2', '3', '1', '2']);
    expect(told).toEqual([]);
    expect((blocks[0] as string[][]).map((row) => row[3])).toEqual([
      ...['牵头单位', '县水利局', undefined, undefined, '县财政局', undefined],
    ]);
  });

  it('and numbers that begin anew without one are told', () => {
    const heads = [
      ['县水利局', 1],
      ['县财政局', 2],
      ['县林业局', 1],
    ] as const;
    expect(read(mergedTable(heads, ['1', '2', '1', '2'])).told).toEqual(['columns-unruled']);
  });
});

describe('a table that nothing rules is told, and gives no rows', () => {
  const isTold = (...pages: readonly PrintedOn[]) => {
    const { blocks, told } = read(...pages);
    expect(told).toContain('columns-unruled');
    expect(blocks.flat().every((block) => typeof block === 'string' || block.length === 1)).toBe(true);
  };
  const changed = (rows: readonly (readonly string[])[], row: number, ...cells: readonly string[]) =>
    rows.map((each, i) => (i === row ? cells : each));

  it.each([
    ['where an empty cell may be part of a merged one', changed(SHORT, 2, '2', '改建公路', '改建十公里', '')],
    ['where it may be of one with the cell before', changed(LONG, 3, '3', '加固水库', '加固三座', '')],
    [
      'where a cell has empty ones on both sides, and may be theirs',
      [
        HEAD,
        ['1', '治理山塘', '排查整治全县病险水库山塘', ''],
        ['2', '改建农村公路和桥梁', '改建十公里', '县财政局'],
        ['3', '加固水库', '加固三座水库，消除隐患', ''],
      ],
    ],
    ['where a row has no number', [...SHORT, ['', '新建泵站', '新建两座', '县水利局']]],
    ['where a number is missing', changed(SHORT, 2, '', '改建公路', '改建十公里', '县交通运输局')],
    ['where a column has no header', changed(SHORT, 0, '序号', '任务名称', '', '牵头单位')],
    [
      'where a text ends before the end of its column',
      changed(LONG, 2, '2', '改建\n公路', '改建十公里', '县财政局'),
    ],
  ] as const)('%s', (_, rows) => isTold(table(rows)));

  it('where a text goes over the room between two columns', () => {
    isTold([...table(SHORT), ...line('治理山塘水库河道', 130, 118 + 11)]);
  });

  it('where a cell holds rows together, whose lines stand farther apart than those of a cell', () => {
    const rows = LONG.slice(0, 3);
    const sub = [
      ...line('新建泵站', 90, 209),
      ...line('新建两座。', 175, 200),
      ...line('新建五座。', 175, 218),
      ...line('县水利局', 270, 200),
      ...line('县财政局', 270, 218),
      ...line('3', 60, 209),
    ];
    isTold([...table(rows), ...sub]);
  });

  it('where words stand over some columns of its header', () => {
    const two = [HEAD, ['1', '治理山塘', '完成十座', '县水利局'], ['2', '加固水库', '加固三座', '县财政局']];
    isTold([...line('责任分工', 200, 93), ...table(two)]);
    isTold([...line('县', 280, 99), ...table(two)]);
  });

  it('where the names in a cell stand apart, and its column is as high as its rows', () => {
    const names = ['县水利局', '县住建局', '县财政局'].flatMap((name, i) => line(name, 270, 123 + i * 27));
    const rows = [HEAD, ['1', '治理山塘', '排查整治全县病险水库山塘并建立台账长期坚持实行销号管理', '']];
    isTold([...table([...rows, ['2', '加固水库', '加固三座', '县财政局']]), ...names]);
  });

  it('where no room goes across between its rows', () => {
    const rows = LONG.map((row, i) =>
      row.flatMap((text, j) =>
        wrapped(text, ROOM[j] as number).flatMap((each, k) =>
          line(each, XS[j] as number, 111 + (2 * i + k) * PITCH),
        ),
      ),
    );
    isTold(rows.flat());
  });

  it('where a rule goes through it', () => {
    isTold({ glyphs: table(SHORT), rules: [rule(60, 134, 350, 134)] });
  });

  it('where the end of a page may cut its last row, or it goes on without its header', () => {
    isTold([...line('附件', 60, 80), ...table(SHORT, 700)], line('并建立台账。', 175, 100));
    isTold(
      table(SHORT),
      table([
        ['4', '新建泵站', '新建两座', '县水利局'],
        ['5', '治理河道', '治理一条', '县水利局'],
      ]),
    );
    isTold(
      table([HEAD, ['4', '新建泵站', '新建两座', '县水利局'], ['5', '治理河道', '治理一条', '县水利局']]),
    );
  });
});
