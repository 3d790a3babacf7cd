import type { ColumnRole } from './model/column-role.js';
import { diagnose } from './model/diagnose.js';
import type { Diagnostic } from './model/diagnostic.js';
import { sha256Of } from './model/digest.js';
import type { Registry } from './model/registry.js';
import { failed, type Result } from './model/result.js';
import type { TaskBook } from './model/taskbook.js';
import { readNotice } from './notice/index.js';
import { crossCheck as compare, readDocument } from './read/index.js';
import { buildTaskBook } from './tasks/index.js';
import { nearestNames } from './units/index.js';
import { comparable } from './words/columns.js';

export interface ParseOptions {
  readonly name?: string;
  readonly encoding?: string | undefined;
  readonly registry?: Registry | undefined;
  /** What columns hold, by their headers. */
  readonly columns?: Readonly<Record<string, ColumnRole>> | undefined;
  /** Whether a Word file (.docx) is read a second time with another reader, and compared. */
  readonly crossCheck?: boolean | undefined;
}

/** Reads a notice: all steps, and what they need. What it takes and gives, `parse.ts` says. */
export async function parsed(
  bytes: Uint8Array,
  { name, encoding, registry, columns, crossCheck }: ParseOptions & { readonly name: string },
): Promise<Result<TaskBook>> {
  const document = await readDocument(bytes, { name, encoding });
  if (document.value === undefined) return document;
  const compared = crossCheck ? await compare(bytes, document.value) : [];
  const said = settledBy({ ...registry?.columns, ...columns });
  const notice = readNotice(document.value, said.settled);
  if (notice.value === undefined) return failed(...notice.diagnostics, ...compared);
  const sha256 = sha256Of(bytes);
  const earlier = [...document.diagnostics, ...notice.diagnostics];
  const book = buildTaskBook(notice.value, { name, sha256 }, registry);
  // Why a table cannot be read says more than that there are no tasks.
  const told = earlier.some(({ code }) => code === 'table-no-header')
    ? book.diagnostics.filter(({ code }) => code !== 'no-tasks')
    : book.diagnostics;
  const diagnostics = [...earlier, ...told];
  const missing = Object.keys(columns ?? {}).filter((header) => !said.isMet(header));
  const all = [...diagnostics, ...compared, ...missing.map((header) => notMet(header, book.value, name))];
  return book.value === undefined
    ? failed(...all)
    : { value: { ...book.value, diagnostics }, diagnostics: all };
}

/** What a person has said of headers, and which of them a notice has; full and half width and blanks make no difference. */
function settledBy(columns: Readonly<Record<string, ColumnRole>>) {
  const known = new Map(Object.entries(columns).map(([header, role]) => [comparable(header), role]));
  const met = new Set<string>();
  return {
    settled: (header: string): ColumnRole | undefined => {
      const name = comparable(header);
      if (known.has(name)) met.add(name);
      return known.get(name);
    },
    isMet: (header: string): boolean => met.has(comparable(header)),
  };
}

/** A header that somebody has said something of, and no table has. */
function notMet(header: string, book: TaskBook | undefined, file: string): Diagnostic {
  const headers =
    book?.tables.flatMap(({ columns }) => columns.map((column) => comparable(column.header))) ?? [];
  const there = Array.from(new Set(headers)).filter((each) => each !== '');
  const near = nearestNames(header, there);
  return diagnose('column-not-found', { header, headers: near.length > 0 ? near : there }, file);
}
