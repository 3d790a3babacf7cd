// Who does items that the text names by their numbers: 第1、2项由甲局牵头，乙局配合; 甲局：牵头1、2；配合3; 注：第2项增加丙局.
import { composed, type Passage, type Stretch, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Lexicon } from '../units/index.js';
import { numbersIn, SEVERAL_ITEMS } from '../words/item-numbers.js';
import { verbsOf } from '../words/role-words.js';
import { splitOutside } from './brackets.js';
import { NUMBER_BEFORE } from './frames/found.js';
import { namesBeforeColon } from './frames/names-before.js';
import type { Item, ItemSays } from './items.js';
import { partsOf } from './parts.js';

/** What a stretch of the text says of items by their numbers. */
interface OfItems {
  readonly numbers: readonly string[];
  readonly says: ItemSays;
}

/** 上述任务中，第1、2、5项由…, 其中第7项某中心落实, 第5、8项：某局牵头: whom it is said of, and by whom it is done. */
const OF_ITEMS = new RegExp(
  `^\\s*(?:[一-龥]{2,6}中[，,]?|其中[，,：:]?|以上|上述)?(?=第)(?<numbers>${SEVERAL_ITEMS})[项条款](?:任务|工作|事项|措施)?(?:(?:均|都|统一)?由|(?<=其中.*)|[：:](?=[^。；]*(?:${verbsOf('lead')}|${verbsOf('shared')}|负责)))(?<units>.+)$`,
  'ds',
);
/** 第2项11月底前完成, behind a comma: by when one of them is to be done. */
const TIME_OF_ITEMS = new RegExp(
  `^\\s*(?:其中)?第(?<numbers>${SEVERAL_ITEMS})[项条款](?<units>[^，。；由]*(?:前|底|内)(?:全部|基本)?(?:完成|办结|落实)?)$`,
  'd',
);
const NEXT_ITEM = /[，,](?=(?:其中)?第[\d０-９一二三四五六七八九十])/g;
/** 牵头1、2；配合第3项, behind a name and a colon. */
const PART_OF_ITEMS = new RegExp(
  `^\\s*(?<part>${verbsOf('lead')}|${verbsOf('responsible')}|负责)(?:的?(?:任务|工作|事项))?(?:为|是|：)?(?<numbers>${SEVERAL_ITEMS})[项条款]?\\s*$`,
  'd',
);

/** 备注：, 注：: what stands behind it is said of what stands before. */
const NOTE = /^\s*(?:备注|附注|说明|注)\s*[：:]\s*(?=\S)/;
const POINT_OF_NOTE = /^\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])?\s*(?:经[^，。；]{2,24}，)?/;
const THIS_ITEM = `(?:其中)?(?<numbers>${SEVERAL_ITEMS})[项条](?:任务|工作|事项|措施)?`;
/** 第5、13项增加县财政局为配合单位, 第（二）项协办单位增加乙局: whoever is added has a part beside those of the item. */
const ADDED = new RegExp(
  `^${THIS_ITEM}(?:的)?(?:[^，。；：、由]{0,8}?(?:单位|部门|科室))?(?:增加|增列|增补|补充)(?<units>.+?)(?:[为作]{1,2}(?:${verbsOf('responsible')}|${verbsOf('shared')}|${verbsOf('supervising')}|责任|监管责任|协助)(?:单位|部门|科室))?$`,
  'ds',
);
/** 第5项整改时限调整为12月底. */
const TIME_CHANGED = new RegExp(
  `^${THIS_ITEM}(?:的)?(?<units>[^，。；：、由]{0,6}(?:时限|期限|时间)(?:调整为|改为|变更为|延长至|延至|推迟至|顺延至|提前至)(?<time>[^，。；]+))$`,
  'd',
);
/** 第4项由丙公司具体落实. */
const ALSO_BY = new RegExp(`^${THIS_ITEM}(?:改?由)(?<units>.+)$`, 'ds');

/** So many items must have been said who does them before a paragraph is read so: one may be a figure. */
const FEWEST = 2;

/**
 * The items of a text, those that other paragraphs speak of by their numbers with what these say. A number that
 * several items bear says nothing.
 */
export function saidByNumber(items: readonly Item[], lexicon: Lexicon, lines: LineStarts): Item[] {
  const byNumber = itemsByNumber(items);
  const noted = notedIn(items);
  const isMeant = (number: string, by: Passage) => {
    const item = byNumber.get(number);
    return (
      item !== undefined && item.source !== by && (item.says === undefined || item.says.isByDoers === true)
    );
  };
  const said = new Map<Passage, readonly OfItems[]>();
  for (const [source, measure] of new Map(items.map((item) => [item.source, item.measure]))) {
    const found = ofItemsIn(source, measure, lexicon, lines);
    if (found.length > 0 && found.every(({ numbers }) => numbers.every((each) => isMeant(each, source))))
      said.set(source, found);
  }
  const all = Array.from(said.values()).flat();
  const isFew = new Set(all.flatMap(({ numbers }) => numbers)).size < FEWEST;
  return items.map((item) => {
    if (noted.has(item.source) || (!isFew && said.has(item.source)))
      return { ...item, says: undefined, heading: undefined, isOfOthers: true };
    if (byNumber.get(plain(item.number)) !== item) return item;
    const isOfIt = ({ numbers }: OfItems) => numbers.includes(plain(item.number));
    const own = isFew ? [] : all.filter(isOfIt);
    const more = Array.from(noted.values()).flat().filter(isOfIt);
    if (own.length + more.length === 0) return item;
    const saidElsewhere = [...own, ...more].map(({ says }) => says);
    // 5.某医院争创。 Who it says does it is the head of a sentence, and who has the item is said elsewhere.
    return { ...item, ...(own.length > 0 && { says: undefined }), saidElsewhere };
  });
}

/** Each item that alone bears its number; 第2项 is 2. rather than （2）, where there are both. */
function itemsByNumber(items: readonly Item[]): Map<string, Item | undefined> {
  const byNumber = new Map<string, Item | undefined>();
  const isBracketed = ({ number }: Item) => BRACKETED.test(number.normalize('NFKC'));
  for (const each of [items.filter((item) => !isBracketed(item)), items.filter(isBracketed)]) {
    const own = new Map<string, Item | undefined>();
    for (const item of each) {
      const number = plain(item.number);
      if (number !== '') own.set(number, own.has(number) ? undefined : item);
    }
    for (const [number, item] of own) if (!byNumber.has(number)) byNumber.set(number, item);
  }
  return byNumber;
}

const BRACKETED = /^[（(]/;

/** What notes say of items besides what these say themselves; what else a note says is no matter. */
function notedIn(items: readonly Item[]): Map<Passage, readonly OfItems[]> {
  const noted = new Map<Passage, readonly OfItems[]>();
  for (const [source, measure] of new Map(items.map((item) => [item.source, item.measure]))) {
    const { text } = source;
    const from = NOTE.exec(text)?.[0].length;
    if (from === undefined) continue;
    const found = splitOutside(text.slice(from), '；;。\n')
      .map(({ start, end }) => ({ start: from + start, end: from + end }))
      .flatMap(({ start, end }) => {
        const point = POINT_OF_NOTE.exec(text.slice(start, end))?.[0].length ?? 0;
        return partsOfItems(text, { start: start + point, end });
      })
      .flatMap((stretch) => notedAt(source, measure, stretch) ?? []);
    if (found.length > 0) noted.set(source, found);
  }
  return noted;
}

/** What a stretch of a note says of items by their numbers. */
function notedAt(source: Passage, measure: string | undefined, { start, end }: Stretch): OfItems | undefined {
  const own = source.text.slice(start, end);
  const time = TIME_CHANGED.exec(own);
  const match = time ?? ADDED.exec(own) ?? ALSO_BY.exec(own);
  const numbers = numbersIn(match?.groups?.['numbers'] ?? '');
  if (!match || numbers.length === 0) return undefined;
  const at = (name: string): Stretch => {
    const [first, last] = match.indices?.groups?.[name] ?? [0, 0];
    return { start: start + first, end: start + last };
  };
  if (time)
    return {
      numbers,
      says: { source, measure, parts: [{ kind: 'time', ...at('units'), said: at('time') }] },
    };
  const { start: head, end: tail } = at('units');
  const parts = ADDED.test(own)
    ? [{ kind: 'who', start: head, end: tail } as const]
    : partsOf(source.text, head, tail);
  return { numbers, says: { source, measure, parts } };
}

const HAN_NUMBER = /^[（(](?<number>[一二三四五六七八九十]{1,3})[）)]$/;

/** （二） as 二, and any other number as its digits. */
function plain(number: string): string {
  const own = number.normalize('NFKC');
  return /\d+(?:\.\d+)*/.exec(own)?.[0] ?? HAN_NUMBER.exec(own)?.groups?.['number'] ?? '';
}

/** What a paragraph says of other items; nothing where any sentence of it says something else. */
function ofItemsIn(
  source: Passage,
  measure: string | undefined,
  lexicon: Lexicon,
  lines: LineStarts,
): OfItems[] {
  const { text } = source;
  if (!/\d/.test(text.normalize('NFKC'))) return [];
  const number = NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
  const names = namesBeforeColon(text, number, lexicon);
  const from = names?.end ?? number;
  const stretches = splitOutside(text.slice(from), '；;。\n')
    .map(({ start, end }) => ({ start: from + start, end: from + end }))
    .flatMap((stretch) => (names ? [stretch] : partsOfItems(text, stretch)))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const found = stretches.map(({ start, end }): OfItems | undefined => {
    const own = text.slice(start, end);
    if (!names && !own.includes('第')) return undefined;
    const time = names ? null : TIME_OF_ITEMS.exec(own);
    const match = time ?? (names ? PART_OF_ITEMS : OF_ITEMS).exec(own);
    const groups = match?.groups;
    const numbers = numbersIn(groups?.['numbers'] ?? '');
    if (!match || numbers.length === 0) return undefined;
    const at = (name: string) => {
      const [first, last] = match.indices?.groups?.[name] ?? [0, 0];
      return { start: start + first, end: start + last };
    };
    const slice = (each: { start: number; end: number }): Passage =>
      slicePassage(source, each.start, each.end, lines);
    if (names) {
      const who = slice({ start: names.start, end: names.end - 1 });
      return {
        numbers,
        says: { source: composed([who, slice(at('part'))], who.at), measure, parts: undefined },
      };
    }
    const units = at('units');
    if (time) {
      const parts = [{ kind: 'time', ...units, said: units } as const];
      return { numbers, says: { source, measure, parts } };
    }
    return { numbers, says: { source, measure, parts: partsOf(text, units.start, units.end) } };
  });
  return found.every((each) => each !== undefined) ? (found as OfItems[]) : [];
}

/** 第2、3项由甲局牵头，第2项11月底前完成: what is said of each. */
function partsOfItems(text: string, { start, end }: Stretch): Stretch[] {
  const own = text.slice(start, end);
  // 上述任务中，第1项由…: the first of them stands behind a comma, too.
  const stops = Array.from(own.matchAll(NEXT_ITEM), ({ index }) => index)
    .filter((at) => own.lastIndexOf('第', at) >= 0)
    .map((at) => start + at);
  const starts = [start, ...stops.map((at) => at + 1)];
  return starts.map((from, i) => ({ start: from, end: stops[i] ?? end }));
}
