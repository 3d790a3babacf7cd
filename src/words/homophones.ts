// Characters that offices have in their names and that sound the same, tones aside: who types by sound takes one for another.
import { wordsIn } from './any-of.js';

const GROUPS = wordsIn(
  '法发 展战站 和合河 与育语渔狱预 技济计急机疾积纪记际级 经境精警 信新心 化划华 卫委 健建监检减践 族组 宗综总 教交 ' +
    '事市视食识史室师十时实 务物屋无武 房访方防 乡项象 管关馆 理利力 水税 通统同 输术数属书 工公共供 有游邮幼优 资字自 ' +
    '督毒 财采 政证 执质知制治志指置支织直职 言研烟 文闻 源原园员援院 安案岸 金进禁 会绘汇 保胞 态台 出储处 ' +
    '医易役移议一艺谊益 旅绿律 电点 版搬办 播博 影营 全权 审深神 场常长 品贫 药要 量粮 械协 服扶府妇 据局 煤媒 价家 ' +
    '用拥 控空 购构 戒接界 中重 档党 测策 查察 险线限 就究救 代待 编边 领龄 小销校消 汛巡 队对 残参 善山',
);

const GROUP_OF = new Map(GROUPS.flatMap((group, i) => Array.from(group, (char) => [char, i] as const)));

/** Whether one character may have been typed for another that sounds the same. */
export function soundAlike(one: string, other: string): boolean {
  const group = GROUP_OF.get(one);
  return group !== undefined && group === GROUP_OF.get(other);
}
