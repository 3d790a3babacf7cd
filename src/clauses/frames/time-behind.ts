// By when, in a part of its own behind who does it: 由区征收办负责，6月底前启动。
import { NO_PLACE_OF_A_MONTH, TIME_IN_CLAUSE } from '../../words/calendar.js';
import { TELLING } from '../../words/role-words.js';
import type { FoundClause } from './found.js';

const BEHIND = new RegExp(
  `^(?:${TELLING})?(?:落实|实施|办理|组织实施)?[，,](?:力争|确保|务必|须|应|要)?[于在]?(?<time>${NO_PLACE_OF_A_MONTH}${TIME_IN_CLAUSE}(?:(?<=(?:周|星期|[日天月])之?内)|[^，。；：、]{0,6}(?:前|底|内))[^，。；：、]{0,4})(?=[。；]|$)`,
  'd',
);

/** What it cannot be without; it is large. */
const MAY_BE_BEHIND = /^[^，,]{0,8}[，,][^。；]{1,60}[前底内]/;

/** A clause with by when it is done, where its sentence says no more behind who does it. */
export function withTimeAfterNames(clause: FoundClause, text: string): FoundClause {
  const last = clause.parts.at(-1);
  if (!clause.inGoal || last?.kind !== 'who') return clause;
  const behind = text.slice(last.end, last.end + LONGEST);
  const [, time] = (MAY_BE_BEHIND.test(behind) && BEHIND.exec(behind)?.indices) || [];
  if (time === undefined) return clause;
  const said = { start: last.end + time[0], end: last.end + time[1] };
  return { ...clause, parts: [...clause.parts, { kind: 'time', ...said, said }] };
}

/** No such part is longer. */
const LONGEST = 60;
