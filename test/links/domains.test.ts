// Domains that a measure lists, and which tasks are of them.
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/index.js';
import { domainOf, domainsIn, isDomain } from '../../src/links/domains.js';

const passage = (text: string): Passage => ({
  text,
  at: { file: 'a', paragraph: 1, spans: [[0, text.length]] },
});

describe('a measure’s list of domains', () => {
  it.each([
    [
      '完成道路交通、建筑施工、消防等8+1重点行业领域专项整治',
      ['道路交通', '建筑施工', '消防'],
      '等8+1重点行业领域',
    ],
    ['深入开展危化、燃气、工贸等行业领域整治', ['危化', '燃气', '工贸'], '等行业领域'],
  ])('%s', (text, domains, open) => {
    const found = domainsIn(passage(text), null);
    expect(found?.domains.map((domain) => domain.text)).toEqual(domains);
    expect(found?.open.text).toBe(open);
    // Each has the place of its own words.
    for (const { text: said, at } of [...(found?.domains ?? []), ...(found ? [found.open] : [])])
      expect((at.spans ?? []).map((span) => text.slice(...span)).join('')).toBe(said);
  });

  it.each(['建立各行业领域风险清单', '加强水利、交通等部门协作', '推进甲、乙等领域'])(
    'is none: %s',
    (text) => {
      expect(domainsIn(passage(text), null)).toBeUndefined();
    },
  );
});

describe('a task is of a domain', () => {
  it.each([
    ['燃气领域', '燃气', true],
    ['消防', '消防', true],
    ['电动自行车安全隐患“全链条”整治', '电动自行车', true],
    ['燃气安全专项整治行动', '燃气', true],
    ['电动自行车综合智管', '电动自行车', false],
    ['政府采购突出问题', '政府采购', true],
    ['燃气管网改造', '燃气', false],
    ['城市消防领域', '消防', false],
  ])('%s of %s: %s', (name, domain, expected) => {
    expect(domainOf(name, [passage('某事'), passage(domain)])?.text).toBe(expected ? domain : undefined);
  });

  it('by its name, though no list has it', () => {
    expect(['文化旅游领域', '民爆行业', '燃气管网'].map(isDomain)).toEqual([true, true, false]);
  });
});
