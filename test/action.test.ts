// The GitHub action's own steps, run as the runner runs them, in a repository with nothing but a notice.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { files, folderWithSmallNotice, SMALL_NOTICE } from './support/program.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const sh = promisify(execFile);

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
  'working-directory'?: string;
}
interface Action {
  inputs: Record<string, { required?: boolean; default?: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}
interface Workflow {
  on: Record<string, { paths: string[] }>;
  permissions: Record<string, string>;
  jobs: Record<string, { steps: Step[] }>;
}

const read = <T>(file: string) => parse(readFileSync(join(ROOT, file), 'utf8')) as T;
const action = read<Action>('action.yml');
const workflow = read<Workflow>('.github/workflows/task-sheets.yml');
const stepOf = (name: string) => action.runs.steps.find((step) => step.name === name) ?? {};

/** Runs the action's Build step on a notice, as the runner would: inputs in the environment, bash -e. */
async function build(folder: string, args = ''): Promise<{ code: number; stdout: string }> {
  const step = stepOf('Build');
  const inputs: Record<string, string> = { notice: 'notice.txt', output: 'sheets', args };
  const env = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1] ?? '';
      expect(Object.keys(action.inputs)).toContain(input);
      return [name, inputs[input] ?? ''];
    }),
  );
  writeFileSync(join(folder, '.step.sh'), step.run ?? '');
  return sh('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '.step.sh'], {
    cwd: folder,
    env: {
      ...process.env,
      ...env,
      NO_COLOR: '1',
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_OUTPUT: join(folder, '.output'),
      GITHUB_STEP_SUMMARY: join(folder, '.summary'),
    },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );
}

describe('the action', () => {
  it('installs the program as the README does, and builds in a shell that it names', () => {
    expect(stepOf('Install').run).toMatch(/^npm ci\b/);
    expect(stepOf('Install')['working-directory']).toMatch(/^\$\{\{ github\.action_path \}\}$/);
    for (const step of action.runs.steps) expect(step.run === undefined || step.shell === 'bash').toBe(true);
    expect(action.outputs['changed']?.value).toMatch(/^\$\{\{ steps\.build\.outputs\.changed \}\}$/);
  });

  it('writes the sheets, says what changed in the summary, and annotates the notice', async () => {
    const folder = folderWithSmallNotice();
    const notice = SMALL_NOTICE.replace('办好乙事', '办好（乙事');
    writeFileSync(join(folder, 'notice.txt'), notice);
    const first = await build(folder, '--csv');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('::warning file=notice.txt,line=');
    expect(files(join(folder, 'sheets', '各单位'))).toContain('县水利局.csv');
    expect(readFileSync(join(folder, '.output'), 'utf8')).toBe('changed=true\n');
    expect(readFileSync(join(folder, '.summary'), 'utf8')).toContain('第一次生成');

    writeFileSync(join(folder, 'notice.txt'), notice.replace('12月底', '11月底'));
    await build(folder, '--csv');
    expect(readFileSync(join(folder, '.summary'), 'utf8')).toContain('任务：新增 0，取消 0，有变化 1');
    await build(folder, '--csv');
    expect(readFileSync(join(folder, '.output'), 'utf8')).toBe('changed=true\nchanged=true\nchanged=false\n');
    expect(readFileSync(join(folder, '.summary'), 'utf8')).toContain('### 注意：');
  });

  it('fails when the notice cannot be read, and writes nothing', async () => {
    const folder = folderWithSmallNotice();
    writeFileSync(join(folder, 'notice.txt'), '不是通知');
    expect((await build(folder)).code).not.toBe(0);
    expect(existsSync(join(folder, 'sheets'))).toBe(false);
    // It failed; nothing would change.
    expect(readFileSync(join(folder, '.output'), 'utf8')).toBe('changed=false\n');
  });
});

describe('the workflow', () => {
  it('runs the action when its notice changes, with rights to read only', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const step = workflow.jobs['task-sheets']?.steps.find(({ uses }) => uses === './');
    const notice = step?.with?.['notice'] ?? '';
    expect(existsSync(join(ROOT, notice))).toBe(true);
    for (const trigger of ['push', 'pull_request']) expect(workflow.on[trigger]?.paths).toContain(notice);
    for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
  });
});
