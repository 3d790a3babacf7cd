import { defineConfig } from 'vitest/config';
import { yamlForVite } from './scripts/yaml.js';
export default defineConfig({
  plugins: [yamlForVite],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    testTimeout: 60_000,
  },
});
