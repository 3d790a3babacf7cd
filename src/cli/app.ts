import { readFile } from 'node:fs/promises';
import { writeOne } from './outputs.js';

/** The tool, which is built with the program. */
const TOOL = new URL('../app.html', import.meta.url);

interface AppFlags {
  readonly output: string;
  readonly force?: boolean;
}

/** `wulong-tasks app`: the whole tool as one HTML file, for whoever may run a browser and nothing else. */
export async function run({ output, force = false }: AppFlags): Promise<void> {
  await writeOne(output, await readFile(TOOL, 'utf8'), { force });
}
