// Who of the leaders has it, before the offices of the sentence.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

async function read(line: string) {
  const { value } = await parseNotice(Buffer.from(`一、主要任务\n${line}`), { name: '通知.txt' });
  return (value?.tasks ?? []).map(({ lead, responsible, people }) => [
    lead.map(({ text }) => text).join('、'),
    responsible.map(({ text }) => text).join('、'),
    people.map(({ role, name }) => `${role} ${name}`).join('、'),
  ]);
}

describe('who of the leaders has it', () => {
  it.each([
    ['1.由李某某副县长牵头，县住建局负责推进改造。', '县住建局', '', '牵头 李某某副县长'],
    ['1.由王明副区长牵头，区教委、区财政局配合，推进建设。', '', '区教委、区财政局', '牵头 王明副区长'],
    ['1.由王明同志牵头，区教委推进学校建设。', '区教委', '', '牵头 王明同志'],
    ['1.推进建设，由王明副区长牵头，区教委、区财政局配合。', '', '区教委、区财政局', '牵头 王明副区长'],
    ['1.分管副区长总牵头，区教委负责。', '区教委', '', '牵头 分管副区长'],
  ])('%s', async (line, lead, responsible, people) => {
    expect(await read(line)).toEqual([[lead, responsible, people]]);
  });

  it('is of its own sentence alone', async () => {
    expect(await read('1.由王明副区长牵头，区教委负责。2.区财政局负责拨付。')).toEqual([
      ['区教委', '', '牵头 王明副区长'],
      ['区财政局', '', ''],
    ]);
  });
});
