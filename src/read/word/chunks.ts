import { load } from 'cheerio';
import type { Document as DomDocument } from 'domhandler';
import PostalMime from 'postal-mime';
import { diagnose } from '../../model/diagnose.js';
import { DEEPEST } from '../../model/limits.js';
import { decode } from '../encoding.js';
import type { Beside, Flow } from '../flow.js';
import { formatOf } from '../format.js';
import { declaredCharset } from '../html.js';
import { flowOf } from '../markup.js';
import { nestingOf } from '../nesting.js';
import { unzipParts } from '../package.js';
import { embeddedBy } from '../web/embedded.js';
import { elementsOf, parseXml, type XmlElement } from '../xml.js';

/** Which parts the document’s own part refers to (ECMA-376 part 2, 6.5). */
const RELATIONS = /^word\/_rels\/document\d*\.xml\.rels$/;

type Chunk = (id: string | undefined) => readonly Flow[];

/** Reads a part that is a Word file itself; nothing where it cannot be read. */
type ReadPart = (part: Uint8Array) => Promise<readonly Flow[] | undefined>;

/**
 * Reads the parts of other formats that a document takes in: pages, Word files, text.
 *
 * @param readWord how a part is read that is a Word file itself
 * @returns what stands in the part that the document calls by an id; what cannot be read is told there
 */
export async function chunksOf(
  bytes: Uint8Array,
  document: XmlElement,
  name: string,
  readWord: ReadPart,
): Promise<Chunk> {
  const targets = targetsIn(bytes, name);
  const chunks = new Map<string | undefined, readonly Flow[]>();
  for (const { attributes } of [...elementsOf(document, 'w:altChunk'), ...elementsOf(document, 'w:subDoc')]) {
    const id = attributes['r:id'];
    const part = targets.get(id);
    const content = part === undefined ? undefined : contentOf(bytes, part, name);
    const flow = content && (await flowOfChunk(content, name, readWord));
    chunks.set(id, flow ?? [{ kind: 'blank', beside: [unread(part?.split('/').at(-1) ?? id ?? '')] }]);
  }
  return (id) => chunks.get(id) ?? [];
}

const unread = (part: string): Beside => ({
  kind: 'told',
  tell: (at, { near }) => diagnose('part-unread', { part, near }, at),
});

function targetsIn(bytes: Uint8Array, name: string): ReadonlyMap<string | undefined, string> {
  const parts = unzipParts(bytes, name, (part) => RELATIONS.test(part)).value ?? {};
  const relations = Object.values(parts).flatMap((data) => {
    const tree = parseXml(new TextDecoder().decode(data));
    return tree ? elementsOf(tree, 'Relationship') : [];
  });
  return new Map(relations.map(({ attributes }) => [attributes['Id'], pathOf(attributes['Target'] ?? '')]));
}

/** A target is named from the folder of the document, or from the top. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `word/${target}`;
}

function contentOf(bytes: Uint8Array, part: string, name: string): Uint8Array | undefined {
  return unzipParts(bytes, name, (each) => each === part).value?.[part];
}

async function flowOfChunk(
  content: Uint8Array,
  name: string,
  readWord: ReadPart,
): Promise<readonly Flow[] | undefined> {
  switch (formatOf(content)) {
    case 'zip':
      return readWord(content);
    case 'mhtml': {
      const { html } = await PostalMime.parse(content).catch(() => ({ html: undefined }));
      return html === undefined ? undefined : flowOfPage(html);
    }
    case 'html': {
      const { value: html } = await decode(content, name, { declared: declaredCharset(content) });
      return html === undefined ? undefined : flowOfPage(html);
    }
    case 'text': {
      const { value: text } = await decode(content, name, {});
      return text?.split(/\r\n?|\n/).map((line): Flow => ({ kind: 'paragraph', text: line }));
    }
    default:
      return undefined;
  }
}

/** All of a page: the part is the notice, and nothing stands around it. */
function flowOfPage(html: string): Flow[] | undefined {
  if (nestingOf(html, 'html').depth > DEEPEST) return undefined;
  return flowOf(load(html).root()[0] as DomDocument, {
    noiseOf: () => undefined,
    around: new Set(),
    besideOf: embeddedBy,
  });
}
