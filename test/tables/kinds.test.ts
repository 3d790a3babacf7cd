// Tables as somebody prints them who thinks of no program: each with who does what, or with the error that says that
// a row or table was not read.
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
