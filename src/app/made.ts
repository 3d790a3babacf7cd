import { zipSync } from 'fflate';
import {
  bookToHtml,
  carriedWords,
  type Diagnostic,
  findUnit,
  lineageIn,
  overviewToXlsx,
  papersOf,
  paperToFile,
  planOverview,
  planSheets,
  prepare,
  registryDraft,
  registryTemplate,
  registryToXlsx,
  revisionToMarkdown,
  revisionToXlsx,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
  type SheetFormat,
  senderFinder,
  sheetFor,
  sheetless,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  type TaskSheet,
  tally,
  taskBookToJson,
  unitFinder,
  unresolved,
  withAnswersTo,
  withinDegree,
} from '../index.js';
import { bytesOf } from '../model/digest.js';
import { folderOf } from './folder.js';
import { type DeskRecords, filledIn, type Lying, registryFileIn } from './lying.js';
import type { Made, OtherFile, Progress, Wanted } from './shown.js';
import { told } from './told.js';

/** Ends what was asked for: why it cannot be had. */
export class Refused extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code }) => code).join(', '));
  }
}

/** All that something is made of. */
export interface Making extends DeskRecords {
  readonly files: readonly Lying[];
  readonly tell: (progress: Progress) => void;
}

/** What a form is called in the name of an archive. */
const FORM_WORDS: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  docx: 'Word',
};

/** The earliest time that an entry of a zip file can bear: same files, same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** What can be taken home of what lies on the desk, in the bytes of the command line. */
export function make(wanted: Wanted, making: Making): Promise<Made> {
  switch (wanted.what) {
    case 'sheets':
      return sheets(wanted.units, wanted.format, making);
    case 'papers':
      return papers(wanted.sign, making);
    default:
      return other(wanted.name, making);
  }
}

function bookIn({ book }: DeskRecords): TaskBook {
  if (!book) throw new Refused([]);
  return book;
}

/** Task sheets, over those that came back: what people typed is carried over. */
async function sheets(wanted: readonly string[] | null, format: SheetFormat, making: Making): Promise<Made> {
  const book = bookIn(making);
  // As the command line does: an office that sits in a unit has no sheet of its own, unless one came back.
  const back = new Set(filledIn(making).map(({ unit }) => unit));
  const spare = new Set([...sheetless(book)].filter((name) => !back.has(name)));
  const units = wanted ?? tally(book).flatMap(({ name }) => (spare.has(name) ? [] : [name]));
  const all = units.map((name) => sheetFor(book, findUnit(book, name).value ?? name));
  const filled = wanted ? all : all.filter((sheet) => withinDegree(sheet, 'possible').rows.length > 0);
  const { before } = making;
  // As it was sent out: what a file that came back has in other words, its people wrote, and no edition did.
  const asSent = before && ((unit: string) => () => sheetFor(before, unit));
  const files = [
    ...planSheets(book, filled, [format]).map((each) =>
      asSent && 'sheet' in each ? { ...each, before: asSent(each.sheet.unit) } : each,
    ),
    ...(wanted ? [] : [planOverview(book)]),
  ];
  let done = 0;
  const earlier = earlierSheets(book, making);
  if (before) {
    // What was filled in goes on, whichever form it came back in.
    const blank = filled.filter(({ unit }) => !back.has(unit));
    for (const [name, bytes] of await sheetsAsSent(before, blank, format)) earlier.set(name, bytes);
  }
  const { value, diagnostics } = await prepare(folderOf(earlier), files, {
    unitOf: unitFinder(book),
    senderOf: senderFinder(book),
    lineage: lineageIn(book),
    answered: (sheet) => withAnswersTo(sheet, making.answers),
    force: false,
    step: () => making.tell({ what: '写任务清单', done: ++done, of: files.length }),
  });
  if (!value) throw new Refused(diagnostics);
  const { outputs } = value;
  const [first] = outputs;
  const said = { carried: carriedWords(outputs), told: told([...value.diagnostics, ...value.refused]) };
  if (outputs.length === 1 && first && wanted)
    return { name: first.name, bytes: bytesOf(first.content), ...said };
  making.tell({ what: '打包', done: 0, of: 1 });
  const called = wanted?.length === 1 ? units[0] : `任务清单（${FORM_WORDS[format]}）`;
  return { name: `${called}.zip`, bytes: packed(outputs), ...said };
}

/** Sheets of the edition before as they went out, by their files: what is not as it was is marked in the next. */
async function sheetsAsSent(
  before: TaskBook,
  sheets: readonly TaskSheet[],
  format: SheetFormat,
): Promise<Map<string, Uint8Array>> {
  const sent = new Map<string, Uint8Array>();
  if (format === 'docx' || format === 'json') return sent;
  const all = sheets.map(({ unit }) => sheetFor(before, unit)).filter(({ rows }) => rows.length > 0);
  for (const planned of planSheets(before, all, [format])) {
    if (!('sheet' in planned)) continue;
    const content = format === 'csv' ? sheetToCsv(planned.sheet) : await sheetToXlsx(planned.sheet);
    sent.set(planned.name, bytesOf(content));
  }
  return sent;
}

/** Filled-in sheets under the names that the program gives them. */
function earlierSheets(book: TaskBook, making: Making): Map<string, Uint8Array> {
  const earlier = new Map<string, Uint8Array>();
  for (const { unit, file } of filledIn(making)) {
    const lying = making.files.find((each) => each.kind === 'sheet' && each.name === file);
    const [planned] = planSheets(book, [sheetFor(book, unit)], [/\.csv$/i.test(file) ? 'csv' : 'xlsx']);
    if (planned && lying?.kind === 'sheet') earlier.set(planned.name, lying.bytes);
  }
  return earlier;
}

/** What is sent out of a roll-up. */
async function papers(signer: string, { rolled, tell }: Making): Promise<Made> {
  if (!rolled) throw new Refused([]);
  const all = papersOf(rolled, signer);
  const written: { name: string; content: Uint8Array }[] = [];
  for (const paper of all) {
    written.push({ name: paper.name, content: await paperToFile(paper, rolled) });
    tell({ what: '写文书', done: written.length, of: all.length });
  }
  return { name: '文书.zip', bytes: packed(written), carried: '', told: [] };
}

async function other(name: OtherFile, making: Making): Promise<Made> {
  const { revision, rolled, answers } = making;
  const book = bookIn(making);
  const made = async (): Promise<string | Uint8Array | undefined> => {
    switch (name) {
      case '总台账.xlsx':
        return overviewToXlsx(book);
      case 'wulong-tasks.json':
        return taskBookToJson(book);
      case 'report.html':
        return bookToHtml(book, { rollUp: rolled ?? null });
      case '修订对照.xlsx':
        return revision && revisionToXlsx(revision);
      case '修订对照.md':
        return revision && revisionToMarkdown(revision);
      case '汇总.xlsx':
        return rolled && rollUpToXlsx(rolled);
      case '汇总.csv':
        return rolled && rollUpToCsv(rolled);
      case '汇总.json':
        return rolled && rollUpToJson(rolled);
      case 'units.yaml':
        return registryTemplate(unresolved(book));
      case '名录.xlsx':
        return registryToXlsx(
          registryDraft(
            book,
            { answers: [...(rolled?.answers ?? []), ...answers] },
            keptOf(registryFileIn(making.files)),
          ),
        );
    }
  };
  const content = await made();
  if (content === undefined) throw new Refused([]);
  return { name, bytes: bytesOf(content), carried: '', told: [] };
}

/** What goes on from the registry that lies there. */
function keptOf(file: ReturnType<typeof registryFileIn>) {
  const sources = (file?.registry.groups ?? []).flatMap(({ name, source }) =>
    source === undefined ? [] : [[name, source] as const],
  );
  return file && { ...file.kept, sources: new Map(sources) };
}

function packed(
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): Uint8Array {
  const entries = files.map(({ name, content }) => [name, bytesOf(content)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: EPOCH, level: 6 });
}
