import type { UnitKind } from '../model/registry.js';
import { anyOf } from './any-of.js';
import { TOWNSHIPS } from './levels.js';

/** Forms of a township's name: 某某乡, 某某乡人民政府, 某某街道办事处. */
const TOWNSHIP = new RegExp(
  `^([^各]{2,}${anyOf(TOWNSHIPS)})(?:(?<!街道)(?:人民政府|政府)|(?<=街道)(?:办事处|办))?$`,
  'u',
);

/** What a name alone tells of a unit that no registry has: a township by its ending, else nothing. */
export function kindByName(name: string): UnitKind {
  return TOWNSHIP.test(name) ? 'township' : 'other';
}

/** A township's name without the name of its government or office; any other name as it is. */
export function withoutOffice(name: string): string {
  return TOWNSHIP.exec(name)?.[1] ?? name;
}
