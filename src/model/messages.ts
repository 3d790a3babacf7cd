import type { Diagnostic, Severity } from './diagnostic.js';
import type { Place } from './place.js';

/** Exit codes of the command line: the notice has errors, wrong use, cannot read or write. */
export type ExitCode = 1 | 2 | 3;

interface Wording {
  readonly severity: Severity;
  /** The exit code an error with this code leads to; warnings and infos lead to none. */
  readonly exit?: ExitCode;
  readonly say: (args: never) => string;
}

const suggest = (nearest: readonly string[]) => (nearest.length > 0 ? `是不是：${nearest.join('、')}？` : '');

/** Every diagnostic the program can give: the one place where they are worded. */
const MESSAGES = {
  // Reading the file.
  'file-not-found': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) => `找不到文件“${a.path}”。请检查文件名和所在文件夹。`,
  },
  'file-is-folder': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) => `“${a.path}”是文件夹，不是文件。请写出通知文件的名字。`,
  },
  'file-unreadable': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string; reason: string }) =>
      `读不了“${a.path}”（${a.reason}）。请检查是否有读取权限、是否被别的程序占用。`,
  },
  'file-empty': {
    severity: 'error',
    exit: 3,
    say: () => '文件里没有文字。请确认选对了文件。',
  },
  'file-binary': {
    severity: 'error',
    exit: 3,
    say: () => '这不是文本文件。请在 Word/WPS 里打开通知，另存为“纯文本（.txt）”后再用。',
  },
  'file-broken': {
    severity: 'error',
    exit: 3,
    say: () => '文件不完整或已损坏，打不开。请在 Word/WPS 里打开它，另存一份后再用；打不开就请对方重发。',
  },
  'file-encrypted': {
    severity: 'error',
    exit: 3,
    say: () => '文件设了打开密码。请在 Word/WPS 里输入密码打开，去掉密码后另存再用。',
  },
  'file-too-large': {
    severity: 'error',
    exit: 3,
    say: (a: { megabytes: number }) =>
      `文件本身或解开后超过 ${a.megabytes} MB，不像一份通知，没有读。请确认选对了文件。`,
  },
  'file-changing': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) => `“${a.path}”正在被改动，没有读。请等它存完或同步完再试。`,
  },
  'elements-too-many': {
    severity: 'error',
    exit: 3,
    say: (a: { most: number }) =>
      `文档里的段落、文字块等超过 ${a.most} 个，不像一份通知，没有读。请确认选对了文件；确是通知就请分成几个文件。`,
  },
  'cells-too-many': {
    severity: 'error',
    exit: 3,
    say: (a: { most: number }) =>
      `工作表里合并的或设了下拉列表的单元格超过 ${a.most} 个，没有读。请取消整列、整表的合并后再用。`,
  },
  'rows-too-many': {
    severity: 'error',
    exit: 3,
    say: (a: { rows: number; most: number }) =>
      `表格共有 ${a.rows} 行，超过 ${a.most} 行，不像一份通知，没有读。请确认选对了文件；确是通知就请分成几个文件。`,
  },
  'no-notices': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) =>
      `“${a.path}”里没有通知文件（.docx、.doc、.wps、.html、.mhtml、.xlsx、.txt、.md）。请检查文件夹。`,
  },
  'zip-no-document': {
    severity: 'error',
    exit: 3,
    say: () => '这是压缩包，里面不是 Word 或 Excel 文档。请先解压，再用里面的通知文件。',
  },
  'format-unsupported': {
    severity: 'error',
    exit: 3,
    say: (a: { format: string }) =>
      `不能读 ${a.format} 文件。请用 Word/WPS 打开它，另存为 Word 文档（.docx）后再用；扫描件要先做文字识别并核对。`,
  },
  'page-without-notice': {
    severity: 'error',
    exit: 3,
    say: () =>
      '网页里没有找到通知（主送机关、条目或任务表都没有）。请打开通知正文那一页再保存，或把正文粘到 Word 里存为 .docx。',
  },
  'page-too-deep': {
    severity: 'error',
    exit: 3,
    say: (a: { deepest: number }) =>
      `文件里的元素套了 ${a.deepest} 层以上，不像一份通知，没有读。请把正文粘到新的 Word 文档里存为 .docx 后再用。`,
  },
  'encoding-unknown': {
    severity: 'error',
    exit: 3,
    say: () =>
      '认不出文件的编码（试过 UTF-8、UTF-16、GB18030）。请另存为 UTF-8 编码的文本；知道编码就用 --encoding 写明，如 --encoding big5。',
  },
  'encoding-wrong': {
    severity: 'error',
    exit: 3,
    say: (a: { encoding: string }) =>
      `按“${a.encoding}”读不通这个文件，或没有这种编码。请去掉 --encoding 让程序自己认，或换一种编码。`,
  },
  'encoding-damaged': {
    severity: 'error',
    exit: 3,
    say: () =>
      '这里有乱码“�”：文件在转存时编码用错，原来的字已经丢了。请从原件重新另存为 UTF-8 文本或 .docx。',
  },
  'cells-unmarked': {
    severity: 'error',
    exit: 3,
    say: () =>
      '这里的表格被拆成一行一个单元格，没有标记，分不清哪些字在同一行、同一列。请直接用原来的 Word 文件（.docx），或在 Word 里把表格复制到文本文件。',
  },
  'lines-ambiguous': {
    severity: 'error',
    exit: 3,
    say: () =>
      '这个单元格有相连的几行，分不清是另起一行还是排版折行（折行会把一个单位拆成两个）。请直接用原来的 Word 文件（.docx）；用 pandoc 转换的请加 --wrap=none。',
  },
  'table-misaligned': {
    severity: 'error',
    exit: 3,
    say: () => '这一行的文字跨过了表格的列线，分不清在哪一列。请直接用原来的 Word 文件（.docx）。',
  },

  // What a format brings along.
  'tracked-changes': {
    severity: 'warning',
    say: () => '文件里有修订标记，按全部接受后的文字读。请确认这是定稿。',
  },
  'text-box': {
    severity: 'info',
    say: (a: { texts: readonly string[] }) =>
      `文件里有文本框，文字已并入所在段落之后：${a.texts.map((text) => `“${text.slice(0, 20)}”`).join('、')}。`,
  },
  'numbering-rebuilt': {
    severity: 'info',
    say: (a: { count: number }) => `有 ${a.count} 段的编号是自动生成的，不在文字里，已按编号设置写回文字。`,
  },
  'numbering-unreadable': {
    severity: 'warning',
    say: (a: { text: string }) =>
      `这一段的编号是 Word 自动生成的，读不出来：“${a.text.slice(0, 20)}”。请在 Word 里把编号转换为文本后再用。`,
  },
  'nested-table': {
    severity: 'warning',
    say: () => '单元格里还套着表格，已按文字并入这个单元格。请核对。',
  },
  'sheet-hidden': {
    severity: 'info',
    say: (a: { sheet: string }) => `工作表“${a.sheet}”是隐藏的，也读了。`,
  },
  'formulas-unsaved': {
    severity: 'warning',
    say: (a: { sheet: string; cells: readonly string[] }) =>
      `工作表“${a.sheet}”有 ${a.cells.length} 个公式没有存下结果，按空白读了：${a.cells.slice(0, 5).join('、')}${a.cells.length > 5 ? ' 等' : ''}。请用 Excel 打开、保存一次再用。`,
  },

  // Reading the notice.
  'no-tasks': {
    severity: 'error',
    exit: 1,
    say: () =>
      '没有找到任务：既没有任务表，也没有写明责任单位的条款。请确认文件是全的；表格若是图片或被拆散成文字，请用原来的 Word 文件（.docx）。',
  },
  'two-notices': {
    severity: 'error',
    exit: 1,
    say: (a: { first: string; second: string }) =>
      `文件里有两份通知（${a.first}、${a.second}），不能合成一份台账。请分成两个文件，各自处理。`,
  },
  'table-no-header': {
    severity: 'error',
    exit: 1,
    say: (a: { header: string }) =>
      `这张表的表头里没有“名称”一类的列，读不出任务（表头：${a.header}）。请检查第一行是不是表头。`,
  },
  'table-no-tasks': {
    severity: 'warning',
    say: (a: { header: string }) =>
      `这张表没有牵头或责任单位的列，不当作任务表，原样保留（第一行：${a.header}）。`,
  },
  'table-continued': {
    severity: 'info',
    say: () => '这张表没有表头，列数与上一张相同、中间没有文字，推定是上一张的续表。请核对。',
  },
  'clause-unread': {
    severity: 'warning',
    say: (a: { text: string }) =>
      `这段话像是写了谁负责，但读不出单位，没有成为任务：“…${a.text.slice(-40)}”。请核对，或把单位写成“（牵头单位：某局；责任单位：某局）”。`,
  },
  'column-of-units': {
    severity: 'warning',
    say: (a: { header: string }) =>
      `“${a.header}”这一列填的像是单位，但表头看不出是牵头还是责任，没有当作任务的单位，内容记在通知备注里。请核对表头。`,
  },
  'column-other': {
    severity: 'info',
    say: (a: { header: string }) =>
      `“${a.header.replaceAll('\n', ' ')}”这一列程序不认识，内容原样记在通知备注里。`,
  },
  'row-total': {
    severity: 'info',
    say: () => '这一行是合计，不当作任务。',
  },
  'row-cell-count': {
    severity: 'error',
    exit: 1,
    say: (a: { row: string; expected: number; found: number }) =>
      `第 ${a.row} 行有 ${a.found} 个单元格，表头有 ${a.expected} 个，不能确定哪个单位在哪一列。请补齐或删去多余的单元格（空单元格也要占位）。`,
  },
  'text-unclaimed': {
    severity: 'error',
    exit: 1,
    say: (a: { text: string }) =>
      `这段文字归不到通知的任何部分，已原样保留：“${a.text}”。请看看它该放在哪里。`,
  },

  // What the notice leaves open.
  'number-missing': {
    severity: 'warning',
    say: () => '没有找到发文字号（如“某府发〔2025〕1号”）。',
  },
  'title-missing': { severity: 'warning', say: () => '没有找到通知的标题。' },
  'date-missing': { severity: 'warning', say: () => '没有找到成文日期。' },
  'registry-none': {
    severity: 'info',
    say: () => '没有适用于本通知的单位名录：单位按通知原文，集体称谓里只列通知印出名字的乡镇（街道）。',
  },
  'name-inherited': {
    severity: 'info',
    say: (a: { name: string }) => `名称空白，推定承上：“${a.name}”。`,
  },
  'lead-inherited': {
    severity: 'warning',
    say: (a: { lead: string }) => `牵头单位空白，推定承上：“${a.lead}”。请核对原件是否为合并单元格。`,
  },
  'lead-missing': {
    severity: 'warning',
    say: () => '没有写明谁牵头，上面也没有可承的，牵头单位留空。请核对原件。',
  },
  'lead-by-order': {
    severity: 'info',
    say: (a: { lead: string; rule: string }) => `按通知所说“${a.rule}”，以排第一的“${a.lead}”为牵头单位。`,
  },
  'responsible-empty': {
    severity: 'warning',
    say: () => '责任单位空白，而同名任务的上一行有责任单位。按空白处理，请核对原件是否为合并单元格。',
  },
  'cell-missing': {
    severity: 'info',
    say: (a: { column: string }) => `这一行末尾缺“${a.column}”单元格，按空白处理。`,
  },
  'header-repeated': { severity: 'info', say: () => '表头在换页处重复印出，已跳过。' },
  'unit-unlisted': {
    severity: 'warning',
    say: (a: { name: string; nearest: readonly string[] }) =>
      `单位名录里没有“${a.name}”，按原文作为一个单位。${suggest(a.nearest)}`,
  },
  'unit-odd': {
    severity: 'warning',
    say: (a: { name: string }) => `“${a.name}”不像单位名称，按原文作为一个单位。请核对原件。`,
  },
  'members-by-place': {
    severity: 'info',
    say: (a: { group: string; places: readonly string[] }) =>
      `“${a.group}”没有说是哪些；目标里点到的${a.places.join('、')}按成员列出，其余列为“可能涉及”。`,
  },
  'deadline-inferred': {
    severity: 'info',
    say: (a: { count: number; by: string }) =>
      `有 ${a.count} 项任务没有印出完成时限，按工作年度的最后一天 ${a.by} 推定。`,
  },
  'deadline-unread': {
    severity: 'warning',
    say: (a: { text: string }) => `读不出这个时限是哪一天：“${a.text}”。按原文保留，没有推定日期。`,
  },
  'figure-unread': {
    severity: 'info',
    say: (a: { text: string }) => `“…${a.text}…”里的数字没有单位，没有当作指标。请核对。`,
  },
  'only-in-body': {
    severity: 'info',
    say: (a: { name: string; measure: string; tasked: boolean }) =>
      a.tasked
        ? `正文${a.measure}点到“${a.name}”，附表里对应的任务没有它。请核对是否漏列。`
        : `正文${a.measure}点到“${a.name}”，附表里没有对应的任务。`,
  },
  'members-unknown': {
    severity: 'info',
    say: (a: { group: string }) => `“${a.group}”包括哪些单位，通知和名录都没有说，列为“可能涉及”。`,
  },

  // Reading a registry.
  'registry-invalid': {
    severity: 'error',
    exit: 3,
    say: (a: { detail: string }) => `单位名录写得不对（${a.detail}）。格式见 wulong-tasks schema registry。`,
  },
  'name-shared': {
    severity: 'error',
    exit: 3,
    say: (a: { name: string; units: readonly [string, string] }) =>
      `“${a.name}”既是“${a.units[0]}”又是“${a.units[1]}”的名称，不能确定是谁。请改掉其中一个。`,
  },

  // Reading how the rules of `check` are to be taken.
  'config-invalid': {
    severity: 'error',
    exit: 3,
    say: (a: { detail: string }) =>
      `检查设置写得不对（${a.detail}）。格式见 wulong-tasks schema check-config，规则见 wulong-tasks check --rules。`,
  },

  // Reading a task sheet that somebody filled in.
  'not-a-sheet': {
    severity: 'error',
    exit: 3,
    say: () => '这不是任务清单：没有找到“编号、任务名称、目标内容”的表头。请确认是本程序出的清单。',
  },

  'nothing-returned': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) => `“${a.path}”里没有收回的清单（.xlsx 或 .csv）。请确认文件夹。`,
  },
  'return-unit': {
    severity: 'error',
    exit: 1,
    say: (a: { unit: string }) =>
      `认不出“${a.unit}”是哪个单位，填的内容放在“其他内容”里。请改封面上的“单位”或文件名后重新汇总。`,
  },
  'return-unit-differs': {
    severity: 'warning',
    say: (a: { cover: string; name: string }) =>
      `封面写的是“${a.cover}”，文件名是“${a.name}”，按封面汇总。请核对是不是发错了。`,
  },
  'return-twice': {
    severity: 'warning',
    say: (a: { unit: string; first: string }) =>
      `“${a.unit}”交了不止一份（前一份是 ${a.first}），各份都列出，统计以后一份为准。`,
  },
  'return-old': {
    severity: 'warning',
    say: (a: { edition: string }) =>
      `填的是旧版清单（${a.edition}），通知后来改过。还在的任务照常汇总，其余放在“其他内容”里。`,
  },
  'return-lost': {
    severity: 'warning',
    say: (a: { lost: readonly string[] }) => `文件里有${a.lost.join('、')}，汇总里没有，请看原件。`,
  },
  'return-task': {
    severity: 'warning',
    say: (a: { id: string }) => `通知里没有编号为“${a.id}”的任务，这一行放在“其他内容”里。`,
  },
  'return-edited': {
    severity: 'warning',
    say: (a: { column: string; text: string }) =>
      `“${a.column}”和通知不一样，被改成了“${a.text}”。汇总用通知的原文。`,
  },
  'return-status': {
    severity: 'warning',
    say: (a: { status: string; known: readonly string[] }) =>
      `进展状态“${a.status}”不在${a.known.join('、')}之内。照原样列出，不计入这几类。`,
  },
  'return-date': {
    severity: 'warning',
    say: (a: { column: string; text: string }) =>
      `“${a.column}”填的“${a.text}”不是日期。照原样列出，请改成 2025-6-30 这样的日期。`,
  },
  'return-conflict': {
    severity: 'warning',
    say: (a: { name: string; lead: string; status: string; others: readonly string[] }) =>
      `“${a.name}”：牵头单位${a.lead}填“${a.status}”，责任单位${a.others.join('、')}。请核实。`,
  },
  'roll-up-damaged': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string; detail: string }) =>
      `“${a.path}”不是汇总（${a.detail}）。请用 wulong-tasks collect 文件夹/ -o 汇总.json 生成，再写 --progress 汇总.json。`,
  },
  'roll-up-other-notice': {
    severity: 'warning',
    say: (a: { path: string; rollUp: string; notice: string }) =>
      `“${a.path}”汇总的是${a.rollUp}，不是${a.notice}。只显示两份通知里都有的任务的进展，请核对。`,
  },
  'roll-up-stray': {
    severity: 'warning',
    say: (a: { count: number; names: readonly string[] }) =>
      `汇总里有 ${a.count} 项任务不在这份通知里，页面上没有它们的进展：${a.names.slice(0, 3).join('、')}${a.count > 3 ? ' 等' : ''}。通知改过就请重新 collect。`,
  },
  'sheet-kept': {
    severity: 'warning',
    say: (a: { lost: readonly string[]; name: string }) =>
      `文件里有${a.lost.join('、')}，填报内容带过来了，这些带不过来。原件另存为“${a.name}”，请核对后处理。`,
  },
  'sheet-formulas': {
    severity: 'warning',
    say: (a: { sheets: readonly string[] }) =>
      `${a.sheets.map((sheet) => `“${sheet}”`).join('、')}里有引用“任务清单”的公式。任务的行移动了，公式照原样带过来，请核对指的还是不是原来的格子。`,
  },
  'sheet-unplaced': {
    severity: 'warning',
    say: (a: { count: number }) =>
      `有 ${a.count} 处填的内容找不到对应的任务，放在表末“待归位”各行，请核对后移到该在的行。`,
  },
  'output-busy': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) => `另一个 wulong-tasks 正在写“${a.path}”，没有写。请等它写完再运行。`,
  },
  'output-changed': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) =>
      `“${a.path}”在处理时被别人改了，没有覆盖。请关掉正打开它的程序，再运行一次。`,
  },

  // Using the command line.
  usage: { severity: 'error', exit: 2, say: (a: { text: string }) => a.text },
  'unit-not-found': {
    severity: 'error',
    exit: 1,
    say: (a: { name: string; nearest: readonly string[] }) =>
      `通知和单位名录里没有“${a.name}”。${suggest(a.nearest)}用 wulong-tasks units 可列出所有单位。`,
  },
  'table-not-found': {
    severity: 'error',
    exit: 1,
    say: (a: { name: string; tables: readonly string[] }) =>
      `没有“${a.name}”这张表。可用的有：${a.tables.join('、')}。`,
  },
  'book-not-found': {
    severity: 'error',
    exit: 3,
    say: (a: { file: string }) =>
      `本文件夹及上级文件夹里没有 ${a.file}。请先运行 wulong-tasks parse 通知.txt，或用 --from 通知.txt。`,
  },
  'book-damaged': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string; detail: string }) =>
      `“${a.path}”不完整或被改坏了（${a.detail}）。请用 wulong-tasks parse 重新生成。`,
  },
  'book-other-version': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string; found: string; expected: string }) =>
      `“${a.path}”是另一版本的台账（${a.found}，本程序用 ${a.expected}）。请用 wulong-tasks parse 重新生成。`,
  },
  'output-exists': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string }) =>
      `“${a.path}”已存在，且不是本程序写的，或写后有人改过，没有覆盖。请换个文件夹，或确认不要了再加 --force。`,
  },
  'output-unwritable': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string; reason: string }) =>
      `写不了“${a.path}”（${a.reason}）。请检查文件夹是否存在、是否有权限、文件是否正被打开。`,
  },

  'output-kept': {
    severity: 'warning',
    say: (a: { name: string }) => `这个文件有人改过，不能带过来。原件另存为“${a.name}”，请核对后处理。`,
  },
  'output-stale': {
    severity: 'error',
    exit: 1,
    say: (a: { path: string; names: readonly string[] }) =>
      a.names.length === 0
        ? `“${a.path}”上次没有写完。请运行 wulong-tasks build（不加 --check），程序会接着做完。`
        : `“${a.path}”里有 ${a.names.length} 个文件不是最新的：${a.names.slice(0, 10).join('、')}${a.names.length > 10 ? ' 等' : ''}。请运行 wulong-tasks build（不加 --check）。`,
  },
  'output-partial': {
    severity: 'error',
    exit: 3,
    say: (a: { path: string; reason: string }) =>
      `“${a.path}”里的文件没有全部换成新的（${a.reason}）。请关掉打开着的文件再运行一次，程序会接着做完。`,
  },

  // The program's own fault.
  internal: {
    severity: 'error',
    exit: 3,
    say: (a: { detail: string }) =>
      `程序出了故障，这不是通知的问题。请把运行的命令和下面这段话发给维护者。\n${a.detail}`,
  },
} satisfies Record<string, Wording>;

export type Code = keyof typeof MESSAGES;
type Args<C extends Code> = Parameters<(typeof MESSAGES)[C]['say']> extends [infer A] ? A : undefined;

/** Words the diagnostic `code` for the place `at`; a file's name alone is the place of all of it. */
export function diagnose<C extends Code>(code: C, args: Args<C>, at?: Place | string): Diagnostic {
  const wording = MESSAGES[code] as Wording;
  const message = wording.say(args as never);
  return {
    code,
    severity: wording.severity,
    message,
    ...(at === undefined ? {} : { at: typeof at === 'string' ? { file: at } : at }),
  };
}

/** The exit code that a run with these diagnostics ends with: the gravest error's, 0 without any. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): 0 | ExitCode {
  const codes = diagnostics.map(({ code }) => (MESSAGES as Record<string, Wording>)[code]?.exit ?? 0);
  return Math.max(0, ...codes) as 0 | ExitCode;
}
