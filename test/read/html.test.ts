import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { noiseOf, short } from '../support/short.js';

const readAll = (html: string | Uint8Array, name = 'a.html') =>
  readDocument(typeof html === 'string' ? new TextEncoder().encode(html) : html, { name });
const read = async (html: string) => (await readAll(html)).value as Document;

const TABLE =
  '<table><tr><td>序号</td><td>任务</td><td>牵头单位</td></tr><tr><td>1</td><td>甲事</td><td>县公安局</td></tr></table>';
const ROWS = [
  ['序号', '任务', '牵头单位'],
  ['1', '甲事', '县公安局'],
];
const NOTICE = `<p>各乡镇人民政府，县级各部门：</p><p>请办好。</p>${TABLE}`;
const READ = ['各乡镇人民政府，县级各部门：', '请办好。', ROWS];

describe('the notice on a page', () => {
  it('is what stands in the innermost element that has all of it; the rest is page chrome', async () => {
    const document = await read(
      `<html><head><title>某网</title></head><body><ul><li>首页</li></ul><div><div class="x">${NOTICE}</div></div><div>版权所有</div></body></html>`,
    );
    expect(short(document)).toEqual(READ);
    expect(noiseOf(document)).toEqual([
      ['page-chrome', '某网'],
      ['page-chrome', '首页'],
      ['page-chrome', '版权所有'],
    ]);
  });

  it('has its title, where the site prints it above', async () => {
    const document = await read(
      `<body><h1>某网</h1><h1>关于办好甲事的通知</h1><p>发布时间：2026-01-01</p><div>${NOTICE}</div></body>`,
    );
    expect(short(document)).toEqual(['关于办好甲事的通知', ...READ]);
  });

  it('may stand in a table that lays out the page', async () => {
    const document = await read(
      `<body><table><tr><td>导航</td><td><table><tr><td>${NOTICE}</td></tr></table></td></tr></table></body>`,
    );
    expect(short(document)).toEqual(READ);
    expect(noiseOf(document)).toEqual([['page-chrome', '导航']]);
  });

  it('has no lines that the site adds, nor what it hides, nor scripts', async () => {
    const document = await read(
      `<body><div>${NOTICE}<p>【打印本页】</p><p>来源：县政府办</p><p style="display:none">藏</p><script>各乡镇：</script></div></body>`,
    );
    expect(short(document)).toEqual(READ);
    expect(noiseOf(document).map(([, text]) => text)).toEqual(['【打印本页】', '来源：县政府办', '藏']);
  });

  it('may have no table', async () => {
    const document = await read(
      '<body><nav>首页</nav><article><p>一、甲</p><p>办好。（牵头单位：县公安局）</p></article></body>',
    );
    expect(short(document)).toEqual(['一、甲', '办好。（牵头单位：县公安局）']);
  });

  it('is looked for in vain on a page without one', async () => {
    const { value, diagnostics } = await readAll('<html><body><p>欢迎光临</p></body></html>');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, at }) => [code, at])).toEqual([
      ['page-without-notice', { file: 'a.html' }],
    ]);
  });
});

describe('text', () => {
  const text = async (html: string) =>
    short(await read(`<body><div>${html}${TABLE}</div></body>`)).slice(0, -1);

  it('has the blanks that a browser shows, and none where a line is broken between Han characters', async () => {
    expect(await text('<p>\n  请\n  办 好\u00a0。</p>')).toEqual(['请办 好\u00a0。']);
  });

  it('loses full-width blanks and &nbsp; at its ends', async () => {
    expect(await text('<p>&#12288;&#12288;请办好。&nbsp;</p>')).toEqual(['请办好。']);
  });

  it('is parted by line breaks and by blocks, not by spans', async () => {
    expect(await text('<p>一<br>二<span>三</span></p>四<div>五</div>')).toEqual(['一', '二三', '四', '五']);
  });

  it('has the numbers of ordered lists', async () => {
    const list = '<ol start="3"><li>甲</li><li><p>乙</p><p>丙</p></li></ol>';
    expect(await text(list)).toEqual(['3. 甲', '4. 乙', '丙']);
    const { diagnostics } = await readAll(`<body>${NOTICE}${list}</body>`);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([['numbering-rebuilt', { count: 2 }]]);
  });

  it('that a tracked change takes out is noise, as are footnotes of a page that Word saved', async () => {
    const document = await read(
      `<body><div>${NOTICE}<p>甲<del>乙</del></p><div style='mso-element:footnote'>注</div></div></body>`,
    );
    expect(short(document)).toEqual([...READ, '甲']);
    expect(noiseOf(document)).toEqual([
      ['deleted', '乙'],
      ['footnote', '注'],
    ]);
  });

  it('stays text, whatever it says', async () => {
    expect(await text('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toEqual(['<script>alert(1)</script>']);
  });
});

describe('tables', () => {
  it('keep their spans, lines and empty cells', async () => {
    const document = await read(
      '<table><caption>表一</caption><thead><tr><th>序号</th><th colspan="2">牵头单位</th></tr></thead><tbody><tr><td rowspan=2>1</td><td><p>甲</p><p>乙</p></td><td>&nbsp;</td></tr></tbody></table><p>附件1</p>',
    );
    expect(short(document)[0]).toBe('表一');
    const table = document.blocks[1];
    expect(
      table?.kind === 'table' &&
        table.rows.map(({ cells }) => cells.map((cell) => [cell.passage.text, cell.rowSpan, cell.colSpan])),
    ).toEqual([
      [
        ['序号', 1, 1],
        ['牵头单位', 1, 2],
      ],
      [
        ['1', 1, 1],
        ['甲\n乙', 1, 1],
        ['', 1, 1],
      ],
    ]);
  });

  it('with absurd spans are read', async () => {
    const document = await read(
      '<table><tr><td rowspan="999999999" colspan="-3">序号</td><td colspan="0">牵头单位</td></tr></table>',
    );
    expect(document.blocks).toHaveLength(1);
  });
});

describe('the charset', () => {
  const gbk = [0xb8, 0xbd, 0xbc, 0xfe];

  it.each(['gb2312', 'GBK', 'gb18030'])('%s is what the page says', async (charset) => {
    const bytes = Buffer.concat([
      Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>`),
      Buffer.from(gbk),
      Buffer.from('</p></body></html>'),
    ]);
    expect(short((await readAll(bytes)).value as Document)).toEqual(['附件']);
  });

  it('is found where the page says a wrong one', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="utf-8"></head><body><p>'),
      Buffer.from(gbk),
      Buffer.from('</p></body></html>'),
    ]);
    expect(short((await readAll(bytes)).value as Document)).toEqual(['附件']);
  });

  it('of UTF-16 is told by its mark', async () => {
    const html = Buffer.from('\ufeff<html><body><p>附件</p></body></html>', 'utf16le');
    expect(short((await readAll(html)).value as Document)).toEqual(['附件']);
  });
});

it('a page of a hundred thousand nested elements is refused', async () => {
  const { diagnostics } = await readAll(`<html><body>${'<div>'.repeat(100_000)}附件1`);
  expect(diagnostics.map(({ code }) => code)).toEqual(['page-too-deep']);
});
