import type { Site } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import { NAME_STOPS } from '../words/punctuation.js';
import { SITES } from '../words/things.js';
import type { Found } from './indicators.js';

/** Where a text names townships. */
export type TownshipFinder = (text: string) => readonly (Stretch & { readonly unit: string })[];

const SITE = new RegExp(`^[^${NAME_STOPS}“”《》\\d]{0,12}?${SITES}(?:（[^（）]{1,8}）)?`);

/** Reads the works and spots that a text names by their township: 某乡堤防（护岸）, 某镇某湾滑坡. */
export function sitesIn(text: string, plain: string, townshipsIn: TownshipFinder): Found<Site>[] {
  return townshipsIn(text).flatMap(({ unit, start, end }) => {
    const found = SITE.exec(plain.slice(end));
    if (!found) return [];
    const stop = end + found[0].length;
    return [{ text: text.slice(start, stop), township: unit, start, end: stop }];
  });
}
