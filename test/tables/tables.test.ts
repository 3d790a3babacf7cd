// Tables of tasks as other notices have them; each case is a page with one table.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';
import { roleOf } from '../../src/words/columns.js';

const HEAD = '<p>某县人民政府关于某事的通知</p><p>各乡镇人民政府，县级各部门：</p><p>请办好。</p>';

const read = (table: string, text = '') =>
  readAs('a.html', `<html><body>${HEAD}<p>${text}</p><p>附件1</p><p>任务表</p>${table}</body></html>`);

/** As text, where nothing tells which cells are merged. */
const readText = (...rows: string[]) =>
  readAs(
    'a.txt',
    `某县人民政府关于某事的通知\n各乡镇人民政府：\n请办好。\n附件1\n任务表\n${rows.join('\n')}\n`,
  );

async function readAs(name: string, source: string) {
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(source), { name });
  const names = (all: readonly { text: string }[] = []) => all.map((each) => each.text).join('、');
  return {
    tasks: value?.tasks.map(({ number, name, goal, lead, responsible, deadline, section, remark }) => [
      number,
      name,
      goal,
      names(lead),
      names(responsible),
      ...[deadline, section, remark].filter((each) => each !== ''),
    ]),
    codes: diagnostics.filter(({ code }) => !/^(number|date|registry)-/.test(code)).map(({ code }) => code),
    value,
    diagnostics,
  };
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

describe('a header', () => {
  it.each([
    ['number', ['序号', '编号', '序 号', '序']],
    [
      'name',
      [
        '名称',
        '重点任务',
        '工作任务',
        '主要任务',
        '事项',
        '任务',
        '工作事项',
        '项目名称',
        '２０２６年重点任务',
      ],
    ],
    [
      'goal',
      [
        '目标',
        '目标内容',
        '工作内容',
        '具体措施',
        '工作要求',
        '2025年目标（内容）',
        '目标任务',
        '工作举措',
        '建设内容及规模',
        '主要内容',
        '年度目标值',
      ],
    ],
    ['lead', ['牵头单位', '牵头部门', '主责单位', '牵头责任单位', '牵头', '主办单位']],
    [
      'responsible',
      [
        '责任单位',
        '责任部门',
        '落实单位',
        '配合单位',
        '参加单位',
        '参与单位',
        '协同单位',
        '配合部门',
        '责任主体',
        '责任单位（部门）',
      ],
    ],
    ['deadline', ['完成时限', '完成时间', '时间节点', '时限', '时限要求']],
    ['remark', ['备注', '说明']],
    [
      'other',
      [
        ...['资金来源', '', '备注页', '附备注', '序号牌', '原牵头单位'],
        ...['责任单位电话', '原责任单位', '不予配合', '配合情况', '完成时限说明', '原完成时限'],
        ...['其他整治领域', '新旧目标', '任务来源', '由某任务'],
      ],
    ],
  ] as const)('is understood: %s', (role, headers) => {
    expect(headers.map(roleOf)).toEqual(headers.map(() => role));
  });
});

describe('columns', () => {
  it('may stand in any order', async () => {
    const { tasks } = await read(
      table(
        row('完成时间', '责任部门', '牵头部门', '工作内容', '编号'),
        row('6月', '县财政局', '县公安局', '甲事', '1'),
      ),
    );
    expect(tasks).toEqual([['1', '甲事', '', '县公安局', '县财政局', '6月']]);
  });

  it('may have a header of two rows', async () => {
    const { tasks } = await read(
      table(
        '<tr><td rowspan="2">序号</td><td rowspan="2">任务</td><td colspan="2">责任分工</td></tr>',
        row('牵头单位', '配合单位'),
        row('1', '甲事', '县公安局', '县财政局'),
      ),
    );
    expect(tasks).toEqual([['1', '甲事', '', '县公安局', '县财政局']]);
  });

  it('may be divided under a word that only both rows say together', async () => {
    const { tasks } = await read(
      table(
        '<tr><td rowspan="2">任务</td><td colspan="2">牵头</td><td rowspan="2">备注</td></tr>',
        row('单位', '领导'),
        row('甲事', '县公安局', '张某', ''),
      ),
    );
    expect(tasks).toEqual([['', '甲事', '', '县公安局', '']]);
  });

  const DIVIDED = [
    ['县公安局', '县财政局'],
    ['县财政局', '县水利局'],
  ].map(([lead, responsible], i) => `${i + 1}\t甲事\t${lead}\t${responsible}\t无`);
  const divided = [
    ['1', '甲事', '', '县公安局', '县财政局', '无'],
    ['2', '甲事', '', '县财政局', '县水利局', '无'],
  ];

  it.each([
    ['a cell a header', '序号\t任务\t责任分工\t备注', '\t\t牵头单位\t配合单位\t'],
    [
      'a cell a column, as Excel copies merged ones',
      '序号\t任务\t责任分工\t\t备注',
      '\t\t牵头单位\t配合单位\t',
    ],
    ['the upper row saying it all', '序号\t任务\t牵头单位\t配合单位\t备注', '\t\t（一家）\t（多家）\t'],
  ])('may have a header of two rows in text: %s', async (_, upper, lower) => {
    const { tasks } = await readText(upper, lower, ...DIVIDED);
    expect(tasks).toEqual(divided);
  });

  it.each([
    ['序号\t任务\t责任分工\t备注', '\t\t牵头单位\t配合单位'],
    ['序号\t任务\t责任分工\t备注', '\t\t牵头单位\t配合单位\t\t'],
  ])('are not made of two rows of text that do not fit: %s', async (upper, lower) => {
    expect((await readText(upper, lower, ...DIVIDED)).tasks).toBeUndefined();
  });

  it('have one name, one number and one remark: what says it best, or stands first', async () => {
    const { tasks, value } = await read(
      table(
        row('序号', '编号', '整治领域', '重点任务', '牵头单位', '备注', '说明'),
        row('1', 'A1', '消防', '甲事', '县公安局', '一', '二'),
      ),
    );
    expect(tasks).toEqual([['1', '甲事', '', '县公安局', '', '一']]);
    expect(value?.tasks[0]?.extra.map(({ header, text }) => [header, text])).toEqual([
      ['编号', 'A1'],
      ['整治领域', '消防'],
      ['说明', '二'],
    ]);
  });

  it('may be several that lead, help or tell the goal', async () => {
    const { tasks } = await read(
      table(
        row('任务', '工作目标', '工作措施', '主办单位', '牵头单位', '配合单位', '责任单位'),
        row('甲事', '办好', '先办', '县公安局', '县财政局', '县水利局', '县民政局'),
      ),
    );
    expect(tasks).toEqual([['', '甲事', '办好\n先办', '县公安局、县财政局', '县水利局、县民政局']]);
  });

  it('that say what is to be done are needed', async () => {
    const { tasks, codes } = await read(table(row('序号', '牵头单位', '备注'), row('1', '县公安局', '办好')));
    expect(tasks).toBeUndefined();
    expect(codes).toEqual(['table-no-header']);
  });

  it('of units whose header does not say what they have to do are told', async () => {
    const { codes, tasks } = await read(
      table(row('序号', '任务', '牵头单位', '监管口径'), row('1', '甲事', '县公安局', '县财政局、县水利局')),
    );
    expect(codes).toEqual(['column-inferred']);
    expect(tasks?.[0]).toEqual(['1', '甲事', '', '县公安局', '县财政局、县水利局']);
  });

  it('that nobody knows are told, unless there is nothing in them', async () => {
    const rows = [
      row('序号', '任务', '牵头单位', '进展', '附图'),
      row('1', '甲事', '县公安局', '已开工', ''),
    ];
    expect((await read(table(...rows))).codes).toEqual(['column-other']);
  });
});

describe('a table with 责任单位 only', () => {
  const one = table(row('序号', '任务', '责任单位'), row('1', '甲事', '县公安局、县财政局'));

  it('says nobody leads, and that is told', async () => {
    const { tasks, codes } = await read(one);
    expect(tasks).toEqual([['1', '甲事', '', '', '县公安局、县财政局']]);
    expect(codes).toEqual(['lead-unsaid']);
  });

  it.each(['责任单位中排第一位的为牵头单位。', '排名第一的责任单位为牵头单位。', '首个责任单位为牵头部门。'])(
    'has a lead where the notice says so: %s',
    async (text) => {
      const { tasks, codes } = await read(one, text);
      expect(tasks).toEqual([['1', '甲事', '', '县公安局', '县财政局']]);
      expect(codes).toEqual(['lead-by-order']);
    },
  );

  it.each(['排名第一的责任单位负责资料报送。', '第一季度由牵头部门报送。', '第一牵头单位按月报送。'])(
    'has none where the notice says something else: %s',
    async (text) => {
      expect((await read(one, text)).tasks?.[0]?.[3]).toBe('');
    },
  );
});

describe('rows that are no task', () => {
  const HEADER = row('序号', '任务', '目标', '牵头单位');

  it('are titles above the header, sections, headers printed again, totals, notes and empty rows', async () => {
    const wide = (text: string) => `<tr><td colspan="4">${text}</td></tr>`;
    const { tasks, codes, value } = await read(
      table(
        wide('某县任务表'),
        HEADER,
        wide('一、甲类'),
        row('1', '甲事', '办好', '县公安局'),
        row('', '', '', ''),
        HEADER,
        wide('乙类工作'),
        row('2', '乙事', '办好', '县财政局'),
        row('合 计', '2项', '', ''),
        wide('注：按月报送。'),
      ),
    );
    expect(tasks).toEqual([
      ['1', '甲事', '办好', '县公安局', '', '一、甲类'],
      ['2', '乙事', '办好', '县财政局', '', '乙类工作'],
    ]);
    expect(codes).toEqual(['header-repeated', 'row-total']);
    expect(value?.ledger.unclaimed).toBe(0);
  });

  const ONE = row('1', '甲事', '办好', '县公安局');
  const TWO = row('2', '乙事', '办好', '县财政局');

  it.each([
    ['a chapter in one cell of a row', '<tr><td>一、乙类</td></tr>', '一、乙类'],
    ['a measure in its first cell, the others empty', row('（一）乙类', '', '', ''), '（一）乙类'],
    ['anything in a cell as wide as the table', '<tr><td colspan="4">乙类</td></tr>', '乙类'],
  ])('head what is below: %s', async (_, section, text) => {
    const { tasks, codes } = await read(table(HEADER, ONE, section, TWO));
    expect(tasks).toEqual([
      ['1', '甲事', '办好', '县公安局', ''],
      ['2', '乙事', '办好', '县财政局', '', text],
    ]);
    expect(codes).toEqual([]);
  });

  it.each([
    ['a note as wide as the table', '<tr><td colspan="4">备注：按月报送。</td></tr>', []],
    ['a note in one cell of a row', '<tr><td>注：按月报送。</td></tr>', []],
    ['a total under the number', row('小计：', '', '2项', ''), ['row-total']],
    ['a total under the name', row('', '共 计', '2项', ''), ['row-total']],
  ])('change nothing below: %s', async (_, other, told) => {
    const { tasks, codes } = await read(table(HEADER, ONE, other, TWO));
    expect(tasks).toEqual([
      ['1', '甲事', '办好', '县公安局', ''],
      ['2', '乙事', '办好', '县财政局', ''],
    ]);
    expect(codes).toEqual(told);
  });

  it.each([
    ['a word of totals in what is to be done', ['2', '乙事', '合计', '县财政局']],
    ['a name that begins with one', ['2', '合计数核对', '办好', '县财政局']],
  ])('are not taken for what they are not: %s', async (_, cells) => {
    const { tasks, codes } = await read(table(HEADER, ONE, row(...cells)));
    expect(tasks?.[1]).toEqual([...cells, '']);
    expect(codes).toEqual([]);
  });

  it.each([
    ['in one cell of a row', '<tr><td>乙类</td></tr>'],
    ['in a cell almost as wide as the table', '<tr><td colspan="3">乙类</td></tr>'],
  ])('head the rows below them: some words %s', async (_, odd) => {
    const { tasks, codes } = await read(table(HEADER, ONE, odd, TWO));
    expect(tasks?.map((task) => task[5])).toEqual([undefined, '乙类']);
    expect(codes).toEqual([]);
  });

  it('are told once where a header of two rows is printed again', async () => {
    const header =
      '<tr><td rowspan="2">序号</td><td rowspan="2">任务</td><td colspan="2">责任分工</td></tr>' +
      row('牵头单位', '配合单位');
    const { tasks, codes } = await read(
      table(header, row('1', '甲事', '县公安局', ''), header, row('2', '乙事', '县财政局', '')),
    );
    expect(tasks?.map(([number]) => number)).toEqual(['1', '2']);
    expect(codes).toEqual(['header-repeated']);
  });

  it('are seven titles at most, above the header', async () => {
    const titles = (count: number) => '<tr><td colspan="4">某表</td></tr>'.repeat(count);
    expect((await read(table(titles(7), HEADER, ONE))).tasks).toHaveLength(1);
    expect((await read(table(titles(8), HEADER, ONE))).tasks).toBeUndefined();
  });
});

describe('merged cells', () => {
  it('belong to all their rows and columns, without inference', async () => {
    const { tasks, codes } = await read(
      table(
        row('序号', '任务', '目标', '牵头单位', '责任单位'),
        '<tr><td>1</td><td rowspan="2">甲事</td><td>一</td><td rowspan="2">县公安局</td><td rowspan="2">县财政局</td></tr>',
        row('2', '二'),
        '<tr><td>3</td><td colspan="2">乙事</td><td colspan="2">县水利局</td></tr>',
      ),
    );
    expect(tasks).toEqual([
      ['1', '甲事', '一', '县公安局', '县财政局'],
      ['2', '甲事', '二', '县公安局', '县财政局'],
      ['3', '乙事', '乙事', '县水利局', '县水利局'],
    ]);
    expect(codes).toEqual([]);
  });

  it('that are empty stay so: nothing is taken from above', async () => {
    const { tasks, codes } = await read(
      table(
        row('序号', '任务', '目标', '牵头单位'),
        row('1', '甲事', '一', '县公安局'),
        row('2', '乙事', '二', ''),
      ),
    );
    expect(tasks?.[1]).toEqual(['2', '乙事', '二', '', '']);
    expect(codes).toEqual(['lead-blank']);
  });
});

describe('empty cells of text, where nothing tells what is merged', () => {
  const HEADER = '序号\t任务\t目标\t牵头单位\t责任单位';
  const flags = async (...rows: string[]) => {
    const { value, tasks } = await readText(HEADER, ...rows);
    return { tasks, flags: value?.tasks.map((task) => task.flags) };
  };

  it('are taken from above under the name and the lead, and that is told', async () => {
    expect(await flags('1\t甲事\t一\t县公安局\t县财政局', '2\t\t二\t\t县水利局')).toEqual({
      tasks: [
        ['1', '甲事', '一', '县公安局', '县财政局'],
        ['2', '甲事', '二', '县公安局', '县水利局'],
      ],
      flags: [[], ['name-inherited', 'lead-inherited']],
    });
  });

  it('are not taken from above where another cell says who leads', async () => {
    expect(
      await flags('1\t甲事\t一\t县公安局\t县财政局', '2\t乙事\t二\t\t县水利局牵头，县民政局配合'),
    ).toEqual({
      tasks: [
        ['1', '甲事', '一', '县公安局', '县财政局'],
        ['2', '乙事', '二', '县水利局', '县民政局'],
      ],
      flags: [[], []],
    });
  });

  it('under those who help stay empty, and that is told where the task is the one above', async () => {
    const first = '1\t甲事\t一\t县公安局\t县财政局';
    expect((await flags(first, '2\t\t二\t县水利局\t')).flags).toEqual([
      [],
      ['name-inherited', 'responsible-blank'],
    ]);
    expect((await flags(first, '2\t甲事\t二\t县水利局\t')).flags).toEqual([[], ['responsible-blank']]);
    expect((await flags(first, '2\t乙事\t二\t县水利局\t')).flags).toEqual([[], []]);
    expect((await flags(first, '2\t甲事\t二\t县水利局\t县民政局')).flags).toEqual([[], []]);
  });

  it('are not taken over the head of a section', async () => {
    expect(
      (await flags('1\t甲事\t一\t县公安局\t县财政局', '二、乙类\t\t\t\t', '2\t乙事\t二\t\t县水利局')).flags,
    ).toEqual([[], ['lead-blank']]);
  });

  it('below the name of a task ask nothing of what the name says', async () => {
    const { value } = await readText(HEADER, '1\t检查水库100座\t一\t县水利局\t', '2\t\t二\t县水利局\t');
    expect(value?.tasks.map(({ indicators }) => indicators.length)).toEqual([1, 0]);
  });
});

describe('a row whose borders somebody has moved', () => {
  it('has its cells under the headers in turn', async () => {
    const { tasks, codes } = await read(
      table(
        '<tr><td>序号</td><td colspan="2">任务</td><td>牵头单位</td></tr>',
        '<tr><td colspan="2">1</td><td>甲事</td><td>县公安局</td></tr>',
      ),
    );
    expect(tasks).toEqual([['1', '甲事', '', '县公安局', '']]);
    expect(codes).toEqual([]);
  });
});

describe('what a table has besides', () => {
  it('is told: a deadline that says no time, and a name that no unit has', async () => {
    const { codes, tasks } = await read(
      table(
        row('序号', '任务', '牵头单位', '完成时限'),
        row('1', '甲事', '县公安局', '另行通知'),
        row('2', '乙事', '张三', '6月底'),
      ),
    );
    expect(tasks?.map((cells) => cells[5])).toEqual(['另行通知', '6月底']);
    expect(codes).toEqual(expect.arrayContaining(['deadline-unread', 'unit-odd']));
    expect(codes).toHaveLength(2);
  });

  it.each([
    [['县财政局', '张某'], 'column-other'],
    [['县财政局', '县水利局', '张某'], 'column-of-units'],
  ])('is a column of units where most of its cells are: %s', async (cells, told) => {
    const { codes } = await read(
      table(
        row('序号', '任务', '牵头单位', '口径'),
        ...cells.map((cell, i) => row(String(i + 1), `${'甲乙丙'[i]}事`, '县公安局', cell)),
      ),
    );
    expect(codes).toEqual([told]);
  });
});

describe('a row that has lost a cell', () => {
  it('is kept as printed and told, though a lead would be read, and the others are read', async () => {
    const { tasks, codes, value } = await read(
      table(
        row('序号', '任务', '牵头单位', '责任单位'),
        row('1', '甲事', '县公安局', '县财政局'),
        row('2', '县水利局', '县民政局'),
      ),
    );
    expect(tasks).toEqual([['1', '甲事', '', '县公安局', '县财政局']]);
    expect(codes).toEqual(['row-cell-count']);
    expect(value?.tables[0]?.unread.map(({ cells }) => cells)).toEqual([['2', '县水利局', '县民政局']]);
  });
});

describe('a row that ends before its remark', () => {
  const read5 = (...cells: string[]) =>
    read(table(row('序号', '任务', '目标', '牵头单位', '备注'), row(...cells)));

  it('is a task where every cell is what its column wants, and that is told', async () => {
    const { tasks, codes } = await read5('1', '甲事', '办好', '县公安局');
    expect(tasks).toEqual([['1', '甲事', '办好', '县公安局', '']]);
    expect(codes).toEqual(['cell-missing']);
  });

  it.each([
    ['a number that is none', ['一', '甲事', '办好', '县公安局']],
    ['more than a number', ['1甲', '甲事', '办好', '县公安局']],
    ['something before a number', ['甲1', '甲事', '办好', '县公安局']],
    ['no unit under the units', ['1', '甲事', '县公安局', '办好']],
    ['units under the goal', ['1', '甲事', '县公安局', '县财政局']],
    ['no goal', ['1', '甲事', '', '县公安局']],
    ['no lead', ['1', '甲事', '办好', '']],
    ['a cell too many', ['1', '甲事', '办好', '县公安局', '', '某']],
  ])('is refused with %s', async (_, cells) => {
    const { tasks, codes } = await read5(...cells);
    expect(tasks).toBeUndefined();
    expect(codes).toEqual(['row-cell-count']);
  });

  it('is refused where those who are responsible are no units', async () => {
    const { tasks } = await read(
      table(row('序号', '任务', '责任单位', '备注'), row('1', '甲事', '加强监管')),
    );
    expect(tasks).toBeUndefined();
  });
});

describe('tables that a page break has parted', () => {
  const first = table(row('序号', '任务', '牵头单位'), row('1', '甲事', '县公安局'));
  const rest = table(row('2', '乙事', '县财政局'));
  const both = [
    ['1', '甲事', '', '县公安局', ''],
    ['2', '乙事', '', '县财政局', ''],
  ];

  it('are one table, and that is told', async () => {
    const { tasks, codes } = await read(first + rest);
    expect(tasks).toEqual(both);
    expect(codes).toEqual(['table-continued']);
  });

  it('may have a line of the outline between them, which heads the rest', async () => {
    const { tasks } = await read(`${first}<p>（二）乙类</p>${rest}`);
    expect(tasks).toEqual([both[0], [...(both[1] as string[]), '（二）乙类']]);
  });

  it('may have a chapter between them', async () => {
    const { tasks } = await read(`${first}<p>二、乙类</p>${rest}`);
    expect(tasks?.[1]?.at(-1)).toBe('二、乙类');
  });

  it.each(['二、乙类；丙类', '二、乙类工作要抓好。', '乙类'])(
    'may not have %s between them',
    async (text) => {
      expect((await read(`${first}<p>${text}</p>${rest}`)).codes).toEqual(['table-no-header']);
    },
  );

  it('are two where they have two columns, or another width, or another table between them', async () => {
    const narrow = table(row('任务', '牵头单位'), row('甲事', '县公安局'));
    expect((await read(narrow + table(row('乙事', '县财政局')))).codes).toEqual(['table-no-tasks']);
    expect((await read(first + table(row('2', '乙事', '县财政局', '某')))).codes).toEqual(['table-no-tasks']);
    const other = table(row('区域', '面积'), row('甲', '3公顷'));
    expect((await read(first + other + rest)).codes).toEqual(['table-no-tasks', 'table-no-tasks']);
  });

  it('may be parted between the two rows of the header', async () => {
    const upper = table('<tr><td>序号</td><td>任务</td><td>牵头单位</td><td colspan="2">其他单位</td></tr>');
    const lower = table(
      row('', '', '', '配合单位', '联系电话'),
      row('1', '甲事', '县公安局', '县财政局', '1'),
    );
    const { tasks, codes } = await read(upper + lower);
    expect(tasks).toEqual([['1', '甲事', '', '县公安局', '县财政局']]);
    expect(codes).toEqual(['table-continued', 'column-other']);
  });

  it('may be text, with a line of the outline between them', async () => {
    const { tasks, codes } = await readText(
      '序号\t任务\t牵头单位',
      '1\t甲事\t县公安局',
      '二、乙类',
      '2\t乙事\t县财政局',
      '3\t丙事\t县财政局',
    );
    expect(tasks).toEqual([
      both[0],
      [...(both[1] as string[]), '二、乙类'],
      ['3', '丙事', '', '县财政局', '', '二、乙类'],
    ]);
    expect(codes).toEqual([]);
  });

  it('are as wide as most of their rows', async () => {
    const wide = '<tr><td>乙类</td><td>乙类</td></tr>';
    const { codes } = await read(
      first + table(wide, row('2', '乙事', '县财政局'), row('3', '丙事', '县财政局')),
    );
    expect(codes).toEqual(['table-continued', 'row-cell-count']);
  });

  it('are told with what their first row says', async () => {
    const { value, diagnostics } = await readAs(
      'a.html',
      `<html><body>${HEAD}${first}<p>以下另行通知。</p>${table(row('2', '', '县财政局'))}</body></html>`,
    ).then(({ value, diagnostics }) => ({ value, diagnostics }));
    expect(value?.otherTables.map(({ isUnread }) => isUnread)).toEqual([true]);
    expect(diagnostics.map(({ code, args }) => [code, args])).toContainEqual([
      'table-no-header',
      { header: '2、空、县财政局' },
    ]);
  });

  it('are two where other text stands between them, and the second is told and not read', async () => {
    const { tasks, codes } = await read(`${first}<p>以下各项另行通知。</p>${rest}`);
    expect(tasks).toEqual([both[0]]);
    expect(codes).toEqual(['table-no-header', 'text-unclaimed']);
  });
});

describe('a table without tasks', () => {
  it('is kept whole, and told', async () => {
    const { value, codes } = await read(
      table(row('序号', '任务', '牵头单位'), row('1', '甲事', '县公安局')) +
        table(row('区域', '面积'), row('甲', '3公顷')),
    );
    expect(value?.otherTables.map(({ rows }) => rows)).toEqual([
      [
        ['区域', '面积'],
        ['甲', '3公顷'],
      ],
    ]);
    expect(codes).toEqual(['table-no-tasks']);
    expect(value?.ledger.unclaimed).toBe(0);
  });
});
