import type { GridRow } from '../model/notice.js';
import { particularOf } from '../words/documents.js';

/** A site prints no more of a notice than so many rows. */
const MOST_ROWS = 16;
/** Labels that no table of tasks has. */
const LEAST_LABELS = 2;

/**
 * Whether a table holds what a site says of the notice: 索引号｜…｜发文字号｜…, with the labels beside their values, in
 * the same cell with a colon, or in a row above them.
 */
export function isOfParticulars(grid: readonly GridRow[]): boolean {
  if (grid.length > MOST_ROWS) return false;
  const own = grid.map(({ cells }) => cells.filter(({ above }) => !above).map(({ passage }) => passage.text));
  const kinds = (texts: readonly string[]) =>
    texts.map((text) => particularOf(text.split(/[：:]/, 1)[0] ?? ''));
  const all = own.flatMap(kinds);
  if (all.filter((kind) => kind === 'own').length < LEAST_LABELS) return false;
  const [first = [], ...others] = own;
  const isRowOfLabels = others.length === 1 && kinds(first).every((kind) => kind !== undefined);
  return (
    isRowOfLabels ||
    own.every((texts) => {
      const labelled = kinds(texts).filter((kind) => kind !== undefined).length;
      return (
        labelled * 2 >= texts.filter((text) => text.trim() !== '').length || labelled * 2 >= texts.length
      );
    })
  );
}
