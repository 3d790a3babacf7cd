import { parseDocument } from 'htmlparser2';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import type { NoiseKind } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { speaksOfLooks } from '../words/looks.js';
import { decode } from './encoding.js';
import { documentOf, type Flow } from './flow.js';
import { tooMuch } from './nesting.js';
import { drawnWith } from './odt/drawn.js';
import { OdtLists } from './odt/lists.js';
import { elementsNamed, OdtStyles } from './odt/styles.js';
import { OdtText, plain } from './odt/text.js';
import { unpack } from './package.js';
import { withoutSite } from './web/saved-site.js';
import { elementsIn } from './web/tree.js';
import { element } from './word/build.js';
import { elementText } from './word/elements.js';
import { Numbering } from './word/numbering.js';
import { Styles } from './word/styles.js';
import { readWordText, toldOf } from './word/text.js';

/** What stands at the edges of each page (ODF 1.3 part 3, 16.10). */
const MARGINS = ['header', 'footer'].flatMap((edge) =>
  ['', '-left', '-first'].map((which) => `style:${edge}${which}`),
);

/** How a file ends that is whole. */
const END = /<\/office:document(?:-content)?>\s*$/;

const ENCRYPTED = /<manifest:(?:encryption-data|keyinfo)\b/;

/**
 * Reads an OpenDocument text (ISO/IEC 26300, .odt) as what it is in Word: as a program shows it, with the numbers of
 * its lists, its changes accepted, its text boxes after their paragraphs.
 *
 * @returns the Document, or `file-encrypted`, `file-broken`, `file-empty`, `file-too-large`, `page-too-deep`,
 *   `elements-too-many`
 */
export function readOdt(bytes: Uint8Array, name: string): Result<Document> {
  const { value: parts, diagnostics } = unpack(bytes, name, [
    /^(?:content|styles)\.xml$/,
    /^META-INF\/manifest\.xml$/,
    /^(?:\.\/)?[^/]+\/content\.xml$/,
  ]);
  if (!parts) return failed(...diagnostics);
  if (ENCRYPTED.test(parts.get('META-INF/manifest.xml') ?? ''))
    return failed(diagnose('file-encrypted', undefined, name));
  const content = parts.get('content.xml');
  return content === undefined
    ? failed(diagnose('file-broken', undefined, name))
    : readParts(parts, content, name);
}

/**
 * Reads an OpenDocument text that is one file of XML (.fodt).
 *
 * @returns the Document, or why there is none
 */
export async function readFlatOdt(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const { value, diagnostics } = await decode(bytes, name, { declared: 'utf-8' });
  return value === undefined ? failed(...diagnostics) : readParts(new Map(), value, name);
}

function readParts(parts: ReadonlyMap<string, string>, content: string, name: string): Result<Document> {
  if (!END.test(content)) return failed(diagnose('file-broken', undefined, name));
  const refusal = tooMuch([content, ...parts.values()], name);
  if (refusal) return failed(refusal);
  const [main, common] = [content, parts.get('styles.xml') ?? ''].map((xml) =>
    parseDocument(xml, { xmlMode: true }),
  );
  const roots = [main, common].flatMap((each) => (each ? elementsIn(each) : []));
  const text = roots.flatMap((root) => elementsNamed(root, 'office:text'))[0];
  if (!text) return failed(diagnose('file-broken', undefined, name));
  const stylesIn = roots.flatMap((root) => elementsIn(root, 'office:automatic-styles', 'office:styles'));
  const lists = new OdtLists(stylesIn);
  const read = new OdtText({
    styles: new OdtStyles(stylesIn),
    lists,
    drawnIn: drawnWith(parts),
  });
  const body = element('w:body', {}, ...read.blocks(text));
  const styles = new Styles([], speaksOfLooks(elementText(body)));
  const word = readWordText(body, {
    numbering: new Numbering([lists.part()], styles),
    styles,
    chunk: () => [],
  });
  const beside: readonly (readonly [NoiseKind, readonly string[]])[] = [
    ['page-margin', roots.flatMap((root) => elementsNamed(root, ...MARGINS)).map(plain)],
    ['footnote', read.notes],
    ['comment', read.comments],
  ];
  const flow: Flow[] = [
    ...withoutSite(word.flow, true),
    ...beside.flatMap(([noise, texts]) =>
      texts.flatMap((each) => each.split('\n')).map((line): Flow => ({ kind: 'noise', noise, text: line })),
    ),
  ];
  const { value, diagnostics } = documentOf(name, flow);
  if (value.text.trim() === '') return failed(diagnose('file-empty', undefined, name));
  const isChanged = elementsNamed(text, 'text:changed-region').length > 0;
  return { value, diagnostics: [...toldOf(word, isChanged, name), ...diagnostics] };
}
