// OFD files: the same pages as a PDF file’s give the same task book; offsets, paths, parts of the package.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Document,
  nameOf,
  parseNotice,
  placeText,
  readDocument,
  type TaskBook,
} from '../../src/index.js';
import { readPdfPages } from '../../src/read/pdf.js';
import { type OfdParts, ofd, offsets } from '../support/ofd.js';
import { grid, line, page } from '../support/printed.js';
import { noiseOf, short } from '../support/short.js';

const read = async (pages: Parameters<typeof ofd>[0], parts?: OfdParts) => {
  const { value, diagnostics } = await readDocument(ofd(pages, parts), { name: 'a.ofd' });
  return {
    document: value as Document,
    told: diagnostics.map(({ code, at }) => `${code} ${at && placeText(at).slice(6)}`.trim()),
  };
};
const inside = (objects: string) => read([page([])], { inside: objects });
const text = (attributes: string, code: string, characters: string) =>
  `<ofd:TextObject ID="9" Font="1" ${attributes}><ofd:TextCode ${code}>${characters}</ofd:TextCode></ofd:TextObject>`;

it('the seed’s pages give the seed’s tasks', async () => {
  const bytes = readFileSync(new URL('../../fixtures/wulong-2025-1/forms/libreoffice.pdf', import.meta.url));
  const { value: pages } = await readPdfPages(bytes, 'notice.pdf');
  const { value: book } = await parseNotice(ofd(pages?.map((each) => each.page) ?? []), {
    name: 'notice.ofd',
  });
  const { value: printed } = await parseNotice(bytes, { name: 'notice.pdf' });
  const rows = ({ tasks }: TaskBook) =>
    tasks.map(({ id, number, name, goal, lead, responsible, at }) => [
      id,
      number,
      name,
      goal,
      lead.map(nameOf),
      responsible.map(nameOf),
      placeText(at).split('#')[1],
    ]);
  expect(book?.tasks).toHaveLength(121);
  expect(rows(book as TaskBook)).toEqual(rows(printed as TaskBook));
  expect(book?.ledger).toMatchObject({ unclaimed: 0, rest: [] });
});

it('a table is read by its paths', async () => {
  const { document } = await read([
    page([...line('序号', 105, 115), ...line('牵头单位', 145, 115)], grid([100, 140, 200], [100, 120])),
  ]);
  expect(short(document)).toEqual([[['序号', '牵头单位']]]);
});

it('what goes on off the paper is set aside and told', async () => {
  const { document, told } = await read([
    page([...line('单位要抓好落实', 555, 115), ...line('另行通知', 100, 200), ...line('草稿', 700, 300)]),
  ]);
  expect(short(document)).toEqual(['单位要抓', '另行通知']);
  expect(noiseOf(document)).toEqual([['invisible', '好落实草稿']]);
  expect(told).toEqual(['text-cut 页1', 'words-hidden 页1/行2']);
});

describe('a text', () => {
  it.each([
    ['by offsets', text('Boundary="50 50 60 10" Size="4"', 'X="0" Y="4" DeltaX="4 4 4"', '各乡镇：')],
    [
      'by offsets that are counted',
      text('Boundary="50 50 60 10" Size="4"', 'X="0" Y="4" DeltaX="g 3 4"', '各乡镇：'),
    ],
    ['without offsets', text('Boundary="50 50 60 10" Size="4"', 'X="0" Y="4"', '各乡镇：')],
    [
      'stretched by its matrix',
      text('Boundary="50 50 60 10" Size="2" CTM="2 0 0 2 0 0"', 'X="0" Y="2" DeltaX="g 3 2"', '各乡镇：'),
    ],
    [
      'in a block',
      `<ofd:PageBlock ID="8">${text('Boundary="50 50 60 10" Size="4"', 'X="0" Y="4" DeltaX="g 3 4"', '各乡镇：')}</ofd:PageBlock>`,
    ],
  ])('%s', async (_, objects) => {
    const { document, told } = await inside(objects);
    expect([short(document), told]).toEqual([['各乡镇：'], []]);
  });

  it('that is hidden is set aside, and told', async () => {
    const own = text('Boundary="50 50 60 10" Size="4"', 'X="0" Y="4"', '各乡镇：');
    const { document, told } = await inside(
      own + text('Boundary="50 80 60 10" Size="4" Visible="false"', 'X="0" Y="4"', '旧稿'),
    );
    expect(noiseOf(document)).toEqual([['invisible', '旧稿']]);
    expect(told).toEqual(['words-hidden 页1/行1']);
  });
});

it('offsets are written and read alike', () => {
  expect(offsets([4, 4, 4, 2, 5, 5])).toBe('g 3 4 2 5 5');
});

it('what a template has is on the page', async () => {
  const objects = text('Boundary="50 50 60 10" Size="4"', 'X="0" Y="4"', '各乡镇：');
  const wrapped = (name: string, body: string) =>
    `<ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${body}</ofd:${name}>`;
  const { document } = await read([page([])], {
    parts: {
      'Doc_0/Document.xml': wrapped(
        'Document',
        '<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages>',
      ),
      'Doc_0/Tpls/Tpl_0/Content.xml': wrapped(
        'Page',
        `<ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content>`,
      ),
      'Doc_0/Pages/Page_1/Content.xml': wrapped('Page', '<ofd:Template TemplateID="5"/><ofd:Content/>'),
    },
  });
  expect(short(document)).toEqual(['各乡镇：']);
});

it('a watermark and a remark are no text of the notice', async () => {
  const wrapped = (name: string, body: string) =>
    `<ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${body}</ofd:${name}>`;
  const note = (type: string, words: string) =>
    `<ofd:Annot Type="${type}"><ofd:Appearance>${text('Boundary="0 0 9 9" Size="4"', 'X="0" Y="4"', words)}</ofd:Appearance></ofd:Annot>`;
  const { document } = await read([page(line('各乡镇：', 100, 100))], {
    parts: {
      'Doc_0/Document.xml': wrapped(
        'Document',
        '<ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
      ),
      'Doc_0/Annots/Annotations.xml': wrapped(
        'Annotations',
        '<ofd:Page PageID="1"><ofd:FileLoc>Page_1/Annotation.xml</ofd:FileLoc></ofd:Page>',
      ),
      'Doc_0/Annots/Page_1/Annotation.xml': wrapped(
        'PageAnnot',
        note('Watermark', '内部资料') + note('Highlight', '请核'),
      ),
    },
  });
  expect(short(document)).toEqual(['各乡镇：']);
  expect(noiseOf(document)).toEqual([
    ['page-margin', '内部资料'],
    ['comment', '请核'],
  ]);
});

describe('a package', () => {
  const root = (bodies: string) => `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016">${bodies}</ofd:OFD>`;
  const body = (folder: string, more = '') =>
    `<ofd:DocBody><ofd:DocRoot>${folder}/Document.xml</ofd:DocRoot>${more}</ofd:DocBody>`;
  const other = (words: string, more = '') => ({
    'Doc_1/Document.xml': `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages>${more}</ofd:Document>`,
    'Doc_1/Pages/Page_1/Content.xml': `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${text('Boundary="30 50 60 10" Size="4"', 'X="0" Y="4"', words)}</ofd:Layer></ofd:Content></ofd:Page>`,
  });

  it('of several documents is read from the first to the last', async () => {
    const { document, told } = await read([page(line('各乡镇：', 100, 100))], {
      parts: { 'OFD.xml': root(body('Doc_0') + body('Doc_1')), ...other('附件：') },
    });
    expect([short(document), told]).toEqual([['各乡镇：', '附件：'], []]);
  });

  it('that is signed is read, and its seals are let be', async () => {
    const { document, told } = await read([page(line('各乡镇：', 100, 100))], {
      parts: {
        'OFD.xml': root(body('Doc_0', '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>')),
        'Doc_0/Signs/Signatures.xml':
          '<ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>',
        'Doc_0/Signs/Sign_0/Signature.xml':
          '<ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo><ofd:StampAnnot PageRef="1" Boundary="10 10 40 40"/></ofd:SignedInfo></ofd:Signature>',
        'Doc_0/Signs/Sign_0/SignedValue.dat': 'a',
        'Doc_0/Signs/Sign_0/Seal.esl': 'a',
      },
    });
    expect([short(document), told]).toEqual([['各乡镇：'], []]);
  });

  it('with files attached is read, and they are told by their names', async () => {
    const { document, told } = await read([], {
      parts: {
        'OFD.xml': root(body('Doc_1')),
        ...other('各乡镇：', '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>'),
        'Doc_1/Attachs/Attachments.xml':
          '<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1" Name="任务表.xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>',
      },
    });
    expect([short(document), told]).toEqual([['各乡镇：'], ['file-attached']]);
  });
});

it('a text on its side is read along its line', async () => {
  const { document, told } = await inside(
    text('Boundary="100 50 10 60" Size="4" CTM="0 1 -1 0 10 0"', 'X="0" Y="4" DeltaX="g 3 4"', '各乡镇：'),
  );
  expect([short(document), told]).toEqual([['各乡镇：'], []]);
});

it('pages that are pictures are refused', async () => {
  const pictures = [{ left: 0, top: 0, right: 595, bottom: 842 }];
  expect((await read([page([], [], { pictures })])).told).toEqual(['pages-scanned']);
});

it('an encrypted package is told', async () => {
  expect(
    (await read([page(line('各乡镇：', 100, 100))], { parts: { 'Encryptions.xml': '<a/>' } })).told,
  ).toEqual(['file-encrypted']);
});

it.each([
  ['without a document', { 'OFD.xml': '<ofd:OFD/>' }],
  ['without its pages', { 'Doc_0/Pages/Page_1/Content.xml': '<ofd:Page><' }],
])('a package %s is broken', async (_, parts) => {
  expect((await read([page(line('各乡镇：', 100, 100))], { parts })).told).toEqual(['file-broken']);
});
