import type { Diagnostic, Severity } from './diagnostic.js';
import type { Place } from './document.js';

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
  'format-unsupported': {
    severity: 'error',
    exit: 3,
    say: (a: { format: string }) =>
      `这是 ${a.format} 文件，目前只能读纯文本。请打开它，另存为“纯文本（.txt）”后再用。`,
  },
  'encoding-unknown': {
    severity: 'error',
    exit: 3,
    say: () => '认不出文件的编码（试过 UTF-8、UTF-16、GB18030）。请另存为 UTF-8 编码的文本。',
  },

  // Reading the notice.
  'no-tables': {
    severity: 'error',
    exit: 1,
    say: () => '没有找到任务表。请确认文件含有附件表格，且每个单元格占一行、以制表符开头。',
  },
  'table-no-header': {
    severity: 'error',
    exit: 1,
    say: (a: { header: string }) =>
      `这张表的表头里没有“名称”一类的列，读不出任务（表头：${a.header}）。请检查第一行是不是表头。`,
  },
  'table-no-lead': {
    severity: 'error',
    exit: 1,
    say: (a: { header: string }) =>
      `这张表没有“牵头单位”列，无法知道谁牵头（表头：${a.header}）。请补上该列，或检查表头是否写错。`,
  },
  'row-cell-count': {
    severity: 'error',
    exit: 1,
    say: (a: { row: string; expected: number; found: number }) =>
      `第 ${a.row} 行有 ${a.found} 个单元格，表头有 ${a.expected} 个，不能确定哪个单位在哪一列。请补齐或删去多余的单元格（空单元格也占一行）。`,
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
    say: () => '没有牵头单位，上面也没有可承的。请核对原件。',
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

/** Words the diagnostic `code` for the place `at`. */
export function diagnose<C extends Code>(code: C, args: Args<C>, at?: Place): Diagnostic {
  const wording = MESSAGES[code] as Wording;
  const message = wording.say(args as never);
  return { code, severity: wording.severity, message, ...(at === undefined ? {} : { at }) };
}

/** The exit code that a run with these diagnostics ends with: the gravest error's, 0 without any. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): 0 | ExitCode {
  const codes = diagnostics.map(({ code }) => (MESSAGES as Record<string, Wording>)[code]?.exit ?? 0);
  return Math.max(0, ...codes) as 0 | ExitCode;
}
