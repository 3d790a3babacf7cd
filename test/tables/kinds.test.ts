// Tables as somebody prints them who thinks of no program: each with who does what, or with the error that says that
// a row or table was not read.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';
import { htmlTable as html, parsePage, markdownTable as table, whoDoesWhat } from '../support/table-page.js';

const read = (printed: string, notes = '') => whoDoesWhat(`${printed}\n\n${notes}`);

describe('shapes', () => {
  it.each<[string, string, string[]]>([
    [
      'two halves side by side',
      table(
        '序号｜任务｜牵头单位｜配合单位｜序号｜任务｜牵头单位｜配合单位',
        '1｜建校｜县教育局｜县财政局｜3｜造林｜县林业局｜县财政局',
        '2｜修路｜县交通局｜县财政局｜4｜治水｜县水利局｜县财政局',
      ),
      ['建校 教育局/财政局', '修路 交通局/财政局', '造林 林业局/财政局', '治水 水利局/财政局'],
    ],
    [
      'two halves side by side over a note',
      `<table><tr>${'<td>序号</td><td>任务</td><td>牵头单位</td>'.repeat(2)}</tr>
       <tr><td>1</td><td>建校</td><td>县教育局</td><td>2</td><td>造林</td><td>县林业局</td></tr>
       <tr><td colspan="6">注：两项都要在年内完成。</td></tr></table>`,
      ['建校 教育局/', '造林 林业局/'],
    ],
    [
      'the number behind the names, under one header with them',
      `<table><tr><td colspan="3">工作任务</td><td>具体要求</td><td>责任单位</td></tr>
       <tr><td rowspan="2">一、公开</td><td>惠企政策</td><td>1</td><td>每月更新。</td><td>县发改局</td></tr>
       <tr><td>减税降费</td><td>2</td><td>精准推送。</td><td>县税务局</td></tr>
       <tr><td colspan="2">二、基础</td><td>3</td><td>编发公报。</td><td>县政府办</td></tr></table>`,
      ['惠企政策 /发改局', '减税降费 /税务局', '二、基础 /政府办'],
    ],
    [
      'on its side',
      table(
        '任务名称｜学校建设｜道路建设',
        '工作目标｜新建2所｜新建10公里',
        '牵头单位｜县教育局｜县交通局',
        '完成时限｜6月底｜12月底',
      ),
      ['学校建设 教育局/', '道路建设 交通局/'],
    ],
    [
      'columns that change in the middle',
      table(
        '序号｜任务｜牵头单位｜配合单位',
        '1｜建校｜县教育局｜县财政局',
        '序号｜任务｜配合单位｜牵头单位',
        '2｜造林｜县住建局｜县林业局',
      ),
      ['建校 教育局/财政局', '造林 林业局/住建局'],
    ],
    [
      'people to call below the tasks',
      table(
        '序号｜任务｜牵头单位｜配合单位',
        '1｜建校｜县教育局｜县财政局',
        '序号｜单位｜联系人｜电话',
        '1｜县教育局｜张三｜123',
      ),
      ['建校 教育局/财政局'],
    ],
    [
      'a page break without a header',
      `${table('序号｜任务｜牵头单位｜配合单位', '1｜建校｜县教育局｜县财政局')}\n\n${table('2｜造林｜县林业局｜县财政局', '3｜治水｜县水利局｜县财政局')}`,
      ['建校 教育局/财政局', '造林 林业局/财政局', '治水 水利局/财政局'],
    ],
  ])('%s', async (_, printed, tasks) => expect(await read(printed)).toEqual(tasks));
});

describe('units that head columns', () => {
  it.each<[string, string, string, string[]]>([
    [
      '否',
      table('序号｜任务｜县教育局｜县财政局', '1｜建校｜是｜否', '2｜造林｜不涉及｜是'),
      '',
      ['建校 /教育局', '造林 /财政局'],
    ],
    [
      '√（牵头）',
      table('序号｜任务｜县教育局｜县财政局', '1｜建校｜√（牵头）｜√', '2｜造林｜√｜√★'),
      '',
      ['建校 教育局/财政局', '造林 财政局/教育局'],
    ],
    [
      'A and B',
      table('序号｜任务｜县教育局｜县财政局', '1｜建校｜A｜B', '2｜造林｜B｜A'),
      '注：A为牵头单位，B为配合单位。',
      ['建校 教育局/财政局', '造林 财政局/教育局'],
    ],
    [
      '1 and 2',
      table('序号｜任务｜县教育局｜县财政局', '1｜建校｜1｜2', '2｜造林｜2｜1'),
      '注：1为牵头单位，2为配合单位。',
      ['建校 教育局/财政局', '造林 财政局/教育局'],
    ],
    [
      'words of several parts',
      table(
        '序号｜任务｜县教育局｜县财政局｜县审计局',
        '1｜建校｜牵头｜配合｜监督',
        '2｜造林｜配合｜审核｜牵头',
      ),
      '',
      ['建校 教育局/财政局/审计局', '造林 审计局/教育局、财政局'],
    ],
    [
      'with their parts below',
      `<table><tr><td rowspan="2">序号</td><td rowspan="2">任务</td><td colspan="2">县教育局</td><td colspan="2">县财政局</td></tr><tr><td>牵头</td><td>配合</td><td>牵头</td><td>配合</td></tr><tr><td>1</td><td>建校</td><td>√</td><td></td><td></td><td>√</td></tr><tr><td>2</td><td>造林</td><td></td><td>√</td><td>√</td><td></td></tr></table>`,
      '',
      ['建校 教育局/财政局', '造林 财政局/教育局'],
    ],
  ])('%s', async (_, printed, notes, tasks) => expect(await read(printed, notes)).toEqual(tasks));
});

describe('what stands around the rows', () => {
  it.each<[string, string, string, string[]]>([
    [
      'a second unit for the rows below it',
      html(
        '责任单位：县商务局×3',
        '序号｜任务｜目标',
        '1｜促消费｜增长5%',
        '责任单位：县教育局×3',
        '1｜建校｜新建2所',
      ),
      '',
      ['促消费 /商务局', '建校 /教育局'],
    ],
    [
      'who leads in the title of the table itself',
      html('重点任务表（牵头单位：县发改局）×3', '序号｜任务｜配合单位', '1｜建校｜县财政局'),
      '',
      ['建校 发改局/财政局'],
    ],
    [
      'who leads in a row of its own above the header',
      html(
        '牵头单位｜县发改局×3',
        '序号｜任务｜目标｜配合单位',
        '1｜建校｜新建2所｜县财政局',
        '2｜造林｜造林50亩｜县林业局',
      ),
      '',
      ['建校 发改局/财政局', '造林 发改局/林业局'],
    ],
    [
      'a sum of the whole county',
      table('乡镇｜面积（亩）', '全县｜50', '牛头镇｜30', '马尾镇｜20'),
      '',
      ['2026年重点任务 /牛头镇', '2026年重点任务 /马尾镇'],
    ],
    [
      'notes, each for its rows',
      table('序号｜任务｜牵头单位', '1｜建校｜县教育局', '2｜造林｜县林业局'),
      '注：第1项由县审计局配合。第2项县财政局配合。',
      ['建校 教育局/审计局', '造林 林业局/财政局'],
    ],
    [
      '* before a name',
      table('序号｜任务｜责任单位', '1｜建校｜*县教育局、县财政局'),
      '注：带*的为牵头单位。',
      ['建校 教育局/财政局'],
    ],
    [
      '县政协办',
      table('序号｜任务｜牵头单位｜配合单位', '1｜建校｜县教育局｜县政协办、县人大办'),
      '',
      ['建校 教育局/政协办、人大办'],
    ],
  ])('%s', async (_, printed, notes, tasks) => expect(await read(printed, notes)).toEqual(tasks));
});

describe('notes', () => {
  const own = ['1｜建校｜县教育局、县财政局', '2｜造林｜县林业局、县财政局'];
  it.each<[string, string, string, string[]]>([
    [
      '以上各项: who leads all rows',
      table('序号｜任务｜责任单位', ...own),
      '注：以上各项工作均由县教育局牵头，责任单位按职责配合。',
      ['建校 教育局/财政局', '造林 教育局/林业局、财政局'],
    ],
    [
      '以上2项: no row of that number',
      table('序号｜任务｜责任单位', ...own),
      '注：以上2项任务统一由县发改局牵头。',
      ['建校 发改局/教育局、财政局', '造林 发改局/林业局、财政局'],
    ],
    [
      'who leads one row and who the others',
      table('序号｜任务｜责任单位', ...own),
      '注：除第2项由县林业局牵头外，其余由县教育局牵头。',
      ['建校 教育局/财政局', '造林 林业局/财政局'],
    ],
    [
      'who leads all rows beside who leads one',
      table('序号｜任务｜责任单位', ...own),
      '注：以上任务由县发改局牵头。第2项由县林业局牵头。',
      ['建校 发改局/教育局、财政局', '造林 林业局/财政局'],
    ],
    [
      'who watches over all rows',
      table('序号｜任务｜牵头单位', '1｜建校｜县教育局'),
      '注：以上任务由县审计局监督。',
      ['建校 教育局//审计局'],
    ],
    [
      'who explains the table: no part of a row',
      table('序号｜任务｜牵头单位', '1｜建校｜县教育局'),
      '注：本表由县府办负责解释。',
      ['建校 教育局/'],
    ],
    [
      'a rule with an exception',
      table('序号｜任务｜责任单位', ...own),
      '注：责任单位中排第一位的为牵头单位（第2项除外）。',
      ['建校 教育局/财政局', '造林 /林业局、财政局'],
    ],
    [
      'who leads where it is blank, though the row above says who',
      table('序号｜任务｜牵头单位｜责任单位', '1｜建校｜县教育局｜县财政局', '2｜造林｜｜县林业局'),
      '注：未注明牵头单位的由县发改局牵头。',
      ['建校 教育局/财政局', '造林 发改局/林业局'],
    ],
  ])('%s', async (_, printed, notes, tasks) => expect(await read(printed, notes)).toEqual(tasks));
});

describe('tables of what was reached, and lists of telephones', () => {
  it.each([
    table('单位｜年度目标｜完成数｜完成率', '县教育局｜100｜90｜90%', '县水利局｜80｜81｜101%'),
    table('单位｜金额（万元）｜排名', '县教育局｜100｜1', '县水利局｜80｜2'),
    table('单位｜值班电话｜联络员', '县水利局｜5562088｜杭志远', '县应急局｜5563019｜晏书'),
    table(
      '日期｜接访领导｜接访地点｜联系电话',
      '3月11日｜尉迟明｜县信访局｜7701102',
      '3月18日｜单思琪｜县司法局｜7701103',
    ),
    table('单位｜号码', '县水利局｜5562088', '县应急局｜5563019'),
  ])('hold no task', async (printed) => {
    const tasks = `${table('序号｜任务｜牵头单位', '1｜建校｜县教育局')}\n\n通报\n\n`;
    expect(await read(`${tasks}${printed}`)).toEqual(['建校 教育局/']);
  });
});

it('takes bureaus under 责任人 for those who are responsible', async () => {
  expect(
    await read(
      table('序号｜任务｜牵头单位｜责任人', '1｜建校｜县教育局｜县财政局', '2｜造林｜县林业局｜县水利局'),
    ),
  ).toEqual(['建校 教育局/财政局', '造林 林业局/水利局']);
});

it('keeps the measure of what each unit has to reach', async () => {
  const { value } = await parsePage(
    `招商任务表\n\n${table('序号｜任务｜单位｜县教育局｜县水利局', '1｜招商引资｜亿元｜1｜2', '2｜向上争资｜亿元｜3｜4')}`,
  );
  expect(value?.tasks[0]?.extra.map(({ text }) => text)).toEqual(['亿元', '1', '2']);
});

it('tells a day that there is not', async () => {
  const { diagnostics } = await parsePage(
    `重点任务表\n\n${table('序号｜任务｜牵头单位｜完成时限', '1｜建校｜县教育局｜2026.2.30')}`,
  );
  expect(diagnostics.map(({ code }) => code)).toContain('deadline-unread');
});

describe('an error where a duty may be lost', () => {
  it.each<[string, string, string, string[]]>([
    [
      'a task in a row that is merged whole',
      html('序号｜任务｜牵头单位', '1｜建校｜县教育局', '2.改造小区5个×3', '3｜造林｜县林业局'),
      '',
      ['建校 教育局/', '造林 林业局/', 'row-cell-count'],
    ],
    [
      'a cell over 任务 and 牵头单位',
      html('序号｜任务｜牵头单位｜配合单位', '1｜改造小区×2｜县财政局', '2｜造林｜县林业局｜县财政局'),
      '',
      ['造林 林业局/财政局', 'row-cell-count'],
    ],
    [
      'a note for all rows whose verb is also part of other words',
      table('序号｜任务｜牵头单位', '1｜建校｜县教育局'),
      '注：以上任务由县府办督办。',
      ['建校 教育局/', 'note-unread'],
    ],
    [
      'a note that says by when',
      table('序号｜任务｜牵头单位', '1｜建校｜县教育局'),
      '注：第1项6月底前完成。',
      ['建校 教育局/', 'note-unread'],
    ],
    [
      'who leads inside a cell of another table',
      `${table('序号｜任务｜牵头单位', '1｜建校｜县教育局')}\n\n重点项目\n\n${table('项目｜内容', '造林｜由县林业局牵头，6月底前造林100亩。')}`,
      '',
      ['建校 教育局/', 'table-no-header', 'duty-without-task'],
    ],
    [
      'units and what they have to do without a header',
      `${table('序号｜任务｜牵头单位', '1｜建校｜县教育局')}\n\n重点项目\n\n${table('县林业局｜造林100亩', '县水利局｜治水2处')}`,
      '',
      ['建校 教育局/', 'table-no-header'],
    ],
  ])('%s', async (_, printed, notes, tasks) => expect(await read(printed, notes)).toEqual(tasks));
});

it('holds no more of a long cell than it prints', async () => {
  const { value } = await parsePage(
    `重点任务表\n\n${table('序号｜任务｜牵头单位', `1｜${'新建1所、'.repeat(2000)}｜县教育局`)}`,
  );
  expect(JSON.stringify(value?.tasks[0]?.indicators).length).toBeLessThan(2_000_000);
});

/** The first task of a notice with such a table. */
async function firstTask(printed: string, name = 'notice.md') {
  const { value } = await parsePage(`重点任务表\n\n${printed}`, name);
  return value?.tasks[0];
}

describe('the narrowest name', () => {
  it.each<[string, string, string, string]>([
    [
      '测评内容 beside a 测评项目 that covers several rows',
      table(
        '测评项目｜测评内容｜测评标准｜责任单位',
        '公共环境｜背街小巷｜路面硬化｜县住建局',
        '｜农贸市场｜划行归市｜县商务局',
        '公共秩序｜文明交通｜礼让斑马线｜县公安局',
        '｜公益广告｜不少于三处｜县教育局',
      ),
      '背街小巷',
      '路面硬化',
    ],
    [
      '重点任务 beside such a 项目',
      table(
        '项目｜重点任务｜责任单位',
        '公共环境｜整治背街小巷｜县住建局',
        '公共环境｜改造农贸市场｜县商务局',
      ),
      '整治背街小巷',
      '',
    ],
    [
      '项目 where each row has its own',
      table(
        '项目｜建设内容｜年度目标｜责任单位',
        '一中扩建｜教学楼一栋｜主体完工｜县教育局',
        '二中扩建｜操场一处｜建成｜县教育局',
      ),
      '一中扩建',
      '教学楼一栋\n主体完工',
    ],
  ])('%s', async (_, printed, name, goal) => {
    expect(await firstTask(printed)).toMatchObject({ name, goal });
  });
});

it('calls money by the header above where its own says nothing of money', async () => {
  const task = await firstTask(
    '<table><tr><td rowspan="2">任务</td><td colspan="2">资金安排（万元）</td><td rowspan="2">责任单位</td></tr><tr><td>合计</td><td>市县级</td></tr><tr><td>建校</td><td>480</td><td>120</td><td>县教育局</td></tr></table>',
  );
  expect(task?.money).toEqual([
    { header: '资金安排（万元）·合计', text: '480' },
    { header: '资金安排（万元）·市县级', text: '120' },
  ]);
});

it('keeps what a column says beside 责任部门 whose cells alone tell that it has units', async () => {
  const task = await firstTask(
    table('序号｜任务｜责任部门｜数源部门', '1｜建校｜县教育局｜县统计局', '2｜造林｜县林业局｜县财政局'),
  );
  expect(task?.extra).toEqual([{ header: '数源部门', text: '县统计局' }]);
});

it('takes a rare surname in brackets for a person where all others in the column are people', async () => {
  const rows = [
    '1｜建校｜县教育局（乐怡）、县住建局（于海）',
    '2｜造林｜县林业局（程立）',
    '3｜治水｜县水利局（缑宁）',
  ];
  const printed = table('序号｜任务｜责任单位', ...rows);
  expect(await read(printed)).toEqual(['建校 /教育局、住建局', '造林 /林业局', '治水 /水利局']);
  const bureaus = table('序号｜任务｜责任单位', '1｜建校｜县教育局', '2｜治水｜县府办（金融办）');
  expect(await read(bureaus)).toEqual(['建校 /教育局', '治水 /府办（金融办）']);
});

it('calls units with figures by the title of their table inside the letter', async () => {
  const { value } = await parseNotice(
    Buffer.from(
      `# 某县人民政府关于下达任务的通知\n\n各乡镇：\n\n现将任务下达给你们。\n\n某县2026年招商引资目标任务分解表\n\n${table('单位｜新签项目（个）', '枫桥镇｜8', '金滩镇｜5')}\n\n县里组建两个专班。\n\n某县招商专班任务表\n\n${table('专班名称｜年度目标｜专班牵头单位｜成员单位', '电子专班｜引进4个｜县工信局｜县商务局')}\n\n某县人民政府\n\n2026年2月6日\n`,
    ),
    { name: 'notice.md' },
  );
  expect(value?.tables.map(({ name }) => name)).toEqual([
    '某县2026年招商引资目标任务分解表',
    '某县招商专班任务表',
  ]);
  expect(value?.tasks[0]?.name).toBe('2026年招商引资目标任务');
  expect(value?.tasks[2]?.lead.map(({ text }) => text)).toEqual(['县工信局']);
});

describe('units that head rows', () => {
  it('stand in sections, and one without a figure has no task', async () => {
    const printed = html(
      '序号｜单位｜新签项目（个）｜到位资金',
      '一、乡镇×4',
      '1｜枫桥镇｜8｜120',
      '2｜石门乡｜—｜0',
      '二、部门×4',
      '3｜县商务局｜3｜60',
      '合计｜｜11｜180',
    );
    const { value, diagnostics } = await parsePage(`2026年招商引资任务表\n\n单位：万元\n\n${printed}`);
    const tasks = value?.tasks.map(
      ({ responsible, section, goal }) => `${responsible[0]?.text} ${section} ${goal.replace('\n', ' / ')}`,
    );
    expect(tasks).toEqual([
      '枫桥镇 一、乡镇 新签项目：8个 / 到位资金：120万元',
      '县商务局 二、部门 新签项目：3个 / 到位资金：60万元',
    ]);
    expect(diagnostics.filter(({ code }) => code === 'row-nothing')).toHaveLength(1);
  });

  it('have their duties in words under 主要责任', async () => {
    const printed = table('责任主体｜主要责任', '县自然资源局｜组织汛期排查。', '县应急局｜组织救援。');
    const { value } = await parsePage(`2026年防灾责任清单\n\n${printed}`);
    expect(value?.tasks.map(({ name, goal, lead }) => [name, goal, lead.length])).toEqual([
      ['2026年防灾责任清单', '组织汛期排查。', 0],
      ['2026年防灾责任清单', '组织救援。', 0],
    ]);
  });
});

it('reads a row whose cells stand one column too far to the right as meant, and tells', async () => {
  const printed = table(
    '｜任务｜牵头领导｜牵头部门｜参加部门｜时限',
    '1｜建校｜关建民｜县教育局｜县财政局｜8月底前',
    '2｜造林｜｜钟晓燕｜县林业局｜有关乡镇',
  );
  const { value, diagnostics } = await parsePage(`2026年任务表\n\n${printed}`);
  expect(await read(printed)).toEqual(['建校 教育局/财政局', '造林 林业局/有关乡镇']);
  expect(value?.tasks[1]).toMatchObject({ number: '2', deadline: '', people: [{ name: '钟晓燕' }] });
  expect(diagnostics.flatMap(({ code, args }) => (code === 'row-shifted' ? [args] : []))).toEqual([
    { row: '2', column: '牵头领导' },
  ]);
});

it('gives no part to those above whom a column names', async () => {
  const printed = table(
    '任务｜省级对口部门｜责任单位',
    '建校｜省教育厅｜县教育局',
    '造林｜省林草局｜县林业局',
  );
  expect(await read(printed)).toEqual(['建校 /教育局', '造林 /林业局']);
});

it('takes a total in the middle, and one behind the table, for no task', async () => {
  const printed = table(
    '序号｜任务｜责任单位｜里程（公里）',
    '1｜龙大路｜县交通局｜18.3',
    '县道小计｜｜｜18.3',
    '2｜乡道｜县公路站｜6.4',
  );
  expect(await read(printed, '合计：2条')).toEqual(['龙大路 /交通局', '乡道 /公路站']);
});

it('adds those whom a note has coordinate or organise', async () => {
  const printed = table(
    '序号｜任务｜牵头单位｜责任单位',
    '1｜清算｜县经信局｜县法院',
    '2｜造林｜县林业局｜县财政局',
  );
  expect(await read(printed, '注：第1项由县政法委协调。序号2由县统计局组织第三方调查。')).toEqual([
    '清算 经信局/政法委、法院',
    '造林 林业局/统计局、财政局',
  ]);
});

it('reads 同上 as what the cell above says', async () => {
  const printed = table(
    '序号｜任务｜牵头单位｜责任单位',
    '1｜建校｜县教育局｜县住建局',
    '2｜修路｜同上｜同上',
    '3｜造林｜县林业局｜〃',
  );
  expect(await read(printed)).toEqual(['建校 教育局/住建局', '修路 教育局/住建局', '造林 林业局/住建局']);
});

it('takes the column for that of leaders of which a note says so', async () => {
  const printed = table(
    '序号｜项目｜建设单位｜行业主管部门',
    '1｜建校｜县第一中学｜县教育局',
    '2｜修路｜县城投公司｜县交通局',
  );
  expect(await read(printed, '注：行业主管部门为项目牵头单位。')).toEqual([
    '建校 教育局/第一中学',
    '修路 交通局/城投公司',
  ]);
});

it('reads a blank as what the cell above says where a note tells so', async () => {
  const printed = table('序号｜任务｜牵头单位', '1｜建校｜县教育局', '2｜修路｜', '3｜造林｜县林业局');
  expect(await read(printed, '注：牵头单位一栏空白的，与上一项相同。')).toEqual([
    '建校 教育局/',
    '修路 教育局/',
    '造林 林业局/',
  ]);
});

it('takes the one for a leader of whom a note says so by the table’s name', async () => {
  const printed = table('序号｜任务｜责任单位', '1｜建校｜县教育局', '2｜修路｜县交通局');
  expect(await read(printed, '注：表1各项任务由县发改局牵头。')).toEqual([
    '建校 发改局/教育局',
    '修路 发改局/交通局',
  ]);
});

it('takes 牵头包联部门 for those who lead', async () => {
  const printed = table('序号｜企业名称｜牵头包联部门｜配合部门', '1｜某水泥厂｜县经信局｜县税务局');
  expect(await read(printed)).toEqual(['某水泥厂 经信局/税务局']);
});

it('takes a row that counts those below it for a section, whatever it adds up', async () => {
  const { value } = await parsePage(
    `某县2026年招商任务分解表\n\n<table>
     <tr><td>序号</td><td>部门</td><td>开工项目（个）</td><td>洽谈项目（个）</td><td>引进资金（亿元）</td><td>招商区域</td></tr>
     <tr><td colspan="2">一类部门（2个）</td><td>3</td><td>5</td><td>2.5</td><td></td></tr>
     <tr><td>1</td><td>县经信局</td><td>2</td><td>3</td><td>1.5</td><td>长三角</td></tr>
     <tr><td>2</td><td>县商务局</td><td>1</td><td>2</td><td>1</td><td>珠三角</td></tr></table>`,
  );
  expect(value?.tasks.map(({ name, goal, section }) => [name, goal, section])).toEqual([
    ['2026年招商任务', '开工项目：2个\n洽谈项目：3个\n引进资金：1.5亿元', '一类部门（2个）'],
    ['2026年招商任务', '开工项目：1个\n洽谈项目：2个\n引进资金：1亿元', '一类部门（2个）'],
  ]);
});

describe('rows that blanks align', () => {
  it.each<[string, string[], string[]]>([
    [
      'a header that nobody knows',
      [
        '序号  项目名称          建设地点  责任单位    完成时限',
        '1     县图书馆新馆      城关镇    县文旅局    12月底前',
        '2     城东污水厂二期    东河镇    县住建局    10月底前',
      ],
      ['县图书馆新馆 /文旅局', '城东污水厂二期 /住建局'],
    ],
    [
      'no number, and a font that aligns them otherwise',
      [
        '活动名称            时间            地点              主办单位              承办单位',
        '启动仪式  4月23日        县文化广场        县委宣传部            县图书馆',
        '农家书屋阅读季      7月至8月        各行政村          县文旅局              县文化馆',
      ],
      ['启动仪式 委宣传部/图书馆', '农家书屋阅读季 文旅局/文化馆'],
    ],
    [
      'a line of which nobody knows whose it is',
      [
        '活动名称      时间      主办单位      承办单位',
        '启动仪式      4月       县委宣传部    县图书馆',
        '              5月       县文旅局      县文化馆',
      ],
      ['table-misaligned', 'no-tasks'],
    ],
  ])('%s', async (_, lines, tasks) =>
    expect(await whoDoesWhat(`${lines.join('\n')}\n`, 'notice.txt')).toEqual(tasks),
  );

  it('are read as a second table', async () => {
    const first = ['序号  工作任务      牵头单位    配合单位', '1     新建食堂5个   县民政局    县财政局'];
    const second = [
      '建议编号  建议标题        领衔代表  主办单位',
      '第3号     关于校车的建议  何秀兰    县教育局',
    ];
    const { value } = await parsePage(
      `任务表\n\n${first.join('\n')}\n\n附件2\n\n建议表\n\n${second.join('\n')}\n`,
      'notice.txt',
    );
    expect(value?.tasks.map(({ number, name }) => [number, name])).toEqual([
      ['1', '新建食堂5个'],
      ['第3号', '关于校车的建议'],
    ]);
  });
});

it.each(['utf-8', 'gb18030'])('reads a worksheet saved as CSV: %s', async (encoding) => {
  const text =
    '2026年任务表,,,\r\n序号,工作任务,牵头单位,配合单位\r\n1,"新建食堂5个,改造3个",县民政局,"县财政局\n县住建局"\r\n2,"打造""书香""",县文旅局,\r\n';
  const bytes = encoding === 'utf-8' ? Buffer.from(`\uFEFF${text}`) : iconv.encode(text, encoding);
  const { value } = await parseNotice(bytes, { name: '任务表.csv' });
  expect(value?.notice.title).toBe('2026年任务表');
  expect(value?.tasks.map(({ name, responsible }) => [name, responsible.length])).toEqual([
    ['新建食堂5个,改造3个', 2],
    ['打造"书香"', 0],
  ]);
});

it('refuses a line of CSV with a comma too many', async () => {
  const text = '序号,工作任务,牵头单位\n1,新建食堂5个,改造3个,县民政局\n';
  const { diagnostics } = await parseNotice(Buffer.from(text), { name: '任务表.csv' });
  expect(diagnostics.map(({ code }) => code)).toContain('table-misaligned');
});

describe('headers in two rows of which nobody merged a cell', () => {
  const goals = async (...rows: string[]) =>
    (await parsePage(`2026年经济指标任务表\n\n${html(...rows)}`)).value?.tasks.map(({ goal, schedule }) =>
      schedule.length > 0 ? schedule.map(({ header }) => header) : goal,
    );
  it('over figures of units', async () => {
    const rows = [
      '乡镇｜固定资产投资｜｜财政收入｜',
      '｜总量（亿元）｜增速（%）｜总量｜增速',
      '甲镇｜18｜12｜6｜9',
      '乙镇｜9｜13｜3｜8',
    ];
    expect((await goals(...rows))?.[0]).toBe(
      '固定资产投资·总量：18亿元\n固定资产投资·增速：12%\n财政收入·总量：6\n财政收入·增速：9',
    );
  });
  it('over tasks', async () => {
    const rows = [
      '序号｜工作任务｜牵头单位｜进度安排｜｜配合单位',
      '｜｜｜上半年｜三季度｜',
      '1｜新建公园｜县住建局｜开工｜完工｜县财政局',
    ];
    expect(await goals(...rows)).toEqual([['进度安排·上半年', '三季度']]);
  });
});

it('counts rates in per cent, whatever else stands above the table', async () => {
  const printed = `单位：亿元、%\n\n${html('乡镇｜投资｜增速', '甲镇｜18｜12', '乙镇｜9｜13')}`;
  const { value } = await parsePage(`2026年投资任务表\n\n${printed}`);
  expect(value?.tasks.map(({ goal }) => goal)).toEqual(['投资：18亿元\n增速：12%', '投资：9亿元\n增速：13%']);
});

it('takes the year of an attachment from its title', async () => {
  const printed = `附件\n\n青山县2026年重点工作任务分解表\n\n${table('序号｜工作任务｜责任单位｜完成时限', '1｜建校｜县教育局｜6月底前')}`;
  const { value } = await parseNotice(Buffer.from(printed), { name: 'notice.md' });
  expect(value?.tasks[0]?.deadlines[0]).toMatchObject({ by: '2026-06-30' });
});

describe('what a row is called', () => {
  it.each<[string, string, string, string]>([
    [
      '点位类型｜测评标准｜责任单位',
      '社区｜1.氛围浓厚；2.无乱堆乱放。｜县民政局',
      '社区',
      '1.氛围浓厚；2.无乱堆乱放。',
    ],
    ['序号｜抽查计划名称｜抽查事项｜发起部门', '1｜旅馆业检查｜治安管理｜县公安局', '旅馆业检查', '治安管理'],
    ['月份｜活动内容｜地点｜主办', '3月｜招商推介会｜上海｜县投促局', '招商推介会', ''],
    ['培训内容｜培训对象｜责任科室', '公文写作｜全体干部｜县府办', '公文写作', ''],
    [
      '隐患单位｜隐患内容｜整改措施｜督办单位',
      '某商贸城｜喷淋瘫痪｜更换管网｜县消防大队',
      '喷淋瘫痪',
      '更换管网',
    ],
    [
      '项目名称｜存在问题｜解决措施｜责任单位',
      '数据中心｜线路未接入｜协调供电｜县发改局',
      '数据中心',
      '协调供电',
    ],
    ['报送内容｜报送单位｜截止时间｜接收单位', '项目进度｜县住建局｜每月25日｜县发改局', '项目进度', ''],
    ['部门｜职责任务', '县教育局｜开展防溺水教育', '开展防溺水教育', ''],
    ['单位名称｜任务分工', '县教育局｜开展防溺水教育', '开展防溺水教育', ''],
    ['部门｜主要任务', '县教育局｜开展防溺水教育', '开展防溺水教育', ''],
    ['单位｜任务数｜具体任务', '县住建局｜2｜①改造12个；②新建3个', '①改造12个；②新建3个', ''],
  ])('%s', async (header, row, name, goal) => {
    const { value } = await parsePage(`2026年任务表\n\n${table(header, row)}`);
    expect(value?.tasks.map((task) => [task.name, task.goal])).toEqual([[name, goal]]);
  });
});

describe('a header that stands below', () => {
  it('is found behind rows that are numbered with letters', async () => {
    const printed = html(
      'B3｜大桥｜更换伸缩缝12道｜县交通局｜县公安局｜9月底',
      '编号｜隐患点位｜整治要求｜牵头部门｜配合部门｜整治期限',
      'C1｜养老院｜增设充电口90个｜县民政局｜县消防大队｜5月底',
    );
    expect(await read(printed)).toEqual(['大桥 交通局/公安局', '养老院 民政局/消防大队']);
  });

  it('is printed again, with a blank column merged into one beside it', async () => {
    const printed = html(
      '序号｜重点任务｜工作要求｜｜责任部门｜协同单位',
      '1｜建校｜新建2所｜｜县教育局｜县财政局',
      '序号｜重点任务｜工作要求×2｜责任部门｜协同单位',
      '2｜造林｜造林3万亩×2｜县林业局｜县财政局',
    );
    expect(await read(printed)).toEqual(['建校 /教育局、财政局', '造林 /林业局、财政局']);
  });

  it('is an error where it stands too far down', async () => {
    const above = Array.from({ length: 12 }, (_, i) => `说明${i}｜有关说明｜见附表`);
    const printed = html(...above, '序号｜任务｜责任单位', '1｜建校｜县教育局');
    const { diagnostics } = await parsePage(`2026年任务表\n\n${printed}`);
    expect(diagnostics.map(({ code }) => code)).toContain('table-no-header');
  });
});

describe('who has which part', () => {
  it.each<[string, string, string]>([
    ['任务｜工作目标｜巡查单位', '防溺水｜每日巡查｜县水利局', '防溺水 /水利局'],
    ['任务｜工作目标｜检查单位｜责任单位', '防火｜检查50家｜县应急局｜县消防大队', '防火 /消防大队/应急局'],
    ['任务｜工作目标｜报送单位', '台账｜每月更新｜县水利局', '台账 /水利局'],
    ['任务｜工作目标｜责任单位｜填报单位', '台账｜每月更新｜县水利局｜县统计局', '台账 /水利局'],
    ['任务｜工作目标｜值班单位', '值守｜24小时在岗｜城关镇', '值守 /城关镇'],
    ['任务｜工作目标｜包联单位', '走访｜走访200户｜县住建局', '走访 /住建局'],
    ['任务｜工作目标｜挂联单位', '走访｜走访200户｜县住建局', '走访 /住建局'],
    ['任务｜工作目标｜帮扶单位', '走访｜走访200户｜县住建局', '走访 /住建局'],
    ['任务｜工作目标｜联系单位', '走访｜走访200户｜县住建局', '走访 /住建局'],
    ['演练科目｜组织单位｜参演单位', '防汛转移｜县水利局｜县卫健局', '防汛转移 水利局/卫健局'],
    ['指标｜牵头部门｜支撑单位', '工业增速｜县发改局｜县统计局', '工业增速 发改局/统计局'],
    ['任务｜责任单位', '改厕｜县住建局<br>（牵头）<br>县财政局', '改厕 住建局/财政局'],
    ['任务｜责任领导/责任单位', '改厕｜王海/县住建局', '改厕 /住建局'],
    ['任务｜责任领导<br>责任单位', '改厕｜王海<br>县住建局', '改厕 /住建局'],
  ])('%s', async (header, row, task) =>
    expect(await read(html(header, row, row.replace('｜', '二｜')))).toContain(task),
  );

  it('knows 组长, 督办人 and 服务专员 as people', async () => {
    const { value } = await parsePage(
      `任务表\n\n${table('工作组｜职责｜牵头单位｜组长｜督办人｜服务专员', '综合组｜负责协调｜县府办｜万某｜王海｜李响')}`,
    );
    expect(value?.tasks[0]?.people.map(({ role }) => role)).toEqual(['组长', '督办人', '服务专员']);
  });
});

it('tells last year’s result from this year’s goal in a table of units', async () => {
  const printed = table(
    '单位｜2025年完成（万元）｜2026年任务（万元）',
    '县发改局｜120｜150',
    '县交通局｜80｜90',
  );
  const { value } = await parsePage(`争取资金任务表\n\n${printed}`);
  expect(value?.tasks.map(({ goal }) => goal)).toEqual(['150万元', '90万元']);
});

it('reads a goal of two figures, and one that is held within a bound', async () => {
  const printed = html(
    '指标名称^2｜单位^2｜2025年完成^2｜2026年目标×2｜牵头部门^2',
    '绝对值｜增速（%）',
    '生产总值｜亿元｜862｜930｜6.5｜县发改局',
    '失业率｜%｜5.2｜控制在5.5以内｜｜县人社局',
  );
  const { value } = await parsePage(`2026年指标表\n\n${printed}`);
  expect(value?.tasks.map(({ goal }) => goal)).toEqual([
    '2026年目标·绝对值：930亿元\n2026年目标·增速：6.5%',
    '2026年目标·绝对值：控制在5.5%以内',
  ]);
});

it('takes years over √ for a plan, and money by its other names', async () => {
  const printed = table(
    '任务｜2025年｜2026年｜责任单位｜经费（万元）',
    '建云平台｜√｜√｜县数据局｜9.6',
    '建校｜｜√｜县教育局｜3',
  );
  const { value } = await parsePage(`任务表\n\n${printed}`);
  expect(value?.tasks.map(({ schedule, money }) => [schedule.length, money.length])).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

describe('titles of tables', () => {
  it('name the unit of measure, too', async () => {
    const { value } = await parsePage(
      `2026年造林任务分解表（单位：亩）\n\n${table('乡镇｜造林｜育林', '甲镇｜800｜200', '乙镇｜500｜300')}`,
    );
    expect(value?.tasks.map(({ name, goal }) => [name, goal])[0]).toEqual([
      '2026年造林任务',
      '造林：800亩\n育林：200亩',
    ]);
  });
  it('stand in a row of the sheet, over each table', async () => {
    const sheet = html(
      '一、重点任务×3',
      '序号｜任务｜牵头单位',
      '1｜建校｜县教育局',
      '二、指标任务×3',
      '指标｜目标｜责任单位',
      '就业｜4200人｜县人社局',
    );
    const { value } = await parsePage(`2026年考核任务\n\n${sheet}`);
    expect(value?.tables.map(({ title }) => title)[1]).toBe('二、指标任务');
  });
  it('are numbered, and no part of the notice’s own', async () => {
    const card = html('任务名称｜建校｜完成时限｜6月底', '牵头单位｜县教育局｜配合单位｜县财政局');
    const { value } = await parseNotice(Buffer.from(`某乡2026年任务书\n\n任务一\n\n${card}\n`), {
      name: 'notice.md',
    });
    expect(value?.notice.title).toBe('某乡2026年任务书');
  });
});

it('reads aims that stand below the lines that say who', async () => {
  const { value } = await parsePage(
    '整改清单\n\n一、水质不稳定。\n责任单位：县水利局\n督导单位：县环保局\n整改时限：12月底\n整改目标：达到Ⅳ类。\n整改措施：\n（一）清淤6公里。\n（二）新建管网12公里。\n二、台账不全。\n责任单位：县民政局\n整改目标：补齐。\n',
  );
  expect(value?.tasks.map(({ goal }) => goal)).toEqual([
    '整改目标：达到Ⅳ类。\n（一）清淤6公里\n（二）新建管网12公里',
    '整改目标：补齐。',
  ]);
});

it('reads a page of nothing but figures by units', async () => {
  const page = `<html><body><p>2026年造林任务分解表</p>${html('乡镇｜造林（亩）｜育林（亩）', '甲镇｜800｜200', '乙镇｜500｜300')}</body></html>`;
  const { value } = await parseNotice(Buffer.from(page), { name: 'notice.html' });
  expect(value?.tasks).toHaveLength(2);
});

it('tells the headers of a table that holds no tasks', async () => {
  const { diagnostics } = await parsePage(`库存表\n\n${table('日期｜仓库｜库存量', '1日｜东库｜85')}`);
  expect(diagnostics.find(({ code }) => code === 'no-tasks')?.args).toMatchObject({
    headers: ['日期、仓库、库存量'],
  });
});
