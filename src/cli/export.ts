import {
  type Degree,
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
  type TaskSheet,
  tally,
} from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { progress } from './progress.js';
import { Failure, tell, unwrap } from './terminal.js';

const FORMATS = { xlsx: sheetToXlsx, csv: sheetToCsv, json: sheetToJson } as const;

type Format = keyof typeof FORMATS;

interface Options extends BookOptions, Partial<Record<Format, boolean>> {
  readonly unit?: string[];
  readonly degree?: Degree;
  readonly all?: boolean;
  readonly output: string;
  readonly force?: boolean;
}

/** A file to write: its content is made only when its turn comes. */
interface Planned {
  readonly name: string;
  readonly content: () => Promise<string | Uint8Array> | string | Uint8Array;
}

/** `wulong-tasks export`: writes task sheets. */
export async function run(options: Options): Promise<void> {
  const { unit = [], all = false, degree, output, force = false } = options;
  if (all === unit.length > 0) throw usage('请用 --unit 写出单位，或用 --all 出所有单位的清单（两者选一）。');
  const chosen = (Object.keys(FORMATS) as Format[]).filter((format) => options[format]);
  const formats: readonly Format[] = chosen.length > 0 ? chosen : ['xlsx'];
  if (output === '-' && (all || unit.length > 1 || formats.length > 1)) {
    throw usage('写到标准输出时，只能有一个单位、一种格式。');
  }

  const book = await openBook(options);
  const units = all ? tally(book).map(({ name }) => name) : unit.map((name) => unwrap(findUnit(book, name)));
  const sheets = Array.from(new Set(units), (name) => sheetFor(book, name, { degree }));
  const files = all
    ? plan(
        sheets.filter(({ rows }) => rows.length > 0),
        formats,
        book,
      )
    : plan(sheets, formats);
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

/** The files of some sheets, and with a task book its overview. */
function plan(sheets: readonly TaskSheet[], formats: readonly Format[], book?: TaskBook): Planned[] {
  const [overview = '', ...names] = safeFileNames(['总台账', ...sheets.map(({ unit }) => unit)]);
  const files = sheets.flatMap((sheet, i) =>
    formats.map((format) => ({ name: `${names[i]}.${format}`, content: () => FORMATS[format](sheet) })),
  );
  return book ? [...files, { name: `${overview}.xlsx`, content: () => overviewToXlsx(book) }] : files;
}

function usage(text: string): Failure {
  return new Failure([diagnose('usage', { text })]);
}
