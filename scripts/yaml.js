import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Turns a YAML file into a JavaScript module, so that nothing parses it when the program starts. */
async function moduleOf(path) {
  return `export default ${JSON.stringify(parse(await readFile(path, 'utf8')))};`;
}

/** For Rolldown, and so for Vite and Vitest. */
export const yamlPlugin = {
  name: 'yaml',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.yaml') ? moduleOf(id) : undefined;
  },
};
