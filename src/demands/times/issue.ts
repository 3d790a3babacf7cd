// What is counted from the day of issue: 本月底前, 下周一前, 三个月内; or from something that happens: 竣工后1个月内.

import {
  BEFORE,
  DAY,
  dayAfter,
  dayOf,
  FROM_ISSUE,
  LASTS,
  LASTS_DAYS,
  LASTS_LONG,
  THIRDS,
  WEEKDAYS,
} from '../../words/calendar.js';
import { COME_ABOUT } from '../../words/events.js';
import { DONE, TOLD_THEN } from '../../words/verbs.js';
import { HIDDEN } from '../mask.js';
import { dateOf, FIRST_DAYS, HOUR, type TimeRule } from './rule.js';

/** Within: 三年内, but not 三年内容. */
const WITHIN = '(?:之内|以内|内)(?!容|部|外)';
/** 日内 of 30日内: `LASTS` and `WITHIN`, and not 区内. */
const MAY_BE_WITHIN = /[年月周天日时度][之以]?内/;
/** 1个工作日内办结, 2小时内到达: how fast, which is a figure. */
const HANDLED =
  '(?:(?!报)[^，。；\\n]){0,4}(?:办结|到达|到场|送达|集结|出动|支付|拨付|到位|响应|修复|退还|返还|恢复|得到|到账|处置|叫应|“叫应”)';
/** 压缩至5个工作日内 and 压缩至3天和1天以内 are figures, 每三年内 comes again. */
const NO_LIMIT = `(?<![每近第至到为过年${HIDDEN}\\d.．]|(?:贷款|信贷|还款|借款|担保|贴息)[^，。；\\n]{0,20}(?:期限|年限)|(?:、|，)(?:期限|年限)|(?:控制|压缩|压减|缩短|保持|稳定|限定)在|[至到在为]\\d{1,4}个?(?:工作日|小时|天|日|月|年)(?:以?内)?[和及与、])`;

/** Nobody can tell from the notice when it is received. */
/** 异常者两周内转诊: counted from when it comes about with each of them. */
const OF_THOSE = '(?<=[者户案]|家庭|对象)';
const lasting: NonNullable<TimeRule['dates']> = ({ count = '', lasting: unit = '', received }, { issued }) =>
  issued === undefined || received !== undefined ? {} : { by: dayAfter(issued, count, unit), reckoned: true };

export const OF_ISSUE: readonly TimeRule[] = [
  // 本月底前, 下月10日前, 本季度内: of the day of issue.
  {
    kind: 'by',
    has: ['本月', '下月'],
    pattern: new RegExp(
      `(?<![每次])(?<which>本|下)月(?:(?:底|末|(?<day>${DAY})日)(?:${BEFORE}|内)?|内)`,
      'g',
    ),
    yearless: true,
    dates: ({ which, day }, { issued }) => {
      if (issued === undefined) return {};
      const month = dayAfter(`${issued.slice(0, 7)}-01`, which === '下' ? '1' : '0', '月') ?? '';
      return { by: dateOf(Number(month.slice(0, 4)), month.slice(5, 7), day), reckoned: true };
    },
  },
  // 下月中旬接受抽查: of the month after that of issue.
  {
    kind: 'during',
    has: ['本月', '下月'],
    pattern: /(?<![每次])(?<which>本|下)月(?<third>[上中下]旬)(?!前|之前|以前|底|完成)/g,
    yearless: true,
    dates: ({ which, third = '' }, { issued }) => {
      if (issued === undefined) return {};
      const month = dayAfter(`${issued.slice(0, 7)}-01`, which === '下' ? '1' : '0', '月') ?? '';
      const [year, name] = [Number(month.slice(0, 4)), month.slice(5, 7)];
      return {
        from: dateOf(year, name, FIRST_DAYS[third]),
        by: dateOf(year, name, THIRDS[third] || undefined),
        reckoned: true,
      };
    },
  },
  // 本周五前…，月底前: of the day of issue; where something comes again, of each month.
  {
    kind: 'by',
    has: '月底',
    pattern: new RegExp(`(?=月底)(?<=(?<![每${HIDDEN}][^。\\n]{0,40})(?:^|[，。；、\\n]))月底${BEFORE}`, 'g'),
    yearless: true,
    dates: (_, { issued }) =>
      issued === undefined
        ? {}
        : { by: dateOf(Number(issued.slice(0, 4)), issued.slice(5, 7)), reckoned: true },
  },
  // 本周五前, 下周一下班前, 本周内: weeks begin on Monday.
  {
    kind: 'by',
    has: '周',
    pattern: new RegExp(
      `(?<which>本|下)周(?:(?<weekday>[${WEEKDAYS}天末])(?:（[^）]{2,8}）)?${HOUR}?(?:${BEFORE}|内)|内)`,
      'g',
    ),
    yearless: true,
    dates: ({ which, weekday = '日' }, { issued }) => {
      if (issued === undefined) return {};
      const today = (new Date(issued).getUTCDay() + 6) % 7;
      const due = WEEKDAYS.indexOf(/[天末]/.test(weekday) ? '日' : weekday) + (which === '下' ? 7 : 0);
      return { by: dayAfter(issued, String(due - today), '日'), reckoned: true };
    },
  },
  {
    kind: 'by',
    has: '本季度',
    pattern: new RegExp(`本季度(?:底|末|内)(?:${BEFORE})?`, 'g'),
    yearless: true,
    dates: (_, { issued }) =>
      issued === undefined
        ? {}
        : {
            by: dayOf(Number(issued.slice(0, 4)), Math.ceil(Number(issued.slice(5, 7)) / 3) * 3),
            reckoned: true,
          },
  },
];

export const WITHIN_SPANS: readonly TimeRule[] = [
  // 印发之日起30日内, 三年内: counted from the day of issue.
  {
    kind: 'by',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`${FROM_ISSUE}(?:，于?)?${LASTS_DAYS}${WITHIN}`, 'g'),
    yearless: true,
    dates: lasting,
  },
  // 收到申报材料之日起15个工作日内, 自竣工验收合格之日起30日内: counted from what happens.
  {
    kind: 'event',
    has: '之日',
    pattern: new RegExp(`[^，。；\\s每]{2,16}之日(?:起|后)${LASTS}${WITHIN}`, 'g'),
  },
  {
    kind: 'event',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`[在自从]?[^，。；、\\s每在自从]{2,10}(?<!年)后${LASTS}${WITHIN}`, 'g'),
  },
  // 有效期满前三个月内.
  {
    kind: 'event',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`[^，。；、\\s每]{2,10}[满到止期]前${LASTS}${WITHIN}`, 'g'),
  },
  // 事发后10分钟内以口头方式、30分钟内以书面方式报告.
  {
    kind: 'event',
    has: '分钟内',
    pattern: new RegExp(
      `(?:[^，。；、\\s每]{2,10}后)?\\d{1,3}分钟内(?<=后\\d{1,3}分钟内(?:[^，。；\\n]{1,14}[、，]\\d{1,3}分钟内)?|${HIDDEN}[^，。；\\n]{1,14}、\\d{1,3}分钟内)(?:${TOLD_THEN}|(?=，(?![^，。；\\n]{0,8}\\d)|${DONE}|撤离|转移|疏散)|(?<=后\\d{1,3}分钟内)(?!${HANDLED})(?=[一-龥]))`,
      'g',
    ),
  },
  {
    kind: 'event',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`${COME_ABOUT}${LASTS}${WITHIN}`, 'g'),
  },
  {
    kind: 'by',
    pattern: new RegExp(`^\\s*${LASTS_DAYS}${WITHIN}\\s*$`, 'g'),
    yearless: true,
    dates: lasting,
    alone: true,
  },
  {
    kind: 'event',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`${OF_THOSE}${LASTS_LONG}${WITHIN}`, 'g'),
    yearless: true,
  },
  {
    kind: 'by',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`${NO_LIMIT}${LASTS_LONG}${WITHIN}`, 'g'),
    yearless: true,
    dates: lasting,
  },
  // 6月1日试运行，三个月后正式运行: counted from what the sentence has said.
  {
    kind: 'event',
    has: ['月后', '周后', '天后', '年后'],
    pattern: new RegExp(`(?<=，)${LASTS}后(?!的|续)(?=[一-龥，])`, 'g'),
    sure: true,
  },
  // 竣工后1个月内, 线索7日内移交: counted from something that happens.
  {
    kind: 'event',
    has: MAY_BE_WITHIN,
    pattern: new RegExp(`${NO_LIMIT}${LASTS}${WITHIN}(?!${HANDLED})`, 'g'),
  },
];
