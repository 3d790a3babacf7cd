import { stat, watch } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bookToHtml, diagnose, findUnit, rollUpFromJson } from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { read } from './files.js';
import { writeOne } from './outputs.js';
import { Failure, report, tell, unwrap } from './terminal.js';

interface ReportFlags extends BookOptions {
  readonly unit?: string;
  readonly progress?: string;
  readonly watch?: boolean;
  readonly output: string;
  readonly force?: boolean;
}

/** `wulong-tasks report`: the notice as one page to look at. */
export async function run({ watch: again = false, ...options }: ReportFlags): Promise<void> {
  const { from } = options;
  if (!again) return writePage(options);
  if (from === undefined || from === '-') {
    throw new Failure([diagnose('usage', { text: '--watch 要用 --from 写明通知文件。' })]);
  }
  tell('通知每次存盘后重写页面，按 Ctrl+C 结束。');
  for await (const _ of savesOf(from)) await writePage(options).catch(tellFailure);
}

async function writePage({ unit, progress, output, force = false, ...options }: ReportFlags): Promise<void> {
  const book = await openBook(options);
  const home = unit === undefined ? null : unwrap(findUnit(book, unit));
  const rolled =
    progress === undefined
      ? null
      : await rollUpFromJson((await read(progress)).toString('utf8'), progress, book);
  const rollUp = rolled && unwrap(rolled);
  await writeOne(output, await bookToHtml(book, { home, rollUp }), { force });
  report(rolled?.diagnostics ?? []);
}

/** How long programs take to save a file, in milliseconds: some write it twice, some put another in its place. */
const SETTLED = 200;

/** A file as it stands, then each time it is saved, until the user ends the program. */
async function* savesOf(path: string): AsyncGenerator<void> {
  const savedAt = () =>
    stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
  let seen = await savedAt();
  yield;
  // Who saved while the page was being written has nobody to tell.
  if (seen !== (await savedAt())) yield;
  for await (const { filename } of watch(dirname(path))) {
    if (filename !== basename(path) || seen === (await savedAt())) continue;
    await setTimeout(SETTLED);
    seen = await savedAt();
    yield;
  }
}

/** While a notice is being written it may not be readable; the next save may mend it. */
function tellFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
  report(error.diagnostics);
}
