// What a release is held against, in one table and in less than two minutes: starting and whole commands beside a bare
// node, reading in a process that is warm, and how time and memory grow. What stands beside takes turns with what is
// measured, so that both see the same machine; time is that of the processor, so that other work on it counts little.
// `npm run bench:all` tries more, longer.
//
//   node bench/table.js
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseNotice } from '../dist/index.js';
import { grown } from './grown.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const program = path('../bin/wulong-tasks.js');
const seed = path('../seeds/wulong-2025-1.txt');
const docx = path('../fixtures/wulong-2025-1/forms/notice.docx');
const composed = path('../fixtures/clauses/');
const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-bench-'));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Tells, when the process ends, what it has used. */
writeFileSync(
  join(folder, 'told.cjs'),
  `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    require('node:fs').writeFileSync('used.json', JSON.stringify({ ms: (userCPUTime + systemCPUTime) / 1e3, megabytes: maxRSS / 1024 })); });`,
);
function used(args) {
  spawnSync(process.execPath, ['--require', './told.cjs', ...args], { cwd: folder, stdio: 'ignore' });
  return JSON.parse(readFileSync(join(folder, 'used.json'), 'utf8'));
}

/** How many notices in sentences are read, however many fixtures there are. */
const SOME = 24;

/** A line of the table, as soon as it is known. */
const line = (what, ms, beside, megabytes) =>
  console.log(
    `${what.padEnd(40)} ${ms.toFixed(1).padStart(8)} ${(megabytes?.toFixed(0) ?? '').padStart(6)}   ${beside}`,
  );

/** A command as a whole process, beside a bare node. */
function command(what, args, runs) {
  const all = Array.from({ length: runs }, () => ({
    bare: used(['-e', '0']),
    own: used([program, ...args]),
  }));
  const ratio = median(all.map(({ bare, own }) => own.ms / bare.ms));
  const own = all.map((each) => each.own);
  line(
    what,
    median(own.map(({ ms }) => ms)),
    `${ratio.toFixed(1)} × bare node`,
    median(own.map(({ megabytes }) => megabytes)),
  );
}

/** Reading in this process, which has read before, beside decoding and splitting the same bytes a hundred times. */
async function warm(what, notices, rounds) {
  const spent = async (act) => {
    const from = process.cpuUsage();
    for (const bytes of notices) await act(bytes);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1e3 / notices.length;
  };
  const split = (bytes) => {
    for (let i = 0; i < 100; i++) new TextDecoder().decode(bytes).split('\n');
  };
  const all = [];
  for (let i = 0; i < rounds; i++)
    all.push({
      own: await spent((bytes) => parseNotice(bytes, { name: 'n.txt' })),
      bare: await spent(split),
    });
  const later = all.slice(Math.floor(rounds / 2));
  const [own, bare] = [median(later.map((each) => each.own)), median(later.map((each) => each.bare))];
  line(what, own, `${((own / bare) * 100).toFixed(0)} × decode and split`);
}

/** How time and memory grow from a notice of so many rows to one of so many, above an empty run. */
function growth([small, large]) {
  const empty = used([program, '--version']);
  const [first, last] = [small, large].map((count) => {
    writeFileSync(join(folder, 'grown.txt'), grown(count));
    const { ms, megabytes } = used([program, 'parse', 'grown.txt', '-o', 'grown.json', '--force']);
    return { ms: ms - empty.ms, megabytes: megabytes - empty.megabytes };
  });
  const exponent = Math.log(last.ms / first.ms) / Math.log(large / small);
  line(`parse of ${large} rows`, last.ms, `rows^${exponent.toFixed(2)} from ${small}`, last.megabytes);
}

console.log(`${'what'.padEnd(40)} ${'ms'.padStart(8)} ${'MB'.padStart(6)}   beside`);
try {
  used([program, 'parse', seed]);
  command('--version', ['--version'], 5);
  command('units', ['units'], 3);
  command('parse, text', ['parse', seed, '-o', 'text.json'], 3);
  command('parse, docx', ['parse', docx, '-o', 'docx.json'], 3);
  command('export --all, first', ['export', '--all', '--from', seed, '-o', 'all'], 1);
  command('build --csv', ['build', seed, '-o', 'out', '--csv'], 1);
  await warm('the seed, warm', [readFileSync(seed)], 6);
  const names = readdirSync(composed).filter((name) => name.endsWith('.txt'));
  const every = Math.ceil(names.length / SOME);
  const some = names.filter((_, i) => i % every === 0).map((name) => readFileSync(join(composed, name)));
  await warm(`${some.length} notices in sentences, each, warm`, some, 3);
  growth([500, 2_000]);
} finally {
  rmSync(folder, { recursive: true });
}
