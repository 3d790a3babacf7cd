import { measuresOf, tasksOf } from '../model/book.js';
import type { Code } from '../model/codes/index.js';
import { targetsOf } from '../model/indicators.js';
import type { TaskBook } from '../model/taskbook.js';

/** What a notice holds, line by line: its title, its parts, the account of its characters, how sure the reading is. */
export function accountWords(book: TaskBook): string[] {
  const { notice, chapters, tables, tasks, ledger } = book;
  const measures = measuresOf(book);
  const sentences = measures.flatMap((measure) => measure.sentences);
  const carried = sentences.filter((sentence) => sentence.tasks.length > 0).length;
  return [
    notice.title ?? '（没有标题）',
    [notice.number, notice.issuer.join('、'), notice.date, notice.publicity]
      .filter((part) => part)
      .join('　'),
    '',
    `正文 ${chapters.length} 章 ${measures.length} 条；附表 ${tables.length} 张，任务 ${tasks.length} 项：`,
    ...tables.map((table) => `  ${table.title || table.name}　${tasksOf(book, table).length} 项`),
    '',
    [
      `量化指标 ${tasks.reduce((sum, { indicators }) => sum + targetsOf(indicators).length, 0)} 个，频次 ${count(tasks, 'frequencies')} 处，成果 ${count(tasks, 'deliverables')} 件`,
      ...(sentences.length > 0 ? [`正文 ${sentences.length} 句，有任务落实的 ${carried} 句`] : []),
    ].join('；'),
    `全文 ${ledger.total} 字：正文 ${ledger.body}，附表 ${ledger.appendix}，版头 ${ledger.letterhead}，噪声 ${ledger.noise}，未归类 ${ledger.unclaimed}`,
    sureness(book),
  ];
}

/** What tells of words that no task has. */
const TOLD: ReadonlySet<Code> = new Set([
  'clause-unread',
  'words-unread',
  'duty-without-task',
  'text-unclaimed',
]);

/** How sure the reading is; what the body asks of somebody beside the tables is no task, and in the sheets all the same. */
function sureness(book: TaskBook): string {
  const { tables, tasks, diagnostics } = book;
  const untasked = measuresOf(book).filter(({ mentions }) => mentions.some(({ tasked }) => !tasked)).length;
  const stated = tasks.filter(({ table }) => tables[table - 1]?.kind === 'clauses').length;
  const flagged = tasks.filter(({ flags }) => flags.length > 0).length;
  const told = diagnostics.filter(({ code }) => TOLD.has(code)).length;
  return `把握：按条款读出 ${stated} 项，按表格读出 ${tasks.length - stated} 项；其中 ${flagged} 项有推定，要核对${untasked > 0 ? `；正文点了名、没有任务落实的 ${untasked} 条，写在单位清单的“正文点名”里` : ''}；${untasked > 0 ? '其余' : ''}写了责任而没有读进任务的话 ${told} 处`;
}

function count(tasks: TaskBook['tasks'], part: 'frequencies' | 'deliverables'): number {
  return tasks.reduce((sum, task) => sum + task[part].length, 0);
}
