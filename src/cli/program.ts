import { Argument, Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { DELIVERABLE_KINDS, DELIVERABLE_WORDS, DUTY_WORDS } from '../index.js';
import { examplesIn, inChinese, refuseEmpty } from './chinese.js';
import {
  CodedOption,
  column,
  day,
  degree,
  encoding,
  from,
  fromEntries,
  regExp,
  reportJson,
  several,
  units,
} from './options.js';

/** The records whose schema is printed. */
const RECORDS = ['task-book', 'task-sheet', 'revision', 'roll-up', 'registry', 'check-config'] as const;

const EXAMPLES = [
  ['wulong-tasks parse 通知.txt', '读通知，写出 wulong-tasks.json'],
  ['wulong-tasks check 通知.txt', '发文前查自相矛盾、漏填、照抄的地方'],
  ['wulong-tasks export 某单位', '出一个单位的任务清单'],
  ['wulong-tasks export --all -o 清单', '出所有单位的任务清单和总台账'],
  ['wulong-tasks build 通知.txt -o 清单', '一次写全；修订后再运行，填过的带过来'],
  ['wulong-tasks collect 收回 -o 汇总.xlsx', '汇总各单位填好的清单'],
  ['wulong-tasks diff 原通知.txt 新通知.txt', '看修订了什么、对谁有影响'],
] as const;

/** What can be written on the command line: the commands, in the order in which help lists them. */
export const program = inChinese(new Command('wulong-tasks'))
  .description('把政府工作通知读成任务台账，给每个单位出任务清单。')
  .version(packageJson.version, '-V, --version', '显示版本号')
  .addHelpText(
    'after',
    () => `
例：
${examplesIn(EXAMPLES, process.stdout.columns ?? 80)}

退出码：0 完成；1 通知有错误，或填的内容要有人看（可能放错、漏收）；
　　　　2 用法不对；3 读不了或写不了。`,
  );

program
  .command('parse')
  .description('读一份通知，写出任务台账，报告字数账、推定和错误')
  .argument(
    '<notice>',
    '通知文件：Word（.docx、.doc、.wps）、PDF、OFD、网页（.html、.mhtml）、Excel（.xlsx）、文本、Markdown；“-”为标准输入；写文件夹则读其中每份通知',
  )
  .option(
    '-o, --output <file>',
    '台账写到这个文件（读文件夹时，每份通知的写到这个文件夹的一个子文件夹）；“-”为标准输出',
    'wulong-tasks.json',
  )
  .option('--json', '把台账写到标准输出，不写文件')
  .option('--since <old>', '原通知，或它的台账：相同的任务沿用那里的编号')
  .option('-v, --verbose', '逐条列出所有提示')
  .option('--cross-check', '用另一个程序（mammoth）把 .docx 再读一遍，逐段、逐格比对，不一样的报出来')
  .option('--explain', '说明每张表是怎么读的：样子、各列是什么、为什么')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./parse.js')));

program
  .command('units')
  .description(
    '列出各单位的任务数：牵头、责任、正文（只有正文点名的）、承办（所设办公室的）、集体（通过集体称谓）、可能涉及',
  )
  .argument('[unit]', '只看这个单位：别称、所在集体、承办的办公室、任务')
  .option('--check', '只列没有着落的名称：名录里没有的单位、成员不明的集体称谓')
  .option('--template', '写待补全的名录：打印 YAML，存为 units.yaml 后填写；加 --xlsx 为 Excel 表')
  .option('--learn <folder>', '按发回的清单里“待确认”的答复写集体的成员，核对后用；加 --xlsx 为 Excel 表')
  .option('--xlsx', '名录写成 Excel 表：一行一个单位，一列一个集体，是成员的打 ✓')
  .option('-o, --output <file>', '名录写到这个文件，如 名录.xlsx；“-”为标准输出')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(from())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .option('--json', '写 JSON')
  .action(command(() => import('./units.js')));

program
  .command('tasks')
  .description('在终端里看任务')
  .option('--unit <unit>', '只看这个单位的任务')
  .addOption(
    new CodedOption(
      '--role <role>',
      '只看该单位牵头或责任的',
      fromEntries(['lead', 'responsible'], DUTY_WORDS),
    ),
  )
  .addOption(degree())
  .option('--table <table>', '只看这张表：三、3 或表名')
  .addOption(
    new CodedOption(
      '--deliverable <kind>',
      '只看要出这种成果的',
      fromEntries(DELIVERABLE_KINDS, DELIVERABLE_WORDS),
    ),
  )
  .option('--grep <pattern>', '只看名称、目标或单位里有这些字的（正则表达式）', regExp)
  .addOption(from())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .option('--json', '写 JSON')
  .action(command(() => import('./tasks.js')));

program
  .command('export')
  .description('出任务清单：Excel、CSV、JSON、Word，可多选；不选为 Excel；原有的清单里填过的都带过来')
  .argument('[units...]', '哪些单位，同 --unit')
  .option('--unit <unit>', '哪个单位，可写多次', several)
  .option('--all', '所有单位，另加总台账')
  .option('--offices', '设在别的单位的办公室（如安委办）也单独出清单；不写则它们的任务只在承办单位的清单里')
  .addOption(degree())
  .option('--xlsx', 'Excel 工作簿')
  .option('--csv', 'CSV')
  .option('--json', 'JSON')
  .option('--docx', 'Word 任务分解表，供打印传阅')
  .option('-o, --output <folder>', '写到哪个文件夹；“-”为标准输出（限一个单位、一种格式）', '.')
  .option('--force', '覆盖不是本程序写的文件；填过的清单总是带过来，不会覆盖')
  .addOption(reportJson())
  .addOption(from())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./export.js')));

program
  .command('overview')
  .description('只出总台账：全部任务、单位任务矩阵、各单位任务数、量化指标')
  .option('-o, --output <file>', '写到这个文件；“-”为标准输出', '总台账.xlsx')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(from())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./overview.js')));

program
  .command('report')
  .description(
    '出一个网页文件：总览、各单位的任务、标注过的通知原文、查找；不用联网，可以在电脑和手机上打开、转发',
  )
  .option('--unit <unit>', '打开时先看这个单位')
  .option('--progress <file>', 'collect 写的汇总（.json），页面上显示进展')
  .option('--watch', '通知文件（--from）每次存盘后重写，供起草时看；按 Ctrl+C 结束')
  .option('-o, --output <file>', '写到这个文件；“-”为标准输出', 'report.html')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(from())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./report.js')));

program
  .command('build')
  .description(
    '把一份通知的任务清单、总台账、台账和修订对照都写到一个文件夹；通知修订后再运行，填过的都带过来',
  )
  .argument('<notice>', '通知文件，同 parse；写文件夹则其中每份通知各写到一个子文件夹')
  .option('-o, --output <folder>', '写到哪个文件夹', 'sheets')
  .option('--check', '什么也不写，只看是不是最新的，.docx 再用另一个程序读一遍比对；不是或不一样则退出码为 1')
  .option('--xlsx', '清单写 Excel 工作簿（不选格式时就是它）')
  .option('--csv', '清单写 CSV')
  .option('--json', '清单写 JSON')
  .option('--docx', '清单写 Word 任务分解表')
  .option('--offices', '设在别的单位的办公室（如安委办）也单独出清单；不写则它们的任务只在承办单位的清单里')
  .option('--config <file>', '检查设置（YAML），同 check')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(reportJson())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./build.js')));

program
  .command('collect')
  .description('汇总各单位填好发回的清单：查错，按任务、按单位列出进展')
  .argument('<folder>', '放着发回的清单（.xlsx、.csv）的文件夹，含下级文件夹')
  .addOption(
    new Option(
      '-o, --output <file>',
      '汇总写到这个文件，可写多次：.xlsx、.csv 或 .json（下个月拿来比）；“-”为标准输出（JSON）',
    )
      .argParser(several)
      .default([], '汇总.xlsx'),
  )
  .option('--on <date>', '汇总到这一天：过了完成时限、没有完成的算滞后，如 2025-06-30', day)
  .option('--since <file>', '和以前的汇总（.json）比：有进展的、未动的、退回的；也可以是放着各月汇总的文件夹')
  .option('--papers <folder>', '把督办单（一个单位一份）、通报、工作进展情况（Word）写到这个文件夹')
  .option('--sign <unit>', '文书落款的单位；不写则留空')
  .option('-v, --verbose', '逐条列出所有提示')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(reportJson())
  .addOption(from())
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./collect.js')));

program
  .command('diff')
  .description('比较一份通知的前后两稿：任务的增、减、移、改，正文和版头的改动，涉及哪些单位')
  .argument('<old>', '原通知，同 parse；也可以是它的 wulong-tasks.json')
  .argument('<new>', '新通知')
  .option('--unit <unit>', '只看对这个单位的影响')
  .option('--md', '写 Markdown')
  .option('--json', '写 JSON')
  .option('--xlsx <file>', '写 Excel 对照表：原文、新文并排')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./diff.js')));

program
  .command('check')
  .description('查通知里自相矛盾、漏填、照抄的地方；有错误时退出码为 1')
  .argument('[notice]', '通知文件，同 parse；“-”为标准输入；不写则查 wulong-tasks.json')
  .option(
    '--config <file>',
    '检查设置（YAML），如 rules: { name-inferred: off }；不写则用当前文件夹的 check.yaml',
  )
  .option('--rules', '列出所有规则')
  .option('-v, --verbose', '逐条列出所有提示')
  .option('--json', '写 JSON')
  .option('--sarif', '写 SARIF 2.1.0，供代码托管平台和编辑器显示')
  .option('--github', '写 GitHub Actions 的批注命令；多的合并，全部写进这一步的摘要')
  .option('-o, --output <file>', '写到这个文件，不打印')
  .option('--force', '覆盖不是本程序写的文件')
  .addOption(encoding())
  .addOption(units())
  .addOption(column())
  .action(command(() => import('./check.js')));

program
  .command('app')
  .description('写出“任务清单工具”：一个网页文件，不用装 Node、不用联网，在浏览器里读通知、出清单、汇总')
  .option('-o, --output <file>', '写到这个文件；“-”为标准输出', '任务清单工具.html')
  .option('--force', '覆盖不是本程序写的文件')
  .action(command(() => import('./app.js')));

program
  .command('mcp')
  .description(
    '给 AI 助手用：按模型上下文协议（MCP）在标准输入、输出上回答关于通知的问题；只读这个文件夹里的文件',
  )
  .argument('[folder]', '放着通知的文件夹', '.')
  .option('--units <file>', '本区的单位名录（Excel 表或 YAML），文件夹里的名字')
  .action(command(() => import('./mcp/server.js')));

program
  .command('schema')
  .description('打印记录的 JSON Schema')
  .addArgument(new Argument('[record]', '哪种记录').choices(RECORDS).default('task-book'))
  .action(command(() => import('./schema.js')));

program
  .command('completion')
  .description('打印命令行自动补全的脚本：写到命令行的启动文件里')
  .addArgument(new Argument('<shell>', '哪种命令行').choices(['bash', 'zsh', 'fish', 'powershell']))
  .action(
    command(async () => {
      const { printScript } = await import('./completion.js');
      return { run: async (shell: string) => printScript(program, shell) };
    }),
  );

program.hook('preAction', (_, running) => refuseEmpty(running.args, running.opts()));

/** Loads a command only when it runs, so that none waits for what another needs. */
function command<A extends unknown[]>(load: () => Promise<{ run: (...args: A) => Promise<void> }>) {
  return async (...args: unknown[]) => (await load()).run(...(args as A));
}
