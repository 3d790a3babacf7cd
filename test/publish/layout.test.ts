import { describe, expect, it } from 'vitest';
import { isOwnName } from '../../src/index.js';

describe('a file beside the sheets', () => {
  it.each([
    ['总台账.xlsx', true],
    ['名录.xlsx', true],
    ['汇总.xlsx', true],
    ['汇总.csv', true],
    ['CHANGES.md', true],
    ['wulong-tasks.json', true],
    ['县教育局.json', true],
    ['units.yaml', true],
    ['check.yaml', true],
    ['县教育局.xlsx', false],
    ['县教育局汇总.xlsx', false],
    ['汇总（县教育局）.xlsx', false],
    ['总台账（县教育局）.xlsx', false],
    ['说明.md', false],
  ])('%s is the program’s by its name: %s', (name, isOwn) => {
    expect(isOwnName(name)).toBe(isOwn);
  });
});
