import type { READING as CODES } from '../../model/codes/reading.js';
import type { SayAll } from '../language.js';
import { reasonWords } from './reasons.js';

/** How what may be told of a file is said. */
export const READING = {
  'file-not-found': (a) => `找不到文件“${a.path}”。请检查文件名和所在文件夹。`,
  'file-is-folder': (a) => `“${a.path}”是文件夹，不是文件。请写出通知文件的名字。`,
  'file-unreadable': (a) =>
    `读不了“${a.path}”（${reasonWords(a.reason)}）。请检查是否有读取权限、是否被别的程序占用。`,
  'file-empty': () => '文件里没有文字。请确认选对了文件。',
  'file-binary': () => '这不是文本文件。请在 Word/WPS 里打开通知，另存为“纯文本（.txt）”后再用。',
  'file-broken': () =>
    '文件不完整或已损坏，打不开。请在 Word/WPS 里打开它，另存一份后再用；打不开就请对方重发。',
  'file-encrypted': () => '文件设了打开密码。请在 Word/WPS 里输入密码打开，去掉密码后另存再用。',
  'file-too-large': (a) => `文件本身或解开后超过 ${a.megabytes} MB，不像一份通知，没有读。请确认选对了文件。`,
  'file-changing': (a) => `“${a.path}”正在被改动，没有读。请等它存完或同步完再试。`,
  'elements-too-many': (a) =>
    `文档里的段落、文字块等超过 ${a.most} 个，不像一份通知，没有读。请确认选对了文件；确是通知就请分成几个文件。`,
  'cells-too-many': (a) =>
    `工作表里合并的或设了下拉列表的单元格超过 ${a.most} 个，没有读。请取消整列、整表的合并后再用。`,
  'rows-too-many': (a) =>
    `表格共有 ${a.rows} 行，超过 ${a.most} 行，不像一份通知，没有读。请确认选对了文件；确是通知就请分成几个文件。`,
  'no-notices': (a) =>
    `“${a.path}”里没有通知文件（.docx、.doc、.wps、.html、.mhtml、.xlsx、.txt、.md）。请检查文件夹。`,
  'zip-no-document': () => '这是压缩包，里面不是 Word 或 Excel 文档。请先解压，再用里面的通知文件。',
  'format-unsupported': (a) =>
    `不能读 ${a.format} 文件。请用 Word/WPS 打开它，另存为 Word 文档（.docx）后再用；扫描件要先做文字识别并核对。`,
  'page-without-notice': () =>
    '网页里没有找到通知（主送机关、条目或任务表都没有）。请打开通知正文那一页再保存，或把正文粘到 Word 里存为 .docx。',
  'page-too-deep': (a) =>
    `文件里的元素套了 ${a.deepest} 层以上，不像一份通知，没有读。请把正文粘到新的 Word 文档里存为 .docx 后再用。`,
  'encoding-unknown': () =>
    '认不出文件的编码（试过 UTF-8、UTF-16、GB18030）。请另存为 UTF-8 编码的文本；知道编码就用 --encoding 写明，如 --encoding big5。',
  'encoding-wrong': (a) =>
    `按“${a.encoding}”读不通这个文件，或没有这种编码。请去掉 --encoding 让程序自己认，或换一种编码。`,
  'encoding-damaged': () =>
    '这里有乱码“�”：文件在转存时编码用错，原来的字已经丢了。请从原件重新另存为 UTF-8 文本或 .docx。',
  'cells-unmarked': () =>
    '这里的表格被拆成一行一个单元格，没有标记，分不清哪些字在同一行、同一列。请直接用原来的 Word 文件（.docx），或在 Word 里把表格复制到文本文件。',
  'lines-ambiguous': () =>
    '这张表的单元格有相连的几行，分不清是另起一行还是排版折行（折行会把一个单位拆成两个），整张表没有读。请直接用原来的 Word 文件（.docx）；用 pandoc 转换的请加 --wrap=none。',
  'table-misaligned': () =>
    '这张表有一行的文字跨过了表格的列线，分不清在哪一列，整张表没有读。请直接用原来的 Word 文件（.docx）。',

  // What a format brings along.
  'tracked-changes': () => '文件里有修订标记，按全部接受后的文字读。请确认这是定稿。',
  'text-box': (a) =>
    `文件里有文本框，文字已并入所在段落之后：${a.texts.map((text) => `“${text.slice(0, 20)}”`).join('、')}。`,
  'numbering-rebuilt': (a) => `有 ${a.count} 段的编号是自动生成的，不在文字里，已按编号设置写回文字。`,
  'numbering-unreadable': (a) =>
    `这一段的编号是 Word 自动生成的，读不出来：“${a.text.slice(0, 20)}”。请在 Word 里把编号转换为文本后再用。`,
  'nested-table': () => '单元格里还套着表格，已按文字并入这个单元格。请核对。',
  'formulas-unsaved': (a) =>
    `工作表“${a.sheet}”有 ${a.cells.length} 个公式没有存下结果，按空白读了：${a.cells.slice(0, 5).join('、')}${a.cells.length > 5 ? ' 等' : ''}。请用 Excel 打开、保存一次再用。`,
  'sheet-hidden': (a) => `工作表“${a.sheet}”是隐藏的，没有读。里面如有任务，请取消隐藏后再用。`,
  'text-struck': (a) =>
    `工作表“${a.sheet}”有 ${a.cells.length} 个单元格的文字划了删除线，按删去读了：${a.cells.slice(0, 5).join('、')}${a.cells.length > 5 ? ' 等' : ''}。请核对。`,
} satisfies SayAll<keyof typeof CODES>;
