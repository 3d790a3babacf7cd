// Rules that hold for more than the clause in which they stand: expected values were written from reading the text.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

async function read(letter: string, ...body: string[]) {
  const text = ['关于某事的通知', '各县区：', letter, '某市政府', '2026年1月1日', ...body].join('\n');
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  const names = (all: readonly { text: string }[]) => all.map((each) => each.text).join('、');
  return {
    who: value?.tasks.map(({ lead, responsible }) => `${names(lead)}|${names(responsible)}`),
    flags: value?.tasks.map(({ flags }) => flags.join('、')),
    codes: diagnostics.map(({ code }) => code),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
  };
}

describe('who leads by order', () => {
  it.each([
    '责任单位中列第一位者为牵头单位。',
    '排在首位的为牵头单位。',
    '各项任务第一个单位为牵头单位。',
    '责任单位排名第一的为牵头单位。',
    '排在前位为牵头部门。',
    '责任单位中列在最前面的为牵头单位。',
  ])('may be said in the letter: %s', async (letter) => {
    const { who } = await read(
      letter,
      '一、总则',
      '1.修渠。（市水利局、市财政局）',
      '2.育苗。（市林业局、市财政局负责）',
    );
    expect(who).toEqual(['市水利局|市财政局', '市林业局|市财政局']);
  });

  it('may be said in a clause of that clause alone', async () => {
    const { who } = await read(
      '请办好。',
      '一、总则',
      '1.修渠。（责任单位：市水利局、市财政局；排在首位的为牵头单位）',
      '2.育苗。（责任单位：市林业局、市财政局）',
    );
    expect(who).toEqual(['市水利局|市财政局', '|市林业局、市财政局']);
  });

  it('may be said in a clause of all that follow', async () => {
    const { who } = await read(
      '请办好。',
      '一、总则',
      '1.采石。（责任单位：市国资委、市财政局）',
      '2.修渠。（市水利局、市财政局负责，列第一位者为牵头单位，下同）',
      '3.育苗。（责任单位：市林业局、市财政局）',
    );
    expect(who).toEqual(['|市国资委、市财政局', '市水利局|市财政局', '市林业局|市财政局']);
  });

  it('may be said of clauses with one label', async () => {
    const { who } = await read(
      '列有落实单位的任务，第一个单位为牵头单位。',
      '一、总则',
      '1.修渠。',
      '落实单位：市水利局、市财政局',
      '2.育苗。（市林业局、市财政局按职责分工负责）',
    );
    expect(who).toEqual(['市水利局|市财政局', '|市林业局、市财政局']);
  });
});

describe('units that a rule adds', () => {
  it.each([
    '以下均需各县（市、区）人民政府落实，不再列出',
    '以下任务均需各县（市、区）人民政府落实，不再一一列出',
    '以下各项均由各县（市、区）人民政府负责落实，不再列出',
    '具体任务均涉及各县（市、区）人民政府，不再做分工，下同',
    '本方案部署的以下工作均需各县（市、区）人民政府落实，不再列出',
    '以下均需各县（市、区）人民政府落实，除特别说明不再列出',
    '以下均需各县（市、区）人民政府落实，除另有说明外，不再列出',
    // Who does it instead of those who cannot is nobody of this task.
    '以下均需各县（市、区）人民政府落实，区政府无相关工作职能的，由市政府直属部门负责相关工作，不再列出',
  ])('are responsible in this item and all that follow: %s', async (rule) => {
    const { who, flags, errors } = await read(
      '请办好。',
      '一、总则',
      '1.采石。（市国资委牵头）',
      `2.修渠。（市水利局牵头，市财政局配合。${rule}）`,
      '3.育苗。（市林业局牵头，各县（市、区）人民政府落实）',
      '二、附则',
      '4.架桥。（市交通局牵头）',
    );
    expect(who).toEqual([
      '市国资委|',
      '市水利局|市财政局、各县（市、区）人民政府',
      '市林业局|各县（市、区）人民政府',
      '市交通局|各县（市、区）人民政府',
    ]);
    expect(flags).toEqual(['', 'by-rule', '', 'by-rule']);
    expect(errors).toEqual([]);
  });

  it('are responsible in the chapter alone where the rule says so', async () => {
    const { who } = await read(
      '请办好。',
      '一、总则',
      '1.修渠。（市水利局牵头。本章以下均需各镇人民政府落实，不再列出）',
      '2.育苗。（市林业局牵头）',
      '二、附则',
      '3.架桥。（市交通局牵头）',
    );
    expect(who).toEqual(['市水利局|各镇人民政府', '市林业局|各镇人民政府', '市交通局|']);
  });
});

describe('a rule that all lead', () => {
  it.each([
    '各牵头单位（无牵头单位的，责任单位即为牵头单位，下同）要制定方案。',
    '没有牵头单位的，责任单位均为牵头单位。',
  ])('holds where nobody else does: %s', async (letter) => {
    const { who } = await read(
      letter,
      '一、总则',
      '1.修渠。（责任单位：市水利局、市财政局）',
      '2.育苗。（牵头单位：市林业局；责任单位：市财政局）',
      '3.架桥。（责任单位：市交通局；配合单位：市财政局）',
    );
    expect(who).toEqual(['市水利局、市财政局|', '市林业局|市财政局', '市交通局|市财政局']);
  });
});

describe('a mark', () => {
  it.each([
    ['责任单位中标注“★”的为牵头单位，未标注“★”的由所列单位共同落实。', '★市水利局、市财政局'],
    ['带★号的为牵头单位。', '市财政局、★市水利局'],
    ['标★的为牵头单位。', '市财政局、市水利局★'],
  ])('is of the name before or behind it, as the letter says: %s %s', async (letter, units) => {
    const { who } = await read(
      letter,
      '一、总则',
      `1.修渠。（责任单位：${units}）`,
      '2.育苗。（责任单位：市林业局）',
    );
    expect(who).toEqual(['市水利局|市财政局', '|市林业局']);
  });
});

describe('同上', () => {
  it('is whom the clause before names under that label', async () => {
    const { who } = await read(
      '请办好。',
      '一、总则',
      '1.修渠。（牵头单位：市水利局；责任单位：市财政局、市林业局）',
      '2.育苗。（牵头单位：市林业局；责任单位：市财政局）',
      '3.架桥。',
      '牵头单位：市交通局',
      '责任单位：同上',
    );
    expect(who?.at(-1)).toBe('市交通局|市财政局');
  });
});

describe('a rule of a section', () => {
  it('holds up to the next heading of its sort', async () => {
    const { who } = await read(
      '请办好。',
      '一、总则',
      '（一）甲',
      '1.修渠。（市水利局牵头）',
      '（二）乙',
      '（本节各项任务均需各镇人民政府落实，不再逐项列出）',
      '2.育苗。（市林业局牵头）',
      '（三）丙',
      '3.架桥。（市交通局牵头）',
    );
    expect(who).toEqual(['市水利局|', '市林业局|各镇人民政府', '市交通局|']);
  });
});

describe('a notice that never says who leads', () => {
  it('is told so once', async () => {
    const { codes, flags } = await read(
      '请办好。',
      '一、总则',
      '1.修渠。（市水利局、市财政局按职责分工负责）',
      '2.育苗。（市林业局、市财政局按职责分工负责）',
    );
    expect(codes.filter((code) => code.startsWith('lead-'))).toEqual(['lead-unsaid']);
    expect(flags).toEqual(['', '']);
  });
});
