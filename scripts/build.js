// Builds dist/: the library with its dependencies left out, and the command line with everything
// bundled in, because opening many small files is most of what starting it costs.
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeLicences } from './licences.js';
import { pageForEsbuild } from './page.js';
import { yamlForEsbuild } from './yaml.js';

await rm('dist', { recursive: true, force: true });

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.18',
  splitting: true,
  sourcemap: true,
  sourcesContent: false,
  charset: 'utf8',
  plugins: [yamlForEsbuild, pageForEsbuild],
  logLevel: 'warning',
};

await build({ ...common, entryPoints: ['src/index.ts'], outdir: 'dist', packages: 'external' });
const { metafile } = await build({
  ...common,
  metafile: true,
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/cli',
  // cheerio for browsers is the same without fetching pages from the network, which takes an HTTP client.
  alias: {
    cheerio: fileURLToPath(
      new URL('browser/index.js', import.meta.resolve('cheerio').replace('esm/index.js', '')),
    ),
  },
  // Bundled CommonJS packages call require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
});
await writeLicences(metafile.inputs, 'dist/cli/THIRD-PARTY-LICENSES.txt');

const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
process.exitCode =
  spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' }).status ?? 1;
