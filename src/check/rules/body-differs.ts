import { likenessOf, splitClauses } from '../../links/index.js';
import { measuresOf } from '../../model/book.js';
import type { Difference } from '../../model/codes/kind.js';
import { referenceTo } from '../../model/reference.js';
import type { TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../words/width.js';
import { charactersOf, differences } from '../differences.js';
import { higherLevels } from '../levels.js';
import type { Rule } from '../rule.js';
import { placeInGoal } from '../texts.js';

/** Verbs and particles that change nothing of what is to be done. */
const LIGHT =
  /^(?:按照|落实|贯彻|推动|推进|加强|强化|深化|实现|提升|开展|组织|做好|抓好|优化|进一步|积极|探索|工作|任务|[和及与并的等、])*$/;

/** What the table may not leave out: to whom it applies, and how strictly. */
const SCOPE = /各|每|全部|所有|乡镇|街道|村|社区|定期|按期|及时|至少|不/;

/** More differences than these are no slip: the two say it in words of their own. */
const MOST = 3;
const MOST_CHANGED = 0.5;

export const bodyDiffers: Rule<'body-differs'> = {
  code: 'body-differs',
  find: (book) => {
    const numbers = new Map(measuresOf(book).map(({ id, number }) => [id, number]));
    const withoutWho = leadingUnits(book);
    const telling = tellingIn(book);
    return book.tasks.flatMap((task) => {
      const own = splitClauses(task.goal);
      return task.measures
        .filter(({ reason }) => reason === 'same-words')
        .flatMap(({ measure, evidence }) =>
          evidence.flatMap((words) => {
            const clause = nearest(own, words);
            const found = clause === undefined ? [] : telling(withoutWho(words), clause);
            if (clause === undefined || found.length === 0) return [];
            const args = {
              task: referenceTo(book, task),
              clause,
              measure: numbers.get(measure) ?? '',
              words,
              swapped: isSwapped(found),
              differences: found,
            };
            return [{ args, at: placeInGoal(task, clause) }];
          }),
        );
    });
  },
};

function nearest(clauses: readonly string[], words: string): string | undefined {
  const alike = clauses.map((clause) => ({ clause, likeness: likenessOf(clause, words) }));
  return alike.sort((a, b) => b.likeness - a.likeness)[0]?.clause;
}

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
function tellingIn(book: TaskBook): (body: string, table: string) => Difference[] {
  const higher = higherLevels(book).join('');
  const level = higher === '' ? undefined : new RegExp(`全[${higher}]|[${higher}][级上]`);
  const isTelling = ({ from, to }: Difference) => {
    if (from !== '' && to !== '')
      return !(LIGHT.test(from) && LIGHT.test(to)) && !LIGHT_PARTICLE.test(from + to);
    return from === '' ? (level?.test(to) ?? false) : SCOPE.test(from);
  };
  return (body, table) => {
    const all = differences(body, table);
    const changed = all.reduce((sum, { from, to }) => sum + Math.min(from.length, to.length), 0);
    const length = Math.min(charactersOf(body).length, charactersOf(table).length);
    if (all.length > MOST || changed > length * MOST_CHANGED) return [];
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
function isSwapped(all: readonly Difference[]): boolean {
  const [one, other] = all;
  return (
    all.length === 2 &&
    one !== undefined &&
    other !== undefined &&
    one.from === other.to &&
    one.to === other.from &&
    (one.from === '' || one.to === '')
  );
}

function isMoved(one: Difference, other: Difference): boolean {
  return (one.from !== '' && one.from === other.to) || (one.to !== '' && one.to === other.from);
}
