import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { Place } from './place.js';

/** A record read from YAML, or what is wrong with the file and where. */
export type FromYaml<T> =
  | { readonly value: T; readonly lastPlaceOf: (matches: (scalar: string) => boolean) => Place }
  | { readonly wrong: readonly { readonly detail: string; readonly at: Place }[] };

/**
 * Reads a record that people keep in a YAML file.
 *
 * @param text the file's text
 * @param file what to call the file in places
 * @param form what the record must look like
 * @returns the record, and a way to find where a text is written last; or every fault with its place
 */
export function fromYaml<T>(text: string, file: string, form: z.ZodType<T>): FromYaml<T> {
  const lines = new LineCounter();
  const document = documentIn(text, lines);
  if (!document) return { wrong: [{ detail: '括号套得太深', at: { file, line: 1, column: 1 } }] };
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  /** Where a value is, or, when it is missing, where it should be. */
  const offsetOf = (path: readonly PropertyKey[]): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents;
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    return range?.[0] ?? (path.length > 0 ? offsetOf(path.slice(0, -1)) : 0);
  };
  const [broken] = document.errors;
  if (broken) {
    return { wrong: [{ detail: 'YAML 的写法不对，请检查缩进、引号和括号', at: placeOf(broken.pos[0]) }] };
  }
  const written = valueIn(document);
  if (!written) {
    const detail = '用 * 引用别处的内容太多，或引用了它自己，请把内容照写一遍';
    return { wrong: [{ detail, at: placeOf(firstAlias(document)) }] };
  }
  const checked = form.safeParse(written.value ?? {}, { error: zhCN().localeError });
  if (!checked.success) {
    return {
      wrong: checked.error.issues.map(({ path, message }) => ({
        detail: [path.join('.'), message].filter(Boolean).join('：'),
        at: placeOf(offsetOf(path)),
      })),
    };
  }
  const lastPlaceOf = (matches: (scalar: string) => boolean): Place => {
    let offset = 0;
    visit(document, {
      Scalar: (_, { value, range }) => {
        if (typeof value === 'string' && matches(value)) offset = range?.[0] ?? offset;
      },
    });
    return placeOf(offset);
  };
  return { value: checked.data, lastPlaceOf };
}

/** A text's tree; none where it is nested deeper than there is room for. */
function documentIn(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What a tree stands for; nothing where a few lines stand for more than there is memory. */
function valueIn(document: Document.Parsed): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where something is first taken from elsewhere. */
function firstAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}
