import { overviewToXlsx } from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { writeOne } from './outputs.js';

interface OverviewFlags extends BookOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** `wulong-tasks overview`: the workbook of all tasks. */
export async function run({ output, force = false, ...options }: OverviewFlags): Promise<void> {
  await writeOne(output, await overviewToXlsx(await openBook(options)), { force });
}
