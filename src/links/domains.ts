import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';

/** 工程建设、招标投标、政府采购等重点领域: what a measure lists, and that it means others, too. */
const LIST =
  /(?<=(?<listed>(?:[^，。；、“”（）]{2,12}、){2,60}[^，。；、“”（）]{2,12}))(?<open>等[^，。；、]{0,12}?(?:行业领域|行业|领域))/du;

/** Verbs that a list begins behind. */
const VERB =
  /^(?:(?:深入|扎实|持续|全面|切实|重点|突出)?(?:完成|开展|深化|加强|推进|抓好|强化|实施|聚焦|围绕|突出|紧盯|抓实))/;

/** What the names of domains end in. */
const DOMAIN = /(?:行业)?领域$|行业$/;

/** What may follow a domain in the name of what is done about it. */
const TREATED =
  /^(?:行业|领域|突出|重点|风险|隐患|问题|安全|污染|专项|集中|综合|“[^“”]*”)*(?:领域|行业|整治|治理|攻坚|问题)(?:行动|工作)?$/;

/** The domains that a measure lists, and the words that leave the list open. */
export function domainsIn(
  said: Passage,
  lines: LineStarts,
): { readonly domains: readonly Passage[]; readonly open: Passage } | undefined {
  const { listed, open } = LIST.exec(said.text)?.indices?.groups ?? {};
  if (!listed || !open) return undefined;
  const part = (from: number, to: number) => slicePassage(said, from, to, lines);
  const start = listed[0] + (VERB.exec(said.text.slice(...listed))?.[0].length ?? 0);
  const domains = Array.from(said.text.slice(start, listed[1]).matchAll(/[^、]+/g), ({ 0: domain, index }) =>
    part(start + index, start + index + domain.length),
  );
  return { domains, open: part(...open) };
}

/** Whether a task's name is that of a domain. */
export function isDomain(name: string): boolean {
  return DOMAIN.test(name);
}

/** Which of a list's domains a task's name is of: 燃气领域 and 燃气安全隐患“全链条”整治 are of 燃气. */
export function domainOf(name: string, domains: readonly Passage[]): Passage | undefined {
  return domains.find(
    ({ text: domain }) =>
      name === domain || (name.startsWith(domain) && TREATED.test(name.slice(domain.length))),
  );
}
