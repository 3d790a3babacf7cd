import { type Diagnostic, messageOf, type Output, placeText, typedCount } from '../index.js';

/** How a run ended: what it wrote and took away, with what, and what it has to tell. */
interface Run {
  /** The paths of the files that were written. */
  readonly written: readonly string[];
  /** With `--check`: the files that would be written or taken away. */
  readonly stale?: readonly string[];
  readonly removed?: readonly { readonly name: string }[];
  readonly outputs?: readonly Output[];
  readonly told: readonly Diagnostic[];
}

/** The same for programs. */
export function runToJson({ written, stale, removed = [], outputs = [], told }: Run): string {
  const carried = outputs.flatMap(({ name, sheet, repeated = 0 }) => {
    const typed = sheet ? typedCount(sheet) - repeated : 0;
    return sheet && typed > 0 ? [{ name, unit: sheet.unit, typed }] : [];
  });
  return JSON.stringify(
    {
      schema: 'wulong-tasks/run@1',
      written,
      ...(stale && { stale }),
      removed: removed.map(({ name }) => name),
      carried,
      told: told.map((each) => ({
        severity: each.severity,
        code: each.code,
        ...(each.at !== undefined && { place: placeText(each.at) }),
        text: messageOf(each),
        args: each.args,
      })),
    },
    null,
    2,
  );
}
