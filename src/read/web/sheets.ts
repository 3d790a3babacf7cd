import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

const PROPERTIES = ['display', 'visibility', 'list-style-type', 'white-space', 'text-decoration'] as const;

/** What a rule of a style sheet says of whether elements are shown, of how the items of a list are
 * numbered, of whether lines break where the source's do, and of what is struck out. */
interface StyleRule {
  readonly selector: string;
  readonly property: (typeof PROPERTIES)[number];
  readonly value: string;
  /** Which of two rules counts: `!important`, how narrow its selector is, and then which comes last (CSS Cascading 4 §6). */
  readonly weight: Weight;
}

/** `!important`, and how narrow the selector is. */
export type Weight = readonly [number, number, number, number];

const HIDING = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i;
const LISTED = /list-style/i;
const TYPED = /white-space\s*:\s*(?:pre|break-spaces)/i;
const LAID = /display\s*:\s*(?:inline-)?table/i;
const STRUCK = /text-decoration(?:-line)?\s*:[^;{}]{0,60}line-through/i;
const WRITTEN = [HIDING, TYPED, LAID, STRUCK] as const;
const DECLARATION =
  /(?:^|[;\s])(display|visibility|white-space|text-decoration(?:-line)?|list-style(?:-type)?)\s*:\s*([\w-]+(?:\s+[\w-]+){0,2})\s*(!\s*important)?/gi;

/** What counts on a screen, whatever its size. */
const SCREEN = /^@media\s+(?:only\s+)?(?:screen|all)$/i;

/** No page hides with more rules, or longer ones; what is beyond is read. */
export const MOST_RULES = 400;
export const LONGEST_SELECTOR = 200;

/** What depends on what somebody does, or is no element. */
export const CHANGING = /:(?!not\(|is\(|where\(|first-|last-|only-|nth-|empty|root|checked)|::/;

/** The sheets of a page that count on a screen. */
export function sheetsOf($: CheerioAPI): string {
  return $('style')
    .toArray()
    .filter(({ attribs }) => /^(?:|all|screen)$/i.test(attribs['media'] ?? ''))
    .map((style) => $(style).text())
    .join('\n');
}

/**
 * Writes into the elements themselves what style sheets of the page hide, and how they number lists, as if they said so: what reads the page asks
 * elements only. Sheets that are not in the file say nothing.
 *
 * @returns how it is taken back
 */
export function applySheets($: CheerioAPI): () => void {
  const text = sheetsOf($);
  if (![LISTED, ...WRITTEN].some((pattern) => pattern.test(text))) return () => {};
  const rules = rulesIn(text);
  const written: { readonly element: Element; readonly before: string | undefined }[] = [];
  for (const element of elementsOf($, rules)) {
    const said = PROPERTIES.flatMap((property) => {
      const value = lastOf(rules.filter((rule) => rule.property === property && matches($, element, rule)));
      return value === undefined ? [] : [`${property}:${value}`];
    });
    const before = element.attribs['style'];
    written.push({ element, before });
    element.attribs['style'] = [...said, before ?? ''].join(';');
  }
  return () => {
    for (const { element, before } of written) {
      if (before === undefined) delete element.attribs['style'];
      else element.attribs['style'] = before;
    }
  };
}

function rulesIn(sheet: string): StyleRule[] {
  const rules: StyleRule[] = [];
  for (const { selectors, body } of blocksIn(withoutComments(sheet))) {
    for (const [, property = '', value = '', important] of body.matchAll(DECLARATION)) {
      for (const each of selectors.split(/,(?![^(]*\))/)) {
        const selector = each.trim();
        if (selector === '' || selector.length > LONGEST_SELECTOR || CHANGING.test(selector)) continue;
        rules.push({
          selector,
          ...declared(property.toLowerCase(), value.toLowerCase()),
          weight: [important ? 1 : 0, ...narrownessOf(selector)],
        });
      }
    }
    if (rules.length >= MOST_RULES) break;
  }
  return rules;
}

/** `list-style` says of lists where their numbers stand, too. */
function declared(property: string, value: string): Pick<StyleRule, 'property' | 'value'> {
  if (property.startsWith('text-decoration')) return { property: 'text-decoration', value };
  if (property === 'display' || property === 'visibility' || property === 'white-space')
    return { property, value };
  const types = value.split(/\s+/).filter((word) => word !== 'inside' && word !== 'outside');
  // The other none is that of a picture.
  const type = types.find((word) => word !== 'none') ?? types[0] ?? 'disc';
  return { property: 'list-style-type', value: type };
}

export function withoutComments(sheet: string): string {
  const parts: string[] = [];
  for (let at = 0; at < sheet.length; ) {
    const start = sheet.indexOf('/*', at);
    const end = start < 0 ? -1 : sheet.indexOf('*/', start + 2);
    parts.push(sheet.slice(at, start < 0 ? sheet.length : start));
    // What nobody closes is a comment to the end.
    at = end < 0 ? sheet.length : end + 2;
  }
  return parts.join('');
}

/** A block that is open: what stands before it, and its own declarations up to where others stand in it. */
interface OpenBlock {
  readonly selectors: string;
  /** Whether all around it counts on a screen. */
  readonly counts: boolean;
  body: string;
  from: number;
}

/** The rules of a sheet; of what stands in others, as in `@media`, only what counts on a screen. */
export function* blocksIn(sheet: string): Generator<{ readonly selectors: string; readonly body: string }> {
  const open: OpenBlock[] = [];
  /** Where what stands before the next block begins. */
  let from = 0;
  for (let i = 0; i < sheet.length; i++) {
    const char = sheet[i];
    const around = open.at(-1);
    if (char === '{') {
      const selectors = sheet.slice(from, i).trim();
      const counts = (around?.counts ?? true) && (!selectors.startsWith('@') || SCREEN.test(selectors));
      if (around) around.body += sheet.slice(around.from, from);
      open.push({ selectors, counts, body: '', from: i + 1 });
    } else if (char === '}' && around) {
      open.pop();
      const own = around.counts && !around.selectors.startsWith('@');
      if (own) yield { selectors: around.selectors, body: around.body + sheet.slice(around.from, i) };
      const outer = open.at(-1);
      if (outer) outer.from = i + 1;
    }
    if (char === '{' || char === '}' || char === ';') from = i + 1;
  }
}

/** How many ids, classes and names of elements a selector has (Selectors 4 §17). */
export function narrownessOf(selector: string): [number, number, number] {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return [count(/#[\w-]/g), count(/[.[]|:(?!not|is|where)/g), count(/(?:^|[\s>+~(])[a-z]/gi)];
}

/** What the rules hide, lay out as tables or show as it was typed, and lists and items that they number. */
function elementsOf($: CheerioAPI, rules: readonly StyleRule[]): Set<Element> {
  const found = new Set<Element>();
  for (const { property, value, selector } of rules) {
    const isOfList = property === 'list-style-type';
    if (!isOfList && !WRITTEN.some((pattern) => pattern.test(`${property}:${value}`))) continue;
    try {
      for (const element of $(selector).toArray())
        if (element.type === 'tag' && (!isOfList || /^(?:ol|ul|menu|li)$/.test(element.name)))
          found.add(element);
    } catch {
      // A selector that nobody knows is of nothing.
    }
  }
  return found;
}

function matches($: CheerioAPI, element: Element, { selector }: StyleRule): boolean {
  try {
    return $(element).is(selector);
  } catch {
    return false;
  }
}

/** What the rule says that counts. */
function lastOf(rules: readonly StyleRule[]): string | undefined {
  let last: StyleRule | undefined;
  for (const rule of rules) if (!last || compare(rule.weight, last.weight) >= 0) last = rule;
  return last?.value;
}

export function compare(some: Weight, others: Weight): number {
  const at = some.findIndex((each, i) => each !== others[i]);
  return at < 0 ? 0 : (some[at] as number) - (others[at] as number);
}
