import config from './vitest.config.js';

/** The stages alone: nothing is built first, so tests that need the built program are not for it. */
export default { ...config, test: { ...config.test, globalSetup: [] } };
