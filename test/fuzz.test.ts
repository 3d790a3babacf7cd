// Some of the mutants that `npm run fuzz` tries in thousands.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('no edit of the seed loses a task in silence, and what is refused has a place', () => {
  const script = fileURLToPath(new URL('../fuzz/mutants.js', import.meta.url));
  const table = execFileSync(process.execPath, [script, '400', '20250305'], { encoding: 'utf8' });
  const count = (what: string) => Number(new RegExp(`│ ${what} +│ (\\d+) `).exec(table)?.[1]);
  expect([count('silent'), count('refused without a place')]).toEqual([0, 0]);
  expect(count('refused') + count('same') + count('told')).toBeGreaterThan(300);
});
