import { bookToHtml, findUnit, rollUpFromJson } from '../index.js';
import { type BookOptions, openBook, read } from './book.js';
import { writeOne } from './outputs.js';
import { report, unwrap } from './terminal.js';

interface Options extends BookOptions {
  readonly unit?: string;
  readonly progress?: string;
  readonly output: string;
  readonly force?: boolean;
}

/** `wulong-tasks report`: the notice as one page to look at. */
export async function run({ unit, progress, output, force = false, ...options }: Options): Promise<void> {
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
