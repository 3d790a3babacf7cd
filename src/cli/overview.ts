import { extname } from 'node:path';
import { diagnose, FILES, overviewToXlsx } from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { writeOne } from './outputs.js';
import { Failure } from './terminal.js';

interface OverviewFlags extends BookOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** `wulong-tasks overview`: the workbook of all tasks. */
export async function run({ output, force = false, ...options }: OverviewFlags): Promise<void> {
  if (output !== '-' && extname(output).toLowerCase() !== '.xlsx')
    throw new Failure([
      diagnose('usage', { text: `总台账是 Excel 工作簿，请写成 .xlsx，如 ${FILES.overview}。` }),
    ]);
  await writeOne(output, await overviewToXlsx(await openBook(options)), { force });
}
