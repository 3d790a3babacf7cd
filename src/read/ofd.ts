import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import { MOST_PAGES, MOST_PLACED } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { childrenOf, OFD_ROOT, type OfdPackage, type OfdPart, openPackage, textIn } from './ofd/package.js';
import { boxOf, OfdPageReader, POINTS } from './ofd/page.js';
import { documentOfPages, type PageRead } from './positions/document.js';
import { combined, type Matrix } from './positions/matrix.js';
import { turnOf } from './positions/not-level.js';
import { elementsOf, type XmlElement } from './xml.js';

/** The parts of an encrypted package (GB/T 33190—2016, 17.5). */
const ENCRYPTIONS = /(?:^|\/)(?:Encryptions?|EncryptInfo|encEntries?)\.(?:xml|dat)$/i;

/**
 * Reads an OFD file (GB/T 33190—2016) by where its characters and rules are printed, all of its documents one after the
 * other. Signatures and seals are left where they are.
 *
 * @param names the names of the package's parts
 * @returns the Document, or `file-encrypted`, `file-broken`, `file-too-large`, `pages-too-many`, `elements-too-many`,
 *   `pages-scanned`, `file-empty`
 */
export function readOfd(bytes: Uint8Array, name: string, names: ReadonlySet<string>): Result<Document> {
  if (Array.from(names).some((part) => ENCRYPTIONS.test(part)))
    return failed(diagnose('file-encrypted', undefined, name));
  const { value: parts, diagnostics } = openPackage(bytes, name);
  if (!parts) return failed(...diagnostics);
  const root = parts.part(OFD_ROOT, '');
  const documents = childrenOf(root?.root, 'DocBody').flatMap(
    (body) => parts.part(textIn(body, 'DocRoot') ?? '', OFD_ROOT) ?? [],
  );
  if (documents.length === 0) return failed(diagnose('file-broken', undefined, name));
  const pages: PageRead[] = [];
  const files = documents.flatMap((document) => attachedTo(document, parts));
  let placed = 0;
  for (const document of documents) {
    const listed = childrenOf(childrenOf(document.root, 'Pages')[0], 'Page');
    if (pages.length + listed.length > MOST_PAGES)
      return failed(diagnose('pages-too-many', { most: MOST_PAGES }, name));
    const reader = new DocumentReader(parts, document);
    for (const page of listed) {
      const read = reader.read(page, pages.length + 1);
      if (!read) return failed(diagnose('file-broken', undefined, name));
      placed += read.page.glyphs.length + read.page.rules.length;
      if (placed > MOST_PLACED) return failed(diagnose('elements-too-many', { most: MOST_PLACED }, name));
      pages.push(read);
    }
  }
  const read = documentOfPages(pages, name);
  const told = files.length > 0 ? [diagnose('file-attached', { files }, name)] : [];
  return { ...read, diagnostics: [...told, ...read.diagnostics] };
}

/** The names of files that a document has with it. */
function attachedTo({ root, name }: OfdPart, parts: OfdPackage): string[] {
  const list = textIn(root, 'Attachments');
  const { root: listed } = (list !== undefined && parts.part(list, name)) || {};
  return childrenOf(listed, 'Attachment').map(({ attributes }) => attributes['Name'] ?? '');
}

/** The pages of one document of a package. */
class DocumentReader {
  readonly #templates: ReadonlyMap<string, OfdPart>;
  readonly #annotations: ReadonlyMap<string, OfdPart>;
  readonly #area: XmlElement | undefined;

  constructor(
    readonly parts: OfdPackage,
    readonly document: OfdPart,
  ) {
    const [common] = childrenOf(document.root, 'CommonData');
    this.#area = childrenOf(common, 'PageArea')[0];
    this.#templates = this.#byId(childrenOf(common, 'TemplatePage'), document.name, ({ attributes }) => ({
      id: attributes['ID'],
      place: attributes['BaseLoc'],
    }));
    const list = textIn(document.root, 'Annotations');
    const annotations = list === undefined ? undefined : parts.part(list, document.name);
    this.#annotations = this.#byId(
      childrenOf(annotations?.root, 'Page'),
      annotations?.name ?? '',
      (page) => ({
        id: page.attributes['PageID'],
        place: textIn(page, 'FileLoc'),
      }),
    );
  }

  read({ attributes }: XmlElement, number: number): PageRead | undefined {
    const part = this.parts.part(attributes['BaseLoc'] ?? '', this.document.name);
    if (!part) return undefined;
    const area = childrenOf(part.root, 'Area')[0] ?? this.#area;
    const box = boxOf(textIn(area, 'PhysicalBox') ?? textIn(this.#area, 'PhysicalBox'));
    const base: Matrix = [POINTS, 0, 0, POINTS, -box.left * POINTS, -box.top * POINTS];
    const size = { width: (box.right - box.left) * POINTS, height: (box.bottom - box.top) * POINTS };
    const upright = this.#readWith(part, attributes['ID'] ?? '', base, { number, ...size });
    const turn = turnOf(upright.page);
    if (!turn) return upright;
    const turned = { number, width: size.height, height: size.width };
    return this.#readWith(part, attributes['ID'] ?? '', combined(base, turn), turned);
  }

  /** @param base from what the page counts in to points from its upper left corner */
  #readWith(
    part: OfdPart,
    id: string,
    base: Matrix,
    size: { readonly number: number; readonly width: number; readonly height: number },
  ): PageRead {
    const reader = new OfdPageReader();
    for (const template of childrenOf(part.root, 'Template')) {
      const own = this.#templates.get(template.attributes['TemplateID'] ?? '');
      for (const content of childrenOf(own?.root, 'Content')) reader.read(content, base);
    }
    for (const content of childrenOf(part.root, 'Content')) reader.read(content, base);
    const annotations = this.#annotations.get(id);
    for (const annotation of childrenOf(annotations?.root, 'Annot')) {
      const texts = elementsOf(annotation, 'ofd:TextCode').map(({ text }) => text);
      const isWatermark = annotation.attributes['Type'] === 'Watermark';
      reader.setAside(isWatermark ? 'page-margin' : 'comment', texts.join(''));
    }
    return reader.page(size);
  }

  #byId(
    elements: readonly XmlElement[],
    from: string,
    tell: (element: XmlElement) => { readonly id: string | undefined; readonly place: string | undefined },
  ): ReadonlyMap<string, OfdPart> {
    return new Map(
      elements.flatMap((element) => {
        const { id, place } = tell(element);
        const part = place === undefined ? undefined : this.parts.part(place, from);
        return id !== undefined && part ? [[id, part] as const] : [];
      }),
    );
  }
}
