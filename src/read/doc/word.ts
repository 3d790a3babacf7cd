import type { Look } from '../../model/look.js';
import { hueOf, isHeiti } from '../../words/looks.js';
import { signFont } from '../../words/sign-fonts.js';
import { element, lookProperties, property, textElements } from '../word/build.js';
import { paragraphsOf } from '../word/elements.js';
import { PLAIN, type RunLook } from '../word/styles.js';
import type { XmlElement } from '../xml.js';
import { wideAt } from './bytes.js';
import type { DocFile, Story } from './file.js';
import { listsOf } from './lists.js';
import { numberOf, type Properties, propertiesAt, SPRM, Stretches } from './properties.js';
import { DocStyles } from './styles.js';
import { type DocParagraph, tablesIn } from './table.js';
import { type DocText, docTextOf } from './text.js';

/** Characters that are no text (MS-DOC 2.4.1). */
const CHAR = {
  picture: '\u0001',
  cell: '\u0007',
  line: '\u000b',
  page: '\u000c',
  column: '\u000e',
  paragraph: '\r',
  fieldBegins: '\u0013',
  fieldParts: '\u0014',
  fieldEnds: '\u0015',
  hyphen: '\u001e',
  softHyphen: '\u001f',
  symbol: '(',
} as const;

const PARAGRAPH_ENDS = new RegExp(`[${CHAR.paragraph}${CHAR.cell}${CHAR.page}]`);

/** Fields whose answer the file does not have in its text. */
const FORM = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i;
const EMBEDDED = /^\s*EMBED\s+(\S+)/i;

/** A field that has begun, and whether its result has. */
interface OpenField {
  readonly instruction: string;
  isAnswered: boolean;
}

/** A Word 97 document as what it is in WordprocessingML, so that what reads that reads this. */
export class DocWord {
  readonly numbering: XmlElement;
  /** Whether changes are tracked in it. */
  isChanged = false;
  readonly #file: DocFile;
  readonly #lists: number;
  readonly #text: DocText;
  readonly #characters: Stretches;
  readonly #paragraphs: Stretches;
  readonly #styles: DocStyles;
  readonly #fonts: readonly string[];
  #fields: OpenField[] = [];

  constructor(file: DocFile) {
    const { numbering, count } = listsOf(file);
    this.#file = file;
    this.numbering = numbering;
    this.#lists = count;
    this.#text = docTextOf(file);
    this.#characters = new Stretches(file, 'characters');
    this.#paragraphs = new Stretches(file, 'paragraphs');
    this.#styles = new DocStyles(file);
    this.#fonts = fontsOf(file);
  }

  /** The paragraphs and tables of a part of the text. */
  blocks(story: Story): XmlElement[] {
    const { from, to: end } = this.#file.story(story);
    const to = Math.min(end, this.#text.text.length);
    const paragraphs: DocParagraph[] = [];
    for (let begin = from; begin < to; ) {
      let mark = begin;
      while (mark < to && !PARAGRAPH_ENDS.test(this.#text.text[mark] as string)) mark++;
      paragraphs.push(this.#paragraph(begin, mark));
      begin = mark + 1;
    }
    this.#fields = [];
    return tablesIn(paragraphs);
  }

  /** The text of a part by itself, paragraph by paragraph. */
  lines(story: Story): string[] {
    return this.blocks(story).flatMap(paragraphsOf);
  }

  #paragraph(from: number, end: number): DocParagraph {
    const stretch = this.#paragraphs.at(this.#text.placeOf(end));
    const style = this.#paragraphs.styleOf(stretch);
    const own = this.#withHuge(this.#paragraphs.of(stretch));
    const said = [own, ...this.#styles.from(style).map(({ paragraph }) => paragraph)];
    const first = (name: number) =>
      said.map((each) => numberOf(each, name)).find((each) => each !== undefined);
    const isMarked = this.#text.text[end] === CHAR.cell;
    const depth = first(SPRM.depth) ?? (first(SPRM.inTable) === 1 ? 1 : 0);
    const isInner = depth > 1;
    const isRowEnd = isInner ? first(SPRM.endsInnerRow) === 1 : isMarked && first(SPRM.endsRow) === 1;
    const isCellEnd = !isRowEnd && (isInner ? first(SPRM.endsInnerCell) === 1 : isMarked);
    const list = first(SPRM.list) ?? 0;
    const mark = this.#properties(end);
    const look = this.#look(mark, style, PLAIN);
    const properties = [
      ...(list >= 1 && list <= this.#lists
        ? [element('w:numPr', {}, property('w:ilvl', first(SPRM.level) ?? 0), property('w:numId', list))]
        : []),
      ...(isMarked ? [] : markProperties(look, numberOf(mark, SPRM.deleted) === 1)),
    ];
    return {
      depth,
      isCellEnd,
      isRowEnd,
      cells: own.get(SPRM.cells),
      element: element('w:p', {}, element('w:pPr', {}, ...properties), ...this.#runs(from, end, style)),
    };
  }

  /** Properties that had no room beside their paragraph (2.9.113). */
  #withHuge(own: Properties): Properties {
    const at = numberOf(own, SPRM.huge) ?? numberOf(own, SPRM.tableElsewhere);
    const { data } = this.#file;
    if (at === undefined || at + 2 > data.byteLength) return own;
    return new Map([...own, ...propertiesAt(data, at + 2, at + 2 + data.getUint16(at, true))]);
  }

  #properties(at: number): Properties {
    return this.#characters.of(this.#characters.at(this.#text.placeOf(at)));
  }

  #runs(from: number, end: number, style: number): XmlElement[] {
    const runs: XmlElement[] = [];
    for (let at = from; at < end; ) {
      const stretch = this.#characters.at(this.#text.placeOf(at));
      const begin = at;
      do at++;
      while (at < end && this.#characters.at(this.#text.placeOf(at)) === stretch);
      const said = this.#characters.of(stretch);
      const look = this.#look(said, style, PLAIN);
      const inside = this.#shown(begin, at, said);
      if (inside.length === 0) continue;
      const run = element('w:r', {}, ...lookProperties(look), ...inside);
      const isDeleted = numberOf(said, SPRM.deleted) === 1;
      this.isChanged ||= isDeleted || numberOf(said, SPRM.inserted) === 1;
      runs.push(isDeleted ? element('w:del', {}, run) : run);
    }
    return runs;
  }

  /** What characters of one look are in Word’s elements. */
  #shown(from: number, to: number, said: Properties): XmlElement[] {
    const all: XmlElement[] = [];
    let plain = '';
    const flush = () => {
      if (this.#fields.at(-1)?.isAnswered === false) {
        if (plain !== '') all.push({ name: 'w:instrText', attributes: {}, children: [], text: plain });
      } else all.push(...textElements(plain));
      plain = '';
    };
    const put = (...elements: XmlElement[]) => {
      flush();
      all.push(...elements);
    };
    for (let at = from; at < to; at++) {
      const char = this.#text.text[at] as string;
      if (char === CHAR.fieldBegins) {
        const instruction = this.#text.text.slice(at + 1, at + 100);
        put(field('begin'));
        this.#fields.push({ instruction, isAnswered: false });
        if (FORM.test(instruction)) plain = '_';
      } else if (char === CHAR.fieldParts) {
        const last = this.#fields.at(-1);
        // The answer of a form stands elsewhere, and an empty result is none of it.
        const isUnsaid = last && FORM.test(last.instruction) && this.#text.text[at + 1] === CHAR.fieldEnds;
        if (isUnsaid) continue;
        put(field('separate'));
        if (last) last.isAnswered = true;
      } else if (char === CHAR.fieldEnds) {
        flush();
        this.#fields.pop();
        all.push(field('end'));
      } else if (char === CHAR.picture) put(...this.#drawn(said));
      else if (char === CHAR.hyphen) put(element('w:noBreakHyphen', {}));
      else if (char === CHAR.softHyphen) put(element('w:softHyphen', {}));
      else if (char === CHAR.symbol && said.has(SPRM.symbol)) put(this.#symbol(said));
      else if (char === CHAR.line || char === CHAR.column) plain += '\n';
      else if (char >= ' ' || char === '\t') plain += char;
    }
    flush();
    return all;
  }

  /** A picture in the line, or how a file looks that is embedded. */
  #drawn(said: Properties): XmlElement[] {
    const last = this.#fields.at(-1);
    if (numberOf(said, SPRM.special) !== 1 || last?.isAnswered === false) return [];
    const [, program] = (last && EMBEDDED.exec(last.instruction)) || [];
    return [program === undefined ? element('pic:pic', {}) : element('o:OLEObject', { ProgID: program })];
  }

  #symbol(said: Properties): XmlElement {
    const value = numberOf(said, SPRM.symbol) ?? 0;
    const font = this.#fonts[value & 0xffff] ?? '';
    return element('w:sym', { 'w:font': font, 'w:char': (value >>> 16).toString(16).padStart(4, '0') });
  }

  /** What is said of characters themselves counts before their style, and that before the paragraph’s. */
  #look(said: Properties, style: number, plain: RunLook): RunLook {
    const styles = [numberOf(said, SPRM.style), style].flatMap((each) =>
      each === undefined ? [] : this.#styles.from(each).map(({ characters }) => characters),
    );
    const ofStyle = (name: number) =>
      styles.map((each) => numberOf(each, name)).find((each) => each !== undefined) === 1;
    const isOn = (name: number) => {
      const own = numberOf(said, name);
      if (own === undefined || own === AS_STYLE) return ofStyle(name);
      return own === NOT_AS_STYLE ? !ofStyle(name) : own === 1;
    };
    const script = numberOf(said, SPRM.script);
    const font = [said, ...styles]
      .map((each) => numberOf(each, SPRM.font))
      .find((each) => each !== undefined);
    return {
      isHidden: isOn(SPRM.hidden),
      isStruck: isOn(SPRM.struck) || isOn(SPRM.doublyStruck),
      script: script === 1 ? 'raised' : script === 2 ? 'lowered' : plain.script,
      signs: signFont(this.#fonts[font ?? -1] ?? ''),
      looks: this.#looks([said, ...styles], isOn),
    };
  }

  /** What else a legend may speak of; what is said first counts. */
  #looks(said: readonly Properties[], isOn: (name: number) => boolean): Look[] {
    const first = (name: number) =>
      said.map((each) => numberOf(each, name)).find((each) => each !== undefined) ?? 0;
    const colour = first(SPRM.colour);
    const parts = [colour, colour >> 8, colour >> 16].map((part) =>
      (part & 0xff).toString(16).padStart(2, '0'),
    );
    const hue = colour === 0 ? HUES_OF_16[first(SPRM.colourOf16)] : hueOf(parts.join(''));
    return [
      ...(isOn(SPRM.bold) ? ['bold' as const] : []),
      ...(isHeiti(this.#fonts[first(SPRM.eastFont)] ?? '') ? ['heiti' as const] : []),
      ...(isOn(SPRM.italic) ? ['italic' as const] : []),
      ...(first(SPRM.underline) === 0 ? [] : ['underlined' as const]),
      ...(first(SPRM.highlight) === 0 ? [] : ['shaded' as const]),
      ...(hue ? [hue] : []),
    ];
  }
}

/** The colours that have numbers (2.9.119), those of them that a legend speaks of. */
const HUES_OF_16: Readonly<Record<number, Look>> = {
  2: 'blue',
  4: 'green',
  6: 'red',
  9: 'blue',
  11: 'green',
  13: 'red',
};

/** What a toggle says that does as its style says, or the opposite (2.9.327). */
const AS_STYLE = 0x80;
const NOT_AS_STYLE = 0x81;

const field = (type: string) => element('w:fldChar', { 'w:fldCharType': type });

function markProperties({ isHidden }: RunLook, isDeleted: boolean): XmlElement[] {
  if (!isHidden && !isDeleted) return [];
  return [
    element(
      'w:rPr',
      {},
      ...(isHidden ? [property('w:vanish')] : []),
      ...(isDeleted ? [element('w:del', {})] : []),
    ),
  ];
}

/** The names of fonts, for the signs that only they know (2.9.286). */
function fontsOf({ table, part }: DocFile): string[] {
  const { at: start, length } = part('fonts');
  const names: string[] = [];
  for (let at = start + 4; length > 4 && at < start + length; ) {
    const size = table.getUint8(at) + 1;
    const chars = Array.from({ length: Math.max(0, (size - 40) >> 1) }, (_, i) =>
      wideAt(table, at + 40 + 2 * i, 1),
    );
    names.push(chars.join('').split('\0')[0] ?? '');
    at += size;
  }
  return names;
}
