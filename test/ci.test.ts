// What the examples for continuous integration call is there, and the release has what people are told to download.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, run } from './support/program.js';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** The commands of the program in a text, each with its options. */
const called = (text: string) =>
  Array.from(text.matchAll(/wulong-tasks\.js (\w+)((?: \S+)*)/g), ([, command = '', rest = '']) => ({
    command,
    options: rest.match(/(?<= )-{1,2}[\w-]+/g) ?? [],
  }));

describe.each(['docs/ci/gitlab-ci.yml', '.github/workflows/release.yml', 'action.yml'])('%s', (file) => {
  it('is YAML, and calls commands with options that there are', async () => {
    expect(parse(read(file))).toBeTypeOf('object');
    for (const { command, options } of called(read(file))) {
      const { code, stdout } = await run(emptyFolder(), [command, '--help']);
      expect(code, command).toBe(0);
      for (const option of options) expect(stdout, `${command} ${option}`).toContain(option);
    }
  });
});

it('docs/ci/gitea.yml gives the action what it takes', () => {
  const { jobs } = parse(read('docs/ci/gitea.yml')) as {
    jobs: { 'task-sheets': { steps: { with?: object }[] } };
  };
  const { inputs } = parse(read('action.yml')) as { inputs: object };
  const given = jobs['task-sheets'].steps.flatMap((step) => Object.keys(step.with ?? {}));
  expect(given.length).toBeGreaterThan(0);
  for (const name of given) expect(Object.keys(inputs)).toContain(name);
});

it('the release has the file that README.zh-CN.md tells people to download', () => {
  const [, file = ''] = /下载 `(.+?)`/.exec(read('README.zh-CN.md')) ?? [];
  expect(file).toBe('任务清单工具.html');
  expect(read('.github/workflows/release.yml')).toContain(`app -o ${file}`);
});

it('the Dockerfile copies what there is', () => {
  const copied = Array.from(
    read('Dockerfile').matchAll(/COPY --from=build \/src\/(\S+)/g),
    ([, path = '']) => path,
  );
  expect(copied).toEqual(['package.json', 'bin', 'dist']);
  for (const path of copied) expect(existsSync(new URL(`../${path}`, import.meta.url))).toBe(true);
});
