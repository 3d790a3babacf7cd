import type { USE as CODES } from '../../model/codes/use.js';
import type { SayAll } from '../language.js';
import { fieldWords, suggest } from './names.js';
import { reasonWords } from './reasons.js';

/** How what may be told of the use of the program is said. */
export const USE = {
  usage: (a) => a.text,
  'unit-not-found': (a) =>
    `通知和单位名录里没有“${a.name}”。${suggest(a.nearest)}用 wulong-tasks units 可列出所有单位。`,
  'table-not-found': (a) => `没有“${a.name}”这张表。可用的有：${a.tables.join('、')}。`,

  'column-not-found': (a) =>
    `通知的表里没有“${a.header}”这个表头，对它说的没有用上。${a.headers.length > 0 ? `有的表头：${a.headers.slice(0, 20).join('、')}。` : ''}请照着表头原样写。`,

  // What people keep beside a notice.
  'registry-invalid': (a) => `单位名录写得不对（${a.detail}）。格式见 wulong-tasks schema registry。`,
  'registry-cell': (a) => `单位名录写得不对：${a.detail}。请改好这一格再用。`,
  'registry-open': (a) =>
    `“${a.group}”打了 ${a.count} 个 ✓，“成员列全了吗”还没有写“是”，先不算数。成员都打上 ✓ 以后，在那一格写“是”。`,
  'registry-column': (a) =>
    `“${a.header}”不是名录的列，格子里也不是 ✓，这一列没有读。是集体的，成员打 ✓，不是的空着。`,
  'registry-row': (a) =>
    `“${a.text}”像是备注，没有当作单位。确是单位的，请只写单位名称，不要标点和“以上”“备注”这样的字。`,
  'registry-repeated': (a) => `“${a.name}”写了不止一行，已并成一个单位。请核对，并去掉多余的行。`,
  'registry-replaced': (a) =>
    `放了两份名录，用后放的“${a.by}”，这份没有用。要用这份，请拿走那一份，把这份再放一次。`,
  'name-shared': (a) =>
    a.units.length > 1 && new Set(a.units).size === 1
      ? `“${a.name}”在单位名录里写了两次。请并成一条。`
      : `“${a.name}”既是“${a.units.join('”又是“')}”的名称，不能确定是谁。请改掉其中一个。`,
  'config-invalid': (a) =>
    `检查设置写得不对（${a.detail}）。格式见 wulong-tasks schema check-config，规则见 wulong-tasks check --rules。`,
  'rule-unknown': (a) =>
    `检查设置写得不对（没有“${a.rule}”这条规则${a.nearest.length > 0 ? `，${suggest(a.nearest).slice(0, -1)}` : ''}）。格式见 wulong-tasks schema check-config，规则见 wulong-tasks check --rules。`,

  // Task books.
  'book-not-found': (a) =>
    `本文件夹及上级文件夹里没有 ${a.file}。请先运行 wulong-tasks parse 通知.txt，或用 --from 通知.txt。`,
  'book-damaged': (a) =>
    `“${a.path}”不完整或被改坏了（${fieldWords(a.field)}）。请用 wulong-tasks parse 重新生成。`,
  'book-other-version': (a) =>
    `“${a.path}”是另一版本的台账（${a.found}，本程序用 ${a.expected}）。请用 wulong-tasks parse 重新生成。`,
  'editions-unlike': () =>
    '这两份通知的任务大多不一样，可能不是同一份通知的前后两稿。请核对是不是选错了文件。',
  'told-earlier': (a) => a.message,

  // Files that are written.
  'output-busy': (a) => `另一个 wulong-tasks 正在写“${a.path}”，没有写。请等它写完再运行。`,
  'output-changed': (a) => `“${a.path}”在处理时被别人改了，没有覆盖。请关掉正打开它的程序，再运行一次。`,
  'output-exists': (a) =>
    `“${a.path}”已存在，且不是本程序写的，或写后有人改过，没有覆盖。请用 -o 写到别处；那份不要了的，在命令后面加上 --force 再运行一次，会把它换掉。`,
  'output-unwritable': (a) =>
    `写不了“${a.path}”（${reasonWords(a.reason)}）。请检查文件夹是否存在、是否有权限、文件是否正被打开。`,
  'output-kept': (a) => `这个文件可能有人改过，改的不能带过来。原件另存为“${a.name}”，请核对后处理。`,
  'output-stale': (a) =>
    a.names.length === 0
      ? `“${a.path}”上次没有写完。请运行 wulong-tasks build（不加 --check），程序会接着做完。`
      : `“${a.path}”里有 ${a.names.length} 个文件不是最新的：${a.names.slice(0, 10).join('、')}${a.names.length > 10 ? ' 等' : ''}。请运行 wulong-tasks build（不加 --check）。`,
  'output-partial': (a) =>
    `“${a.path}”里的文件没有全部换成新的（${reasonWords(a.reason)}）。请检查权限、关掉打开着的文件，再运行一次，程序会接着做完。`,

  // The program's own fault, or the machine's.
  'run-stopped': () =>
    '处理这份通知的进程没有做完就停了（多半是内存不够，或被系统结束），别的通知不受影响。请单独再运行一次这份通知。',
  internal: (a) => `程序出了故障，这不是通知的问题。请把运行的命令和下面这段话发给维护者。\n${a.detail}`,
} satisfies SayAll<keyof typeof CODES>;
