import type { ColumnRole } from '../model/column-role.js';
import type { Role } from '../model/taskbook.js';
import { anyOf } from './any-of.js';
import { WITH_OTHERS } from './collectives.js';
import { roleOf } from './columns.js';
import { GOVERNED_BY, MARK as LEVEL } from './levels.js';
import { matchAt } from './match.js';
import { CIRCLED, DIGIT, LIST_NUMBER } from './numerals.js';
import { NAME_STOPS } from './punctuation.js';
import { CALLED_BELOW } from './references.js';
import {
  ANY_PART,
  DOING,
  EAGERLY,
  FIRST_IN_LIST,
  FRAMING,
  HEADS_SECOND,
  IS_TO,
  isLabelOf,
  LEADS_BY_LABEL,
  MAY_LEAD,
  ROLE_WORDS,
  type SaidRole,
  TO_LEAD,
  verbsOf,
  WHO,
  WHO_LABEL,
  WHO_THERE,
} from './role-words.js';
import { BEGINS_NO_NAME } from './unit-names.js';

/** 按职责分工, 按“三管三必须”要求: how they share it out. */
const SHARING = `(?:(?:按照?|根据|依据|结合)[^${NAME_STOPS}：]{1,20}?)?`;

/** Tried in this order on flattened text; a word counts where nothing but a name's end follows it. */
const ROLES: readonly SaidRole[] = ['lead', 'responsible', 'supervising', 'shared'];

/** （主）, （协） behind a name. */
const SHORT: Readonly<Partial<Record<SaidRole, string>>> = { lead: '主', responsible: '协' };

const WORDS = ROLES.map((role) => ({
  role,
  words: `(?:${role === 'responsible' || role === 'supervising' ? '' : SHARING}${verbsOf(role)}${orNothing(isLabelOf(role))})`,
}));

/** Where such a word is the end of a name: 县政协办, 市社会办, 县安委会办, 县政府目督办. */
const IN_NAME = '(?<!政(?=协办)|(?<!供销|信用|合作)社(?=会办)|目(?=督办)|[安管常组消防]委(?=会办))';

/** All of them in one pattern, since one is looked for at every character. */
const BARE = new RegExp(
  `${IN_NAME}(?:${WORDS.map(({ role, words }) => `(?<${role}>${words})`).join('|')})(?=[${NAME_STOPS}“《]|会同|$)`,
  'y',
);
const NEXT_BARE = new RegExp(BARE.source, 'g');
const BRACKETED = new RegExp(
  `（(?:${WORDS.map(({ role, words }) => `(?<${role}>${words}${WHO}?${orNothing(SHORT[role])})`).join('|')})）`,
  'y',
);

/** What `BRACKETED` cannot be without; it is large, and most brackets say no part. */
const MAY_BE_BRACKETED = new RegExp(`（[^（）]{0,80}?(?:${ANY_PART}|${anyOf(Object.values(SHORT))})`, 'y');

function orNothing(words: string | undefined): string {
  return words === undefined ? '' : `|${words}`;
}

export interface FoundWord {
  readonly text: string;
  readonly role: SaidRole;
  /** （牵头）: of the name before it alone; without brackets it is of every name since the last word. */
  readonly bracketed: boolean;
  /** 承办: who does so leads where nobody else does. */
  readonly mayLead?: true;
  /** 配合 of 某局配合某委落实: the one behind it leads. */
  readonly helps?: true;
}

const MAYBE = new RegExp(MAY_LEAD);

const mayLeadBy = (text: string) => (MAYBE.test(text) ? ({ mayLead: true } as const) : {});

/** Finds a word that says a role at `start` of flattened text. */
export function roleWordAt(text: string, start: number): FoundWord | undefined {
  const bracketed = text[start] === '（';
  if (bracketed && matchAt(MAY_BE_BRACKETED, text, start) === undefined) return undefined;
  const pattern = bracketed ? BRACKETED : BARE;
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const role = ROLES.find((each) => found.groups?.[each] !== undefined);
  return role && { text: found[0], role, bracketed, ...mayLeadBy(found[0]) };
}

/** Where the next word begins that says a role without brackets, from an offset on; past the end where none does. */
export function nextRoleWord(text: string, from: number): number {
  NEXT_BARE.lastIndex = from;
  return NEXT_BARE.exec(text)?.index ?? text.length;
}

/** 牵头单位：, 牵头单位为, 牵头单位是. */
const LABEL = new RegExp(
  `(?:([^${NAME_STOPS}：]{2,10})[：∶]|(总?${WHO_LABEL})(?:[为是有](?!(?:两|二|多|几|数|若干|2)[个家])：?|\\s+|（[^（）]{1,6}）：|(?=${LEVEL}|同上|(?![要应和会按的由与及对负牵配各])[一-龥]{2,9}(?:[局委办院]|公司|中心|街道|街道办)(?:[、，；。）]|$))))\\s*`,
  'y',
);

/** 责任：, 属地落实：: they say no more than that those behind them have a part. */
const SHARED =
  /^(?:责任|检查|稳控|协抓|支援|承担|(?:属地|具体|联合|共同|协同|主体|行业|部门|监管|领导|直接|管理|实施|落实|建设|运营)(?:落实|实施|负责|推进|责任|监管|管理|主体))$/;
/** 谁牵头：, 谁来干：. */
const ASKED =
  /^(?:由?谁来?|哪[个些](?:单位|部门)来?)(?:(?<leads>牵头|主抓|主办)|干|做|办|落实|实施|负责|配合|协助|参与|监督|督办|督导|指导|检查|验收)$/;

/** 责任单位一：, 责任单位2：. */
const NTH = new RegExp(`(?<=${WHO})[一二三四五六\\d]$`);

const FRAME = new RegExp(`^${FRAMING}$`);

/** Finds 牵头单位：, 配合： and the like at `start` of flattened text: words that may head a column, or say a role; 责任分工： is `shared`. */
export function labelAt(
  text: string,
  start: number,
): { text: string; role: SaidRole; mayLead?: true } | undefined {
  LABEL.lastIndex = start;
  const [found, before, subject] = LABEL.exec(text) ?? [];
  const label = (before ?? subject ?? '').replace(NTH, '');
  if (found === undefined) return undefined;
  if (FRAME.test(label)) return { text: found, role: 'shared' };
  const word = roleWordAt(label, 0);
  const role = word?.text === label && word.role !== 'shared' ? word.role : roleOf(label);
  if (isPart(role)) return { text: found, role, ...mayLeadBy(label) };
  if (word?.text === label) return { text: found, role: 'responsible', ...mayLeadBy(label) };
  const asked = ASKED.exec(label)?.groups;
  if (asked) return { text: found, role: asked['leads'] === undefined ? 'responsible' : 'lead' };
  return SHARED.test(label) ? { text: found, role: 'responsible', ...mayLeadBy(label) } : undefined;
}

const FIRST_OF_LINE = /[^\s：]{2,6}(?=\s)/y;

/** Finds a label that a blank parts from its names, at the head of a line: 牵头　县水利局⏎配合单位　县财政局. */
export function lineLabelAt(text: string, start: number): { text: string; role: SaidRole } | undefined {
  FIRST_OF_LINE.lastIndex = start;
  const found = FIRST_OF_LINE.exec(text)?.[0];
  const label = found === undefined || HEADS_SECOND.test(found) ? undefined : labelAt(`${found}：`, 0);
  return found !== undefined && label?.text === `${found}：` && isPart(label.role)
    ? { text: found, role: label.role }
    : undefined;
}

/** Whether a column of that role says who has which part. */
export function isPart(role: ColumnRole | SaidRole): role is Role {
  return role === 'lead' || role === 'responsible' || role === 'supervising';
}

/** 于6月底前提出, 在年底前完成: no name goes on with when. */
const BY_WHEN = `[于在](?=${DIGIT}{1,4}[年月]|[一二三四五六七八九十]{1,3}月|[本今明当]年|年[底内]|月底|第?[一二三四]季度)`;

/** What never begins a name. */
const FIRM_DOING = new RegExp(
  `^(?:${IS_TO}(?!单位|部门)|作为|抓好|做好|按(?!摩)|根据|依据|结合|分别|具体|共同|全面|抓紧|尽快|立即|进行(?!考[核评]|督|检查|通报|抽查|评[估价])|${BY_WHEN})`,
);

const LEADS = new RegExp(LEADS_BY_LABEL);
const OTHER_LABEL = new RegExp(`(?:[^${NAME_STOPS}：]{1,8}${WHO}|${WHO_THERE})：\\s*`, 'y');

/** Finds a label that heads units in a frame, though no table has its word, at `start`: 第二责任单位：, 支撑单位：. */
export function otherLabelAt(
  text: string,
  start: number,
): { text: string; role: SaidRole; mayLead?: true } | undefined {
  OTHER_LABEL.lastIndex = start;
  const found = OTHER_LABEL.exec(text)?.[0];
  if (found === undefined) return undefined;
  return { text: found, role: LEADS.test(found) ? 'lead' : 'responsible', ...mayLeadBy(found) };
}

const DOING_SO = new RegExp(
  `(?:${DOING}(?!率)|${BY_WHEN})[^${NAME_STOPS}：]{0,24}(?=[${NAME_STOPS}]|$)`,
  'y',
);

/** 甲局牵头，乙局配合，做好保洁、垃圾清运: what follows it is theirs to do, up to the next part of the sentence. */
const DOING_ALL = /(?:共同|具体|分别)?(?:做好|抓好)[^，。；：]{2,60}(?=[，。；]|$)/y;

/**
 * Finds words that say what those before them do and not only their part, at `start` of flattened text:
 * 分别负责本行业预案, 研究提出方案. Only in a frame, behind a complete name.
 */
export function doingAt(text: string, start: number): FoundWord | undefined {
  const pattern = /[，；]/.test(text.charAt(start - 1)) ? [DOING_ALL, DOING_SO] : [DOING_SO];
  const found = pattern
    .map((each) => {
      each.lastIndex = start;
      return each.exec(text)?.[0];
    })
    .find((each) => each !== undefined);
  // 牵头单位为某局 says who it is.
  if (found === undefined || labelAt(text, start)) return undefined;
  // 各二级党组织 is a name.
  if (text[start - 1] === '党' && text.startsWith('组织', start)) return undefined;
  // 分别牵头排查 is to lead.
  const said = found.replace(EACH_OR_TOGETHER, '');
  const word = ROLE_WORDS.find((each) => each.verb && said.startsWith(each.word));
  // 对本辖区秸秆禁烧负总责 is to lead.
  const role = LEADS_IT_ALL.test(found) ? 'lead' : (word?.verb ?? 'shared');
  return { text: found, role, bracketed: false };
}

const LEADS_IT_ALL = /^对.{2,}负总责$/;

const EACH_OR_TOGETHER = /^(?:分别|各自|共同|具体)/;

/** Whether such words cannot be a name's beginning, as 组织, 保障 and 研究 can: 组织部, 保障局. */
export function isFirmDoing(text: string): boolean {
  return FIRM_DOING.test(text);
}

/** 协助征地: what they help with, and nobody. */
const NO_NAME = `(?:(?![局委办厅部院会处科室所站府县市区州旗镇乡队])[一-龥]){0,4}(?:征地|拆迁|征收|清表|取证|执法|管理|服务|宣传|推广|实施|落实|推进|协调|处置|办理|保障|监管|整治|排查|摸底|建设|申报|验收|调查|救援|维护|巡查|筹集|筹备|组织|统计|回收)`;

const HELPING = new RegExp(
  `(?:要|应当|须|负责)?${EAGERLY}?(?:配合|协助)(?!${BEGINS_NO_NAME})(?=[^${NAME_STOPS}：]{2,40}(?:[${NAME_STOPS}]|$))(?!${NO_NAME}(?:[${NAME_STOPS}]|$))`,
  'y',
);

/** Finds 配合 of 某局配合某委落实 at `start` of flattened text: the one behind it leads. */
export function helpingAt(text: string, start: number): string | undefined {
  HELPING.lastIndex = start;
  return HELPING.exec(text)?.[0];
}

/** 不再列出, 未明确牵头单位的: what else is said of all clauses. */
const REMARK = `(?:不再|除[^${NAME_STOPS}]{1,10}不再|未(?:明确|注明)|所列)[^${NAME_STOPS}]{0,20}`;
const ORDER = `[^${NAME_STOPS}]{0,10}${FIRST_IN_LIST}[^${NAME_STOPS}]{0,20}${TO_LEAD}[^${NAME_STOPS}]{0,6}`;
const RULE = new RegExp(
  `(?:${ORDER}|${REMARK}|下同)(?=[${NAME_STOPS}]|$)|（[^（）]{0,60}(?:${ORDER}|下同)[^（）]{0,20}）(?!${GOVERNED_BY})`,
  'y',
);

/** Finds a rule of who leads at `start` of flattened text: 列第一位者为牵头单位, 下同, with its brackets if it has any. */
export function ruleAt(text: string, start: number): string | undefined {
  RULE.lastIndex = start;
  return RULE.exec(text)?.[0];
}

/** What may stand behind a name: a number, of the next one or of a footnote (②, [1]), what the name goes by below, and how it is shared out. */
const MARK = new RegExp(
  `(?:[（〔【]${DIGIT}{1,2}[）〕】]|${CIRCLED}|${CALLED_BELOW}|（(?:按照?|根据|依据)[^（）]{0,8}(?:职责|分工|职能)[^（）]{0,4}）)\\s*`,
  'y',
);

/** Finds such a mark at `start` of flattened text. */
export function markAt(text: string, start: number): string | undefined {
  // It is asked of every character, and most are of words.
  const sign = text.charAt(start);
  if (sign >= '一' && sign <= '龥') return undefined;
  MARK.lastIndex = start;
  return MARK.exec(text)?.[0];
}

/** 以下均需, 具体任务均涉及: those who follow have a part in all that comes after. */
const FROM_HERE = `(?:以下|上述|以上|具体|各项)[^${NAME_STOPS}：]{0,6}均(?:需由?|由|须|涉及)`;

const THIS_WORK = '(?:此|本|该|这)项工作';
/** 以县住建局为主，县公安局配合. */
const MAINLY = `以(?=[^，。；以]{2,40}为主(?:[，。；、）]|$))`;
/** 由, and what may stand before it: 此项工作由, 今年由. */
const BY =
  `(?:${THIS_WORK}|第?\\d{1,3}(?:[-—~至]\\d{1,3})?项(?:任务|工作)?|(?<=^|[；;])其中[^，。；：、由]{1,20}|今年|拟|会后|下一步|现|具体|统一|分别|请)?由(?=.)|(?:${THIS_WORK})?${MAINLY}|${THIS_WORK}(?=${LEVEL})|(?:请|责成|商请|授权)(?=.)|` +
  `并?${WITH_OTHERS}(?=.)|(?<=[，；]|^)并?组织(?=[一-龥]{2,12}(?:公司|集团|[局委办]|中心|医院|学校|[镇乡]|街道|[支大]队|车间|[科室])(?:[、，；。]|$))|组织(?=各(?![类界路种])|有关|相关|${LEVEL}(?!级|域|内|外|民|场))`;

/** （招标投标）住房建设局: which share of it the one behind has. */
const SHARE_BEFORE =
  '（(?![^（）]*(?:[局委办部厅院所站镇乡市县区旗省]|单位|部门|公司|中心|政府|街道|牵头|主办|主责|责任|配合|协办|负责|督导)）)[一-龥]{3,8}）(?=[一-龥]{3})';

/** What may stand before a name and is no part of it: numbers of a list, and 由. */
const LEADING = new RegExp(`${BY}|${LIST_NUMBER}\\s*|${FROM_HERE}|${SHARE_BEFORE}`, 'y');

/** Finds a list number or 由 at `start` of flattened text. */
export function leadingAt(text: string, start: number): string | undefined {
  LEADING.lastIndex = start;
  return LEADING.exec(text)?.[0];
}
