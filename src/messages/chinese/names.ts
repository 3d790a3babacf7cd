import type { Reference } from '../../model/codes/kind.js';
import type { Place } from '../../model/place.js';

/** Names that a wrong one may have been meant for; nothing where there are none. */
export function suggest(nearest: readonly string[]): string {
  return nearest.length > 0 ? `是不是：${nearest.join('、')}？` : '';
}

/** What is wrong with a stored record: a field of it, '' for the whole, or null where it is no whole JSON. */
export function fieldWords(field: string | null): string {
  return field === null ? '不是完整的 JSON' : `${field || '内容'} 不对`;
}

/** A task or measure as a message calls it: 表四第35行“抓好应急指挥部和队伍建设”, 正文（一）. */
export function nameWords(reference: Reference): string {
  const where = rowWords(reference);
  if (reference.kind === 'measure') return where;
  const { name } = reference;
  return `${where}${/^[“《]/.test(name) ? name : `“${name}”`}`;
}

/** Where a task or measure stands, in words: 表四第35行, 正文1.; a table without number goes by its name. */
export function rowWords(reference: Reference): string {
  const { kind, number } = reference;
  if (kind !== 'row') return `正文${number}`;
  const { tableNumber, table } = reference;
  return `${tableNumber ? `表${tableNumber}` : table}${number === '' ? '' : `第${number}行`}`;
}

/** Where else something stands, in brackets; nothing where it stands nowhere. */
export function elsewhere(at: Place | null): string {
  if (at === null) return '';
  if ('line' in at) return `（第${at.line}行）`;
  if ('paragraph' in at) return `（第${at.paragraph}段）`;
  if ('page' in at) return `（第${at.page}页）`;
  return 'table' in at ? `（表${at.table}第${at.row ?? 1}行）` : '';
}
