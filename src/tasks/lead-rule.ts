import type { Notice } from '../model/notice.js';

/** 责任单位中排第一位的为牵头单位. */
const RULE = /[^。；\n（(]*(?:第一|首)[位个名]?[^。；\n]*牵头[^。；\n）)]*/;

/**
 * The sentence in which a notice says that of the units responsible the first leads, if it says so.
 * Only then may an order be read as a lead.
 */
export function leadRuleOf({ letterhead, preamble, chapters, tables }: Notice): string | undefined {
  const passages = [
    ...letterhead.letter,
    ...preamble,
    ...chapters.flatMap((chapter) => [
      ...chapter.passages,
      ...chapter.measures.flatMap((measure) => measure.passages),
    ]),
    ...tables.flatMap(({ heading, notes }) => [...heading, ...notes]),
  ];
  const texts = [
    ...passages.map(({ text }) => text),
    ...tables.flatMap(({ columns }) => columns.map(({ header }) => header)),
  ];
  for (const text of texts) {
    const found = RULE.exec(text)?.[0];
    if (found && /责任|落实|单位|部门/.test(found)) return found.trim();
  }
  return undefined;
}
