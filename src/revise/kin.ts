import { lettersOf, normalizeName } from '../words/width.js';

/** What of a task tells which others are its kin. */
interface Said {
  readonly name: string;
  readonly goal: string;
  /** Who has it, as printed. */
  readonly units: string;
}

/** Fewer letters are in others by chance. */
const SHORTEST = 4;

/**
 * What tasks have in common that say the same of the same units but for figures and days: of such, one is what another was,
 * rather than a task of other units that happens to have its very figure. '' where too little is said to tell.
 */
export function kinKey({ name, goal, units }: Said): string {
  const [letters, who] = [lettersOf(goal), normalizeName(units)];
  return letters.length < SHORTEST || lettersOf(who) === '' ? '' : [lettersOf(name), letters, who].join('\n');
}
