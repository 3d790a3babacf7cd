import { describe, expect, it } from 'vitest';
import { type Document, parseNotice, readDocument } from '../../src/index.js';
import { docx, p, r, tbl, tc, tr } from '../support/docx.js';
import { noiseOf, short } from '../support/short.js';

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
    expect(diagnostics.map(({ code, at }) => [code, at])).toEqual([['nested-table', 'a.docx#表1/行2/列2']]);
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

  it('is told where it cannot be rebuilt', async () => {
    const { document, diagnostics } = await read(p('甲事', inList(0)), {
      'word/numbering.xml': numbering('hebrew1', '%1'),
    });
    expect(short(document)).toEqual(['甲事']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['numbering-unreadable']);
    expect(diagnostics[0]?.message).toContain('甲事');
  });

  it('leaves bullets alone', async () => {
    const { document, codes } = await read(p('甲', inList(0)), {
      'word/numbering.xml': numbering('bullet', ''),
    });
    expect(short(document)).toEqual(['甲']);
    expect(codes).toEqual([]);
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

  it('under ruby or inside custom markup is text', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${r('pīng')}</w:rt><w:rubyBase>${r('砯')}</w:rubyBase></w:ruby></w:r>`;
    const { document } = await read(
      `<w:customXml w:element="x">${`<w:p>${r('石')}${ruby}</w:p>`}</w:customXml>`,
    );
    expect(short(document)).toEqual(['石砯']);
  });

  it('that nobody reads stays unclaimed and is told', async () => {
    const odd = `<w:p><w:strange>${r('夹在怪处的字')}</w:strange></w:p>`;
    const table = tbl(tr(tc('序号'), tc('任务'), tc('牵头单位')), tr(tc('1'), tc('甲事'), tc('区公安局')));
    const { value, diagnostics } = await parseNotice(docx(odd + table), { name: 'a.docx' });
    expect(value?.ledger.rest).toEqual([{ text: '夹在怪处的字', at: 'a.docx#未读出的文字' }]);
    expect(diagnostics.map(({ code }) => code)).toContain('text-unclaimed');
  });
});
