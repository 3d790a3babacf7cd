import type { ArgsOf } from '../../model/codes/index.js';
import type { READING as CODES } from '../../model/codes/reading.js';
import type { SayAll } from '../language.js';
import { reasonWords } from './reasons.js';

/** What is drawn and not read. */
const DRAWN: Readonly<Record<ArgsOf<'cell-unread'>['what'], string>> = {
  picture: '张图片',
  chart: '个图表',
  diagram: '个图示（SmartArt）',
  formula: '个旧式公式',
  control: '个控件',
  object: '个嵌入的文件',
};

/** Where something stands that has no words, for a person who looks for it. */
const behind = (near: string) => (near === '' ? '' : `（在“${near}”处）`);

/** The first of some addresses. */
function some(all: readonly string[]): string {
  return `${all.slice(0, 5).join('、')}${all.length > 5 ? ' 等' : ''}`;
}

const reading = (text: string) => (text === '' ? '没有这些字' : `“${clipped(text)}”`);

const clipped = (text: string) => {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
};

/** What to do with a file that this program wrote and somebody takes for a notice. */
const OWN: Readonly<Record<ArgsOf<'file-own'>['kind'], readonly [what: string, todo: string]>> = {
  sheet: ['任务清单', '填好发回的清单用来汇总（collect），或和通知放在一起把填过的带到新清单。'],
  registry: ['单位名录', '请存成“名录.xlsx”或“units.yaml”，和通知放在一起，或用 --units 写明。'],
  book: ['任务台账', '要用它，请用 --from 写明，或当作原通知和新通知对照（diff）。'],
  workbook: ['', ''],
  other: ['', ''],
};

function ownWords(kind: keyof typeof OWN): string {
  const [what, todo] = OWN[kind];
  return `这是本程序写的${what}，不是通知，没有用。${todo}要读的是通知本身：发来的 Word、PDF、网页等。在它上面改写成通知的，请把内容复制到新建的文件里。`;
}

const AS_WORD = '请用 Word/WPS 打开它，另存为 Word 文档（.docx）后再用。';

/** Forms that are not read: what they are called where that differs, and what to do. */
const UNSUPPORTED: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  PPT: [
    '演示文稿（PPT）',
    '请用通知的 Word、Excel、PDF 文件；只有演示文稿的，把里面的表格和文字复制到 Word 文档（.docx）再用。',
  ],
  CEB: [
    '方正 CEB',
    '请从发文单位取 Word 文件（.docx）或 OFD、PDF；只有它的，用方正 Apabi Reader 打开，打印成 PDF 再用。',
  ],
  CAJ: ['知网 CAJ', '请换成 PDF 或 Word 文件（.docx）；只有它的，用 CAJViewer 打开，另存或打印成 PDF 再用。'],
  XPS: ['XPS', '请从发文单位取 Word 文件（.docx）；只有它的，用 XPS 查看器打开，打印成 PDF 再用。'],
  PostScript: ['PostScript', '请从发文单位取 Word 文件（.docx）或 PDF 再用。'],
  iWork: [
    '苹果 Pages、Numbers',
    '请在苹果电脑或 iCloud 上打开它，导出为 Word（.docx）或 Excel（.xlsx）后再用。',
  ],
  EPUB: ['EPUB 电子书', '请换成 Word 文件（.docx）或 PDF 再用。'],
  UOF: [
    '标文通 UOF',
    '请用 WPS 或永中 Office 打开它，另存为 Word 文档（.docx）或 Excel 工作簿（.xlsx）后再用。',
  ],
  XML: ['XML', '请用生成它的软件打开，另存为 Word 文档（.docx）、Excel 工作簿（.xlsx）或 PDF 后再用。'],
  OLE: [
    '这种旧格式（OLE）',
    '请用 WPS 或 Word 打开它，另存为 Word 文档（.docx）或 Excel 工作簿（.xlsx）后再用。',
  ],
};

function unsupportedWords(format: string): string {
  const isWorkbook = format.startsWith('Excel');
  const [what, todo] = UNSUPPORTED[format] ?? [
    format,
    isWorkbook ? '请用 Excel/WPS 打开它，另存为 Excel 工作簿（.xlsx）后再用。' : AS_WORD,
  ];
  return `不能读${/^\w/.test(what) ? ' ' : ''}${what}${/\w$/.test(what) ? ' ' : ''}文件。${todo}`;
}

/** How what may be told of a file is said. */
export const READING = {
  'file-not-found': (a) => `找不到文件“${a.path}”。请检查文件名和所在文件夹。`,
  'folder-not-found': (a) => `找不到文件夹“${a.path}”。请检查名字，和它在不在当前文件夹里。`,
  'mcp-outside': (a) => `“${a.path}”不在这个文件夹里，或是链接，不读。请用 files 列出的名字。`,
  'folder-is-file': (a) =>
    `“${a.path}”是文件，不是文件夹。请写出文件夹的名字；只有这一个文件的，请先把它放进一个文件夹。`,
  'file-is-folder': (a) =>
    `“${a.path}”是文件夹，不是文件。请写出通知文件的名字；parse、build 可以读整个文件夹，用 -o 写明写到哪个文件夹。`,
  'file-unreadable': (a) =>
    `读不了“${a.path}”（${reasonWords(a.reason)}）。${a.reason === 'EISDIR' ? '请看看里面是什么，把它移走或者换一个名字，再运行一次。' : '请检查是否有读取权限、是否被别的程序占用。'}`,
  'file-empty': () =>
    '文件是空的，没有文字。可能没有保存好、没有下载完，或者选错了文件，请打开看看，换成有内容的再用。',
  'file-scrambled': (a) =>
    `名字是 ${a.ending}，内容却不是这种文件，也不是文本：可能没有下载完，或被加密软件加了密。请在 Office 或 WPS 里打开它，另存一份后再用；打不开就请对方重发。`,
  'file-archive': (a) => `这是压缩包（${a.format}），没有打开。请先解压，再用里面的文件。`,
  'archive-empty': () => '压缩包是空的，里面没有文件。请确认选对了文件；里面本来有文件的，请对方重发。',
  'archive-locked': () => '压缩包设了密码，没有打开。请用密码解压，再用里面的文件。',
  'file-picture': (a) =>
    `这是图片（${a.format}），里面没有可以读的文字。请用原来的电子文件（Word、Excel、PDF 等）；只有扫描件的，先做文字识别并核对。`,
  'file-shortcut': (a) =>
    `这是快捷方式（${a.format}），里面没有通知。请用它指向的文件本身；指向网页的，打开网页，把附件下载下来或把网页另存为 .html。`,
  'file-same': (a) => `和“${a.of}”内容一模一样，只用那一份。`,
  'file-own': (a) => ownWords(a.kind),
  'file-binary': () =>
    '认不出这是什么文件：不是 Word、Excel、WPS、PDF、OFD 和网页，也不是文本。请用打得开它的软件另存为 Word 文档（.docx）或导出为 PDF；打不开就请对方改发 Word 文件。',
  'file-broken': () =>
    '文件不完整或已损坏，打不开。请用 Office 或 WPS 打开它，另存一份后再用；打不开就请对方重发。',
  'file-encrypted': () =>
    '文件加了密，要密码或证书才能打开。请用 Word、Excel、WPS 或阅读器打开它，去掉密码后另存再用；去不掉就请从发文单位取没有加密的 Word 文件（.docx）。',
  'file-too-large': (a) => `文件本身或解开后超过 ${a.megabytes} MB，不像一份通知，没有读。请确认选对了文件。`,
  'file-changing': (a) => `“${a.path}”正在被改动，没有读。请等它存完或同步完再试。`,
  'elements-too-many': (a) =>
    `文档里的段落、文字块等超过 ${a.most} 个，不像一份通知，没有读。请确认选对了文件；确是通知就请分成几个文件。`,
  'cells-too-many': (a) =>
    `工作表里合并的或设了下拉列表的单元格超过 ${a.most} 个，没有读。请取消整列、整表的合并后再用。`,
  'sheet-too-large': (a) =>
    `工作簿里有内容的单元格超过 ${a.most} 个，不像一份通知，没有读。请确认选对了文件；确是通知就请只留任务表另存。`,
  'rows-too-many': (a) =>
    `表格共有 ${a.rows} 行，超过 ${a.most} 行，不像一份通知，没有读。请确认选对了文件；确是通知就请分成几个文件。`,
  'no-notices': (a) => `“${a.path}”里没有通知文件（Word、PDF、OFD、WPS、网页、Excel、文本）。请检查文件夹。`,
  'zip-no-document': () =>
    '这是压缩包，没有打开里面的文件。请先解压，再用里面的通知文件（Word、Excel、PDF 等）。',
  'file-mail': () =>
    '这是一封存下来的邮件，没有读。请用邮件软件打开它，把附件里的通知文件另存出来再用；通知写在信里的，复制到 Word 文档（.docx）再用。',
  'format-unsupported': (a) => unsupportedWords(a.format),
  'page-without-notice': () =>
    '网页里没有找到通知（主送机关、条目或任务表都没有）。请打开通知正文那一页再保存，或把正文粘到 Word 里存为 .docx。',
  'page-in-frames': (a) =>
    `网页的正文在框架里（${a.pages.slice(0, 3).join('、')}），不在这个文件里。请单独打开框架里的那一页再保存。`,
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
  'drawing-unread': (a) =>
    `这里有一${DRAWN[a.what]}，里面的文字读不了${behind(a.near)}。里面如有任务、单位或数字，请改成文字后再用。`,
  'object-unread': (a) =>
    `这里嵌着另一个文件（Excel 表、Word 文档等），没有读${behind(a.near)}。请双击打开它，把内容复制成文字或表格后再用。`,
  'cell-unread': (a) => `这个单元格里是一${DRAWN[a.what]}，没有文字，读不出单位或任务。请改成文字后再用。`,
  'field-unread': (a) =>
    `这里的文字由 Word 的域“${a.field.slice(0, 30)}”生成，文件里没有存下${behind(a.near)}。请在 Word 里选中它，按 F9 更新后保存，或按 Ctrl+Shift+F9 转换为文字。`,
  'part-unread': (a) =>
    `这里插入了另一个文件“${a.part}”，读不了${behind(a.near)}。请在 Word/WPS 里打开通知，另存一份后再用。`,
  'words-struck': (a) => `这里的文字划了删除线，按删去读了：“${clipped(a.text)}”。请核对。`,
  'row-struck': (a) => `表里有一行划了删除线，按删去读了：“${clipped(a.text)}”。请核对。`,
  'words-hidden': (a) => `这里有隐藏的文字，打开文件看不到，没有读进任务：“${clipped(a.text)}”。请核对。`,
  'readers-differ': (a) =>
    `两种读法不一样：本程序读成${reading(a.ours)}，另一个程序（mammoth）读成${reading(a.theirs)}。请对照原件看哪个对；本程序读错了请告诉我们。`,
  'cross-checked': (a) =>
    `用另一个程序（mammoth）又读了一遍，比对段落 ${a.paragraphs} 个、单元格 ${a.cells} 个：${a.differences === 0 ? '一致' : `不一致 ${a.differences} 处`}${a.known > 0 ? `；另有 ${a.known} 处是那个程序已知读不到的` : ''}。`,
  'second-reading-failed': () => '另一个程序（mammoth）打不开这个文件，没有比对。',
  'formulas-unsaved': (a) =>
    `工作表“${a.sheet}”有 ${a.cells.length} 个公式没有存下结果，按空白读了：${some(a.cells)}。请用 Excel 打开、保存一次再用。`,
  'sheet-hidden': (a) => `工作表“${a.sheet}”是隐藏的，没有读。里面如有任务，请取消隐藏后再用。`,
  'text-struck': (a) =>
    `工作表“${a.sheet}”有 ${a.cells.length} 个单元格的文字划了删除线，按删去读了：${some(a.cells)}。请核对。`,
  'frame-unread': (a) =>
    `网页里嵌着另一个网页（${a.address}），不在这个文件里，没有读。里面如有任务，请单独打开它再保存。`,
  'file-linked': (a) => `“${a.text}”是另一个文件，网页里只有链接，没有读。里面如有任务，请下载后另读。`,
  'file-attached': (a) =>
    `里面还附着别的文件（${a.files.join('、')}），没有读。里面如有任务，请在阅读软件的附件栏里把它另存出来，单独读。`,
  'page-saved': (a) =>
    `这份文件是从网站页面存下或打印的（有“${a.text}”），页面上别的栏目里的表格也可能读成任务。请核对各表是不是本通知的；最好改存网页本身（.html）再读。`,
  'page-repeated': (a) => `网页上同一篇通知有 ${a.copies} 份（多为打印版），只读了一份。`,
  'page-incomplete': (a) =>
    `通知分成了几页（“${clipped(a.pager)}”），文件里只有一页，任务不全。请把各页正文依次粘到一个 Word 文档里存为 .docx 后再用。`,
  'cells-hidden': (a) => {
    const rows = a.rows.length > 0 ? `第 ${some(a.rows)} 行` : '';
    const columns = a.columns.length > 0 ? `第 ${some(a.columns)} 列` : '';
    const where = [rows, columns].filter((each) => each !== '').join('、');
    return `工作表“${a.sheet}”${where === '' ? '' : `的${where}`}有隐藏的单元格（${some(a.cells)}），打开文件看不到，没有读。里面如有任务，请取消隐藏后再用。`;
  },
  'ratio-or-time': (a) =>
    `工作表“${a.sheet}”的 ${some(a.cells)} 存的是时间（如 1:05）。如果本来是比例，请把单元格改成文本格式重新录入。`,
  'cell-comments': (a) => `工作表“${a.sheet}”的 ${some(a.cells)} 有批注，没有算作正文。请核对。`,
  'notes-aside': (a) =>
    `文件里有 ${a.count} 条脚注、尾注，没有算作正文：“${clipped(a.text)}”。里面如有任务、单位或数字，请写进正文再用。`,
  'sheet-boxes': (a) =>
    `工作表“${a.sheet}”有文本框，文字已读在表格前后：${a.texts.map((text) => `“${clipped(text)}”`).join('、')}。`,
  'lines-joined': (a) =>
    `各行多在同样的宽度处断开（多见于从 PDF、邮件复制的文字），已把 ${a.count} 处断行接成整段。请核对。`,
  'lines-broken': (a) =>
    `一句话多在同样的宽度处断成了几段（${a.count} 处，这里是第一处；多见于从 PDF、邮件粘贴的文字），没有接起来，任务和单位会断在半截。请在原文件里把断开的各段接好；或把全文存为文本文件（.txt）再用，断行会自动接成整段。`,
  'page-scanned': () =>
    '这一页是扫描的图片，没有可读的文字，没有读。请从发文单位取 Word 文件（.docx），或先做文字识别、核对后存为 .docx 再用。',
  'pages-scanned': (a) =>
    `文件是扫描件（${a.pages} 页都是图片），没有可读的文字。请从发文单位取 Word 文件（.docx），或先做文字识别、核对后存为 .docx 再用。`,
  'columns-unruled': (a) =>
    `这里的文字分成几栏，没有画线，分不清哪些字在同一格（在“${clipped(a.text)}”处），按一行一行的文字读了。请直接用原来的 Word 文件（.docx）。`,
  'text-not-level': (a) =>
    `这里的文字不是从左往右横着印的（竖排，或者整块转了方向；在“${clipped(a.text)}”处），没有读成任务，只按原样留着。请直接用原来的 Word、Excel 文件；没有的，把文字改成横排再导出。`,
  'sheet-in-parts': (a) =>
    `工作表太宽，打印时分到了几页：这一页是第 ${a.first} 页右边的几栏，没有接到一起，任务读不全。请直接用原来的 Excel 文件（.xlsx）。`,
  'text-overprinted': (a) =>
    `这里的字叠印在一起（“${clipped(a.text)}”），看不清也读不准。请直接用原来的 Word、Excel 文件，或把行高、列宽调到放得下再导出。`,
  'text-cut': (a) =>
    `这一页的字超出了纸边或格子，没有印全（缺“${clipped(a.text)}”一带），读出来的任务、单位会少字。请直接用原来的 Word、Excel 文件，或把页面调窄再导出。`,
  'rules-unclear': (a) =>
    `这里的框线合不成一格一格的（表里又有表，或两张表连在一起；在“${clipped(a.text)}”处），分不清哪些字在同一格。请直接用原来的 Word 文件（.docx）。`,
  'names-unclear': (a) =>
    `“${clipped(a.before)}”正好排满一行，看不出下一行的“${clipped(a.behind)}”是另一个单位，还是同一个单位的后半截。请对照原件核对这一格；改用原来的 Word 文件（.docx），或在两个单位之间补上“、”再导出。`,
  'text-across': (a) => `页面上有斜着印的文字（水印），没有算作正文：“${clipped(a.text)}”。`,
  'glyphs-unknown': (a) =>
    `有 ${a.count} 个字文件里没有说是什么字（字体没有编码表），这里是第一个，读成了“�”。请从发文单位取 Word 文件（.docx）；没有就对照原件补上。`,
  'font-unreadable': () =>
    '文件里的字体没有编码表，文字看得到、读不出（复制出来也是乱码）。请从发文单位取 Word 文件（.docx），或先做文字识别、核对后存为 .docx 再用。',
  'pages-too-many': (a) => `文件超过 ${a.most} 页，不像一份通知，没有读。请确认选对了文件。`,
  'characters-replaced': (a) =>
    `有 ${a.count} 个字用的是部首或兼容字符（多见于从 PDF 复制的文字），已换成看上去一样的汉字：${some(a.pairs)}。`,
  'characters-private': (a) =>
    `有 ${a.count} 个字符只有原来的字体才认得，这里是第一个，读不出是什么字。请对照原件补上。`,
} satisfies SayAll<keyof typeof CODES>;
