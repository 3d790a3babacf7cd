import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import {
  type Collected,
  diagnose,
  isPrograms,
  ORIGINALS,
  OutputFolder,
  OVERVIEW,
  type ReturnedFile,
  type RollUp,
  readReturned,
  rollUp,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
  type TaskBook,
  type UnreadFile,
} from '../node.js';
import { type BookOptions, openBook, UNITS_WORKBOOK } from './book.js';
import { noFolder, read } from './files.js';
import { writeOne } from './outputs.js';
import { progress } from './progress.js';
import { runToJson } from './run-json.js';
import { Failure, padEnd, padStart, print, report, style, tell } from './terminal.js';

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
  readonly reportJson?: boolean;
}

/** `wulong-tasks collect`: reads the sheets that units sent back, checks them and rolls them up. */
export async function run(folder: string, options: Options): Promise<void> {
  const { output, on, force = false, verbose = false, reportJson = false } = options;
  if (reportJson && output === '-')
    throw new Failure([diagnose('usage', { text: '--report-json 要把汇总写到文件：请用 -o 写明。' })]);
  const write = output === '-' ? rollUpToJson : WRITERS[extname(output)];
  if (!write) {
    throw new Failure([
      diagnose('usage', { text: `汇总写成什么格式看扩展名：${Object.keys(WRITERS).join('、')}。` }),
    ]);
  }
  const book = await openBook(options, folder);
  const all = await collected(book, folder, output, on);
  if (output !== '-' && !reportJson) print(`${summary(all)}\n`);
  await writeOne(output, await write(all), { force });
  if (reportJson) print(runToJson({ written: [output], told: all.problems }));
  if (write === rollUpToCsv && all.rest.length > 0)
    tell(`“其他内容”有 ${all.rest.length} 处，CSV 里没有。要看请用 -o 汇总.xlsx。`);
  if (!reportJson) report(all.problems, { verbose });
  process.exitCode = all.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What units sent back to a folder, rolled up. */
export async function collected(book: TaskBook, folder: string, output = '-', on?: string): Promise<RollUp> {
  const { names, links, folders } = await filesIn(folder, output);
  const passedOver = [
    ...links.map((file) => ({ file, problems: [diagnose('return-link', undefined, file)] })),
    ...folders.map((file) => ({ file, problems: [diagnose('return-folder', undefined, file)] })),
  ];
  if (names.length + passedOver.length === 0)
    throw new Failure([diagnose('nothing-returned', { path: folder })]);

  const bar = await progress('读清单', names.length);
  const sheets: Collected[] = [];
  const unread: UnreadFile[] = [...passedOver];
  try {
    for (const name of names) {
      const found = await returnedFrom(join(folder, name), name);
      sheets.push(...found.collected);
      unread.push(...found.unread);
      bar.step();
    }
  } finally {
    bar.stop();
  }
  return rollUp(book, sheets, on ?? null, unread);
}

/** What a returned file holds; one that cannot be read does not keep the others from being counted. */
async function returnedFrom(path: string, name: string): Promise<ReturnedFile> {
  try {
    return await readReturned(await read(path), name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { collected: [], unread: [{ file: name, problems: error.diagnostics }] };
  }
}

/**
 * The files in a folder and those below, in an order that is the same everywhere, without those that are no returns:
 * what the program itself writes, what other programs make for themselves, kept originals. Links are not followed.
 */
async function filesIn(
  folder: string,
  output: string,
): Promise<Record<'names' | 'links' | 'folders', string[]>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const named = entries.map((entry) => ({
      entry,
      name: relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    }));
    // Word files that the program wrote are for reading; what somebody else put there is told.
    const written = new Set(await papersIn(folder));
    const isReturn = (name: string) =>
      !written.has(name) &&
      !isPrograms(name) &&
      !name.split('/').slice(0, -1).includes(ORIGINALS) &&
      !OWN.test(basename(name)) &&
      join(folder, name) !== join('.', output);
    const those = (is: (entry: Dirent) => boolean) =>
      named.flatMap(({ entry, name }) => (is(entry) && isReturn(name) ? [name] : [])).sort();
    return {
      names: those((entry) => entry.isFile()),
      links: those((entry) => entry.isSymbolicLink()),
      folders: those((entry) => entry.isDirectory() && WORKBOOK.test(entry.name)),
    };
  } catch (error) {
    throw new Failure([noFolder(folder, error)]);
  }
}

/** What only a file is called. */
const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|ods|csv)$/i;
/** The Word files that the program wrote to a folder; the list of them may be in the folder above. */
async function papersIn(folder: string): Promise<string[]> {
  const own = `${basename(resolve(folder))}/`;
  const [here, above] = await Promise.all(
    [folder, join(folder, '..')].map(async (each) => (await OutputFolder.at(each)).names),
  );
  const inOwn = above?.flatMap((name) => (name.startsWith(own) ? [name.slice(own.length)] : [])) ?? [];
  return [...(here ?? []), ...inOwn].filter((name) => name.endsWith('.docx'));
}

/** What this program writes beside the sheets, and what keeps it. */
const OWN = new RegExp(
  `^(?:${OVERVIEW}\\.xlsx|${UNITS_WORKBOOK}|汇总\\.\\w+|CHANGES\\.md|.*\\.json|units\\.yaml|check\\.yaml)$`,
);

function summary({ units, tasks, files }: RollUp): string {
  const sent = units.filter((unit) => unit.files.length > 0);
  const width = 24;
  const line = (name: string, counts: readonly (string | number)[]) =>
    padEnd(name, width) + counts.map((count) => padStart(String(count), 8)).join('');
  const notSent = units.filter((unit) => unit.files.length === 0);
  const missing = notSent.filter(({ unread }) => !unread).map(({ unit }) => unit);
  const unread = units
    .filter((unit) => unit.unread)
    .map(({ unit, unread: files = [] }) => `${unit}（${files.join('、')}）`);
  return [
    style.heading(`收到 ${files.length} 个文件，${sent.length} 个单位；有人填报的任务 ${tasks.length} 项`),
    '',
    line('单位', ['任务', '已完成', '推进中', '未启动', '滞后', '其他', '没有填']),
    ...sent.map(({ unit, tasks: all, done, going, idle, late, other, silent }) =>
      line(unit, [all, done, going, idle, late, other, silent]),
    ),
    ...(unread.length > 0 ? ['', `交了没有读的 ${unread.length} 个：${unread.join('、')}`] : []),
    ...(missing.length > 0 ? ['', `没有交的 ${missing.length} 个：${missing.join('、')}`] : []),
  ].join('\n');
}
