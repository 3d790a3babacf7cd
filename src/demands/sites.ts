import type { Site } from '../model/demands.js';
import { NAME_STOPS } from '../words/punctuation.js';
import type { Found } from './indicators.js';
import type { Stretch } from './mask.js';

/** Where a text names townships. */
export type TownshipFinder = (text: string) => readonly (Stretch & { readonly unit: string })[];

/** What works and spots are called by. */
const SITES = [
  '护岸|堤防|堤坝|大坝|水库|山塘|塘堰|排洪渠|灌溉渠|沟渠|河道|河段|山洪沟|泵站|水闸|水厂|水毁工程|人饮工程',
  '滑坡|危岩|崩塌|塌岸|泥石流|不稳定斜坡|地灾点|隐患点',
  '公路|道路|大桥|桥梁|危桥|隧道|码头|渡口|路段|路口|箱涵|管网|涵洞',
  '矿山|煤矿|尾矿库|变电站|污水处理厂|垃圾填埋场|卫生院|敬老院|养老院|小学|中学|学校|幼儿园|安置点|避难场所|农贸市场|文化站|消防站',
].join('|');

const SITE = new RegExp(`^[^${NAME_STOPS}“”《》\\d]{0,12}?(?:${SITES})(?:（[^（）]{1,8}）)?`);

/** Reads the works and spots that a text names by their township: 某乡堤防（护岸）, 某镇某湾滑坡. */
export function sitesIn(text: string, plain: string, townshipsIn: TownshipFinder): Found<Site>[] {
  return townshipsIn(text).flatMap(({ unit, start, end }) => {
    const found = SITE.exec(plain.slice(end));
    if (!found) return [];
    const stop = end + found[0].length;
    return [{ text: text.slice(start, stop), township: unit, start, end: stop }];
  });
}
