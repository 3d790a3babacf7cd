/** Places, and where a source's lines start, stand on one line each. A line break is never inside a text of JSON. */
const ON_ONE_LINE = /\{\n *"file": [^{}]*\}|"lines": \[[\s\d,]*\]/g;

/** A record as JSON for files: two blanks' indent, and what is a line to a person on one line. */
export function printed(record: unknown): string {
  return JSON.stringify(record, null, 2).replace(ON_ONE_LINE, (each) => each.replace(/\n */g, ' '));
}
