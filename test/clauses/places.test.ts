// Where in an item it may stand who does it: behind its number, inside its sentence, at its end.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';
import { readBody } from '../support/body-notice.js';

describe('who does it', () => {
  it.each([
    // Right behind the number.
    ['1.（县教育局）新建公办幼儿园2所。', '1|新建公办幼儿园2所||县教育局'],
    [
      '1.各乡镇（街道）、县经开区管委会：负责辖区防汛工作。',
      '1|负责辖区防汛工作||各乡镇（街道）、县经开区管委会',
    ],
    // At its end.
    ['1.建设10个示范村（县农业农村局，各乡镇）。', '1|建设10个示范村||县农业农村局、各乡镇'],
    ['1.建设10个示范村——县农业农村局', '1|建设10个示范村||县农业农村局'],
    [
      '1.实施分流工程。县住建局、县城投有限公司，各乡镇人民政府。',
      '1|实施分流工程||县住建局、县城投有限公司、各乡镇',
    ],
    // Behind a comma.
    ['1.提高报销比例，牵头单位县医保局，配合单位县财政局。', '1|提高报销比例|县医保局|县财政局'],
    ['1.提高报销比例，责任单位为县医保局、县财政局。', '1|提高报销比例||县医保局、县财政局'],
    ['1.推进厕所革命，落实主体：各乡镇，指导部门：县卫健局。', '1|推进厕所革命||各乡镇、县卫健局'],
    // Words that say a part.
    ['1.提高报销比例。（县医保局主抓，县财政局协抓）', '1|提高报销比例|县医保局|县财政局'],
    ['1.提高报销比例。由县医保局负总责，县财政局具体落实。', '1|提高报销比例|县医保局|县财政局'],
    // Together with others, and behind a comma by when.
    [
      '1.师资配备。请县委编办会同县教育局、县人社局，于9月底前提出方案。',
      '1|师资配备|县委编办|县教育局、县人社局',
    ],
    [
      '1.排查校舍。县教育局要会同县住建局、县财政局，于8月25日前完成排查。',
      '1|排查校舍|县教育局|县住建局、县财政局',
    ],
    ['1.请县财政局尽快拨付资金。', '1|请县财政局尽快拨付资金|县财政局|'],
    // Who helps stands at the end of the sentence.
    [
      '1.县旅游局牵头，负责组织对景区的督查，县质监局参加。',
      '1|县旅游局牵头，负责组织对景区的督查，县质监局参加|县旅游局|县质监局',
    ],
    ['1.镇安监站：负责事故处置，派出所、供电所配合。', '1|负责事故处置|镇安监站|派出所、供电所'],
    ['1.开发岗位，由县人社局统筹，县残联、各乡镇共同参与。', '1|开发岗位||县人社局、县残联、各乡镇'],
    [
      '1.县教育局要会同县卫健局在开学前完成食堂检查，县市场监管局予以配合。',
      '1|县教育局要会同县卫健局在开学前完成食堂检查，县市场监管局予以配合|县教育局|县卫健局、县市场监管局',
    ],
    // Names at an item's end, one of them marked; behind a dash, with words.
    ['1.推进改线。县交通局（牵头）、县林业局、沿线乡镇', '1|推进改线|县交通局|县林业局、沿线乡镇'],
    ['1.推行林长制——县林业局牵头，各乡镇落实', '1|推行林长制|县林业局|各乡镇'],
    // By what they are called.
    ['1.改造管网，县城投公司为实施主体，年底前完工。', '1|改造管网||县城投公司'],
    ['1.建立会议制度，由县商务局担任召集人单位，县工信局为成员单位。', '1|建立会议制度|县商务局|县工信局'],
    // Each with a name of a person.
    [
      '1.建成农田3万亩。牵头单位及责任人：县农业农村局 张某某；配合单位及责任人：县水利局 李某、县财政局 王某某',
      '1|建成农田3万亩|县农业农村局|县水利局、县财政局',
    ],
    // What is asked is done by whom 由 names, and by nobody of whom it is asked.
    ['1.对县住建局等部门提出的问题，由县财政局逐项研究解决。', '1|对县住建局等部门提出的问题|县财政局|'],
    ['1.依托县融媒体中心开展宣传，由县委宣传部审核把关。', '1|依托县融媒体中心开展宣传|县委宣传部|'],
    // What the meeting agrees to is nobody.
    [
      '1.项目选址。会议原则同意在城南建设城南实验学校，由县自然资源局牵头，城关镇配合。',
      '1|项目选址|县自然资源局|城关镇',
    ],
  ])('%s', async (line, task) => {
    expect((await readBody(`一、主要任务\n${line}`)).tasks).toEqual([task]);
  });

  it('is each of those that answer for a part', async () => {
    expect(
      (await readBody('一、主要任务\n1.秸秆禁烧。各乡镇负主体责任，县生态环境局负监管责任。')).tasks,
    ).toEqual(['1|秸秆禁烧|各乡镇|', '1|秸秆禁烧|县生态环境局|']);
    expect(
      (await readBody('一、主要任务\n1.县人社局：负责支付监管。县住建局：负责拨付监管。')).tasks.map(
        (task) => task.split('|')[2],
      ),
    ).toEqual(['县人社局', '县住建局']);
    expect(
      (
        await readBody('一、主要任务\n1.县卫健局作为牵头单位，要制定方案；县医保局作为责任单位，要落实措施。')
      ).tasks.map((task) => task.split('|').slice(2)),
    ).toEqual([
      ['县卫健局', ''],
      ['', '县医保局'],
    ]);
  });

  it('stands in a letter that is all there is', async () => {
    const { value } = await parseNotice(
      Buffer.from(
        '清河区人民政府办公室关于明确整治职责的通知\n清政办发〔2026〕3号\n各镇人民政府：\n现将任务明确如下：\n区住建局负责总协调工作。\n区委农办要结合实际，负责指导督查。\n区妇联、团区委负责发动妇女和青年。\n清河区人民政府办公室\n2026年3月8日',
      ),
      { name: '通知.txt' },
    );
    expect(
      value?.tasks.map(({ lead, responsible }) => [...lead, ...responsible].map(({ text }) => text)),
    ).toEqual([['区住建局'], ['区委农办'], ['区妇联', '团区委']]);
  });

  it.each([
    ['1.选树2个先进集体（县水利局、县民政局）。'],
    ['1.整治河道。重点镇为石桥镇、青山乡。'],
    ['1.整治河道。石桥镇、青山乡。'],
    ['1.用好再贷款。限额优先满足民营企业。'],
    ['三、农林水和社会保障类提案'],
  ])('is not said by what only looks like it: %s', async (line) => {
    const sure = '2.加强巡查。（牵头单位：县水利局）';
    expect((await readBody(`一、主要任务\n${line}\n${sure}`)).tasks).toEqual(['2|加强巡查|县水利局|']);
  });
});
