// Bundles the program into dist/: the library with its dependencies left out, and the command line with everything
// bundled in, in chunks of CommonJS: opening many small files, one after the other, is most of what starting it costs.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { cmapsPlugin } from './cmaps.js';
import { writeLicences } from './licences.js';
import { pagePlugin } from './page.js';
import { yamlPlugin } from './yaml.js';

const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));

await rm('dist', { recursive: true, force: true });

const common = {
  platform: 'node',
  plugins: [yamlPlugin, pagePlugin, cmapsPlugin],
  transform: { target: 'node20.19' },
};

const library = await rolldown({
  ...common,
  input: { index: 'src/index.ts' },
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
});
await library.write({ dir: 'dist', format: 'esm', chunkFileNames: '[name]-[hash].js' });

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
const { output } = await program.write({
  dir: 'dist/cli',
  format: 'cjs',
  chunkFileNames: '[name]-[hash].js',
});
await writeFile('dist/cli/package.json', '{ "type": "commonjs" }\n');
await writeLicences(
  output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])),
  'dist/cli/THIRD-PARTY-LICENSES.txt',
);
