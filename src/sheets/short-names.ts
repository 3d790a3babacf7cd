import type { TaskBook } from '../model/taskbook.js';
import { namesOf } from '../units/index.js';
import { anyOf } from '../words/any-of.js';
import { BEFORE_UNIT, BEHIND_UNIT, ORGAN_ENDS } from '../words/file-names.js';
import { withoutOffice } from '../words/kinds.js';
import { GOVERNED_BY, LEVEL_MARK, TOWNSHIPS } from '../words/levels.js';
import { sheetless } from './holders.js';
import { tally } from './tally.js';

/** A shorter name may be a part of other words. */
const LONG_ENOUGH = 3;
const MARKED = new RegExp(`^${LEVEL_MARK}(?=.{2})`, 'u');
const LEVEL_AT_END = new RegExp(`${LEVEL_MARK}$`, 'u');
const TOWN = new RegExp(`^(.{2,}?)${anyOf(TOWNSHIPS)}$`, 'u');
const BEHIND = new RegExp(`^(?:$|${BEHIND_UNIT})`, 'u');
const GOVERNED_BEHIND = new RegExp(`^${GOVERNED_BY}`, 'u');
/** What begins like an organ's name cut short: 应急局, 县应急局. */
const ORGAN = new RegExp(`^.{1,7}?${anyOf(ORGAN_ENDS)}`, 'u');

/** A name as it can stand in a file's: without the mark of its level, as a town's own name. */
interface ShortNames {
  readonly unit: string;
  readonly whole: string;
  /** 民政局 of 县民政局, and what stands before it. */
  readonly bare: string;
  readonly mark: string;
  /** 石桥镇 of 石桥镇人民政府. */
  readonly seat: string;
  /** 石桥 of 石桥镇, and of 石桥镇人民政府. */
  readonly town: string | undefined;
}

const made = new WeakMap<TaskBook, readonly ShortNames[]>();

/**
 * The units with a sheet that the name of a file may mean by less than their names, or by names so short that they may be a
 * part of other words: 民政局汇总, 应急局盖章, 白马, 乙乡6月进展.
 *
 * @param name without its folder and ending
 */
export function unitsShortIn(book: TaskBook, name: string): string[] {
  const text = name.normalize('NFKC').replace(BEFORE_UNIT, '');
  const found = namesIn(book).flatMap((each) => {
    const said = saidOf(each, text);
    return said === undefined ? [] : [{ unit: each.unit, said }];
  });
  const longest = found.filter(
    ({ said }) => !found.some((other) => other.said !== said && other.said.includes(said)),
  );
  return Array.from(new Set(longest.map(({ unit }) => unit)));
}

function namesIn(book: TaskBook): readonly ShortNames[] {
  const known = made.get(book);
  if (known) return known;
  const spare = sheetless(book);
  const asked = new Set(tally(book).flatMap(({ name, kind }) => (kind === 'unit' ? [name] : [])));
  const all = book.units
    .filter(({ name }) => asked.has(name) && !spare.has(name))
    .flatMap((unit) =>
      namesOf(unit).map((name): ShortNames => {
        const whole = name.normalize('NFKC');
        const district = [book.district?.name, book.district?.short].find(
          (each) => each && whole.startsWith(each),
        );
        const bare = whole.slice(district?.length ?? 0).replace(MARKED, '');
        const mark = whole.slice(0, whole.length - bare.length);
        const seat = withoutOffice(bare);
        return { unit: unit.name, whole, bare, mark, seat, town: TOWN.exec(seat)?.[1] };
      }),
    );
  made.set(book, all);
  return all;
}

/** What of a text says a name; nothing where it does not. */
function saidOf({ whole, bare, mark, seat, town }: ShortNames, text: string): string | undefined {
  const at = text.indexOf(bare);
  // 市水利局 is another than 县水利局.
  if (bare.length >= LONG_ENOUGH && at >= 0 && !LEVEL_AT_END.test(text.slice(0, at))) return bare;
  if (text.startsWith(whole)) return whole;
  const isWithout = (name: string, behind: string) => text.startsWith(name) && BEHIND.test(behind);
  // 石桥镇政府 is it, too, and 石桥镇卫生院 is another.
  if (isWithout(seat, text.slice(seat.length).replace(GOVERNED_BEHIND, ''))) return seat;
  if (town !== undefined && isWithout(town, text.slice(town.length))) return town;
  const [organ] = ORGAN.exec(text) ?? [];
  if (organ === undefined) return undefined;
  const short = organ.startsWith(mark) ? organ.slice(mark.length) : organ;
  return short.length >= LONG_ENOUGH && isShortened(short, bare) ? short : undefined;
}

/** Whether a name is another with characters left out between its first and its last: 应急局 of 应急管理局. */
function isShortened(short: string, name: string): boolean {
  if (short.at(0) !== name.at(0) || short.at(-1) !== name.at(-1)) return false;
  let from = 0;
  return Array.from(short).every((character) => {
    const at = name.indexOf(character, from);
    from = at + 1;
    return at >= 0;
  });
}
