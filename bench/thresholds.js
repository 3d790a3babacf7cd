// How the rules fare on what a person judged (fixtures/*/links.tsv, differs.tsv, revised.tsv), and how they would with
// each threshold a little lower or higher.
//
//   node bench/thresholds.js [file] [threshold]
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { pagePlugin } from '../scripts/page.js';
import { yamlPlugin } from '../scripts/yaml.js';

const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
const JUDGED = new URL('../test/support/judged.ts', import.meta.url);
const OUT = 'dist/thresholds';

/** Each threshold with the values it is tried with, and what is judged by it. */
const THRESHOLDS = [
  ['src/links/phrases.ts', 'ALIKE', [0.5, 0.54, 0.56, 0.58, 0.59, 0.6, 0.62, 0.65, 0.7], 'scoreLinks'],
  ['src/links/phrases.ts', 'ALIKE', [0.5, 0.54, 0.56, 0.58, 0.59, 0.6, 0.62, 0.65, 0.7], 'scoreClauses'],
  ['src/links/links.ts', 'SHORTEST_NAME', [4, 5, 6, 7, 8], 'scoreLinks'],
  ['src/check/rules/body-differs.ts', 'MOST', [1, 2, 3, 4, 99], 'scoreDifferences'],
  ['src/revise/match.ts', 'ALIKE', [0.35, 0.4, 0.45, 0.5, 0.55, 0.6], 'scoreMatches'],
  ['src/revise/match.ts', 'NAMES_ALIKE', [0.3, 0.4, 0.5, 0.6, 0.7], 'scoreMatches'],
  ['src/revise/match.ts', 'text', [0.4, 0.5, 0.6, 0.7, 0.8], 'scoreMatches'],
  ['src/revise/match.ts', 'name', [0, 0.15, 0.25, 0.35, 0.45], 'scoreMatches'],
  ['src/revise/match.ts', 'units', [0, 0.1, 0.15, 0.2, 0.3], 'scoreMatches'],
];

/** The scores with one threshold at another value; with none, as things are. */
async function judgedWith(file, threshold, value) {
  const changed = {
    name: 'threshold',
    async load(id) {
      if (file === undefined || !id.endsWith(`/${file}`)) return undefined;
      const code = await readFile(id, 'utf8');
      const was = new RegExp(`(?<=\\b${threshold}(?: =|:) )[\\d.]+`);
      if (!was.test(code)) throw new Error(`no ${threshold} in ${file}`);
      return { code: code.replace(was, String(value)), moduleType: 'ts' };
    },
  };
  const bundle = await rolldown({
    input: fileURLToPath(JUDGED),
    platform: 'node',
    plugins: [changed, yamlPlugin, pagePlugin],
    external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
    transform: { define: { 'import.meta.url': JSON.stringify(JUDGED.href) } },
  });
  const name = `${threshold ?? 'now'}-${value ?? ''}-${(file ?? '').replaceAll('/', '-')}.js`;
  await bundle.write({ file: `${OUT}/${name}`, format: 'esm', codeSplitting: false });
  return import(new URL(`../${OUT}/${name}`, import.meta.url).href);
}

const percent = (share) => `${(share * 100).toFixed(0)} %`.padStart(6);
const line = (label, score, { precisionOf, recallOf }) =>
  console.log(
    `  ${label.padEnd(18)}`,
    `precision ${percent(precisionOf(score))}   recall ${percent(recallOf(score))}`,
    `  wrong ${String(score.wrong.length).padStart(3)}   missed ${String(score.missed.length).padStart(3)}`,
  );

const [onlyFile, only] = process.argv.slice(2);
try {
  const now = await judgedWith();
  for (const score of ['scoreLinks', 'scoreClauses', 'scoreDifferences', 'scoreLevels', 'scoreMatches']) {
    const scores = await now[score]();
    console.log(`\n${score}`);
    for (const each of [...scores, now.total(scores)]) line(each.notice, each, now);
  }
  for (const [file, threshold, values, score] of THRESHOLDS) {
    if ((onlyFile && !file.includes(onlyFile)) || (only && only !== threshold)) continue;
    console.log(`\n${file} ${threshold}`);
    for (const value of values) {
      const judged = await judgedWith(file, threshold, value);
      line(String(value), judged.total(await judged[score]()), judged);
    }
  }
} finally {
  await rm(OUT, { recursive: true, force: true });
}
