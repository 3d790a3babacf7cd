import { anyOf, wordsIn } from '../words/any-of.js';
import { UNITS } from '../words/collectives.js';
import { OPENINGS } from '../words/punctuation.js';
import { FIRST_IN_LIST, TO_LEAD, WHO_LABEL } from '../words/role-words.js';

const IS = '(?:为|是|系|即|作为|任)';
const UNIT = `(?:${WHO_LABEL}|${anyOf(UNITS)})`;

const FIRST = `${FIRST_IN_LIST}[位个名面家列]?`;

/**
 * 责任单位中排第一位的为牵头单位, 列第一位者为牵头单位, 排在前位为牵头部门, 第一个单位牵头; but not 第一季度由牵头单位…. The other
 * way round: 牵头单位为责任单位中的第一个.
 */
const ORDER = new RegExp(
  `(?:${TO_LEAD})(?:单位|部门)${IS}[^，。；：]{0,12}${FIRST}(?:的?${UNIT})?$|${FIRST_IN_LIST}(?:(?:[位个名面家列](?:的|者)?|的|者)(?:${UNIT})?(?:负总责|负主责|总负责)?、?${IS}?|${UNIT}${IS})${TO_LEAD}`,
);

/** What `ORDER` cannot be without; it is large. */
const MAY_ORDER = new RegExp(FIRST_IN_LIST);
const isOrder = (text: string) => MAY_ORDER.test(text) && ORDER.test(text);

const ANEW = anyOf(wordsIn('一一 逐一 逐项 分别 单独 重复 另行'));
const LISTED = anyOf(wordsIn('列出 列举 列明 注明 标注 重复 分工 做分工 作分工'));

/** 下同, 不再一一列出, 除特别说明不再列出: what is said holds for what follows. */
const ON = new RegExp(
  `^(?:下同|除.{2,12}外|以下(?:各项|各条)?(?:均|都)?(?:相)?同|(?:以下|下文|除.{2,10}?)?均?不再${ANEW}?${LISTED})$`,
);

/** 未明确牵头单位的, 由所列单位按职责分工负责: it says how lists without a leader are meant, and names nobody. */
const OF_LISTS =
  /^(?:(?:凡|对)?(?:未|没有)(?:明确|标明|列明|注明|确定)牵头|由?所列.{0,6}(?:单位|部门)|(?:一项|同一)?(?:任务|工作|事项)?涉及(?:[多几两二]个|若干|两个以上|不同)(?:部门|单位)的$)/;

/** 区政府无相关职能的: whom it holds for, and a part that begins with 由 says who it is instead. */
const UNLESS = /^.{0,20}?(?:无|没有|不具备|未设).{0,12}(?:职能|职责|机构|部门)的$/;
const INSTEAD = /^则?可?由/;

/** Whether a part of a sentence says who does it for those who cannot; it names nobody of this task. */
export function isInstead(text: string, before: string): boolean {
  return INSTEAD.test(text) && UNLESS.test(before);
}

const SCOPE = '(?<scope>本章|本节|本部分)?';
/** 本方案部署的以下工作: which of them. */
const OF_THIS = `(?:本${anyOf(wordsIn('方案 计划 通知 意见 措施 要点 文'))}(?:所?${anyOf(wordsIn('部署 确定 提出 明确 安排 列'))}的?)?)?`;
const REST = anyOf(wordsIn('以下 下列 此后 后续 其余'));
const ALL_TASKS = `(?:${anyOf(wordsIn('具体 各项 所有 全部 上述'))}${anyOf(wordsIn('任务 工作 措施 事项'))}|各[项条](?=[均都]))`;
const MUST = '(?:均|都|全部|一律)?(?:需要|需|须由|须|应由|应|由|要)';
const DO = '(?:共同|具体|分别|按职责分工|认真|负责|组织|抓好|配合)*(?:落实|实施|执行|推进|负责|配合)';

/** 以下均需各县（市、区）人民政府落实, 具体任务均涉及各市人民政府: units that every later item has. */
const ADDING = [
  new RegExp(
    `^${SCOPE}${OF_THIS}(?:${REST}[^，。；：]{0,12}?|${ALL_TASKS}(?=均|都))${MUST}(?<units>.{2,60}?)${DO}$`,
    'd',
  ),
  new RegExp(
    `^${SCOPE}${OF_THIS}(?:${REST}[^，。；：]{0,12}?|${ALL_TASKS})[均都]涉及(?<units>.{2,60})$`,
    'd',
  ),
];

/** A sentence or part of one by which a clause is to be read. */
export type ClauseRule =
  /** The first of the units responsible leads. */
  | { readonly kind: 'order' }
  /** What was said before it holds from here on. */
  | { readonly kind: 'on' }
  /** How lists without a leader are meant, and for whom it does not hold. */
  | { readonly kind: 'of-lists' }
  /** These units have a part in what follows, too; where in the text they stand. */
  | {
      readonly kind: 'adding';
      readonly start: number;
      readonly end: number;
      /** 本章, 本节: what of the notice it is of. */
      readonly scope: string | undefined;
    };

/** What stands in brackets behind names is theirs. */
const ANY_OPENING = new RegExp(`[${OPENINGS}]`);

/** What rule a part of a sentence states, blanks around it left out; nothing where it states none. */
export function ruleIn(text: string): ClauseRule | undefined {
  if (ON.test(text)) return { kind: 'on' };
  if (OF_LISTS.test(text) || UNLESS.test(text)) return { kind: 'of-lists' };
  if (isOrder(text.split(ANY_OPENING)[0] ?? '')) return { kind: 'order' };
  const found = ADDING.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const [start, end] = found?.indices?.groups?.['units'] ?? [];
  if (start === undefined || end === undefined) return undefined;
  return { kind: 'adding', start, end, scope: found?.groups?.['scope'] };
}

/** 无牵头单位的，责任单位即为牵头单位: all of them lead where nobody is said to. */
const ALL_LEAD = new RegExp(
  `(?:无|没有|未(?:列|设|明确|注明|标明|列明|确定))(?:${TO_LEAD})(?:单位|部门)的?[，,]?(?:由|以|则)?[^，。；,;]{0,6}?(?:责任|落实|承办|所列)(?:单位|部门)(?:即|均|都|共同)*${IS}${TO_LEAD}(?:单位|部门)?`,
);

/** “主体责任”单位为牵头单位: whom the notice calls so leads. */
const LABEL_LEADS = new RegExp(
  `[“"]?(?<label>(?:主体|主要|直接|首要)责任)[”"]?(?:单位|部门)?(?:为|即为|即|是|视为)(?:${TO_LEAD})(?:单位|部门)`,
);

/** Who of the units responsible leads where nobody is said to, by the notice's own words. */
export interface LeadRule {
  /** The words that say it, as printed. */
  readonly text: string;
  readonly who: 'first' | 'all' | 'labelled';
  /** The label of those whom it says to lead: 主体责任. */
  readonly leading?: string;
}

/** What a rule of who leads in a sentence of its own holds for. */
export interface OrderRule extends LeadRule {
  /** 落实单位: it is said of clauses with this label. */
  readonly label: string | undefined;
}

/** 责任单位 are the units responsible, whatever the label. */
const LABEL = new RegExp(`(?!责任|牵头)${WHO_LABEL}`);
const SENTENCE = /[。；;\n]/;
const PART = /[，。；,;：（）()\n]/;

/** The rule of who leads that a text states in a sentence of its own. */
export function orderRuleIn(text: string): OrderRule | undefined {
  const all = ALL_LEAD.exec(text)?.[0];
  if (all !== undefined) return { text: all, who: 'all', label: undefined };
  for (const sentence of text.split(SENTENCE)) {
    const parts = sentence.split(PART);
    const at = parts.findIndex(isOrder);
    const said = parts[at];
    if (said === undefined) continue;
    const about = [...parts.slice(0, at), said.slice(0, said.search(ORDER))].join('，');
    return { text: said.trim(), who: 'first', label: LABEL.exec(about)?.[0] };
  }
  const labelled = LABEL_LEADS.exec(text);
  const leading = labelled?.groups?.['label'];
  if (labelled && leading !== undefined)
    return { text: labelled[0], who: 'labelled', label: leading, leading };
  return undefined;
}
