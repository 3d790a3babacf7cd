// Who of the leaders has it, before the offices: 由张某副市长牵头，甲局、乙局配合，推进某事。
import type { Stretch } from '../../model/passage.js';
import { PARAGRAPH_NUMBER } from '../../words/numerals.js';
import { PERSON_DOES, PERSON_MAY_DO } from '../../words/people.js';
import type { Part } from '../parts.js';
import type { FoundClause } from './found.js';

type People = Extract<Part, { readonly kind: 'people' }>;

/** Where a part of a sentence begins, or behind what is to be done 由, up to the comma behind what they do. */
const AHEAD = new RegExp(
  `(?:(?<=^|[，。；：\\n]|^\\s*${PARAGRAPH_NUMBER}\\s*)|(?=由))${PERSON_DOES}[，、；](?=.{2})`,
  'dg',
);
const MAY_BE = new RegExp(`${PERSON_MAY_DO}[，、；]`);
const STOPS = [...'。！？\n'];

/** The people of a text who stand before who else has a part, and the text without them, as long as before. */
export function peopleAhead(text: string): { readonly people: readonly People[]; readonly rest: string } {
  const people: People[] = [];
  if (!MAY_BE.test(text)) return { people, rest: text };
  let rest = text;
  for (const { 0: said, index, indices } of text.matchAll(AHEAD)) {
    const [names, role] = [indices?.groups?.['names'], indices?.groups?.['role']];
    if (!names || !role) continue;
    const end = index + said.length;
    people.push({ kind: 'people', start: index, end: end - 1, role: stretch(role), names: stretch(names) });
    // 由 frames whoever stands behind them, too.
    const blank = (said.startsWith('由') ? '由' : '').padStart(said.length);
    rest = rest.slice(0, index) + blank + rest.slice(end);
  }
  return { people, rest };
}

function stretch([start, end]: [number, number]): Stretch {
  return { start, end };
}

/** A clause with the people who stand before it in its sentence. */
export function withPeople(clause: FoundClause, people: readonly People[], text: string): FoundClause {
  const [first] = clause.parts;
  if (first === undefined) return clause;
  const own = people.filter(
    (each) =>
      each.start < first.start && !STOPS.some((stop) => text.slice(each.end, first.start).includes(stop)),
  );
  const [before] = own;
  if (before === undefined) return clause;
  const parts = own.flatMap((each, i): Part[] => {
    const next = own[i + 1]?.start ?? first.start;
    return [each, ...(next > each.end ? [{ kind: 'separator', start: each.end, end: next } as const] : [])];
  });
  return {
    ...clause,
    start: clause.inGoal ? clause.start : before.start,
    parts: [...parts, ...clause.parts],
  };
}
