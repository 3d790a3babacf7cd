import { strFromU8, strToU8 } from 'fflate';

type Parts = Readonly<Record<string, Uint8Array>>;

/** Parts that exceljs drops or stumbles over: pictures, charts, shapes, controls, tables, pivot tables. */
const SET_ASIDE =
  /^xl\/(?:drawings|charts|chartsheets|media|tables|pivot\w*|embeddings|ctrlProps|activeX|externalLinks|slicer\w*|timeline\w*|threadedComments|printerSettings|diagrams)\//;

/** What a worksheet says of them (ECMA-376 18.3.1.99). */
const POINTERS = /<(?:drawing|legacyDrawing|legacyDrawingHF|picture|tableParts)\b[^<>]*\/>/g;
const HOLDERS = ['tableParts', 'controls', 'oleObjects', 'mc:AlternateContent'];

/** A comment whose text is not in runs, which exceljs reads as empty (18.7.7 allows both). */
const PLAIN_COMMENT = /<text>\s*(<t\b[^>]*>[^<]*<\/t>)\s*<\/text>/g;

/**
 * A workbook's package as exceljs can read it, whichever program saved it: without what it drops anyway, comments
 * under the names that it looks for (any are allowed, ECMA-376 part 2), and locks as LibreOffice writes them
 * (`false`) in the way that it understands (`0`; both are xsd:boolean).
 */
export function plainPackage(parts: Parts): Parts {
  const plain: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    if (!SET_ASIDE.test(name)) plain[name] = content;
  }
  const change = (name: string, edit: (xml: string) => string) => {
    const part = parts[name];
    if (!part) return;
    const xml = strFromU8(part);
    const edited = edit(xml);
    if (edited === xml) return;
    plain[name] = strToU8(edited);
  };
  change('xl/styles.xml', (xml) => xml.replaceAll('locked="false"', 'locked="0"'));
  for (const name of Object.keys(parts)) {
    const sheet = /^xl\/worksheets\/([^/]+)\.xml$/.exec(name)?.[1];
    if (sheet === undefined) continue;
    change(name, (xml) => HOLDERS.reduce(without, xml.replace(POINTERS, '')));
    change(`xl/worksheets/_rels/${sheet}.xml.rels`, (xml) =>
      xml.replace(/<Relationship [^<>]*>/g, (relation) => {
        const of = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(relation)?.[1] ?? '';
        if (/\/hyperlink$/.test(of('Type'))) return relation;
        if (!/\/comments$/.test(of('Type'))) return '';
        const part = decodeURI(new URL(of('Target'), `file:///${name}`).pathname.slice(1));
        // A number of its own, far from those that other parts have.
        const own = `comments${1000 + Number(/\d+/.exec(sheet)?.[0] ?? 0)}.xml`;
        const comments = parts[part];
        if (!comments) return '';
        delete plain[part];
        plain[`xl/${own}`] = strToU8(strFromU8(comments).replace(PLAIN_COMMENT, '<text><r>$1</r></text>'));
        return relation.replace(`Target="${of('Target')}"`, `Target="../${own}"`);
      }),
    );
  }
  return plain;
}

/** A part without the elements of a name, each up to the first tag that closes one. */
function without(xml: string, name: string): string {
  let kept = '';
  let from = 0;
  for (const { index } of xml.matchAll(new RegExp(`<${name}\\b`, 'g'))) {
    if (index < from) continue;
    const end = xml.indexOf(`</${name}>`, index);
    if (end < 0) break;
    kept += xml.slice(from, index);
    from = end + name.length + 3;
  }
  return kept + xml.slice(from);
}
