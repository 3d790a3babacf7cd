import { anyOf, wordsIn } from './any-of.js';
import { ONE_TO_NINE } from './numerals.js';
import { DONE_IN_YEAR, HELD_THEN, LIGHT, MANNER, TOLD_BEFORE } from './verbs.js';

// What happens every year or once, and what is due before it, while it lasts or after it: 汛前, 春节期间, 开渔后.

/** What a time may come before, by what brings it: feasts, water and weather, fields, supply, schools and travel. */
export const EVENTS = anyOf([
  ...wordsIn(
    '春节 除夕 元旦 正月十五 小年 腊月二十三 元宵 元宵节 清明 清明节 端午 端午节 中秋 中秋节 重阳 重阳节 劳动节 儿童节 教师节 建军节 建党节 妇女节 植树节 青年节 世界环境日',
  ),
  ...wordsIn('立春 惊蛰 春分 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 冬至 小寒 大寒'),
  ...wordsIn('节假日 重大节假日 法定节假日 重要节假日 重大节日 重要节日 传统节日'),
  ...wordsIn('国庆 国庆节 两节 双节 七一 八一 十一 五一 五四 六一 双十一 两会'),
  ...wordsIn(
    '汛 主汛 台风季 汛期 主汛期 入汛 雨季 冬季 入冬 入夏 入春 入秋 立冬 霜降 上冻 封冻 枯水期 丰水期',
  ),
  ...wordsIn(
    '伏休 伏季休渔 花期 油菜花期 春耕 春播 春灌 夏收 夏种 夏播 秋收 秋种 秋播 麦收 三夏 三秋 双抢 禁牧期 防火期',
  ),
  ...wordsIn('禁渔期 休渔期 休渔 开渔 开镰 开犁 开割 开榨 开园 开馆 开业 开市 开航 开考 开赛 开幕 封山 封海'),
  ...wordsIn('供暖 供热 供暖季 供热季 采暖季 供暖期 供热期 采暖期 迎峰度夏 迎峰度冬 度夏 度冬'),
  ...wordsIn('用电高峰 用气高峰 用煤高峰 用水高峰 用工高峰 旅游高峰 旅游旺季 销售旺季 生产旺季 黄金周'),
  ...wordsIn(
    '第一学期开学 第二学期开学 上学期开学 下学期开学 新学期开学 开学 学期 春季学期 秋季学期 高考 中考 春运 暑运 暑期 寒假 暑假 放假',
  ),
]);
/** “五一”假期, 国庆期间. */
const EVENT = `“?${EVENTS}”?(?:假期|小长假|黄金周|长假|(?:劳动|建军|建党|国庆|儿童|妇女|青年)?节)?`;
/** 清明节、“五一”: one after the other. */
const EVENTS_IN_A_ROW = `(?![、和或])(?:[、和或]?${EVENT}){1,5}`;
const COMES = anyOf(wordsIn('来临 到来 开始'));
/** 前后 is both before and after; 春节前期 is no more than that. */
const BEFORE_IT = '之?前(?![后期])';
/** Where the name of something that nobody has listed begins; it goes to what is said of it: 旺季到来前, 疫情防控期间. */
const SAID_OF_IT = `(?:${LIGHT}|${MANNER}|保障)`;
const BEGINS = `(?<=^|[，。；、（于\\n]|${SAID_OF_IT})(?!${SAID_OF_IT})`;
const NAMED = '(?:(?![的在于和及每])[一-龥“”])';

/** Where a clause begins. */
const STARTS = '(?<=^|[，。；\\n]|(?:^|[，。；\\n]|力争|确保|应|须|需)[在于]|前或)';
const HAPPENS = anyOf(
  wordsIn('来临 到来 召开 举办 举行 开幕 登陆 转场 开园 上市 启用 投入使用 投入运营 投入运行'),
);

/** What projects and meetings come to. */
const COMES_TO = anyOf(wordsIn('开工 竣工 验收 批复 投产 投用 投入使用 投入运行 投入运营'));
const STEPS = `(?:项目|工程|会议|方案|政策)?(?:${COMES_TO}|审批)`;
const MEETING = '(?:下次|下一次)[^，。；\\n]{0,8}会议?';
/** 二十大前: congresses of the party, by their number. */
const CONGRESS = `(?:党的)?[二三]?十[${ONE_TO_NINE}]?大(?:召开|开幕)?`;

/** What ends or begins on a day that somebody else knows. */
const RUNS_OUT = anyOf(wordsIn('届满 期满 到期 召开 举办 开工 开庭 开标 出让'));

/** 汛期前, whose day a district knows. */
export const BEFORE_SEASON = `(?<!${EVENT}[、和]|完成)“?(?<season>${EVENTS})”?${COMES}?${BEFORE_IT}`;
export const BEFORE_EVENT = [
  `(?:(?<!完成)${EVENTS_IN_A_ROW}(?:${COMES}|结束|[开闭]幕|召开)?${BEFORE_IT}`,
  `(?:${STEPS}|${MEETING}|${CONGRESS})${BEFORE_IT}`,
  // What comes is an event, whatever it is called.
  `${BEGINS}${NAMED}{2,10}${HAPPENS}${BEFORE_IT}`,
  // 抽穗扬花期前, but not 近期, 任期 and 日期.
  `${BEGINS}${NAMED}{1,8}(?<![日到分近前定任周工短长中学假])期${BEFORE_IT}`,
  // 台风登陆前24小时, 牧民转场前，: a clause that is nothing else.
  `${STARTS}${NAMED}{2,10}(?<![目此之以日当提年月事会饭])前(?:\\d{1,3}(?:小时|天))?(?=，|$))`,
  // 应在进场前向县畜牧站报备.
  `${STARTS}${NAMED}{2,6}(?<![目此之以日当提年月事会饭])前(?=向[^，。；]{2,12}(?:报|申|备案|登记|提交))`,
  // 有效期届满45日前, 会议召开前3天.
  `${STARTS}${NAMED}{2,14}?${RUNS_OUT}(?:前?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?:工作日|天|日|个?月|小时)(?:之?前)?)(?=，|的|$|[向由报提申])`,
].join('|');
/** 3日, 两小时. */
const SO_LONG = `(?:\\d{1,3}|[${ONE_TO_NINE}两十]{1,3})个?(?:工作日|小时|分钟|[天日周])`;
/** Before what nobody has listed, by what is said of it; where nothing else has been read. */
export const BEFORE_ANYTHING = [
  // 审计组进点3日前，; 赛前两小时实行管制.
  `${STARTS}${NAMED}{2,8}(?<![月年周旬季近最日每])${SO_LONG}前(?=，)`,
  // 全国交通安全日前投入使用, 国家抽查前做好准备.
  `(?<=^|[，。；\\n]|力争|确保|[在于])(?:(?![的在于和及每])[一-龥]){2,10}(?:(?<![近昨今明当每次本后前工作休息节假])[日节]前(?=${DONE_IN_YEAR}|，)|(?:抽查|验收|检查|考核|评估|审计|巡视|督察|考评|选举|换届)前(?=[一-龥]{2}|，)(?![后往来期]))`,
  // 清洗前24小时告知用户.
  `${STARTS}${NAMED}{2,8}(?<![目此之以日当提年月旬事会饭])前${SO_LONG}(?=${TOLD_BEFORE})`,
  // 今年取暖季结束前: of a year, whatever it is called.
  `[今明]年(?:(?![的在于和及每])[一-龥]){2,6}(?:结束|开始|来临|到来)前(?![后期])`,
  `${STARTS}[赛考会演]前${SO_LONG}(?=，|[一-龥]{2})`,
  // 复课前必须查验, 禁采前各砂场须平整, 转入冬草场前投入使用.
  `${STARTS}(?:(?![的在于和及每])[一-龥]){2,10}(?<![目此之以日当提年月事会饭])前(?=(?:必须|务必|须|应(?!急)|不得|严禁|各|所有|${DONE_IN_YEAR})(?!的))`,
].join('|');

/** What has come about, where a clause says no more than that: 返程后, 审议通过后. */
const HAS_COME = anyOf(
  wordsIn(
    '成功 到期 期满 届满 结束 办结 批复 下达 返程 返岗 返校 返乡 返回 出院 到岗 报到 考核 验收 闭市 入职 离职 离任 通过 审定 审核 公示 公示无异议 解除 终止 发生 交付 移交 搬迁 入住 开通 中标 获批 备案',
  ),
);

/** 入职次月, 竣工验收次月: what comes about in one month, and what is due in the next. */
export const MONTH_OF = anyOf(
  wordsIn('入职 到岗 登记 注册 成立 开业 竣工 验收 投产 投用 批准 获批 到期 期满 交付 离职 退休 变更 调动'),
);
/** 考试结束一周内, 合同期满一个月内: what has come about, without 后. */
export const COME_ABOUT = `${NAMED}{0,10}${anyOf(wordsIn('结束 闭幕 届满 期满 到期 批复 中标 交付 离任 入职 入学 出生 上岗 签约 录用 立案'))}`;
/** 开学第一周, 学期第一个月, 复工第一周. */
export const NTH_OF_EVENT = `(?:${EVENT}的?|[节假]后|(?:复[工产课学]|上岗|入职|入学|入伍|到任)后?的?|${EVENT}(?:假期|长假)?后)(?:第[一二三四1-4]个?(?:周|星期|天|月|工作日)|首[日周月])`;

/** Days of the year by their names: “三八”节当天. */
export const NAMED_DAYS: Readonly<Record<string, readonly [month: string, day: string]>> = {
  ...{
    三八: ['3', '8'],
    五四: ['5', '4'],
    六一: ['6', '1'],
    七一: ['7', '1'],
    八一: ['8', '1'],
    元旦: ['1', '1'],
  },
};

/** 汛前、汛中、汛后: one after the other. */
const AROUND_EVENT = `(?:${EVENTS}|[节汛会赛雨雪])前(?:、(?:${EVENTS}|[节汛会赛雨雪])(?:期?[中后]|期间)){1,2}`;
/** 供暖期结束后, 期满后, 会议结束后3个工作日内. */
export const AFTER_EVENT = `(?:${AROUND_EVENT}|(?:${EVENT}(?:结束)?|(?:会议|试点|活动)结束|期满|(?:项目|工程)?${COMES_TO}|验收合格|待[^，。；\\n]{2,14}|${STARTS}(?:\\d{4}年)?${NAMED}{2,14}${HAS_COME}|${STARTS}${NAMED}{2,12}(?:活动|会议|培训|演练|比赛)(?=后，)|${STARTS}(?!${SAID_OF_IT})${NAMED}{1,12}(?<![之以然此今先落背事前最])(?=后(?:及时|立即|立刻|第一时间|马上|每小时|据实)))之?后|${STARTS}${NAMED}{2,14}后第[一二三]个?(?:周|天|日|月|工作日))`;

/**
 * What lasts for days or months of a year, at the end of its name. What somebody is in or does (任职期间,
 * 施工期间) lasts as long as it does, and says no more of when.
 */
export const LASTING_EVENTS = anyOf([
  ...wordsIn(
    '节 季 赛事 假 假日 假期 长假 高峰 高峰期 旺季 宣传周 宣传月 活动周 活动月 活动 展 庆 会 赛 考 运',
  ),
  ...wordsIn('收 播 耕 灌 疫情 防控 高温 低温 寒潮 台风 暴雨 雨雪 冰雪 冰冻 严寒 天气'),
  ...wordsIn('普查 换届 招生 预警 督察 巡视 巡察 进驻 管控 演练 响应'),
]);
/** 强降雨期间加密巡查: what is done all the while. */
const DONE_THEN = anyOf(wordsIn('加密 实行 加强 严格 落实 坚持 严禁 禁止 停止 暂停 安排 确保'));

/** 任职期间, 施工期间: as long as it lasts. */
const LASTS_AS_LONG = `[^，]{0,4}${anyOf(wordsIn('任职 在职 施工 建设 工作 运营 经营 服务 存续 租赁 合同 使用 试用 实习 在校 住院 创业 孵化 质保 保修 有效'))}`;
/** One of these is in every such span. */
export const SPAN_SIGNS = wordsIn(
  '期间 期内 键期 峰期 口期 前后 时节 季节 节内 假内 季内 度内 岁末年初 明春 明夏',
);
/** Spans that every year has, or that are named, and whose days a district says. */
export const SPANS = [
  '(?:岁末年初|今[夏秋冬]明[春夏]',
  `${CONGRESS}期间`,
  // 在森林特别防护期内每天巡山, 假期内, 公示期内可向….
  `(?<=在|^|[，。；\\n])(?![任近短长中限同定分周按如到逾延学])${NAMED}{1,10}(?<![任近短长中限同定分周按如到逾延学])期内(?=每|可|班主任|，)`,
  `(?:寒暑假|${EVENT}(?:[、和]${EVENT}){0,4})(?:前后|期间|期内|内)`,
  // 119消防宣传月期间, 正月期间.
  '(?<=^|[，。；\\n])(?:\\d{3}[一-龥]{2,8}|正月|腊月)期间',
  // “12·4”国家宪法日前后.
  `“\\d{1,2}[·.]\\d{1,2}”[^，。；、\\n\\d]{2,12}[日节](?:前后|期间)`,
  // 全国防灾减灾日前后，….
  `${STARTS}${NAMED}{3,10}(?<![每当明次今昨平])[日节]前后(?=，)`,
  '(?:台风)?“[^“”，。；\\n]{1,10}”(?:影响|活动|行动)?期间',
  `${BEGINS}${NAMED}{0,12}${LASTING_EVENTS}期间`,
  // Before what has been read already, too (\uFFFC): 驻点期间每周拜访3家.
  // 虫草采集期内, 降雪期间, 冬闲时节, 春节、藏历新年期间: a clause that is nothing else, but not what somebody is in or does.
  `${STARTS}(?:(?!${LASTS_AS_LONG})(?:${EVENT}、)?${NAMED}{2,8}(?:期间|期内|时节|季节|关键期|高峰期|窗口期)|(?![任近短长中限同定分周按如到逾延学])${NAMED}期内)(?=，|$|\\uFFFC|请|各|全体|所有|每|${DONE_THEN}))`,
].join('|');
/** 春节假期实行…, 国庆长假，…. */
export const HOLIDAYS = `${STARTS}(?!每|在|非)${NAMED}{0,6}(?:花期|旺季|高峰期|高温期|[多高]发期|农忙季)(?=，)|${EVENT}(?<=假期|长假|黄金周)(?=，|${HELD_THEN}|照常|正常|(?:正式|对外|限流|延时)?开放|免费|严[防禁格]|加强|做好|期?每|安排(?!表)|值班(?!安排|表))`;
/** 返岗当天上班前, 投票当日开箱前. */
export const SAME_DAY = '[一-龥]{2}当[天日](?:[一-龥]{2})?前';
