// Each word that says who has which part in a task, and that every stage sees it: one line in the table, one case here.
import { describe, expect, it } from 'vitest';
import { parseNotice, type TaskBook } from '../../src/index.js';
import { roleOf } from '../../src/words/columns.js';
import { ROLE_WORDS } from '../../src/words/role-words.js';
import { labelAt, roleWordAt } from '../../src/words/roles.js';

/** What each word means over a column or as a label, and behind a name. */
const CASES: Readonly<Record<string, readonly [column: string, verb: string]>> = {
  牵头: ['lead', 'lead'],
  主办: ['lead', 'lead'],
  主责: ['lead', 'lead'],
  发起: ['lead', ''],
  独办: ['lead', 'lead'],
  主要责任: ['lead', ''],
  主体责任: ['responsible', ''],
  牵总: ['lead', 'lead'],
  领办: ['lead', 'lead'],
  第一责任: ['lead', ''],
  召集: ['lead', ''],
  主管: ['responsible', ''],
  责任: ['responsible', ''],
  责任落实: ['responsible', ''],
  成员: ['responsible', ''],
  配合: ['responsible', 'responsible'],
  协办: ['responsible', 'responsible'],
  协抓: ['responsible', 'responsible'],
  负总责: ['lead', 'lead'],
  辅责: ['responsible', 'responsible'],
  次责: ['responsible', 'responsible'],
  协责: ['responsible', 'responsible'],
  协助: ['responsible', 'responsible'],
  协同: ['responsible', 'responsible'],
  参与: ['responsible', 'responsible'],
  参加: ['responsible', 'responsible'],
  会办: ['responsible', 'responsible'],
  支撑: ['responsible', ''],
  参演: ['responsible', ''],
  指导: ['responsible', 'responsible'],
  督导: ['supervising', 'supervising'],
  督促: ['supervising', 'supervising'],
  监督: ['supervising', 'supervising'],
  支持: ['responsible', 'responsible'],
  负责: ['responsible', 'shared'],
  落实: ['responsible', 'shared'],
  实施: ['responsible', 'shared'],
  推进: ['responsible', 'shared'],
  承办: ['responsible', 'shared'],
  承建: ['responsible', 'shared'],
  执行: ['responsible', 'shared'],
  办理: ['responsible', 'shared'],
  分办: ['responsible', 'shared'],
  把关: ['responsible', 'shared'],
  阅办: ['lead', 'lead'],
  研办: ['responsible', 'shared'],
  属地: ['responsible', ''],
  属事: ['responsible', ''],
  主抓: ['lead', 'lead'],
  抓总: ['lead', 'lead'],
  为辅: ['responsible', 'responsible'],
  会签: ['responsible', 'responsible'],
  为主: ['lead', 'lead'],
  建设: ['responsible', ''],
  业主: ['responsible', ''],
  包保: ['responsible', ''],
  代建: ['responsible', ''],
  管护: ['responsible', ''],
  养护: ['responsible', ''],
  运营: ['responsible', ''],
  直接责任: ['responsible', ''],
  包联: ['responsible', ''],
  帮扶: ['responsible', ''],
  会同: ['responsible', ''],
  协作: ['responsible', ''],
  督办: ['supervising', 'supervising'],
  督查: ['supervising', 'supervising'],
  监管: ['supervising', ''],
};

/** Who has this part alone leads: over the only column, behind a label, behind a name. */
const ALONE_LEADS = {
  column: ['承办', '办理'],
  label: ['主管', '承办'],
  verb: ['负责', '承办', '办理'],
};

const UNIT = '县水利局';

const bookOf = async (text: string, name: string): Promise<TaskBook> => {
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name });
  expect(value, JSON.stringify(diagnostics)).toBeDefined();
  return value as TaskBook;
};
const who = ({ tasks }: TaskBook) =>
  tasks.map(({ lead, responsible, supervising }) => ({
    lead: lead.map(({ text }) => text),
    responsible: responsible.map(({ text }) => text),
    supervising: supervising.map(({ text }) => text),
  }));
const only = (role: string) => [
  {
    lead: role === 'lead' ? [UNIT] : [],
    responsible: role === 'lead' || role === 'supervising' ? [] : [UNIT],
    supervising: role === 'supervising' ? [UNIT] : [],
  },
];

const markdown = (header: string) =>
  `# 关于办好有关工作的通知\n\n各乡镇人民政府，县级各部门：\n\n| 任务名称 | 工作目标 | ${header} |\n|---|---|---|\n| 堤防整治 | 完成整治 | ${UNIT} |\n`;
const html = (header: string) =>
  `<html><body><div><table><tr><td>任务名称</td><td>工作目标</td><td>${header}</td></tr>` +
  `<tr><td>堤防整治</td><td>完成整治</td><td>${UNIT}</td></tr></table></div></body></html>`;
const clause = (said: string) =>
  `关于办好有关工作的通知\n\n各乡镇人民政府，县级各部门：\n\n一、总体要求\n（一）堤防整治。完成全部堤防整治。（${said}）\n`;

it('has a case for every word', () => {
  expect(ROLE_WORDS.map(({ word }) => word).sort()).toEqual(Object.keys(CASES).sort());
});

describe.each(Object.entries(CASES))('%s', (word, [column, verb]) => {
  it('heads a column, with 单位 or 部门', async () => {
    expect([`${word}单位`, `${word}部门`].map(roleOf)).toEqual([column, column]);
    expect(who(await bookOf(markdown(`${word}单位`), 'a.md'))).toEqual(
      only(ALONE_LEADS.column.includes(word) ? 'lead' : column),
    );
  });

  it('heads a column of a web page by itself', async () => {
    expect(who(await bookOf(html(`${word}单位`), 'a.html'))).toEqual(
      only(ALONE_LEADS.column.includes(word) ? 'lead' : column),
    );
  });

  it('stands as a label before names', async () => {
    expect(labelAt(`${word}单位：${UNIT}`, 0)?.role).toBe(column);
    expect(who(await bookOf(clause(`${word}单位：${UNIT}`), 'a.txt'))).toEqual(
      only(ALONE_LEADS.label.includes(word) ? 'lead' : column),
    );
  });

  it.runIf(verb !== '')('stands behind a name', async () => {
    expect(roleWordAt(`${word}。`, 0)?.role).toBe(verb);
    expect(who(await bookOf(clause(`${UNIT}${word}`), 'a.txt'))).toEqual(
      only(ALONE_LEADS.verb.includes(word) ? 'lead' : verb),
    );
  });

  it.runIf(verb === 'lead' || verb === 'responsible' || verb === 'supervising')(
    'stands in brackets behind a name',
    () => {
      expect(roleWordAt(`（${word}）`, 0)?.role).toBe(verb);
      expect(roleWordAt(`（${word}单位）`, 0)?.role).toBe(verb);
    },
  );

  it.runIf(verb === '')('says nothing behind a name', () => {
    expect(roleWordAt(`${word}。`, 0)).toBeUndefined();
  });
});

describe('a word that is the end of a name', () => {
  it.each([
    ['县政协办', 2, false],
    ['市社会办', 2, false],
    ['县安委会办', 3, false],
    ['县供销社会办', 4, true],
    ['县商务委会办', 4, true],
  ])('%s', (text, at, isWord) => expect(roleWordAt(text, at) !== undefined).toBe(isWord));
});

describe('words around them', () => {
  it.each([
    ['总牵头单位', 'lead'],
    ['牵头责任单位', 'lead'],
    ['主办科室', 'lead'],
    ['牵头', 'lead'],
    ['配合', 'responsible'],
    ['协助', 'responsible'],
    ['具体实施单位', 'responsible'],
    ['责任主体', 'responsible'],
    ['落实', 'other'],
    ['责任', 'other'],
    ['责任人', 'person'],
    ['市级牵头责任单位', 'lead'],
    ['责任单位（牵头）', 'lead'],
    ['第一责任单位（责任人）', 'lead'],
    ['责任单位及责任人', 'responsible'],
    ['县级配合部门', 'responsible'],
    ['项目业主', 'responsible'],
    ['监督检查单位', 'supervising'],
    ['原责任单位', 'other'],
    ['实施情况', 'other'],
  ])('%s over a column', (header, role) => {
    expect(roleOf(header)).toBe(role);
  });

  it.each([
    ['共同牵头抓总', 'lead'],
    ['按职责分工牵头负责', 'lead'],
    ['积极配合做好落实', 'responsible'],
    ['按“三管三必须”要求分别负责', 'shared'],
    ['具体组织实施', 'shared'],
    ['牵头督导', 'lead'],
    ['负责牵头', 'lead'],
    ['分别牵头', 'lead'],
    ['为牵头单位', 'lead'],
    ['为配合单位', 'responsible'],
    ['结合本地实际抓好落实', 'shared'],
    ['各负其责', 'shared'],
    ['分工负责', 'shared'],
    ['参照执行', 'shared'],
  ])('%s behind a name', (said, role) => {
    expect(roleWordAt(said, 0)).toEqual({ text: said, role, bracketed: false });
  });

  it.each(['牵头作用', '落实情况', '实施方案', '执行局'])('%s says no part', (text) => {
    expect(roleWordAt(text, 0)).toBeUndefined();
  });
});
