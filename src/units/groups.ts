import type { Unit, UnitKind } from '../model/registry.js';

/** Who may be in a group: units of these kinds whose names end so. */
export interface Membership {
  readonly among: readonly UnitKind[];
  readonly endings?: readonly string[] | undefined;
  /** Whether every such unit is a member; otherwise only a registry can say who is. */
  readonly every: boolean;
}

interface GroupRule extends Membership {
  /** Matched on flattened text from where a name begins. */
  readonly pattern: RegExp;
  /** The name the group goes by; without one, what is printed. `$1` is the pattern's first bracket. */
  readonly name?: string;
}

const LOCAL: Pick<GroupRule, 'among'> = { among: ['township'] };
const BUREAUS: Pick<GroupRule, 'among'> = { among: ['department', 'institution'] };
const MEMBERS: Pick<GroupRule, 'among'> = { among: ['department', 'institution', 'township'] };
const NOBODY_LISTED: Pick<GroupRule, 'among'> = { among: [] };

const TOWNS = '(?:乡镇|镇乡|乡（镇）|镇（乡）|镇|乡)(?:党委[、和]?政府|人民政府|政府)?';
const STREETS = '(?:街道办事处|街道办|街道)';
const TOWNS_AND_STREETS = `(?:${TOWNS}\\s*(?:（${STREETS}）|[、和及]?(?:各|有关)?${STREETS})(?:人民政府)?|镇街(?:道)?|街镇|街乡)`;
const SOME = '(?:各?有关|各?相关|所涉|涉及)';

/** Stands in a name, and is not where one name ends and another begins. */
const INSIDE = '[^、，；。（）\\s等和及与]';
const LEVEL = `${INSIDE}{0,6}?`;

/**
 * Ways of naming units together that notices of every district use. Tried in this order from the
 * start of a name; the first whose match ends where a name can end counts.
 */
const GROUP_RULES: readonly GroupRule[] = [
  { name: '各乡镇（街道）', pattern: sticky(`各${TOWNS_AND_STREETS}`), ...LOCAL, every: true },
  { name: '有关乡镇（街道）', pattern: sticky(`${SOME}${TOWNS_AND_STREETS}`), ...LOCAL, every: false },
  {
    name: '属地乡镇（街道）',
    pattern: sticky(`属地(?:${TOWNS_AND_STREETS}|${TOWNS}|政府)`),
    ...LOCAL,
    every: false,
  },
  { name: '乡镇（街道）', pattern: sticky(TOWNS_AND_STREETS), ...LOCAL, every: false },
  // 各乡镇（街道、园区）: more than townships.
  { pattern: sticky(`各${TOWNS}（${STREETS}[^（）]+）`), among: ['township', 'institution'], every: false },
  { name: '各乡镇', pattern: sticky(`各${TOWNS}`), ...LOCAL, endings: ['镇', '乡'], every: true },
  { name: '有关乡镇', pattern: sticky(`${SOME}${TOWNS}`), ...LOCAL, endings: ['镇', '乡'], every: false },
  { name: '各街道', pattern: sticky(`各${STREETS}`), ...LOCAL, endings: ['街道'], every: true },
  { name: '有关街道', pattern: sticky(`${SOME}${STREETS}`), ...LOCAL, endings: ['街道'], every: false },
  // 各涉农街道, 各产煤乡镇（街道）.
  {
    pattern: sticky(`各${INSIDE}{1,6}?(?:${TOWNS_AND_STREETS}|${TOWNS}|${STREETS})`),
    ...LOCAL,
    every: false,
  },
  // 区安委会成员单位, 区安委会各成员单位, 各成员单位.
  {
    name: '$1成员单位',
    pattern: /([^、，；。（\s]{0,40}?[^、，；。（\s各])各?成员单位/y,
    ...MEMBERS,
    every: false,
  },
  { name: '各成员单位', pattern: /各成员单位/y, ...MEMBERS, every: false },
  // 区级有关部门和单位: here 和 is inside a name.
  {
    pattern: sticky(
      `${LEVEL}(?:各|有关|相关)(?:行业|主管|职能|责任)*(?:部门|单位)(?:[和及]|以及)(?:有关|相关|各)?(?:部门|单位)`,
    ),
    ...BUREAUS,
    every: false,
  },
  // 区级有关行业部门, 区政府各部门, 各责任单位.
  {
    pattern: sticky(`${LEVEL}(?:各|有关|相关|其他)${INSIDE}{0,30}(?:部门|单位|机构)`),
    ...BUREAUS,
    every: false,
  },
  // 行业主管部门, 属地责任单位, 区级部门.
  {
    pattern: sticky(`(?:[区县市州]级|行业|主管|监管|职能|业务|属地)${INSIDE}{0,8}(?:部门|单位)`),
    ...BUREAUS,
    every: false,
  },
  { pattern: /(?:[^、，；（\s]级)?(?:各|有关|相关)[^、，；。\s]{1,60}/y, ...NOBODY_LISTED, every: false },
  // 燃气企业, 规模以上工贸企业.
  { pattern: /[^、，；。（）\s]{0,30}企业/y, ...NOBODY_LISTED, every: false },
];

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, 'y');
}

export interface FoundGroup {
  readonly name: string;
  readonly end: number;
  readonly membership: Membership;
  /** Whether some of it may be anything, so that it may hold more than one name. */
  readonly loose: boolean;
}

/** Whether a group's members can only be townships. */
export function meansTownships({ among }: Pick<Membership, 'among'>): boolean {
  return among.length > 0 && among.every((kind) => kind === 'township');
}

/**
 * Whether a unit may be in a group. A unit whose kind nobody tells may be in any but a group of
 * townships, which it would be known for by its name.
 */
export function mayBeIn({ among, endings }: Omit<Membership, 'every'>, { name, kind }: Unit): boolean {
  return (
    (among.includes(kind) || (kind === 'other' && among.some((each) => each !== 'township'))) &&
    (!endings || endings.some((ending) => name.endsWith(ending)))
  );
}

/** Finds a group's name at `start` of flattened text; `endsAt` tells where a name can end. */
export function groupAt(
  text: string,
  start: number,
  endsAt: (offset: number) => boolean,
): FoundGroup | undefined {
  for (const { pattern, name, ...membership } of GROUP_RULES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match && endsAt(pattern.lastIndex)) {
      return {
        name: name?.replace('$1', () => match[1] ?? '') ?? match[0],
        end: start + match[0].length,
        membership,
        loose: name === undefined || name.includes('$1'),
      };
    }
  }
  return undefined;
}
