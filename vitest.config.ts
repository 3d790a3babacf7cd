import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { cmapsPlugin } from './scripts/cmaps.js';
import { pagePlugin } from './scripts/page.js';
import { MADE_MODULES, testedPlugin } from './scripts/tested.js';
import { yamlPlugin } from './scripts/yaml.js';

const NODE = Number.parseInt(process.versions.node, 10);

/** What takes longest, whatever the size of the file: it begins first, so that no core waits for it at the end. */
const LONGEST = [
  'app/browser',
  'page/browser',
  'readme',
  'hostile/input',
  'returned/law',
  'clauses/composed',
  'library/browser',
  'revise/carry',
  'cli/commands',
  'action',
  'forms',
  'cli/build',
  'places',
  'write/paper',
  'hostile/output',
  'collect/months',
  'write/roll-up',
  'app/desk',
  'tables/composed',
  'cli/collect',
  'cli/folders',
  'publish/renamed-units',
  'returned/former',
  'sheets/odd-answers',
  'revise/lineage',
  'cli/forms',
  'cli/set-aside',
  'read/cross-check',
  'cli/registry',
  'cli/closed',
  'cli/carried-words',
  'cli/fifty',
  'printed',
  'laws',
  'fuzz',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
    const [first, others] = [true, false].map((isLong) => files.filter((file) => rank(file) >= 0 === isLong));
    return [...(first ?? []).sort((a, b) => rank(a) - rank(b)), ...(await super.sort(others ?? []))];
  }
}

export default defineConfig({
  plugins: [testedPlugin, yamlPlugin, pagePlugin, cmapsPlugin],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    server: { deps: { external: [MADE_MODULES] } },
    testTimeout: 180_000,
    // What comes before tests starts browsers and LibreOffice.
    hookTimeout: 180_000,
    // A page on a busy machine shows late what it shows at all.
    expect: { poll: { timeout: 60_000 } },
    // One more than there are cores: some tests wait for a process or a page, which wait themselves.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // As the program itself does.
    execArgv: [
      '--no-regexp-tier-up',
      ...(NODE === 20 ? ['--interrupt-budget=600000'] : []),
      // And what is thrown away at once need not be cleared away as often.
      '--min-semi-space-size=64',
      '--max-semi-space-size=128',
    ],
    // Nothing that a test changes outlives it, so files may share what they load, and the seed read once.
    isolate: false,
  },
});
