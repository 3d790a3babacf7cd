// Whether any pattern takes more time than in proportion to the text, so that a hostile notice could keep the program
// busy: recheck looks for an attack on each, and what it only suspects is tried on texts of two lengths.
// What was proven of a pattern holds as long as the pattern and recheck are the same; proven.txt keeps it.
//
//   npm run patterns              those of which nothing is proven yet
//   npm run patterns -- --keep    the same, and writes down what is proven now
//   npm run patterns -- --all     all of them, and writes it down anew
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { check } from 'recheck';
import ts from 'typescript';

/** Every pattern by its text: those that stand in the source, and those that are put together when it is loaded. */
const patterns = new Map();
const add = (source, flags, at) => patterns.set(`/${source}/${flags}`, { source, flags, at });

for (const file of readdirSync('src', { recursive: true }).filter((name) => /\.tsx?$/.test(name))) {
  const text = readFileSync(`src/${file}`, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern, flags] = /^\/([\s\S]*)\/(\w*)$/.exec(node.text);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      add(pattern, flags, `src/${file}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
const Plain = globalThis.RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, args, own) {
    const made = Reflect.construct(target, args, own);
    const { stack } = new Error();
    if (!/node_modules|node:/.test(stack.split('\n')[2])) add(made.source, made.flags, 'put together');
    return made;
  },
});
for (const file of readdirSync('dist').filter((name) => name.endsWith('.js')))
  await import(`../dist/${file}`);
globalThis.RegExp = Plain;

/** How long a pattern may be tried, in milliseconds: one that takes longer takes out of proportion. */
const PATIENCE = 60_000;

/** Whether an attack takes out of proportion longer on a longer text; in a thread of its own, which can be stopped. */
async function isReal({ source, flags }, { pumps, suffix }) {
  const tried = new Worker(new URL('attack.js', import.meta.url), {
    workerData: { source, flags, pumps, suffix },
  });
  const timer = new AbortController();
  const answer = await Promise.race([
    once(tried, 'message').then(([real]) => real),
    setTimeout(PATIENCE, true, { signal: timer.signal }),
  ]);
  timer.abort();
  await tried.terminate();
  return answer;
}

/** What makes a pattern take long, in lines to print; nothing where nothing does. */
async function faultsOf(pattern) {
  const { source, flags, at } = pattern;
  // Whether indices are asked for makes no difference to what matches.
  const read = flags.replace('d', '');
  const whole = await check(source, read, { timeout: PATIENCE });
  // Where a proof takes too long, attacks are looked for all the same.
  const result =
    whole.status === 'unknown' ? await check(source, read, { checker: 'fuzz', timeout: PATIENCE }) : whole;
  if (result.status === 'safe') return [];
  const suspected = result.status === 'vulnerable' && result.checker === 'fuzz';
  if (suspected && !(await isReal(pattern, result.attack))) return [];
  return [
    `${at} /${source}/${flags}: ${result.complexity?.summary ?? result.error?.kind}`,
    `  ${result.attack?.pattern ?? ''}`,
  ];
}

const PROVEN = new URL('proven.txt', import.meta.url);
const { version } = createRequire(import.meta.url)('recheck/package.json');
const nameOf = ({ source, flags }) =>
  createHash('sha256').update(`${version} /${source}/${flags}`).digest('hex').slice(0, 16);
const isAll = process.argv.includes('--all');
const proven = new Set(isAll ? [] : readFileSync(PROVEN, 'utf8').split('\n'));

const waiting = [...patterns.values()].filter((pattern) => !proven.has(nameOf(pattern)));
const tried = waiting.length;
let faults = 0;
async function work() {
  for (let pattern = waiting.pop(); pattern; pattern = waiting.pop()) {
    const lines = await faultsOf(pattern);
    if (lines.length === 0) {
      proven.add(nameOf(pattern));
      continue;
    }
    faults++;
    console.log(lines.join('\n'));
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (isAll || process.argv.includes('--keep')) {
  const kept = [...patterns.values()].map(nameOf).filter((name) => proven.has(name));
  writeFileSync(PROVEN, [...kept.sort(), ''].join('\n'));
}
console.log(`${patterns.size} patterns, ${tried} of them tried, ${faults} that a text can keep busy`);
process.exitCode = faults > 0 ? 1 : 0;
