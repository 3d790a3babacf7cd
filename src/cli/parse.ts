import { basename, dirname } from 'node:path';
import { OutputFolder, type TaskBook, taskBookToJson } from '../index.js';
import { parseFile } from './book.js';
import { finish, print, style, tell, unwrap } from './terminal.js';

interface Options {
  readonly output: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly force?: boolean;
  readonly encoding?: string;
  readonly units?: string;
}

/** `wulong-tasks parse`: reads a notice, tells what is in it, writes the task book. */
export async function run(
  notice: string,
  { output, json, verbose = false, force, ...options }: Options,
): Promise<void> {
  const parsed = await parseFile(notice, options, output === '-' ? '.' : dirname(output));
  const book = unwrap(parsed);
  if (json || output === '-') {
    process.stdout.write(taskBookToJson(book));
    tell(summary(book));
  } else {
    const folder = await OutputFolder.at(dirname(output));
    if (!force) unwrap(await folder.check([basename(output)]));
    unwrap(await folder.write(basename(output), taskBookToJson(book)));
    print(summary(book));
    print(`\n已写入 ${output}`);
  }
  finish(parsed.diagnostics, { verbose });
}

/** What the notice holds, and the account of its characters. */
function summary({ notice, chapters, tables, tasks, ledger }: TaskBook): string {
  const measures = chapters.reduce((sum, chapter) => sum + chapter.measures.length, 0);
  return [
    style.heading(notice.title ?? '（没有标题）'),
    [notice.number, notice.issuer.join('、'), notice.date, notice.publicity]
      .filter((part) => part)
      .join('　'),
    '',
    `正文 ${chapters.length} 章 ${measures} 条；附表 ${tables.length} 张，任务 ${tasks.length} 项：`,
    ...tables.map(
      ({ title, name }, i) => `  ${title || name}　${tasks.filter(({ table }) => table === i + 1).length} 项`,
    ),
    '',
    `全文 ${ledger.total} 字：正文 ${ledger.body}，附表 ${ledger.appendix}，版头 ${ledger.letterhead}，噪声 ${ledger.noise}，未归类 ${ledger.unclaimed}`,
  ].join('\n');
}
