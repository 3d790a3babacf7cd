import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** What a rule of a style sheet says of whether elements are shown. */
interface Rule {
  readonly selector: string;
  readonly property: 'display' | 'visibility';
  readonly value: string;
  /** Which of two rules counts: `!important`, how narrow its selector is, and then which comes last (CSS Cascading 4 §6). */
  readonly weight: readonly [number, number, number, number];
}

const HIDING = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i;
const DECLARATION = /(?:^|[;\s])(display|visibility)\s*:\s*([\w-]+)\s*(!\s*important)?/gi;

/** A rule of a sheet; of what stands in others, as in `@media`, only what counts on a screen. */
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const SCREEN = /@media\s+(?:only\s+)?(?:screen|all)\s*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/gi;
const OTHER_BLOCK = /@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;/g;

/** No page hides with more rules, or longer ones; what is beyond is read. */
const MOST_RULES = 400;
const LONGEST_SELECTOR = 200;

/** What depends on what somebody does, or is no element. */
const CHANGING = /:(?!not\(|is\(|where\(|first-|last-|only-|nth-|empty|root|checked)|::/;

/**
 * Writes into the elements themselves what style sheets of the page hide, as if they said so: what reads the page asks
 * elements only. Sheets that are not in the file say nothing.
 *
 * @returns how it is taken back
 */
export function applySheets($: CheerioAPI): () => void {
  const text = $('style')
    .toArray()
    .filter(({ attribs }) => /^(?:|all|screen)$/i.test(attribs['media'] ?? ''))
    .map((style) => $(style).text())
    .join('\n');
  if (!HIDING.test(text)) return () => {};
  const rules = rulesIn(text);
  const written: { readonly element: Element; readonly before: string | undefined }[] = [];
  for (const element of hiddenElements($, rules)) {
    const said = (['display', 'visibility'] as const).flatMap((property) => {
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

function rulesIn(sheet: string): Rule[] {
  const plain = sheet.replace(COMMENT, '').replace(SCREEN, '$1').replace(OTHER_BLOCK, '');
  const rules: Rule[] = [];
  for (const [, selectors = '', body = ''] of plain.matchAll(RULE)) {
    for (const [, property = '', value = '', important] of body.matchAll(DECLARATION)) {
      for (const each of selectors.split(/,(?![^(]*\))/)) {
        const selector = each.trim();
        if (selector === '' || selector.length > LONGEST_SELECTOR || CHANGING.test(selector)) continue;
        rules.push({
          selector,
          property: property.toLowerCase() === 'display' ? 'display' : 'visibility',
          value: value.toLowerCase(),
          weight: [important ? 1 : 0, ...narrownessOf(selector)],
        });
      }
    }
    if (rules.length >= MOST_RULES) break;
  }
  return rules;
}

/** How many ids, classes and names of elements a selector has (Selectors 4 §17). */
function narrownessOf(selector: string): [number, number, number] {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return [count(/#[\w-]/g), count(/[.[]|:(?!not|is|where)/g), count(/(?:^|[\s>+~(])[a-z]/gi)];
}

function hiddenElements($: CheerioAPI, rules: readonly Rule[]): Set<Element> {
  const found = new Set<Element>();
  for (const { property, value, selector } of rules) {
    if (!HIDING.test(`${property}:${value}`)) continue;
    try {
      for (const element of $(selector).toArray()) if (element.type === 'tag') found.add(element);
    } catch {
      // A selector that nobody knows hides nothing.
    }
  }
  return found;
}

function matches($: CheerioAPI, element: Element, { selector }: Rule): boolean {
  try {
    return $(element).is(selector);
  } catch {
    return false;
  }
}

/** What the rule says that counts. */
function lastOf(rules: readonly Rule[]): string | undefined {
  let last: Rule | undefined;
  for (const rule of rules) if (!last || compare(rule.weight, last.weight) >= 0) last = rule;
  return last?.value;
}

function compare(some: Rule['weight'], others: Rule['weight']): number {
  const at = some.findIndex((each, i) => each !== others[i]);
  return at < 0 ? 0 : (some[at] as number) - (others[at] as number);
}
