// Fields of an item that numbers tell apart, as if each were an item: 1.整改目标：…  2.责任单位：…  3.整改时限：….
import { TIME_LABEL } from './calendar.js';
import { LIST_NUMBER } from './numerals.js';
import { PERSON_LABEL } from './people.js';
import { COLON } from './punctuation.js';
import { IS_TO, WHO_LABEL } from './role-words.js';

/** What is to be done, before a colon: 整改目标：, 工作内容：. */
export const AIM_LABEL = '(?:整改|工作|任务|目标|年度|具体|主要|重点)*(?:目标|措施|举措|要求|任务)';

/** What else a field of an item may be, where another says who or by when. */
const OTHER = `(?:${AIM_LABEL}|(?:整改|工作|任务|主要|具体|建设|活动|举办|举行|比赛)*(?:时间|地点|主题|形式|名称|规模|对象|范围|方式|项目|人数|经费|内容|标准|进展|成效|进度|情况|问题|表现|步骤|依据|成果))`;

/** What a field that says who or by when is called: 牵头单位, 完成时限, 责任领导. */
export const WHO_OR_WHEN = `(?:${WHO_LABEL}|${TIME_LABEL}|${PERSON_LABEL})`;

/** The number of such a field in a line with others: （2）牵头单位：. */
export const FIELD_NUMBER = `(?:${LIST_NUMBER})\\s*(?=[一-龥]{0,4}?${WHO_OR_WHEN}\\s*${COLON})`;

const NUMBER = `\\s*(?<number>${LIST_NUMBER})\\s*`;
/** One sentence: 牵头单位：县教育局。负责统筹。 is somebody's duty. */
const SAYS_WHO_OR_WHEN = new RegExp(
  `^${NUMBER}[一-龥]{0,4}?${WHO_OR_WHEN}\\s*${COLON}(?![^。]*${IS_TO}[一-龥]{2})[^。]+。?\\s*$`,
);
const SAYS_OTHER = new RegExp(`^${NUMBER}${OTHER}\\s*${COLON}`);

/**
 * How many characters before each of these paragraphs are a number of a field of the item above, 0 where it is
 * none: what stands with a label of who, by when or under whom, and what stands with another label beside it.
 */
export function fieldNumbers(paragraphs: readonly string[]): number[] {
  const isSure = paragraphs.map((text) => SAYS_WHO_OR_WHEN.test(text));
  const isOther = paragraphs.map((text) => SAYS_OTHER.test(text));
  const numbers = paragraphs.map(() => 0);
  let from = 0;
  while (from < paragraphs.length) {
    let to = from;
    while (isSure[to] || isOther[to]) to++;
    if (isSure.slice(from, to).some(Boolean))
      for (let i = from; i < to; i++) numbers[i] = numberEnd(paragraphs[i] as string);
    from = to + 1;
  }
  return numbers;
}

const AT_START = new RegExp(`^${NUMBER}`);

function numberEnd(text: string): number {
  return AT_START.exec(text)?.[0].length ?? 0;
}
