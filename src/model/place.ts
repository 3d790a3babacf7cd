// What a place is stands in place-record.ts; what is done with one needs no checker of records.

import type { NoiseKind, Place, Span } from './place-record.js';

export type { NoiseKind, Place, Span } from './place-record.js';

/** The offsets at which a text's lines start, ascending; `null` where a form has no lines. */
export type LineStarts = readonly number[] | null;

/** The place of some stretches of a text with lines: where the first of them begins. */
export function lineAt(file: string, lines: readonly number[], spans: readonly Span[]): Place {
  const [start] = spans[0] ?? [0];
  const line = lastAtOrBefore(lines, start);
  return { file, line: line + 1, column: start - (lines[line] ?? 0) + 1, spans };
}

/** A part of a place: other stretches in the same paragraph or cell. */
export function placeOfPart(whole: Place, spans: readonly Span[], lines: LineStarts): Place {
  return lines !== null && spans.length > 0 ? lineAt(whole.file, lines, spans) : { ...whole, spans };
}

/** The index of the last of some ascending numbers that is not above `limit`; 0 where there is none. */
export function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * A place as people read it: notice.txt:152:2, notice.docx#段12, notice.docx#表3/行1/列4, notice.pdf#页2/行5,
 * notice.pdf#页2/表1/行3/列4, 某镇.xlsx#任务清单!A4.
 */
export function placeText(at: Place): string {
  if ('line' in at) return `${at.file}:${at.line}:${at.column}`;
  const within = withinFile(at);
  return within === '' ? at.file : `${at.file}#${within}`;
}

/** What is said of a place behind its file's name, where the file has no lines; '' for the file as a whole. */
export function withinFile(at: Place): string {
  if ('paragraph' in at) return `段${at.paragraph}`;
  if ('page' in at || 'table' in at) {
    const { page, table, row, cell } = { page: undefined, ...at };
    const steps = { 页: page, 表: table, 行: row, 列: cell };
    return Object.entries(steps)
      .flatMap(([step, count]) => (count === undefined ? [] : `${step}${count}`))
      .join('/');
  }
  if ('beside' in at) return NOISE_WORDS[at.beside];
  if ('unread' in at) return '未读出的文字';
  if ('sheet' in at) return at.address === undefined ? at.sheet : `${at.sheet}!${at.address}`;
  return 'record' in at ? `行${at.record}` : '';
}

const NOISE_WORDS: Readonly<Record<NoiseKind, string>> = {
  bookmark: '书签',
  invisible: '不可见字符',
  'page-chrome': '网页边栏',
  markup: '标记',
  'page-margin': '页眉页脚',
  footnote: '脚注',
  comment: '批注',
  deleted: '已删除的修订',
};
