// What a careful reader took from a composed notice, and how it is compared with what was read.
import type { Task } from '../../src/index.js';

export const plain = (text: string) => text.replace(/[\s/]/g, '').replaceAll('(', '（').replaceAll(')', '）');

/** Parts of a list of units; inside brackets a semicolon is the list's own. */
export function unitsIn(list: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const char of plain(list)) {
    if (char === '（') depth++;
    if (char === '）') depth--;
    if (char === ';' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char === ';' ? '、' : char;
  }
  return parts.filter((part) => part !== '').sort();
}

/** Whom assignments name, groups as they are printed. */
export function whoIn(assignments: Task['lead']): string[] {
  const names = assignments.flatMap((each) =>
    each.kind === 'named' ? each.unit : each.kind === 'group' ? each.text : [],
  );
  return Array.from(new Set(names.map(plain))).sort();
}
