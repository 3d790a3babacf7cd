// Writes the seed in every form a notice comes in, for the test that all give the same task book:
// npm run build && node scripts/forms.js. fixtures/README.md tells of those that other programs wrote.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { parseNotice, readDocument } from '../dist/index.js';

const folder = 'fixtures/wulong-2025-1/forms/';
const bytes = await readFile('seeds/wulong-2025-1.txt');
const { value: document } = await readDocument(bytes, { name: 'notice.txt' });
const { value: book } = await parseNotice(bytes, { name: 'notice.txt' });

/** Blocks in plain values; a table's row is [texts, whether each cell is merged with the one above]. */
const blocks = document.blocks.map((block) => {
  if (block.kind === 'paragraph') return block.passage.text;
  const width = block.rows[0].cells.length;
  return block.rows.map(({ cells, at }) => {
    const texts = Array.from({ length: width }, (_, i) => cells[i]?.passage.text ?? '');
    const flags = book.tasks.find((task) => task.at === at)?.flags ?? [];
    const merged = texts.map(
      (text, i) =>
        text === '' &&
        ((i === 1 && flags.includes('name-inherited')) || (i === 3 && flags.includes('lead-inherited'))),
    );
    return { texts, merged };
  });
});

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** How many rows a cell covers: itself and the merged ones under it. */
function rowSpan(rows, i, j) {
  let span = 1;
  while (rows[i + span]?.merged[j]) span++;
  return span;
}

function docx() {
  const lines = (text) => text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  const children = blocks.flatMap((block) => {
    if (typeof block === 'string') return lines(block);
    const rows = block.map(
      ({ texts, merged }, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: texts.map((text, j) => {
            const span = rowSpan(block, i, j);
            const verticalMerge = merged[j] ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
            return new TableCell({
              children: lines(text),
              ...(merged[j] || span > 1 ? { verticalMerge } : {}),
            });
          }),
        }),
    );
    return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })];
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** @param table what is printed around each table: its start and end tag */
function htmlBlocks(paragraph, cell) {
  return blocks
    .map((block) => {
      if (typeof block === 'string') return paragraph(escaped(block));
      const rows = block.map(({ texts, merged }, i) => {
        const cells = texts.map((text, j) => {
          if (merged[j]) return '';
          const span = rowSpan(block, i, j);
          return `<td${span > 1 ? ` rowspan="${span}"` : ''}>${cell(text.split('\n').map(escaped))}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      });
      return `<table border="1" class="MsoTableGrid">\n${rows.join('\n')}\n</table>`;
    })
    .join('\n');
}

/** A page as a government site has it: navigation, particulars, share bar, related links around the notice. */
function page(charset) {
  const content = htmlBlocks(
    (text) => `<p>&#12288;&#12288;${text.replace(/\n/g, '<br>')}</p>`,
    (lines) => (lines.length > 1 ? lines.map((line) => `<p>${line}</p>`).join('') : lines[0] || '&nbsp;'),
  );
  return `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>政府信息公开_某区人民政府网</title>
<style>.牵头单位 { color: red }</style><script>var 责任单位 = "区应急管理局";</script></head>
<body><div class="header"><ul><li><a href="/">首页</a></li><li>政务公开</li></ul></div>
<div class="crumb">当前位置：首页 &gt; 政务公开 &gt; 规划计划</div>
<table class="layout"><tr><td class="left"><ul><li>机构职能</li><li>政策文件</li></ul></td><td class="right">
<div id="zoom">
${content}
<p>【打印本页】</p>
<div style="display:none">隐藏的提示</div>
</div></td></tr></table>
<div class="share">分享到：<a>微信</a></div>
<div class="foot">主办：某区人民政府办公室　网站标识码0000000000</div></body></html>
`;
}

/** A page that Word saved. */
function wordPage() {
  const content = htmlBlocks(
    (text) => `<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US>${text}<o:p></o:p></span></p>`,
    (lines) => lines.map((line) => `<p class=MsoNormal>${line || '<o:p>&nbsp;</o:p>'}</p>`).join('\r\n'),
  );
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal { font-family: 仿宋_GB2312 } --></style></head>
<body lang=ZH-CN><div class=WordSection1>
${content}
</div></body></html>
`;
}

function mhtml() {
  const quoted = Buffer.from(page('utf-8'))
    .toString('latin1')
    .replace(
      /[=\x80-\xff]/g,
      (character) => `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .split('\n')
    .map((line) => line.replace(/(?:=[0-9A-F]{2}|[^=]){60}(?=.)/g, '$&=\r\n'))
    .join('\r\n');
  return [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://example.org/notice.html',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Boundary"',
    '',
    '------Boundary',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted,
    '------Boundary',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------Boundary--',
    '',
  ].join('\r\n');
}

const text = (table) =>
  `${blocks.map((block) => (typeof block === 'string' ? block : table(block))).join('\n\n')}\n`;

/** As Excel puts a table on the clipboard. */
function tabbed(rows) {
  const quoted = (cell) => (cell.includes('\n') ? `"${cell.replace(/"/g, '""')}"` : cell);
  return rows.map(({ texts }) => texts.map(quoted).join('\t')).join('\n');
}

function piped(rows) {
  const line = (texts) =>
    `| ${texts.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, '<br>')).join(' | ')} |`;
  const [header, ...rest] = rows.map(({ texts }) => line(texts));
  return [header, `|${'---|'.repeat(rows[0].texts.length)}`, ...rest].join('\n');
}

/** How many columns of a terminal a text takes. */
const width = (line) => [...line].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

function boxed(rows) {
  const columns = rows[0].texts.map((_, i) =>
    Math.max(...rows.flatMap(({ texts }) => texts[i].split('\n').map(width))),
  );
  const rule = (sign) => `+${columns.map((column) => sign.repeat(column + 2)).join('+')}+`;
  const body = rows.flatMap(({ texts }, i) => {
    const lines = texts.map((cell) => cell.split('\n').flatMap((line, j) => (j > 0 ? ['', line] : [line])));
    const height = Math.max(...lines.map(({ length }) => length));
    const printed = Array.from({ length: height }, (_, line) => {
      const cells = lines.map((cell, j) => {
        const own = cell[line] ?? '';
        return ` ${own}${' '.repeat(columns[j] - width(own))} `;
      });
      return `|${cells.join('|')}|`;
    });
    return [...printed, rule(i === 0 ? '=' : '-')];
  });
  return [rule('-'), ...body].join('\n');
}

/** The tables as sheets, each with its title above it. */
function xlsx() {
  const workbook = new ExcelJS.Workbook();
  const fixed = new Date('2025-03-05T00:00:00Z');
  workbook.created = fixed;
  workbook.modified = fixed;
  for (const [i, block] of blocks.entries()) {
    if (typeof block === 'string') continue;
    const sheet = workbook.addWorksheet(blocks[i - 1].slice(0, 30).replace(/[*?:\\/[\]]/g, ' '));
    const columns = block[0].texts.length;
    sheet.addRow([blocks[i - 1]]);
    sheet.mergeCells(1, 1, 1, columns);
    for (const { texts } of block)
      sheet.addRow(texts.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    for (const [row, { merged }] of block.entries()) {
      for (let column = 0; column < columns; column++) {
        const span = rowSpan(block, row, column);
        if (!merged[column] && span > 1) sheet.mergeCells(row + 2, column + 1, row + span + 1, column + 1);
      }
    }
  }
  return workbook.xlsx.writeBuffer();
}

const utf16 = (content, bigEndian) => {
  const buffer = Buffer.from(`\ufeff${content}`, 'utf16le');
  return bigEndian ? buffer.swap16() : buffer;
};

const inGbk = (content) => iconv.encode(content, 'gb18030');

const seed = bytes.toString('utf8');
const forms = {
  'notice.docx': await docx(),
  'page.html': page('utf-8'),
  'word.html': wordPage(),
  'page.mhtml': mhtml(),
  'notice.md': text(piped),
  'tabs.txt': text(tabbed),
  'grid.txt': text(boxed),
  'tables.xlsx': Buffer.from(await xlsx()),
  'crlf.txt': seed.replace(/\n/g, '\r\n'),
  'bom.txt': `\ufeff${seed}`,
  'gbk.txt': inGbk(seed),
  'gbk.html': inGbk(page('gb2312')),
  'utf-16le.txt': utf16(seed, false),
  'utf-16be.txt': utf16(seed, true),
};
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(forms)) await writeFile(folder + name, content);
