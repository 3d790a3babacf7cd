import { goalOf } from '../model/book.js';
import { addTo } from '../model/grouping.js';
import { type Passage, spansOf } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { stretchesOf } from '../model/stretches.js';
import type { Chapter, LinkReason, Measure, MeasureLink, Task } from '../model/taskbook.js';
import { normalizeName } from '../words/width.js';
import { domainOf, domainsIn, isDomain } from './domains.js';
import { likenessOf, phraseIndex, phrasesOf, splitClauses } from './phrases.js';
import { isStock } from './stock.js';

/** What a task is linked by. */
type Linked = Pick<Task, 'id' | 'table' | 'name' | 'goal' | 'goalAt' | 'cells' | 'measures'>;

/** A clause of the body. */
interface BodyClause {
  readonly said: Passage;
  readonly measure: Measure;
  /** The sentence of the measure that it is of. */
  readonly sentence: number;
}

/** A link, and the clauses of the body that the task thereby carries out. */
interface FoundLink {
  readonly link: MeasureLink;
  readonly clauses: readonly BodyClause[];
}

/** A goal that is a figure, as 2000张 and 新增80个 are, says nothing without the task's name. */
const FIGURE = /^\D{0,3}\d[^，。；\n]{0,8}$/;

/** A name shorter than this may stand in a measure by chance: 避险转移. */
const SHORTEST_NAME = 6;

/** A title that more measures have, a name that stands in more of them, tells none of them. */
const MOST_MEASURES = 20;

/**
 * Links tasks to the measures of the body that they carry out, each link with its reason and the
 * measure's words that it rests on; and tells of every sentence of the body which tasks carry it.
 */
export function linkMeasures<T extends Linked>(
  tasks: readonly T[],
  chapters: readonly Chapter[],
  lines: LineStarts,
): { readonly tasks: T[]; readonly chapters: Chapter[] } {
  const measures = chapters.flatMap((chapter) => chapter.measures);
  const clauses = measures.flatMap((measure) =>
    measure.sentences.flatMap(({ text, at }, sentence) =>
      phrasesOf({ text, at }, lines).map((said): BodyClause => ({ said, measure, sentence })),
    ),
  );
  const byName = linksByName(measures, clauses, tasks, lines);
  const byWords = linksByWords(clauses, lines);
  const position = new Map(measures.map(({ id }, i) => [id, i]));
  const standingIn = standing(tasks, clauses);
  const carriers = new Map(clauses.map((clause) => [clause, [] as string[]]));

  const linked = tasks.map((task): T => {
    const named = byName(task);
    const stands = task.measures.map((link) => ({ link, clauses: standingIn(link) }));
    // What stands in a measure needs no other reason.
    const own = new Set(task.measures.map(({ measure }) => measure));
    const known = new Set(named.map(({ link }) => link.measure));
    const same = byWords(task).filter(({ link, isSign }) => known.has(link.measure) || isSign);
    const others = [...named, ...same].filter(({ link }) => !own.has(link.measure));
    const found = [...stands, ...others];
    for (const clause of new Set(found.flatMap((each) => each.clauses))) carriers.get(clause)?.push(task.id);
    const links = found.map(({ link }) => link);
    links.sort((a, b) => (position.get(a.measure) ?? 0) - (position.get(b.measure) ?? 0));
    return { ...task, measures: links };
  });
  return { tasks: linked, chapters: withCarriers(chapters, clauses, carriers) };
}

/**
 * The clauses of a measure that tasks which stand in it carry out: those that their own words are over. What stands
 * between those, or before them, is carried out by whoever comes next.
 */
function standing(
  tasks: readonly Linked[],
  clauses: readonly BodyClause[],
): (link: MeasureLink) => readonly BodyClause[] {
  const inMeasure = new Map<string, { clauses: BodyClause[]; links: MeasureLink[] }>();
  for (const link of tasks.flatMap(({ measures }) => measures)) {
    const others = inMeasure.get(link.measure);
    if (others) others.links.push(link);
    else inMeasure.set(link.measure, { clauses: [], links: [link] });
  }
  for (const clause of clauses) inMeasure.get(clause.measure.id)?.clauses.push(clause);
  const known = new Map<MeasureLink, BodyClause[]>();
  for (const { clauses: own, links } of inMeasure.values()) {
    const stretches = stretchesOf(links, ({ evidence }) => evidence.flatMap(spansOf));
    const over = own.map(({ said }) => {
      const spans = spansOf(said);
      return stretches.touching(spans[0]?.[0] ?? -1, spans.at(-1)?.[1] ?? -1);
    });
    // From the last on: what comes next is known then.
    let next = over.findLast((each) => each.length > 0) ?? links;
    for (let i = own.length - 1; i >= 0; i--) {
      if (over[i]?.length) next = over[i] ?? next;
      for (const link of next) addTo(known, link, own[i] as BodyClause);
    }
  }
  return (link) => known.get(link) ?? [];
}

/** Tells of each sentence by which tasks it is carried out, and which of its clauses by none. */
function withCarriers(
  chapters: readonly Chapter[],
  clauses: readonly BodyClause[],
  carriers: ReadonlyMap<BodyClause, readonly string[]>,
): Chapter[] {
  const inSentence = new Map<Measure['sentences'][number] | undefined, BodyClause[]>();
  for (const clause of clauses) addTo(inSentence, clause.measure.sentences[clause.sentence], clause);
  return chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure) => ({
      ...measure,
      sentences: measure.sentences.map((sentence) => {
        const own = inSentence.get(sentence) ?? [];
        const by = (clause: BodyClause) => carriers.get(clause) ?? [];
        return {
          ...sentence,
          tasks: Array.from(new Set(own.flatMap(by))),
          uncarried: own.filter((clause) => by(clause).length === 0).map(({ said }) => said),
        };
      }),
    })),
  }));
}

/** Links by what a goal says: a clause of it is the same as one of the measure's, or nearly so. */
function linksByWords(
  clauses: readonly BodyClause[],
  lines: LineStarts,
): (task: Linked) => readonly (FoundLink & { readonly isSign: boolean })[] {
  const index = phraseIndex(clauses.map(({ said }) => said.text));
  return (task) => {
    const { name, goal } = task;
    const figure = FIGURE.test(goal) && splitClauses(goal).length === 1;
    const found = new Map<string, Map<BodyClause, Passage>>();
    /** The measures of which a clause says the same in words of its own; beside it 落实管护责任 counts, too. */
    const signs = new Set<string>();
    for (const own of phrasesOf(goalOf(task), lines)) {
      const said = figure ? name + own.text : own.text;
      for (const i of index(said)) {
        const clause = clauses[i] as BodyClause;
        // 5月底前完成 is nearly 6月底前完成（…）建立台账, and does not say what.
        if (!isStock(said) && !isStock(clause.said.text)) signs.add(clause.measure.id);
        const same = found.get(clause.measure.id) ?? new Map<BodyClause, Passage>();
        const known = same.get(clause);
        // Of two clauses of the goal that say the same, the one that is more alike.
        if (!known || likenessOf(own.text, clause.said.text) > likenessOf(known.text, clause.said.text))
          same.set(clause, own);
        found.set(clause.measure.id, same);
      }
    }
    return Array.from(found, ([measure, same]) => {
      const evidence = Array.from(same, ([{ said }, own]) => ({ ...said, goal: own }));
      const link: MeasureLink = { measure, reason: 'same-words', evidence };
      return { link, clauses: Array.from(same.keys()), isSign: signs.has(measure) };
    });
  };
}

/** Links by what a task is called: a measure's title, words of a measure, a domain that one lists. */
function linksByName(
  measures: readonly Measure[],
  clauses: readonly BodyClause[],
  tasks: readonly Linked[],
  lines: LineStarts,
): (task: Linked) => readonly FoundLink[] {
  const titles = new Map<string, Measure[]>();
  for (const measure of measures) {
    const title = normalizeName(measure.title);
    if (title !== '') addTo(titles, title, measure);
  }
  const words = clauses.map((clause) => ({ clause, text: normalizeName(clause.said.text) }));
  const listing = clauses.flatMap((clause) => {
    const list = domainsIn(clause.said, lines);
    return list ? [{ clause, ...list }] : [];
  });
  const found = (clause: BodyClause, reason: LinkReason, evidence: Passage): FoundLink => ({
    link: { measure: clause.measure.id, reason, evidence: [evidence] },
    clauses: [clause],
  });

  const titled = (name: string): readonly Measure[] => {
    const measures = titles.get(normalizeName(name)) ?? [];
    return measures.length > MOST_MEASURES ? [] : measures;
  };
  const byTitle = (name: string): FoundLink[] =>
    titled(name).map(({ id, title, titleAt }) => ({
      link: { measure: id, reason: 'same-title', evidence: [{ text: title, at: titleAt }] },
      clauses: [],
    }));

  const inWords = (name: string): FoundLink[] => {
    const wanted = normalizeName(name.replace(/^《(.*)》$/, '$1'));
    if (wanted.length < SHORTEST_NAME) return [];
    const holding = words.filter(({ text }) => text.includes(wanted));
    const first = new Map(holding.map(({ clause }) => [clause.measure.id, clause] as const).reverse());
    if (first.size > MOST_MEASURES) return [];
    return Array.from(first.values(), (clause) => found(clause, 'named', clause.said)).reverse();
  };

  // A table whose rows are named for domains of a list follows that list, also where the list leaves off with 等.
  const followed = new Map<number, Set<(typeof listing)[number]>>();
  for (const { table, name } of tasks) {
    for (const list of listing) {
      if (domainOf(name, list.domains) === undefined) continue;
      followed.set(table, (followed.get(table) ?? new Set()).add(list));
    }
  }
  const byDomain = ({ table, name }: Linked): FoundLink[] => {
    const named = listing.flatMap(({ clause, domains }) => {
      const domain = domainOf(name, domains);
      return domain === undefined ? [] : [found(clause, 'domain', domain)];
    });
    // Where a table follows two lists, it cannot be known which of them means a domain that is in neither.
    const [only, ...others] = followed.get(table) ?? [];
    if (named.length > 0 || !only || others.length > 0 || !isDomain(name)) return named;
    return [found(only.clause, 'domain-open', only.open)];
  };

  // Many rows of a table bear one name.
  const known = new Map<string, readonly FoundLink[]>();
  return (task) => {
    const key = `${task.table} ${task.name}`;
    const links = known.get(key) ?? [...byTitle(task.name), ...inWords(task.name), ...byDomain(task)];
    known.set(key, links);
    return links;
  };
}
