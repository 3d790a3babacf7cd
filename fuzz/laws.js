// The laws that every notice obeys, tried many times as often as in the tests, on other inputs each time.
//
//   npm run fuzz
import { spawnSync } from 'node:child_process';

const TIMES = '20';
const { status } = spawnSync('npx', ['vitest', 'run', 'test/laws.test.ts', 'test/printed.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ: TIMES },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
