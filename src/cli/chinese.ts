import type { Command, CommanderError, Option } from 'commander';
import stringWidth from 'fast-string-width';
import { type Diagnostic, diagnose } from '../index.js';

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

/** Gives a program Chinese help, and errors that are thrown and not printed. */
export function inChinese(program: Command): Command {
  return program
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      // Chinese has no blanks to break lines at, and a character of it takes two columns.
      displayWidth: (text) => stringWidth(text),
      boxWrap: wrapped,
      minWidthToWrap: 20,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description, argChoices, defaultValue }: Option) =>
        [
          description,
          argChoices && `可选：${argChoices.join('、')}`,
          typeof defaultValue === 'string' && `不写为 ${defaultValue}`,
        ]
          .filter((part) => part)
          .join('；'),
      argumentDescription: ({ description }) => description,
      subcommandDescription: (command) => command.description(),
    })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示一条命令的帮助');
}

/** Words an error of commander in Chinese. */
export function usageMessage({ code, message }: CommanderError): Diagnostic {
  const subject = /'([^']*)'/.exec(message)?.[1] ?? '';
  const nearest = /Did you mean ([^?]{1,99})\?/.exec(message)?.[1];
  const reason = /is invalid\. (?!Allowed)(.+)/.exec(message)?.[1] ?? '';
  const choices = /Allowed choices are ([^.]{1,999})\./.exec(message)?.[1];
  const complaint = (COMPLAINTS[code] ?? message).replace('$1', () => subject);
  const text = [
    `${complaint}。${reason}`,
    choices ? `可选：${choices}。` : '',
    nearest ? `是不是：${nearest}？` : '',
    '用 wulong-tasks --help 看用法。',
  ].join('');
  return diagnose('usage', { text });
}
