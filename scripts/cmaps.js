import { readFile } from 'node:fs/promises';

/** Turns a list of the tables of codes that pdf.js brings into a JavaScript module that has them, in base64. */
async function moduleOf(path) {
  const names = (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const folder = new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'));
  const tables = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(`${name}.bcmap`, folder), 'base64')]),
  );
  return `export default ${JSON.stringify(Object.fromEntries(tables))};`;
}

/** For Rolldown, and so for Vite and Vitest. */
export const cmapsPlugin = {
  name: 'cmaps',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.cmaps') ? moduleOf(id) : undefined;
  },
};
