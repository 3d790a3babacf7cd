// A diagnostic as a file keeps it.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnose, messageOf, taskBookFromJson } from '../../src/index.js';
import { Diagnostic } from '../../src/model/diagnostic.js';

const at = { file: 'a.txt', line: 3, column: 1 };

it('is read back as it was', () => {
  for (const each of [
    diagnose('unit-unlisted', { name: '甲局', nearest: ['乙局'] }, at),
    diagnose('file-empty', undefined),
  ]) {
    expect(Diagnostic.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
  }
});

it('that an earlier version kept in words is said in them', () => {
  const kept = { code: 'unit-odd', severity: 'warning', message: '“甲”不像单位名称。', at };
  const read = Diagnostic.parse(kept);
  expect(read).toEqual({
    code: 'told-earlier',
    severity: 'warning',
    args: { code: 'unit-odd', message: '“甲”不像单位名称。' },
    at,
  });
  expect(messageOf(read)).toBe(kept.message);
});

it('that an earlier version kept without units is read, and said without them', () => {
  const kept = { code: 'return-of-others', severity: 'warning', args: { id: 'T1', name: '供水' } };
  expect(messageOf(Diagnostic.parse(kept))).toContain('（供水）不是本单位的任务');
});

it('of a task book that an earlier version wrote is said as it was', async () => {
  const earlier = new URL('../../fixtures/minsheng-2026/earlier/folder/tasks.json', import.meta.url);
  const json = readFileSync(earlier, 'utf8');
  const kept = JSON.parse(json) as { diagnostics: { message: string }[] };
  const { value } = await taskBookFromJson(json, 'tasks.json');
  expect(value?.diagnostics.map((each) => messageOf(each))).toEqual(
    kept.diagnostics.map(({ message }) => message),
  );
});

it('of a task book whose task is of no table is damaged', async () => {
  const whole = new URL('../../fixtures/minsheng-2026/expected.task-book.json', import.meta.url);
  const json = readFileSync(whole, 'utf8').replace('"table": 1', '"table": 9');
  const { value, diagnostics } = await taskBookFromJson(json, 'tasks.json');
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'book-damaged' }]);
});

it.each([
  { code: 'no-such-code', severity: 'info', args: {} },
  { code: 'unit-odd', severity: 'warning', args: {} },
  { code: 'unit-odd', severity: 'warning', args: { name: 7 } },
  { code: 'unit-odd', severity: 'warning' },
  { code: 'width-mixed', severity: 'info', args: { sign: 'comma', found: ',', width: 'double' } },
])('is no %j', (record) => {
  expect(Diagnostic.safeParse(record).success).toBe(false);
});
