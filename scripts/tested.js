// For Vitest: makes JavaScript of every module of src/ once, each a file of its own, and has tests import those. What Vitest
// itself makes of a module asks a getter for each name that it imports, every time it is used, and each process of tests
// makes it anew; that was a fifth of what the tests took. Each run has its own folder, so that runs at one time are apart.
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { cmapsPlugin } from './cmaps.js';
import { pagePlugin } from './page.js';
import { onLog } from './quiet.js';
import { yamlPlugin } from './yaml.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src');
const MADE = join(ROOT, '.tested');
/** Where this run's modules stand. */
const FOLDER = join(MADE, String(process.pid));

/** What runs in a browser alone is no module that a test imports. */
const IN_BROWSER = /(?:^|[\\/])client[\\/]/;

/** Makes the modules of this run. What a run that was killed has left goes. */
async function makeModules() {
  const left = readdirSync(ROOT).includes('.tested') ? readdirSync(MADE) : [];
  for (const name of left)
    if (!isRunning(Number(name))) rmSync(join(MADE, name), { recursive: true, force: true });
  const modules = readdirSync(SOURCE, { recursive: true }).filter(
    (name) => /(?<!\.d)\.tsx?$/.test(name) && !IN_BROWSER.test(name),
  );
  const bundle = await rolldown({
    onLog,
    cwd: ROOT,
    platform: 'node',
    plugins: [yamlPlugin, pagePlugin, cmapsPlugin],
    transform: { target: 'node20.19' },
    input: modules.map((name) => join(SOURCE, name)),
    // Packages are loaded as they are.
    external: /^[^./\0](?!:)/,
    // A test may import what nothing else does.
    treeshake: false,
  });
  await bundle.write({
    dir: FOLDER,
    format: 'esm',
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: ROOT,
    entryFileNames: '[name].js',
  });
  await bundle.close();
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === 'EPERM';
  }
}

let isWatching = false;

/** For Vitest: whatever stands outside src/ gets the modules that were made. Who watches has them as they change. */
export const testedPlugin = {
  name: 'tested',
  enforce: 'pre',
  async configureVitest({ vitest }) {
    isWatching = vitest.config.watch;
    if (isWatching) return;
    await makeModules();
    vitest.onClose(() => rmSync(FOLDER, { recursive: true, force: true }));
  },
  resolveId(source, importer) {
    if (isWatching || importer === undefined || !source.startsWith('.')) return undefined;
    const path = resolve(dirname(importer), source);
    const isInside = [path, importer].map((each) => !relative(SOURCE, each).startsWith('..'));
    if (!isInside[0] || isInside[1]) return undefined;
    return { id: join(FOLDER, relative(ROOT, path)), external: true };
  },
};

/** Which modules Vitest loads as they are. */
export const MADE_MODULES = /[\\/]\.tested[\\/]/;
