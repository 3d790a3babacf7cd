// Several names in one sentence: who helps whom, who joins whom, and what each bracket is of.
import { describe, expect, it } from 'vitest';
import { readBody } from '../support/body-notice.js';

const who = async (text: string) =>
  (await readBody(`一、主要任务\n${text}`)).tasks.map((task) => task.split('|').slice(2).join('|'));

describe('who has which part of a sentence', () => {
  it.each([
    // A bracket behind each thing that is to be done.
    ['1.优先保障用地（区自然资源局），落实用电（区供电公司）。', ['|区自然资源局', '|区供电公司']],
    ['1.优先保障用地（区自然资源局）。落实用电（区供电公司）。', ['|区自然资源局', '|区供电公司']],
    // Who helps, with what they help to do.
    ['1.建设资金由市财政局牵头，市发改局、市水务局配合筹措。', ['市财政局|市发改局、市水务局']],
    ['1.市公安局负责交通管制，市公交集团要配合增加运力。', ['市公安局|市公交集团']],
    [
      '1.市人武部负责体检，市卫生局、教育局做好配合，各镇按期完成征集任务。',
      ['市人武部|市卫生局、市教育局、各乡镇'],
    ],
    ['1.由西坡县人民政府负责整改，市林业局督促指导。', ['西坡县人民政府|']],
    // Who is helped leads.
    ['1.市残联要配合市教育局为12名考生提供便利，团市委组织志愿者参与。', ['市教育局|市残联、团市委']],
    ['1.请市工商局会同市商务局、市规划局拿出选址方案。', ['市工商局|市商务局、市规划局']],
    // Names of two characters, of villages and of hospitals.
    ['1.工会负责家属区的走访。', ['工会|']],
    ['1.由村务监督委员会负责检查，对违规用火的取消资格。', ['村务监督委员会|']],
    ['1.由急诊科会同心血管内科、产科、儿科制定流程。', ['急诊科|心血管内科、产科、儿科']],
    ['1.由民兵排牵头，村护林队参加。', ['民兵排|村护林队']],
    ['1.区住建局，各街道、各镇要加强协作。', ['|区住建局、各街道、各乡镇']],
    ['1.市招委办、各县（市、区）招委要分别制定预案。', ['|市招委办、各县（市、区）招委']],
    ['1.三大运营商负责做好通信保障。', ['三大运营商|']],
    ['1.省建设厅负责提供资料，协调物业服务企业配合入户。', ['省建设厅|']],
    // Names with a stop, and what they do.
    [
      '县环保局。负责统一监督。\n县交通局、公路局。负责公路两侧的巡查。',
      ['县环保局|', '|县交通局、县公路局'],
    ],
    // What stands before the colon is a name for what they do together.
    ['（一）综合协调组：由县环保局牵头，县农委参加，负责日常调度。', ['县环保局|县农委']],
  ])('%s', async (text, parts) => expect(await who(text)).toEqual(parts));

  it.each([
    ['一个集贸市场建成已二十余年。'],
    ['主要责任单位为牵头单位，要主动对接其他责任单位，带头推进；其他责任单位要积极配合。'],
  ])('says nobody’s part: %s', async (text) => {
    expect((await who(`1.${text}\n2.加强巡查。（牵头单位：县水利局）`)).at(-1)).toBe('县水利局|');
    expect(await who(`1.${text}\n2.加强巡查。（牵头单位：县水利局）`)).toHaveLength(1);
  });
});
