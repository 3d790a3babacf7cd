import { InvalidArgumentError, Option } from 'commander';
import {
  COLUMN_ROLES,
  COLUMN_WORDS,
  type ColumnRole,
  columnRoleOf,
  DEGREE_WORDS,
  DEGREES,
} from '../index.js';

const ROLES: readonly string[] = COLUMN_ROLES.map((role) => `${role} ${COLUMN_WORDS[role]}`);

/** 民生实事=name, also with the role in Chinese. */
function columnRole(
  value: string,
  earlier: Readonly<Record<string, ColumnRole>> = {},
): Readonly<Record<string, ColumnRole>> {
  const at = value.lastIndexOf('=');
  const role = columnRoleOf(value.slice(at + 1).trim());
  if (at <= 0 || role === undefined) {
    throw new InvalidArgumentError(`要写成“表头=列”，列可以是 ${ROLES.join('、')}。`);
  }
  return { ...earlier, [value.slice(0, at).trim()]: role };
}

export const from = () =>
  new Option(
    '--from <notice>',
    '直接读这份通知（或另一份台账、build 写的文件夹），不用 wulong-tasks.json；“-”为标准输入',
  );
export const encoding = () => new Option('--encoding <name>', '通知的编码，如 gb18030、big5；不写则自动识别');
export const units = () =>
  new Option(
    '--units <file>',
    '本区的单位名录（Excel 表或 YAML），盖在自带的名录上；不写则用台账旁边的 units.yaml、名录.xlsx',
  );
export const column = () =>
  new Option(
    '--column <header=role>',
    `说明某个表头是哪一列，可写多次，如 --column 民生实事=name；可以是 ${ROLES.join('、')}`,
  ).argParser(columnRole);
export const degree = () =>
  new CodedOption('--degree <degree>', '算到哪一级，后面的含前面的', fromEntries(DEGREES, DEGREE_WORDS));
/** The words of some codes, by the codes. */
export function fromEntries<C extends string>(codes: readonly C[], words: Readonly<Record<C, string>>) {
  return Object.fromEntries(codes.map((code) => [code, words[code]]));
}

/** An option that takes a code, or the word that people have for it: lead, 牵头. */
export class CodedOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly words: Readonly<Record<string, string>>,
  ) {
    const said = Object.entries(words).map(([code, word]) => `${word}（${code}）`);
    super(flags, `${description}：${said.join('、')}`);
    this.argParser((value) => {
      const found = Object.entries(words).find((entry) => entry.includes(value.trim()));
      if (!found) throw new InvalidArgumentError(`可以是：${said.join('、')}。`);
      return found[0];
    });
  }
}

export const reportJson = () =>
  new Option('--report-json', '做完后在标准输出写 JSON：写了哪些文件、带过来多少、有什么提示');
export const several = (value: string, earlier: string[] = []) => [...earlier, value];

export function regExp(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    throw new InvalidArgumentError('这不是正则表达式。');
  }
}

export function day(text: string): string {
  const time = new Date(`${text}T00:00:00Z`);
  if (!Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text) return text;
  throw new InvalidArgumentError('请写成 2025-06-30 这样的日期。');
}
