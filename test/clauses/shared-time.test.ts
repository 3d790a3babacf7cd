import { expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

it.each([
  [
    '县农业农村局负责种子，县供销社负责化肥，县气象局负责预报，均须于4月15日前落实到位。',
    ['4月15日前', '4月15日前', ''],
  ],
  ['县农业农村局负责种子，县供销社负责化肥，均要在6月底前完成。', ['6月底前', '']],
  ['县农业农村局负责种子，县供销社于4月15日前备足化肥。', ['', '']],
])('is of all who are said to do it: %s', async (said, expected) => {
  const text = `某县政府关于某事的通知\n\n各镇：\n\n请办好。\n\n一、任务\n1.备耕。${said}\n\n某县政府\n2026年1月1日`;
  const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  expect(value?.tasks.map(({ deadline }) => deadline)).toEqual(expected);
  const last = value?.tasks.at(-1);
  expect(last?.deadlines).toHaveLength(1);
});

it('is when it is done, and not when it begins', async () => {
  const said = '牵头单位：县城投集团；配合单位：县住建局；开工时间：4月；竣工时间：12月。';
  const text = `某县政府关于某事的通知\n\n各镇：\n\n请办好。\n\n一、任务\n1.改造道路。${said}\n\n某县政府\n2026年1月1日`;
  const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  expect(value?.tasks.map(({ deadline }) => deadline)).toEqual(['12月']);
});
