// `mcp`, asked by the official client: what an assistant may ask, and what it must not get.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  BIN,
  emptyFolder,
  files,
  folderWithNotice,
  folderWithSmallNotice,
  run,
  SMALL_NOTICE,
  telling,
} from '../support/program.js';

/** A client of a server for a folder. */
async function clientOf(folder: string, ...args: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp', folder, ...args],
      stderr: 'ignore',
    }),
  );
  onTestFinished(() => client.close());
  return client;
}

async function ask(client: Client, name: string, args: object): Promise<{ isError: boolean; text: string }> {
  const { isError, content } = await client.callTool({ name, arguments: { ...args } });
  const [first] = content as { text: string }[];
  return { isError: isError === true, text: first?.text ?? '' };
}

interface Tasks {
  readonly count: number;
  readonly tasks: readonly {
    readonly place: string;
    readonly times: readonly string[];
    readonly name: string;
  }[];
}

describe('mcp', () => {
  it('says in Chinese what is wrong with a question, and answers what is no message', async () => {
    const folder = folderWithSmallNotice();
    const client = await clientOf(folder);
    const odd = await ask(client, 'tasks', { notice: 5, by: '明天' });
    expect(odd.isError).toBe(true);
    expect(odd.text).toMatch(/^工具 tasks 的参数不对。notice：无效输入.*；by：无效/);
    expect(await ask(client, 'nix', {})).toEqual({
      isError: true,
      text: '没有“nix”这个工具。可以用的请看 tools/list。',
    });
    const { stdout } = await run(folder, ['mcp', '.'], { stdin: '不是 JSON\n{"id":4}\n' });
    const lines = stdout.trim().split('\n');
    const codes = lines.map((line) => (JSON.parse(line) as { error: { code: number } }).error.code);
    expect(codes).toEqual([-32700, -32600]);
  });

  it('offers tools that only read', async () => {
    const { tools } = await (await clientOf(folderWithNotice())).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'files',
      'parse',
      'units',
      'tasks',
      'sheet',
      'check',
      'diff',
    ]);
    for (const { annotations, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(description).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('answers what a unit has to do, and by when, from records with places', async () => {
    const folder = folderWithNotice();
    writeFileSync(join(folder, 'small.txt'), SMALL_NOTICE);
    const client = await clientOf(folder);
    const notice = 'notice.txt';
    const lead = JSON.parse(
      (await ask(client, 'tasks', { notice, unit: '水利局', role: 'lead', degree: 'named' })).text,
    ) as Tasks;
    expect(lead.count).toBe(4);
    const said = await ask(client, 'tasks', { notice, unit: '水利局', role: '牵头', degree: '点名' });
    expect(JSON.parse(said.text)).toEqual(lead);
    expect(lead.tasks[0]).toMatchObject({ name: '防汛抗旱领域', place: 'notice.txt:261:2' });
    const due = async (by: string) =>
      (JSON.parse((await ask(client, 'tasks', { notice: 'small.txt', unit: '县水利局', by })).text) as Tasks)
        .tasks;
    // 12月底前办好甲事, of 2026; 丙事 says no time, which is taken to be the end of the year.
    expect((await due('2026-12-31')).map(({ name }) => name)).toEqual(['甲事', '丙事']);
    expect(await due('2026-06-30')).toEqual([]);
    const sheet = JSON.parse((await ask(client, 'sheet', { notice, unit: '区水利局' })).text) as {
      rows: unknown[];
    };
    expect(sheet.rows).toHaveLength(94);
    expect((await ask(client, 'parse', { notice })).text).toContain('附表 6 张，任务 121 项');
    expect((await ask(client, 'units', { notice })).text).toContain('区应急管理局');
    expect((await ask(client, 'check', { notice })).text).toContain('"code"');
  });

  it('compares two editions', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.txt'), SMALL_NOTICE);
    writeFileSync(join(folder, 'b.txt'), SMALL_NOTICE.replace('12月底', '11月底'));
    const client = await clientOf(folder);
    const { text } = await ask(client, 'diff', { before: 'a.txt', after: 'b.txt', unit: '县水利局' });
    const { tasks } = JSON.parse(text) as { tasks: { kind: string }[] };
    expect(tasks.map(({ kind }) => kind)).toEqual(['changed']);
    expect(files(folder)).toEqual(['a.txt', 'b.txt']);
  });

  it('reads nothing outside its folder, whichever way it is asked', async () => {
    const outside = emptyFolder();
    writeFileSync(join(outside, 'secret.txt'), SMALL_NOTICE);
    const folder = emptyFolder();
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'a.txt'), SMALL_NOTICE);
    writeFileSync(join(folder, '.env'), SMALL_NOTICE);
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(outside, join(folder, 'linked'));
    const client = await clientOf(folder);
    const secret = join(outside, 'secret.txt');
    for (const notice of [
      secret,
      `../${secret.split('/').slice(-2).join('/')}`,
      `in/../../${secret.split('/').slice(-2).join('/')}`,
      '..\\secret.txt',
      'C:\\secret.txt',
      'link.txt',
      'linked/secret.txt',
      'in/a.txt\0.docx',
    ]) {
      const { isError, text } = await ask(client, 'parse', { notice });
      expect([isError, text], notice).toEqual([true, expect.stringContaining('[mcp-outside]')]);
    }
    expect((await ask(client, 'parse', { notice: 'in/a.txt' })).isError).toBe(false);
    expect(JSON.parse((await ask(client, 'files', {})).text)).toEqual({ files: ['in/a.txt'] });
  });

  it('says in words what it cannot answer, and goes on', async () => {
    const client = await clientOf(folderWithNotice());
    const notice = 'notice.txt';
    expect(await ask(client, 'sheet', { notice, unit: '没有这个局' })).toEqual({
      isError: true,
      text: expect.stringContaining('[unit-not-found]'),
    });
    expect((await ask(client, 'parse', { notice: '没有.txt' })).text).toContain('[file-not-found]');
    expect((await ask(client, 'tasks', { notice, by: '六月' })).isError).toBe(true);
    expect((await ask(client, 'units', { notice })).isError).toBe(false);
  });
});

describe('what cannot be served', () => {
  it.each([
    [['没有'], 'folder-not-found'],
    [['notice.txt'], 'folder-is-file'],
    [['.', '--units', '没有.yaml'], 'file-not-found'],
  ])('%j is told when it starts', async (args, code) => {
    const { code: exit, stderr } = await run(folderWithSmallNotice(), ['mcp', ...args], { stdin: '' });
    expect([exit, stderr]).toEqual([3, expect.stringMatching(telling(code))]);
    expect(stderr).not.toMatch(/E[A-Z]{4,}|\n {4}at /);
  });

  it('a role of nobody is refused, as on the command line', async () => {
    const client = await clientOf(folderWithSmallNotice());
    for (const asked of [{ role: 'lead' }, { degree: 'named' }]) {
      const { isError, text } = await ask(client, 'tasks', { notice: 'notice.txt', ...asked });
      expect([isError, text]).toEqual([true, expect.stringContaining('要和 unit 一起用')]);
    }
  });
});
