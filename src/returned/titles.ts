import { isTitleOf, WORKSHEETS } from '../sheets/index.js';
import type { RawCell } from './raw-cell.js';

/** What the line above a unit's table calls it: 县财政局任务清单, 县财政局2026年任务清单, 县财政局待确认. */
const TITLE = /^(.{2,40}?)(?:\d{4}年度?)?(?:(?:重点)?任务清单|待确认)$/u;

/** Whom the lines above a table name: 县财政局 of 县财政局任务清单. */
export function titlesIn(above: readonly (readonly RawCell[])[]): string[] {
  const texts = new Set(above.flatMap((cells) => cells.map(({ text }) => text.trim())));
  return Array.from(texts).flatMap((text) => TITLE.exec(text)?.[1] ?? []);
}

/** The end of the line below the title: 应办 9 项：牵头 4，责任 5；已取消 2. */
export const COUNTED =
  /项(?:：[\p{Script=Han}、]+ ?\d+(?:，[\p{Script=Han}、]+ ?\d+)*)?(?:；\p{Script=Han}+ \d+)*$/u;
/** What begins that end, 须办 on older sheets, and what stands below the title of what is asked. */
const SUBTITLE = /｜\s*[应须]办 \d+ 项|^通知没有说清，还有 \d+ 项待确认。/u;
const NAMES = [WORKSHEETS.tasks, WORKSHEETS.open];

/**
 * The lines that the program itself prints above a table, wherever somebody has copied them to: a title is its own with the
 * line that it prints below, or by the name of the unit.
 *
 * @param unit whose table it is; `null` where nobody knows
 */
export function printedTitles(
  above: readonly (readonly RawCell[])[],
  unit: string | null,
): ReadonlySet<string> {
  const lines = above.map((cells) => cells.map(({ text }) => text.trim()).filter((text) => text !== ''));
  return new Set(
    lines.flatMap((texts, i) => {
      const hasSubtitle = lines[i + 1]?.some(isSubtitle);
      return texts.filter((text) => {
        const isTitle =
          unit === null ? hasSubtitle && NAMES.some((name) => text.endsWith(name)) : isTitleOf(unit, text);
        return isTitle || isSubtitle(text);
      });
    }),
  );
}

function isSubtitle(text: string): boolean {
  return SUBTITLE.test(text) && (COUNTED.test(text) || text.endsWith('。'));
}
