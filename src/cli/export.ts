import {
  diagnose,
  findUnit,
  OutputFolder,
  overviewToXlsx,
  safeFileNames,
  sheetFor,
  sheetToCsv,
  sheetToJson,
  sheetToXlsx,
  type TaskBook,
  tally,
} from '../index.js';
import { openBook } from './book.js';
import { progress } from './progress.js';
import { Failure, tell, unwrap } from './terminal.js';

const FORMATS = { xlsx: sheetToXlsx, csv: sheetToCsv, json: sheetToJson } as const;

type Format = keyof typeof FORMATS;

interface Options extends Partial<Record<Format, boolean>> {
  readonly unit?: string[];
  readonly all?: boolean;
  readonly output: string;
  readonly force?: boolean;
  readonly from?: string;
}

/** A file to write: its content is made only when its turn comes. */
interface Planned {
  readonly name: string;
  readonly content: () => Promise<string | Uint8Array> | string | Uint8Array;
}

/** `wulong-tasks export`: writes task sheets. */
export async function run(options: Options): Promise<void> {
  const { unit = [], all = false, output, force = false, from } = options;
  if (all === unit.length > 0) throw usage('请用 --unit 写出单位，或用 --all 出所有单位的清单（两者选一）。');
  const chosen = (Object.keys(FORMATS) as Format[]).filter((format) => options[format]);
  const formats: readonly Format[] = chosen.length > 0 ? chosen : ['xlsx'];
  if (output === '-' && (all || unit.length > 1 || formats.length > 1)) {
    throw usage('写到标准输出时，只能有一个单位、一种格式。');
  }

  const book = await openBook(from);
  const units = all ? tally(book).map(({ name }) => name) : unit.map((name) => unwrap(findUnit(book, name)));
  const files = plan(book, Array.from(new Set(units)), formats, all);
  if (output === '-') return void process.stdout.write((await files[0]?.content()) ?? '');

  const folder = await OutputFolder.at(output);
  if (!force) unwrap(await folder.check(files.map(({ name }) => name)));
  const bar = await progress(files.length);
  let last = '';
  try {
    for (const { name, content } of files) {
      last = unwrap(await folder.write(name, await content()));
      bar.step();
    }
  } finally {
    bar.stop();
  }
  tell(files.length === 1 ? `已写入 ${last}` : `已写入 ${files.length} 个文件，在 ${output}`);
}

function plan(book: TaskBook, units: readonly string[], formats: readonly Format[], all: boolean): Planned[] {
  const names = safeFileNames([...(all ? ['总台账'] : []), ...units]);
  const overview = all ? names.shift() : undefined;
  const sheets = units.flatMap((unit, i) =>
    formats.map((format) => ({
      name: `${names[i]}.${format}`,
      content: () => FORMATS[format](sheetFor(book, unit)),
    })),
  );
  return overview === undefined
    ? sheets
    : [...sheets, { name: `${overview}.xlsx`, content: () => overviewToXlsx(book) }];
}

function usage(text: string): Failure {
  return new Failure([diagnose('usage', { text })]);
}
