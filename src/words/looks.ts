// How names may be shown that have a part in a task: 加粗的为牵头单位, 标红的单位牵头.
import type { Look } from '../model/look.js';
import { anyOf, wordsIn } from './any-of.js';

/** What a legend calls a look, the longest first; 黑体 is a font, and what people call bold. */
const LOOK_WORDS: readonly (readonly [pattern: string, ...looks: Look[]])[] = [
  ['加粗|加黑|粗体|粗黑体?|粗字', 'bold'],
  ['黑体', 'heiti', 'bold'],
  ['下划线|下横线|划线|画线|横线', 'underlined'],
  ['斜体', 'italic'],
  ['底纹|底色|阴影|高亮|标黄|黄色', 'shaded'],
  ['标红|红色|红字|红体', 'red'],
  ['标蓝|蓝色|蓝字', 'blue'],
  ['标绿|绿色|绿字', 'green'],
];

const LOOK = `(?<look>${LOOK_WORDS.map(([pattern]) => pattern).join('|')})`;

const PART = `(?<words>(?:${anyOf(wordsIn('牵头 主办 主责 主要责任 第一责任 承办 责任 配合 协办 协助 参与'))})(?:责任)?(?:单位|部门)?)`;

/** 的单位名称为: what stands between a look and the part that it says, and nothing else. */
const BETWEEN = `(?:${anyOf(wordsIn('字体 文字 字样 部分 标注 标示 标记 标出 显示 名称 责任单位 单位 部门 均为 表示 代表 的 者 字 均 为 是 系 即'))}|[:：—－“”"）)，,-])`;

/** 加粗的为牵头单位. */
const SHOWN_FIRST = new RegExp(
  `(?<!(?:未|没有?|无|不|非)(?:作|做|用|带|有|加|标)?)${LOOK}${BETWEEN}{0,6}${PART}`,
  'g',
);

/** 牵头单位以黑体字标出, 牵头单位已加粗. */
const PART_FIRST = new RegExp(
  `${PART}(?:名称)?(?:已|均|都|一律|统一|分别){0,2}[（(]?(?:用|以|采用|加|带|作|做|为|标为|有)?(?:${anyOf(wordsIn('字体 文字'))})?${LOOK}`,
  'g',
);

const ANY_LOOK = new RegExp(LOOK_WORDS.map(([pattern]) => pattern).join('|'));

/** What a legend in a text says of looks: 加粗 → 牵头单位. */
export function lookLegendIn(text: string): { readonly looks: readonly Look[]; readonly words: string }[] {
  const plain = text.replace(/\s/g, '');
  if (!ANY_LOOK.test(plain)) return [];
  const told = new Map<number, { looks: readonly Look[]; words: string }>();
  for (const pattern of [SHOWN_FIRST, PART_FIRST]) {
    for (const { 0: all, index, groups } of plain.matchAll(pattern)) {
      const look = groups?.['look'] ?? '';
      const at = index + (pattern === SHOWN_FIRST ? 0 : all.length - look.length);
      const looks = LOOK_WORDS.find(([words]) => new RegExp(`^(?:${words})$`).test(look))?.slice(1) ?? [];
      if (!told.has(at)) told.set(at, { looks: looks as readonly Look[], words: groups?.['words'] ?? '' });
    }
  }
  return Array.from(told.values());
}

/** Whether a text may say what looks mean: only then do they count. */
export function speaksOfLooks(text: string): boolean {
  return ANY_LOOK.test(text) && lookLegendIn(text).length > 0;
}

/** The hue of a colour as files write it, ff0000 or #f00, where it is no grey; dark ones count as well. */
export function hueOf(colour: string): Look | undefined {
  const digits = /^#?([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i.exec(colour.trim())?.[1];
  const named = NAMED_HUES[colour.trim().toLowerCase()];
  if (digits === undefined) return named;
  const [red = 0, green = 0, blue = 0] = (
    digits.length === 3 ? Array.from(digits, (each) => each + each) : (digits.slice(-6).match(/../g) ?? [])
  ).map((each) => Number.parseInt(each, 16));
  const most = Math.max(red, green, blue);
  if (most - Math.min(red, green, blue) < LEAST_COLOUR) return undefined;
  return most === red ? 'red' : most === blue ? 'blue' : 'green';
}

/** Below this difference of its parts, of 255, a colour looks grey. */
const LEAST_COLOUR = 80;

const NAMED_HUES: Readonly<Record<string, Look>> = {
  red: 'red',
  darkred: 'red',
  crimson: 'red',
  blue: 'blue',
  darkblue: 'blue',
  navy: 'blue',
  green: 'green',
  darkgreen: 'green',
};

/** Whether a font is one of those that are called 黑体. */
export function isHeiti(font: string): boolean {
  return /黑体|simhei|heiti/i.test(font);
}
