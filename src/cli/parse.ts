import { basename, dirname, join } from 'node:path';
import {
  COLUMN_WORDS,
  CONTENT_WORDS,
  type Code,
  type ColumnRole,
  diagnose,
  measuresOf,
  OutputFolder,
  SHAPE_WORDS,
  type TaskBook,
  taskBookToJson,
  tasksOf,
  withLineage,
} from '../node.js';
import { BOOK_FILE, bookIn, parseFile } from './book.js';
import { isFolder } from './files.js';
import { runOnEach, written } from './many.js';
import { Failure, finish, print, style, tell, unwrap } from './terminal.js';

interface Options {
  readonly output: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly explain?: boolean;
  readonly force?: boolean;
  readonly encoding?: string;
  readonly units?: string;
  readonly column?: Readonly<Record<string, ColumnRole>>;
  readonly since?: string;
  readonly crossCheck?: boolean;
}

/** `wulong-tasks parse`: reads a notice, tells what is in it, writes the task book. */
export async function run(
  notice: string,
  { output, json, verbose = false, explain = false, force, since, ...options }: Options,
): Promise<void> {
  if (await isFolder(notice)) {
    if (output === BOOK_FILE || output === '-' || json)
      throw new Failure([diagnose('file-is-folder', { path: notice })]);
    if (since !== undefined) throw new Failure([diagnose('usage', { text: '--since 只用于一份通知。' })]);
    const others = written({ verbose, explain, force, ...options });
    const commandFor = (each: string, base: string) => [
      'parse',
      each,
      '-o',
      join(base, BOOK_FILE),
      ...others,
    ];
    return runOnEach(notice, output, commandFor, '读通知');
  }
  const parsed = await parseFile(notice, options, output === '-' ? '.' : dirname(output));
  const book =
    since === undefined ? unwrap(parsed) : withLineage(unwrap(parsed), await bookIn(since, options));
  if (json || output === '-') {
    process.stdout.write(taskBookToJson(book));
    tell(summary(book) + (explain || verbose ? tablesExplained(book) : ''));
  } else {
    const folder = await OutputFolder.at(dirname(output));
    if (!force) unwrap(await folder.check([basename(output)]));
    unwrap(await folder.write(basename(output), taskBookToJson(book)));
    print(summary(book) + (explain || verbose ? tablesExplained(book) : ''));
    print(`\n已写入 ${output}`);
  }
  finish(parsed.diagnostics, { verbose });
}

/** What the notice holds, and the account of its characters. */
function summary(book: TaskBook): string {
  const { notice, chapters, tables, tasks, ledger } = book;
  const measures = measuresOf(book);
  const sentences = measures.flatMap((measure) => measure.sentences);
  const carried = sentences.filter((sentence) => sentence.tasks.length > 0).length;
  return [
    style.heading(notice.title ?? '（没有标题）'),
    [notice.number, notice.issuer.join('、'), notice.date, notice.publicity]
      .filter((part) => part)
      .join('　'),
    '',
    `正文 ${chapters.length} 章 ${measures.length} 条；附表 ${tables.length} 张，任务 ${tasks.length} 项：`,
    ...tables.map((table) => `  ${table.title || table.name}　${tasksOf(book, table).length} 项`),
    '',
    [
      `量化指标 ${count(tasks, 'indicators')} 个，频次 ${count(tasks, 'frequencies')} 处，成果 ${count(tasks, 'deliverables')} 件`,
      ...(sentences.length > 0 ? [`正文 ${sentences.length} 句，有任务落实的 ${carried} 句`] : []),
    ].join('；'),
    `全文 ${ledger.total} 字：正文 ${ledger.body}，附表 ${ledger.appendix}，版头 ${ledger.letterhead}，噪声 ${ledger.noise}，未归类 ${ledger.unclaimed}`,
    sureness(book),
  ].join('\n');
}

/** How each table was read: what shape it has, what each column is, and why. */
function tablesExplained({ tables, otherTables }: TaskBook): string {
  const printed = tables.filter(({ kind }) => kind === 'table');
  const lines = [
    ...printed.flatMap(({ title, name, shape, columns, unread }) => [
      `  ${title || name}　${SHAPE_WORDS[shape]}`,
      ...columns.map(({ header, role, inferred }) => {
        const why = inferred ? `（表头没有说明，看格里${CONTENT_WORDS[inferred]}）` : '';
        return `    ${header.replace(/\s/g, '') || '（没有表头）'} → ${COLUMN_WORDS[role]}${why}`;
      }),
      ...(unread.length > 0 ? [`    有 ${unread.length} 行没有读懂，原样保留`] : []),
    ]),
    ...otherTables.map(({ title, rows, isUnread }) => {
      const first = rows[0]?.map((text) => text.replace(/\s/g, '') || '空').join('、') ?? '';
      return `  ${title || first}　${isUnread ? '没有读懂，原样保留' : '没有任务，原样保留'}`;
    }),
  ];
  return lines.length === 0 ? '' : ['\n', '表是怎么读的：', ...lines].join('\n');
}

/** What tells of words that no task has. */
const TOLD: ReadonlySet<Code> = new Set([
  'clause-unread',
  'words-unread',
  'duty-without-task',
  'text-unclaimed',
]);

/** How sure the reading is. */
function sureness({ tables, tasks, diagnostics }: TaskBook): string {
  const stated = tasks.filter(({ table }) => tables[table - 1]?.kind === 'clauses').length;
  const flagged = tasks.filter(({ flags }) => flags.length > 0).length;
  const told = diagnostics.filter(({ code }) => TOLD.has(code)).length;
  return `把握：按条款读出 ${stated} 项，按表格读出 ${tasks.length - stated} 项；其中 ${flagged} 项有推定，要核对；写了责任而没有读进任务的话 ${told} 处`;
}

function count(tasks: TaskBook['tasks'], part: 'indicators' | 'frequencies' | 'deliverables'): number {
  return tasks.reduce((sum, task) => sum + task[part].length, 0);
}
