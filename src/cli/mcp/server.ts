import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import * as z from 'zod';
import { zhCN } from 'zod/locales';
import packageJson from '../../../package.json' with { type: 'json' };
import { DEGREE_WORDS, DEGREES, DUTY_WORDS, messageOf, placeText } from '../../index.js';
import { Failure } from '../terminal.js';
import { Questions } from './questions.js';
import { filesWithin } from './within.js';

interface McpFlags {
  readonly units?: string;
}

/** Nothing is written, and nothing outside the folder is asked. */
const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const notice = z.string().describe('通知文件，或它的 wulong-tasks.json：文件夹里的名字，如 通知.docx');
const unit = z.string().describe('单位的名称、简称或别称');
/** A code, or the Chinese word for it, as the command line takes both. */
function coded<C extends string>(codes: readonly C[], words: Readonly<Record<C, string>>) {
  const said: z.ZodType<string> = z.enum([...codes, ...codes.map((code) => words[code])]);
  const codeOf = (text: unknown) => codes.find((code) => code === text || words[code] === text);
  return { said, codeOf };
}
const role = coded(['lead', 'responsible'] as const, DUTY_WORDS);
const degree = coded(DEGREES, DEGREE_WORDS);
const optional = <S extends z.ZodType>(schema: S) => schema.optional();

/** `wulong-tasks mcp`: answers an assistant's questions about notices in a folder, by the Model Context Protocol. */
export async function run(folder: string, { units }: McpFlags): Promise<void> {
  const questions = new Questions(await filesWithin(folder), units);
  // Who starts it sees what is wrong; an assistant would be told at its first question.
  await questions.ready();
  const server = serverOf(questions);
  const transport = new StdioServerTransport();
  transport.onerror = tellUnread;
  await server.connect(transport);
}

/** A line that is no message is answered, too: whoever sent it waits (JSON-RPC 2.0, 5.1). */
function tellUnread(error: Error): void {
  const [code, message] =
    error instanceof SyntaxError
      ? [-32700, '这一行不是 JSON。']
      : [-32600, '这一行不是 JSON-RPC 2.0 的消息。'];
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } })}\n`);
}

/** What the protocol's library says of a call that does not fit, in Chinese. */
function inChinese(said: string): string {
  const missing = /Tool (.{1,100}) not found$/.exec(said)?.[1];
  if (missing !== undefined) return `没有“${missing}”这个工具。可以用的请看 tools/list。`;
  const [, tool, problems] = /Invalid arguments for tool ([\w-]{1,100}): ([\s\S]*)$/.exec(said) ?? [];
  if (tool === undefined || problems === undefined) return said;
  const lines = problems.split('\n').map((line) => line.replace(/^(.*) at ([\w.]+)$/, '$2：$1'));
  return `工具 ${tool} 的参数不对。${lines.join('；')}。`;
}

function serverOf(questions: Questions): McpServer {
  z.config(zhCN());
  const server = new McpServer({ name: 'wulong-tasks', version: packageJson.version });
  // The library words what does not fit its schemas before any tool is asked, and in English.
  const own = server as unknown as { createToolError(said: string): object };
  const createToolError = own.createToolError.bind(server);
  own.createToolError = (said) => createToolError(inChinese(said));
  const add = <S extends Record<string, z.ZodType>>(
    name: string,
    description: string,
    inputSchema: S,
    answer: (args: z.infer<z.ZodObject<S>>) => Promise<object>,
  ) =>
    server.registerTool(name, { description, inputSchema, annotations: READ_ONLY }, ((
      args: z.infer<z.ZodObject<S>>,
    ) => answered(() => answer(args))) as never);

  add('files', '列出文件夹里的文件。', {}, () => questions.files());
  add('parse', '读一份通知：标题、文号、章条和附表、字数账，读的时候发现的问题和出处。', { notice }, (args) =>
    questions.parse(args.notice),
  );
  add('units', '一份通知涉及的单位和集体，各有多少任务。', { notice }, (args) =>
    questions.unitsOf(args.notice),
  );
  add(
    'tasks',
    '查任务：某单位的、到某天要办好的、某张表的、含某些字的。每项都有出处；inferred 是程序推定的，要核对原文。',
    {
      notice,
      unit: optional(unit),
      role: optional(role.said).describe('该单位牵头的，还是责任的；和 unit 一起用'),
      degree: optional(degree.said).describe('named 点名的，member 再加集体的，possible 再加可能涉及的'),
      table: optional(z.string()).describe('哪张表：三、3 或表名'),
      by: optional(z.iso.date()).describe('完成时限在这一天或以前的，如 2025-06-30'),
      text: optional(z.string()).describe('名称或目标里有这些字的'),
    },
    (args) => questions.tasks({ ...args, role: role.codeOf(args.role), degree: degree.codeOf(args.degree) }),
  );
  add('sheet', '一个单位的任务清单，全部栏目（JSON）。', { notice, unit }, (args) =>
    questions.sheet(args.notice, args.unit),
  );
  add('check', '发文前检查：通知里自相矛盾、漏填、照抄的地方。', { notice }, (args) =>
    questions.check(args.notice),
  );
  add(
    'diff',
    '比较一份通知的前后两稿：任务的增、减、移、改，涉及哪些单位。',
    { before: notice, after: notice, unit: optional(unit) },
    (args) => questions.diff(args.before, args.after, args.unit),
  );
  return server;
}

/** An answer as JSON; what cannot be answered is said in words, with its code and place. */
async function answered(answer: () => Promise<object>) {
  const text = (words: string) => [{ type: 'text' as const, text: words }];
  try {
    return { content: text(JSON.stringify(await answer(), null, 1)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const lines = error.diagnostics.map(
      (each) => `${each.at === undefined ? '' : `${placeText(each.at)} `}${messageOf(each)} [${each.code}]`,
    );
    return { content: text(lines.join('\n')), isError: true };
  }
}
