// The library in a browser: bundled as anybody's page would, it gives what it gives in Node.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { type RolldownOutput, rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as library from '../../src/index.js';
import {
  parseNotice,
  sheetFor,
  sheetToCsv,
  sheetToDocx,
  sheetToXlsx,
  taskBookToJson,
} from '../../src/index.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { seedBook, seedBytes } from '../support/seed.js';

/** In the package itself, which finds itself by its name. */
const PAGE = resolve('page.js');

const FORMS = new URL('../../fixtures/wulong-2025-1/forms/', import.meta.url);

/** A page's program that imports the package by its name, with nothing told to the bundler but that it is for browsers. */
async function bundled(): Promise<RolldownOutput['output'][0]> {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? PAGE : undefined),
        load: (id) =>
          id === PAGE ? `import * as library from 'wulong-tasks'; globalThis.library = library;` : undefined,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  return output[0];
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

const program = await bundled();

it('the library is bundled for a browser without anything that only Node has', () => {
  expect(program.moduleIds.some((id) => id.endsWith('/dist/browser/index.js'))).toBe(true);
  expect([...program.imports, ...program.dynamicImports]).toEqual([]);
  const builtin = builtinModules.filter((name) => !name.startsWith('_')).join('|');
  expect(program.code).not.toMatch(new RegExp(`\\brequire\\(["'](?:node:)?(?:${builtin})["']\\)`));
});

describe.skipIf(!hasBrowser)('the library in Chromium', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('reads every form, and writes the same bytes', async () => {
    const page = await browser.newPage();
    await page.evaluate(program.code);
    const forms = ['notice.docx', 'page.html', 'page.mhtml', 'tables.xlsx', 'gbk.txt', 'utf-16be.txt'];
    const files = new Map<string, Uint8Array>([
      ['notice.txt', seedBytes()],
      ...forms.map((name) => [name, readFileSync(new URL(name, FORMS))] as const),
    ]);
    const { books, sheets } = await page.evaluate(
      async (given) => {
        const { library: lib } = globalThis as unknown as { library: typeof library };
        const asBytes = (text: string) => Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
        const asText = (bytes: Uint8Array) =>
          btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        const read = await Promise.all(
          given.map(async ([name, content]) => (await lib.parseNotice(asBytes(content), { name })).value),
        );
        const [book] = read;
        if (!book) throw new Error('no task book');
        const sheet = lib.sheetFor(book, '区水利局');
        return {
          books: read.map((each) => each && lib.taskBookToJson(each)),
          sheets: [
            asText(await lib.sheetToXlsx(sheet)),
            asText(await lib.sheetToDocx(sheet)),
            asText(new TextEncoder().encode(lib.sheetToCsv(sheet))),
          ],
        };
      },
      Array.from(files, ([name, content]) => [name, base64(content)] as const),
    );
    for (const [i, [name, content]] of [...files].entries()) {
      const { value } = await parseNotice(content, { name });
      expect(books[i], name).toBe(value && taskBookToJson(value));
    }
    const sheet = sheetFor(await seedBook(), '区水利局');
    expect(sheets).toEqual([
      base64(await sheetToXlsx(sheet)),
      base64(await sheetToDocx(sheet)),
      base64(sheetToCsv(sheet)),
    ]);
  });
});
