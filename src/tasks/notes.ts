import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Role } from '../model/taskbook.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { comparable, roleOf } from '../words/columns.js';
import { numbersIn, SEVERAL_ITEMS as SEVERAL } from '../words/item-numbers.js';
import { CHAPTER_NUMBER, DIGIT, MEASURE_NUMBER, numeralValue, ORDINAL } from '../words/numerals.js';
import { HOLDERS, TO_LEAD } from '../words/role-words.js';
import { isPart } from '../words/roles.js';

/** Words of a note that say who does some of a table's rows: 第7项由县教育局牵头. */
export interface NoteRule {
  /** The rows' numbers, as printed; nothing where it is all rows: 以上任务均由县教育局牵头. */
  readonly numbers: readonly string[] | undefined;
  /** The part of the table whose rows they are: 产业类任务由县发改局牵头. */
  readonly part?: string;
  /** The table that it names: 表1 of 表1各项任务由县农业农村局牵头. */
  readonly table?: string;
  /** Who does them, and how. */
  readonly units: Passage;
  readonly note: Passage;
}

/** 负责解释, 负责资金保障: no part in every row. */
const WHO_DOES_ALL = `(?:${TO_LEAD}|${anyOf(wordsIn('配合 协办 监督 督导'))})`;
const DOES = anyOf(
  wordsIn('牵头 负责 配合 协助 参与 参加 协办 协调 组织 指导 监督 督办 督导 复核 验收 审核 核验 核查 督促'),
);
/** 以上3项, 共3项: as many as there are, and no row's number. */
const COUNTED = `(?:以上|上述|所列|表中|共|计|前|后|余|他|${DIGIT})`;
/** 第3项由县财政局牵头外，其余由…, 县教育局牵头，责任单位配合: the others are another rule's, or the table's own. */
const UP_TO_OTHERS = `(?:(?!外[，,]|[，,](?:其余|其他|其它|(?:第|前|后|序号)${DIGIT}|${HOLDERS}))[^。；\\n])`;
/** 整改情况 of 第2、7项整改情况由县纪委复核. */
const WHAT_OF_ROWS = `(?:整改|完成|落实|办理|推进)?${anyOf(wordsIn('任务 工作 事项 项目 问题 隐患 指标 建议 提案 措施 内容 情况 结果 质量'))}`;
const OF_ROWS = new RegExp(
  `(?:序号|编号)?(?:为)?(?<!${COUNTED})(?<numbers>${SEVERAL})(?:[项条号个]中?|的)?(?:${WHAT_OF_ROWS})?[，,]?(?:均|都|统一)?(?:(?:由|请)(?<units>${UP_TO_OTHERS}{2,120})|(?<=[项条号中])(?<doers>(?:(?!(?<!自)由)[^。；，、\\n]){2,40}?(?:${DOES})(?=[。；\\n]|$)))`,
  'dg',
);
const THINGS = anyOf(wordsIn('任务 工作 事项 项目 措施 问题 指标 内容'));
const EVERY = anyOf(wordsIn('各项 所有 全部 所列 各 的'));
/** 以上各项工作均由区教育局牵头: of all rows. */
const OF_ALL = new RegExp(
  `(?:(?:${anyOf(wordsIn('以上 上述 上列 所列 表中 表内 本表 上表 表列'))}|(?<table>附?表[\\d一二三四五六七八九十]{1,2})中?)${EVERY}{0,2}(?:${DIGIT}{1,3}[项条个])?|(?<=^|[。；：:.．、\\n])(?:各项|所有|全部))${THINGS}{0,2}[，,]?(?:均|都|统一|全部|一律)?(?:由|请)(?!${HOLDERS})(?<units>(?=[^，,。；\\n]{2,60}?${WHO_DOES_ALL})${UP_TO_OTHERS}{2,120})`,
  'dg',
);
/** What all of these say of somebody; most notes do not, and the rules are large. */
const SAYS_DUTY = new RegExp(`${TO_LEAD}|${DOES}`);
/** 前3项由县卫健局牵头: the first rows, however they are numbered; 后2项, the last. */
const OF_FIRST = new RegExp(
  `(?<which>前|后|末)(?<count>${DIGIT}{1,3}|[一二两三四五六七八九十])(?:项|条|个|件)(?:任务|工作|事项|项目|指标)?[，,]?(?:均|都|统一)?(?:由|请)(?<units>${UP_TO_OTHERS}{2,120})`,
  'dg',
);

/**
 * What notes say of who does which rows.
 *
 * @param rows the rows' numbers, as printed
 */
export function noteRulesIn(
  notes: readonly Passage[],
  lines: LineStarts,
  rows: readonly string[] = [],
): NoteRule[] {
  return notes
    .filter(({ text }) => SAYS_DUTY.test(text))
    .flatMap((note) =>
      [OF_ROWS, OF_FIRST, OF_ALL]
        .flatMap((pattern) =>
          Array.from(note.text.matchAll(pattern), ({ indices, groups }): NoteRule => {
            const [start, end] = indices?.groups?.['units'] ?? indices?.groups?.['doers'] ?? [0, 0];
            const numbers = groups?.['numbers'];
            return {
              numbers:
                groups?.['count'] === undefined
                  ? numbers === undefined
                    ? undefined
                    : numbersIn(numbers)
                  : firstOrLast(rows, groups['which'] === '前', groups['count']),
              ...(groups?.['table'] !== undefined && { table: groups['table'] }),
              units: slicePassage(note, start, end, lines),
              note,
            };
          }),
        )
        .filter(({ units }) => SAYS_DUTY.test(units.text)),
    );
}

/** What numbers a part, and what kind of thing it is. */
const PART_NUMBER = new RegExp(
  `^(?:备注|附注|说明|注)?[：:]?\\s*(?:${CHAPTER_NUMBER}|${MEASURE_NUMBER}|第${ORDINAL}(?:部分|类|大类|板块|组)[，、：:]?)?`,
);
const PART_KIND =
  /(?:类|方面|领域|部分)?(?:的?各?项?(?:任务|工作|事项|项目|指标|问题))?[，,]?(?:均|都|统一|全部)?$/;
/** 产业振兴专项小组由县农业农村局牵头. */
const BY_WHOM = new RegExp(
  `^([^，。；：:]{2,40}?)(?:由|请)((?=[^，,。；\\n]{2,60}?${WHO_DOES_ALL})[^。；\\n]{2,120})`,
  'd',
);

/** What a part of a table is called, without its number, what it says in brackets and its kind. */
export function partName(text: string): string {
  const [plain = ''] = text.replace(/\s/g, '').split(/[（(](?!.{1,3}[）)])|[：:]/, 1);
  return plain
    .replace(PART_NUMBER, '')
    .replace(PART_KIND, '')
    .replace(/^[“"]|[”"]$/g, '');
}

/**
 * What notes say of who does a part of a table, a section or a category.
 *
 * @param parts what the parts are called
 */
export function partRulesIn(
  notes: readonly Passage[],
  lines: LineStarts,
  parts: ReadonlySet<string>,
): NoteRule[] {
  return notes.flatMap((note) =>
    Array.from(note.text.matchAll(/[^。；\n]+/g), ({ 0: sentence, index }): NoteRule[] => {
      const skipped = /^(?:备注|附注|说明|注)?\s*[：:]?\s*/.exec(sentence)?.[0].length ?? 0;
      const found = BY_WHOM.exec(sentence.slice(skipped));
      const part = partName(found?.[1] ?? '');
      const [start, end] = found?.indices?.[2] ?? [0, 0];
      if (!parts.has(part) || end === 0) return [];
      const from = index + skipped;
      return [{ numbers: [], part, units: slicePassage(note, from + start, from + end, lines), note }];
    }).flat(),
  );
}

function firstOrLast(rows: readonly string[], isFirst: boolean, count: string): string[] {
  const many = numeralValue(count.normalize('NFKC'));
  return isFirst ? rows.slice(0, many) : rows.slice(Math.max(0, rows.length - many));
}

/** Who does what the table leaves open: 未注明牵头单位的，由区教委牵头. */
export interface DefaultRule {
  /** The part that is left open. */
  readonly open: Role;
  readonly units: Passage;
  readonly note: Passage;
}

const OPEN = `(?:(?:未|没有)(?:注明|明确|标明|列明|填写|写明|标注|列出)(?<label>[^，。；、]{2,8}?)|(?<label2>[^，。；、：]{2,8}?)(?:一栏|栏)?(?:为空|空白|未注明|未明确|未填写|没有注明|未标注))`;
const LEFT_OPEN = new RegExp(`${OPEN}(?:的|者)?[，,]?(?:均|统一|一律|都)?由(?<units>[^。；\\n]{2,80})`, 'dg');

/** 其余任务由县教育局牵头: who leads where no other words say so. */
const THE_OTHERS = new RegExp(
  `(?:其余|其他|其它)${EVERY}{0,2}${THINGS}{0,2}[，,]?(?:均|都|统一|一律)?由(?<units>(?=[^，,。；\\n]{2,60}?${TO_LEAD})${UP_TO_OTHERS}{2,80})`,
  'dg',
);

/** What notes say of who does what the table leaves open. */
export function defaultsIn(notes: readonly Passage[], lines: LineStarts): DefaultRule[] {
  return notes
    .filter(({ text }) => text.includes('由'))
    .flatMap((note) =>
      [LEFT_OPEN, THE_OTHERS].flatMap((pattern) =>
        Array.from(note.text.matchAll(pattern), ({ indices, groups }): DefaultRule[] => {
          const label = groups?.['label'] ?? groups?.['label2'];
          const open = label === undefined ? 'lead' : roleOf(label.replace(/的$/, ''));
          const [start, end] = indices?.groups?.['units'] ?? [0, 0];
          return isPart(open) ? [{ open, units: slicePassage(note, start, end, lines), note }] : [];
        }).flat(),
      ),
    );
}

const BLANK_IS_SAME =
  /(?<header>[^，。；、：:\s]{2,8}?)(?:一栏|栏)?(?:为空|为空白|空白|空缺|未填写?)(?:的|者)?[，,]?(?:均|即|表示|视为)?(?:与|同)(?:上|前)一?(?:项|行|条|栏|格)?(?:相同|一致|同)?/g;

/** Headers under which nothing printed means the same as above: 责任领导一栏空白的，与上一项相同. */
export function blankIsSameIn(notes: readonly Passage[]): ReadonlySet<string> {
  return new Set(
    notes.flatMap(({ text }) =>
      Array.from(text.matchAll(BLANK_IS_SAME), ({ groups }) => comparable(groups?.['header'] ?? '')),
    ),
  );
}

const ALL_THINGS = `(?:(?:各项|以上|上述|所有|全部|表中|所列)${EVERY}?${THINGS}{1,2}|${anyOf(wordsIn('主办件 承办件 交办件'))})`;
const DAY_OF_ALL = `(?:${DIGIT}{4}年)?${DIGIT}{1,2}月(?:${DIGIT}{1,2}日|底|末)?(?:以前|之前|前)?`;
/** 各项任务务必于11月30日前完成, 主办件6月底前办结: by when all of a table is to be done. */
const DONE_BY = new RegExp(
  `${ALL_THINGS}[，,]?(?:务必|均|统一|全部|须|需|应|要|确保){0,3}[于在]?(?<time>${DAY_OF_ALL})(?:全部|全面)?(?:完成|办结)`,
  'd',
);
/** 以上工作完成时限除有特别说明外，均为2026年12月底前. */
const LIMIT_IS = new RegExp(
  `${ALL_THINGS}的?(?:完成|办结|整改|办理)?(?:时限|期限|时间)(?:[，,]?除[^。；，]{2,20}外)?[，,]?(?:均|都|统一|一律)?为(?<time>${DAY_OF_ALL})`,
  'd',
);

/** By when all rows are to be done, as a note says. */
export function timeOfAllIn(
  notes: readonly Passage[],
  lines: LineStarts,
): { readonly units: Passage; readonly note: Passage } | undefined {
  for (const note of notes) {
    if (!note.text.includes('月')) continue;
    const found = DONE_BY.exec(note.text) ?? LIMIT_IS.exec(note.text);
    const [start, end] = found?.indices?.groups?.['time'] ?? [0, 0];
    if (end > start) return { units: slicePassage(note, start, end, lines), note };
  }
  return undefined;
}

const EXCEPTED = new RegExp(
  `(?:除|但)?(?:序号|编号)?(?<numbers>${SEVERAL})[项条号个]?(?:任务|工作|事项|项目)?(?:除外|外[，,])`,
);

/** The rows' numbers that a sentence leaves out: 责任单位排第一位的为牵头单位（第2项除外）. */
export function exceptedIn(text: string): string[] {
  return numbersIn(EXCEPTED.exec(text)?.groups?.['numbers'] ?? '');
}

/** 以上任务由县府办督办, 第1—2项6月底前完成: a sentence that says who does something or by when. */
const OFFICE = anyOf(wordsIn('局 委 办 府 院 厅 中心'));
const SAYS_WHO = new RegExp(
  `(?:由|请|[项务作]|^)[^，。；：:“”]{2,30}${OFFICE}(?:统一|具体|共同|负责)?(?:${DOES})(?!解释)`,
);
const SAYS_WHEN = new RegExp(
  `第?${DIGIT}{1,3}[^，。；：:]{0,12}项[^，。；：:]{0,16}(?:前|底|内)(?:全部|全面)?(?:完成|办结)`,
);

/** An error for every sentence of a note that may be a duty and that no rule has read. */
export function unreadNotes(
  notes: readonly Passage[],
  rules: readonly { readonly units: Passage; readonly note: Passage }[],
): Diagnostic[] {
  return notes.flatMap((note) => {
    const read = rules.filter((rule) => rule.note === note).map(({ units }) => units.text);
    return note.text
      .split(/[。；\n]|(?<![\d第A-Za-z-])(?=\d{1,2}[.．、](?!\d))/)
      .filter((sentence) => SAYS_WHEN.test(sentence) || SAYS_WHO.test(sentence))
      .filter((sentence) => !read.some((units) => sentence.includes(units)))
      .map((sentence) => diagnose('note-unread', { note: sentence.trim() }, note.at));
  });
}
