import { digestOf } from '../model/digest.js';
import { addTo } from '../model/grouping.js';
import { lettersOf, normalizeName } from '../words/width.js';

/** Crockford's Base32 digits, which leave out the letters that look like others. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What an id is made from. */
interface Said {
  readonly name: string;
  readonly goal: string;
  /** The name of the task's table. */
  readonly table: string;
}

/** What tasks are told apart by: the first that no two of them share. */
const TEXTS: readonly ((said: Said) => string)[] = [
  ({ name, goal }) => [name, goal].map(lettersOf).join('\n'),
  ({ name, goal }) => [name, goal].map(normalizeName).join('\n'),
  ({ name, goal, table }) => [table, name, goal].map(normalizeName).join('\n'),
];

/**
 * The ids of a notice's tasks: T and seven Base32 digits of the SHA-256 of the letters of the task's name
 * and goal. Figures, punctuation, numbers, positions and tables are not in it, so an id stays when
 * rows or tables are inserted, moved or renumbered and when a figure changes; other words give another id.
 * Tasks that have all letters in common are told apart by figures too, then by their table, and those
 * that are alike in everything by `-2`. An id begins with a letter so that no spreadsheet takes it for a
 * number.
 */
export function taskIds(tasks: readonly Said[]): string[] {
  const ids = tasks.map(() => '');
  let alike = tasks.map((_, i) => i);
  for (const textOf of TEXTS) {
    const holders = new Map<string, number[]>();
    for (const i of alike) {
      const text = textOf(tasks[i] as Said);
      addTo(holders, text, i);
      ids[i] = idOf(text);
    }
    alike = [...holders.values()].filter(({ length }) => length > 1).flat();
  }
  return ids.map(uniqueIds());
}

/** Tells those apart that are alike: the second of them is …-2. */
export function uniqueIds(): (id: string) => string {
  const given = new Map<string, number>();
  return (id) => {
    const count = (given.get(id) ?? 0) + 1;
    given.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

function idOf(text: string): string {
  return `T${shortDigest(text, 7)}`;
}

/** A text's SHA-256 in as many Base32 digits as are wanted, at most 32. */
export function shortDigest(text: string, length: number): string {
  const digest = digestOf(text);
  let digits = '';
  for (let i = 0; i < length; i++) digits += DIGITS.charAt((digest[i] as number) % DIGITS.length);
  return digits;
}
