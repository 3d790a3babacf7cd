import { expect, it } from 'vitest';
import { partsNames } from '../../src/read/names-apart.js';

it.each([
  ['法律合规部', '各二级企业', true],
  ['县住建局', '各乡镇（街道）', true],
  ['县妇幼保健中心', '各县区', true],
  ['县住建局', '县水利局', true],
  ['县政府', '各部门', false],
  ['党委办公室', '各处室', false],
  ['县直', '各单位', false],
  ['县农业农', '村局', false],
  ['凤河城投集团', '高铁片区指挥部', true],
  ['凤河城投集团', '有限责任公司', false],
  ['凤河城投集团', '物业管理有限公司', false],
])('the end of a line parts names, or breaks one: %s %s', (text, rest, parts) => {
  expect(partsNames(text, rest)).toBe(parts);
});
