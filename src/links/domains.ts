/** 道路交通、建筑施工、…等8+1重点行业领域: what a measure lists, and that it means others, too. */
const LIST =
  /(?<=(?<listed>(?:[^，。；、“”（）]{2,12}、){2,60}[^，。；、“”（）]{2,12}))(?<open>等[^，。；、]{0,12}?(?:行业领域|行业|领域))/u;

/** Verbs that a list begins behind. */
const VERB =
  /^(?:(?:深入|扎实|持续|全面|切实|重点|突出)?(?:完成|开展|深化|加强|推进|抓好|强化|实施|聚焦|围绕|突出|紧盯|抓实))/;

/** What the names of domains end in. */
const DOMAIN = /(?:行业)?领域$|行业$/;

/** What may follow a domain in the name of what is done about it. */
const TREATED =
  /^(?:安全|行业|领域|重点|隐患|专项|集中|综合|“[^“”]*”|全链条)*(?:整治|治理|领域|行业|攻坚)(?:行动|工作)?$/;

/** The domains that a measure lists, and the words that leave the list open. */
export function domainsIn(
  text: string,
): { readonly domains: readonly string[]; readonly open: string } | undefined {
  const { listed, open } = LIST.exec(text)?.groups ?? {};
  if (listed === undefined || open === undefined) return undefined;
  return { domains: listed.replace(VERB, '').split('、'), open };
}

/** Whether a task's name is that of a domain. */
export function isDomain(name: string): boolean {
  return DOMAIN.test(name);
}

/** Whether a task's name is of this domain: 燃气领域, 电动自行车安全隐患“全链条”整治. */
export function ofDomain(name: string, domain: string): boolean {
  return name === domain || (name.startsWith(domain) && TREATED.test(name.slice(domain.length)));
}
