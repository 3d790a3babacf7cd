// What stands in Markdown and is no text of the notice: set aside, counted and, where people see it, told.
import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { noiseOf, short } from '../support/short.js';

const asideAs = (document: Document, kind: string) =>
  noiseOf(document).flatMap(([own, text]) => (own === kind ? [text] : []));

const read = async (...lines: readonly string[]) => {
  const { value, diagnostics } = await readDocument(new TextEncoder().encode(lines.join('\n')), {
    name: 'a.md',
  });
  const told = diagnostics.map(({ code, args, at }) => [
    code,
    Object.values(args ?? {}).join('|'),
    at ? placeText(at) : '',
  ]);
  return { document: value as Document, told };
};
const table = (cell: string) => ['# 题', '', '| 序号 | 责任单位 |', '|---|---|', `| 1 | ${cell} |`];

describe('Markdown', () => {
  it.each([
    ['two tildes', '甲局~~、乙局~~', '~~、乙局~~'],
    ['tags', '甲局<del>、乙局</del>', '<del>、乙局</del>'],
    ['the other tags', '甲局<s>、乙局</s>', '<s>、乙局</s>'],
  ])('has what %s strike out aside, and tells it', async (_, cell, aside) => {
    const { document, told } = await read(...table(cell));
    expect(short(document)).toEqual([
      '题',
      [
        ['序号', '责任单位'],
        ['1', '甲局'],
      ],
    ]);
    expect(asideAs(document, 'deleted')).toEqual([aside]);
    expect(told).toEqual([['words-struck', '、乙局', 'a.md:5:7']]);
  });

  it('has what is struck out in a table in HTML aside, also where it is all of a cell', async () => {
    const { document, told } = await read(
      '# 题',
      '<table><tr><td>序号</td><td>责任单位</td></tr>',
      '<tr><td><del>1</del></td><td>甲局<s>、<b>乙</b>局</s>、丙局</td></tr></table>',
    );
    expect(short(document).at(-1)).toEqual([
      ['序号', '责任单位'],
      ['', '甲局、丙局'],
    ]);
    expect(told.map(([code, text]) => [code, text])).toEqual([
      ['words-struck', '1'],
      ['words-struck', '、乙局'],
    ]);
  });

  it('tells pictures: one in a cell without words is an error', async () => {
    const { document, told } = await read(
      '![图](a.png)',
      '',
      '见图![图][1]',
      '',
      ...table('![局](b.png "局")'),
    );
    expect(short(document)).toEqual([
      '见图',
      '题',
      [
        ['序号', '责任单位'],
        ['1', ''],
      ],
    ]);
    expect(told.map(([code]) => code)).toEqual(['drawing-unread', 'drawing-unread', 'cell-unread']);
  });

  it('has comments aside, over lines, too, whatever stands in them', async () => {
    const { document, told } = await read(
      '<!-- 内部：',
      '| 乙局负责 |',
      '-->',
      '',
      ...table('甲局<!-- 、乙局 | -->、丙局'),
      '',
      '完<!-- 没有完',
    );
    expect(short(document)).toEqual([
      '题',
      [
        ['序号', '责任单位'],
        ['1', '甲局、丙局'],
      ],
      '完<!-- 没有完',
    ]);
    expect(asideAs(document, 'invisible').join('')).toContain('乙局负责');
    expect(told).toEqual([]);
  });
});

it('text that is no Markdown keeps its tildes and brackets', async () => {
  const { document } = await read('甲局~~、乙局~~<!-- 丙局 -->');
  expect(short(document)).toEqual(['甲局~~、乙局~~<!-- 丙局 -->']);
});

it.each(['\ufe00', '\ufe0f', '\u{e0100}'])(
  'which form a font is to take (%j) is no character of a name',
  async (selector) => {
    const { document } = await read(`县林${selector}业局`);
    expect(short(document)).toEqual(['县林业局']);
    expect(asideAs(document, 'invisible')).toEqual([selector]);
  },
);
