// What a browser writes, lays out and parts by itself is in the Document: a table of cases. What is expected was written
// down first, from how a browser shows the page.
import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { short } from '../support/short.js';

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const HEADS = ['序号', '任务', '牵头单位'];
const ROWS = [HEADS, ['1', '甲事', '县公安局']];
const [HEAD = '', ONE = ''] = ROWS.map((cells) => row(...cells));
const TABLE = `<table>${HEAD}${ONE}</table>`;
const READ_TO = '各乡镇人民政府，县级各部门：';
const TO = `<p>${READ_TO}</p>`;
const TEXT: readonly string[] = ['一、办好甲事', '（一）修泵站。（牵头单位：县水利局）'];

type Case = readonly [name: string, html: string, shown: readonly unknown[], told?: readonly string[]];

const WRITTEN: readonly Case[] = [
  [
    'numbers of a list',
    '<style>ol{list-style:none;counter-reset:i}li{counter-increment:i}li::before{content:counter(i) "、"}</style><ol><li>甲</li><li>乙</li></ol>',
    ['1、甲', '2、乙'],
  ],
  [
    'numbers that begin again under each heading',
    '<style>.t{counter-reset:c}h3{counter-increment:c;counter-reset:s}h3:before{content:counter(c,cjk-ideographic) "、"}.s{counter-increment:s}.s::before{content:"（" counter(s,simp-chinese-informal) "）"}</style><div class="t"><h3>总则</h3><p class="s">甲</p><p class="s">乙</p><h3>任务</h3><p class="s">丙</p></div>',
    ['一、总则', '（一）甲', '（二）乙', '二、任务', '（一）丙'],
  ],
  [
    'numbers of lists in lists',
    '<style>ol{list-style:none;counter-reset:i}li::before{counter-increment:i;content:counters(i,".") " "}</style><ol><li>甲<ol><li>乙</li><li>丙</li></ol></li><li>丁</li></ol>',
    ['1 甲', '1.1 乙', '1.2 丙', '2 丁'],
  ],
  [
    'numbers of articles, without what is hidden',
    '<style>.n{counter-increment:n}.n:before{content:"第" counter(n,cjk-ideographic) "条　"}.h{display:none}</style><p class="n">甲</p><p class="n h">密</p><p class="n">乙</p>',
    ['第一条　甲', '第二条　乙'],
    ['words-hidden'],
  ],
  [
    'a number that an element says itself',
    '<style>.n{counter-increment:n}.n:before{content:counter(n) "."}</style><div style="counter-reset:n 4"><p class="n">甲</p></div>',
    ['5.甲'],
  ],
  [
    'the place of a list’s item',
    '<style>li::marker{content:"第" counter(list-item) "项："}</style><ol><li>甲</li><li>乙</li></ol>',
    ['第1项：甲', '第2项：乙'],
  ],
  [
    'an attribute',
    '<style>.l::before{content:attr(data-n) "、"}</style><p class="l" data-n="（三）">甲</p>',
    ['（三）、甲'],
  ],
  [
    'what keeps boxes together',
    '<style>.c:after{content:"020";display:block;height:0;visibility:hidden}</style><p class="c">甲</p>',
    ['甲'],
  ],
  [
    'the narrower of two rules',
    '<style>.c:before{content:"旧"}.c.d:before{content:"新"}</style><p class="c d">甲</p>',
    ['新甲'],
  ],
  [
    'a rule that writes nothing',
    '<style>.c:before{content:"旧"}.c.d:before{content:none}</style><p class="c d">甲</p>',
    ['甲'],
  ],
  ['marks of what is quoted', '<p>做到<q>三个<q>全</q></q></p>', ['做到“三个‘全’”']],
  [
    'numbers of a list that has none by itself',
    '<ul style="list-style-type:decimal"><li>甲</li><li>乙</li></ul>',
    ['1. 甲', '2. 乙'],
    ['numbering-rebuilt'],
  ],
  ['words instead of a bar', '<p>完成率<progress value="70" max="100">70%</progress></p>', ['完成率']],
  [
    'what a style sheet strikes out',
    '<style>.x{text-decoration:line-through}</style><p>新<span class="x">旧</span></p>',
    ['新'],
    ['words-struck'],
  ],
  [
    'what is shown in an element’s place',
    '<my-box><template shadowrootmode="open"><p>影</p><slot>无</slot><slot name="a"></slot></template><b slot="a">乙</b><p>甲</p></my-box>',
    ['影', '甲', '乙'],
  ],
];

const LAID: readonly Case[] = [
  [
    'a table of other elements, by style',
    '<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style><div class="t"><div class="r"><div class="c">序号</div><div class="c">任务</div><div class="c">牵头单位</div></div><div class="r"><div class="c">1</div><div class="c">甲事</div><div class="c">县公安局</div></div></div>',
    [ROWS],
  ],
  [
    'a table of other elements, by role',
    '<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">序号</span><span role="columnheader">任务</span><span role="columnheader">牵头单位</span></div></div><div role="rowgroup"><div role="row"><span role="cell">1</span><span role="cell">甲事</span><span role="cell">县公安局</span></div></div></div>',
    [ROWS],
  ],
  [
    'columns that only lay out the page',
    '<div style="display:table"><div style="display:table-cell">甲</div><div style="display:table-cell">乙</div></div>',
    ['甲', '乙'],
  ],
  [
    'a head that is a table by itself',
    `<div><table><thead>${HEAD}</thead></table></div><div><table><tbody>${ONE}</tbody></table></div>`,
    [ROWS],
  ],
  ['text as typed with paragraphs', '<pre><p>甲</p><p>乙</p></pre>', ['甲', '乙']],
  ['text as typed with breaks', '<pre>甲<br>乙</pre>', ['甲', '乙']],
  ['breaks that a style keeps', '<p><span style="white-space: pre-wrap;">甲\n乙</span></p>', ['甲', '乙']],
  [
    'breaks that a style sheet keeps',
    '<style>.k{white-space:pre-line}</style><div class="k">甲\n　　乙</div>',
    ['甲', '乙'],
  ],
  ['breaks that no style keeps', '<p style="white-space:nowrap">甲\n乙</p>', ['甲乙']],
  [
    'lines by style',
    '<p><span style="display:block">甲</span><span style="display:block">乙</span></p>',
    ['甲', '乙'],
  ],
  [
    'a line of parts',
    '<div style="display:inline">甲</div><div style="display:inline">乙</div><ul><li style="display:inline">丙</li></ul>',
    ['甲乙', '丙'],
  ],
  [
    'a picture that is loaded late',
    '<p>甲</p><p><img src="/images/blank.gif" data-original="/a/b.jpg"></p>',
    ['甲'],
    ['drawing-unread'],
  ],
];

const codesAndBlocks = async (page: string) => {
  const { value, diagnostics } = await readDocument(new TextEncoder().encode(page), { name: 'a.html' });
  return { shown: short(value as Document), told: diagnostics.map(({ code }) => code) };
};

describe.each([
  ['what a browser writes', WRITTEN],
  ['how it is laid out', LAID],
] as const)('%s', (_, cases) => {
  it.each(cases.map(([name, html, shown, told = []]) => ({ name, html, shown, told })))(
    '$name',
    async (each) => {
      const { html, shown, told } = each;
      const page = `<body><ul><li>首页</li></ul><div>${TO}${html}${TABLE}</div></body>`;
      expect(await codesAndBlocks(page)).toEqual({ shown: [READ_TO, ...shown, ROWS], told });
    },
  );
});

describe('a page of which the notice is', () => {
  const lines = [READ_TO, `　　${TEXT[0]}`, `　　${TEXT[1]}`];
  const broken = lines.join('<br>');
  const typed = `\n${lines.join('\n')}\n`;
  it.each<[name: string, page: string, ...before: string[]]>([
    ['a file as it was typed', `<html><body><pre>${typed}</pre></body></html>`],
    [
      'a part as it was typed',
      `<div><a>首页</a></div><div class="c"><pre>${typed}</pre></div><div>主办：某县人民政府</div>`,
    ],
    [
      'a part with the breaks of its source',
      `<body><div>首页</div><div style="white-space:pre-wrap">${typed}</div></body>`,
    ],
    ['lines that only br parts', `<body><div>首页 | 政务</div><div id="zoom">${broken}</div></body>`],
    ['such lines in a cell', `<body><table><tr><td>首页</td></tr><tr><td>${broken}</td></tr></table></body>`],
    [
      'such lines in fonts',
      `<body><div>首页</div><div><font size="3"><span>${broken}</span></font></div></body>`,
    ],
    [
      'such lines beside paragraphs',
      `<body><div>首页</div><div><p>为办好实事，制定本方案。</p><div>${broken}</div></div></body>`,
      '为办好实事，制定本方案。',
    ],
    [
      'a part that fades in',
      `<body><div>首页</div><div style="visibility: hidden; opacity: 0; ">${TO}<p>${TEXT[0]}</p><p>${TEXT[1]}</p></div></body>`,
    ],
    [
      'a fragment',
      `<section><section>${TO}</section><section>${TEXT[0]}</section><p>${TEXT[1]}</p></section>`,
    ],
    ['a fragment with a style sheet first', `<style>p{color:red}</style><div>${broken}</div>`],
  ])('%s', async (_, page, ...before) => {
    expect((await codesAndBlocks(page)).shown).toEqual([...before, READ_TO, ...TEXT]);
  });
});
