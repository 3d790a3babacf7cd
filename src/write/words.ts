import type { Duty, Part, TaskSheet } from '../model/sheet.js';
import type { Role } from '../model/taskbook.js';

export const PART_WORDS: Record<Part, string> = {
  lead: '牵头',
  responsible: '责任',
  hosted: '承办办公室',
  member: '集体',
  possible: '可能涉及',
};

const ROLE_WORDS: Record<Role, string> = { lead: '牵头', responsible: '责任' };

/** What a unit is in a task: 牵头; 责任（各乡镇（街道））; 可能责任（等单位）; 某办公室牵头. */
export function dutyWords(duties: readonly Duty[]): string {
  return duties
    .map(
      ({ role, degree, via, office = '' }) =>
        `${office}${degree === 'possible' ? '可能' : ''}${ROLE_WORDS[role]}${via === undefined ? '' : `（${via}）`}`,
    )
    .join('；');
}

/** A notice by its title, number and date, as far as it has them. */
export function noticeWords({ title, number, date }: Omit<TaskSheet['notice'], 'source'>): string {
  return [title, number, date].filter((text) => text !== null).join('　');
}
