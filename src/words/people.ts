import { anyOf, wordsIn } from './any-of.js';

// People whom notices name beside units: 牵头领导：王某; 责任人：李某.

const PARTS = anyOf(wordsIn('牵头 分管 责任 主管 包保 包联 包抓 联系 挂钩 挂帅 督导 总牵头 指导 负责'));
const LEVELS = anyOf(wordsIn('县级 市级 区级 省级 州级 旗级 县 市 区 省 州 旗 厅级 处级'));

/** What stands with a colon before the names of people. */
export const PERSON_LABEL = `(?:${PARTS}?${LEVELS}?${anyOf(wordsIn('领导 领导同志'))}|${anyOf(
  wordsIn(
    '责任人 负责人 主要负责人 直接责任人 第一责任人 牵头人 联系人 包保人 责任领导人 具体责任人 河长 链长 总链长',
  ),
)})`;
