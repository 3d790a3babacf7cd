import { existsSync } from 'node:fs';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { onTestFinished } from 'vitest';

/**
 * Where browsers are; `CHROMIUM` names another. The one that never had a window comes first: it is Chromium all the
 * same, and takes a third of the time to open a page.
 */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const BROWSER = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path));

/** Whether pages can be opened; where everything must be tried, they must. */
export const hasBrowser = BROWSER !== undefined || process.env['CI'] !== undefined;

/** Keeps the browser itself from asking for anything. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // As the program itself does: its patterns are made ready once.
  '--js-flags=--no-regexp-tier-up',
];

export function openBrowser(): Promise<Browser> {
  if (BROWSER === undefined) throw new Error('no Chromium: install the package chromium, or set CHROMIUM');
  return chromium.launch({ executablePath: BROWSER, args: QUIET });
}

/** A page, and what must not happen in it: messages, faults, requests, dialogs. */
export interface Watched {
  readonly page: Page;
  readonly trouble: readonly string[];
}

/** What was opened in each browser, by its options. */
const opened = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/** Somebody's browser, which many pages are opened in: nothing that a page keeps outlives it, so one will do. */
function contextOf(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const all = opened.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  opened.set(browser, all);
  const key = JSON.stringify(options);
  const context = all.get(key) ?? newContext(browser, options);
  all.set(key, context);
  return context;
}

async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // A busy machine is slow at everything.
  context.setDefaultTimeout(120_000);
  // A window closes with its last page, and another one is slow to open.
  await context.newPage();
  return context;
}

/**
 * Opens a file in a fresh page that is closed after the test.
 *
 * @param before runs in the page before any script of its own
 */
export async function openFile(
  browser: Browser,
  file: string,
  hash = '',
  options: BrowserContextOptions = {},
  before?: () => void,
): Promise<Watched> {
  const watched = await openForMany(browser, file, hash, options, before);
  onTestFinished(() => watched.page.close());
  return watched;
}

/** Opens a file in a fresh page that stays open for the tests that follow. */
export async function openForMany(
  browser: Browser,
  file: string,
  hash = '',
  options: BrowserContextOptions = {},
  before?: () => void,
): Promise<Watched> {
  const page = await (await contextOf(browser, options)).newPage();
  if (before) await page.addInitScript(before);
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== `file://${file}`) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}${hash}`);
  return { page, trouble };
}

/** What axe finds in the page as it stands, by all of its rules, or by these. */
export async function axeFindings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Injected as a debugger does, which no policy of the page keeps out.
  await page.evaluate(`void (globalThis.axe || (() => {${axe.source}})())`);
  return page.evaluate(async (only) => {
    const injected = globalThis as unknown as { axe: typeof axe };
    const { violations } = await injected.axe.run({
      ...(only.length > 0 && { runOnly: [...only] }),
      // Of what is well nothing is said, and nobody asks by which selector it is found.
      resultTypes: ['violations'],
      selectors: false,
    });
    return violations.map(({ id, impact, nodes }) => `${impact} ${id} ×${nodes.length}: ${nodes[0]?.html}`);
  }, rules);
}

/** The same in the dark, which differs in its colours alone: by the rules that look at colours. */
export async function axeFindingsInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const found = await axeFindings(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/**
 * What can be pressed and is smaller than a finger needs (WCAG 2.5.8: 24 × 24 CSS pixels), all that is folded up
 * included. What stands in the words of a sentence may be smaller; a list of links is no sentence.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
    const inSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      Array.from(element.parentNode?.childNodes ?? []).some(
        (node) => node.nodeType === Node.TEXT_NODE && /[^\s\p{P}\d]/u.test(node.textContent ?? ''),
      );
    const pressed = document.querySelectorAll('a[href], button, input, select, summary, textarea');
    return Array.from(pressed).flatMap((element) => {
      const target = element.matches('label input') ? (element.closest('label') ?? element) : element;
      // A link that goes on in the next line can be pressed in each of them.
      const boxes = Array.from(target.getClientRects());
      const isSeen = element.checkVisibility() && boxes.some(({ width, right }) => width > 0 && right > 0);
      const isLarge = boxes.some(({ width, height }) => width >= 23.9 && height >= 23.9);
      if (!isSeen || isLarge || inSentence(element)) return [];
      const sizes = boxes.map(({ width, height }) => `${width.toFixed(1)}×${height.toFixed(1)}`);
      return [`${sizes.join(' ')} ${element.outerHTML.slice(0, 200)}`];
    });
  });
}
