import { safeFileNames } from '../write/index.js';
import { endingOf, ORIGINALS, UNCHECKED } from './layout.js';
import type { Outcome } from './outcome.js';
import { originalOf, type Renewing } from './renew.js';

/** What stands behind a former name where only the tasks and the names say that its sheet has gone on under another one. */
const GUESSED = '改名';

const KEPT = new RegExp(`^${ORIGINALS}/(.+)（${UNCHECKED} ${GUESSED}）(?:（\\d+）)?\\.[^.]+$`, 'u');

/** The mark of an original whose words have gone to a unit that was guessed, and that of others that have to be looked at. */
export function markOf(isGuess: boolean, isDoubtful: boolean): string | null {
  // Who says what the unit is called now has not settled the rest.
  if (isDoubtful) return UNCHECKED;
  return isGuess ? `${UNCHECKED} ${GUESSED}` : null;
}

/** Whether lists of units give a name, as files have it, as a former one. */
function isListed(names: readonly string[], former: string): boolean {
  return safeFileNames(names).includes(former);
}

/** Whether no list of units says that one went by a name: its tasks and the names alone do, and it may be another unit. */
export function isGuessed(
  { listedNames }: Pick<Renewing, 'listedNames'>,
  unit: string,
  former: string,
): boolean {
  return listedNames !== undefined && !isListed(listedNames.get(unit) ?? [], former);
}

/** Takes the mark from originals of units that a list of units says by now were renamed: there is nothing more to ask. */
export async function settleGuesses(
  outcome: Outcome,
  { listedNames }: Pick<Renewing, 'listedNames'>,
): Promise<void> {
  if (!listedNames) return;
  const listed = Array.from(listedNames.values()).flat();
  for (const name of await outcome.folder.beside()) {
    const former = KEPT.exec(name)?.[1];
    if (former === undefined || !isListed(listed, former)) continue;
    const { value: content } = await outcome.folder.read(name);
    if (content) await outcome.leave(name, content, originalOf(`${former}${endingOf(name)}`));
  }
}
