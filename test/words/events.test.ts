// What happens every year or once: each word with what is due before it and while it lasts.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import { BEFORE_EVENT, EVENTS, LASTING_EVENTS } from '../../src/words/events.js';
import { alternatives } from '../support/words.js';

const times = (goal: string) =>
  readDemands(goal, { name: '某任务', year: 2026 }).deadlines.map(({ kind, text }) => `${kind} ${text}`);
const words = (line: string) => line.split(' ');

describe('events', () => {
  const cases = words(
    '春节 除夕 元旦 元宵 元宵节 清明 清明节 端午 端午节 中秋 中秋节 重阳 重阳节 劳动节 儿童节 教师节 建军节 建党节 妇女节 植树节 青年节 世界环境日 正月十五 小年 腊月二十三 台风季 国庆 国庆节 两节 双节 七一 八一 十一 五一 五四 六一 双十一 两会 ' +
      '立春 惊蛰 春分 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 冬至 小寒 大寒 ' +
      '汛 主汛 汛期 主汛期 入汛 雨季 冬季 入冬 入夏 入春 入秋 立冬 霜降 上冻 封冻 枯水期 丰水期 ' +
      '春耕 春播 春灌 夏收 夏种 夏播 秋收 秋种 秋播 麦收 三夏 三秋 双抢 禁牧期 防火期 ' +
      '伏休 伏季休渔 花期 油菜花期 禁渔期 休渔期 休渔 开渔 开镰 开犁 开割 开榨 开园 开馆 开业 开市 开航 开考 开赛 开幕 封山 封海 ' +
      '供暖 供热 供暖季 供热季 采暖季 供暖期 供热期 采暖期 迎峰度夏 迎峰度冬 度夏 度冬 ' +
      '用电高峰 用气高峰 用煤高峰 用水高峰 用工高峰 旅游高峰 旅游旺季 销售旺季 生产旺季 黄金周 ' +
      '节假日 重大节假日 法定节假日 重要节假日 重大节日 重要节日 传统节日 ' +
      '第一学期开学 第二学期开学 上学期开学 下学期开学 新学期开学 开学 学期 春季学期 秋季学期 高考 中考 春运 暑运 暑期 寒假 暑假 放假',
  );
  it('have a case each', () => expect(alternatives(EVENTS).sort()).toEqual(cases.sort()));
  it.each(cases)('%s', (word) => {
    expect(times(`加强${word}期间检查`)).toEqual([`during ${word}期间`]);
    expect(times(`${word}前完成`)).toEqual([`event ${word}前`]);
    for (const comes of ['来临', '到来', '开始', '结束']) {
      expect(`${word}${comes}前`).toMatch(new RegExp(`^(?:${BEFORE_EVENT})$`));
    }
  });

  it.each(['目前', '此前', '提前', '当前', '之前', '以前', '岗前', '产前', '事前', '空前'])(
    '%s is none',
    (word) => {
      expect(times(`${word}完成检查`)).toEqual([]);
    },
  );
});

describe('what lasts', () => {
  const cases = words(
    '节 季 赛事 假 假日 假期 长假 高峰 高峰期 旺季 宣传周 宣传月 活动周 活动月 活动 展 庆 会 赛 考 运 ' +
      '收 播 耕 灌 预警 疫情 防控 高温 低温 寒潮 台风 暴雨 雨雪 冰雪 冰冻 严寒 天气 普查 换届 招生 督察 巡视 巡察 进驻 管控 演练 响应',
  );
  it('has a case each', () => expect(alternatives(LASTING_EVENTS).sort()).toEqual(cases.sort()));
  it.each(cases)('某某%s期间', (word) => {
    expect(times(`某某${word}期间，加强值守`)).toEqual([`during 某某${word}期间`]);
  });
  it.each(['施工期间', '任职期间', '在校期间', '合同期间'])('%s is no time of the year', (text) => {
    expect(times(`${text}，加强管理`)).toEqual([]);
  });
});
