import { basename, dirname, join } from 'node:path';
import { diagnose, OutputFolder } from '../node.js';
import { isFolder, isInput } from './files.js';
import { Failure, tell, tellLeft, unwrap } from './terminal.js';

/**
 * Writes to standard output what was asked for.
 *
 * @throws Failure where a terminal would show bytes that no person can read
 */
export function writeOut(content: string | Uint8Array): void {
  if (typeof content !== 'string' && process.stdout.isTTY) {
    const text = '这是 Excel 或 Word 文件，不能显示在终端里。请用 -o 写到文件，或用管道交给别的程序。';
    throw new Failure([diagnose('usage', { text })]);
  }
  process.stdout.write(content);
}

/**
 * Makes sure that what a file is to be written to is no folder.
 *
 * @param like a name that a file of this kind may have
 * @throws Failure where it is one
 */
export async function refuseFolder(path: string, like?: string): Promise<void> {
  // What ends so is to be a folder, also where there is none yet.
  if (path === '-' || !(/[\\/]$/.test(path) || (await isFolder(path)))) return;
  const example = like === undefined ? '' : `，如 ${join(path, like)}`;
  const text = `“${path}”是文件夹。请写明要写成的文件的名字${example}。`;
  throw new Failure([diagnose('usage', { text })]);
}

/**
 * Makes sure that what is to be written is nothing that the run has read, whatever the user says.
 *
 * @throws Failure where it is
 */
export function refuseInput(path: string, isRead = isInput(path)): void {
  if (path === '-' || !isRead) return;
  const text = `“${path}”是这次要读的文件，不能写在它上面，加 --force 也不行。请用 -o 另起名。`;
  throw new Failure([diagnose('usage', { text })]);
}

/** Writes one file wherever the user wants it; `-` is standard output. */
export async function writeOne(
  path: string,
  content: string | Uint8Array,
  { force }: { force: boolean },
): Promise<void> {
  if (path === '-') return writeOut(content);
  await refuseFolder(path);
  refuseInput(path);
  const folder = await OutputFolder.at(dirname(path), Date.now);
  tellLeft(folder.left);
  if (!force) unwrap(await folder.check([basename(path)]));
  tell(`已写入 ${unwrap(await folder.write(basename(path), content))}`);
}
