// Which column's units lead where the notice says it in words: 负责单位为牵头单位, and no column is called 牵头单位.
import type { PlacedColumn } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { literally } from '../words/any-of.js';
import { comparable } from '../words/columns.js';
import { FIRST_IN_LIST, HELPING_HEADER, LEADERS, TO_LEAD } from '../words/role-words.js';
import { isPart } from '../words/roles.js';

/** What a header may stand behind: 由负责单位牵头, 各负责单位, 表中“负责单位”; 主要负责单位 is another. */
const BEFORE = '(?<=^|[.,。;:!、"“”()\\n]|[由以请各的中内列项表]|(?:原则上|统一|明确|所有|上述|以上))';
/** ”一栏所列单位均 */
const BEHIND =
  '["”]?(?:\\([^()]{1,8}\\))?(?:一?[栏列项](?:中|内|里)?)?(?:的?所列|列出|列明)?(?:的?(?:各?(?:单位|部门)|者))?';
const DO =
  '(?:均|都|即|全部|一律|统一|应当?|要|须|需|负责|切实|认真|充分|主动|发挥好?|对[^,。;:、]{1,16}){0,3}';
const OF_WHAT = '(?:各|该|本|每|项目?|任务|工作|事项|的){0,4}';
const LEADING = `(?:第一责任(?:单位|部门)|${LEADERS})`;
const IS = '(?:为|是|系|指|作为|即|视为)';
/** 负总责 is said of many who do not lead others. */
const LEADS = [
  `${IS}${OF_WHAT}${LEADING}`,
  `(?:负|承担|履行|担负)(?:起|好)?(?:总?(?:${TO_LEAD})的?(?:责任|职责)|总责)`,
  `总?(?:${TO_LEAD})(?!单位|部门|的)`,
];
/** 未列牵头单位的, 有多个单位的: it holds for some rows, and another rule reads it. */
const CONDITION = /(?:未|没有|无|空|缺|多个|[两二]个|多家|[两二]家|凡|涉及)[^,。;]{0,24}的,[^。;]*$/;
/** 排名第一的负责单位为牵头单位: one of them leads. */
const OF_ONE = new RegExp(`${FIRST_IN_LIST}[^,。;]{0,6}$`);
/** 表2, 附件1: the table that is meant. */
const TABLE = /(?:附件|附表|表)[\d一二三四五六七八九十]{1,2}/;
const HELPS = new RegExp(`^${HELPING_HEADER}$`);

/** Whether a text says that the units under a header lead; and of which table it says so. */
function isSaid(header: string, text: string): { readonly table: string | undefined } | undefined {
  const plain = header.replace(/\([^()]*\)$/, '').replace(/单位$|部门$/, '');
  if (plain === '' || HELPS.test(header)) return undefined;
  const name = `${literally(plain)}(?:单位|部门)?`;
  const pattern = new RegExp(
    `${BEFORE}${name}${BEHIND}${DO}(?:${LEADS.join('|')})|${LEADING}${IS}(?:各|表中|所列)*["“]?${name}${BEHIND}(?=[,。;!)]|$)`,
  );
  for (const sentence of comparable(text).split(/[。;]/)) {
    const found = pattern.exec(sentence);
    const before = sentence.slice(0, found?.index);
    if (found && !CONDITION.test(before) && !OF_ONE.test(before)) return { table: TABLE.exec(sentence)?.[0] };
  }
  return undefined;
}

/**
 * The columns, those whose units lead by the words of the notice as columns of leaders.
 *
 * @param own what stands around the table and in it
 * @param notice the letter and the text, which may speak of one table or of all
 */
export function withLeads(
  columns: readonly PlacedColumn[],
  own: readonly Passage[],
  notice: readonly Passage[],
  isCalled: (name: string) => boolean,
): readonly PlacedColumn[] {
  if (columns.some(({ role }) => role === 'lead')) return columns;
  const says = ({ text }: Passage, column: PlacedColumn) => isSaid(comparable(column.header), text);
  const leads = (column: PlacedColumn) =>
    isPart(column.role) &&
    (own.some((text) => says(text, column)) ||
      notice.some((text) => {
        const said = says(text, column);
        return said && (said.table === undefined || isCalled(said.table));
      }));
  return columns.map((column) => (leads(column) ? { ...column, role: 'lead' as const } : column));
}
