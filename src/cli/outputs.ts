import { basename, dirname } from 'node:path';
import { OutputFolder } from '../node.js';
import { tell, unwrap } from './terminal.js';

/** Writes one file wherever the user wants it; `-` is standard output. */
export async function writeOne(
  path: string,
  content: string | Uint8Array,
  { force }: { force: boolean },
): Promise<void> {
  if (path === '-') return void process.stdout.write(content);
  const folder = await OutputFolder.at(dirname(path));
  if (!force) unwrap(await folder.check([basename(path)]));
  tell(`已写入 ${unwrap(await folder.write(basename(path), content))}`);
}
