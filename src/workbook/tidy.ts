import { strFromU8, strToU8 } from 'fflate';
import type { PackageParts } from './zip.js';

/** A link to a cell of the same workbook, as exceljs writes it: with a relationship to a file of that name. */
const INNER_LINK = /(<hyperlink ref="[^"<>]*" )r:id="([^"<>]*)" (?=location=)/g;

/** What exceljs makes up by chance to tie a rule of formatting to its extension. */
const GUID = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}(?=<\/x14:id>|")/g;

/** What Excel marks with a green corner, and is as it should be: numbers that a notice prints in a text, formulas. */
const UNMARKED =
  '<ignoredError sqref="A1:XFD1048576" evalError="1" twoDigitTextYear="1" numberStoredAsText="1" formula="1" formulaRange="1" unlockedFormula="1"/>';

/** What may stand behind it in a worksheet (ECMA-376 18.3.1.99). */
const BEHIND =
  /<(?:smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|tableParts|extLst)\b|<\/worksheet>/;

/**
 * The font of the style Normal, whose digits are what widths of columns are counted in (18.3.1.13). Where it is missing,
 * programs take one with digits as wide; cells have their own.
 */
const MEASURE = '<font><sz val="8"/><name val="Verdana"/><family val="2"/></font>';

/** Styles in which columns are as wide on every computer. */
function measured(styles: string): string {
  const count = Number(/<fonts count="(\d+)"/.exec(styles)?.[1] ?? 0);
  return styles
    .replace(/<fonts count="\d+"/, `<fonts count="${count + 1}"`)
    .replace('</fonts>', `${MEASURE}</fonts>`)
    .replace(/(<cellStyleXfs\b[^<>]*><xf\b[^<>]*?fontId=")\d+/, `$1${count}`);
}

/**
 * Makes of exceljs's parts what they should be: links within the workbook go by their place alone (ECMA-376
 * 18.3.1.47), and what it made up by chance is numbered, so that the same workbook has the same bytes.
 */
export function tidied(parts: PackageParts): PackageParts {
  const changed: Record<string, Uint8Array> = {};
  const styles = parts['xl/styles.xml'];
  if (styles) changed['xl/styles.xml'] = strToU8(measured(strFromU8(styles)));
  for (const [name, bytes] of Object.entries(parts)) {
    const sheet = /^xl\/worksheets\/([^/]+\.xml)$/.exec(name)?.[1];
    if (sheet === undefined) continue;
    const relations = `xl/worksheets/_rels/${sheet}.rels`;
    const inner = new Set<string>();
    const xml = strFromU8(bytes);
    const tidy = numbered(
      xml
        .replace(INNER_LINK, (_, before: string, id: string) => {
          inner.add(id);
          return before;
        })
        .replace(BEHIND, (next) => `<ignoredErrors>${UNMARKED}</ignoredErrors>${next}`),
    );
    if (tidy !== xml) changed[name] = strToU8(tidy);
    const links = parts[relations];
    if (!links || inner.size === 0) continue;
    changed[relations] = strToU8(
      strFromU8(links).replace(/<Relationship Id="([^"<>]*)"[^<>]*>/g, (relation, id: string) =>
        inner.has(id) ? '' : relation,
      ),
    );
  }
  // The parts keep their order.
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, changed[name] ?? bytes]));
}

function numbered(xml: string): string {
  if (!xml.includes('x14:id')) return xml;
  const known = new Map<string, string>();
  return xml.replace(GUID, (guid) => {
    const own = known.get(guid) ?? `{00000000-0000-4000-8000-${String(known.size).padStart(12, '0')}}`;
    known.set(guid, own);
    return own;
  });
}
