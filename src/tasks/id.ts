import { createHash } from 'node:crypto';
import { normalizeName } from '../units/index.js';

/** Crockford's Base32 digits, which leave out the letters that look like others. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes the ids of one task book's tasks. */
export class TaskIds {
  readonly #given = new Map<string, number>();

  /**
   * A task's id: T and seven Base32 digits of the SHA-256 of the table's name, the task's name and
   * its goal. Numbers and positions are not in it, so it stays when rows are inserted, moved or
   * renumbered, and changes when one of the three texts does. A second task of the same text gets
   * `-2`. It begins with a letter so that no spreadsheet takes it for a number.
   */
  next(table: string, name: string, goal: string): string {
    const digest = createHash('sha256').update([table, name, goal].map(normalizeName).join('\n')).digest();
    let id = 'T';
    for (let i = 0; i < 7; i++) id += DIGITS[(digest[i] as number) % DIGITS.length];
    const count = (this.#given.get(id) ?? 0) + 1;
    this.#given.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }
}
