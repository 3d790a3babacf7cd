// What marks in the columns of units mean where the notice's own text says it.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

/** A notice with a table of units by marks; `said` stands in the letter, `note` below the table. */
async function read(said: string, note = '') {
  const notice = `<p>某政办发〔2026〕4号</p><p>关于印发《任务分工表》的通知</p><p>各有关单位：</p>
<p>现印发给你们，请贯彻执行。${said}</p><p>某县人民政府办公室</p><p>2026年3月8日</p>
<p>附件</p><p>任务分工表</p><table>
<tr><td>序号</td><td>工作任务</td><td>县住建局</td><td>县财政局</td><td>完成时限</td></tr>
<tr><td>1</td><td>改造老旧小区12个</td><td>★</td><td>●</td><td>10月底</td></tr>
<tr><td>2</td><td>发行专项债券2亿元</td><td>●</td><td>★</td><td>年底</td></tr></table><p>${note}</p>`;
  const { value, diagnostics } = await parseNotice(Buffer.from(notice), { name: 'a.html' });
  return {
    who: value?.tasks.map(({ lead, responsible }) =>
      [lead, responsible].map((all) => all.map(({ text }) => text)),
    ),
    unsaid: diagnostics.flatMap((each) => (each.code === 'marks-unsaid' ? each.args.mark : [])),
  };
}

const STAR_LEADS = [
  [['县住建局'], ['县财政局']],
  [['县财政局'], ['县住建局']],
];
const DOT_LEADS = STAR_LEADS.map(([lead, responsible]) => [responsible, lead]);

describe('marks', () => {
  it.each([
    ['says nothing of them', '', '', STAR_LEADS, ['★', '●']],
    ['says what both are', '表中“★”为牵头单位，“●”为配合单位。', '', STAR_LEADS, []],
    ['says the other way round', '表中“●”为牵头单位，“★”为配合单位。', '', DOT_LEADS, []],
    ['says what one is', '带★的为牵头单位。', '', STAR_LEADS, ['●']],
    [
      'says it, and a note below the table says otherwise',
      '“★”为牵头单位，“●”为配合单位。',
      '注：“●”为牵头单位，“★”为配合单位。',
      DOT_LEADS,
      [],
    ],
  ])('mean what a letter says that %s', async (_, said, note, who, unsaid) => {
    expect(await read(said, note)).toEqual({ who, unsaid });
  });

  it.each(['、', '/', '／', '；'])('behind names are of these, whatever parts them: %s', async (stop) => {
    const notice = `<p>关于印发《任务表》的通知</p><p>各单位：</p><p>带“*”的为牵头单位。</p><table>
<tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>
<tr><td>1</td><td>核查线索</td><td>县公安局*${stop}县市场监管局*${stop}县财政局</td></tr>
<tr><td>2</td><td>审核线索</td><td>县公安局${stop}县财政局*</td></tr></table>`;
    const { value } = await parseNotice(Buffer.from(notice), { name: 'a.html' });
    expect(value?.tasks.map(({ lead }) => lead.map(({ text }) => text))).toEqual([
      ['县公安局', '县市场监管局'],
      ['县财政局'],
    ]);
  });
});
