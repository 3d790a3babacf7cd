// Builds dist/: the bundles, and the types of the library.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import './bundle.js';

const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
process.exitCode =
  spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' }).status ?? 1;
