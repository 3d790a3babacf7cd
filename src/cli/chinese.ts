import { type Argument, type Command, type CommanderError, Help, type Option } from 'commander';
import stringWidth from 'fast-string-width';
import { type Diagnostic, diagnose } from '../index.js';
import { Failure } from './terminal.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Commander's complaints by their code; `$1` stands for what it complains of. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有“$1”这个选项',
  'commander.unknownCommand': '没有“$1”这条命令',
  'commander.missingArgument': '缺少参数“$1”',
  'commander.optionMissingArgument': '选项“$1”后面缺少内容',
  'commander.excessArguments': '多写了参数',
  'commander.invalidArgument': '选项“$1”的内容不对',
  'commander.help': '请写出要运行的命令',
};

/** What a line is not broken in: a word of Latin letters, and a sign with the punctuation that no line may begin with. */
const UNBROKEN = /(?:[!-~]+|.)[、，。；：）”]*/gsu;

/** A text broken at a width, as Chinese is: between any two characters. */
function wrapped(text: string, width: number): string {
  const lines = [''];
  for (const part of text.match(UNBROKEN) ?? []) {
    const line = lines.at(-1) ?? '';
    if (part === '\n') lines.push('');
    else if (line !== '' && stringWidth(line + part) > width) lines.push(part.trimStart());
    else lines[lines.length - 1] = line + part;
  }
  return lines.join('\n');
}

/** Columns that a description needs beside what it describes. */
const NARROWEST = 20;
/** What stands before a description that has lines of its own. */
const INDENT = ' '.repeat(6);

/** An option, argument or command with its description: beside it, or below it where there is no room. */
function item(this: Help, term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  if (description === '' || width - termWidth - 4 >= NARROWEST)
    return Help.prototype.formatItem.call(this, term, termWidth, description, helper);
  const lines = wrapped(description, Math.max(NARROWEST, width - INDENT.length)).split('\n');
  return [`  ${term}`, ...lines.map((line) => INDENT + line)].join('\n');
}

/** Command lines with what they do: beside them where all have room for it, else below. */
export function examplesIn(
  examples: readonly (readonly [line: string, what: string])[],
  width: number,
): string {
  const widest = Math.max(...examples.map(([line]) => stringWidth(line)));
  const hasRoom = examples.every(([, what]) => 2 + widest + 2 + stringWidth(what) <= width);
  return examples
    .map(([line, what]) =>
      hasRoom
        ? `  ${line}${' '.repeat(widest + 2 - stringWidth(line))}${what}`
        : [
            `  ${line}`,
            ...wrapped(what, Math.max(NARROWEST, width - INDENT.length))
              .split('\n')
              .map((each) => INDENT + each),
          ].join('\n'),
    )
    .join('\n');
}

/** What an option or argument is, what it may be, and what it is where it is not written. */
function described({ description, argChoices, defaultValue }: Option | Argument): string {
  const parts = [
    description,
    argChoices && `可选：${argChoices.join('、')}`,
    typeof defaultValue === 'string' && `不写为 ${defaultValue}`,
  ];
  return parts.filter((part) => part).join('；');
}

/** Gives a program Chinese help, and errors that are thrown and not printed. */
export function inChinese(program: Command): Command {
  return program
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      // Chinese has no blanks to break lines at, and a character of it takes two columns.
      displayWidth: (text) => stringWidth(text),
      boxWrap: wrapped,
      minWidthToWrap: NARROWEST,
      formatItem: item,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: described,
      argumentDescription: described,
      subcommandDescription: (command) => command.description(),
    })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示一条命令的帮助');
}

/** What arguments are called where one is missing. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  notice: '通知文件',
  folder: '文件夹',
  old: '原通知',
  new: '新通知',
  shell: '哪种命令行',
};

/** Of an argument that is one of several words. */
const NOT_OFFERED = '没有“$1”这一种';

/** A name with an ending, or in a folder: no command is called so. */
const FILE = /[\\/]|\.\w{1,6}$/;

/**
 * Words an error of commander in Chinese.
 *
 * @param command the command that was to be run, if there is one
 */
export function usageMessage({ code, message }: CommanderError, command?: string): Diagnostic {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  const subject = (code === 'commander.missingArgument' && ARGUMENTS[named]) || named;
  if (code === 'commander.unknownCommand' && FILE.test(subject))
    return diagnose('file-not-found', { path: subject });
  const nearest = /Did you mean ([^?]{1,99})\?/.exec(message)?.[1];
  const reason = /is invalid\. (?!Allowed)(.+)/.exec(message)?.[1] ?? '';
  const choices = /Allowed choices are ([^.]{1,999})\./.exec(message)?.[1];
  const isChosen = message.includes('command-argument value');
  const complaint = (isChosen ? NOT_OFFERED : (COMPLAINTS[code] ?? message)).replace('$1', () => subject);
  const text = [
    `${complaint}。${reason}`,
    choices ? `可选：${choices}。` : '',
    nearest ? `是不是：${nearest}？` : '',
    `用 wulong-tasks ${command === undefined ? '' : `${command} `}--help 看用法。`,
  ].join('');
  return diagnose('usage', { text });
}

/** Options behind which nothing may stand. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['sign', 'grep']);

/**
 * Makes sure that no name is empty, as a variable of a script is that has no value: it would be this very folder.
 *
 * @throws Failure where one is
 */
export function refuseEmpty(args: readonly string[], options: Readonly<Record<string, unknown>>): void {
  const empty = Object.keys(options).find((name) => options[name] === '' && !MAY_BE_EMPTY.has(name));
  if (!args.includes('') && empty === undefined) return;
  const which = empty === undefined ? '有一个参数' : `选项“--${empty}”后面`;
  const text = `${which}是空的。请写出名字；用变量写的，请看它有没有值。`;
  throw new Failure([diagnose('usage', { text })]);
}
