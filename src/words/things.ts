import type { DeliverableKind } from '../model/demands.js';
import { anyOf, wordsIn } from './any-of.js';

/** What the names of things that come out end in, by what kind of thing it is. */
const NOUNS: readonly (readonly [DeliverableKind, string])[] = [
  ['document', '》 手册 指导意见 实施意见 意见 指南 读本'],
  ['list', '清单库 清单 台账 目录 名录 名单'],
  ['plan', '方案 规划 计划 预案'],
  ['mechanism', '机制 制度 办法 规程 细则'],
  ['system', '数据库 系统 平台 应用场景 应用 场景'],
];

const nouns = (wanted: (kind: DeliverableKind) => boolean) =>
  anyOf(NOUNS.filter(([kind]) => wanted(kind)).flatMap(([, words]) => wordsIn(words)));

/** What the name of any thing that comes out ends in. */
export const THING = nouns(() => true);
export const SYSTEM = nouns((kind) => kind === 'system');
/** All but systems: what is written. */
export const PAPER = nouns((kind) => kind !== 'system');

const ENDINGS = NOUNS.map(([kind]) => [kind, new RegExp(`${nouns((each) => each === kind)}$`)] as const);

/** What kind of thing a name is the name of, if it is one that can come out. */
export function kindOfThing(name: string): DeliverableKind | undefined {
  return ENDINGS.find(([, ending]) => ending.test(name))?.[0];
}

/** What works and spots are called by. */
export const SITES = anyOf([
  ...wordsIn(
    '护岸 堤防 堤坝 大坝 水库 山塘 塘堰 排洪渠 灌溉渠 沟渠 河道 河段 山洪沟 泵站 水闸 水厂 水毁工程 人饮工程',
  ),
  ...wordsIn('滑坡 危岩 崩塌 塌岸 泥石流 不稳定斜坡 地灾点 隐患点'),
  ...wordsIn('公路 道路 大桥 桥梁 危桥 隧道 码头 渡口 路段 路口 箱涵 管网 涵洞'),
  ...wordsIn('矿山 煤矿 尾矿库 变电站 污水处理厂 垃圾填埋场 卫生院 敬老院 养老院 小学 中学 学校 幼儿园'),
  ...wordsIn('安置点 避难场所 农贸市场 文化站 消防站'),
]);
