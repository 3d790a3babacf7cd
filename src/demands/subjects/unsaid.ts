// Nothing stands before the figure that says what it measures.
import { carryVerb } from '../shared.js';
import type { FigureInClause, SubjectReading } from './measurand.js';
import { countedIn, limitedBy, ownSubject } from './nouns.js';

/** 给予100万元奖励, 按每人500元发放补贴: what is given stands behind. */
const GIVING = /^(?:分别)?(?:给予|按照?|分别按)$/;
const MONEY = /^美?元/;
const TIMELY = /(?:期限?|时间|时限|时长|年限|率|比例|人数|面积)$/;

const unsaid =
  (reading: SubjectReading): SubjectReading =>
  (found) =>
    found.text === '' || GIVING.test(found.text) ? reading(found) : undefined;

export const LEFT_UNSAID: readonly SubjectReading[] = [
  // 改造3座大型泵站和6座小型泵站: what is done to the one is done to the other.
  unsaid(({ prefix, suffix, behind, last, scoped }) => {
    const counted = countedIn(behind);
    if (counted === '' || suffix.startsWith('的要求')) return undefined;
    const first = prefix.startsWith('、') ? '' : (last?.subjects.at(-1) ?? '');
    return { subjects: [carryVerb(first, counted, prefix)], ...scoped };
  }),
  // 覆盖率达到50%，12月底达到80%: of the same once more.
  unsaid(({ text, figure, last, before: { dependent, aside } }) =>
    last === undefined && text === '' && dependent?.unit === figure.unit && !aside
      ? { subjects: [dependent.subject], scope: dependent.scope }
      : undefined,
  ),
  unsaid((found) => {
    const { last, before, scoped } = found;
    const own = last?.subjects.at(-1) ?? namedBefore(found);
    const where = last?.scope ?? (own || before.subject === undefined ? undefined : before.scope);
    return {
      subjects: [own || (before.subject ?? before.name)],
      ...(where !== undefined && { scope: where }),
      ...scoped,
    };
  }),
];

/** What the clause before names, where the figure is of that and not of what was measured there. */
function namedBefore({ text, figure, before }: FigureInClause): string | undefined {
  const limited = before.aside && before.subject === undefined ? limitedBy(before.clause ?? '') : '';
  const goesOn = before.continued && text === '' ? ownSubject(before.clause ?? '') : '';
  // 贴息期不超过3年，最高500万元: no time is measured in money.
  const gift = MONEY.test(figure.unit) && TIMELY.test(before.subject ?? '') ? before.gift : undefined;
  return limited || goesOn || gift;
}
