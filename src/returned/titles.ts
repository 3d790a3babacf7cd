import type { RawCell } from './table.js';

/** What the line above a unit's table calls it: 县财政局任务清单, 县财政局2026年任务清单. */
const TITLE = /^(.{2,40}?)(?:\d{4}年度?)?(?:重点)?任务清单$/u;

/** Whom the lines above a table name: 县财政局 of 县财政局任务清单. */
export function titlesIn(above: readonly (readonly RawCell[])[]): string[] {
  const texts = new Set(above.flatMap((cells) => cells.map(({ text }) => text.trim())));
  return Array.from(texts).flatMap((text) => TITLE.exec(text)?.[1] ?? []);
}
