import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Cell, Document, Noise, Paragraph, Table } from '../model/document.js';
import type { ShownSpan } from '../model/look.js';
import { type Passage, spansOf } from '../model/passage.js';
import { lastAtOrBefore, type NoiseKind, type Place, type Span } from '../model/place.js';
import { Characters } from './characters.js';
import { linesOf } from './lines.js';
import { looksIn } from './looks.js';
import { cutLine, passageOf } from './passage.js';

/** A cell as a format with markup tells it; its text's lines parted by `\n`. */
export interface FlowCell {
  readonly text: string;
  /** `null` where the format does not tell. */
  readonly rowSpan: number | null;
  readonly colSpan: number | null;
  /** Its address in a workbook: B7. */
  readonly address?: string;
  /** Whether a table inside the cell is part of the text. */
  readonly nested?: true;
  readonly beside?: readonly Beside[];
}

/** Why text was set aside that people can see in the file: it is told. */
type AsideReason = 'struck' | 'hidden';

/** What stands somewhere in the file and is no text of the notice. */
export type Beside =
  | { readonly kind: 'noise'; readonly noise: NoiseKind; readonly text: string; readonly why?: AsideReason }
  /** Text that the format holds and no paragraph or cell has: it stays unclaimed, and so is told. */
  | { readonly kind: 'lost'; readonly text: string }
  /** Something that is told once it is known where it stands. */
  | { readonly kind: 'told'; readonly tell: (at: Place, holder: Holder) => Diagnostic };

/** The paragraph or cell that something stands in. */
interface Holder {
  readonly text: string;
  /** Its beginning, or that of the text before it. */
  readonly near: string;
}

/** A row of a table that is printed, from 1 each. */
interface PrintedRow {
  readonly page: number;
  readonly table: number;
  readonly row: number;
}

/** What a reader of a format with markup finds, in reading order; text that has no lines to point at. */
export type Flow =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** Its number is not in the source: the format makes it when it is shown. */
      readonly numbered?: true;
      /** The cell of a workbook that it stands in, or the line of a page that it begins with. */
      readonly of?:
        | { readonly sheet: string; readonly address: string }
        | { readonly page: number; readonly row: number };
      readonly beside?: readonly Beside[];
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly FlowCell[])[];
      /** The worksheet that it stands in. */
      readonly sheet?: string;
      /** Which of the file's rows each is, from 1, where some are left out. */
      readonly numbers?: readonly number[];
      /** Where each row is printed: on which page, in which table of that, as which row of it. */
      readonly printed?: readonly PrintedRow[];
    }
  /** A table whose cells nobody can tell apart: its lines, and why. */
  | {
      readonly kind: 'unread';
      readonly lines: readonly {
        readonly text: string;
        readonly of: { readonly page: number; readonly row: number };
      }[];
      readonly why: Diagnostic;
    }
  /** A paragraph without text; what stands in it has the place of what comes before. */
  | { readonly kind: 'blank'; readonly beside: readonly Beside[] }
  /** What belongs to no paragraph, or is a whole one that is set aside and counts as one. */
  | (Exclude<Beside, { readonly kind: 'told' }> & { readonly isParagraph?: true });

/** A Document and what was noticed on the way. */
export interface ReadDocument {
  readonly value: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts a flow together into a Document. Its text is what the flow says, a paragraph or cell after the
 * other, and places name the paragraph (段12) or the cell (表3/行1/列4), counted from 1.
 */
export function documentOf(name: string, flow: readonly Flow[]): ReadDocument {
  const writer = new Writer(name);
  const diagnostics: Diagnostic[] = [];
  const blocks: (Paragraph | Table)[] = [];
  const numbered = flow.filter((item) => item.kind === 'paragraph' && item.numbered).length;
  if (numbered > 0) diagnostics.push(diagnose('numbering-rebuilt', { count: numbered }, name));
  let paragraphs = 0;
  let tables = 0;
  let last: Passage = { text: '', at: { file: name, unread: true } };
  /** What is set aside and what is lost, with its place: they come behind all text. */
  const lost: Passage[] = [];
  const aside: Extract<Beside, { kind: 'noise' }>[] = [];
  const hold = (beside: readonly Beside[] | undefined, { text, at }: Passage, near = text) => {
    const place: Place = 'unread' in at ? { file: name } : at;
    for (const each of beside ?? []) {
      if (each.kind === 'told') diagnostics.push(each.tell(place, { text, near: beginning(near) }));
      else if (each.kind === 'lost') lost.push({ text: each.text, at });
      else {
        aside.push(each);
        if (each.why !== undefined)
          diagnostics.push(diagnose(`words-${each.why}`, { text: each.text }, place));
      }
    }
  };
  for (const item of flow) {
    if (item.kind === 'paragraph') {
      paragraphs++;
      const at = item.of ? { file: name, ...item.of } : { file: name, paragraph: paragraphs };
      const passage = writer.write(item.text, at);
      if (passage.text !== '') blocks.push({ kind: 'paragraph', passage });
      last = { text: passage.text, at };
      hold(item.beside, last);
    } else if (item.kind === 'unread') {
      const rows = item.lines.map(({ text, of }) => {
        const passage = writer.write(text, { file: name, ...of });
        return { at: passage.at, cells: [{ passage, rowSpan: null, colSpan: null }] };
      });
      const [{ at } = { at: { file: name } }] = rows;
      blocks.push({ kind: 'table', rows, at, doubt: item.why });
      last = { text: item.lines[0]?.text ?? '', at };
    } else if (item.kind === 'blank') {
      hold(item.beside, { text: '', at: last.at }, last.text);
    } else if (item.kind === 'noise') {
      if (item.isParagraph) paragraphs++;
      writer.writeNoise(item.noise, item.text);
    } else if (item.kind === 'lost') {
      lost.push({ text: item.text, at: { file: name, unread: true } });
    } else {
      const place = placeOfTable(name, item, () => ++tables);
      const columns = columnsOf(item.rows);
      const rows = item.rows.map((cells, i) => {
        const { row: number, ...home } = item.printed?.[i] ?? { row: item.numbers?.[i] ?? i + 1 };
        const table = { ...place, ...home };
        const written = cells.map(({ text, rowSpan, colSpan, nested, address, beside }, j): Cell => {
          const at = placeOfCell(table, number, columns[i]?.[j], address);
          const passage = writer.write(text, at);
          hold(beside, { text: passage.text, at });
          if (nested) diagnostics.push(diagnose('nested-table', undefined, passage.at));
          return { passage, rowSpan, colSpan };
        });
        const at = placeOfCell(table, number, undefined, cells[0]?.address);
        return { at: { ...at, spans: written.flatMap((cell) => spansOf(cell.passage)) }, cells: written };
      });
      blocks.push({ kind: 'table', rows, at: place });
      last = { text: item.rows[0]?.map(({ text }) => text).join('、') ?? '', at: place };
    }
  }
  for (const { text, at } of lost) writer.write(text, at);
  for (const each of aside) writer.writeNoise(each.noise, each.text);
  const { text, noise, shown, placeOf } = writer;
  const value: Document = { name, text, lines: null, blocks, noise, shown, placeOf };
  return { value, diagnostics: [...diagnostics, ...notesOf(value), ...writer.characters.toldOf(value)] };
}

/** What is told of notes below the text: people read them, and no task comes of them. */
function notesOf({ name, noise }: Document): Diagnostic[] {
  const notes = noise.filter(({ kind }) => kind === 'footnote').map(({ passage }) => passage.text.trim());
  return notes.length === 0
    ? []
    : [diagnose('notes-aside', { count: notes.length, text: notes.join('；') }, name)];
}

type TablePlace =
  | { readonly file: string; readonly table: number }
  | { readonly file: string; readonly page: number; readonly table: number }
  | { readonly file: string; readonly sheet: string };

function placeOfTable(
  file: string,
  { sheet, printed }: Extract<Flow, { kind: 'table' }>,
  next: () => number,
): TablePlace {
  if (sheet !== undefined) return { file, sheet };
  const [first] = printed ?? [];
  return first ? { file, page: first.page, table: first.table } : { file, table: next() };
}

/** A cell is called as people see it: by its address in a workbook, else by its row and column; a row has no column. */
function placeOfCell(table: TablePlace, row: number, cell: number | undefined, address?: string): Place {
  if ('sheet' in table) return { ...table, ...(address !== undefined && { address }) };
  return { ...table, row, ...(cell !== undefined && { cell }) };
}

/** In which column of the table each cell begins, from 1; a cell from a row above takes the columns that it reaches. */
function columnsOf(rows: readonly (readonly FlowCell[])[]): number[][] {
  /** For each column, how many of the rows to come are taken. */
  const taken: number[] = [];
  return rows.map((cells) => {
    let column = 0;
    const fresh: { readonly from: number; readonly to: number; readonly rows: number }[] = [];
    const columns = cells.map(({ rowSpan, colSpan }) => {
      while ((taken[column] ?? 0) > 0) column++;
      const from = column;
      column = Math.min(column + (colSpan ?? 1), MOST_COLUMNS);
      fresh.push({ from, to: column, rows: rowSpan ?? 1 });
      return from + 1;
    });
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
    for (const { from, to, rows: down } of fresh) for (let i = from; i < to; i++) taken[i] = down - 1;
    return columns;
  });
}

/** No table has more columns; what a row claims beyond them counts no more. */
const MOST_COLUMNS = 1000;

/** The texts of a flow: paragraphs, and rows of tables. */
export function textsOfFlow(flow: readonly Flow[]): string[] {
  return flow.flatMap((item) => {
    if (item.kind === 'blank') return [];
    if (item.kind === 'unread') return item.lines.map(({ text }) => text);
    return item.kind === 'table'
      ? item.rows.map((row) => row.map(({ text }) => text).join('　'))
      : [item.text];
  });
}

/** What stands beside the text of a flow's paragraphs and cells. */
export function besideIn(flow: readonly Flow[]): readonly Beside[] {
  const all: Beside[] = [];
  for (const item of flow) {
    if (item.kind === 'table') for (const cell of item.rows.flat()) all.push(...(cell.beside ?? NOTHING));
    else if (item.kind === 'paragraph' || item.kind === 'blank') all.push(...(item.beside ?? NOTHING));
  }
  return all;
}

const NOTHING: readonly Beside[] = [];

/** So much of a text that a person finds it. */
function beginning(text: string): string {
  return text.replace(/\s/g, '').slice(0, 20);
}

/** Text while it is being written, and where its parts are. */
class Writer {
  readonly #parts: string[] = [];
  readonly noise: Noise[] = [];
  readonly shown: ShownSpan[] = [];
  readonly characters = new Characters();
  readonly #starts: number[] = [];
  readonly #places: Place[] = [];
  #length = 0;

  constructor(readonly name: string) {}

  get text(): string {
    return this.#parts.join('');
  }

  write(printed: string, at: Place): Passage {
    const { text: plain, shown } = looksIn(printed);
    const text = this.characters.read(plain);
    const shift = this.#append(text, at);
    for (const { look, span } of shown) this.shown.push({ look, span: shift(span) });
    const lines = linesOf(text).map((line) => cutLine(text, line));
    for (const { kind, span } of lines.flatMap(({ noise }) => noise)) {
      this.noise.push({ kind, passage: { text: text.slice(...span), at: { ...at, spans: [shift(span)] } } });
    }
    const passage = passageOf(text, lines, at);
    return { text: passage.text, at: { ...at, spans: spansOf(passage).map(shift) } };
  }

  writeNoise(kind: NoiseKind, printed: string): void {
    if (printed.trim() === '') return;
    const text = this.characters.read(looksIn(printed).text);
    const at: Place = { file: this.name, beside: kind };
    const shift = this.#append(text, at);
    this.noise.push({
      kind,
      passage: { text: text.trim(), at: { ...at, spans: [shift([0, text.length])] } },
    });
  }

  /** Adds a text, and gives what turns its own spans into spans of the whole. */
  #append(text: string, at: Place): (span: Span) => Span {
    const base = this.#length;
    this.#starts.push(base);
    this.#places.push(at);
    this.#parts.push(text, '\n');
    this.#length += text.length + 1;
    return ([start, end]) => [base + start, base + end];
  }

  placeOf = (span: Span): Place => {
    const at = this.#places[lastAtOrBefore(this.#starts, span[0])] ?? { file: this.name };
    return { ...at, spans: [span] };
  };
}
