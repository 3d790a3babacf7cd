// Offices called by their trade alone, and bodies of a sort: what is one, and what only ends as one.
import { describe, expect, it } from 'vitest';
import { BODIES_OF_A_SORT, EACH_VILLAGE, TRADE_DEPARTMENTS } from '../../src/words/trades.js';

const is = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text);

describe('offices by their trade', () => {
  it.each(['教育部门', '公安交警部门', '卫生行政部门', '县财政部门', '农机部门', '工商行政管理部门'])(
    '%s is one',
    (text) => expect(is(TRADE_DEPARTMENTS, text)).toBe(true),
  );
  it.each(['责任部门', '牵头部门', '执法部门', '主管部门', '监管部门', '审批部门', '有关部门', '教育局'])(
    '%s is none',
    (text) => expect(is(TRADE_DEPARTMENTS, text)).toBe(false),
  );
});

describe('bodies of a sort', () => {
  it.each(['新闻单位', '广播电视单位', '银行业金融机构', '保险机构', '通信企业', '物业服务企业'])(
    '%s are some',
    (text) => expect(is(BODIES_OF_A_SORT, text)).toBe(true),
  );
  it.each(['责任单位', '牵头单位', '建设单位'])('%s is what somebody has to do', (text) =>
    expect(is(BODIES_OF_A_SORT, text)).toBe(false),
  );
});

describe('villages', () => {
  it.each(['行政村', '村（居）民委员会', '村民委员会', '社区居委会', '村“两委”'])(
    '%s is each of them',
    (text) => expect(is(EACH_VILLAGE, text)).toBe(true),
  );
});
