import { readFileSync } from 'node:fs';
import { parseNotice, type TaskBook } from '../../src/index.js';

/** The notice that the project began with, as it came. */
export const SEED = new URL('../../seeds/wulong-2025-1.txt', import.meta.url);

export const seedBytes = (): Buffer => readFileSync(SEED);

/** The seed with the first rows of each table, for laws that are tried hundreds of times. */
export function shortSeed(rows = 6): string {
  let row = 0;
  const lines = seedBytes().toString('utf8').split('\n');
  const kept = lines.filter((line, i) => {
    if (line === '\t序号') row = 0;
    else if (/^\t\d+$/.test(line) && lines[i - 1] === '') row++;
    else if (/^[一二三四五六]、/.test(line)) row = 0;
    return row <= rows;
  });
  return kept.join('\n');
}

/**
 * The seed, or its revision, with the rows alone in which some words stand: it has sheets for as many units, but fewer
 * rows in them.
 */
export function rowsWith(words: RegExp, notice = seedBytes().toString('utf8')): string {
  return notice
    .split(/(?<=\n\n)(?=\t\d+\n)|(?=\n[一二三四五六]、)/)
    .filter((part) => !part.startsWith('\t') || words.test(part))
    .join('');
}

/** A table of the notice as it is printed in text. */
const table = (title: string, rows: readonly (readonly string[])[]) =>
  [`${title}\n`, ...[['序号', '名称', '2025年目标（内容）', '牵头单位', '责任单位', '备注'], ...rows]]
    .map((row) => (typeof row === 'string' ? row : row.map((cell) => `\t${cell}\n`).join('')))
    .join('\n');

/**
 * A notice with the head of the seed and a table of each kind, whose tasks are of few units: for what has to be of that
 * district and does not depend on how much there is. The seed has groups that any of its 64 units may be in.
 */
export function smallSeed(): string {
  const [head = ''] = seedBytes().toString('utf8').split('一、深化');
  return `${head}一、深化安全责任体系
（一）抓好应急预案修编和演练。修订应急预案，每年组织1次综合应急演练。
（二）加强水库大坝安全。完成平桥镇护岸等8处水毁工程修复。
附件
核心绩效指标责任及重点任务分工
${table('一、核心绩效指标', [['1', '亡人数', '同比下降5%', '区安委办', '区应急管理局、白马镇', '']])}
${table('二、重要文件', [['1', '应急预案', '2025年6月底前修订应急预案', '区应急管理局', '区水利局', '']])}
${table('三、重点整治', [['1', '水库大坝', '重大事故隐患按期整改率达100%', '区水利局', '区财政局', '']])}
${table('四、重点措施', [
  ['1', '应急演练', '每年组织1次综合应急演练', '区应急管理局', '白马镇', ''],
  ['2', '水毁工程', '完成平桥镇护岸等8处水毁工程修复', '区水利局', '', ''],
])}
`;
}

let book: Promise<TaskBook> | undefined;

/** The seed's task book, read once; its tests are about what is in it, so it must be there. */
export function seedBook(): Promise<TaskBook> {
  book ??= readSeed();
  return book;
}

/** The seed's task book, read anew. */
export async function readSeed(): Promise<TaskBook> {
  const { value, diagnostics } = await parseNotice(seedBytes(), { name: 'notice.txt' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
