// PDF files: what a page's program says, and what is refused. Tables over pages, by four programs, against their sources.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Document,
  nameOf,
  parseNotice,
  placeText,
  readDocument,
  type TaskBook,
} from '../../src/index.js';
import { type PdfBesides, type PdfPage, pdf, shown } from '../support/pdf.js';
import { noiseOf, short, unreadOf } from '../support/short.js';

const read = async (pages: readonly (string | PdfPage)[], besides?: PdfBesides) => {
  const { value, diagnostics } = await readDocument(pdf(pages, besides), { name: 'a.pdf' });
  return {
    document: value as Document,
    told: diagnostics.map(({ code, at }) => `${code} ${at && placeText(at).slice(6)}`.trim()),
  };
};
const PICTURE = 'q 595 0 0 842 0 0 cm /Im Do Q';

describe('a text is read where it is printed', () => {
  it.each([
    ['as it is', shown('各乡镇：', 100, 700)],
    ['character by character', [...'各乡镇：'].map((char, i) => shown(char, 100 + i * 10, 700)).join(' ')],
    ['with room between characters', shown('各乡镇：', 100, 700, 10, '2 Tc')],
    ['stretched', shown('各乡镇：', 100, 700, 10, '80 Tz')],
    ['in a moved part of the page', `q 0.5 0 0 0.5 50 350 cm ${shown('各乡镇：', 100, 700, 20)} Q`],
    [
      'on a page that is turned',
      { program: `q 0 1 -1 0 595 0 cm ${shown('各乡镇：', 100, 300)} Q`, entries: '/Rotate 90' },
    ],
    ['on its side', `q 0 1 -1 0 595 0 cm ${shown('各乡镇：', 100, 300)} Q`],
    ['on a page that is cut', { program: shown('各乡镇：', 100, 700), entries: '/CropBox [50 50 545 792]' }],
  ])('%s', async (_, page) => {
    const { document, told } = await read([page]);
    expect([short(document), told]).toEqual([['各乡镇：'], []]);
  });

  it('but for what cannot be seen, which is set aside and told', async () => {
    const { document, told } = await read([
      {
        program: `${shown('各乡镇：', 100, 700)} ${shown('旧稿', 700, 700)} ${shown('暗', 100, 600, 10, '3 Tr')}`,
      },
    ]);
    expect(short(document)).toEqual(['各乡镇：']);
    expect(noiseOf(document)).toEqual([
      ['invisible', '旧稿'],
      ['invisible', '暗'],
    ]);
    expect(told).toEqual(['words-hidden 页1/行1', 'words-hidden 页1/行1']);
    expect(unreadOf(document)).toEqual([]);
  });

  it('and for a line of which so little is left that nobody can read it', async () => {
    const within = (bottom: number) =>
      `${shown('各乡镇：', 100, 740)} q 100 ${bottom} 200 20 re W n ${shown('万元', 100, 700)} Q`;
    expect(noiseOf((await read([within(708.5)])).document)).toEqual([['invisible', '万元']]);
    expect(short((await read([within(703)])).document)).toEqual(['各乡镇：', '万元']);
  });
});

describe('rules', () => {
  const text = `${shown('1', 105, 705)} ${shown('治理山塘', 145, 705)}`;
  it.each([
    [
      'drawn as lines',
      '100 700 m 300 700 l 100 720 m 300 720 l 100 700 m 100 720 l 140 700 m 140 720 l 300 700 m 300 720 l S',
    ],
    ['drawn as boxes', '100 700 40 20 re 140 700 160 20 re S'],
    ['filled', '100 700 200 .5 re 100 720 200 .5 re 100 700 .5 20 re 140 700 .5 20 re 300 700 .5 20 re f'],
    ['filled as frames', '100 700 40 20 re 101 701 38 18 re 140 700 160 20 re 141 701 158 18 re f*'],
    [
      'that are pictures of lines',
      [
        ...[100, 140, 300].map((x) => `q .5 0 0 20 ${x} 700 cm /Im Do Q`),
        ...[700, 720].map((y) => `q 200 0 0 .5 100 ${y} cm /Im Do Q`),
      ].join(' '),
    ],
    ['dashed', '[3 3] 0 d 100 700 40 20 re 140 700 160 20 re S'],
    [
      'around cells that are filled',
      '0.8 g 100 700 40 20 re 140 700 160 20 re f 0 g 100 700 40 20 re 140 700 160 20 re S',
    ],
  ])('%s', async (_, rules) => {
    const { document } = await read([`${rules} ${text}`]);
    expect(short(document)).toEqual([[['1', '治理山塘']]]);
  });
});

describe('what is not printed whole', () => {
  it('is told where a line goes on beyond the page, or beyond what is shown of it', async () => {
    const { document, told } = await read([shown('各乡镇人民政府', 545, 700)]);
    expect(short(document)).toEqual(['各乡镇人民']);
    expect(told).toEqual(['text-cut 页1', 'words-hidden 页1/行1']);
    const clipped = await read([`q 100 690 36 20 re W n ${shown('各乡镇人', 100, 700)} Q`]);
    expect(clipped.told).toEqual(['text-cut 页1']);
  });
});

describe('text that is drawn', () => {
  const letter = (x: number, y: number) => `${x} ${y} m ${x + 9} ${y} ${x + 9} ${y + 9} ${x} ${y + 9} c f`;
  const letters = Array.from({ length: 40 }, (_, i) => letter(100 + (i % 20) * 12, 700 - 12 * (i % 2))).join(
    ' ',
  );

  it('is told: a page that has no other is a picture', async () => {
    const { told } = await read([shown('各乡镇：', 100, 700), letters]);
    expect(told).toEqual(['page-scanned 页2']);
  });

  it('is told beside other text, where it is more than a sign or two', async () => {
    const text = shown('各乡镇：', 100, 750);
    expect((await read([`${text} ${letters}`])).told).toEqual(['drawing-unread 页1']);
    expect((await read([`${text} ${letter(100, 700)}`])).told).toEqual([]);
  });
});

describe('pages that are pictures', () => {
  it('are refused where all are', async () => {
    const { document, told } = await read([PICTURE, PICTURE]);
    expect([document, told]).toEqual([undefined, ['pages-scanned']]);
  });

  it('are refused also where text recognition has put words behind them', async () => {
    const { document, told } = await read([`${PICTURE} ${shown('各乡镇：', 100, 700, 10, '3 Tr')}`]);
    expect([document, told]).toEqual([undefined, ['pages-scanned']]);
  });

  it('are told with their place where others are not', async () => {
    const { document, told } = await read([shown('各乡镇：', 100, 700), PICTURE]);
    expect([short(document), told]).toEqual([['各乡镇：'], ['page-scanned 页2']]);
  });
});

it('a picture beside text is told with what is near it', async () => {
  const { told } = await read([`${shown('某县人民政府', 300, 300)} q 80 0 0 80 320 260 cm /Im Do Q`]);
  expect(told).toEqual(['drawing-unread 页1']);
});

it('a font that does not say which characters it has is refused', async () => {
  const { document, told } = await read([shown('各乡镇：', 100, 700)], { mapped: false });
  expect([document, told]).toEqual([undefined, ['font-unreadable']]);
});

describe('a table of characters that is there and wrong', () => {
  const TEXT = Array.from('县水利局牵头治理山塘三座六月底前完成');
  const all = (said: (i: number) => string) => TEXT.map((each, i) => [each, said(i)] as const);
  const shownAs = (says: NonNullable<PdfBesides['says']>) => read([shown(TEXT.join(''), 100, 700)], { says });

  it.each([
    ['one character for all', all(() => '一')],
    ['a blank for all', all(() => ' ')],
    ['letters for Chinese characters', all((i) => String.fromCharCode(0x41 + i))],
    ['what only the font knows', all((i) => String.fromCharCode(0xe000 + i))],
    ['what no character is', all((i) => String.fromCharCode(0xfdd0 + i))],
  ])('is no table: %s', async (_, says) => {
    const { document, told } = await shownAs(says);
    expect([document, told]).toEqual([undefined, ['font-unreadable']]);
  });

  it('is told with the page where only some are wrong', async () => {
    const wrong = Array.from('山塘三座六');
    const says = all((i) => (wrong.includes(TEXT[i] as string) ? '口' : (TEXT[i] as string)));
    const right = TEXT.filter((each) => !wrong.includes(each)).join('');
    const pages = [
      [...Array(8).keys()].map((i) => shown(right, 100, 700 - i * 30)).join(' '),
      shown(TEXT.join(''), 100, 700),
    ];
    const { document, told } = await read(pages, { says });
    expect(short(document).at(-1)).toBe('县水利局牵头治理�����月底前完成');
    expect(told).toEqual(['glyphs-unknown 页2']);
  });

  it('is none where a sign or four are as only the font has them, or twice the same', async () => {
    const sign = await shownAs(all((i) => (i === 0 ? '\uf0b7' : (TEXT[i] as string))));
    expect(sign.told).toEqual(['characters-private 页1/行1']);
    const same = await shownAs(all((i) => (i < 4 ? '〇' : (TEXT[i] as string))));
    expect([short(same.document), same.told]).toEqual([[`〇〇〇〇${TEXT.slice(4).join('')}`], []]);
  });
});

it('files that are attached, to the whole or to a page, are told by their names', async () => {
  const file = (name: string) => `<< /Type /Filespec /F (${name}) /EF << /F 6 0 R >> >>`;
  const { value, diagnostics } = await readDocument(
    pdf(
      [
        {
          program: shown('各乡镇：', 100, 700),
          entries: `/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${file('b.docx')} >>]`,
        },
      ],
      { catalog: `/Names << /EmbeddedFiles << /Names [(a) ${file('a.xlsx')}] >> >>` },
    ),
    { name: 'a.pdf' },
  );
  expect(short(value as Document)).toEqual(['各乡镇：']);
  expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
    ['file-attached', { files: ['a.xlsx', 'b.docx'] }],
  ]);
});

it('a file that is locked is told', async () => {
  const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;
  const { told } = await read([shown('各乡镇：', 100, 700)], { trailer });
  expect(told).toEqual(['file-encrypted']);
});

it.each(['\r\n\r\n', '\ufeff', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'])(
  'a file is read that has something before it: %j',
  async (before) => {
    const bytes = Buffer.concat([Buffer.from(before), pdf([shown('各乡镇：', 100, 700)])]);
    const { value, diagnostics } = await readDocument(bytes, { name: 'a.pdf' });
    expect([short(value as Document), diagnostics]).toEqual([['各乡镇：'], []]);
  },
);

it('a file that is broken is told, wherever it is cut', async () => {
  const whole = pdf([shown('各乡镇：', 100, 700)]);
  for (let size = 6; size < whole.length; size += 997) {
    const { value, diagnostics } = await readDocument(whole.subarray(0, size), { name: 'a.pdf' });
    expect(value ? short(value) : diagnostics.map(({ code }) => code)).toEqual(
      value ? ['各乡镇：'] : [expect.stringMatching(/^(?:file-broken|file-empty|font-unreadable)$/)],
    );
  }
});

it('the engine keeps its own functions, which are faster than those that come with the reader', async () => {
  await read([shown('各乡镇：', 100, 700)]);
  // Only what is not the engine's own can say that it has no prototype.
  for (const own of [JSON.parse, JSON.stringify, Array.prototype.push, Function.prototype.toString])
    expect(Object.hasOwn(own, 'prototype'), own.name).toBe(false);
});

describe('notices with tables over pages, printed by four programs', () => {
  const FOLDER = new URL('../../fixtures/pdf/', import.meta.url);
  const SOURCES = new URL('../../fixtures/tables/', import.meta.url);
  const sources = readdirSync(SOURCES);
  const rows = ({ tasks }: TaskBook) =>
    tasks.map(({ number, name, goal, lead, responsible, remark }) => [
      number,
      name,
      goal,
      lead.map(nameOf),
      responsible.map(nameOf),
      remark,
    ]);
  const book = async (folder: URL, file: string) => {
    const { value } = await parseNotice(readFileSync(new URL(file, folder)), { name: file });
    return value as TaskBook;
  };

  it.each(readdirSync(FOLDER))('%s gives the tasks of its source', async (file) => {
    const source = sources.find(
      (each) => each.startsWith(file.slice(0, -4)) && !each.endsWith('.tsv'),
    ) as string;
    const printed = await book(FOLDER, file);
    expect(rows(printed)).toEqual(rows(await book(SOURCES, source)));
    expect(printed.ledger).toMatchObject({ unclaimed: 0, rest: [] });
  });
});
