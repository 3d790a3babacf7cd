import { execFileSync } from 'node:child_process';

/** Builds the program before the tests, so that they run the source as it stands. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
}
