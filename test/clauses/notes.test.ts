// What a note at the end says of items by their numbers, and who has their own in one bracket.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

async function read(body: string) {
  const text = `某县人民政府办公室关于印发工作方案的通知\n\n各乡镇人民政府，县政府各部门：\n\n现将《工作方案》印发给你们。\n\n一、主要任务\n${body}\n`;
  const { value } = await parseNotice(Buffer.from(text), { name: '通知.txt' });
  return (value?.tasks ?? []).map(({ number, lead, responsible, supervising, deadline }) =>
    [
      number,
      lead.map((each) => (each.kind === 'named' ? each.unit : each.text)).join('、'),
      [...responsible, ...supervising]
        .map((each) => (each.kind === 'named' ? each.unit : each.text))
        .join('、'),
      deadline,
    ].join('|'),
  );
}

const TWO = '1.清理河道。（县水利局牵头，县住建局配合，6月底前）\n2.修建厕所。（县农业农村局牵头）\n';

describe('a note', () => {
  it.each([
    [
      '备注：第1、2项增加县财政局为配合单位。',
      ['1|县水利局|县住建局、县财政局|6月底前', '2|县农业农村局|县财政局|'],
    ],
    [
      '注：第2项由丙公司具体落实；责任领导调整的，由接任者负责。',
      ['1|县水利局|县住建局|6月底前', '2|县农业农村局|丙公司|'],
    ],
    [
      '备注：经县政府同意，第1项完成时限调整为9月底，第2项增加县卫健局。',
      ['1|县水利局|县住建局|9月底', '2|县农业农村局|县卫健局|'],
    ],
    ['县财政局要加强监管。', ['1|县水利局|县住建局|6月底前', '2|县农业农村局||']],
  ])('%s', async (note, tasks) => {
    expect(await read(TWO + note)).toEqual(tasks);
  });

  it('means an item by its own kind of number', async () => {
    const items =
      '1．清网箱。\n（1）关停砂场。（县水利局牵头）\n（2）拆除网箱。（白沙镇牵头）\n2．治污水。（县城管局牵头）\n';
    const tasks = await read(`${items}备注：第2项增加县水利局为配合单位。`);
    expect(tasks).toEqual(['（1）|县水利局||', '（2）|白沙镇||', '2|县城管局|县水利局|']);
  });
});

describe('a bracket in which each has their own', () => {
  it.each([
    ['1.开发土地。（县农业局负责农田改造；县国土局负责土地整理）', ['1|县农业局||', '1|县国土局||']],
    [
      '1.学生公寓。（学工部牵头，6月10日前完成清查；后勤集团负责，暑期完成更换）',
      ['1|学工部||6月10日前完成清查', '1|后勤集团||暑期完成更换'],
    ],
    ['1.开发土地。（县农业局牵头；县国土局负责落实）', ['1|县农业局|县国土局|']],
  ])('%s', async (line, tasks) => {
    expect(await read(line)).toEqual(tasks);
  });
});

describe('who else', () => {
  it.each([
    // Bodies of several sorts share the last word and the level of the first.
    ['1.管线迁改。由县供电、供水、供气企业完成。', '1||县供电企业、县供水企业、供气企业|'],
    ['1.换届选举。由市、县区财政部门安排经费。', '1|市、县区财政部门||'],
    ['1.救灾物资。三镇四街各派出一支队伍。', '1|三镇四街||'],
    ['1.小卖部。县教育局会同县食药监局管好小卖部。', '1|县教育局|县食药监局|'],
    ['1.消毒。总务处和食堂每天做好记录。', '1||总务处、食堂|'],
    ['1.灾后造林。由区林业局制定计划，各镇（街道）组织实施。', '1|区林业局|各镇（街道）|'],
    [
      '1.动员。由镇党政办公室会同镇便民服务中心召开会议，镇文化站做好宣传。',
      '1|镇党政办公室|镇便民服务中心、镇文化站|',
    ],
    ['1.工程监理由市建委负责监督，市水利局、交通局配合。', '1|市建委|市水利局、市交通局|'],
    ['1.抢险救援组：由县消防大队、事故单位组成，开展堵漏。', '1||县消防大队、事故单位|'],
    ['1.渠道绿化由柯晓东同志牵头，县林业局落实。', '1||县林业局|'],
    ['1.信用分类。责任单位：（招标投标）住房建设局；（劳动用工）人力资源局', '1||住房建设局、人力资源局|'],
    [
      '1.停车秩序。牵头单位：区城管局；责任主体与协同单位：区园林中心、相关街道',
      '1|区城管局|区园林中心、相关街道|',
    ],
    ['1.查明原因。由电工班查明故障部位。', '1|电工班||'],
    ['1.物资。汽车队预留车辆4台。', '1|汽车队||'],
    ['1.排查。工程部需对厂房逐一核查。', '1|工程部||'],
    ['1.救援。电梯维保单位负责开门解救，保卫科配合。', '1|电梯维保单位|保卫科|'],
    ['1.避暑点由社区老年协会管理，志愿者服务队协助。', '1|社区老年协会|志愿者服务队|'],
    ['1.转诊。由梧桐街道社区卫生服务中心接诊。', '1|梧桐街道社区卫生服务中心||'],
    ['1.准入。资格由地区医药局商地区卫生局审核。', '1|地区医药局|地区卫生局|'],
    [
      '1.药摊。县（市）工商局牵头清理，县（市）住建局、卫生局配合。',
      '1|县（市）工商局|县（市）住建局、县（市）卫生局|',
    ],
    ['1.扬尘。（责任单位：各县（市、区）住建局、城管局）', '1||各县（市、区）住建局、各县（市、区）城管局|'],
    ['1.网络。信息中心会同移动、电信岭川分公司现场办理开户。', '1|信息中心|移动岭川分公司、电信岭川分公司|'],
    // A count with its word ends no name.
    ['1.进校园。区教委组织开展安全教育20场，区应急管理局指导。', '1|区教委|区应急管理局|'],
    ['1.创建。县妇联创建示范村5个，各乡镇配合。', '1|县妇联|各乡镇|'],
    ['1.转场。体育部、保卫处各负其责，做好转换。', '1||体育部、保卫处|'],
  ])('%s', async (line, task) => {
    expect(await read(line)).toEqual([task]);
  });

  it('is named below a title that ends as names do', async () => {
    const body =
      '（一）龙舟竞渡\n承办：街道文化站\n（二）民俗集市\n承办：街道经济科\n协办：滨河物业公司\n（三）端午诗会\n由街道文化站负责，文澜小学协助。';
    expect(await read(body)).toEqual([
      '（一）|街道文化站||',
      '（二）|街道经济科|滨河物业公司|',
      '（三）|街道文化站|文澜小学|',
    ]);
  });

  it('has each thing under a label', async () => {
    const body =
      '1.新增轨道和公路。\n部门分工：轨道由省发展改革委牵头，省铁投集团实施；公路由省交通运输厅牵头，省交通集团实施。';
    expect((await read(body)).map((task) => task.split('|').slice(1).join('|'))).toEqual([
      '省发展改革委|省铁投集团|',
      '省交通运输厅|省交通集团|',
    ]);
  });

  it('leads by a rule of a label of two parts', async () => {
    const items =
      '1.拆解点。\n责任主体与协同单位：开发区管委会、区城管局\n2.助餐点。\n责任主体与协同单位：区民政局、区商务局\n督查单位：区审计局\n';
    const rule = '没有列出牵头单位的项目，责任主体与协同单位中排在首位的为牵头单位。\n';
    expect(await read(rule + items)).toEqual(['1|开发区管委会|区城管局|', '2|区民政局|区商务局、区审计局|']);
  });

  it('is an area’s, behind a colon', async () => {
    expect(
      await read('第一小区（1—9号楼）：第一网格、荫园物业公司\n第二小区：第二网格牵头，柳荫商会配合'),
    ).toEqual(['||第一网格、荫园物业公司|', '|第二网格|柳荫商会|']);
  });

  it('leads by the label that the notice says so of', async () => {
    const items =
      '1.治污水。\n主体责任：县城管局\n监管责任：县水利局\n2.治扬尘。\n主体责任：县住建局\n监管责任：同上\n';
    expect(await read(items)).toEqual(['1||县城管局、县水利局|', '2||县住建局、县水利局|']);
    expect(await read(`说明：“主体责任”单位为牵头单位。\n${items}`)).toEqual([
      '1|县城管局|县水利局|',
      '2|县住建局|县水利局|',
    ]);
  });
});
