import { basename, join, parse, resolve } from 'node:path';
import {
  carriedWords,
  type Degree,
  diagnose,
  FOLDERS,
  findUnit,
  lineageIn,
  OutputFolder,
  planOverview,
  planSheets,
  prepare,
  renewSheet,
  SHEET_FORMATS,
  type SheetFormat,
  safeFileNames,
  senderFinder,
  sheetFor,
  sheetless,
  tally,
  unitFinder,
  withinDegree,
} from '../node.js';
import { type BookOptions, openBook } from './book.js';
import { isFolder } from './files.js';
import { writeOut } from './outputs.js';
import { progress } from './progress.js';
import { runToJson } from './run-json.js';
import { endWith, Failure, notAmong, print, report, tell, unwrap } from './terminal.js';

interface ExportFlags extends BookOptions, Partial<Record<SheetFormat, boolean>> {
  readonly unit?: string[];
  readonly degree?: Degree;
  readonly all?: boolean;
  readonly offices?: boolean;
  readonly output: string;
  readonly force?: boolean;
  readonly reportJson?: boolean;
}

/** `wulong-tasks export`: writes task sheets, over earlier ones with all that people put into those. */
export async function run(named: readonly string[], options: ExportFlags): Promise<void> {
  const { all = false, offices = false, degree, output, force = false, reportJson = false } = options;
  const unit = [...named, ...(options.unit ?? [])];
  if (all === unit.length > 0) throw usage('请用 --unit 写出单位，或用 --all 出所有单位的清单（两者选一）。');
  const chosen = SHEET_FORMATS.filter((format) => options[format]);
  const formats: readonly SheetFormat[] = chosen.length > 0 ? chosen : ['xlsx'];
  if (output === '-' && (all || unit.length > 1 || formats.length > 1)) {
    throw usage('写到标准输出时，只能有一个单位、一种格式。');
  }
  if (output === '-' && reportJson)
    throw usage('标准输出已经用来写清单，不能再写 --report-json 的结果。请把 -o 写成文件夹。');
  if (SHEET_FORMATS.some((format) => output.endsWith(`.${format}`)) && !(await isFolder(output)))
    throw usage(`-o 是放清单的文件夹，文件按单位起名。请写成 -o ${parse(output).name}。`);

  const book = await openBook(options);
  const { path, placing } = await placeIn(output);
  const folder = output === '-' ? undefined : await OutputFolder.at(path, Date.now);
  // What is there goes on.
  const spare = new Set(offices ? [] : [...sheetless(book)].filter((name) => !hasSheet(folder, name)));
  const units = all
    ? tally(book).flatMap(({ name }) => (spare.has(name) ? [] : [name]))
    : unit.map((name) => unwrap(findUnit(book, name)));
  const sheets = Array.from(new Set(units), (name) => sheetFor(book, name));
  const wanted = all
    ? sheets.filter((sheet) => withinDegree(sheet, degree ?? 'possible').rows.length > 0)
    : sheets;
  const files = [
    ...planSheets(book, wanted, formats, () => placing),
    // A folder that `build` wrote has its own, above.
    ...(all && placing === '' ? [planOverview(book)] : []),
  ];
  const [first] = files;
  if (!folder && first && 'sheet' in first) {
    const { content } = unwrap(await renewSheet(first.sheet, first.name, undefined, { degree }));
    return writeOut(content);
  }

  if (!folder) return;
  const bar = await progress('写任务清单', files.length);
  try {
    const renewing = {
      degree,
      unitOf: unitFinder(book),
      senderOf: senderFinder(book),
      lineage: lineageIn(book),
      force,
      step: bar.step,
    };
    const { outputs, remove, diagnostics, refused, settled } = unwrap(await prepare(folder, files, renewing));
    const written = unwrap(
      await folder.commit(outputs, { remove, settled, told: [...folder.left, ...diagnostics] }),
    );
    bar.stop();
    const told = [...folder.left, ...notAmong(folder.left, [...diagnostics, ...refused])];
    if (reportJson) print(runToJson({ written, removed: remove, outputs, told }));
    else {
      tell(written.length === 1 ? `已写入 ${written[0]}` : `已写入 ${written.length} 个文件，在 ${output}`);
      const carried = carriedWords(outputs);
      if (carried !== '') tell(carried);
      report(told);
    }
    endWith(told);
  } finally {
    bar.stop();
  }
}

/**
 * Where files are written to: a folder in one that `build` wrote is part of that, with its list of files, its other sheets and its
 * kept originals.
 */
async function placeIn(output: string): Promise<{ readonly path: string; readonly placing: string }> {
  const alone = { path: output, placing: '' };
  const placing = `${basename(resolve(output))}/`;
  if (output === '-' || ![FOLDERS.units, FOLDERS.groups].some((name) => placing === `${name}/`)) return alone;
  const path = join(output, '..');
  const { names } = await OutputFolder.at(path, Date.now);
  return names.some((name) => name.startsWith(placing)) ? { path, placing } : alone;
}

/** Whether the program has written a sheet of the unit to the folder. */
function hasSheet(folder: OutputFolder | undefined, unit: string): boolean {
  const [base] = safeFileNames([unit]);
  return folder?.names.some((name) => parse(name).name === base) ?? false;
}

function usage(text: string): Failure {
  return new Failure([diagnose('usage', { text })]);
}
