// Some of the mutants that `npm run fuzz` tries in thousands, of a notice with all that the seed has, but for rows.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { emptyFolder } from './support/program.js';
import { runs } from './support/runs.js';
import { shortSeed } from './support/seed.js';

it('no edit of the seed loses a task in silence, and what is refused has a place', async () => {
  const script = fileURLToPath(new URL('../fuzz/mutants.js', import.meta.url));
  const notice = join(emptyFolder(), 'notice.txt');
  writeFileSync(notice, shortSeed(3));
  const args = ['--no-regexp-tier-up', script, String(runs(60)), '20250305', notice];
  const { stdout: table } = await promisify(execFile)(process.execPath, args);
  const count = (what: string) => Number(new RegExp(`│ ${what} +│ (\\d+) `).exec(table)?.[1]);
  expect([count('silent'), count('refused without a place')]).toEqual([0, 0]);
  expect(count('refused') + count('same') + count('told')).toBeGreaterThan(40);
});
