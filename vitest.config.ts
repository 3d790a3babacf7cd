import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { cmapsPlugin } from './scripts/cmaps.js';
import { pagePlugin } from './scripts/page.js';
import { yamlPlugin } from './scripts/yaml.js';

export default defineConfig({
  plugins: [yamlPlugin, pagePlugin, cmapsPlugin],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    testTimeout: 180_000,
    // Every core, though a core less is usual: the tests mostly wait for processes that they start.
    maxWorkers: availableParallelism(),
    // Nothing that a test changes outlives it, so files may share what they load, and the seed read once.
    isolate: false,
  },
});
