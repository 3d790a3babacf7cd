import { anyOf } from '../words/any-of.js';
import { MARK, TERRITORIES } from '../words/levels.js';
import { OFFICE } from '../words/offices.js';
import { LIST_STOPS } from '../words/punctuation.js';
import { withoutLookalikes } from '../words/radicals.js';
import { NAME_ENDING } from '../words/unit-names.js';

// Names that nothing but the end of a line parts.

/** A text with the characters that it looks like: what a font has as 人 may be a radical. */
export function plain(text: string): string {
  return withoutLookalikes(text, () => {});
}

const LIST_STOP = new RegExp(`[${LIST_STOPS}]`);
const BRACKETED_END = /[（(][^（()）]*[）)]$/;

/** A name with what says of which level it is or of how many, 区水利局, 各乡镇, or one that every place has, 水利局. */
const NAME = new RegExp(
  `^(?:(?:${MARK}|各|有关|相关).{1,20}${NAME_ENDING}|.{1,20}(?:局|委|办|厅|部|政府|办事处|管委会|中心|所|站))$`,
);
/** That of a company, which is of no level; a branch is of one: 国网某县供电公司, 某县分公司. */
const COMPANY = /^\p{Script=Han}{3,20}(?:(?<!分|子)公司|集团)$/u;
const LISTED_NAME = new RegExp(OFFICE);

/**
 * Whether a text ends with the name of a unit and the next one begins with another: nothing parts them, so the line does.
 *
 * @param text all that goes on up to the end of the line
 * @param rest all that follows
 */
export function partsNames(text: string, rest: string): boolean {
  const last = plain(text).split(LIST_STOP).at(-1) ?? '';
  const first = plain(rest).split(LIST_STOP)[0] ?? '';
  if (OFFICE_END.test(last) && OTHERS.test(first)) return true;
  // 某集团 and 某公司 may be one name.
  if (/集团$/.test(last) && /公司$/.test(first)) return false;
  // 各乡镇 and 人民政府 are one name.
  return isName(last) && isName(first) && (HAS_LEVEL.test(first) || !TERRITORY.test(last));
}

/** 法律合规部 before 各二级企业: no name of an office goes on so; 县政府各部门 does. */
const OFFICE_END = /.[部局厅科办]$|.中心$/;
const OTHERS =
  /^各(?:有关|相关|直属|下属|所属|成员|二级|三级|子){0,2}(?:企业|公司|单位|县|区|市|乡|镇|街道|园区|村|社区|学校)/;

export function isName(text: string): boolean {
  const name = text.replace(BRACKETED_END, '');
  if (TERRITORY.test(name) && !name.startsWith('各')) return false;
  if (COMPANY.test(name)) return true;
  return NAME.test(name) && (HAS_LEVEL.test(name) || LISTED_NAME.test(name));
}

/** 县住房城乡 ends with the word for a territory, and is half a name. */
const TERRITORY = new RegExp(`${anyOf(TERRITORIES)}$`);

/** 区水利局, 各乡镇; or a place by its name: 渚北区人民政府, 高铁片区指挥部. */
const HAS_LEVEL = new RegExp(`^(?:${MARK}|各|有关|相关)|^.{2,8}(?:人民政府|办事处|街道办|管委会|指挥部)$`);
