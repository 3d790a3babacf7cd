import { readFileSync } from 'node:fs';

const lines = readFileSync(new URL('../seeds/wulong-2025-1.txt', import.meta.url), 'utf8').split('\n');
const HEADER = '\t序号';
const COLUMNS = 6;

/** The seed with as many rows as are wanted: those of each table again and again, their numbers going on. */
export function grown(rows) {
  const times = Math.ceil(rows / 121);
  const out = [];
  let from = 0;
  for (const start of lines.flatMap((line, i) => (line === HEADER ? [i] : []))) {
    const first = start + COLUMNS;
    let end = first;
    while (end < lines.length && !(lines[end - 1] === '' && /^[^\t]/.test(lines[end]))) end++;
    const body = lines.slice(first, end);
    out.push(...lines.slice(from, first));
    let number = 0;
    for (let i = 0; i < times; i++) {
      for (const [at, line] of body.entries()) {
        out.push(/^\t\d+$/.test(line) && (body[at - 1] ?? '') === '' ? `\t${++number}` : line);
      }
    }
    from = end;
  }
  return [...out, ...lines.slice(from)].join('\n');
}
