// What a browser shows of a page is in the Document or told: a table of cases. What is expected was written down first,
// from how the HTML Living Standard says that a page is shown.
import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { noiseOf, short } from '../support/short.js';

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const HEAD = row('序号', '任务', '牵头单位');
const ONE = row('1', '甲事', '县公安局');
const TABLE = `<table>${HEAD}${ONE}</table>`;
const HEADS = ['序号', '任务', '牵头单位'];
const ROWS = [HEADS, ['1', '甲事', '县公安局']];
const TO = '<p>各乡镇人民政府，县级各部门：</p>';
const READ_TO = '各乡镇人民政府，县级各部门：';

interface Case {
  readonly name: string;
  readonly page: string;
  readonly shown: readonly unknown[];
  /** Codes with their places. */
  readonly told?: readonly (readonly [code: string, place: string])[];
  readonly noise?: readonly string[];
}

/** A case inside an article that has its addressees and a table. */
const inside = (name: string, html: string, shown: readonly unknown[], more: Partial<Case> = {}): Case => ({
  name,
  page: `<body><ul><li>首页</li></ul><div>${TO}${html}${TABLE}</div></body>`,
  shown: [READ_TO, ...shown, ROWS],
  ...more,
});

/** A case inside a cell of the table's second row. */
const inCell = (name: string, html: string, text: string, more: Partial<Case> = {}): Case => ({
  name,
  page: `<body><div>${TO}<table>${HEAD}${row('1', html, '县公安局')}</table></div></body>`,
  shown: [READ_TO, [HEADS, ['1', text, '县公安局']]],
  ...more,
});

const PLACES: readonly Case[] = [
  {
    name: 'the whole page in the form of a site',
    page: `<body><form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="密"><div>首页</div><div>${TO}<p>请办好。</p>${TABLE}</div></form></body>`,
    shown: [READ_TO, '请办好。', ROWS],
    noise: ['首页'],
  },
  {
    name: 'the whole page in a form, clauses only',
    page: '<body><form><div>首页</div><div><p>请各单位抓好落实。</p><p>一、甲</p><p>办好。（牵头单位：县公安局）</p></div></form></body>',
    shown: ['请各单位抓好落实。', '一、甲', '办好。（牵头单位：县公安局）'],
    noise: ['首页'],
  },
  inside('text in a form inside the article', '<form><p>请各单位抓好落实。</p></form>', [
    '请各单位抓好落实。',
  ]),
  inside('a search box inside the article', '<form>关键词<input value="">搜索</form>', [], {
    noise: ['首页', '关键词搜索'],
  }),
  {
    name: 'a table of tasks beside the article',
    page: `<body><div>${TO}<p>请办好。</p><aside>${TABLE}</aside></div></body>`,
    shown: [READ_TO, '请办好。', ROWS],
  },
  inside('what can be opened', `<details><summary>任务分工</summary>${TABLE}</details>`, ['任务分工', ROWS]),
  inside('a heading of another part of the site', '<aside><p>一、政策问答</p></aside>', [], {
    noise: ['首页', '一、政策问答'],
  }),
  {
    name: 'a table in a panel that is not open, beside the article',
    page: `<body><div>${TO}${TABLE}</div><div style="DISPLAY: NONE"><table>${HEAD}${row('2', '乙事', '县水利局')}</table></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['words-hidden', '表1']],
  },
  {
    name: 'two articles that say the same, one for printing',
    page: `<body><div id="a">${TO}<p>请办好。</p>${TABLE}</div><div id="print">${TO}<p>请办好。</p>${TABLE}</div></body>`,
    shown: [READ_TO, '请办好。', ROWS],
    told: [['page-repeated', '']],
  },
  {
    name: 'a copy for printing that is hidden',
    page: `<body><div id="print" style="display:none">${TO}<p>请办好。</p>${TABLE}</div><div id="a">${TO}<p>请办好。</p>${TABLE}</div></body>`,
    shown: [READ_TO, '请办好。', ROWS],
    told: [['words-hidden', '']],
  },
  {
    name: 'a longer copy',
    page: `<body><div>${TO}${TABLE}</div><div><p>关于办好甲事的通知</p>${TO}${TABLE}</div></body>`,
    shown: ['关于办好甲事的通知', READ_TO, ROWS],
    told: [['page-repeated', '']],
  },
  {
    name: 'two tables alike in one article',
    page: `<body><div>${TO}${TABLE}<p>又</p>${TABLE}</div></body>`,
    shown: [READ_TO, ROWS, '又', ROWS],
  },
];

const LINES: readonly Case[] = [
  {
    name: 'lines of the site before and behind the article',
    page: `<body><div><p>关于办好甲事的通知</p><p>来源：县府办 发布时间：2026-01-01</p><p>字号：大 中 小</p>${TO}${TABLE}<p>更新时间：2026-01-02</p><p>分享到：微信</p><p>某县人民政府办公室承办</p></div></body>`,
    shown: ['关于办好甲事的通知', READ_TO, ROWS],
    noise: [
      '来源：县府办 发布时间：2026-01-01',
      '字号：大 中 小',
      '更新时间：2026-01-02',
      '分享到：微信',
      '某县人民政府办公室承办',
    ],
  },
  {
    name: 'such words inside the article',
    page: `<body><div>${TO}<p>一、经费</p><p>来源：县财政统筹。</p><p>作者：向社会征集</p><p>阅读：每年十本</p>${TABLE}</div></body>`,
    shown: [READ_TO, '一、经费', '来源：县财政统筹。', '作者：向社会征集', '阅读：每年十本', ROWS],
  },
  inside(
    'buttons inside the article',
    '<p>【打印本页】【关闭窗口】</p><p>字号：大 中 小</p><p>浏览次数：12次</p>',
    [],
    {
      noise: ['首页', '【打印本页】【关闭窗口】', '字号：大 中 小', '浏览次数：12次'],
    },
  ),
  {
    name: 'an article in pages',
    page: `<body><div>${TO}${TABLE}<div class="pages">共3页 <a href="a_2.html">下一页</a></div></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['page-incomplete', '']],
  },
  {
    name: 'an article in pages, the line below it',
    page: `<body><div>${TO}${TABLE}</div><div><a>1</a> <a href="2.html">2</a> <a href="3.html">3</a> <a href="2.html">下一页</a></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['page-incomplete', '']],
  },
  {
    name: 'an article in pages by a script',
    page: `<body><div>${TO}${TABLE}</div><div><script>createPageHTML(3, 0, "t1", "html");</script></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['page-incomplete', '']],
  },
  {
    name: 'an article of one page',
    page: `<body><div>${TO}${TABLE}</div><div>首页 上一页 1 下一页 共1页</div><div>上一篇 下一篇</div></body>`,
    shown: [READ_TO, ROWS],
  },
  {
    name: 'a list of other articles in pages',
    page: `<body><div>${TO}${TABLE}</div><ul><li>某县召开全县工作会议部署今年重点任务</li><li>某县开展安全生产大检查确保节日平安祥和</li><li>某县组织义务植树活动各乡镇干部群众踊跃参加</li><li>某县举办首届农民丰收节暨特色农产品展销会</li><li>某县全面完成高标准农田建设年度目标任务并通过验收</li></ul><div>共3页 <a href="b">下一页</a></div></body>`,
    shown: [READ_TO, ROWS],
  },
];

const HIDDEN: readonly Case[] = [
  ...(
    [
      ['style="display:none"', true],
      ['style="DISPLAY : None !important"', true],
      ['style="color:red;display:none"', true],
      ['style="visibility:hidden"', true],
      ['hidden', true],
      ['hidden="until-found"', true],
      ['style="display:none;display:block"', false],
      ['hidden style="display:block"', false],
      ['style="visibility:visible"', false],
      ['style="opacity:0"', true],
      ['style="opacity: 0.9"', false],
      ['style="font-size:0"', true],
      ['style="font-size:0.9em"', false],
      ['style="color:transparent"', true],
      ['style="position:absolute;left:-9999px"', true],
      ['style="text-indent:-21pt"', false],
    ] as const
  ).map(
    ([how, isHidden]): Case =>
      inside(
        `a paragraph with ${how}`,
        `<p>明</p><p ${how}>暗</p>`,
        isHidden ? ['明'] : ['明', '暗'],
        isHidden ? { told: [['words-hidden', '段2']] } : {},
      ),
  ),
  // What style sheets of the page say of <p id="i" class="c d">.
  ...(
    [
      ['.c{display:none}', true],
      ['p.c { color:red; DISPLAY : None }', true],
      ['div > .c, .x{visibility:hidden}', true],
      ['#i{display:none}.c.d{display:block}', true],
      ['.c{display:none}.d{display:block}', false],
      ['.d{display:block}.c{display:none}', true],
      ['.c{display:none!important}#i{display:block}', true],
      ['@media screen{.c{display:none}}', true],
      ['@media print{.c{display:none}}', false],
      ['@media (max-width:600px){.x{color:red}.c{display:none}}', false],
      ['.c:hover{display:none}', false],
      ['/*.c{display:none}*/ .x{display:none}', false],
      ['.c{display:none', false],
      ['.c((({display:none}', false],
      ['@font-face{src:url(a)}@import "a.css";.c{display:none}', true],
    ] as const
  ).map(
    ([sheet, isHidden]): Case =>
      inside(
        `a paragraph with ${sheet}`,
        `<style>${sheet}</style><p>明</p><p id="i" class="c d">暗</p>`,
        isHidden ? ['明'] : ['明', '暗'],
        isHidden ? { told: [['words-hidden', '段2']] } : {},
      ),
  ),
  inside(
    'what an element says itself counts before style sheets',
    '<style>.c{display:none}</style><p class="c" style="display:block">明</p>',
    ['明'],
  ),
  inside('a style sheet for paper', '<style media="print">.c{display:none}</style><p class="c">明</p>', [
    '明',
  ]),
  inside(
    'what has a size of its own in what has none',
    '<p style="font-size:0"><span style="font-size:9pt">明</span></p>',
    ['明'],
  ),
  inside(
    'words that a style sheet puts before and behind',
    '<style>.a::before{content:"不少于"}.a:after{content:"\\5904"}.b:before{content:"›"}.a:hover::before{content:"点"}@media print{.a::before{content:"印"}}</style><p>建泵站<b class="a">2</b></p><p class="b">乙</p>',
    ['建泵站不少于2处', '乙'],
  ),
  inside(
    'a sign of a font of signs',
    '<p>甲<font face="Wingdings">ü</font><span style="font-family:Wingdings">ü</span></p>',
    ['甲✓✓'],
  ),
  {
    name: 'a notice that is hidden until a program shows it',
    page: `<body><style>#a{visibility:hidden}</style><div id="a">${TO}${TABLE}</div></body>`,
    shown: [READ_TO, ROWS],
  },
  {
    name: 'a row that a style sheet hides',
    page: `<head><style>tr.old{display:none}</style></head><body><div>${TO}<table>${HEAD}<tr class="old"><td>0</td><td>旧事</td><td>县水利局</td></tr>${ONE}</table></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['words-hidden', '表1/行1/列3']],
  },
  inside('words in a paragraph', '<p>明<span style="display:none">暗</span>白</p>', ['明白'], {
    told: [['words-hidden', '段2']],
  }),
  inCell('words in a cell', '明<b hidden>暗</b>', '明', { told: [['words-hidden', '表1/行2/列2']] }),
  {
    name: 'a row',
    page: `<body><div>${TO}<table>${HEAD}<tr style="display:none"><td>0</td><td>旧事</td><td>县水利局</td></tr>${ONE}</table></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['words-hidden', '表1/行1/列3']],
  },
  {
    name: 'a cell, whose room goes too',
    page: `<body><div>${TO}<table>${HEAD}<tr><td>1</td><td style="display:none">密</td><td>甲事</td><td>县公安局</td></tr></table></div></body>`,
    shown: [READ_TO, ROWS],
    told: [['words-hidden', '表1/行2/列1']],
  },
  {
    name: 'a cell, whose room stays',
    page: `<body><div>${TO}<table>${HEAD}<tr><td>1</td><td style="visibility:hidden">密</td><td>县公安局</td></tr></table></div></body>`,
    shown: [READ_TO, [HEADS, ['1', '', '县公安局']]],
    told: [['words-hidden', '表1/行2/列2']],
  },
  inside('a table', `<p>明</p><table style="display:none">${HEAD}${ONE}</table>`, ['明'], {
    told: [['words-hidden', '段2']],
  }),
  inside('what a browser with scripts does not show', '<p>明</p><noscript>请打开脚本</noscript>', ['明'], {
    told: [['words-hidden', '段2']],
  }),
  inside('a box that is not open', '<p>明</p><dialog>提示</dialog>', ['明'], {
    told: [['words-hidden', '段2']],
  }),
];

const STRUCK: readonly Case[] = [
  ...[
    '<s>旧</s>',
    '<del>旧</del>',
    '<strike>旧</strike>',
    '<span style="text-decoration: line-through">旧</span>',
    '<span style="TEXT-DECORATION-LINE:underline line-through">旧</span>',
  ].map(
    (html): Case =>
      inCell(html, `新${html}`, '新', { told: [['words-struck', '表1/行2/列2']], noise: ['旧'] }),
  ),
  inside('a paragraph', '<p>明</p><p style="text-decoration:line-through">旧</p>', ['明'], {
    told: [['words-struck', '段2']],
  }),
  inCell('what was put in instead', '<del>旧</del><ins>新</ins>', '新', {
    told: [['words-struck', '表1/行2/列2']],
  }),
];

const WRITTEN: readonly Case[] = [
  inCell('a power', '10<sup>4</sup>亩', '10⁴亩'),
  inCell('a power below nought', '10<sup>-3</sup>', '10⁻³'),
  inCell('a square', '5m<sup>2</sup>', '5m²'),
  inCell('a sign below the line', 'CO<sub>2</sub>', 'CO₂'),
  inCell('a power without a sign', '10<sup>1.5</sup>', '10^1.5'),
  inCell('a power by style', '10<span style="vertical-align:super">4</span>', '10⁴'),
  inCell('a note', '甲事<sup>[1]</sup>', '甲事[1]'),
  inCell('how a word is spoken', '<ruby>旮<rp>(</rp><rt>gā</rt><rp>)</rp></ruby>旯', '旮旯', {
    noise: ['gā'],
  }),
  inCell('entities', '&lt;甲&gt;&amp;乙&#x4E19;&hellip;&ge;5', '<甲>&乙丙…≥5'),
  inCell('line breaks', '甲<br>乙<br/>丙', '甲\n乙\n丙'),
  inCell(
    'a formula',
    '<math><msup><mn>10</mn><mn>4</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
    '10⁴+1/2',
  ),
  inCell('text in a drawing', '<svg><title>图</title><text>县水利局</text></svg>', '县水利局'),
  inside(
    'lines in a drawing',
    '<svg><defs><text>密</text></defs><text>甲</text><text>乙<tspan dy="9">丙</tspan></text></svg>',
    ['甲', '乙', '丙'],
  ),
  inCell('what was typed in', '<input value="甲事">', '甲事'),
  inCell('a long text typed in', '<textarea>甲\n乙</textarea>', '甲\n乙'),
  inCell(
    'what was chosen',
    '<select><option>请选择</option><option selected>甲事</option></select>',
    '甲事',
    { noise: ['请选择'] },
  ),
  inCell('boxes to tick', '<input type="checkbox" checked>是<input type="checkbox">否', '☑是☐否'),
  inCell('a button', '甲<input type="button" value="上传"><button>删除</button>', '甲', {
    noise: ['删除', '上传'],
  }),
  inside(
    'a list with letters',
    '<ol type="A" start="2"><li>甲</li><li value="5">乙</li></ol>',
    ['B. 甲', 'E. 乙'],
    { told: [['numbering-rebuilt', '']] },
  ),
  inside(
    'a list in Chinese numbers',
    '<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>',
    ['一、甲', '二、乙'],
    { told: [['numbering-rebuilt', '']] },
  ),
  ...(
    [
      ['ol{list-style-type:cjk-ideographic}', ['一、甲', '二、乙']],
      ['.n li{list-style:inside trad-chinese-informal}', ['一、甲', '二、乙']],
      ['ol{list-style:simp-chinese-formal none}', ['壹、甲', '贰、乙']],
      ['ol{list-style-type:cjk-decimal}ol.n{list-style-type:lower-latin!important}', ['a. 甲', 'b. 乙']],
      ['ol,ul{list-style:none}', ['甲', '乙']],
      ['@media print{ol{list-style:none}}', ['1. 甲', '2. 乙']],
    ] as const
  ).map(
    ([sheet, shown]): Case =>
      inside(
        `a list under ${sheet}`,
        `<style>${sheet}</style><ol class="n"><li>甲</li><li>乙</li></ol>`,
        shown,
        shown[0] === '甲' ? {} : { told: [['numbering-rebuilt', '']] },
      ),
  ),
  inside('two names on lines of the source', '<p>县发展改革局\n  国网云溪县供电公司</p>', [
    '县发展改革局 国网云溪县供电公司',
  ]),
  inside('a sentence on lines of the source', '<p>由县水利局\n负责</p>', ['由县水利局负责']),
  inside('a list that counts down', '<ol reversed><li>甲</li><li>乙</li></ol>', ['2. 甲', '1. 乙'], {
    told: [['numbering-rebuilt', '']],
  }),
];

const TABLES: readonly Case[] = [
  {
    name: 'a table in text that is shown as typed',
    page: `<body><div>${TO}<pre>\n序号\t任务\t牵头单位\n1\t甲事\t县公安局\n</pre><p>一、甲</p></div></body>`,
    shown: [READ_TO, ROWS, '一、甲'],
  },
  {
    name: 'a table drawn with lines',
    page: `<body><div>${TO}<pre>请办好。\n┌──┬──┬────┐\n│序号│任务│牵头单位│\n├──┼──┼────┤\n│1   │甲事│县公安局│\n└──┴──┴────┘\n</pre><p>一、甲</p></div></body>`,
    shown: [READ_TO, '请办好。', ROWS, '一、甲'],
  },
  {
    name: 'a table that lays out text and a table',
    page: `<body><div>${TO}<table><tr><td><p>请各单位结合实际，认真抓好本年度各项重点任务的落实，确保按时完成。</p></td></tr><tr><td>${TABLE}</td></tr></table></div></body>`,
    shown: [READ_TO, '请各单位结合实际，认真抓好本年度各项重点任务的落实，确保按时完成。', ROWS],
  },
  {
    name: 'a cell over all rows that follow',
    page: `<body><div>${TO}<table>${HEAD}<tr><td>1</td><td rowspan="0">甲事</td><td>县公安局</td></tr><tr><td>2</td><td>县水利局</td></tr></table></div></body>`,
    shown: [READ_TO, [HEADS, ['1', '甲事', '县公安局'], ['2', '县水利局']]],
  },
  {
    name: 'feet that stand before the rows',
    page: `<body><div>${TO}<table><thead>${HEAD}</thead><tfoot>${row('', '合计', '')}</tfoot><tbody>${ONE}</tbody></table></div></body>`,
    shown: [READ_TO, [...ROWS, ['', '合计', '']]],
  },
];

const EMBEDDED: readonly Case[] = [
  inCell('a picture in a cell', '<img src="a.png">', '', { told: [['cell-unread', '表1/行2/列2']] }),
  inCell('a picture beside words', '甲<img src="a.png">', '甲', {
    told: [['drawing-unread', '表1/行2/列2']],
  }),
  inside('a picture where a table should be', '<p>明</p><p><img src="任务表.jpg"></p>', ['明'], {
    told: [['drawing-unread', '段2']],
  }),
  inside(
    'a sign of a kind of file, and the file',
    '<p><img src="/images/icon_xls.gif"><a href="a.xlsx">任务表.xlsx</a></p>',
    ['任务表.xlsx'],
    { told: [['file-linked', '段2']] },
  ),
  inside('a page in the page', '<p>明</p><iframe src="table.html"></iframe>', ['明'], {
    told: [['frame-unread', '段2']],
  }),
  inside('a file in the page', '<p>明</p><object data="a.pdf">看不了</object>', ['明'], {
    told: [['object-unread', '段2']],
  }),
  {
    name: 'a file below the article',
    page: `<body><div>${TO}${TABLE}</div><p>附件：<a href="/files/a.docx?x=1">分工表</a></p><p><a href="b.docx">其他</a></p></body>`,
    shown: [READ_TO, ROWS],
    told: [['file-linked', '表1']],
  },
  inside('a link to another page', '<p>见<a href="a.html">某网</a></p>', ['见某网']),
];

describe.each([
  ['where the notice stands', PLACES],
  ['lines of the site', LINES],
  ['hidden', HIDDEN],
  ['struck out', STRUCK],
  ['how it is written', WRITTEN],
  ['tables', TABLES],
  ['what is no text', EMBEDDED],
] as const)('%s', (_, cases) => {
  it.each(cases)('$name', async ({ page, shown, told = [], noise }) => {
    const { value, diagnostics } = await readDocument(new TextEncoder().encode(page), { name: 'a.html' });
    expect(short(value as Document)).toEqual(shown);
    expect(
      diagnostics.map(({ code, at }) => [code, at ? placeText(at).replace(/^a\.html#?/, '') : '']),
    ).toEqual(told);
    if (noise) expect(noiseOf(value as Document).map(([, text]) => text)).toEqual(noise);
  });
});

it('a page of frames only is told, with the pages that they show', async () => {
  const page = '<html><frameset><frame src="menu.html"><frame src="body.html"></frameset></html>';
  const { value, diagnostics } = await readDocument(new TextEncoder().encode(page), { name: 'a.html' });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'page-in-frames', args: { pages: ['menu.html', 'body.html'] } },
  ]);
});
