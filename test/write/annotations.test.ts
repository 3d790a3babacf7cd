// What GitHub shows of a step: ten annotations of each severity, and nothing of further ones.
import { describe, expect, it } from 'vitest';
import { checkBook, diagnose, findingsToAnnotations, findingsToMarkdown } from '../../src/index.js';
import { seedBook } from '../support/seed.js';

const at = (line: number) => ({ file: 'n.txt', line, column: 1, start: 0, end: 0 }) as never;
const many = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => diagnose('date-missing', undefined, at(from + i)));
const lines = (text: string) => text.trimEnd().split('\n');

describe('annotations', () => {
  it('are one a finding as long as all are shown', () => {
    expect(lines(findingsToAnnotations(many(10), 'n.txt'))).toHaveLength(10);
  });

  it('are one a rule where there are more, with the lines of all', () => {
    const [only = '', ...others] = lines(findingsToAnnotations(many(12), 'n.txt'));
    expect(others).toEqual([]);
    expect(only).toContain('line=1,');
    expect(only).toContain('这类共 12 处，还有：第2行、第3行');
    expect(only).toContain('第12行');
  });

  it('of the seed are no more than GitHub shows, and say all rules that found something', async () => {
    const findings = checkBook(await seedBook());
    const all = lines(findingsToAnnotations(findings, 'n.txt'));
    for (const command of ['error', 'warning', 'notice'])
      expect(all.filter((line) => line.startsWith(`::${command} `)).length).toBeLessThanOrEqual(10);
    const summary = findingsToMarkdown(findings);
    expect(summary.match(/^- /gm)).toHaveLength(findings.length);
    expect(summary).toContain(`## 发文前检查（${findings.length} 处）`);
  });
});
