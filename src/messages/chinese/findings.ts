import type { RuleCode } from '../../model/codes/findings.js';
import type { ArgsOf } from '../../model/codes/index.js';
import type { RuleWords } from '../language.js';
import { nameWords, suggest } from './names.js';

/** What the rules of `check` are called, and how what they find is said. */
export const FINDINGS: { readonly [C in RuleCode]: RuleWords<C> } = {
  'lead-missing': {
    title: '没有牵头单位',
    explanation: '任务没有写明谁牵头，办起来没有人负总责。请补上牵头单位，或写明排第一的责任单位牵头。',
    message: (a) => `${nameWords(a.task)}没有牵头单位。`,
  },
  'lead-inferred': {
    title: '牵头单位空白',
    explanation: '牵头单位一格是空的，按上一行推定。如果原件是合并单元格就没有问题；如果是漏填，请补上。',
    message: (a) => `${nameWords(a.task)}的牵头单位空白，推定为上一行的“${a.leads.join('、')}”。`,
  },
  'responsible-empty': {
    title: '责任单位空白',
    explanation: '同名任务的上一行有责任单位，这一行空白。空白是没有责任单位，还是漏填、漏合并，请核对。',
    message: (a) => `${nameWords(a.task)}的责任单位空白，上一行有。`,
  },
  'lead-and-responsible': {
    title: '既牵头又责任',
    explanation: '同一个单位（或集体称谓）在同一项任务里既是牵头单位又是责任单位。请确定是哪一个。',
    message: (a) => `${nameWords(a.task)}里，“${a.name}”既是牵头单位又是责任单位。`,
  },
  'unit-twice': {
    title: '单位重复',
    explanation: '同一个单位（或集体称谓）在一个单元格里写了两遍。请删去一个，或改成本来要写的单位。',
    message: (a) => `${nameWords(a.task)}里，“${a.name}”写了两遍。`,
  },
  'unit-unknown': {
    title: '名录里没有的单位',
    explanation:
      '单位名录里没有这个名称。可能是写错了、用了旧称，也可能是名录要补。没有名录的通知不查这一条。',
    message: (a) => `单位名录里没有“${a.name}”。${suggest(a.nearest)}`,
  },
  'unit-misspelt': {
    title: '像是写错的单位',
    explanation:
      '这个名称只印了一两次，与另一个单位的名称只差一个字，或者只差“省、市、县”一类的字。写错了请改；确是另一个单位，就写进 units.yaml，以后不再提示。',
    message: (a) => `“${a.name}”像是写错了。${suggest(a.nearest)}`,
  },
  'group-unknown': {
    title: '集体称谓成员不明',
    explanation:
      '用了集体称谓，而通知和名录都没有说包括哪些单位，被点到的单位自己不一定知道。能点名的请点名，或附上成员名单。',
    message: (a) => `“${a.name}”包括哪些单位没有写明，涉及 ${a.tasks} 项任务。`,
  },
  'unit-only-in-body': {
    title: '只有正文点名的单位',
    explanation:
      '正文的条点到这个单位，落实这一条的任务里却没有它。照表办事的单位会漏掉，请核对是否要加进表里。',
    message: (a) => `正文${a.measure}点到“${a.name}”，落实这一条的任务里没有它。`,
  },
  'goal-missing': {
    title: '没有目标',
    explanation: '表里有目标一列，这一行却是空的，不知道要做到什么程度。请补上。',
    message: (a) => `${nameWords(a.task)}没有写目标。`,
  },
  'indicator-conflict': {
    title: '同一指标数字不一',
    explanation:
      '同一件事，正文和落实它的任务、或同名的两项任务写了不同的数，执行的单位不知道按哪个数考核，请统一。几项任务分摊正文总数的不算。',
    message: (a) =>
      `“${a.subject}”在${nameWords(a.earlierIn)}写作“${a.earlier}”，在${nameWords(a.laterIn)}写作“${a.later}”。`,
  },
  'percent-over': {
    title: '百分比超过 100',
    explanation: '比率最多是 100%。写“100%以上”或超过 100% 的，请核对数字，或改成“100%”。增长幅度不算。',
    message: (a) => `比率不会超过 100%，这里写作“${a.rate}”（${a.subjects.join('、')}）。`,
  },
  'rate-without-deadline': {
    title: '比率没有时限',
    explanation:
      '要达到一个比率，却没有写到什么时候：目标、时限列、表头、表名和文件标题里都没有年份或日期。请写明。',
    message: (a) => `${nameWords(a.task)}的“${a.subject}${a.rate}”没有写明时限。`,
  },
  'body-differs': {
    title: '正文和表说法不一',
    explanation:
      '正文和表说的是同一件事，用字却不一样：换了数、级别、单位或做法，或者表里漏了范围。请核对哪个对，改成一样的。表里只是写得更细的不算。',
    message: (a) =>
      `${nameWords(a.task)}写“${a.clause}”，正文${a.measure}写“${a.words}”：${differenceWords(a)}。`,
  },
  'level-mixed': {
    title: '留有上级文件的字样',
    explanation:
      '在本级的任务里写了“全市”“市级”等上级的范围，多半是从上级文件照抄时没有改。“配合全市”“承接市级”一类的不算。',
    message: (a) => `本级的任务里写了“${a.excerpt}”，请核对是否从上级文件照抄。`,
  },
  'document-names': {
    title: '文件名称前后不一',
    explanation: '像是同一份文件，前后写的名称不一样：多了少了几个字，或有的没有书名号。请统一成正式名称。',
    message: (a) =>
      a.marked
        ? `前面写作《${a.title}》，这里写作《${a.here}》。`
        : `别处写作《${a.title}》，这里写作“${a.here}”。`,
  },
  'sentence-without-task': {
    title: '正文的要求没有任务落实',
    explanation:
      '正文写了要求，表里没有任务说到这一句，或没有说到其中带数字的分句。没有牵头单位的要求容易落空，请核对是否要列入表里。没有任务表的通知不查。',
    message: (a) =>
      a.part === 'sentence'
        ? `正文${a.measure}的这一句没有任务落实：“${a.text}”`
        : `正文${a.measure}的这个数没有任务落实：“${a.text}”。`,
  },
  'task-without-measure': {
    title: '任务在正文里没有依据',
    explanation:
      '表里有这项任务，正文没有一条说到它：名称、目标、领域都对不上。请核对正文是否漏写。没有正文的通知不查。',
    message: (a) => `${nameWords(a.task)}在正文里找不到对应的条。`,
  },
  'number-sequence': {
    title: '序号不连续',
    explanation: '同一张表里的序号缺号、重号或倒序，可能是增删了行没有重排。分段各自从 1 起的不算。',
    message: (a) => `序号“${a.number}”应为 ${a.expected}（上一个是 ${a.last ?? '无'}）。`,
  },
  'name-inferred': {
    title: '名称空白',
    explanation: '名称一格是空的，按上一行推定为合并单元格。Word 文件里能看到合并的，不会有这条提示。',
    message: (a) => `${nameWords(a.task)}${a.rows > 1 ? `起 ${a.rows} 行` : ''}名称空白，推定承上。`,
  },
  'name-repeated': {
    title: '名称重复印出',
    explanation: '名称在合并单元格中间又印了一遍，多半是换页时拆开了合并单元格。按同一组任务处理。',
    message: (a) => `${nameWords(a.task)}的名称又印了一遍，与上一行是同一组。`,
  },
  'brackets-unbalanced': {
    title: '括号、引号不成对',
    explanation:
      '括号、书名号或引号只有一半，或前后颠倒，意思可能不完整。请补上或删去。“1）”一类的编号不算。',
    message: (a) => `“${a.mark}”没有成对：…${a.around}…`,
  },
  'width-mixed': {
    title: '全角半角混用',
    explanation: '同一份通知里，同一种符号有的用全角、有的用半角。请统一成用得多的那一种。',
    message: ({ sign, found, width }) =>
      `这里的${SIGNS[sign]}“${found}”是${WIDTHS[width]}，别处多用${WIDTHS[width === 'half' ? 'full' : 'half']}。`,
  },
};

const SIGNS: { readonly [S in ArgsOf<'width-mixed'>['sign']]: string } = {
  digit: '数字',
  percent: '百分号',
  letter: '字母',
  bracket: '括号',
  comma: '逗号',
  colon: '冒号',
  semicolon: '分号',
};

const WIDTHS = { half: '半角', full: '全角' };

function differenceWords({ swapped, differences }: ArgsOf<'body-differs'>): string {
  if (swapped) return '字的先后不同';
  return differences
    .map(({ from, to, next }) => {
      if (from === '') return `表里多“${to}”`;
      if (to === '') return `表里少“${from}”`;
      // 区级, 市级: one character alone says little.
      const more = from.length === 1 && to.length === 1 ? next : '';
      return `正文是“${from}${more}”，表里是“${to}${more}”`;
    })
    .join('；');
}
