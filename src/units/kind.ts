import type { UnitKind } from '../model/registry.js';

/** Forms of a township's name (《地名管理条例》: a division's name ends in its kind). */
const TOWNSHIP = /[^各]{2,}(?:镇|乡|街道)(?:人民政府|政府|办事处)?$/u;

/** What a name alone tells of a unit that no registry has: a township by its ending, else nothing. */
export function kindByName(name: string): UnitKind {
  return TOWNSHIP.test(name) ? 'township' : 'other';
}
