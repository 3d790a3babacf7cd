// What the packages that the program is made of may do to whoever installs it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const named = (matches: (locked: Locked) => boolean) =>
  packages.filter(([, locked]) => matches(locked)).map(([path]) => path);

it('no package runs a script when it is installed', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(named(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
});

it('every package is locked by its hash, wherever it is fetched from', () => {
  expect(named(({ integrity }) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
  expect(named(({ resolved }) => resolved !== undefined)).toEqual([]);
});

it('every file that a script of package.json names is part of the checkout', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = Object.values(scripts).flatMap((line) => line.match(/\b[\w./-]+\.(?:js|ts|json)\b/g) ?? []);
  expect(named).toContain('vitest.fast.config.ts');
  const kept = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  expect(named.filter((file) => !kept.includes(file))).toEqual([]);
});

it.each(['README.md', 'README.zh-CN.md'])('every link of %s leads to a file of the package', (readme) => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  // What npm packs whatever is listed.
  const packed = [...files, 'README.md', 'LICENSE', 'package.json'];
  const links = Array.from(
    readFileSync(readme, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
    ([, link = '']) => link,
  );
  expect(links.length).toBeGreaterThan(3);
  const isPacked = (link: string) => packed.some((each) => link === each || link.startsWith(`${each}/`));
  expect(links.filter((link) => !isPacked(link) || !existsSync(link))).toEqual([]);
});
