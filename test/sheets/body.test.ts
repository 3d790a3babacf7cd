// What a measure asks of a unit that no task of the tables names: a row of its sheet.
import { describe, expect, it } from 'vitest';
import { parseNotice, type Registry, sheetFor, tally, withRegistry } from '../../src/index.js';

const NOTICE = `关于印发2026年工作要点的通知
各乡镇人民政府：
现印发给你们。
某县人民政府
2026年1月5日
2026年工作要点
一、总则
（一）甲事。县公安局要办好甲事。县应急管理局要组织演练，参演率达100%，6月底前完成。县安委会各成员单位要支持。县应急管理局要总结。
（二）乙事。县公安局要办好乙事。
附件
任务表
序号\t名称\t2026年目标\t牵头单位\t责任单位\t备注
1\t甲事\t办好甲事。\t县公安局\t县水利局\t
2\t丙事\t办好丙事。\t县公安局\t县安委会成员单位\t
`;
const REGISTRY: Registry = {
  district: { name: '某市某县', short: '某县', mark: '县' },
  units: [
    { name: '县公安局', kind: 'department' },
    { name: '县水利局', kind: 'department' },
    {
      name: '县应急管理局',
      kind: 'department',
      hosts: [{ office: '县安委办', basis: '通行设置' }],
    },
    { name: '县安委会', kind: 'committee' },
    { name: '县财政局', kind: 'department' },
  ],
  groups: [{ name: '县安委会成员单位', members: ['县水利局'] }],
};

const parse = async (registry?: Registry) => {
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(NOTICE), {
    name: 'a.txt',
    registry,
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};
const book = await parse(REGISTRY);
const inBody = (unit: string, of = book) =>
  sheetFor(of, unit).rows.filter(({ category }) => category.table === null);

describe('a unit that only the body names', () => {
  it('has the sentences that name it as a row, with their figures and times', () => {
    expect(inBody('县应急管理局')).toMatchObject([
      {
        id: '一（一）',
        part: 'body',
        number: '（一）',
        name: '甲事',
        goal: '县应急管理局要组织演练，参演率达100%，6月底前完成。\n县应急管理局要总结。',
        indicators: [{ scope: '演练', subject: '参演率', text: '达100%' }],
        times: [{ kind: 'by', by: '2026-06-30', text: '6月底前完成' }],
        lead: '',
        responsible: '',
        measures: ['一（一）'],
        duties: [{ role: 'body', degree: 'named' }],
        at: { file: 'a.txt', line: 8, column: 17 },
      },
    ]);
    expect(tally(book).find(({ name }) => name === '县应急管理局')).toMatchObject({ lead: 0, body: 1 });
  });

  it('has none where a task that carries out the measure names it', () => {
    // （一） is carried by 甲事, which 县公安局 leads; nothing carries （二）.
    expect(inBody('县公安局').map(({ number }) => number)).toEqual(['（二）']);
    expect(inBody('县财政局')).toEqual([]);
  });

  it('may be a member of a group that the body names', () => {
    expect(inBody('县水利局')).toMatchObject([
      { part: 'member', duties: [{ role: 'body', degree: 'member', via: ['县安委会成员单位'] }] },
    ]);
  });

  it('is the same when the registry is laid over the finished task book', async () => {
    const { value: later } = withRegistry(await parse(), REGISTRY);
    for (const { name } of REGISTRY.units ?? []) {
      expect(inBody(name, later)).toEqual(inBody(name));
    }
    expect(later?.chapters).toEqual(book.chapters);
  });
});
