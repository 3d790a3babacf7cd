import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failed, type Result } from '../model/result.js';
import { besides } from './beside.js';
import { earlierOf } from './earlier.js';
import { FilledSheets } from './filled-sheets.js';
import { Forms } from './forms.js';
import { settleGuesses } from './guessed.js';
import { baseOf } from './layout.js';
import { addOther } from './others.js';
import { Outcome } from './outcome.js';
import type { Folder, Planned, Prepared } from './planned.js';
import { isForm, type Renewing } from './renew.js';
import { withoutTasks } from './without-tasks.js';

interface PrepareOptions extends Renewing {
  /**
   * Whether a file that is none of this program's may be written over, of which a copy is kept; what seems to be of
   * another notice is of an earlier edition, then.
   */
  readonly force: boolean;
  /** Whether the folder is one that this program built, and its list of files is gone: copies are kept, then. */
  readonly isUnlisted?: boolean;
  /** Called after each file. */
  readonly step: () => void;
}

/**
 * Makes the contents of files before any is written: task sheets with all that people put into the earlier
 * ones, and copies of those that hold what cannot be carried over. A file that may not be written over stops no
 * other.
 *
 * @returns what is to become of the folder, or why none of the files may be written
 */
export async function prepare(
  folder: Folder,
  files: readonly Planned[],
  options: PrepareOptions,
): Promise<Result<Prepared>> {
  const { force, isUnlisted = false, step } = options;
  const renewing = { ...options, isRevision: force };
  const outcome = new Outcome(folder);
  const filled = new FilledSheets(folder, renewing);
  const forms = new Forms(outcome, filled, renewing, force);
  for (const file of files) {
    await add(file, outcome, filled, forms, force || isUnlisted);
    step();
  }
  await settleGuesses(outcome, renewing);
  const { outputs, remove, refused } = outcome;
  const others = refused.filter((each) => each.code === 'sheet-of-notice');
  // A folder of another notice is not mixed with this one's.
  if (others.length > 0 && !forms.hasOwn) return failed(...ofFolder(others));
  if (refused.length > 0 && outputs.length === 0) return failed(...refused);
  const moved = outputs.flatMap(({ from }) => from ?? []);
  const { told, settled } = await besides(folder, { outputs, remove, used: filled.used }, renewing);
  const diagnostics = [
    ...outcome.diagnostics,
    ...(moved.length > 0 ? [diagnose('sheets-moved', { count: moved.length, names: moved })] : []),
    ...withoutTasks(outputs, renewing.perhapsRenamed),
    ...told,
  ];
  return { value: { outputs, remove, diagnostics, refused, settled }, diagnostics: [] };
}

async function add(
  file: Planned,
  outcome: Outcome,
  filled: FilledSheets,
  forms: Forms,
  mayTake: boolean,
): Promise<void> {
  const { value: earlier, diagnostics } = await earlierOf(outcome.folder, file);
  const sheet = 'sheet' in file ? file : undefined;
  if (!earlier) {
    outcome.refused.push(...diagnostics);
    if (sheet) forms.unread.add(sheet.sheet.unit);
    return;
  }
  // The sheet of a unit's former name has gone on under its new one.
  if (forms.renamed.has(baseOf(earlier.at))) {
    if (earlier.content) await outcome.leave(earlier.at, earlier.content);
    return;
  }
  if (sheet && isForm(file.name) && (await forms.add(sheet, earlier))) return;
  if (sheet && forms.unread.has(sheet.sheet.unit)) return;
  await addOther(file, earlier, outcome, filled, mayTake);
}

/** Told once of all sheets of another notice. */
function ofFolder([first, ...others]: readonly Diagnostic<'sheet-of-notice'>[]): Diagnostic[] {
  if (!first) return [];
  return [others.length === 0 ? first : diagnose('folder-of-notice', first.args)];
}
