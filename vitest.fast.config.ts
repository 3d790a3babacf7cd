import config from './vitest.config.js';

/** The stages alone: the program is not built first, so tests that need it are not for it. */
export default { ...config, test: { ...config.test, globalSetup: [] } };
