import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Typed } from '../model/sheet.js';
import { typedText } from '../sheets/index.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { NAME_ENDING } from '../words/unit-names.js';

/** What people call the column that says whose a row is, where they put the rows of several units into one table. */
const WHOSE = new RegExp(
  `^${anyOf(wordsIn('单位 单位名称 填报单位 报送单位 填报单位名称 乡镇 镇街'))}$`,
  'u',
);
/** 公里 and 户 are no units. */
export const UNIT_NAME = new RegExp(`^.{2,}${NAME_ENDING}$`, 'u');

/**
 * A table without a cover in which a column says whose each row is, as the table of each unit that it names; any other as it
 * is. What stands beside the rows stays with the first.
 */
export function partedByUnit(sheet: ReturnedSheet): readonly [ReturnedSheet, ...ReturnedSheet[]] {
  const header = sheet.columns.find((each) => WHOSE.test(each.trim()));
  if (sheet.unit !== null || header === undefined) return [sheet];
  const whose = ({ own }: Pick<ReturnedRow, 'own'>) => typedText(own[header]).trim();
  const units = Array.from(new Set([...sheet.rows, ...sheet.questions].map(whose)));
  if (units.length < 2 || !units.every((unit) => UNIT_NAME.test(unit))) return [sheet];
  const without = <T extends { readonly own: Readonly<Record<string, Typed>> }>(row: T): T => {
    const { [header]: _, ...own } = row.own;
    return { ...row, own };
  };
  const [first, ...others] = units.map((unit, i): ReturnedSheet => {
    const isIts = (row: Pick<ReturnedRow, 'own'>) => whose(row) === unit;
    return {
      ...sheet,
      titles: [unit],
      ...(i > 0 && { name: unit }),
      columns: sheet.columns.filter((each) => each !== header),
      rows: sheet.rows.filter(isIts).map(without),
      questions: sheet.questions.filter(isIts).map(without),
      stray: i === 0 ? sheet.stray : [],
    };
  });
  return first ? [first, ...others] : [sheet];
}
