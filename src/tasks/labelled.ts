// What lines above a table, and rows that head a part of it, say behind labels: 牵头单位：甲　协办单位：乙.
import type { HeadEntry } from '../model/notice.js';
import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Role } from '../model/taskbook.js';
import { comparable, roleOf } from '../words/columns.js';
import { isPeople, PERSON_LABEL } from '../words/people.js';
import { HEADS_HELPERS, WHO_LABEL } from '../words/role-words.js';
import { isPart } from '../words/roles.js';

/** Units behind a label, and their part. */
export interface LabelledUnits {
  readonly role: Role;
  readonly units: Passage;
  /** The label, where it says more than that they lead or are responsible. */
  readonly said?: string;
}

/** What ends a value: another label, which something parts from it. */
const NEXT_LABEL = '(?:[，,、；;\\s]{1,4}[一-龥]{2,8}\\s?[：:])';
/** As far as a label speaks; what is in brackets is of a name: 各县（市、区）. */
const VALUE = `(?:(?!${NEXT_LABEL})(?:[^（）()；;。：:\\n]|[（(][^（）()]{0,40}[）)])){1,200}`;
const LABELLED = new RegExp(`(?<label>${WHO_LABEL})\\s?[：:]\\s*(?<value>${VALUE})`, 'dg');
const PERSONS = new RegExp(`(?<label>${PERSON_LABEL}|副?组长|召集人)\\s?[：:]\\s*(?<value>${VALUE})`, 'dg');

/**
 * The units that a line names behind labels. 责任单位 leads where another label says who helps.
 *
 * @param main the part of 责任单位 where no label says who helps
 */
export function labelledUnits(line: Passage, main: Role, lines: LineStarts): LabelledUnits[] {
  const found = labelled(LABELLED, line, lines);
  const helps = (label: string) => HEADS_HELPERS.test(label);
  const helped =
    found.some(({ label }) => helps(label)) && !found.some(({ label }) => roleOf(label) === 'lead');
  return found.map(({ label, value }): LabelledUnits => {
    const said = roleOf(label);
    if (said === 'lead') return { role: 'lead', units: value };
    if (said === 'supervising') return { role: 'supervising', units: value, said: label };
    if (helps(label)) return { role: 'responsible', units: value, said: label };
    return { role: helped ? 'lead' : main, units: value };
  });
}

/** The units that rows of labels above a table's header name. */
export function headUnits(head: readonly HeadEntry[], main: Role): LabelledUnits[] {
  const plain = (label: Passage) => comparable(label.text).replace(/:$/, '');
  const roles = head.map(({ label }) => roleOf(plain(label)));
  const helped = head.some(({ label }) => HEADS_HELPERS.test(plain(label))) && !roles.includes('lead');
  return head.flatMap(({ label, value }, i): LabelledUnits[] => {
    const role = roles[i] ?? 'other';
    if (!isPart(role) || value.text === '') return [];
    const said = plain(label);
    if (role === 'responsible' && !HEADS_HELPERS.test(said))
      return [{ role: helped ? 'lead' : main, units: value }];
    return [{ role, units: value, ...(role !== 'lead' && { said }) }];
  });
}

/** The people whom a line names behind labels: 组长：万某. */
export function labelledPeople(line: Passage, lines: LineStarts): { role: string; name: Passage }[] {
  return labelled(PERSONS, line, lines)
    .filter(({ value }) => isPeople(value.text))
    .map(({ label, value }) => ({ role: label, name: value }));
}

function labelled(pattern: RegExp, line: Passage, lines: LineStarts): { label: string; value: Passage }[] {
  return Array.from(line.text.matchAll(pattern), ({ indices, groups }) => {
    const [start, end] = indices?.groups?.['value'] ?? [0, 0];
    return { label: groups?.['label'] ?? '', value: slicePassage(line, start, end, lines) };
  }).filter(({ value }) => value.text !== '');
}
