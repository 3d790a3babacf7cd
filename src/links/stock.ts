import { TO_LEAD } from '../words/role-words.js';
import { NAME_ENDING } from '../words/unit-names.js';

/**
 * Words that a notice says of anything: a clause of nothing else (健全长效管理机制, 定期通报工作进展) does not tell what
 * is to be managed or reported, so that two of them are no sign of one thing. A word is one line in `test/links/stock.test.ts`.
 */
const STOCK = [
  // What is done.
  '建立|健全|完善|落实|落细|执行|加大|加强|强化|提升|提高|推进|推动|深化|优化|做好|抓好|抓实|开展|组织|实行|实施|形成|发挥|营造|压实|通报|调度|报送|总结|推广|引导|带动|保障',
  // How, and how often.
  '严格|全面|切实|扎实|有效|积极|充分|大力|持续|不断|进一步|及时|定期|按时|按期|良好|浓厚|长效|常态化?|日常|协同|协调|联动|配合|统筹|集中',
  // With what.
  '合力|机制|制度|体系|办法|措施|责任|任务|工作|力度|氛围|作用|宣传|舆论|监管|监督|管理|管护|检查|指导|督促|督导|考核|评价|调研|培训|进展|情况|成效|水平|能力|信息|经验|典型|示范',
  // How much.
  '每|[年月周日季]|季度|半年|不[少低]于|至少|以[上内]|达到?|前|底|召开|举办|完成|[次场期个]|\\d+',
  // Whose.
  '各[级项类]?|相关|有关|部门|单位|主体|属地|社会|安全|[和与及并的]',
].join('|');

const WHOLE = new RegExp(`^(?:${STOCK})*$`);

/** 由县教育局牵头, 县水利局、县财政局配合: who does it, and not what. */
const NAME = `[^由、，和与]{1,12}?${NAME_ENDING}`;
const DOES = `(?:共同|联合|具体|统一|分别)?(?:${TO_LEAD}|负责|配合|协助|参与|承办|协办|落实|实施|组织)`;
const WHO_ONLY = new RegExp(
  `^由?${NAME}(?:[、和与]${NAME}){0,9}(?:等(?:有关|相关)?(?:单位|部门))?(?:${DOES}){1,2}$`,
);

/** What it cannot be without; it is large. */
const ENDS_IN_DOING = new RegExp(`${DOES}$`);

/** Whether a clause has no word of its own, or says only whose a task is. */
export function isStock(clause: string): boolean {
  const said = clause.trim().replace(/\p{P}$/u, '');
  return (
    (ENDS_IN_DOING.test(said) && WHO_ONLY.test(said)) || WHOLE.test(clause.replace(/[\p{P}\p{S}\s]/gu, ''))
  );
}
