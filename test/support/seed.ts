import { readFileSync } from 'node:fs';
import { parseNotice, type TaskBook } from '../../src/index.js';

/** The notice that the project began with, as it came. */
export const SEED = new URL('../../seeds/wulong-2025-1.txt', import.meta.url);

export const seedBytes = (): Buffer => readFileSync(SEED);

/** The seed's task book; its tests are about what is in it, so it must be there. */
export async function seedBook(): Promise<TaskBook> {
  const { value, diagnostics } = await parseNotice(seedBytes(), { name: 'notice.txt' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
