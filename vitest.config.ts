import { defineConfig } from 'vitest/config';
import { pageForVite } from './scripts/page.js';
import { yamlForVite } from './scripts/yaml.js';
export default defineConfig({
  plugins: [yamlForVite, pageForVite],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    testTimeout: 60_000,
  },
});
