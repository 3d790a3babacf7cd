import { areSameBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import { bytesOf } from '../model/digest.js';
import { ownIn } from '../read/index.js';
import { safeFileNames } from '../write/index.js';
import { type Earlier, refusalOf } from './earlier.js';
import type { FilledSheets } from './filled-sheets.js';
import { endingOf, UNCHECKED, uncarriedAs } from './layout.js';
import type { Outcome } from './outcome.js';
import type { Planned, PlannedSheet } from './planned.js';
import { sheetToFile } from './renew.js';
import { returnDigest } from './uncarried.js';
import { isFilledPaper, wordLines } from './word-file.js';

/** Texts in which nobody fills in anything. */
const FOR_READING = /\.md$/i;

/**
 * Adds a sheet that nobody fills in, or a file of another kind.
 *
 * @param mayTake whether a file that is none of this program's may be written over, of which a copy is kept
 */
export async function addOther(
  file: Planned,
  earlier: Earlier,
  outcome: Outcome,
  filled: FilledSheets,
  mayTake: boolean,
): Promise<void> {
  const { name } = file;
  const { at, content: over } = earlier;
  const { folder } = outcome;
  const sheet = 'sheet' in file ? await filled.sheetOf(file) : undefined;
  const content = await ('content' in file ? file.content(over) : sheetToFile(sheet ?? file.sheet, name));
  const isSame = over !== null && areSameBytes(bytesOf(content), over);
  const isListed = over !== null && !folder.isChanged(at, over) && (await refusalOf(folder, at)).length === 0;
  const isOurs = isSame || isListed || (over !== null && (await isAsMade(file, over, filled)));
  const taken = isOurs ? [] : await refusalOf(folder, at);
  if (over && !isOurs && (folder.isChanged(at, over) || (mayTake && taken.length > 0))) {
    const isFilled = 'sheet' in file && endingOf(name) === '.docx' && (await isFilledIn(file, over));
    // Without its list nothing says that a text is the program's, but the text itself.
    const isToRead =
      !folder.isChanged(at, over) && FOR_READING.test(at) && (await ownIn(over, at)) === 'other';
    const mark = isToRead ? null : UNCHECKED;
    await (isFilled ? keepFilled(file, over, outcome, filled) : outcome.keepOver(at, over, mark));
  } else if (!mayTake && taken.length > 0) {
    outcome.refused.push(...taken);
    return;
  }
  outcome.put({ name, content, ...(sheet && { sheet }) }, earlier);
}

/** Whether somebody has filled in the Word file of a sheet, which is for paper. */
function isFilledIn({ name, sheet, before }: PlannedSheet, over: Uint8Array): Promise<boolean> {
  return isFilledPaper(over, name, [sheet, ...(before ? [before()] : [])]);
}

/** Keeps a Word file that somebody has filled in, for the unit that it names: nothing of it goes anywhere. */
async function keepFilled(
  { name, sheet }: PlannedSheet,
  over: Uint8Array,
  outcome: Outcome,
  { renewing }: FilledSheets,
): Promise<void> {
  const [title = ''] = (await wordLines(over, name)) ?? [];
  const unit = renewing.unitOf?.(title) ?? sheet.unit;
  const [called = unit] = safeFileNames([unit]);
  const said = returnDigest([], over);
  const kept = await outcome.keep(
    uncarriedAs(called, name),
    over,
    said === undefined ? undefined : { said, units: [unit] },
  );
  outcome.diagnostics.push(diagnose('output-kept', { name: kept }, name));
}

/** Whether a file is as the edition before made it: of a sheet, with or without what is in its form. */
async function isAsMade(file: Planned, over: Uint8Array, filled: FilledSheets): Promise<boolean> {
  const isIt = async (made: Promise<string | Uint8Array> | string | Uint8Array) =>
    areSameBytes(bytesOf(await made), over);
  if ('content' in file) return file.earlier !== undefined && isIt(file.earlier());
  const { name, before, forms } = file;
  if (!before) return false;
  const sheet = before();
  const withTyped = await filled.filledIn({ name, sheet, ...(forms && { forms }) });
  return (withTyped && (await isIt(sheetToFile(withTyped, name)))) || isIt(sheetToFile(sheet, name));
}
