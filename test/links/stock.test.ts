// Clauses that notices say of anything, and clauses that have a word of their own.
import { expect, it } from 'vitest';
import { isStock } from '../../src/links/stock.js';

it.each([
  '建立健全长效管护机制',
  '落实长效管理机制',
  '健全安全管理制度',
  '加大宣传力度',
  '营造良好氛围',
  '定期通报工作进展',
  '充分发挥示范带动作用',
  '每季度至少开展1次',
  '形成工作合力',
  '压实各级各部门主体责任',
  '县教育局牵头',
  '由县应急管理局牵头负责',
  '县水利局、县财政局配合',
  '县住建局和县城管局共同负责。',
  '白马镇人民政府负责实施',
])('is stock: %s', (clause) => {
  expect(isStock(clause)).toBe(true);
});

it.each([
  '健全河湖长制',
  '加强食品安全监管',
  '定期通报水质情况',
  '每季度至少检查涉水企业1次',
  '完善老年助餐制度',
  '校舍安全排查由县教育局牵头',
  '由县教育局牵头开展校舍排查',
  '县水利局牵头制定方案',
  '新建县医院',
])('is not: %s', (clause) => {
  expect(isStock(clause)).toBe(false);
});
