import { basename, dirname, join } from 'node:path';
import {
  accountWords,
  COLUMN_WORDS,
  CONTENT_WORDS,
  type ColumnRole,
  diagnose,
  FILES,
  OutputFolder,
  SHAPE_WORDS,
  type TaskBook,
  taskBookToJson,
} from '../node.js';
import { bookIn, parseFile } from './book.js';
import { isFolder } from './files.js';
import { refuseFolder } from './outputs.js';
import { Failure, finish, print, style, tell, unwrap } from './terminal.js';

interface ParseFlags {
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
  { output, json, verbose = false, explain = false, force, since, ...options }: ParseFlags,
): Promise<void> {
  if (await isFolder(notice)) {
    if (output === FILES.book || output === '-' || json)
      throw new Failure([diagnose('file-is-folder', { path: notice })]);
    if (since !== undefined) throw new Failure([diagnose('usage', { text: '--since 只用于一份通知。' })]);
    const { runOnEach, written } = await import('./many.js');
    const others = written({ verbose, explain, force, ...options });
    const commandFor = (each: string, base: string) => [
      'parse',
      each,
      '-o',
      join(base, FILES.book),
      ...others,
    ];
    return runOnEach(notice, output, commandFor, '读通知');
  }
  if (!json) await refuseFolder(output, FILES.book);
  const parsed = await parseFile(notice, options, output === '-' ? '.' : dirname(output));
  const own = unwrap(parsed);
  const book =
    since === undefined
      ? own
      : (await import('./laid-over.js')).withLineage(own, await bookIn(since, options));
  if (json || output === '-') {
    process.stdout.write(taskBookToJson(book));
    tell(summary(book) + (explain || verbose ? tablesExplained(book) : ''));
  } else {
    const folder = await OutputFolder.at(dirname(output), Date.now);
    if (!force) unwrap(await folder.check([basename(output)]));
    unwrap(await folder.write(basename(output), taskBookToJson(book)));
    print(summary(book) + (explain || verbose ? tablesExplained(book) : ''));
    print(`\n已写入 ${output}`);
  }
  finish(parsed.diagnostics, { verbose });
}

/** What the notice holds, under its title. */
function summary(book: TaskBook): string {
  const [title = '', ...lines] = accountWords(book);
  return [style.heading(title), ...lines].join('\n');
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
