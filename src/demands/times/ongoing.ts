// What has no end: 常态化开展, 长期坚持.
import { anyOf } from '../../words/any-of.js';
import { AT_ONCE, LASTING, ONGOING } from '../../words/calendar.js';
import { GOES_ON } from '../../words/verbs.js';
import type { TimeRule } from './rule.js';

export const WITHOUT_END: readonly TimeRule[] = [
  // 立即开展，6月20日前报送; 立即开展，长期坚持 is one.
  {
    kind: 'ongoing',
    has: '立即',
    pattern: /立即(?:开展|启动|实施|落实|执行)(?!，并?(?:长期|持续|常年))/g,
    alone: true,
  },
  // 立行立改，并长期坚持: both are one.
  {
    kind: 'ongoing',
    has: LASTING,
    pattern: new RegExp(`${ONGOING}，并?${anyOf(LASTING)}[^，。；]{0,4}`, 'g'),
    alone: true,
  },
  { kind: 'ongoing', has: LASTING, pattern: new RegExp(`${anyOf(LASTING)}${GOES_ON}(?!在|\\d|[类型])`, 'g') },
  { kind: 'ongoing', pattern: new RegExp(ONGOING, 'g'), alone: true },
  { kind: 'ongoing', has: '立', pattern: /(?<!能)立[行查知]立[改行纠](?!的|[类型])/g, sure: true },
  // 申请随时受理, 常年接收.
  {
    kind: 'ongoing',
    has: ['随时', '常年', '长年', '全年'],
    pattern: /(?:随时|[常长全]年)(?:受理|接收|移交|报送|上报|接受(?=申请|报名|咨询))(?!的|时间|点)/g,
    sure: true,
  },
  { kind: 'ongoing', has: ['即', '随', '边'], pattern: new RegExp(AT_ONCE, 'g'), sure: true },
  // 此后转入常态化管理; 常态化开展 says how, and not until when.
  { kind: 'ongoing', has: '常态', pattern: /(?<=转入|进入|转为)常态化?/g, sure: true },
];
