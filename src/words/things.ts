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
