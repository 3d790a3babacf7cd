// How the page does as notices grow: the seed's tasks repeated under other names, opened in Chromium. Times of the
// page are given beside those of the page's own data parsed in the same browser, so that they mean the same on any
// machine.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bookToHtml, parseNotice } from '../dist/index.js';

const SIZES = [121, 1_000, 10_000];
/** A word of names and goals, initials of a unit, pinyin, two words, what is nowhere. */
const QUERIES = ['演练', 'yjglj', 'qushuiliju', '消防 100%', '没有这样的事'];
const RUNS = 15;

const { value: seed } = await parseNotice(
  readFileSync(new URL('../seeds/wulong-2025-1.txt', import.meta.url)),
);
const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-bench-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

console.log('tasks   file KB  written ms  first paint ms  search ms (× parsing the data)');
try {
  for (const size of SIZES) {
    const started = performance.now();
    const html = await bookToHtml(repeated(seed, size));
    const wrote = performance.now() - started;
    const file = join(folder, `${size}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`file://${file}`);
    await page.waitForTimeout(500);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    await page.goto(`file://${file}#/任务`);
    const searches = [];
    for (const query of QUERIES) {
      const { search, parse } = await page.evaluate(timeSearch, [query, RUNS]);
      searches.push(`${query} ${search.toFixed(1)} (×${(search / parse).toFixed(1)})`);
    }
    console.log(
      [
        String(size).padEnd(7),
        Math.round(statSync(file).size / 1000),
        Math.round(wrote),
        Math.round(paint),
      ].join('   '),
      '  ',
      searches.join('，'),
    );
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** The book with its tasks as often as wanted, each time under another name. */
function repeated(book, size) {
  const tasks = Array.from({ length: size }, (_, i) => {
    const task = book.tasks[i % book.tasks.length];
    const round = Math.floor(i / book.tasks.length);
    return round === 0 ? task : { ...task, id: `${task.id}-${round}`, name: `${task.name}（${round}）` };
  });
  return { ...book, tasks };
}

/** In the page: the median time from a letter typed to the list drawn and laid out, and of parsing its data. */
function timeSearch([query, runs]) {
  const box = document.getElementById('search');
  const data = document.getElementById('page-data').textContent;
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const time = (work) => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  const type = (text) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    // Reading a size has the list laid out.
    return document.body.offsetHeight;
  };
  const search = [];
  const parse = [];
  for (let i = 0; i < runs; i++) {
    type('');
    search.push(time(() => type(query)));
    parse.push(time(() => JSON.parse(data)));
  }
  return { search: median(search), parse: median(parse) };
}
