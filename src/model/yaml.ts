import { LineCounter, parseDocument, visit } from 'yaml';
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
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
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
  const checked = form.safeParse(document.toJS() ?? {}, { error: zhCN().localeError });
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
