import { anyOf, wordsIn } from './any-of.js';

// What things are measured by, at the end of a name: of 果蔬、肉类冷链流通率 it is said once, behind the last.

/** What several things are measured by, and nothing else ends so. */
export const SHARED_HEAD = new RegExp(
  `${anyOf(wordsIn('排放总量 排放量 产量 产值 总产值 增加值 使用量 销售额'))}$`,
);

/** What says which rate, before its two last characters; it is of the measure and not of what is measured. */
export const OF_RATES = anyOf(
  wordsIn(
    '综合 冷链 集中 规范 规范化 标准化 规模化 机械化 数字化 信息化 无害化 资源化 良种 电子 安全 按期 及时 平均 整体 绿色 设施 软件',
  ),
);
/** What is measured as often as a rate. */
export const MEASURES = anyOf(
  wordsIn(
    '面积 种植面积 播种面积 覆盖面积 建筑面积 办理时限 办理时间 业务办理时限 业务办理时间 审批时限 办结时限 占比 比例 比重 价格 成本 标准 人数 数量',
  ),
);
/** 冷链流通率, 种植面积: where no two of the things end alike. */
export const MEASURE_HEAD = new RegExp(
  `${OF_RATES}{0,2}(?:\\p{Script=Han}{2}化?率(?<![^化]化率)|\\p{Script=Han}{2}化率|${MEASURES})$`,
  'u',
);

/** What is counted of an event: 事故起数、死亡人数. */
export const COUNT_HEAD = new RegExp(`${anyOf(wordsIn('起数 发案数 案件数 死亡人数 亡人数'))}$`);
export const BARE_COUNT = new RegExp(
  `^${anyOf(wordsIn('起数 发案数 案件数 死亡人数 亡人数 受伤人数 损失金额 直接经济损失 经济损失'))}$`,
);

/** At the end of what each of several figures is of: 每班人数 in 每班人数乳儿班10人、托小班15人. */
export const MEASURED_OF_EACH = anyOf(
  wordsIn('率 人数 数量 系数 指数 标准 补助 补贴 奖励 津贴 费 面积 额度 比例 时间 时限 产量 单价 价格'),
);

/** Names that stand one beside the other, each for a part of the whole: 城市、农村低保标准. */
export const CONTRASTED = new RegExp(
  `^${anyOf(
    wordsIn(
      '城市 农村 城镇 乡村 城区 主城区 县城 县城区 建制镇 乡镇 集镇 村庄 进口 出口 公办 民办 小学 初中 高中 中小学 幼儿园 ' +
        '一 二 三 轻度 中度 重度 一级 二级 三级 国家级 省级 市级 县级 乡级 村级 小麦 玉米 水稻 大豆 油菜 马铃薯 生猪 肉牛 肉羊 家禽',
    ),
  )}`,
);
