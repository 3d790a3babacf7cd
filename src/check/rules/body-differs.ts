import { measuresOf, rowsOf } from '../../model/book.js';
import type { TextDifference } from '../../model/codes/kind.js';
import { referenceTo } from '../../model/reference.js';
import type { TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../words/width.js';
import { differences } from '../differences.js';
import { higherLevels } from '../levels.js';
import type { Rule } from '../rule.js';

/** Verbs and particles that change nothing of what is to be done. */
const LIGHT =
  /^(?:按照|落实|贯彻|推动|推进|加强|强化|深化|实现|提升|开展|组织|做好|抓好|优化|建设|新建|进一步|积极|探索|严格|严厉|依法|全面|大力|有序|工作|任务|[和及与并的等、])*$/;

/** What the table may not leave out: to whom it applies, and how strictly. */
const SCOPE = /各|每|全部|所有|乡镇|街道|村|社区|定期|按期|及时|至少|半|不/;

/** More differences than these are no slip: the two say it in words of their own. */
const MOST = 3;

export const bodyDiffers: Rule<'body-differs'> = {
  code: 'body-differs',
  find: (book) => {
    const numbers = new Map(measuresOf(book).map(({ id, number }) => [id, number]));
    const withoutWho = leadingUnits(book);
    const telling = tellingIn(book);
    return rowsOf(book).flatMap((task) =>
      task.measures.flatMap(({ measure, evidence }) =>
        evidence.flatMap(({ text: words, goal }) => {
          const found = goal ? telling(withoutWho(words), goal.text) : [];
          if (!goal || found.length === 0) return [];
          const args = {
            task: referenceTo(book, task),
            clause: goal.text,
            measure: numbers.get(measure) ?? '',
            words,
            swapped: isSwapped(found),
            differences: found,
          };
          return [{ args, at: goal.at }];
        }),
      ),
    );
  },
};

/** Takes from a sentence of the body the unit that it begins with: that is in the table's other columns. */
function leadingUnits(book: TaskBook): (words: string) => string {
  const names = [...book.units, ...book.groups].map(({ name }) => name).sort((a, b) => b.length - a.length);
  return (words) => {
    const plain = normalizeName(words);
    const who = names.find((name) => plain.startsWith(name));
    return who === undefined
      ? words
      : words.slice(who.length).replace(/^各?(?:成员单位)?(?:[要应须]|负责|牵头)*/, '');
  };
}

/** Makes the test of which differences somebody should look at. */
function tellingIn(book: TaskBook): (body: string, table: string) => TextDifference[] {
  const higher = higherLevels(book).join('');
  const level = higher === '' ? undefined : new RegExp(`全[${higher}]|[${higher}][级上]`);
  const isTelling = ({ from, to }: TextDifference) => {
    if (from !== '' && to !== '')
      return !(LIGHT.test(from) && LIGHT.test(to)) && !LIGHT_PARTICLE.test(from + to);
    return from === '' ? (level?.test(to) ?? false) : SCOPE.test(from);
  };
  return (body, table) => {
    const all = differences(body, table);
    if (all.length > MOST) return [];
    const swapped = isSwapped(all);
    // 推动…创新 and 创新…: words that only moved.
    const settled = all.filter(
      (each) => swapped || !all.some((other) => each !== other && isMoved(each, other)),
    );
    return swapped ? all : settled.filter(isTelling);
  };
}

const LIGHT_PARTICLE = /^[和及与并的等]/;

/** Two characters or more that changed places, all else the same: 安全生产事故, 生产安全事故. */
function isSwapped(all: readonly TextDifference[]): boolean {
  const [one, other] = all;
  return (
    all.length === 2 &&
    one !== undefined &&
    other !== undefined &&
    one.from === other.to &&
    one.to === other.from &&
    (one.from === '' || one.to === '') &&
    !/\d/.test(one.from + one.to)
  );
}

/** Ways to print a bound that stand on the other side of the figure: 不少于3家, 3家以上. */
const BOUND = /^(?:不[少低]于|至少|以上)$/;

function isMoved(one: TextDifference, other: TextDifference): boolean {
  if (BOUND.test(one.from + one.to) && BOUND.test(other.from + other.to)) return true;
  return (one.from !== '' && one.from === other.to) || (one.to !== '' && one.to === other.from);
}
