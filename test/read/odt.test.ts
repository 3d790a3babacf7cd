// OpenDocument texts as LibreOffice, Word and WPS write them; what a reader sees is written down from ODF 1.3.
import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { fodt, type Odt, odt } from '../support/odt.js';
import { noiseOf, short, unreadOf } from '../support/short.js';

const p = (inside: string, style = '') =>
  `<text:p${style && ` text:style-name="${style}"`}>${inside}</text:p>`;
const span = (inside: string, style: string) => `<text:span text:style-name="${style}">${inside}</text:span>`;
const style = (name: string, properties: string, family = 'text', parent = '') =>
  `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`;

const STRUCK = 'style:text-line-through-style="solid" style:text-line-through-type="single"';
const HIDDEN = 'text:display="none"';

// Lists.
const level = (n: number, format: string, prefix = '', suffix = '', more = '') =>
  `<text:list-level-style-number text:level="${n}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" ${more}/>`;
const listStyle = (name: string, ...levels: string[]) =>
  `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
const list = (style: string, items: readonly string[], more = '') =>
  `<text:list text:style-name="${style}" ${more}>${items.map((each) => (each.startsWith('<text:list-') ? each : item(each))).join('')}</text:list>`;
const item = (inside: string, more = '') => `<text:list-item ${more}>${inside}</text:list-item>`;
const inner = (...items: string[]) => `<text:list>${items.map((each) => item(each)).join('')}</text:list>`;

// Tables.
const td = (inside: string, more = '') =>
  `<table:table-cell ${more}>${inside.startsWith('<') ? inside : p(inside)}</table:table-cell>`;
const tr = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]) =>
  `<table:table><table:table-column table:number-columns-repeated="3"/>${rows.join('')}</table:table>`;
const COVERED = '<table:covered-table-cell/>';
const HEAD = tr(td('序号'), td('任务'), td('责任单位'));
const HEAD_SHOWN = ['序号', '任务', '责任单位'];

const frame = (inside: string) =>
  `<draw:frame text:anchor-type="paragraph"><svg:title>名</svg:title>${inside}</draw:frame>`;
const PICTURE = frame('<draw:image xlink:href="Pictures/1.png"/>');

interface Case extends Odt {
  readonly name: string;
  readonly shown: readonly (string | readonly (readonly string[])[])[];
  readonly aside?: readonly (readonly [kind: string, text: string])[];
  readonly told?: readonly (readonly [code: string, place: string])[];
  readonly unread?: readonly (readonly [text: string, place: string])[];
}

const CASES: readonly Case[] = [
  {
    name: 'blanks, tabs and line breaks',
    text: p('一、<text:s text:c="2"/>总则 \n  甲<text:tab/>乙<text:line-break/>丙<text:soft-page-break/>丁'),
    shown: ['一、  总则 甲\t乙', '丙丁'],
  },
  {
    name: 'links, bookmarks, fields, notes of an index',
    text:
      p(
        '<text:a xlink:href="#a">见附件</text:a><text:bookmark text:name="a"/>第<text:page-number>3</text:page-number>页',
      ) +
      '<text:table-of-content><text:table-of-content-source><text:index-title-template>目录</text:index-title-template></text:table-of-content-source>' +
      `<text:index-body><text:index-title>${p('目录')}</text:index-title>${p('一、总则')}</text:index-body></text:table-of-content>`,
    shown: ['见附件第3页', '目录', '一、总则'],
  },
  {
    name: 'text that styles strike out, hide, raise and lower, also those of others that they are based on',
    styles:
      style('T1', STRUCK, 'text', 'Out') +
      style('T2', HIDDEN) +
      style('T3', 'style:text-position="super 58%"') +
      style('T4', 'style:text-position="-33% 58%"') +
      style('T5', 'style:text-line-through-style="none"') +
      style('P1', '', 'paragraph', 'Gone'),
    common: style('Gone', HIDDEN, 'paragraph') + style('Crossed', STRUCK, 'text') + style('Out', ''),
    text:
      p(`甲${span('乙', 'T1')}丙${span('丁', 'T2')}10${span('4', 'T3')}，CO${span('2', 'T4')}`) +
      p(`${span(`己${span('庚', 'T5')}`, 'Crossed')}辛`) +
      p('壬', 'P1') +
      p('癸'),
    shown: ['甲丙10⁴，CO₂', '庚辛', '癸'],
    aside: [
      ['deleted', '乙'],
      ['invisible', '丁'],
      ['deleted', '己'],
      ['invisible', '壬'],
    ],
    told: [
      ['words-struck', '段1'],
      ['words-hidden', '段1'],
      ['words-struck', '段2'],
      ['words-hidden', '段2'],
    ],
  },
  {
    name: 'sections and paragraphs that are not shown',
    text:
      `<text:section text:display="none">${p('甲')}${table(tr(td('乙'), td('丙')))}</text:section>` +
      `<text:section>${p('丁')}</text:section>` +
      p('<text:hidden-paragraph text:is-hidden="true"/>戊') +
      p('己<text:hidden-text text:is-hidden="true">庚</text:hidden-text>'),
    shown: ['丁', '己'],
    aside: [
      ['invisible', '甲'],
      ['invisible', '乙丙'],
      ['invisible', '戊'],
      ['invisible', '庚'],
    ],
    told: [
      ['words-hidden', ''],
      ['words-hidden', ''],
      ['words-hidden', '段1'],
      ['words-hidden', '段2'],
    ],
  },
  {
    name: 'numbers of lists, in lists, and over them',
    styles: listStyle(
      'L1',
      level(1, '一, 二, 三, ...', '', '、'),
      level(2, '一, 二, 三, ...', '（', '）'),
      level(3, '1', '', '.', 'text:display-levels="1"'),
    ),
    text:
      list('L1', [p('总则') + inner(p('甲') + p('甲的第二段'), p('乙') + inner(p('丙'), p('丁')))]) +
      p('间') +
      list('L1', [p('责任') + inner(p('戊'))], 'text:continue-numbering="true"'),
    shown: ['一、总则', '（一）甲', '甲的第二段', '（二）乙', '1.丙', '2.丁', '间', '二、责任', '（一）戊'],
  },
  {
    name: 'numbers of several levels, that go on from a list by its name, and that are set',
    styles:
      listStyle('L1', level(1, '1'), level(2, '1', '', '', 'text:display-levels="2"')) +
      listStyle('L2', level(1, '①, ②, ③, ...')) +
      listStyle('L3', level(1, '1', '', '', 'loext:num-list-format="第%1%项" text:start-value="3"')),
    text:
      list('L1', [p('甲') + inner(p('乙'), p('丙'))], 'xml:id="a"') +
      list('L2', [p('丁'), p('戊')]) +
      list('L1', [p('己')], 'xml:id="b" text:continue-list="a"') +
      list('L1', [p('庚')]) +
      list('L3', [p('辛'), item(p('壬'), 'text:start-value="9"'), p('癸')]),
    shown: ['1甲', '1.1乙', '1.2丙', '①丁', '②戊', '2己', '1庚', '第3项辛', '第9项壬', '第10项癸'],
  },
  {
    name: 'headings with numbers, without, and items without',
    styles: listStyle('L1', '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'),
    common: `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>`,
    text:
      '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="2">说明</text:h><text:h text:outline-level="1">责任</text:h>' +
      list('L1', [p('甲'), `<text:list-header>${p('乙')}</text:list-header>`]),
    shown: ['一、总则', '说明', '二、责任', '甲', '乙'],
  },
  {
    name: 'merged cells, header rows, rows and cells that are said once for several',
    text: table(
      `<table:table-header-rows>${HEAD}</table:table-header-rows>`,
      tr(td('1'), td('甲', 'table:number-rows-spanned="2"'), td('区水利局')),
      tr(td('2'), COVERED, td('区民政局')),
      tr(td('合计', 'table:number-columns-spanned="2"'), COVERED, td('丙')),
      tr('<table:table-cell table:number-columns-repeated="2"/>', td('丁')),
    ),
    shown: [[HEAD_SHOWN, ['1', '甲', '区水利局'], ['2', '区民政局'], ['合计', '丙'], ['', '', '丁']]],
  },
  {
    name: 'words under a merged cell',
    text: table(
      HEAD,
      tr(td('1'), td('甲', 'table:number-rows-spanned="2"'), td('乙')),
      tr(td('2'), `<table:covered-table-cell>${p('丙')}</table:covered-table-cell>`, td('丁')),
    ),
    shown: [[HEAD_SHOWN, ['1', '甲', '乙'], ['2', '丁']]],
    unread: [['丙', '表1/行2/列2']],
  },
  {
    name: 'tracked changes',
    text:
      `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>人</dc:creator></office:change-info>${p('旧')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p('新<text:change text:change-id="a"/>的'),
    shown: ['新的'],
    aside: [['deleted', '旧']],
    told: [['tracked-changes', '']],
  },
  {
    name: 'notes, remarks, how words are read, what stands at the edges of pages',
    master: `<style:master-page><style:header>${p('页眉')}</style:header><style:footer>${p('— 1 —')}</style:footer></style:master-page>`,
    text: p(
      `甲<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('注文')}</text:note-body></text:note>乙` +
        `<office:annotation><dc:creator>人</dc:creator>${p('批注')}</office:annotation>` +
        '<text:ruby><text:ruby-base>砯</text:ruby-base><text:ruby-text>pīng</text:ruby-text></text:ruby>',
    ),
    shown: ['甲乙砯'],
    aside: [
      ['page-margin', '页眉'],
      ['page-margin', '— 1 —'],
      ['footnote', '1'],
      ['footnote', '注文'],
      ['comment', '批注'],
      ['comment', 'pīng'],
    ],
    told: [['notes-aside', '']],
  },
  {
    name: 'text boxes and shapes, also on the page and in groups',
    text:
      `<draw:custom-shape>${p('页上')}<draw:enhanced-geometry/></draw:custom-shape>` +
      p(`甲${frame(`<draw:text-box>${table(tr(td('任务'), td('单位')))}</draw:text-box>`)}乙`) +
      p(`<draw:g><draw:rect>${p('丙')}</draw:rect><draw:rect>${p('丁')}</draw:rect></draw:g>`),
    shown: ['页上', '甲乙', [['任务', '单位']], '丙', '丁'],
    told: [['text-box', '']],
  },
  {
    name: 'pictures, files, controls, charts, formulas',
    text:
      p(`甲${PICTURE}`) +
      table(HEAD, tr(td('1'), td('乙'), td(p(PICTURE)))) +
      p(`附表${frame('<draw:object xlink:href="./Object 1"/>')}`) +
      p(
        `达到${frame('<draw:object xlink:href="./Object 2"/><draw:image xlink:href="./ObjectReplacements/2"/>')}以上`,
      ) +
      p(`走势${frame('<draw:object xlink:href="./Object 3"/>')}<draw:control draw:control="c"/>`),
    parts: {
      'Object 1/content.xml': '<office:document-content><office:spreadsheet/></office:document-content>',
      'Object 2/content.xml':
        '<math><semantics><mfrac><mi>甲</mi><mi>乙</mi></mfrac><annotation>a over b</annotation></semantics></math>',
      'Object 3/content.xml': '<office:document-content><office:chart/></office:document-content>',
    },
    shown: ['甲', [HEAD_SHOWN, ['1', '乙', '']], '附表', '达到甲/乙以上', '走势'],
    told: [
      ['drawing-unread', '段1'],
      ['cell-unread', '表1/行2/列3'],
      ['object-unread', '段2'],
      ['drawing-unread', '段4'],
      ['drawing-unread', '段4'],
    ],
  },
  {
    name: 'words in no paragraph',
    text: `${p('甲')}乙`,
    shown: ['甲'],
    unread: [['乙', '段1']],
  },
];

const told = ({ code }: { code: string }) => code !== 'numbering-rebuilt' && code !== 'nested-table';

async function read(bytes: Uint8Array, name: string) {
  const { value, diagnostics } = await readDocument(bytes, { name });
  const document = value as Document;
  return {
    shown: short(document),
    aside: noiseOf(document),
    told: diagnostics
      .filter(told)
      .map(({ code, at }) => [code, at ? placeText(at).slice(name.length + 1) : '']),
    unread: unreadOf(document),
  };
}

describe('an OpenDocument text', () => {
  it.each(CASES)('$name', async ({ shown, aside = [], told = [], unread = [], name, ...inside }) => {
    expect(await read(odt(inside), 'a.odt')).toEqual({ shown, aside, told, unread });
    // What is embedded stands in parts of its own.
    if (!inside.parts) expect(await read(fodt(inside), 'a.fodt')).toEqual({ shown, aside, told, unread });
  });
});

describe('an OpenDocument text that cannot be read', () => {
  const whole = { text: p('甲') };
  it.each([
    [
      'broken',
      odt({ ...whole, parts: { 'content.xml': '<office:document-content><office:body>' } }),
      'file-broken',
    ],
    [
      'encrypted',
      odt({ ...whole, parts: { 'META-INF/manifest.xml': '<manifest:encryption-data/>' } }),
      'file-encrypted',
    ],
    ['cut off', fodt(whole).slice(0, -9), 'file-broken'],
    ['empty', odt({ text: '' }), 'file-empty'],
    [
      'too deep',
      odt({ text: '<text:section>'.repeat(2000) + p('甲') + '</text:section>'.repeat(2000) }),
      'page-too-deep',
    ],
  ])('is refused: %s', async (_, bytes, code) => {
    const { value, diagnostics } = await readDocument(bytes, { name: 'a.odt' });
    expect([value, diagnostics.map((each) => each.code)]).toEqual([undefined, [code]]);
  });
});
