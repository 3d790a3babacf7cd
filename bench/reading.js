// How reading grows with the notice: the seed's rows again and again, beside decoding and splitting the same bytes.
//
//   node --expose-gc bench/reading.js
import { buildTaskBook, readDocument, readNotice } from '../dist/index.js';
import { grown } from './grown.js';

/** The last is near the most rows that are read. */
const SIZES = [121, 1_000, 10_000, 19_000];

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const timed = async (act) => {
  const from = performance.now();
  const value = await act();
  return { value, ms: performance.now() - from };
};
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const book = (document) => buildTaskBook(readNotice(document).value, { name: 'n.txt', sha256: '' });

/** How many bytes a notice takes as long as it is kept; collecting throws compiled code away, so apart from timing. */
async function keptBy(bytes) {
  const before = heap();
  const { value: document } = await readDocument(bytes, { name: 'n.txt' });
  globalThis.held = [document, book(document)];
  const kept = heap() - before;
  globalThis.held = undefined;
  return kept;
}

console.log('   rows      MB   decode+split   Document ×   task book   ms a task   KB a task');
const points = [];
for (const rows of SIZES) {
  const bytes = Buffer.from(grown(rows));
  const kept = await keptBy(bytes);
  const bare = [];
  const ratios = [];
  const whole = [];
  let tasks = 0;
  for (let i = 0; i < (rows <= 121 ? 100 : rows <= 1_000 ? 30 : rows <= 10_000 ? 7 : 1); i++) {
    const split = await timed(() => new TextDecoder().decode(bytes).split('\n').length);
    const read = await timed(() => readDocument(bytes, { name: 'n.txt' }));
    const built = await timed(() => book(read.value.value));
    tasks = built.value.value.tasks.length;
    bare.push(split.ms);
    ratios.push(read.ms / split.ms);
    whole.push(read.ms + built.ms);
  }
  points.push({ tasks, ms: median(whole) });
  console.log(
    [
      String(tasks).padStart(7),
      (bytes.length / 1e6).toFixed(2).padStart(7),
      `${median(bare).toFixed(1)} ms`.padStart(14),
      median(ratios).toFixed(1).padStart(12),
      `${median(whole).toFixed(0)} ms`.padStart(11),
      (median(whole) / tasks).toFixed(3).padStart(11),
      (kept / 1000 / tasks).toFixed(1).padStart(11),
    ].join(' '),
  );
}
const [small, large] = [points[1], points.at(-1)];
const exponent = Math.log(large.ms / small.ms) / Math.log(large.tasks / small.tasks);
console.log(`time ~ tasks^${exponent.toFixed(2)}, from ${small.tasks} to ${large.tasks}`);
