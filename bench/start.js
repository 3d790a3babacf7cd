// What starting the program costs: whole processes, beside a bare node, in turn, so that both see the same machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = 25;
const program = fileURLToPath(new URL('../bin/wulong-tasks.js', import.meta.url));
const seed = fileURLToPath(new URL('../seeds/wulong-2025-1.txt', import.meta.url));
const docx = fileURLToPath(new URL('../fixtures/wulong-2025-1/forms/notice.docx', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-bench-'));

const run = (args) => {
  const from = process.hrtime.bigint();
  spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - from) / 1e6;
};
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

try {
  run([program, 'parse', seed]);
  console.log('command                        ms   × bare node');
  for (const [name, args] of [
    ['--version', ['--version']],
    ['units', ['units']],
    ['parse, text', ['parse', seed, '-o', 'text.json']],
    ['parse, docx', ['parse', docx, '-o', 'docx.json']],
  ]) {
    const ours = [];
    const ratios = [];
    for (let i = 0; i < RUNS; i++) {
      const bare = run(['-e', '0']);
      const own = run([program, ...args]);
      ours.push(own);
      ratios.push(own / bare);
    }
    console.log(
      `${name.padEnd(24)} ${median(ours).toFixed(0).padStart(8)} ${median(ratios).toFixed(2).padStart(12)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
