/**
 * Verbs that say that something is to be done and not what: what they govern is what is measured or
 * made. What may not follow makes nouns that begin alike: 实施方案, 在建工程.
 */
const LIGHT = [
  '确保|力争|争取|努力|务必|必须|全面|基本|进一步|实现|完成|保持|推动|推进|做到|开展|组织(?!架构|体系|部)|做好|抓好|加强|强化|启动|承接|督促|指导|要求|引导|鼓励|支持|探索|研究|配合|继续',
  '实施(?!方案|细则|意见|办法)|使(?!用)|将|为(?!主)|把|对(?!口|外|照|标|策|接)|由|按照|其中|并|要|在(?!建|校|岗|册|用|线|场)',
].join('|');

/** How it is to be done; left out with the verb that follows. */
const MANNER = '(?:深入|联合|积极|加快|稳步|有序|持续|不断|大力|切实|严格|认真|科学|精准|规范|同步)';

/** Where a duty holds; said before what is measured. */
const SCOPE = '全[省市区县州旗镇乡]|[省市区县州旗]内|辖区内?|全年|年内|本年度?|当年|今年';

/** What joins a phrase to the one before it, and numbers of lists. */
const JOINT = '[、，,和及与并\\s]+|\\d{1,3}[.．、](?!\\d)|（\\d{1,3}）|[①-⑳]';

/** 某局要, 某委负责: who does it is not what is done. */
const WHO = '[^，。；、\\s]{2,12}?(?:局|委|办|(?<!全)部|会|中心|单位)(?:要|应|负责|牵头)(?=.)';

const VERB = `${MANNER}?(?:${LIGHT})(?!率|度|数|量|情况|值|比)`;
const LEADING = new RegExp(`^(?:${JOINT}|${WHO}|(?<scope>${SCOPE})(?:范围内)?|${VERB})`, 'u');
const LEADING_VERBS = new RegExp(`^(?:${JOINT}|${VERB})+`, 'u');

/** What may stand between a subject and its figure; the longer of two that end alike comes first. */
const TRAILING = '力争 确保 应当 年均 平均 均 都 总数 共计 共 为 是 不断 稳步 的 累计 要 须 应'.split(' ');

/**
 * Takes from a phrase what does not say what it is about: leading scopes and light verbs, and words
 * that only lead over to a figure.
 */
export function essence(phrase: string): { readonly text: string; readonly scope: string } {
  let text = phrase.trim();
  let scope = '';
  for (let found = LEADING.exec(text); found && found[0] !== ''; found = LEADING.exec(text)) {
    const { scope: printed = '' } = found.groups ?? {};
    scope ||= printed;
    text = text.slice(found[0].length);
  }
  return { text: withoutTrailing(text).trim(), scope };
}

function withoutTrailing(text: string): string {
  let end = text.length;
  for (;;) {
    const word = TRAILING.find((each) => text.endsWith(each, end));
    if (word === undefined) return text.slice(0, end);
    end -= word.length;
  }
}

/** Takes from a phrase the verbs that only say that it is to be done. */
export function withoutVerbs(phrase: string): string {
  return phrase.replace(LEADING_VERBS, '').trim();
}
