import type { ShownFile } from '../shown.js';

/** So many names are told. */
const NAMED = 5;

/** What came of files that were dropped: how many were read, and which of them are of no use. */
export function readWords(before: readonly ShownFile[], after: readonly ShownFile[]): string {
  const known = new Set(before.map(({ id }) => id));
  const added = after.filter(({ id }) => !known.has(id));
  if (added.length === 0) return '没有新的文件：放进来的已经在下面了，或不是要用的文件。';
  const idle = added.filter(({ use }) => use === 'unused').map(({ name }) => name);
  const read = added.length - idle.length;
  if (idle.length === 0) return `读好了 ${read} 个文件。`;
  const names = `${idle.slice(0, NAMED).join('、')}${idle.length > NAMED ? ` 等 ${idle.length} 个` : ''}`;
  const why = '为什么，见“放进来的文件”。';
  return read === 0 ? `没有一个能用：${names}。${why}` : `读好了 ${read} 个文件，没有用 ${names}。${why}`;
}
