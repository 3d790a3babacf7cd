// Which tasks a sentence of a measure is carried out by where the measure's own words say who does what.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

const HEAD = '关于某事的通知\n各单位：\n请办好。\n某县人民政府\n2026年1月1日\n一、总\n';

async function sentencesOf(body: string) {
  const { value } = await parseNotice(Buffer.from(HEAD + body), { name: 'a.txt' });
  const goals = new Map(value?.tasks.map(({ id, goal }) => [id, goal]));
  return (value?.chapters ?? []).flatMap(({ measures }) =>
    measures.flatMap(({ sentences }) =>
      sentences.map(({ text, tasks }) => [text, tasks.map((id) => goals.get(id))] as const),
    ),
  );
}

describe('a sentence of a measure whose clauses are tasks', () => {
  it('is carried out by the task whose own words it is, and by the next one where it is nobody’s', async () => {
    const found = await sentencesOf(
      '（一）办实事。\n把实事办好。\n1.修水渠。修好水渠3公里。（县水利局）\n2.发补贴。（县民政局）\n以上要抓紧。\n',
    );
    expect(found.map(([text, goals]) => [text, goals.length])).toEqual([
      ['把实事办好。', 1],
      ['1.修水渠。', 1],
      ['修好水渠3公里。', 1],
      ['（县水利局）', 1],
      ['2.发补贴。', 1],
      ['（县民政局）', 1],
      ['以上要抓紧。', 1],
    ]);
    const of = (text: string) => found.find(([each]) => each === text)?.[1][0];
    expect(of('修好水渠3公里。')).toContain('修好水渠');
    expect(of('把实事办好。')).toBe(of('修好水渠3公里。'));
    expect(of('2.发补贴。')).toContain('发补贴');
    expect(of('以上要抓紧。')).toBe(of('2.发补贴。'));
  });

  it('is carried out by both tasks of whose words it has a part', async () => {
    const found = await sentencesOf(
      '（一）船舶。岸电覆盖率达到95%。（县交通局牵头）污水处理率达到100%。（县文旅局牵头）\n',
    );
    const both = found.find(([text]) => text.startsWith('（县交通局牵头）污水'));
    expect(both?.[1]).toHaveLength(2);
  });

  it('names as many tasks as there are clauses, and not all of them each, in a measure of 4,000', async () => {
    const clauses = Array.from({ length: 4_000 }, (_, i) => `办好第${i}件事（县甲${i % 50}局）。`);
    const found = await sentencesOf(`（一）事。${clauses.join('')}`);
    expect(found).toHaveLength(4_000);
    expect(found.filter(([, goals]) => goals.length !== 1)).toEqual([]);
  });
});

it('is no other measure’s by when it is done, or by who leads it', async () => {
  const text = `${HEAD}（一）修渠。县水利局编制规划，5月底前完成；由各乡镇实施，12月底前完成。
（二）巡查。（县水利局牵头，6月底前完成）建立台账。（县财政局负责）
（三）绿化。牵头部门为县水利局，责任部门为县林业局。
`;
  const { value } = await parseNotice(Buffer.from(text), { name: 'a.txt' });
  expect(value?.tasks.map(({ measures }) => measures.map(({ reason }) => reason))).toEqual(
    value?.tasks.map(() => ['stands-in']),
  );
  expect(value?.tasks.length).toBeGreaterThan(3);
});
