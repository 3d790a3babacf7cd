// Who does all of a table, or a part of it, where labels and notes say so, and what headers of columns mean.
import { describe, expect, it } from 'vitest';
import {
  htmlTable as html,
  parsePage,
  whoDoesWhat as read,
  markdownTable as table,
} from '../support/table-page.js';

const PLAIN = [
  '序号｜工作任务｜目标要求｜完成时限',
  '1｜稳产｜服务企业60户｜9月底前',
  '2｜培育｜新增企业22户｜8月底前',
];

describe('rows of labels above a header', () => {
  it.each<[string, string[], string[]]>([
    [
      'name who leads and the members',
      ['专班名称｜工业专班｜组长｜万里程', '牵头单位｜县经信局｜成员单位｜县统计局、县税务局'],
      ['稳产 经信局/统计局、税务局', '培育 经信局/统计局、税务局'],
    ],
    [
      'name one who leads where others help',
      ['责任单位｜县经信局｜配合单位｜县统计局'],
      ['稳产 经信局/统计局', '培育 经信局/统计局'],
    ],
    ['name who is responsible', ['责任单位｜县经信局｜责任人｜万里程'], ['稳产 /经信局', '培育 /经信局']],
    [
      'may stand again in the same table',
      [
        '牵头单位｜县教育局｜配合单位｜县财政局',
        '序号｜工作任务｜目标要求｜完成时限',
        '1｜建校｜新建2所｜9月底前',
        '牵头单位｜县经信局｜配合单位｜县统计局',
      ],
      ['建校 教育局/财政局', '稳产 经信局/统计局', '培育 经信局/统计局'],
    ],
  ])('%s', async (_, head, expected) => {
    expect(await read(html(...head, ...PLAIN))).toEqual(expected);
  });

  it('are no header where they are the header', async () => {
    expect(await read(html('序号｜事项｜牵头单位｜配合单位', '1｜建校｜县教育局｜县财政局'))).toEqual([
      '建校 教育局/财政局',
    ]);
  });
});

describe('captions and sections with several labels', () => {
  it.each<[string, string, string[]]>([
    [
      '责任单位 leads where 协办单位 stands beside it',
      `责任单位：县教育局　　协办单位：县财政局、县人社局\n\n${table(...PLAIN)}`,
      ['稳产 教育局/财政局、人社局', '培育 教育局/财政局、人社局'],
    ],
    [
      'a section row names who leads and who helps',
      table(
        '序号｜任务｜完成时限｜备注',
        '一、教育类（组长：万里程；牵头单位：县教育局；配合单位：县财政局）｜｜｜',
        '1｜建校｜9月底｜',
        '2｜招聘教师｜8月底｜',
      ),
      ['建校 教育局/财政局', '招聘教师 教育局/财政局'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

describe('notes', () => {
  const PARTS = table(
    '序号｜类别｜任务｜责任单位',
    '1｜产业类｜建厂｜县商务局',
    '2｜产业类｜修路｜县交通局',
    '3｜生态类｜造林｜县林业局',
  );
  it.each<[string, string, string[]]>([
    [
      'name who leads a category',
      '注：产业类任务由县发改局牵头。',
      ['建厂 发改局/商务局', '修路 发改局/交通局', '造林 /林业局'],
    ],
    [
      'name who checks some rows',
      '注：第1、3项整改情况由县纪委复核。',
      ['建厂 /纪委、商务局', '修路 /交通局', '造林 /纪委、林业局'],
    ],
  ])('%s', async (_, note, expected) => {
    expect(await read(`${PARTS}\n\n${note}`)).toEqual(expected);
  });

  const CODED = table(
    '隐患编号｜隐患名称｜整改要求｜责任单位',
    'GP-01｜甲库｜更换2处｜县粮食公司',
    'GP-02｜乙桥｜加固3处｜县交通局',
    'GP-03｜丙站｜改造4处｜县水利局、县住建局',
  );
  it.each<[string, string[]]>([
    [
      'GP-01、GP-03号隐患由县住建局牵头整改。',
      ['甲库 住建局/粮食公司', '乙桥 /交通局', '丙站 住建局/水利局'],
    ],
    ['GP-02至GP-03号隐患由县住建局牵头。', ['甲库 /粮食公司', '乙桥 住建局/交通局', '丙站 住建局/水利局']],
  ])('name rows by codes: %s', async (note, expected) => {
    expect(await read(`${CODED}\n\n注：${note}`)).toEqual(expected);
  });

  it.each([
    '第1、2—3项由县发改局牵头。',
    '第1项、第2至3项由县发改局牵头。',
    '第1至2项、第3项由县发改局牵头。',
  ])('name rows and spans of rows: %s', async (note) => {
    const led = ['建厂 发改局/商务局', '修路 发改局/交通局', '造林 发改局/林业局'];
    expect(await read(`${PARTS}\n\n注：${note}`)).toEqual(led);
  });

  it('say by when all is to be done', async () => {
    const { value } = await parsePage(
      `2026年重点任务表\n\n${PARTS}\n\n注：各项任务务必于2026年11月30日前完成。`,
    );
    expect(value?.tasks.map(({ deadline }) => deadline)).toEqual(Array(3).fill('2026年11月30日前'));
  });

  it('say it without a word that makes them notes', async () => {
    const { value, diagnostics } = await parsePage(
      `2026年重点任务表\n\n${PARTS}\n\n以上工作完成时限除有特别说明外，均为2026年11月底前。`,
    );
    expect(value?.tasks.map(({ deadline }) => deadline)).toEqual(Array(3).fill('2026年11月底前'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('headers', () => {
  it.each<[string, string[]]>([
    ['序号｜领域｜监管职责｜牵头监管部门｜协同监管部门', ['甲 丙局/丁局']],
    ['序号｜督查事项｜督查重点｜牵头部门｜督查对象', ['甲 丙局/丁局']],
    ['序号｜任务｜目标｜责任单位｜验收单位', ['甲 /丙局/丁局']],
    ['序号｜任务｜目标｜责任单位｜被考核单位', ['甲 /丙局、丁局']],
    ['序号｜任务｜目标｜牵头办所｜配合站所', ['甲 丙局/丁局']],
  ])('%s', async (header, expected) => {
    expect(await read(table(header, '1｜甲｜办理乙3件｜县丙局｜县丁局'))).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['责任站所｜责任村（社区）', '农业服务中心｜桃园村、柳沟村', '/农业服务中心、桃园村、柳沟村'],
    ['责任站所｜责任村（社区）', '派出所｜有关村（社区）', '/派出所、有关村（社区）'],
    ['责任单位｜责任社区', '区住建局｜新华社区、东湖社区', '/区住建局、新华社区、东湖社区'],
    ['牵头单位｜责任学校', '区教育局｜第二中学、东关小学', '区教育局/第二中学、东关小学'],
    ['责任部门｜责任企业', '区应急局｜鑫源食品公司', '/区应急局、鑫源食品公司'],
    ['责任单位｜责任乡镇（街道）', '市水利局｜各乡镇（街道）', '/市水利局、各乡镇（街道）'],
    ['牵头单位｜责任县区', '市林业局｜东陵县、西陵区', '市林业局/东陵县、西陵区'],
    ['牵头镇街｜配合镇街', '石门乡｜枫桥镇', '石门乡/枫桥镇'],
    ['责任单位｜行业主管部门｜属地单位', '第一中学｜市教育局｜城关镇', '/第一中学、市教育局、城关镇'],
    ['牵头单位｜属地责任单位｜行业部门', '市医院｜城关镇｜市卫健委', '市医院/城关镇、市卫健委'],
    ['责任村｜责任人', '桃园村｜季红', '/桃园村'],
  ])('of a second column of units: %s', async (headers, cells, who) => {
    const text = table(`序号｜任务｜目标｜${headers}`, `1｜甲｜办理乙3件｜${cells}`);
    expect(await read(text)).toEqual([`甲 ${who}`]);
    const { diagnostics } = await parsePage(`2026年任务表\n\n${text}`);
    const told = diagnostics.map(({ code }) => code);
    expect(told).not.toContain('column-inferred');
    expect(told).not.toContain('unit-odd');
  });

  it('of a second column of units are given again by the header', async () => {
    const printed = table(
      '序号｜任务｜责任单位｜行业主管部门｜属地单位｜责任村（社区）',
      '1｜建校｜县第一中学｜县教育局｜城关镇｜东关村',
    );
    const { value } = await parsePage(`2026年任务表\n\n${printed}`);
    expect(value?.tasks[0]?.extra).toEqual([
      { header: '行业主管部门', text: '县教育局' },
      { header: '属地单位', text: '城关镇' },
      { header: '责任村（社区）', text: '东关村' },
    ]);
  });

  it('of units by their trade or place may head marks', async () => {
    const printed = table(
      '序号｜任务｜县教育局｜县财政局｜行业主管部门｜属地街道',
      '1｜建校｜★｜○｜○｜○',
      '2｜造林｜○｜★｜｜○',
    );
    expect(await read(`${printed}\n\n注：★为牵头单位，○为配合单位。`)).toEqual([
      '建校 教育局/财政局、行业主管部门、属地街道',
      '造林 财政局/教育局、属地街道',
    ]);
  });

  it('say where something is done, who has no duty', async () => {
    const text = table('序号｜任务｜责任单位｜责任路段｜涉及社区', '1｜保洁｜县城管局｜人民路｜东湖社区');
    expect(await read(text)).toEqual(['保洁 /城管局']);
  });

  it('say of whom units take care, who have no duty', async () => {
    expect(
      await read(table('序号｜包联乡镇｜包联村｜牵头单位｜帮扶任务', '1｜城关镇｜东关村｜县教育局｜建校1所')),
    ).toEqual(['东关村 教育局/']);
  });
});

describe('labels at the heads of a cell’s lines', () => {
  const inner =
    '<table><tr><td>牵头单位</td><td>县教育局</td></tr><tr><td>配合单位</td><td>县财政局</td></tr></table>';
  it.each<[string, string, string]>([
    [
      'parted by a blank',
      '牵头　县教育局<br>配合　县财政局、各乡镇<br>督导　县府办',
      '教育局/财政局、各乡镇/府办',
    ],
    ['on lines of their own', '主办单位<br>县教育局<br>协办单位<br>县财政局', '教育局/财政局'],
    ['in a table inside the cell', inner, '教育局/财政局'],
    ['that are names', '行业主管部门<br>属地街道', '/行业主管部门、属地街道'],
    ['behind names', '县教育局牵头<br>县财政局配合', '教育局/财政局'],
  ])('%s', async (_, cell, who) => {
    const printed = html('序号｜任务｜责任分工', `1｜建校｜${cell}`, `2｜修路｜${cell}`);
    expect(await read(printed)).toEqual([`建校 ${who}`, `修路 ${who}`]);
  });
});

describe('one cell a line', () => {
  const lines = (...cells: readonly string[]) => cells.join('\n\n');
  const HEADER = ['序号', '民生实事', '责任单位', '完成时限'];

  it('is read where each line can be of one column alone', async () => {
    const text = lines(
      ...HEADER,
      '1',
      '治理河道。',
      '县水务局',
      '县住建局',
      '12月底前',
      '2',
      '新建3座桥。',
      '县住建局',
      '9月底前',
    );
    expect(await read(text, 'notice.txt')).toEqual(['治理河道 /水务局、住建局', '新建3座桥 /住建局']);
  });

  it('is refused where a cell is left empty', async () => {
    const text = lines(...HEADER, '1', '治理河道。', '12月底前', '2', '新建3座桥。', '县住建局', '9月底前');
    expect(await read(text, 'notice.txt')).toEqual(['cells-unmarked']);
  });
});
