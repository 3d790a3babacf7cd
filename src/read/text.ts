import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document, Noise, Paragraph, Row, Table } from '../model/document.js';
import { spansOf } from '../model/passage.js';
import { lineAt, type NoiseKind, type Span } from '../model/place.js';
import type { Result } from '../model/result.js';
import { barRows } from './layouts/bar-rows.js';
import { cellLines } from './layouts/cell-lines.js';
import type { Layout, Source, TextTable } from './layouts/layout.js';
import { pipes } from './layouts/pipes.js';
import { dashed, grid } from './layouts/ruled.js';
import { hasTabRows, tabRows } from './layouts/tab-rows.js';
import { linesOf } from './lines.js';
import { markdown } from './markdown.js';
import { cutLine, type Line, passageOf } from './passage.js';

/**
 * Reads plain text and Markdown: tables in the layouts that tell cells apart, any other line a
 * paragraph. Which cells are merged no layout tells.
 *
 * @param text the decoded text, without a byte order mark
 * @param name the file's name, for places
 * @returns the Document; a table that cannot be read without guessing is kept as its lines
 */
export async function readText(text: string, name: string): Promise<Result<Document>> {
  const source: Source = { text, lines: linesOf(text) };
  const lineStarts = source.lines.map(([start]) => start);
  const placeOf = (span: Span) => lineAt(name, lineStarts, [span]);
  const at = (offset: number) => lineAt(name, lineStarts, [[offset, offset]]);
  const layouts: Layout[] = [hasTabRows(source) ? tabRows : cellLines, pipes, grid, dashed, barRows];
  if (/<table[\s>]/i.test(text)) layouts.unshift((await import('./layouts/html-table.js')).htmlTable);
  const marks = markdown(source);
  const blocks: (Paragraph | Table)[] = [];
  const noise: Noise[] = [];

  const setAside = (kind: NoiseKind, span: Span) => {
    if (text.slice(...span).trim() === '') return;
    noise.push({ kind, passage: { text: text.slice(...span).trim(), at: placeOf(span) } });
  };
  const cut = (span: Span, own?: RegExp): Line => {
    const line = cutLine(text, span, own ?? marks);
    for (const { kind, span } of line.noise) setAside(kind, span);
    return line;
  };
  const paragraph = (line: Line) => {
    const [first] = line.printed;
    if (first) blocks.push({ kind: 'paragraph', passage: passageOf(text, [line], at(first[0])) });
  };
  const table = ({ rows, markup }: TextTable) => {
    for (const span of markup) setAside('markup', span);
    const read = rows.map((cells): Row => {
      const placed = cells.map(({ lines: spans, goesOn, rowSpan = null, colSpan = null, marks: own }) => {
        const lines = joined(
          spans.map((span) => cut(span, own)),
          goesOn,
        );
        const first = lines.find(({ printed }) => printed.length > 0)?.printed[0]?.[0] ?? spans[0]?.[0] ?? 0;
        return { passage: passageOf(text, lines, at(first)), rowSpan, colSpan };
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
  const range = (from: number, to: number) => source.lines.slice(from, Math.max(to, from + 1));

  for (let line = 0; line < source.lines.length; ) {
    let found: ReturnType<Layout>;
    for (const layout of layouts) {
      found = layout(source, line);
      if (found) break;
    }
    if (found && 'unreadable' in found) {
      doubtful(range(line, found.end), diagnose(found.because, undefined, at(found.unreadable)));
    } else if (found) table(found);
    else paragraph(cut(source.lines[line] as Span));
    line = Math.max(found?.end ?? 0, line + 1);
  }
  return { value: { name, text, lines: lineStarts, blocks, noise, placeOf }, diagnostics: [] };
}

/** Lines with those that go on put to the one before. */
function joined(lines: readonly Line[], goesOn: ReadonlySet<number> | undefined): readonly Line[] {
  if (!goesOn) return lines;
  const whole: Line[] = [];
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
