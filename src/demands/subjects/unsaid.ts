// Nothing stands before the figure that says what it measures.
import { HAN_MEASURE_WORD } from '../../words/measure-words.js';
import { ONE_TO_NINE } from '../../words/numerals.js';
import { BUILDS, COUNTS } from '../../words/verbs.js';
import { carryVerb, verbOfList } from '../shared.js';
import type { FigureInClause, Measurand, SubjectReading } from './measurand.js';
import { countedIn, limitedBy, objectOf, ownSubject } from './nouns.js';

/** 给予100万元奖励, 按每人500元发放补贴: what is given stands behind. */
const GIVING = /^(?:分别)?(?:给予|按照?|分别按)$/;
const MONEY = /^美?元/;
const TIMELY = /(?:期限?|时间|时限|时长|年限|率|比例|人数|面积)$/;

const unsaid =
  (reading: SubjectReading): SubjectReading =>
  (found) =>
    found.text === '' || GIVING.test(found.text) ? reading(found) : undefined;

/** What a work is counted in, and no money. */
const COUNTED_THERE = new RegExp(`^(?:${HAN_MEASURE_WORD}|[个条件张间部项对])$`);
/** 年内完成, 三年累计改造新增: what is done to them, and nothing else. */
const ONLY_DONE = new RegExp(`(?:完成|实现|达到|(?:累计|共)?(?:${COUNTS}|${BUILDS}){1,2})$`);
const BARE = new RegExp(`^(?:[${ONE_TO_NINE}两]年)?(?:累计|共)?(?:${COUNTS}|${BUILDS}){1,2}$`);

const named = (subject: string, scoped: { readonly scope?: string }): Measurand | undefined =>
  subject === '' ? undefined : { subjects: [subject], ...scoped };

export const LEFT_UNSAID: readonly SubjectReading[] = [
  // 改造3座大型泵站和6座小型泵站: what is done to the one is done to the other.
  unsaid(({ prefix, suffix, behind, figure, last, before, scoped }) => {
    const counted = countedIn(behind, figure);
    if (counted === '' || suffix.startsWith('的要求')) return undefined;
    // 建成2所大学，6所中学: likewise.
    if (last === undefined && prefix === '')
      return { subjects: [verbOfList(counted, before, figure)], ...scoped };
    const first = prefix.startsWith('、') ? '' : (last?.subjects.at(-1) ?? '');
    return { subjects: [carryVerb(first, counted, prefix)], ...scoped };
  }),
  // 井盖处置，完成400个; 全部设置平价超市，年内完成20个: what the clause before is about.
  ({ text, prefix, suffix, figure, last, before, scoped }) =>
    last === undefined &&
    suffix === '' &&
    before.subject === undefined &&
    before.clause !== undefined &&
    !before.aside &&
    COUNTED_THERE.test(figure.unit) &&
    ONLY_DONE.test(prefix) &&
    (text === '' || BARE.test(text))
      ? named(objectOf(before.clause), scoped)
      : undefined,
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
    // Where the sentence is the task's name, its clause before says what it is: 开展义诊，全年不少于48场.
    const { clause = '' } = before;
    const name = (clause !== '' && before.name.includes(clause) && objectOf(clause)) || before.name;
    return {
      subjects: [own || (before.subject ?? name)],
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
