// The laws that every notice obeys, tried many times as often as in the tests, on other inputs each time.
//
//   npm run fuzz
import { spawnSync } from 'node:child_process';

const TIMES = '150';
const LAWS = ['test/laws.test.ts', 'test/printed.test.ts', 'test/revise/carry.test.ts'];
const { status } = spawnSync('npx', ['vitest', 'run', ...LAWS], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ: TIMES },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
