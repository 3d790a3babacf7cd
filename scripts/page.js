import { readFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';

const BUNDLED = /\?bundled$/;

/** The licence of what is in every page goes with it. */
const BANNER = '/* preact: MIT, (c) 2015-present Jason Miller */';

/**
 * What runs or styles the page of a notice as one text, which the program holds as a string.
 *
 * @param path a module or a style sheet
 */
async function textOf(path) {
  if (path.endsWith('.css')) return readFile(path, 'utf8');
  const bundle = await rolldown({
    input: path,
    platform: 'browser',
    // Browsers of the last four years, and those that phones' messengers bring.
    transform: { target: ['chrome94', 'firefox93', 'safari15'] },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, postBanner: BANNER });
  return output[0].code;
}

/** For Rolldown, and so for Vite and Vitest. */
export const pagePlugin = {
  name: 'page',
  enforce: 'pre',
  async load(id) {
    return BUNDLED.test(id)
      ? `export default ${JSON.stringify(await textOf(id.replace(BUNDLED, '')))};`
      : undefined;
  },
};
