// Bundles the program into dist/: the library for Node and for browsers with its dependencies left out, and the command
// line with everything bundled in, in chunks of CommonJS: opening many small files, one after the other, is most of what starting it costs.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeApp } from './app.js';
import { FOR_BROWSERS, NEED_NODE } from './browser.js';
import { cmapsPlugin } from './cmaps.js';
import { writeLicences } from './licences.js';
import { pagePlugin } from './page.js';
import { onLog } from './quiet.js';
import { yamlPlugin } from './yaml.js';

const { dependencies, version } = JSON.parse(await readFile('package.json', 'utf8'));

await rm('dist', { recursive: true, force: true });

const common = {
  onLog,
  platform: 'node',
  plugins: [yamlPlugin, pagePlugin, cmapsPlugin],
  transform: { target: 'node20.19' },
};

const packages = (names) => names.map((name) => new RegExp(`^${name}(?:/|$)`));

const library = await rolldown({
  ...common,
  input: { index: 'src/node.ts' },
  external: packages(Object.keys(dependencies)),
});
const writtenLibrary = await library.write({
  dir: 'dist',
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
});
// docx is taken in: with it come packages that do not say that they run on every Node that this one runs on.
await writeLicences(modulesOf(writtenLibrary), 'dist/THIRD-PARTY-LICENSES.txt');

// Packages that run in browsers are left to whoever bundles the page.
const inBrowsers = await rolldown({
  ...FOR_BROWSERS,
  input: { index: 'src/index.ts' },
  plugins: common.plugins,
  external: packages(Object.keys(dependencies).filter((name) => !NEED_NODE.includes(name))),
});
const browserLibrary = await inBrowsers.write({
  dir: 'dist/browser',
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
});
await writeLicences(modulesOf(browserLibrary), 'dist/browser/THIRD-PARTY-LICENSES.txt');

const program = await rolldown({
  ...common,
  // The program, and the processes that read folders.
  input: { main: 'src/cli/start.ts', worker: 'src/cli/worker.ts' },
  // linkedom draws on a canvas where there is one.
  external: ['canvas'],
  resolve: {
    // cheerio for browsers is the same without fetching pages from the network, which takes an HTTP client.
    alias: {
      cheerio: fileURLToPath(
        new URL('browser/index.js', import.meta.resolve('cheerio').replace('esm/index.js', '')),
      ),
    },
  },
});
const written = await program.write({
  dir: 'dist/cli',
  format: 'cjs',
  chunkFileNames: '[name]-[hash].js',
});
await writeFile('dist/cli/package.json', '{ "type": "commonjs" }\n');
await writeLicences(modulesOf(written), 'dist/cli/THIRD-PARTY-LICENSES.txt');

await writeApp('dist/app.html', version);

/** The files that were bundled. */
function modulesOf({ output }) {
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}
