import { resolve } from 'node:path';
import { build } from 'esbuild';

const BUNDLED = /\?bundled$/;

/**
 * Bundles what runs or styles the page of a notice into one text, which the program holds as a string.
 *
 * @param path a module or a style sheet
 */
async function moduleOf(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    // Browsers of the last four years, and those that phones' messengers bring.
    target: ['chrome94', 'firefox93', 'safari15'],
    // The licence of what is in every page goes with it.
    banner: { js: '/* preact: MIT, (c) 2015-present Jason Miller */' },
    logLevel: 'warning',
  });
  return `export default ${JSON.stringify(outputFiles[0].text)};`;
}

/** For esbuild. */
export const pageForEsbuild = {
  name: 'page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: BUNDLED }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(BUNDLED, '')),
      namespace: 'bundled',
    }));
    onLoad({ filter: /.*/, namespace: 'bundled' }, async ({ path }) => ({
      contents: await moduleOf(path),
      loader: 'js',
    }));
  },
};

/** For Vite, and so for Vitest. */
export const pageForVite = {
  name: 'page',
  enforce: 'pre',
  load(id) {
    return BUNDLED.test(id) ? moduleOf(id.replace(BUNDLED, '')) : undefined;
  },
};
