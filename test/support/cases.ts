import { readdirSync } from 'node:fs';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The folders of fixtures that are cases: a notice and what it must give. */
export const CASES: readonly string[] = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(new URL(name, FIXTURES)).some((file) => file.startsWith('expected.')));
