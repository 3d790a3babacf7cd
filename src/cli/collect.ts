import { readdir } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import {
  type Collected,
  type Diagnostic,
  diagnose,
  type Result,
  type RollUp,
  readReturnedCsv,
  readReturnedXlsx,
  reasonOf,
  rollUp,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
} from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { read } from './files.js';
import { OVERVIEW, writeOne } from './outputs.js';
import { progress } from './progress.js';
import { Failure, padEnd, padStart, print, report, style } from './terminal.js';

const WRITERS: Readonly<Record<string, (all: RollUp) => Promise<Uint8Array> | string>> = {
  '.xlsx': rollUpToXlsx,
  '.csv': rollUpToCsv,
  '.json': rollUpToJson,
};

interface Options extends BookOptions {
  readonly output: string;
  readonly on?: string;
  readonly force?: boolean;
  readonly verbose?: boolean;
}

/** `wulong-tasks collect`: reads the sheets that units sent back, checks them and rolls them up. */
export async function run(folder: string, options: Options): Promise<void> {
  const { output, on, force = false, verbose = false } = options;
  const write = output === '-' ? rollUpToJson : WRITERS[extname(output)];
  if (!write) {
    throw new Failure([
      diagnose('usage', { text: `汇总写成什么格式看扩展名：${Object.keys(WRITERS).join('、')}。` }),
    ]);
  }
  const book = await openBook(options);
  const names = (await filesIn(folder)).filter((name) => join(folder, name) !== join('.', output));
  if (names.length === 0) throw new Failure([diagnose('nothing-returned', { path: folder })]);

  const bar = await progress('读清单', names.length);
  const collected: Collected[] = [];
  const unread: Diagnostic[] = [];
  try {
    for (const name of names) {
      const { value, diagnostics } = await collectedFrom(join(folder, name), name);
      if (value) collected.push(value);
      else unread.push(...diagnostics);
      bar.step();
    }
  } finally {
    bar.stop();
  }
  const rolled = rollUp(book, collected, on ?? null);
  const all = { ...rolled, problems: [...unread, ...rolled.problems] };
  if (output !== '-') print(`${summary(all)}\n`);
  await writeOne(output, await write(all), { force });
  report(all.problems, { verbose });
  process.exitCode = all.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A returned file's content. */
async function collectedFrom(path: string, name: string): Promise<Result<Collected>> {
  let bytes: Buffer;
  try {
    bytes = await read(path);
  } catch (error) {
    // One file that cannot be read does not keep the others from being counted.
    if (error instanceof Failure) return { diagnostics: error.diagnostics };
    throw error;
  }
  if (/\.csv$/i.test(name)) {
    const { value: sheet, diagnostics } = await readReturnedCsv(bytes, name);
    return sheet ? { value: { sheet }, diagnostics } : { diagnostics };
  }
  const { value, diagnostics } = await readReturnedXlsx(bytes, name);
  if (!value) return { diagnostics };
  // Words of the notice that were changed are told cell by cell.
  const lost = value.dropped;
  return { value: { sheet: value.sheet, others: value.ownTexts, lost }, diagnostics };
}

/** The workbooks and CSV files in a folder and those below, in an order that is the same everywhere. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return (
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        // What begins with ~$ or a dot is a program's own; 总台账 is no unit's.
        .filter((name) => /\.(?:xlsx|csv)$/i.test(name) && !/(?:^|\/)(?:~\$|\.)/.test(name))
        .filter((name) => basename(name) !== `${OVERVIEW}.xlsx`)
        .sort()
    );
  } catch (error) {
    throw new Failure([diagnose('file-unreadable', { path: folder, reason: reasonOf(error) })]);
  }
}

function summary({ units, tasks, files }: RollUp): string {
  const sent = units.filter((unit) => unit.files.length > 0);
  const width = 24;
  const line = (name: string, counts: readonly (string | number)[]) =>
    padEnd(name, width) + counts.map((count) => padStart(String(count), 8)).join('');
  const missing = units.filter((unit) => unit.files.length === 0).map(({ unit }) => unit);
  return [
    style.heading(`收到 ${files.length} 个文件，${sent.length} 个单位；有人填报的任务 ${tasks.length} 项`),
    '',
    line('单位', ['任务', '已完成', '推进中', '未启动', '滞后', '其他', '没有填']),
    ...sent.map(({ unit, tasks: all, done, going, idle, late, other, silent }) =>
      line(unit, [all, done, going, idle, late, other, silent]),
    ),
    ...(missing.length > 0 ? ['', `没有交的 ${missing.length} 个：${missing.join('、')}`] : []),
  ].join('\n');
}
