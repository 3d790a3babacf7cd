import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Document, parseNotice, readDocument } from '../../src/index.js';
import { docx, type Parts, p, r, tbl, tc, tr } from '../support/docx.js';
import { runs } from '../support/runs.js';
import { noiseOf, short } from '../support/short.js';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

const read = async (...args: Parameters<typeof docx>) => {
  const { value, diagnostics } = await readDocument(docx(...args), { name: 'a.docx' });
  return { document: value as Document, codes: diagnostics.map(({ code }) => code), diagnostics };
};

describe('tables', () => {
  it('tell what is merged, across and down', async () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const { document } = await read(
      tbl(
        tr(tc('甲', restart), tc('乙', '<w:gridSpan w:val="2"/>')),
        tr(tc('', '<w:vMerge/>'), tc('丙'), tc('丁')),
      ),
    );
    const [table] = document.blocks;
    const spans = (table?.kind === 'table' ? table.rows : []).map(({ cells }) =>
      cells.map(({ passage, rowSpan, colSpan }) => [passage.text, rowSpan, colSpan]),
    );
    expect(spans).toEqual([
      [
        ['甲', 2, 1],
        ['乙', 1, 2],
      ],
      [
        ['丙', 1, 1],
        ['丁', 1, 1],
      ],
    ]);
  });

  it('keep the lines of a cell, be they paragraphs or line breaks', async () => {
    const broken = '<w:p><w:r><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r></w:p>';
    expect(short((await read(tbl(tr(tc(p('甲') + p('乙')), tc(broken))))).document)).toEqual([
      [['甲\n乙', '丙\n丁']],
    ]);
  });

  it('have the cells that a row skips', async () => {
    const skipping = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}</w:tr>`;
    expect(short((await read(tbl(tr(tc('甲'), tc('子')), skipping))).document)).toEqual([
      [
        ['甲', '子'],
        ['', '乙'],
      ],
    ]);
  });

  it('inside cells become text, with a line that says so', async () => {
    const inner = tbl(tr(tc('一'), tc('二')));
    const { document, diagnostics } = await read(
      tbl(tr(tc('序号'), tc('目标内容很长')), tr(tc('1'), tc(p('其中') + inner + p('')))),
    );
    expect(short(document)).toEqual([
      [
        ['序号', '目标内容很长'],
        ['1', '其中\n一　二'],
      ],
    ]);
    expect(diagnostics.map(({ code, at }) => [code, at])).toMatchObject([
      ['nested-table', { file: 'a.docx', table: 1, row: 2, cell: 2 }],
    ]);
  });
});

describe('what Word prints and does not store as text', () => {
  const numbering = (format: string, text: string): [string, string] => [
    'w:numbering',
    `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`,
  ];
  const inList = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`;

  it('is rebuilt: numbers of lists, each level counting by itself', async () => {
    const { document, codes } = await read(
      p('甲', inList(0)) + p('子', inList(1)) + p('丑', inList(1)) + p('乙', inList(0)) + p('寅', inList(1)),
      { 'word/numbering.xml': numbering('chineseCountingThousand', '（%1）') },
    );
    expect(short(document)).toEqual(['（一）甲', '1.子', '2.丑', '（二）乙', '1.寅']);
    expect(codes).toEqual(['numbering-rebuilt']);
  });

  it('is rebuilt for lists that a style brings', async () => {
    const { document } = await read(
      p('甲', '<w:pStyle w:val="Heading1"/>') + p('乙', '<w:pStyle w:val="Sub"/>'),
      {
        'word/numbering.xml': numbering('chineseCounting', '%1、'),
        'word/styles.xml': [
          'w:styles',
          '<w:style w:type="paragraph" w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Heading1"/></w:style>',
        ],
      },
    );
    expect(short(document)).toEqual(['一、甲', '二、乙']);
  });

  it('is no word of the program where its form has such a name', async () => {
    const custom = (format: string) =>
      numbering('decimal', '%1.').map((part) =>
        part.replace(
          '<w:numFmt w:val="decimal"/>',
          `<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="${format}"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>`,
        ),
      ) as [string, string];
    const padded = await read(p('甲事', inList(0)), {
      'word/numbering.xml': custom('001, 002, 003, ...'),
    });
    expect([short(padded.document), padded.codes]).toEqual([['001.甲事'], ['numbering-rebuilt']]);
    const strange = await read(p('甲事', inList(0)), { 'word/numbering.xml': custom('Α, Β, Γ, ...') });
    expect(strange.codes).toEqual(['numbering-unreadable']);
    const { codes } = await read(p('甲事', inList(0)), { 'word/numbering.xml': numbering('toString', '%1') });
    expect(codes).toEqual(['numbering-unreadable']);
  });

  it('is told where it cannot be rebuilt', async () => {
    const { document, diagnostics } = await read(p('甲事', inList(0)), {
      'word/numbering.xml': numbering('hebrew1', '%1'),
    });
    expect(short(document)).toEqual(['甲事']);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['numbering-unreadable', { text: '甲事' }],
    ]);
  });

  it('leaves bullets alone', async () => {
    const { document, codes } = await read(p('甲', inList(0)), {
      'word/numbering.xml': numbering('bullet', ''),
    });
    expect(short(document)).toEqual(['甲']);
    expect(codes).toEqual([]);
  });
});

describe('numbers of lists', () => {
  const lvl = (level: number, text: string, more = '', format = 'decimal') =>
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const abstractNum = (id: number, ...inside: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`;
  const num = (id: number, definition: number, ...inside: string[]) =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${inside.join('')}</w:num>`;
  const numPr = (list: number | undefined, level?: number) =>
    `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}${list === undefined ? '' : `<w:numId w:val="${list}"/>`}</w:numPr>`;
  const style = (id: string, inside: string, type = 'paragraph', more = '') =>
    `<w:style w:type="${type}" w:styleId="${id}"${more}>${inside}</w:style>`;
  const basedOn = (id: string) => `<w:basedOn w:val="${id}"/>`;
  const pStyle = (id: string) => `<w:pStyle w:val="${id}"/>`;
  const listed = async (body: string, lists: string, styles = '') => {
    const { document, codes } = await read(body, {
      'word/numbering.xml': ['w:numbering', lists],
      'word/styles.xml': ['w:styles', styles],
    });
    expect(codes).not.toContain('numbering-unreadable');
    return short(document);
  };
  const LEGAL = lvl(0, '第%1章', '', 'chineseCounting');

  it.each([
    ['whose own list has the levels', style('Outline', `<w:pPr>${numPr(1)}</w:pPr>`, 'numbering')],
    ['that has no list any more', style('Outline', '', 'numbering')],
    ['that is not there', ''],
  ])('are those of a numbering style that the list refers to, %s', async (_, styles) => {
    const lists =
      abstractNum(7, '<w:styleLink w:val="Outline"/>', lvl(0, '%1、', '', 'chineseCounting'), lvl(1, '%2.')) +
      abstractNum(8, '<w:numStyleLink w:val="Outline"/>') +
      num(1, 7) +
      num(3, 8);
    const body = p('甲', numPr(3, 0)) + p('子', numPr(3, 1)) + p('乙', numPr(3, 0)) + p('丙', numPr(1, 0));
    expect(await listed(body, lists, styles)).toEqual(['一、甲', '1.子', '二、乙', '三、丙']);
  });

  it('that refer to each other in a circle are told', async () => {
    const { codes } = await read(p('甲', numPr(3, 0)), {
      'word/numbering.xml': ['w:numbering', abstractNum(8, '<w:numStyleLink w:val="A"/>') + num(3, 8)],
      'word/styles.xml': ['w:styles', style('A', `<w:pPr>${numPr(3)}</w:pPr>`, 'numbering')],
    });
    expect(codes).toEqual(['numbering-unreadable']);
  });

  const HEADINGS = abstractNum(7, lvl(0, '%1、', pStyle('H1')), lvl(1, '%1.%2 ', pStyle('H2'))) + num(3, 7);

  it.each([
    ['the level that names the style', style('H2', `<w:pPr>${numPr(3)}</w:pPr>`), pStyle('H2')],
    [
      'the level that names a style below',
      style('X', basedOn('H2')) + style('H2', `<w:pPr>${numPr(3)}</w:pPr>`),
      pStyle('X'),
    ],
    [
      'a level of its own in the list of a style below',
      style('X', `${basedOn('H1')}<w:pPr>${numPr(undefined, 1)}</w:pPr>`),
      pStyle('X'),
    ],
    [
      'the list is the paragraph’s, the level the style’s',
      style('X', `<w:pPr>${numPr(undefined, 1)}</w:pPr>`),
      pStyle('X') + numPr(3),
    ],
    [
      'the style is that of all paragraphs',
      style('N', `<w:pPr>${numPr(3, 1)}</w:pPr>`, 'paragraph', ' w:default="1"'),
      '',
    ],
  ])('are brought by a style: %s', async (_, styles, properties) => {
    const all = style('H1', `<w:pPr>${numPr(3)}</w:pPr>`) + styles;
    expect(await listed(p('甲', pStyle('H1')) + p('乙', properties), HEADINGS, all)).toEqual([
      '1、甲',
      '1.1 乙',
    ]);
  });

  it('are not brought by a style that puts them off, or where the paragraph does', async () => {
    const styles =
      style('H1', `<w:pPr>${numPr(3)}</w:pPr>`) + style('X', `${basedOn('H1')}<w:pPr>${numPr(0)}</w:pPr>`);
    const body = p('甲', pStyle('X')) + p('乙', pStyle('H1') + numPr(0)) + p('丙', pStyle('H1'));
    expect(await listed(body, HEADINGS, styles)).toEqual(['甲', '乙', '1、丙']);
  });

  it('start again where a list says so, on the level where it does', async () => {
    const start = (level: number, at: number) =>
      `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${at}"/></w:lvlOverride>`;
    const lists =
      abstractNum(7, lvl(0, '%1.'), lvl(1, '%1-%2.')) +
      num(1, 7) +
      num(2, 7, start(1, 5)) +
      num(3, 7, start(0, 3));
    const body = [
      [1, 0],
      [1, 0],
      [1, 1],
      [2, 1],
      [2, 0],
      [3, 0],
      [3, 0],
    ].map(([list, level]) => p('甲', numPr(list, level)));
    expect(await listed(body.join(''), lists)).toEqual([
      '1.甲',
      '2.甲',
      '2-1.甲',
      '2-5.甲',
      '3.甲',
      '3.甲',
      '4.甲',
    ]);
  });

  it('look as the list itself says where it has levels of its own', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, '（%1）', '', 'chineseCounting')}</w:lvlOverride>`;
    const lists = abstractNum(7, lvl(0, '%1.')) + num(1, 7) + num(2, 7, own);
    expect(await listed(p('甲', numPr(1, 0)) + p('乙', numPr(2, 0)), lists)).toEqual(['1.甲', '（二）乙']);
  });

  it.each([
    ['<w:isLgl/>', '1.1 甲'],
    ['<w:isLgl w:val="0"/>', '一.1 甲'],
  ])('are digits all through where the level says so: %s', async (legal, expected) => {
    const lists = abstractNum(7, LEGAL, lvl(1, '%1.%2 ', legal)) + num(3, 7);
    expect((await listed(p('总则', numPr(3, 0)) + p('甲', numPr(3, 1)), lists))[1]).toBe(expected);
  });

  it.each([
    ['0', ['第一章甲', '第1条乙', '第二章丙', '第2条丁']],
    [undefined, ['第一章甲', '第1条乙', '第二章丙', '第1条丁']],
  ])('go on below a new number above where the level says so: %s', async (restart, expected) => {
    const more = restart === undefined ? '' : `<w:lvlRestart w:val="${restart}"/>`;
    const lists = abstractNum(7, LEGAL, lvl(1, '第%2条', more)) + num(3, 7);
    const body = Array.from('甲乙丙丁', (text, i) => p(text, numPr(3, i % 2)));
    expect(await listed(body.join(''), lists)).toEqual(expected);
  });

  it.each([
    ['', '1 2026年', '1甲'],
    ['<w:suff w:val="space"/>', '1 2026年', '1甲'],
    ['<w:suff w:val="nothing"/>', '12026年', '1甲'],
  ])(
    'do not run on into the digits of the text, but where nothing stands between: %s',
    async (suff, digits, words) => {
      const lists = abstractNum(7, lvl(0, '%1', suff)) + num(3, 7);
      expect(await listed(p('2026年', numPr(3, 0)), lists)).toEqual([digits]);
      expect(await listed(p('甲', numPr(3, 0)), lists)).toEqual([words]);
    },
  );
});

describe('signs', () => {
  const run = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`;

  it.each([
    ['<w:t>甲</w:t><w:tab/><w:t>乙</w:t>', ['甲\t乙']],
    ['<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>', ['甲', '乙', '丙']],
    ['<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>', ['甲乙']],
    ['<w:t>2025</w:t><w:noBreakHyphen/><w:t>2026</w:t>', ['2025\u20112026']],
    // ☑ of Wingdings, by its number in the font and by Word's.
    ['<w:sym w:font="Wingdings" w:char="FE"/><w:sym w:font="Wingdings" w:char="F0FE"/>', ['🗹🗹']],
  ])('are read: %s', async (inside, texts) => {
    expect(short((await read(run(inside))).document)).toEqual(texts);
  });

  it('of a font that nobody knows stay what they are in the file', async () => {
    const { document } = await read(run('<w:t>甲</w:t><w:sym w:font="Home made" w:char="F041"/>'));
    expect(short(document)).toEqual(['甲\uf041']);
  });

  it('of a font that shows signs in place of letters are those', async () => {
    const inFont = (font: string, text: string) =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const body = [
      `<w:p>${r('甲')}${inFont('Wingdings', 'ü')}</w:p>`,
      `<w:p>${r('乙')}${inFont('wingdings', '\uf0fc')}</w:p>`,
      `<w:p>${r('合格率')}${inFont('Symbol', '³')}${r('95%')}</w:p>`,
      `<w:p>${inFont('Times New Roman', 'ü')}</w:p>`,
      `<w:p><w:r><w:rPr><w:rStyle w:val="Tick"/></w:rPr><w:t>ü</w:t></w:r></w:p>`,
    ];
    const style = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>';
    const parts: Parts = {
      'word/styles.xml': ['w:styles', `<w:style w:type="character" w:styleId="Tick">${style}</w:style>`],
    };
    const { document } = await read(body.join(''), parts);
    expect(short(document)).toEqual(['甲✓', '乙✓', '合格率≥95%', 'ü', '✓']);
  });

  it('in boxes to tick and in fields are text', async () => {
    const tick = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('☒')}</w:sdtContent></w:sdt>`;
    const field = `<w:fldSimple w:instr="PAGE">${r('7')}</w:fldSimple>`;
    expect(short((await read(`<w:p>${tick}${r('已完成，见第')}${field}</w:p>`)).document)).toEqual([
      '☒已完成，见第7',
    ]);
  });
});

describe('other ways to write the file', () => {
  it('are read: prefixes of its own, names of the strict edition, parts that are numbered', async () => {
    const files = unzipSync(
      docx(`${p('甲')}${tbl(tr(tc('乙', '<w:gridSpan w:val="2"/>')), tr(tc('丙'), tc('丁')))}`),
    );
    const { 'word/document.xml': main, ...rest } = files;
    const xml = strFromU8(main as Uint8Array)
      .replaceAll('w:', 'x:')
      .replace('xmlns:w=', 'xmlns:x=')
      .replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', STRICT);
    const { value } = await readDocument(zipSync({ ...rest, 'word/document2.xml': strToU8(xml) }), {
      name: 'a.docx',
    });
    expect(short(value as Document)).toEqual(['甲', [['乙'], ['丙', '丁']]]);
  });

  it('are read: rows and cells in content controls', async () => {
    const control = (inside: string) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const table = tbl(tr(tc('甲'), control(tc('乙'))), control(tr(tc('丙'), tc('丁'))));
    expect(short((await read(control(table))).document)).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ]);
  });
});

describe('tracked changes', () => {
  const del = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  it('take out rows', async () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc(`<w:p>${del('乙')}</w:p>`)}${tc('二')}</w:tr>`;
    const { document, codes } = await read(tbl(tr(tc('甲'), tc('一')), gone, tr(tc('丙'), tc('三'))));
    expect(short(document)).toEqual([
      [
        ['甲', '一'],
        ['丙', '三'],
      ],
    ]);
    expect(noiseOf(document)).toEqual([['deleted', '乙二']]);
    expect(codes).toEqual(['tracked-changes']);
  });

  it('join paragraphs whose mark they take out, and those have one number', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>';
    const { document } = await read(
      p('甲', list) +
        p('乙', `${list}<w:rPr><w:del/></w:rPr>`) +
        p('丙', list) +
        p('丁', '<w:rPr><w:del/></w:rPr>'),
      {
        'word/numbering.xml': [
          'w:numbering',
          '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
        ],
      },
    );
    expect(short(document)).toEqual(['1.甲', '2.乙丙', '丁']);
  });

  it('move text', async () => {
    const { document } = await read(
      `<w:p><w:moveFrom>${r('搬')}</w:moveFrom>${r('甲')}<w:moveTo>${r('搬')}</w:moveTo></w:p>`,
    );
    expect(short(document)).toEqual(['甲搬']);
    expect(noiseOf(document)).toEqual([['deleted', '搬']]);
  });
});

describe('text beside the text', () => {
  it('in text boxes comes after its paragraph, once', async () => {
    const box = `<w:txbxContent>${p('框里')}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { document, codes } = await read(`<w:p>${r('前')}${both}${r('后')}</w:p>`);
    expect(short(document)).toEqual(['前后', '框里']);
    expect(codes).toEqual(['text-box']);
  });

  it('in several text boxes comes in their order, those of one drawing and those inside each other too', async () => {
    const box = (...inside: string[]) =>
      `<wps:txbx><w:txbxContent>${inside.join('')}</w:txbxContent></wps:txbx>`;
    const group = `<w:drawing>${box(p('一'))}${box(p('二'))}</w:drawing>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wpg">${group}</mc:Choice><mc:Fallback>${group}</mc:Fallback></mc:AlternateContent></w:r>`;
    const deep = `<w:r><w:drawing>${box(`<w:p>${r('三')}<w:r><w:drawing>${box(p('四'))}</w:drawing></w:r></w:p>`)}</w:drawing></w:r>`;
    const { document, diagnostics } = await read(`<w:p>${both}${r('前')}${deep}</w:p>${p('后')}`);
    expect(short(document)).toEqual(['前', '一', '二', '三', '四', '后']);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['text-box', { texts: ['一', '二', '三四', '四'] }],
    ]);
  });

  it('that only older programs are given is not what Word shows, and is told', async () => {
    const old = `<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing/></mc:Choice><mc:Fallback>${r('旧')}</mc:Fallback></mc:AlternateContent></w:r>`;
    const { document, codes } = await read(`<w:p>${r('新')}${old}</w:p>`);
    expect(short(document)).toEqual(['新']);
    expect(noiseOf(document)).toEqual([['invisible', '旧']]);
    expect(codes).toEqual(['words-hidden']);
  });

  it('that a tracked change takes out is noise, and what it puts in is text', async () => {
    const { document, codes } = await read(
      `<w:p>${r('保留')}<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2">${r('添上')}</w:ins></w:p>`,
    );
    expect(short(document)).toEqual(['保留添上']);
    expect(noiseOf(document)).toEqual([['deleted', '删去']]);
    expect(codes).toEqual(['tracked-changes']);
  });

  it('in footnotes, comments, headers and footers is noise', async () => {
    const { document } = await read(
      `<w:p>${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      {
        'word/footnotes.xml': ['w:footnotes', `<w:footnote w:id="2">${p('脚注')}</w:footnote>`],
        'word/comments.xml': ['w:comments', `<w:comment w:id="0">${p('批注')}</w:comment>`],
        'word/header1.xml': ['w:hdr', p('页眉')],
        'word/footer1.xml': ['w:ftr', p('— 1 —')],
      },
    );
    expect(short(document)).toEqual(['正文']);
    expect(noiseOf(document)).toEqual([
      ['page-margin', '— 1 —'],
      ['page-margin', '页眉'],
      ['footnote', '脚注'],
      ['comment', '批注'],
    ]);
  });

  it('in formulas is text, and bookmarks vanish', async () => {
    const { document } = await read(
      `<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>${r('不低于')}<m:oMath><m:r><m:t>1∶5</m:t></m:r></m:oMath><w:bookmarkEnd w:id="0"/></w:p>`,
    );
    expect(short(document)).toEqual(['不低于1∶5']);
    expect(document.noise).toEqual([]);
  });

  it('under ruby or inside custom markup is text, and how it is read is noise', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${r('pīng')}</w:rt><w:rubyBase>${r('砯')}</w:rubyBase></w:ruby></w:r>`;
    const { document } = await read(
      `<w:customXml w:element="x">${`<w:p>${r('石')}${ruby}</w:p>`}</w:customXml>`,
    );
    expect(short(document)).toEqual(['石砯']);
    expect(noiseOf(document)).toEqual([['comment', 'pīng']]);
  });

  it('that is hidden is noise', async () => {
    const run = (hidden: string, text: string) => `<w:r><w:rPr>${hidden}</w:rPr><w:t>${text}</w:t></w:r>`;
    const { document } = await read(
      `<w:p>${run('<w:vanish/>', '藏')}${run('<w:vanish w:val="0"/>', '见')}${run('<w:b/>', '粗')}</w:p>`,
    );
    expect(short(document)).toEqual(['见粗']);
    expect(noiseOf(document)).toEqual([['invisible', '藏']]);
  });

  it('that nobody reads stays unclaimed and is told', async () => {
    const odd = `<w:p><w:strange>${r('夹在怪处的字')}</w:strange></w:p>`;
    const table = tbl(tr(tc('序号'), tc('任务'), tc('牵头单位')), tr(tc('1'), tc('甲事'), tc('区公安局')));
    const { value, diagnostics } = await parseNotice(docx(odd + table), { name: 'a.docx' });
    expect(value?.ledger.rest).toMatchObject([
      { text: '夹在怪处的字', at: { file: 'a.docx', unread: true } },
    ]);
    expect(diagnostics.map(({ code }) => code)).toContain('text-unclaimed');
  });

  it('that a diagram or a chart has is told', async () => {
    const drawn = (text: string) => `<a:p xmlns:a="${DRAWING}"><a:r><a:t>${text}</a:t></a:r></a:p><a:p/>`;
    const { document } = await read(p('甲'), {
      'word/diagrams/data1.xml': ['dgm:dataModel', drawn('指挥部')],
      'word/charts/chart2.xml': ['c:chartSpace', drawn('逐月')],
    });
    expect(short(document)).toEqual(['甲']);
    expect(document.text).toBe('甲\n逐月\n指挥部\n');
    expect(document.placeOf([3, 4])).toEqual({ file: 'a.docx', unread: true, spans: [[3, 4]] });
  });

  it('is not made of elements whose names mean something else to a program', async () => {
    const names = ['constructor', 'toString', '__proto__'];
    const body = names.map((name) => `<w:p><w:r><${name}/><w:t>甲</w:t></w:r></w:p>`).join('');
    const { document } = await read(body);
    expect(document.text).toBe('甲\n甲\n甲\n');
  });

  it('in a drawing is told, and so is another document in the file', async () => {
    const drawing = `<w:drawing><a:p xmlns:a="${DRAWING}"><a:r><a:t>图中</a:t></a:r></a:p></w:drawing>`;
    const { document } = await read(`<w:p>${r('甲')}<w:r>${drawing}</w:r></w:p>`, {
      'word/document2.xml': ['w:document', `<w:body>${p('另一份')}</w:body>`],
    });
    expect(short(document)).toEqual(['甲']);
    expect(document.text).toBe('甲\n图中\n另一份\n');
  });

  it('that a merged cell hides is told', async () => {
    const table = tbl(
      tr(tc('甲', '<w:vMerge w:val="restart"/>'), tc('一')),
      tr(tc('藏', '<w:vMerge/>'), tc('二')),
    );
    const { document } = await read(table);
    expect(short(document)).toEqual([[['甲', '一'], ['二']]]);
    expect(document.text).toContain('藏');
  });

  it('is never lost, wherever it stands', () => {
    const names = [
      ...['p', 'r', 'tbl', 'tr', 'tc', 'sdt', 'sdtContent', 'ins', 'del', 'moveFrom', 'moveTo', 'hyperlink'],
      ...['smartTag', 'customXml', 'fldSimple', 'ruby', 'rt', 'rubyBase', 'drawing', 'pict', 'txbxContent'],
      ...['object', 'strange'],
    ];
    const { tree } = fc.letrec<{ tree: string; leaf: string; node: string }>((tie) => ({
      tree: fc.oneof({ depthSize: 'large', withCrossShrink: true }, tie('leaf'), tie('node')),
      leaf: fc.constantFrom('<w:t>⟨⟩</w:t>', '<w:br/>', '<w:tcPr><w:vMerge/></w:tcPr>', '<m:t>⟨⟩</m:t>'),
      node: fc
        .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { minLength: 1, maxLength: 4 }))
        .map(([name, inside]) => `<w:${name}>${inside.join('')}</w:${name}>`),
    }));
    return fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), async (trees) => {
        let count = 0;
        const body = trees.join('').replaceAll('⟨⟩', () => `〔${++count}〕`);
        const { document } = await read(body);
        for (let i = 1; i <= count; i++) expect(document.text.split(`〔${i}〕`)).toHaveLength(2);
      }),
      { numRuns: runs(400) },
    );
  });
});
