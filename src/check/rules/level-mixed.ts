import { higherLevels } from '../levels.js';
import type { Rule } from '../rule.js';
import { goalTexts, placeIn, sentenceTexts } from '../texts.js';

/** Said before a higher level's name, it is in its place there: 配合全市建立, 按照市级要求. */
const OWING =
  /配合|按照|根据|依据|落实|贯彻|承接|参加|参与|对标|响应|执行|纳入|列入|接入|衔接|对接|服务|争|报|向|经|由|在全.率先/;

/** Said after it, it is a comparison with others: 全市前列. */
const COMPARED = /^(?:率先|前列|前茅|领先|先进|首|第一|排名|位次|平均|一流|同级|试点|示范)/;

/** What the notice's own offices make; of a higher level's things it makes none. */
const MAKES =
  '充实|建立|建立健全|健全|完善|加强|强化|修订|编制|制定|印发|组建|建设|建成|打造|提升|深化|推进|开展|实施|召开|举办';

/** Words that end in 全, before 市 or 市级: 安全市场, 健全市级制度. */
const ENDING_IN_WHOLE = '安|健|完|齐|周|保';

export const levelMixed: Rule<'level-mixed'> = {
  code: 'level-mixed',
  find: (book) => {
    const higher = higherLevels(book);
    if (higher.length === 0) return [];
    const levels = `[${higher.join('')}]`;
    const whole = new RegExp(
      `(?<!${ENDING_IN_WHOLE})全${levels}(?!场|[^，。；]{0,3}(?:统一|要求|部署|安排))`,
      'g',
    );
    const own = new RegExp(`(?<=${MAKES})${levels}级(?!以上)`, 'g');
    return [...sentenceTexts(book), ...goalTexts(book)].flatMap((said) =>
      [...said.text.matchAll(whole), ...said.text.matchAll(own)]
        .filter(({ 0: word, index }) => {
          const clause =
            said.text
              .slice(0, index)
              .split(/[，。；\n]/)
              .at(-1) ?? '';
          return !OWING.test(clause) && !COMPARED.test(said.text.slice(index + word.length));
        })
        .map(({ 0: word, index }) => ({
          args: { excerpt: excerpt(said.text, index) },
          at: placeIn(said, index, index + word.length),
        })),
    );
  },
};

/** The words around an offset, up to the clause's ends. */
function excerpt(text: string, at: number): string {
  const start = Math.max(at - 6, ...['，', '。', '；', '\n'].map((stop) => text.lastIndexOf(stop, at) + 1));
  return /^[^，。；\n]{1,16}/.exec(text.slice(start))?.[0] ?? '';
}
