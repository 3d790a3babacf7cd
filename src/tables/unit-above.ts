import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { comparable } from '../words/columns.js';
import { LIST_NUMBER, TABLE_NUMBER } from '../words/numerals.js';
import { TO_LEAD, WHO_LABEL } from '../words/role-words.js';
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
const LEADING = `[^（）()。；：:]{0,40}`;
/** 一、产业发展（市工信局牵头，市商务局配合） */
const BRACKETED_LEAD = new RegExp(
  `[（(]\\s*(?<unit>[^（）()。；：:\\s]{2,40}(?:${TO_LEAD})${LEADING})[）)]\\s*$`,
  'd',
);
const BEFORE = `(?:(?:${LIST_NUMBER}|附件\\d*[：:]?|${TABLE_NUMBER})\\s*)?(?:\\d{4}年度?)?`;
const KIND = '(?:\\d{4}年度?|年度|重点|主要|工作|任务|目标|责任|整改|问题|改革|事项|项目|督查|分解)*';
const LIST = '(?:清单|台账|一览表|分解表|任务书|责任书|任务表|责任表|表|任务|工作|事项)';
const AFTER = `(?:的?${KIND}${LIST})?(?:\\s*[（(][^（）()]{0,20}[）)])?\\s*$`;
/** 县水利局任务清单, 一、县林业局（5项）, 二、县民政局（牵头） */
const TITLED = new RegExp(
  `^\\s*${BEFORE}(?<unit>(?!\\s)[^（(，。；：:]{3,30}?(?:[（(](?:${TO_LEAD})(?:单位|部门)?[）)])?)${AFTER}`,
  'd',
);
/** 一、县水利局牵头，县林业局配合（5项） */
const TITLED_LEAD = new RegExp(
  `^\\s*${BEFORE}(?<unit>(?!\\s)[^（）()。；：:]{3,40}?(?:${TO_LEAD})${LEADING}?)${AFTER}`,
  'd',
);
/** 二、由县教育局牵头办理的建议（3件） */
const BEGUN = new RegExp(
  `^\\s*${BEFORE}(?<unit>(?!\\s)[^（）()，。；：:]{3,40}?(?:${TO_LEAD}))(?!单位|部门)[一-龥]{1,30}${AFTER}`,
  'd',
);
/** An office's ending behind which other words begin: no 委员, 办理, 干部. */
const OFFICE_END =
  '(?:局|厅|署|办公室|委员会|管委会|委(?!员|会|办)|办(?!公室|[理事学好公])|(?<!干)部(?![门分队])|[妇残文工侨科商]联(?!合))';
/** 县扶贫办脱贫攻坚任务清单: what the tasks are about stands between. */
const TITLED_OF = new RegExp(
  `^\\s*${BEFORE}(?<unit>(?:[省市州盟区县旗镇乡])[一-龥]{1,12}?${OFFICE_END})(?:\\d{4}年度?)?[一-龥]{2,16}(?:${LIST})(?:\\s*[（(][^（）()]{0,20}[）)])?\\s*$`,
  'd',
);
const BY_NAME = [BRACKETED_LEAD, TITLED, TITLED_LEAD, BEGUN];

const LEADS = new RegExp(TO_LEAD);
/** What these cannot be without; they are large, and most lines are the title of what stands below. */
const SIGNS = new Map([
  ...[BRACKETED, LABELLED].map((pattern) => [pattern, /[：:]/] as const),
  ...[BRACKETED_LEAD, TITLED_LEAD, BEGUN].map((pattern) => [pattern, LEADS] as const),
]);
/** 县政府: whoever sends the notice out; 某县2026年…清单: the tasks of the whole place. */
const WHOLE_PLACE = /^[省市州盟区县旗](?:人民政府|政府|委)$/;
const OF_PLACE = /^[^、]{1,6}(?:[省市州盟县旗]|(?<![新发园景范假])区)$/;

/**
 * The unit whose tasks a table holds, as the line above it or its own title says: 县水利局任务清单, 责任单位：县商务局.
 * Of several lines the nearest counts.
 */
export function unitAbove(above: readonly Passage[], lines: LineStarts): Passage | undefined {
  for (const [i, line] of Array.from(above.entries()).toReversed().slice(0, 3)) {
    // The signature of the letter above.
    if (shapeOf(above[i + 1]?.text ?? '') === 'date') continue;
    const unit = unitIn(line, [BRACKETED, LABELLED, ...BY_NAME, TITLED_OF], lines);
    if (unit) return unit;
  }
  return undefined;
}

/** Whether a title's words say that its unit leads: 县水利局牵头任务清单. */
export function isSaidToLead({ text }: Passage): boolean {
  return LEADS.test(text);
}

/** Endings of an office's name that end little else: no 老旧小区, 农贸市场. */
const OFFICE =
  /(?:局|厅|委|办|室|署|处|科|股|部|政府|[委工]会|[妇残文工侨科商]联|[法医察]院|中心|公司|集团|支?队|所|街道|[乡镇])(?:负责|承担|落实)?$/;

/**
 * The units that rows name which head parts of a table: 一、县水利局牵头（2项）. Those that are a name alone count where
 * all that say nothing else are, most of them names of offices: 一、县水利局（2项）, 二、县林业局（3项）.
 *
 * @param isOpen whether nothing else in the table says whose tasks they are
 */
export function sectionUnits(
  sections: readonly Passage[],
  isOpen: boolean,
  lines: LineStarts,
): ReadonlyMap<Passage, Passage> {
  const named = sections
    .filter(({ text }) => !SAYS_LABEL.test(text))
    .map((section) => ({ section, unit: unitIn(section, BY_NAME, lines) }));
  const others = named.filter(({ unit }) => !unit || !isSaidToLead(unit));
  const offices = others.filter(({ unit }) => unit && OFFICE.test(comparable(unit.text)));
  const isByUnit = isOpen && others.every(({ unit }) => unit) && offices.length * 3 >= others.length * 2;
  return new Map(
    named.flatMap(({ section, unit }) =>
      unit && (isByUnit || isSaidToLead(unit)) ? [[section, unit] as const] : [],
    ),
  );
}

const SAYS_LABEL = new RegExp(`${WHO_LABEL}[：:]`);

/** The unit that a line names in one of some ways. */
function unitIn(line: Passage, patterns: readonly RegExp[], lines: LineStarts): Passage | undefined {
  for (const pattern of patterns) {
    if (SIGNS.get(pattern)?.test(line.text) === false) continue;
    const found = pattern.exec(line.text)?.indices?.groups?.['unit'];
    if (!found) continue;
    const unit = slicePassage(line, found[0], found[1], lines);
    const name = comparable(unit.text);
    const isOfAll = WHOLE_PLACE.test(name) || (/\d{4}年/.test(line.text) && OF_PLACE.test(name));
    if (namesUnits(name) && !isOfAll) return unit;
  }
  return undefined;
}
