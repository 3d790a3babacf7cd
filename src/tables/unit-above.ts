import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { comparable } from '../words/columns.js';
import { LIST_NUMBER } from '../words/numerals.js';
import { WHO_LABEL } from '../words/role-words.js';
import { shapeOf } from '../words/shapes.js';
import { namesUnits } from './content.js';

/** 填报人： behind it in the same line. */
const ANOTHER_LABEL = '[\\p{Script=Han}]{2,8}[：:]';
/** 责任单位：县商务局 */
const LABELLED = new RegExp(
  `^\\s*(?:${WHO_LABEL}|单位名称|单位)[：:]\\s*(?<unit>[^：:\\s]+(?:\\s+[^：:\\s]+)*?)(?:\\s+${ANOTHER_LABEL}.*)?\\s*$`,
  'du',
);
/** 综合组工作安排（牵头单位：市统计局） */
const BRACKETED = new RegExp(
  `[（(]\\s*(?:${WHO_LABEL})[：:]\\s*(?<unit>[^（）()：:\\s]{2,30})\\s*[）)]\\s*$`,
  'd',
);
const BEFORE = `(?:(?:${LIST_NUMBER}|附件\\d*[：:]?)\\s*)?`;
const KIND = '(?:\\d{4}年度?|年度|重点|主要|工作|任务|目标|责任|整改|问题|改革|事项|项目|督查|分解)*';
const LIST = '(?:清单|台账|一览表|分解表|任务书|责任书|任务表|责任表|表|任务|工作)';
/** 县水利局任务清单, 一、县林业局（5项） */
const TITLED = new RegExp(
  `^\\s*${BEFORE}(?<unit>(?!\\s)[^（(，。；：:]{3,30}?)(?:的?${KIND}${LIST})?(?:\\s*[（(][^（）()]{0,20}[）)])?\\s*$`,
  'd',
);

/**
 * The unit whose tasks a table holds, as the line above it or its own title says: 县水利局任务清单, 责任单位：县商务局.
 * Of several lines the nearest counts.
 */
export function unitAbove(above: readonly Passage[], lines: LineStarts): Passage | undefined {
  for (const [i, line] of Array.from(above.entries()).toReversed().slice(0, 3)) {
    // The signature of the letter above.
    if (shapeOf(above[i + 1]?.text ?? '') === 'date') continue;
    for (const pattern of [BRACKETED, LABELLED, TITLED]) {
      const found = pattern.exec(line.text)?.indices?.groups?.['unit'];
      if (!found) continue;
      const unit = slicePassage(line, found[0], found[1], lines);
      if (namesUnits(comparable(unit.text))) return unit;
    }
  }
  return undefined;
}
