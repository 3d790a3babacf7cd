import { anyOf } from './any-of.js';

/** Levels of government from the highest, by the marks that their units bear: 区水利局 is of a 区. */
export const LEVELS: readonly (readonly string[])[] = [['省'], ['市', '州'], ['区', '县', '旗']];

/** What the names of townships end in: 某某镇, 某某街道. */
export const TOWNSHIPS: readonly string[] = ['镇', '乡', '街道'];

const DISTRICTS = LEVELS.flat();

/** The mark of a level that has offices of its own: 市 in 市级部门 and 市水利局. */
export const MARK = anyOf(DISTRICTS);

/** What the name of a territory ends in: 某某区, 某某街道. */
export const TERRITORIES: readonly string[] = [...DISTRICTS, ...TOWNSHIPS];

/** All of a territory: 全区, 镇内, 辖区. */
const WITH_SCOPE = anyOf([...DISTRICTS, '镇', '乡']);
export const SCOPE = `(?:全${WITH_SCOPE}|${WITH_SCOPE}内|辖区内?)`;
