import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import type { NoiseKind } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { speaksOfLooks } from '../words/looks.js';
import { documentOf, type Flow } from './flow.js';
import { tooMuch } from './nesting.js';
import { unpack, WORD_DOCUMENT } from './package.js';
import { withoutSite } from './web/saved-site.js';
import { elementText, paragraphsOf } from './word/elements.js';
import { Numbering } from './word/numbering.js';
import { Styles } from './word/styles.js';
import { readWordText, toldOf } from './word/text.js';
import { parseXml, type XmlElement } from './xml.js';

const NUMBERING = /^word\/numbering\d*\.xml$/;
const STYLES = /^word\/styles\d*\.xml$/;

/** Parts whose text stands beside the document's own. */
const BESIDE: readonly (readonly [NoiseKind, RegExp])[] = [
  ['page-margin', /^word\/(?:header|footer)\d*\.xml$/],
  ['footnote', /^word\/(?:footnotes|endnotes)\d*\.xml$/],
  ['comment', /^word\/comments\d*\.xml$/],
];

/** Parts of diagrams and charts: they are drawn, and what is written in them is not read. */
const DRAWN = /^word\/(?:diagrams\/data|charts\/chart(?:Ex)?)\d*\.xml$/;

/** Elements that track changes of what is there (ECMA-376 part 1, 17.13.5). */
const CHANGED = /<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)[\s/>]/;

/** How deep Word files may stand in each other. */
const DEEPEST_PART = 3;

/** Takes in a part of another format (17.17.2.1). */
const CHUNK = /<(?:\w+:)?(?:altChunk|subDoc)[\s/>]/;

/**
 * Reads a Word file as Word prints it: with the numbers of its lists, its tracked changes accepted and
 * its text boxes after the paragraph that they hang on. What this does not come upon is told.
 *
 * @returns the Document, or `file-broken`, `file-too-large`, `page-too-deep`, `elements-too-many`
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const { value: read, diagnostics: why } = await flowIn(bytes, name);
  if (!read) return failed(...why);
  const { value, diagnostics: more } = documentOf(name, withoutSite(read.flow, true));
  return { value, diagnostics: [...read.diagnostics, ...more] };
}

/** What a Word file holds, and what is told of the file as a whole. */
interface WordFlow {
  readonly flow: readonly Flow[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a Word file that may be a part of another.
 *
 * @param depth in how many others it is
 */
async function flowIn(bytes: Uint8Array, name: string, depth = 0): Promise<Result<WordFlow>> {
  const { value: parts, diagnostics: why } = unpack(bytes, name, [
    WORD_DOCUMENT,
    NUMBERING,
    STYLES,
    DRAWN,
    ...BESIDE.map(([, pattern]) => pattern),
  ]);
  if (!parts) return failed(...why);
  const refusal = tooMuch(parts.values(), name);
  if (refusal) return failed(refusal);
  const trees = new Map<string, XmlElement>();
  for (const [part, xml] of parts) {
    const tree = parseXml(xml);
    if (!tree) return failed(diagnose('file-broken', undefined, name));
    trees.set(part, tree);
  }
  const [main, ...others] = partsLike(trees, WORD_DOCUMENT);
  if (!main) return failed(diagnose('file-broken', undefined, name));
  const sources = partsLike(parts, WORD_DOCUMENT);
  const chunk = sources.some((xml) => CHUNK.test(xml))
    ? await (await import('./word/chunks.js')).chunksOf(bytes, main, name, async (part) =>
        depth < DEEPEST_PART ? (await flowIn(part, name, depth + 1)).value?.flow : undefined,
      )
    : () => [];
  const styles = new Styles(partsLike(trees, STYLES), speaksOfLooks(elementText(main)));
  const numbering = new Numbering(partsLike(trees, NUMBERING), styles);
  const read = readWordText(main, { numbering, styles, chunk });

  const diagnostics = toldOf(
    read,
    sources.some((xml) => CHANGED.test(xml)),
    name,
  );
  const unread = [...others, ...partsLike(trees, DRAWN)];
  const flow: Flow[] = [
    ...read.flow,
    ...unread.flatMap(paragraphsOf).map((text): Flow => ({ kind: 'lost', text })),
    ...BESIDE.flatMap(([noise, pattern]) =>
      partsLike(trees, pattern)
        .flatMap(paragraphsOf)
        .map((text): Flow => ({ kind: 'noise', noise, text })),
    ),
  ];
  return { value: { flow, diagnostics }, diagnostics: [] };
}

function partsLike<Part>(parts: ReadonlyMap<string, Part>, pattern: RegExp): Part[] {
  const names = Array.from(parts.keys()).filter((each) => pattern.test(each));
  return names.sort().map((each) => parts.get(each) as Part);
}
