import {
  type Collected,
  isNoticeOf,
  isPrograms,
  isProgramsOwn,
  isRollUp,
  isSaidIn,
  leftIn,
  type ReturnedFile,
  readReturned,
  UNZIPPED,
  unzippedIn,
  writtenInRollUp,
} from '../collect/index.js';
import { areSameBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf as asBytes } from '../model/digest.js';
import { addTo } from '../model/grouping.js';
import { LARGEST } from '../model/limits.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { TaskSheet } from '../model/sheet.js';
import { movedBack, pairRows, unitsOf } from '../revise/index.js';
import { isFilled, isSurelyOwn, unmarked } from '../sheets/index.js';
import { CALLED_NOTICE } from '../words/file-names.js';
import { safeFileNames } from '../write/index.js';
import { otherOwners } from './further-tables.js';
import {
  baseOf,
  endingOf,
  FILES,
  FOLDERS,
  inNoFolder,
  isUncarried,
  isUnchecked,
  ORIGINALS,
} from './layout.js';
import type { Folder, Output } from './planned.js';
import { isForm, type Renewing, SHEET_FORMATS } from './renew.js';
import { formLike, holdsMore, keptReturns, type Live, saysNothing } from './uncarried.js';

/** Files that are no returns of a unit, whatever they are called. */
const NO_RETURN = /\.(?:json|md|ya?ml)$/i;

/**
 * Files that look like other returns of a unit whose sheet is written, by their names or by what is filled in in them:
 * nothing of them is carried over. And kept returns of which nothing was ever carried over.
 *
 * @param files.used forms from which other files have what is filled in
 * @returns what is told of them, and what of the latter is settled by now
 */
export async function besides(
  folder: Pick<Folder, 'beside' | 'check' | 'read' | 'uncarried'>,
  files: Record<'outputs' | 'remove', readonly Output[]> & { readonly used: readonly string[] },
  renewing: Pick<Renewing, 'unitOf' | 'senderOf' | 'lineage' | 'bookBefore'>,
): Promise<{ told: Diagnostic[]; settled: string[] }> {
  const { outputs, remove, used } = files;
  const { unitOf } = renewing;
  const written = new Set([...outputs, ...remove].map(({ name }) => name).concat(used));
  const sheets = outputs.flatMap(({ sheet }) => sheet ?? []);
  const units = new Set(sheets.map(({ unit }) => unit));
  const lying = await folder.beside();
  const formsOf = (unit: string) => {
    const own = outputs.flatMap(({ sheet, name }) => (sheet?.unit === unit && isForm(name) ? [name] : []));
    return own.length > 0 ? own : formsIn(lying, unit);
  };
  const others = new Map<string, string[]>();
  const same = new Map<string, string[]>();
  const parts: Diagnostic[] = [];
  const nobodys: Diagnostic[] = [];
  const live: Live = {
    unitOf,
    liveOf: async (unit) => {
      const own = sheets.filter((sheet) => sheet.unit === unit);
      if (own.length > 0)
        return own.flatMap(({ cover, rows, kept, questions }) => [cover, ...rows, ...kept, ...questions]);
      // Nothing is written for the unit now: its sheet lies there all the same.
      const [name] = formsIn(lying, unit);
      const { collected } = name === undefined ? NOTHING : await returnIn(folder, name);
      return collected.flatMap(({ sheet: { cover, rows, questions } }) => [cover, ...rows, ...questions]);
    },
    hasTasks: (unit) => sheets.some((sheet) => sheet.unit === unit && sheet.rows.length > 0),
    formsOf,
  };
  const isLeft = (name: string) => remove.some((each) => each.name === name);
  const originals = lying.filter((name) => name.startsWith(`${ORIGINALS}/`) && !isLeft(name));
  const bytesOf = async (name: string) => (await folder.read(name)).value ?? undefined;
  const { told: uncarried, settled } = await keptReturns(originals, bytesOf, folder.uncarried, live);
  const argsOf = (unit: string, names: readonly string[]) => ({
    unit,
    names,
    as: formLike(formsOf(unit), names),
  });
  const isCarried = await carriedFinder(files, originals, bytesOf);
  const unzipped = unzippedIn(lying.filter((name) => !originals.includes(name)));
  for (const name of unzipped.folders)
    nobodys.push(diagnose('sheet-beside-unread', { inside: [], form: UNZIPPED }, name));
  for (const name of lying) {
    if (originals.includes(name) || unzipped.parts.has(name)) continue;
    if (written.has(name) || NO_RETURN.test(name) || (await isPassedOver(folder, name))) continue;
    // What the program wrote, and nobody has changed, is no return.
    if ((await folder.check([name])).diagnostics.length === 0) continue;
    // By what is in it, as `collect` does: a copy may be called 某局.xlsx.bak.
    const bytes = (await bytesOf(name)) ?? new Uint8Array();
    if (renewing.lineage && isNoticeOf(renewing.lineage.book, bytes)) continue;
    const came = await returnIn(folder, name);
    const found = { ...came, collected: withIdsByWords(came.collected, renewing) };
    if (found.collected.length === 0 && CALLED_NOTICE.test(baseOf(inNoFolder(name)))) continue;
    const full = unitOf?.(name);
    const named = full ?? (mayBeShort(found, name) ? renewing.senderOf?.(name) : undefined);
    // What a roll-up says stands in the sheets that it was made of.
    if (full === undefined && isRollUp(found)) {
      const words = await writtenInRollUp(bytes, name);
      if (words) nobodys.push(diagnose('roll-up-written', { words }, name));
      continue;
    }
    // Nobody has to put it anywhere: nothing is in it.
    if (named !== undefined && isEmpty(found)) {
      nobodys.push(diagnose('return-empty', undefined, name));
      continue;
    }
    const whose = unitsIn(found, named, renewing, sheets);
    if (whose.length === 0) nobodys.push(...ofNobody(found, name, sheets));
    if (named === undefined) nobodys.push(...tellUnread(found, name));
    const isOneTable = found.collected.every(({ sheet: { file } }) => file === name);
    if (named === undefined && whose.length > 1 && isOneTable) {
      const count = leftOf(found.collected, sheets);
      if (count > 0) nobodys.push(diagnose('sheet-beside-several', { units: whose, count }, name));
      continue;
    }
    for (const unit of whose) {
      if (!units.has(unit)) continue;
      // Whoever has sent another one's sheet has not sent their own.
      const isOthers = named !== undefined && named !== unit;
      const own = sheets.find((sheet) => sheet.unit === unit);
      const known = own ? withIdsOf(found, own, renewing) : found;
      const isSame =
        !isOthers &&
        ((await isAllSaid(await withoutOwnSheets(known, unit, outputs), unit, live)) ||
          isCarried(unit, await bytesOf(name)));
      const lacks = own && !isSame ? lackingIn(known, own) : 0;
      if (lacks > 0) parts.push(diagnose('sheet-beside-part', { ...argsOf(unit, [name]), lacks }));
      else addTo(isSame ? same : others, unit, name);
    }
  }
  const told = [
    ...uncarried,
    ...tellUnchecked(originals.filter(isUnchecked)),
    ...Array.from(others, ([unit, names]) => diagnose('sheet-beside', argsOf(unit, names))),
    ...parts,
    ...nobodys,
    ...Array.from(same, ([unit, names]) => diagnose('sheet-beside-same', argsOf(unit, names))),
  ];
  return { told, settled };
}

/**
 * A line as long as originals lie there that somebody has to compare with the sheets to which their words went, and one as long
 * as those do of files that nobody fills in, of which nothing has gone anywhere.
 */
export function tellUnchecked(names: readonly string[]): Diagnostic[] {
  const sheets = names.filter((name) => !isNoForm(name));
  const others = names.filter(isNoForm);
  return [
    ...(sheets.length > 0 ? [diagnose('originals-unchecked', { names: sheets, count: sheets.length })] : []),
    ...(others.length > 0 ? [diagnose('outputs-unchecked', { names: others, count: others.length })] : []),
  ];
}

/** Whether an original is of a file that nobody fills in. */
function isNoForm(name: string): boolean {
  const isOverview = inNoFolder(name).startsWith(`${baseOf(FILES.overview)}（`);
  return isOverview || NO_RETURN.test(name) || endingOf(name) === '.docx';
}

const NOTHING: ReturnedFile = { collected: [], unread: [] };

/** The forms of a unit's sheet among the files of a folder, by their names. */
export function formsIn(names: readonly string[], unit: string): string[] {
  const [base] = safeFileNames([unit]);
  const own = names.filter(
    (name) => !name.split('/').includes(ORIGINALS) && isForm(name) && baseOf(inNoFolder(name)) === base,
  );
  return SHEET_FORMATS.flatMap((format) => own.filter((name) => name.endsWith(`.${format}`)));
}

/**
 * Tells of which files the very same was carried to a unit's sheet: it lay in the sheet's place, or is an original of that by now.
 *
 * @param originals the names of the files that are kept
 */
async function carriedFinder(
  { outputs, remove }: Record<'outputs' | 'remove', readonly Output[]>,
  originals: readonly string[],
  bytesOf: (name: string) => Promise<Uint8Array | undefined>,
): Promise<(unit: string, bytes: Uint8Array | undefined) => boolean> {
  const carried = new Map<string, Uint8Array[]>();
  const without = outputs.flatMap(({ content, uncarried }) => (uncarried ? [asBytes(content)] : []));
  for (const { sheet, name, over, from } of outputs) {
    if (!sheet || !isForm(name)) continue;
    const was = over ?? remove.find((each) => each.name === from)?.over;
    if (was && !without.some((each) => areSameBytes(each, was))) addTo(carried, sheet.unit, was);
    const [called = ''] = safeFileNames([sheet.unit]);
    for (const kept of originals) {
      const isIts = inNoFolder(kept).startsWith(`${called}（`) && !isUncarried(kept);
      const bytes = isIts ? await bytesOf(kept) : undefined;
      if (bytes) addTo(carried, sheet.unit, bytes);
    }
  }
  return (unit, bytes) =>
    bytes !== undefined && (carried.get(unit) ?? []).some((each) => areSameBytes(each, bytes));
}

/** A file with the ids that its tasks have in its unit's sheet by now. */
function withIdsOf(
  file: ReturnedFile,
  sheet: TaskSheet,
  { lineage }: Pick<Renewing, 'lineage'>,
): ReturnedFile {
  const collected = file.collected.map((each) => {
    const returned = movedBack(each.sheet, sheet, lineage);
    const { pairs, meant } = pairRows(sheet.rows, returned.rows, lineage);
    const ids = new Map([...meant, ...Array.from(pairs, ([{ id }, row]) => [row, id] as const)]);
    const rows = returned.rows.map((row) => ({ ...row, id: ids.get(row) ?? row.id }));
    return { ...each, sheet: { ...returned, rows } };
  });
  return { ...file, collected };
}

/** Tables in which no ids stand, as a few columns of a sheet, with those of the tasks whose words stand in them. */
function withIdsByWords(
  collected: readonly Collected[],
  { lineage }: Pick<Renewing, 'lineage'>,
): readonly Collected[] {
  if (!lineage) return collected;
  return collected.map((each) => {
    if (each.sheet.unit !== null || each.sheet.rows.some(({ id }) => id !== '')) return each;
    const rows = each.sheet.rows.map((row) => {
      const { name = '', goal = '', lead = '', responsible = '' } = row.cells;
      const said = { id: '', name: unmarked(name), goal, units: unitsOf(unmarked(lead), responsible) };
      return { ...row, id: lineage.means(said).id ?? '' };
    });
    return { ...each, sheet: { ...each.sheet, rows } };
  });
}

/** What files are called of which nothing else is known. */
const ARCHIVE = '压缩包';
const NO_SHEETS = '读不了的文件，或者不是任务清单的表';

/** A line for what nobody can read in a file that lies among the sheets, or for an archive in one, wherever that lies. */
function tellUnread({ unread }: ReturnedFile, name: string): Diagnostic[] {
  const those = unread.filter(
    ({ problems }) => isOfUnits(name) || problems.some(({ code }) => code === 'file-archive'),
  );
  const [first] = those;
  if (!first) return [];
  const inside = those.flatMap(({ file }) => (file === name ? [] : [file.slice(name.length + 1)]));
  const [problem] = first.problems;
  const form = problem?.code === 'return-form' ? (problem as Diagnostic<'return-form'>).args.form : NO_SHEETS;
  return [
    diagnose(
      'sheet-beside-unread',
      { inside, form: problem?.code === 'file-archive' ? ARCHIVE : form },
      name,
    ),
  ];
}

/** A file without what stands on worksheets of people's own that are in their unit's sheet, too. */
async function withoutOwnSheets(
  file: ReturnedFile,
  unit: string,
  outputs: readonly Output[],
): Promise<ReturnedFile> {
  if (file.collected.every(({ others = [] }) => others.length === 0)) return file;
  const forms = outputs.filter(({ sheet, name }) => sheet?.unit === unit && isForm(name));
  const read = await Promise.all(forms.map(({ name, content }) => readReturned(asBytes(content), name)));
  const keyOf = ({ at, text }: ReturnedSheet['stray'][number]) =>
    JSON.stringify(['sheet' in at ? at.sheet : '', text]);
  const there = new Set(
    read.flatMap(({ collected }) => collected.flatMap(({ others = [] }) => others.map(keyOf))),
  );
  const collected = file.collected.map(({ others = [], ...each }) => ({
    ...each,
    others: others.filter((cell) => !there.has(keyOf(cell))),
  }));
  return { ...file, collected };
}

/** Whether all that is in a file stands in its unit's sheet by now: nobody has to look at it. */
async function isAllSaid(
  { collected, unread }: ReturnedFile,
  unit: string,
  { liveOf }: Live,
): Promise<boolean> {
  if (collected.length === 0 || unread.length > 0 || collected.some(holdsMore)) return false;
  const there = await liveOf(unit);
  return collected.every(({ sheet }) => isSaidIn(sheet, there));
}

/**
 * In how many tasks that a file says nothing of a unit's sheet is filled in: who put the file into its place would lose them. None
 * where nobody can tell.
 */
function lackingIn({ collected, unread }: ReturnedFile, sheet: TaskSheet): number {
  const filled = collected.flatMap(({ sheet: { rows } }) => rows.filter(isFilled));
  if (unread.length > 0 || filled.length === 0 || filled.some(({ id }) => id === '')) return 0;
  const ids = new Set(filled.map(({ id }) => id));
  return sheet.rows.filter((row) => isFilled(row) && !ids.has(row.id)).length;
}

/** What a file holds that came back; nothing where it is too large or cannot be opened. */
async function returnIn(folder: Pick<Folder, 'read'>, name: string): Promise<ReturnedFile> {
  const { value: bytes } = await folder.read(name);
  return !bytes || bytes.length > LARGEST ? NOTHING : readReturned(bytes, name);
}

/** Whether nothing at all is in a file. */
function isEmpty({ collected, unread }: ReturnedFile): boolean {
  const problems = unread.flatMap((each) => each.problems);
  return (
    collected.length === 0 && problems.length > 0 && problems.every(({ code }) => code === 'return-empty')
  );
}

/** Whether a file may be its unit's by a short name: it names none inside, and what nobody can read lies among the sheets. */
function mayBeShort({ collected }: ReturnedFile, name: string): boolean {
  return collected.length > 0 ? collected.every(({ sheet }) => sheet.unit === null) : isOfUnits(name);
}

/** Whether a program made a file for itself; what only has such a name is looked into. */
async function isPassedOver(folder: Pick<Folder, 'read'>, name: string): Promise<boolean> {
  if (!isPrograms(name)) return false;
  const { value: bytes } = await folder.read(name);
  return !bytes || bytes.length > LARGEST || isProgramsOwn(name, bytes);
}

/**
 * The units whose sheets are filled in in a file. One that has a unit's name is that one's where somebody has put something
 * into it, or nobody can read it, and as long as what is in it does not tell of another; of one that has another name, its cover
 * tells, and where nobody knows that, its tasks.
 */
function unitsIn(
  { collected, unread }: ReturnedFile,
  named: string | undefined,
  renewing: Pick<Renewing, 'unitOf' | 'lineage' | 'bookBefore'>,
  sheets: readonly TaskSheet[],
): readonly string[] {
  const { unitOf } = renewing;
  if (named !== undefined) {
    const isSheet = collected.length > 0 && unread.length === 0;
    if (!isSheet) return [named];
    if (collected.every(isUntouched)) return [];
    const ownerOf = ({ sheet }: Collected) => {
      const [owner = named, ...several] = otherOwners({ unit: named }, sheet, renewing);
      return several.length > 0 ? named : (unitOf?.(owner) ?? owner);
    };
    return Array.from(new Set(collected.map(ownerOf)));
  }
  const units = collected
    .filter(({ sheet }) => sheet.rows.some(isFilled))
    .flatMap(({ sheet }) => {
      const title = sheet.titles?.find((each) => unitOf?.(each) !== undefined);
      const said = sheet.unit ?? title;
      const cover =
        said === undefined
          ? undefined
          : (otherOwners({ unit: said }, sheet, renewing)[0] ?? unitOf?.(said) ?? said);
      // A unit that has nothing to do any more has its sheet all the same.
      const known = sheets.some(({ unit }) => unit === cover) || unitOf?.(cover ?? '') ? cover : undefined;
      if (known !== undefined) return known;
      const [unit, ...others] = unitsByTasks(sheet, sheets);
      return unit === undefined || others.length > 0 ? [] : unit;
    });
  return Array.from(new Set(units));
}

/** Whether a sheet is as the program wrote it, with nothing put into it. */
function isUntouched({ sheet, isChanged = false, isConverted = false, besides = [] }: Collected): boolean {
  return !isChanged && !isConverted && besides.length === 0 && saysNothing(sheet);
}

/**
 * What is filled in in sheets that were sent out, and are nobody's now: the cover names a unit that the notice has no more, and
 * no list says what has become of it. Told as long as it stands at its tasks in no sheet.
 */
function ofNobody({ collected }: ReturnedFile, name: string, sheets: readonly TaskSheet[]): Diagnostic[] {
  // Without a cover, it is known by its tasks, or by where it lies.
  const wasSent = ({ sheet }: Collected) =>
    sheet.unit === null
      ? isOfUnits(name) || sharesTasks({ rows: sheet.rows.filter(isFilled) }, sheets)
      : sheet.edition !== null && (isOfUnits(name) || sharesTasks(sheet, sheets));
  return collected.filter(wasSent).flatMap((each) => {
    const count = leftOf([each], sheets);
    return count === 0 ? [] : [diagnose('sheet-nobodys', { unit: each.sheet.unit ?? '', count }, name)];
  });
}

/** How many rows of tables are filled in whose words stand at their tasks in no sheet. */
function leftOf(collected: readonly Collected[], sheets: readonly TaskSheet[]): number {
  const rows = collected.flatMap(({ sheet }) => sheet.rows.filter(isFilled));
  const there = sheets.flatMap((sheet) => [...sheet.rows, ...sheet.kept]);
  const left = rows.map((row) => ({ ...row, ids: row.id === '' ? [] : [row.id] }));
  return leftIn(left, there).length;
}

/** Whether a file lies where the sheets that go out lie. */
function isOfUnits(name: string): boolean {
  return [FOLDERS.units, FOLDERS.groups].some((folder) => name.startsWith(`${folder}/`));
}

function sharesTasks({ rows }: Pick<ReturnedSheet, 'rows'>, sheets: readonly TaskSheet[]): boolean {
  const ids = new Set(sheets.flatMap((sheet) => sheet.rows.map(({ id }) => id)));
  return rows.some(({ id }) => ids.has(id));
}

/** How much of a sheet's tasks, and of a file's, both must have for the file to be of that unit under another name. */
const MOST = 0.8;

/** The units that have most of the tasks that stand in a file, and few others: 区水务局 writes itself over 区水利局. */
function unitsByTasks({ rows }: ReturnedSheet, sheets: readonly TaskSheet[]): string[] {
  const ids = new Set(rows.flatMap(({ id, kept }) => (id !== '' && kept === null ? [id] : [])));
  const isIts = (sheet: TaskSheet) => {
    const own = new Set(sheet.rows.map(({ id }) => id));
    // What it is only asked about may stand in no row of its own.
    const sure = sheet.rows.filter(isSurelyOwn);
    const isMostOf = (count: number, all: number) => all > 0 && count >= MOST * all;
    return (
      isMostOf([...ids].filter((id) => own.has(id)).length, ids.size) &&
      isMostOf(sure.filter(({ id }) => ids.has(id)).length, sure.length)
    );
  };
  return Array.from(new Set(sheets.filter(isIts).map((sheet) => sheet.unit)));
}
