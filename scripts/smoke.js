// Packs the program, installs the tarball in an empty folder, and uses it there as a stranger would:
// the command, the library, and the library's types. Run it with the Node that is to be tried.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-smoke-'));
const run = (file, args, cwd = folder) =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const passed = [];

async function check(what, test) {
  await test();
  passed.push(what);
  console.log(`ok ${passed.length} - ${what}`);
}

try {
  const packed = run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    resolve('.'),
  );
  const [{ filename, files }] = JSON.parse(packed);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)]);
  // An archive beside the sheets would be told: it could be what an office handed in.
  rmSync(join(folder, filename));
  const installed = join(folder, 'node_modules', 'wulong-tasks');
  const bin = join(installed, 'bin', 'wulong-tasks.js');

  await check('the tarball holds what runs and nothing else', () => {
    const tops = new Set(files.map(({ path }) => path.split('/')[0]));
    const expected = [
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'Dockerfile',
      'GLOSSARY.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'SECURITY.md',
      'action.yml',
      'bin',
      'dist',
      'docs',
      'package.json',
      'seeds',
    ];
    assert.deepEqual([...tops].sort(), expected);
  });

  await check(`the command writes a task sheet on Node ${process.versions.node}`, () => {
    const notice = join(installed, 'seeds', 'wulong-2025-1.txt');
    run(process.execPath, [bin, 'parse', notice]);
    assert.match(run(process.execPath, [bin, 'check']), /错误 0，注意 \d+，提示 \d+/);
    run(process.execPath, [bin, 'export', '--unit', '区应急管理局', '--xlsx', '--csv', '--json']);
    for (const format of ['xlsx', 'csv', 'json'])
      assert.ok(existsSync(join(folder, `区应急管理局.${format}`)), format);
    const { rows } = JSON.parse(readFileSync(join(folder, '区应急管理局.json'), 'utf8'));
    assert.equal(rows.filter(({ part }) => part === 'lead').length, 59);
  });

  await check('the command writes a page', () => {
    run(process.execPath, [bin, 'report']);
    assert.match(readFileSync(join(folder, 'report.html'), 'utf8'), /^<!doctype html>.*区应急管理局/s);
  });

  const consumer = join(folder, 'consumer.ts');
  writeFileSync(
    consumer,
    `import { readFileSync } from 'node:fs';
import { parseNotice, sheetFor, type TaskBook, type TaskSheet } from 'wulong-tasks';

const book: TaskBook | undefined = (await parseNotice(readFileSync(process.argv[2] ?? ''))).value;
if (!book) throw new Error('no task book');
const sheet: TaskSheet = sheetFor(book, '区水利局');
console.log(sheet.rows.filter((row) => row.part === 'lead').length);
`,
  );

  await check('the library has types', () => {
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    const types = join(resolve('.'), 'node_modules', '@types');
    const options = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--typeRoots',
      types,
    ];
    run(process.execPath, [tsc, ...options, '--outDir', folder, consumer]);
  });

  await check('the library runs', () => {
    const seed = join(installed, 'seeds', 'wulong-2025-1.txt');
    assert.equal(run(process.execPath, [join(folder, 'consumer.js'), seed]).trim(), '4');
  });

  console.log(`${passed.length} passed, 0 failed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
