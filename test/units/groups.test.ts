// The rules for groups are tried only where one may begin: nothing that a rule finds may be passed over for that.
import { describe, expect, it } from 'vitest';
import { GROUP_RULES, mayBegin } from '../../src/units/groups.js';
import { seedBytes } from '../support/seed.js';

/** A group for each rule, in their order, as notices name them. */
const GROUPS = [
  '各乡镇（街道）',
  '有关乡镇（街道）',
  '属地乡镇（街道）',
  '乡镇（街道）',
  '各乡镇（街道、园区）',
  '各乡镇',
  '相关乡镇',
  '各街道',
  '有关街道',
  '三镇四街',
  '各涉农街道（乡）',
  '老城片区各社区',
  '区安委会成员单位',
  '各成员单位',
  '区级有关部门和单位',
  '各级党委（党组）、政府',
  '区政府各部门',
  '中央、省驻某市单位',
  '各省级交通运输、邮政管理部门',
  '市、区（市）级城市管理部门',
  '市、县（区）民政部门',
  '行业主管部门',
  '全区各相关企业负责人',
  '施工单位',
  '三大运营商',
  '规模以上工贸企业',
];

const TEXTS = [
  ...GROUPS,
  ...GROUPS.map((group) => `区水利局、${group}、${group}，区民政局`),
  '中、省驻县各单位；部省驻某单位；市直驻某地部门；省（市、县）、区（县）级水利部门；自治区、市、县三级政府',
  '区里的某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某成员单位、苏木乡镇、街镇、涉及街道、所涉镇',
  '用人主体、电信基础运营企业、属地政府、辖区内各类学校、其他涉及的机构、镇级相关单位',
  ...seedBytes().toString('utf8').split('\n'),
];

const matches = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

describe('a rule for groups', () => {
  it.each(GROUP_RULES.map((rule, i) => [GROUPS[i] ?? '', rule] as const))(
    'finds %s',
    (group, { pattern }) => {
      expect(matches(pattern, group, 0)).toBe(true);
    },
  );

  it('matches nowhere where none may begin', () => {
    let tried = 0;
    for (const text of TEXTS) {
      for (let at = 0; at < text.length; at++) {
        if (!mayBegin(text, at))
          expect(GROUP_RULES.filter(({ pattern }) => matches(pattern, text, at))).toEqual([]);
        else if (GROUP_RULES.some(({ pattern }) => matches(pattern, text, at))) tried++;
      }
    }
    expect(tried).toBeGreaterThan(500);
  });

  it('begins as it says', () => {
    for (const { begins, pattern } of GROUP_RULES) {
      if (!begins) continue;
      for (const text of TEXTS)
        for (let at = 0; at < text.length; at++)
          if (matches(pattern, text, at)) expect(matches(begins, text, at)).toBe(true);
    }
  });
});
