// What people say by boxes and colours in workbooks of older forms is told with its place, as it is of .xlsx.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readReturned } from '../../src/index.js';

const FOLDER = new URL('../../fixtures/looks/', import.meta.url);

it.each(['县水利局.xls', '县水利局.ods'])('%s', async (name) => {
  const { collected } = await readReturned(readFileSync(new URL(name, FOLDER)), name);
  expect(collected[0]?.lost).toEqual([
    '文本框（任务清单!G5“第二项已验收”）',
    '删除线（任务清单!D6）',
    '单独涂的颜色（任务清单!I4、任务清单!J7）',
  ]);
});
