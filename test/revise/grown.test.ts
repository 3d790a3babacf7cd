// A task to whose goal something was added is the same task, however much it is and whoever else has it now.
import { expect, it } from 'vitest';
import { compareBooks, withLineage } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ADDED =
  '，建立月调度、季通报、年考核的工作机制，对进展慢的约谈提醒，对弄虚作假的严肃问责，把情况报县政府办公室汇总，并在部门网站公开接受监督';

const kinds = async (before: readonly string[], after: readonly string[]) => {
  const [one, other] = await Promise.all([before, after].map((rows) => bookOf(taskNotice(rows))));
  if (!one || !other) throw new Error('not read');
  return compareBooks(one, withLineage(other, one)).tasks.map(({ kind }) => kind);
};

it('is told from another of its name and its old goal, which stays', async () => {
  const rows = ['项目推进 | 按要求推进 | 县水利局', '项目推进 | 按要求推进 | 县林业局'] as const;
  expect(await kinds(rows, [`项目推进 | 按要求推进${ADDED} | 县水利局`, rows[1]])).toEqual(['changed']);
});

it('is not parted where others now have parts of it, too', async () => {
  const goal = '新建幼儿园2所；改扩建中学1所';
  expect(
    await kinds(
      [`校舍 | ${goal} | 县教育局`],
      [
        `校舍 | ${goal}${ADDED} | 县教育局`,
        '幼儿园 | 新建幼儿园2所 | 县财政局',
        '中学 | 改扩建中学1所 | 县财政局',
      ],
    ),
  ).toEqual(['changed', 'added', 'added']);
});

it('is left open where two may be meant', async () => {
  const found = await kinds(
    ['督查督办 | 开展专项督查 | 县应急管理局'],
    [`督查督办 | 开展专项督查${ADDED} | 县财政局`, '督查督办 | 开展专项督查，印发问题清单40份 | 县审计局'],
  );
  expect(found).toContain('added');
});
