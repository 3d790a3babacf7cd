import { SITE_LABEL, SITE_OWNER } from '../../words/documents.js';
import type { Flow } from '../flow.js';
import { plain } from '../names-apart.js';
import { isMark } from './marks.js';
import { isPager } from './pager.js';

/** A site's words are a short line. */
const LONGEST = 60;

const EDGE = '[\\s【[（(]*';
const VALUE = '(?:[：:\\s】\\]）)].*)?$';

/** 来源：某网, 【打印本页】: a notice may have such a line, too, so only those around its text are the site's. */
const ADDED = new RegExp(`^${EDGE}${SITE_LABEL}${VALUE}`);

/** Several such in one line: 来源：某网 发布时间：2026-01-01. */
const ADDED_TWICE = new RegExp(`^${EDGE}${SITE_LABEL}[：:][^：:]*[\\s|｜]${SITE_LABEL}[：:]`);

/** Nothing but what a reader may press, or how often it was read: 字号：大 中 小, 分享到：微信, 浏览次数：12. */
const BUTTONS =
  /^(?=.*[一-龥])(?:打印(?:本?页)?|关闭(?:窗口|本页)?|收藏|分享到?|扫一扫|返回顶部|字[体号]|[大中小]|微信|微博|新浪|朋友圈|QQ(?:空间)?|(?:浏览|点击|阅读)(?:次数|量|数)|\d|次|[：:\s【】[\]（）()|｜])+$/;

/** Who runs the site, behind all that the notice says. */
const FOOT = new RegExp(`^${EDGE}(?:${SITE_OWNER})${VALUE}`);

/** The same with its name before: 某县人民政府办公室承办. */
const FOOT_NAMED =
  /^([一-龥（）]{4,30})\s?(?:主办|承办|维护|版权所有)(?:(?:[\s|｜]|公安备案|网站标识码|ICP备).*)?$/;

/**
 * A page's flow with the lines that the site adds as page chrome: those before the first and behind the last line of
 * the notice itself, and between them buttons only.
 */
export function withoutSiteLines(flow: readonly Flow[]): Flow[] {
  const isNotice = (item: Flow) =>
    item.kind === 'table' || (item.kind === 'paragraph' && isMark(item.text.trim()));
  const head = flow.findIndex(isNotice);
  const foot = flow.findLastIndex((item) => !isFootOf(item)) + 1;
  return flow.flatMap((item, i): Flow[] => {
    if (item.kind !== 'paragraph') return [item];
    const isAround = i < head || i >= foot;
    const isSites = isAround
      ? i >= foot || matches(item, ADDED)
      : matches(item, ADDED_TWICE) || matches(item, BUTTONS);
    if (!isSites && !isPager(item.text.trim())) return [item];
    const { text, beside = [] } = item;
    return [
      { kind: 'noise', noise: 'page-chrome', text },
      ...(beside.length > 0 ? [{ kind: 'blank' as const, beside }] : []),
    ];
  });
}

function isFootOf(item: Flow): boolean {
  if (item.kind !== 'paragraph') return item.kind === 'noise' || item.kind === 'blank';
  return [FOOT, FOOT_NAMED, ADDED, BUTTONS].some((pattern) => matches(item, pattern));
}

/** Whether a line is one that a site has around a notice, and nobody else. */
export function isOfSite(text: string): boolean {
  return (
    text.length < LONGEST && [ADDED_TWICE, BUTTONS, OF_SITE].some((pattern) => pattern.test(text.trim()))
  );
}

/** Whether nobody but a site writes such a line; what may be pressed somebody may also have typed. */
export function isOfSiteOnly(text: string): boolean {
  return text.length < LONGEST && [ADDED_TWICE, OF_SITE].some((pattern) => pattern.test(text.trim()));
}

/** Whether a line that ends a text is no more than who runs the site: 某县人民政府办公室主办. */
export function endsSite(text: string): boolean {
  const line = text.trim();
  return (
    text.length < LONGEST && (OWNER.test(FOOT_NAMED.exec(line)?.[1] ?? '') || FOOT_GOVERNMENT.test(line))
  );
}

/** 主办：某县人民政府办公室; others run other things, too. */
const FOOT_GOVERNMENT = /^主办(?:单位)?[：:]\s?[一-龥]{2,20}人民政府(?:办公室)?$/;

/** The name of an office and nothing more. */
const OWNER = /^[^由]*(?:人民政府|委员会|办公室|[局委办厅部])$/;

/** 网站标识码：, 版权所有, 【打印本页】. */
const OF_SITE = /网站标识码|版权所有|ICP备|[【[]\s*(?:打印|关闭)|^(?:浏览|点击|阅读)(?:次数|量|数)[：:]/;

function matches({ text }: { readonly text: string }, pattern: RegExp): boolean {
  return text.length < LONGEST && pattern.test(plain(text).trim());
}
