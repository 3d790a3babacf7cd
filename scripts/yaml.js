import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Turns a YAML file into a JavaScript module, so that nothing parses it when the program starts. */
async function moduleOf(path) {
  return `export default ${JSON.stringify(parse(await readFile(path, 'utf8')))};`;
}

/** For esbuild. */
export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: await moduleOf(path),
      loader: 'js',
    }));
  },
};

/** For Vite, and so for Vitest. */
export const yamlForVite = {
  name: 'yaml',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.yaml') ? moduleOf(id) : undefined;
  },
};
