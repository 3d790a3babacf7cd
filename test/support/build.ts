import { execFileSync } from 'node:child_process';

/** Builds the program before the tests, so that they run the source as it stands; its types are another check's. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/bundle.js'], { stdio: 'inherit' });
}
