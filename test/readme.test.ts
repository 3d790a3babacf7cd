// Every command that the READMEs show is run as it stands there.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyFolder, files } from './support/program.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const sh = promisify(execFile);

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const blocks = (file: string, language: string) =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, code]) => code as string,
  );
const commands = (file: string) => blocks(file, 'sh').flatMap((code) => code.trim().split('\n'));

/** A folder with the seeds, in which the program is installed. */
function installed(): string {
  const folder = emptyFolder();
  const bin = join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(ROOT, 'bin', 'wulong-tasks.js'), join(bin, 'wulong-tasks'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'wulong-tasks'));
  symlinkSync(join(ROOT, 'seeds'), join(folder, 'seeds'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  return folder;
}

/** A clean checkout is installed by `npm ci`; here that has been done. */
const afterInstall = (command: string) => command.replace(/^npm ci && /, '');

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  it('shows commands that work', async () => {
    const folder = installed();
    const shown = commands(file).map(afterInstall);
    expect(shown.length).toBeGreaterThan(5);
    for (const command of shown.filter((line) => line !== 'npm test')) {
      expect(command).toMatch(/^npx wulong-tasks /);
      await sh('sh', ['-c', command], { cwd: folder });
    }
    expect(files(folder)).toEqual(
      expect.arrayContaining([
        'wulong-tasks.json',
        '区应急管理局.xlsx',
        'out',
        'sheets',
        'report.html',
        '进展.html',
      ]),
    );
    expect(files(join(folder, 'sheets'))).toContain('总台账.xlsx');
  });
});

describe('README.md', () => {
  it('shows how to run the tests, and that is what they run by', () => {
    expect(commands('README.md')).toContain('npm ci && npm test');
    expect(JSON.parse(read('package.json'))).toMatchObject({
      scripts: { test: 'vitest run', prepare: 'npm run build' },
    });
    const ci = read('.ci/run');
    expect(ci.indexOf('npm test')).toBeGreaterThan(ci.indexOf('npm ci'));
  });

  it('shows library code that works', async () => {
    const folder = installed();
    symlinkSync(join(folder, 'seeds', 'wulong-2025-1.txt'), join(folder, 'notice.txt'));
    const [code] = blocks('README.md', 'ts');
    writeFileSync(join(folder, 'example.mjs'), code as string);
    const { stdout, stderr } = await sh(process.execPath, ['example.mjs'], { cwd: folder });
    expect(Number(stdout)).toBe(94);
    expect(stderr).toContain('notice.txt:358:2 lead-inherited');
  });
});
