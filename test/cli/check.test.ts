// `check`, run as its users run it: people at a terminal, and CI.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, RULES } from '../../src/index.js';
import { emptyFolder, files, folderWithBook, folderWithNotice, run, telling } from '../support/program.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** A folder with a notice that has errors: rows that name no lead. */
function folderWithErrors(): string {
  const folder = emptyFolder();
  const notice = readFileSync(new URL('fangxun-2026/input.md', FIXTURES), 'utf8').trimEnd();
  // Nobody leads the first row, and so nobody the second.
  const leaderless = notice.replace('| 市防汛办 |', '|  |');
  writeFileSync(join(folder, 'notice.md'), `${leaderless}\n| 值班备勤 | 每日备勤 |  | 市水利局 |\n`);
  return folder;
}

describe('check', () => {
  it('lists its rules as data, too', async () => {
    const { stdout } = await run(emptyFolder(), ['check', '--rules', '--json']);
    const records = JSON.parse(stdout) as { code: string; severity: string; title: string }[];
    expect(records.map(({ code }) => code)).toEqual(RULES.map(({ code }) => code));
    for (const { severity, title } of records) expect([severity, title]).not.toContain('');
  });

  it('tells what it found by rule, each with its place, and counts it', async () => {
    const folder = folderWithNotice();
    const { code, stdout, stderr } = await run(folder, ['check', 'notice.txt']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('注意　既牵头又责任（1 处） [lead-and-responsible]');
    expect(stdout).toMatch(/^ {2}notice\.txt:555:2　.*表四第35行“抓好应急指挥部和队伍建设”/m);
    expect(stdout).toMatch(/^ {2}还有 \d+ 处，加 --verbose 列出$/m);
    expect(stdout).toMatch(/\n共 \d+ 处：错误 0，注意 \d+，提示 \d+\n$/);
    expect(files(folder)).toEqual(['notice.txt']);
  });

  it('ends with 1 where there is an error, and says so when there is nothing', async () => {
    const folder = folderWithErrors();
    const { code, stdout } = await run(folder, ['check', 'notice.md']);
    expect(code).toBe(1);
    expect(stdout).toContain('错误　没有牵头单位（2 处） [lead-missing]');
    const off = `rules:\n${RULES.map((rule) => `  ${rule.code}: off\n`).join('')}`;
    writeFileSync(join(folder, 'check.yaml'), off);
    expect(await run(folder, ['check', 'notice.md'])).toMatchObject({ code: 0, stdout: '没有发现问题。\n' });
  });

  it('looks at the task book where no notice is named, and finds the same', async () => {
    const folder = await folderWithBook();
    const [book, notice] = await Promise.all([
      run(folder, ['check', '--json']),
      run(folder, ['check', 'notice.txt', '--json']),
    ]);
    expect(JSON.parse(book.stdout)).toEqual(JSON.parse(notice.stdout));
  });

  it('takes rules as the settings say, by name or from check.yaml', async () => {
    const folder = folderWithErrors();
    const codes = async (...args: string[]) => {
      const { code, stdout } = await run(folder, ['check', 'notice.md', '--json', ...args]);
      const leads = (JSON.parse(stdout) as Diagnostic[]).filter((each) => each.code === 'lead-missing');
      return [code, ...new Set(leads.map(({ severity }) => severity))];
    };
    expect(await codes()).toEqual([1, 'error']);
    writeFileSync(join(folder, 'soft.yaml'), 'rules: { lead-missing: info }\n');
    expect(await codes('--config', 'soft.yaml')).toEqual([0, 'info']);
    writeFileSync(join(folder, 'check.yaml'), 'rules:\n  lead-missing: off # 条款式的通知\n');
    expect(await codes()).toEqual([0]);
  });

  it.each([
    ['rules: { lead-mising: off }', 'rule-unknown', '1:10'],
    ['rules: { lead-missing: never }', 'config-invalid', '1:24'],
    ['rules: [', 'config-invalid', '1:9'],
  ])('refuses settings that are wrong: %s', async (yaml, told, place) => {
    const folder = folderWithErrors();
    writeFileSync(join(folder, 'check.yaml'), yaml);
    const { code, stdout, stderr } = await run(folder, ['check', 'notice.md']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(telling(told, `check.yaml:${place}`));
  });

  it('refuses settings that are not there, and two forms at once', async () => {
    const folder = folderWithErrors();
    expect(await run(folder, ['check', 'notice.md', '--config', 'no.yaml'])).toMatchObject({ code: 3 });
    expect(await run(folder, ['check', 'notice.md', '--json', '--sarif'])).toMatchObject({ code: 2 });
  });

  it('lists its rules', async () => {
    const { code, stdout } = await run(emptyFolder(), ['check', '--rules']);
    expect(code).toBe(0);
    for (const rule of RULES) expect(stdout).toContain(`${rule.code}　`);
  });

  it('gives a notice that cannot be read as a finding, in every form', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), '');
    const forms = {
      '': '[file-empty]',
      '--json': '"file-empty"',
      '--sarif': '"file-empty"',
      '--github': 'title=file-empty',
    };
    for (const [form, told] of Object.entries(forms)) {
      const { code, stdout } = await run(folder, ['check', 'notice.txt', form].filter(Boolean));
      expect(code).toBe(3);
      expect(stdout).toContain(told);
    }
    expect((await run(folder, ['check', 'none.txt'])).code).toBe(3);
  });
});

describe('SARIF', () => {
  it('has every rule, and every finding with its place in the file', async () => {
    const folder = folderWithNotice();
    const { stdout } = await run(folder, ['check', './notice.txt', '--sarif']);
    const { version, runs } = JSON.parse(stdout) as Log;
    expect([version, runs.length]).toEqual(['2.1.0', 1]);
    const [{ tool, results = [] }] = runs as [Log['runs'][number]];
    expect(tool.driver.rules?.map(({ id }) => id)).toEqual(RULES.map((rule) => rule.code));
    const findings = JSON.parse(
      (await run(folder, ['check', 'notice.txt', '--json'])).stdout,
    ) as (Diagnostic & { message: string })[];
    expect(results).toHaveLength(findings.length);
    const levels = { error: 'error', warning: 'warning', info: 'note' };
    for (const [i, finding] of findings.entries()) {
      const { code, severity, message, at } = finding;
      const { line, column } = at && 'line' in at ? at : {};
      expect(results[i]).toEqual({
        ruleId: code,
        level: levels[severity],
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'notice.txt' },
              region: { startLine: Number(line), startColumn: Number(column) },
            },
          },
        ],
      });
    }
  });

  it.each(['通知 1.docx', '通知#2.docx'])('tells a place in %s by its path in the document', async (name) => {
    const folder = emptyFolder();
    copyFileSync(fileURLToPath(new URL('wulong-2025-1/forms/notice.docx', FIXTURES)), join(folder, name));
    const { stdout } = await run(folder, ['check', name, '--sarif']);
    const [finding] = (JSON.parse(stdout) as Log).runs[0]?.results ?? [];
    expect(finding?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: encodeURIComponent(name) } },
        logicalLocations: [{ fullyQualifiedName: expect.stringMatching(/^表\d+\/行\d+/) as string }],
      },
    ]);
  });
});

describe('GitHub annotations', () => {
  it('are one command a line, each with file, line and title', async () => {
    const folder = folderWithErrors();
    const { code, stdout } = await run(folder, ['check', 'notice.md', '--github']);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^::error file=notice\.md,line=\d+,col=\d+,title=没有牵头单位::/);
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=notice\.md,line=\d+,col=\d+,title=[^:,]+::[^\n]+$/,
      );
  });
});
