import { defineConfig } from 'vitest/config';
import { pagePlugin } from './scripts/page.js';
import { yamlPlugin } from './scripts/yaml.js';
export default defineConfig({
  plugins: [yamlPlugin, pagePlugin],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    testTimeout: 180_000,
  },
});
