// How the tool in a browser does: what it weighs, how soon it is there, how long notices take from the drop to the list
// of units. Times are given beside those of the library in Node on the same bytes.
import { statSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { pageOf, parseNotice } from '../dist/index.js';
import { grown } from './grown.js';

const SIZES = [121, 1_000, 10_000];
const TOOL = new URL('../dist/app.html', import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

console.log(`the tool: ${(statSync(TOOL).size / 1e6).toFixed(2)} MB`);
console.log('tasks   first paint ms   read and shown ms   in Node ms   a workbook ms   heap MB');
try {
  for (const size of SIZES) {
    const text = grown(size);
    const inNode = performance.now();
    await pageOf((await parseNotice(Buffer.from(text))).value);
    const node = performance.now() - inNode;
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(TOOL.href);
    await page.waitForTimeout(300);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    const dropped = performance.now();
    await page.setInputFiles('input[type=file]', {
      name: 'notice.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    });
    await page.locator('.find-unit .directory a').first().waitFor({ timeout: 300_000 });
    const shown = performance.now() - dropped;
    await page.goto(`${TOOL.href}#区水利局`);
    const asked = performance.now();
    const given = page.waitForEvent('download', { timeout: 300_000 });
    await page.getByRole('button', { name: '下载清单（Excel）', exact: true }).click();
    await given;
    const made = performance.now() - asked;
    const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
    console.log([size, paint, shown, node, made, heap].map((each) => Math.round(each)).join('   '));
    await page.close();
  }
} finally {
  await browser.close();
}
