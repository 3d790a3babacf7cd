import { appendFileSync } from 'node:fs';
import fc from 'fast-check';

/** How often a law is tried: enough to find a planted fault, and more by `npm run fuzz`, which sets FUZZ to how many times. */
export function runs(usual: number): number {
  return usual * Number(process.env['FUZZ'] ?? 1);
}

/** What laws have been broken by, with the seeds: what is printed may be lost, and another run tries something else. */
const BROKEN = 'laws-broken.txt';
const seed = process.env['SEED'];

fc.configureGlobal({
  ...(seed !== undefined && { seed: Number(seed) }),
  reporter: (run) => {
    if (!run.failed) return;
    const cause = run.errorInstance;
    const told = `${fc.defaultReportMessage(run)}\nAgain with SEED=${run.seed}`;
    appendFileSync(BROKEN, `${told}\n${String(cause)}\n\n`);
    throw new Error(told, { cause });
  },
});
