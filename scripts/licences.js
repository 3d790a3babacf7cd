import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^([^\0]*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * Writes the licences of the packages that a bundle took in, which go where their code goes.
 *
 * @param modules the files that were bundled
 */
export async function writeLicences(modules, file) {
  await writeFile(file, await licencesOf(modules));
}

/** The licences of the packages that the bundled files are from. */
export async function licencesOf(modules) {
  const folders = new Set(modules.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []));
  const notices = await Promise.all(Array.from(folders).sort().map(noticeOf));
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((path) => /^(licen[cs]e|notice)/i.test(path)).sort();
  const texts = await Promise.all(files.map((path) => readFile(join(folder, path), 'utf8')));
  return [`${name} ${version} (${license ?? 'see below'})`, ...texts].join('\n\n');
}
