import { type Collected, isSaidIn, type ReturnedFile, readReturned, saysAny } from '../collect/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { sha256Of } from '../model/digest.js';
import type { ReturnedSheet } from '../model/returned.js';
import { isFilled, saidDigest } from '../sheets/index.js';
import { endingOf, isUncarried, isUnchecked, ORIGINALS } from './layout.js';
import type { Folder } from './planned.js';

/** What is known of the units whose returns are kept. */
export interface Live {
  readonly unitOf: ((name: string) => string | undefined) | undefined;
  /** What is there of a unit by now, a record a row. */
  readonly liveOf: (unit: string) => Promise<readonly unknown[]> | readonly unknown[];
  /** Whether a unit has anything to do, or is asked. */
  readonly hasTasks: (unit: string) => boolean;
  /** The forms of a unit's sheet. */
  readonly formsOf: (unit: string) => readonly string[];
}

/** The form of a sheet that others are to take the place of: one as they are, where there is such; '' where there is none. */
export function formLike(forms: readonly string[], others: readonly string[]): string {
  const isLike = (form: string) => others.every((name) => endingOf(name) === endingOf(form));
  return forms.find(isLike) ?? forms[0] ?? '';
}

/** A kept return of which nothing has gone anywhere. */
interface KeptReturn {
  /** The digest of what it says, if it says anything. */
  readonly said: string | undefined;
  /** What is told of it; nothing where all of it stands in its unit's sheet by now. */
  readonly told: Diagnostic | undefined;
}

/** Whether nobody has put anything into a sheet. */
export function saysNothing({ rows, questions, cover, columns, stray }: ReturnedSheet): boolean {
  return (
    ![...rows, ...questions].some(isFilled) && Object.keys(cover).length + columns.length + stray.length === 0
  );
}

/** Whether a file holds more than what is filled in: words over what is printed, rows of people's own, further worksheets, pictures. */
export function holdsMore({ sheet, isChanged = false, others = [], lost = [] }: Collected): boolean {
  const hasOwnRows = sheet.rows.some(
    ({ id, cells }) => id === '' && Object.values(cells).some((text) => text.trim() !== ''),
  );
  return isChanged || hasOwnRows || others.length > 0 || lost.length > 0;
}

/** By what a kept return is known: by what it says, or, where it cannot be read, by all that is in it. */
export function returnDigest(collected: readonly Collected[], bytes: Uint8Array): string | undefined {
  return collected.length === 0 ? sha256Of(bytes) : saidDigest(collected.map(({ sheet }) => sheet));
}

/** Whether somebody has sorted a kept file into a folder of its own, as 原件/已核对: the program keeps all right there. */
function isSorted(name: string): boolean {
  return name.split('/').at(-2) !== ORIGINALS;
}

/**
 * What is told of kept files of which nothing has gone anywhere, and what of them is settled by now. A copy that says the same
 * as one that is called such a return may be the original of its unit's own sheet: that is told once. Any other kept file is told
 * where its unit has handed in nothing else: nobody puts away the only one that somebody has filled in.
 *
 * @param names files that are kept
 * @param read gives what one holds
 */
export async function keptReturns(
  names: readonly string[],
  read: (name: string) => Promise<Uint8Array | undefined>,
  known: Folder['uncarried'],
  live: Live,
): Promise<{ readonly told: Diagnostic[]; readonly settled: string[] }> {
  const found: { readonly name: string; readonly kept: KeptReturn }[] = [];
  for (const name of names) {
    // The words of such an original have gone to its sheet.
    if (isUnchecked(name)) continue;
    const kept = await keptReturn(name, await read(name), known, live);
    if (kept) found.push({ name, kept });
  }
  const called = new Set(found.flatMap(({ name, kept }) => (isUncarried(name) ? [kept.said] : [])));
  const those = found.filter(
    ({ name, kept }) => isUncarried(name) || kept.said === undefined || !called.has(kept.said),
  );
  const told = those.flatMap(({ kept }) => kept.told ?? []);
  const open = new Set(those.flatMap(({ kept }) => (kept.told ? [kept.said] : [])));
  const settled = those.flatMap(({ kept: { said } }) => (said === undefined || open.has(said) ? [] : [said]));
  return { told, settled };
}

/**
 * A kept file as the return of a unit of which nothing has gone anywhere, as it lay in another's place or cannot be read: it
 * is known by what it says, wherever it lies by then and whatever it is called, and by its name where nothing is known.
 *
 * @param bytes what it holds; nothing where that cannot be read
 * @param known whose such returns are, by what they say
 * @returns nothing where it is none, or was settled
 */
async function keptReturn(
  name: string,
  bytes: Uint8Array | undefined,
  known: Folder['uncarried'],
  live: Live,
): Promise<KeptReturn | undefined> {
  const { unitOf, liveOf, formsOf } = live;
  const { collected, unread } = bytes ? await readReturned(bytes, name) : NOTHING;
  const sheets = collected.map(({ sheet }) => sheet);
  const said = bytes && returnDigest(collected, bytes);
  const listed = said === undefined ? undefined : known.get(said);
  if (listed?.length === 0) return undefined;
  const named = unitOf?.(name);
  if (!listed && !isUncarried(name))
    return isSorted(name) ? undefined : onlyFilled(name, sheets, named, live);
  const units = listed?.map((each) => unitOf?.(each) ?? each) ?? (named === undefined ? [] : [named]);
  const [unit = '', ...others] = units;
  const as = others.length === 0 ? formLike(formsOf(unit), [name]) : '';
  if (sheets.length === 0) {
    const form =
      unread.flatMap(({ problems }) => problems).find((each) => each.code === 'return-form')?.args.form ?? '';
    return { said, told: diagnose('sheet-uncarried-form', { units, as, form }, name) };
  }
  const there = await Promise.all(units.map(liveOf));
  const isThere =
    sheets.every((sheet) => isSaidIn(sheet, [])) ||
    sheets.every((sheet) => there.some((records) => isSaidIn(sheet, records)));
  const hasTables = sheets.filter(({ rows, questions }) => [...rows, ...questions].some(isFilled)).length > 1;
  // What else somebody put into it stands in no sheet, whatever its rows say.
  if (isThere && (hasTables || !collected.some(holdsMore))) return { said, told: undefined };
  if (hasTables) return { said, told: diagnose('sheet-uncarried-tables', { units }, name) };
  return { said, told: diagnose('sheet-uncarried', { units, as }, name) };
}

/** A kept file that is filled in, where nothing else is of its unit: somebody has put away what it has sent. */
async function onlyFilled(
  name: string,
  sheets: readonly ReturnedSheet[],
  named: string | undefined,
  { unitOf, liveOf, hasTasks }: Live,
): Promise<KeptReturn | undefined> {
  for (const { unit: cover, rows, questions } of sheets) {
    const unit = (cover === null ? undefined : unitOf?.(cover)) ?? named;
    if (unit === undefined || !hasTasks(unit) || ![...rows, ...questions].some(isFilled)) continue;
    if (!saysAny(await liveOf(unit)))
      return { said: undefined, told: diagnose('original-alone', { unit }, name) };
  }
  return undefined;
}

const NOTHING: ReturnedFile = { collected: [], unread: [] };
