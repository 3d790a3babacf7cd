import { CFB } from '@e965/xlsx';
import { bytesAt } from './bytes.js';

/** Where the beginning of the stream says where its parts are: pairs of place and length (MS-DOC 2.5.6). */
const PARTS_AT = 0x9a;
const PART = {
  styles: 1,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  text: 33,
  lists: 73,
  overrides: 74,
} as const;

/** How long the parts of the text are, in the order in which they follow each other (2.5.4). */
const LENGTHS = {
  body: 0x4c,
  footnotes: 0x50,
  margins: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
} as const;

/** Which of the two streams has the tables. */
const FLAGS_AT = 0x0a;
const TABLE_ONE = 0x0200;

export type Story = keyof typeof LENGTHS;

/** A Word 97 file: its streams, and where what is in them. */
export interface DocFile {
  readonly main: DataView;
  readonly table: DataView;
  readonly data: DataView;
  /** A part of the stream of tables. */
  part(name: keyof typeof PART): { readonly at: number; readonly length: number };
  /** Where a part of the text begins and ends, in characters. */
  story(name: Story): { readonly from: number; readonly to: number };
}

/** An OLE container ([MS-CFB]). */
export interface Container {
  /** The names of what stands at its top. */
  readonly streams: ReadonlySet<string>;
  /** Throws where the stream is cut off. */
  stream(name: string): DataView;
}

/** Opens an OLE container; throws where it is broken. */
export function openContainer(bytes: Uint8Array): Container {
  const container = CFB.read(bytes, { type: 'buffer' });
  const tops = container.FullPaths.map((path: string) => path.split('/')).filter(
    ([, name = '', inside = '']) => name !== '' && inside === '',
  );
  return {
    streams: new Set(tops.map(([, name = '']) => name)),
    stream: (name) => {
      const entry = CFB.find(container, `/${name}`);
      if (entry && entry.content.length < entry.size) throw new RangeError('a stream is cut off');
      return bytesAt(entry?.content);
    },
  };
}

/** Takes a Word 97 file apart; throws where it is none or broken. */
export function openDoc({ stream }: Container): DocFile {
  const main = stream('WordDocument');
  const table = stream((main.getUint16(FLAGS_AT, true) & TABLE_ONE) !== 0 ? '1Table' : '0Table');
  const lengths = Object.entries(LENGTHS).map(([name, at]) => [name, main.getUint32(at, true)] as const);
  return {
    main,
    table,
    data: stream('Data'),
    part: (name) => {
      const at = PARTS_AT + 8 * PART[name];
      return { at: main.getUint32(at, true), length: main.getUint32(at + 4, true) };
    },
    story: (name) => {
      const index = lengths.findIndex(([each]) => each === name);
      const from = lengths.slice(0, index).reduce((sum, [, length]) => sum + length, 0);
      return { from, to: from + (lengths[index]?.[1] ?? 0) };
    },
  };
}
