import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document, Noise, Paragraph, Row, Table } from '../model/document.js';
import { spansOf } from '../model/passage.js';
import { lineAt, type NoiseKind, type Span } from '../model/place.js';
import type { Result } from '../model/result.js';
import { Characters } from './characters.js';
import type { Flow } from './flow.js';
import { aligned } from './layouts/aligned.js';
import { barRows } from './layouts/bar-rows.js';
import { blankRows } from './layouts/blank-rows.js';
import { cellLines } from './layouts/cell-lines.js';
import { commaRows, commasBesideTitles } from './layouts/comma-rows.js';
import { dashed } from './layouts/dashed.js';
import { grid } from './layouts/grid.js';
import { type Layout, lineText, type Source, type TextTable, type Unreadable } from './layouts/layout.js';
import { loneCells } from './layouts/lone-cells.js';
import { pipes } from './layouts/pipes.js';
import { hasTabRows, tabRows } from './layouts/tab-rows.js';
import { linesOf } from './lines.js';
import { markdown, shownIn, toldAside, withoutComments } from './markdown.js';
import { cutLine, passageOf, type SiftedLine } from './passage.js';
import { wrapsIn } from './wrapped.js';

/**
 * Reads plain text and Markdown: tables in the layouts that tell cells apart, any other line a
 * paragraph. Which cells are merged no layout tells.
 *
 * @param printed the decoded text, without a byte order mark
 * @param name the file's name, for places
 * @returns the Document; a table that cannot be read without guessing is kept as its lines
 */
export async function readText(printed: string, name: string): Promise<Result<Document>> {
  const characters = new Characters();
  const whole = characters.read(printed);
  const lines = linesOf(whole);
  const asides = markdown({ text: whole, lines });
  const text = asides ? withoutComments(whole) : whole;
  const source: Source = { text, lines };
  const lineStarts = source.lines.map(([start]) => start);
  const placeOf = (span: Span) => lineAt(name, lineStarts, [span]);
  const at = (offset: number) => lineAt(name, lineStarts, [[offset, offset]]);
  const layouts = layoutsOf(source);
  if (/<table[\s>]/i.test(text)) layouts.unshift((await import('./layouts/html-table.js')).htmlTable);
  const marks = asides ?? commasBesideTitles(source);
  const told: Diagnostic[] = [];
  let wraps = 0;
  const blocks: (Paragraph | Table)[] = [];
  const noise: Noise[] = [];

  const setAside = (kind: NoiseKind, span: Span) => {
    if (text.slice(...span).trim() === '') return;
    noise.push({ kind, passage: { text: whole.slice(...span).trim(), at: placeOf(span) } });
  };
  const mayBeSpaced = MAY_BE_SPACED.test(text);
  const cut = (span: Span, own?: RegExp): SiftedLine => {
    const line = cutLine(
      text,
      span,
      own ?? marks ?? (mayBeSpaced && isSpaced(text.slice(...span)) ? SPACING : undefined),
    );
    for (const { kind, span } of line.noise) setAside(kind, span);
    return line;
  };
  const paragraph = (line: SiftedLine) => {
    const [first] = line.printed;
    const passage = passageOf(text, [line], at(first?.[0] ?? line.noise[0]?.span[0] ?? 0));
    if (first) blocks.push({ kind: 'paragraph', passage });
    if (asides) told.push(...toldAside(text, [line], passage, false));
  };
  const table = ({ rows, markup }: TextTable) => {
    for (const span of markup) setAside('markup', span);
    const read = rows.map((cells): Row => {
      const placed = cells.map(({ lines: spans, goesOn, rowSpan = null, colSpan = null, marks: own }) => {
        const parts = joined(
          spans.map((span) => cut(span, own)),
          goesOn,
        );
        const first = parts.find(({ printed }) => printed.length > 0)?.printed[0]?.[0] ?? spans[0]?.[0] ?? 0;
        const passage = passageOf(text, parts, at(first));
        if (asides) told.push(...toldAside(text, parts, passage, true));
        return { passage, rowSpan, colSpan };
      });
      const spans = placed.flatMap(({ passage }) => spansOf(passage));
      return { at: { ...at(spans[0]?.[0] ?? cells[0]?.lines[0]?.[0] ?? 0), spans }, cells: placed };
    });
    // Lines that are merely indented make rows of one cell: those are paragraphs.
    if (read.some(({ cells }) => cells.length > 1)) {
      blocks.push({ kind: 'table', rows: read, at: read[0]?.at ?? at(0) });
    } else {
      for (const { passage } of read.flatMap(({ cells }) => cells)) {
        if (passage.text !== '') blocks.push({ kind: 'paragraph', passage });
      }
    }
  };

  /** A table of which nobody can tell the cells: its lines, and why. */
  const doubtful = (lines: readonly Span[], doubt: Diagnostic) => {
    const rows = lines.map((span): Row => {
      const line = cut(span);
      const passage = passageOf(text, [line], at(line.printed[0]?.[0] ?? span[0]));
      return { at: passage.at, cells: [{ passage, rowSpan: null, colSpan: null }] };
    });
    blocks.push({ kind: 'table', rows, at: rows[0]?.at ?? at(0), doubt });
  };

  for (const part of partsOf(source, layouts)) {
    if ('unreadable' in part) {
      doubtful(part.lines, diagnose(part.because, undefined, at(part.unreadable)));
    } else if ('rows' in part) table(part);
    else {
      wraps += part.lines.length - 1;
      paragraph(joinedLine(part.lines.map((span) => cut(span))));
    }
  }
  const shown = asides ? shownIn(whole) : [];
  const value: Document = { name, text: whole, lines: lineStarts, blocks, noise, shown, placeOf };
  if (wraps > 0) told.push(diagnose('lines-joined', { count: wraps }, name));
  return { value, diagnostics: [...characters.toldOf(value), ...told] };
}

/** A blank that text recognition puts between signs: 各 乡 镇 人 民 政 府 ： */
const SPACING = /(?<=[\p{Script=Han}，。、；：（）]) (?=[\p{Script=Han}，。、；：（）])/u;
const FEWEST_SPACED = 6;
const MAY_BE_SPACED = / \p{Script=Han} \p{Script=Han} /u;

/** Whether blanks stand between all signs of a line, and not only between names. */
function isSpaced(line: string): boolean {
  const parts = line.trim().split(' ');
  if (parts.length < FEWEST_SPACED || !parts.some((part) => /^[，。、；：]$/.test(part))) return false;
  return parts.filter((part) => part.length > 1).length * 5 <= parts.length;
}

function layoutsOf(source: Source): Layout[] {
  return [
    hasTabRows(source) ? tabRows : cellLines,
    pipes,
    grid,
    dashed,
    barRows,
    commaRows,
    aligned,
    blankRows,
    loneCells,
  ];
}

/** A part of a text: a table, a table that cannot be read without guessing, or the lines of a paragraph. */
type TextPart =
  | TextTable
  | (Unreadable & { readonly lines: readonly Span[] })
  | { readonly lines: readonly Span[] };

/** The tables of a text and the paragraphs around them, each with its lines. */
function* partsOf(source: Source, layouts: readonly Layout[]): Generator<TextPart> {
  const wraps = wrapsIn(source.lines.map((_, i) => lineText(source, i)));
  const tableAt = (line: number) => {
    for (const layout of layouts) {
      const found = layout(source, line);
      if (found) return found;
    }
    return undefined;
  };
  let open: Span[] = [];
  for (let line = 0; line < source.lines.length; ) {
    const found = tableAt(line);
    const end = Math.max(found?.end ?? 0, line + 1);
    if (!found) open.push(source.lines[line] as Span);
    if (open.length > 0 && (found || !wraps.has(line))) {
      yield { lines: open };
      open = [];
    }
    if (found && 'unreadable' in found) yield { ...found, lines: source.lines.slice(line, end) };
    else if (found) yield found;
    line = end;
  }
  if (open.length > 0) yield { lines: open };
}

/** Text inside a page that is shown as it was typed; its tables are those of plain text. */
export function textFlow(text: string): Flow[] {
  const source: Source = { text, lines: linesOf(text) };
  const flow: Flow[] = [];
  const paragraphs = (lines: readonly Span[]) => {
    for (const line of lines) flow.push({ kind: 'paragraph', text: text.slice(...line) });
  };
  for (const part of partsOf(source, layoutsOf(source))) {
    if ('unreadable' in part) {
      const { because, lines } = part;
      flow.push({
        kind: 'blank',
        beside: [{ kind: 'told', tell: (at) => diagnose(because, undefined, at) }],
      });
      paragraphs(lines);
    } else if (!('rows' in part)) {
      flow.push({ kind: 'paragraph', text: part.lines.map((span) => text.slice(...span).trim()).join('') });
    } else if (part.rows.some((cells) => cells.length > 1)) flow.push(...tableOf(text, part));
    else paragraphs(part.rows.flatMap((cells) => cells.flatMap(({ lines }) => lines)));
  }
  return flow;
}

function tableOf(text: string, { rows, markup }: TextTable): Flow[] {
  const cells = rows.map((row) =>
    row.map(({ lines, goesOn, rowSpan = null, colSpan = null }) => {
      let whole = '';
      for (const [i, line] of lines.entries()) {
        const own = text.slice(...line).trim();
        if (own !== '') whole += (whole === '' || goesOn?.has(i) ? '' : '\n') + own;
      }
      return { text: whole, rowSpan, colSpan };
    }),
  );
  const drawn = markup.map((span): Flow => ({ kind: 'noise', noise: 'markup', text: text.slice(...span) }));
  return [{ kind: 'table', rows: cells }, ...drawn];
}

/** The lines of a paragraph as one. */
function joinedLine(lines: readonly SiftedLine[]): SiftedLine {
  const [first] = lines;
  if (first && lines.length === 1) return first;
  return {
    printed: lines.flatMap(({ printed }) => printed),
    noise: lines.flatMap(({ noise }) => noise),
  };
}

/** Lines with those that go on put to the one before. */
function joined(
  lines: readonly SiftedLine[],
  goesOn: ReadonlySet<number> | undefined,
): readonly SiftedLine[] {
  if (!goesOn) return lines;
  const whole: SiftedLine[] = [];
  for (const [i, line] of lines.entries()) {
    const before = whole.at(-1);
    if (before && goesOn.has(i)) {
      whole[whole.length - 1] = {
        printed: [...before.printed, ...line.printed],
        noise: [...before.noise, ...line.noise],
      };
    } else whole.push(line);
  }
  return whole;
}
