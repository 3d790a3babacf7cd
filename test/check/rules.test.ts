// Every rule, with a notice that it must tell of and one that it must not.
import { describe, expect, it } from 'vitest';
import {
  type ArgsOf,
  checkBook,
  parseNotice,
  placeText,
  type Registry,
  RULES,
  type RuleCode,
} from '../../src/index.js';

const HEADER = ['序号', '名称', '2026年目标', '牵头单位', '责任单位', '备注'];
const REGISTRY: Registry = {
  district: { name: '某市甲县', short: '甲县', mark: '县' },
  units: [
    { name: '县公安局', kind: 'department' },
    { name: '县水利局', kind: 'department' },
    { name: '县应急管理局', kind: 'department' },
    { name: '红岩镇', kind: 'township' },
  ],
};

interface Draft {
  readonly title?: string;
  readonly document?: string;
  readonly body?: readonly string[];
  readonly header?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly registry?: Registry;
}

/** A row that no rule has anything to say of. */
const ROW = ['1', '甲事', '办好甲事。', '县公安局', '县水利局', ''];
/** How a finding speaks of a row; its id is not for a person to know. */
const row = (number: string, name: string): ArgsOf<'goal-missing'>['task'] => ({
  kind: 'row',
  id: expect.stringMatching(/^T/) as string,
  tableNumber: null,
  table: '任务表',
  number,
  name,
});
const goal = (text: string, number = '1', name = '甲事') => [number, name, text, '县公安局', '县水利局', ''];

async function findings(
  code: string,
  { title, document, body = [], header = HEADER, rows = [ROW], registry }: Draft,
) {
  const lines = [
    title ?? '某市甲县人民政府关于印发2026年工作要点的通知',
    '各乡镇人民政府，县级各部门：',
    '现印发给你们。',
    '某市甲县人民政府',
    '2026年1月5日',
    document ?? '2026年工作要点',
    ...body,
    '附件',
    '任务表',
    header.join('\t'),
    ...rows.map((row) => row.join('\t')),
  ];
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const { value, diagnostics } = await parseNotice(bytes, { name: 'a.txt', registry });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return checkBook(value)
    .filter((finding) => finding.code === code)
    .map(({ at, args }) => {
      const found = at && 'line' in at ? lines[at.line - 1]?.slice(at.column - 1) : undefined;
      return { at: found ?? (at ? placeText(at) : ''), args };
    });
}

interface Case<C extends RuleCode> {
  /** What must be found: each finding's place by the text that begins there, and what it is about. */
  readonly fires: readonly [Draft, readonly (readonly [at: RegExp, args: Partial<ArgsOf<C>>])[]][];
  readonly quiet: readonly Draft[];
}

const CASES: { readonly [C in RuleCode]: Case<C> } = {
  'lead-missing': {
    fires: [
      [{ rows: [['1', '甲事', '办好。', '', '县水利局', '']] }, [[/^1\t甲事/, { task: row('1', '甲事') }]]],
    ],
    quiet: [
      {},
      // Several of whom a sentence says what they do have it together.
      {
        rows: [],
        header: ['甲', '乙', '丙', '丁', '戊', '己'],
        body: [
          '一、任务',
          '1.修渠。由县公安局牵头。',
          '2.架桥。由县公安局牵头。',
          '3.育苗。由县公安局牵头。',
          '4.排查。县公安局、县水利局负责排查隐患。',
        ],
      },
    ],
  },
  'lead-inferred': {
    fires: [
      [
        { rows: [ROW, ['2', '乙事', '办好。', '', '县水利局', '']] },
        [[/^\t县水利局/, { task: row('2', '乙事'), leads: ['县公安局'] }]],
      ],
    ],
    quiet: [{ rows: [ROW, ['2', '乙事', '办好。', '县水利局', '', '']] }],
  },
  'responsible-empty': {
    fires: [
      [{ rows: [ROW, ['2', '', '办好。', '县公安局', '', '']] }, [[/^\t$/, { task: row('2', '甲事') }]]],
    ],
    quiet: [{ rows: [ROW, ['2', '乙事', '办好。', '县公安局', '', '']] }],
  },
  'lead-and-responsible': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县水利局、县公安局', '']] },
        [[/^县公安局\t$/, { task: row('1', '甲事'), name: '县公安局' }]],
      ],
      [
        { rows: [['1', '甲事', '办好。', '县公安局，各乡镇（街道）', '各乡镇（街道）', '']] },
        [[/^各乡镇（街道）\t$/, { name: '各乡镇（街道）' }]],
      ],
    ],
    quiet: [{}],
  },
  'unit-twice': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县水利局、县财政局、县水利局', '']] },
        [[/^县水利局\t$/, { task: row('1', '甲事'), name: '县水利局' }]],
      ],
    ],
    quiet: [{ rows: [['1', '甲事', '办好。', '县公安局', '县水利局、县财政局等单位', '']] }],
  },
  'unit-unknown': {
    fires: [
      [
        { registry: REGISTRY, rows: [['1', '甲事', '办好。', '县公安局', '县水力局', '']] },
        [[/^县水力局/, { name: '县水力局', nearest: ['县水利局', '县公安局'] }]],
      ],
    ],
    quiet: [{ registry: REGISTRY }, { rows: [['1', '甲事', '办好。', '县公安局', '县水力局', '']] }],
  },
  'unit-misspelt': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县生态环竟局', '']] },
        [[/^县生态环竟局/, { name: '县生态环竟局', nearest: ['县生态环境局'] }]],
      ],
    ],
    quiet: [
      { rows: [['1', '甲事', '办好。', '县公安局', '县生态环境局', '']] },
      {
        registry: { units: [{ name: '县生态环竟局', kind: 'department' }] },
        rows: [['1', '甲事', '办好。', '县公安局', '县生态环竟局', '']],
      },
    ],
  },
  'group-unknown': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县安委会成员单位', '']] },
        [[/^县安委会成员单位/, { name: '县安委会成员单位', tasks: 1 }]],
      ],
    ],
    quiet: [{}, { registry: REGISTRY, rows: [['1', '甲事', '办好。', '县公安局', '各乡镇（街道）', '']] }],
  },
  'unit-only-in-body': {
    fires: [
      [
        { registry: REGISTRY, body: ['一、总则', '（一）甲事。县应急管理局要抓好甲事。'] },
        [[/^县应急管理局要抓好/, { measure: '（一）', name: '县应急管理局' }]],
      ],
    ],
    quiet: [{ registry: REGISTRY, body: ['一、总则', '（一）甲事。县水利局要抓好甲事。'] }],
  },
  'goal-missing': {
    fires: [
      [{ rows: [['1', '甲事', '', '县公安局', '县水利局', '']] }, [[/^1\t甲事/, { task: row('1', '甲事') }]]],
    ],
    quiet: [
      {},
      { header: ['序号', '名称', '牵头单位', '责任单位'], rows: [['1', '甲事', '县公安局', '县水利局']] },
      { header: ['序号', '工作内容', '牵头单位', '责任单位'], rows: [['1', '甲事', '县公安局', '县水利局']] },
      {
        header: ['项目', '考评内容', '分值', '主责单位', '协同单位'],
        rows: [['组织领导', '专题会议每年不少于2次', '4', '县公安局', '县水利局']],
      },
    ],
  },
  'indicator-conflict': {
    fires: [
      [
        { body: ['一、总则', '（一）甲事。新建应急通道92公里。'], rows: [goal('新建应急通道90公里。')] },
        [
          [
            /^90公里/,
            {
              earlier: '92公里',
              earlierIn: { kind: 'measure', id: '一（一）', number: '（一）' },
              later: '90公里',
              laterIn: row('1', '甲事'),
            },
          ],
        ],
      ],
      [
        { rows: [goal('隐患整改率达100%。'), goal('全县隐患整改率95%以上。', '2', '')] },
        [[/^95%以上/, { subject: '隐患整改率', earlier: '达100%', later: '95%以上' }]],
      ],
    ],
    quiet: [
      {
        body: ['一、总则', '（一）甲事。新建应急通道92公里。'],
        rows: [goal('新建应急通道92公里，改造应急通道10公里。')],
      },
      { rows: [goal('培训电工，覆盖率100%。'), goal('培训焊工，覆盖率90%。', '2', '乙事')] },
      { rows: [goal('隐患整改率达100%。'), goal('隐患整改率95%以上。', '2', '乙事')] },
      { rows: [goal('2024年隐患整改率95%，2025年隐患整改率98%。')] },
      {
        body: ['一、总则', '（一）甲事。新建城市公厕20座。'],
        rows: [goal('新建城市公厕15座。'), goal('新建城市公厕5座。', '2', '')],
      },
    ],
  },
  'percent-over': {
    fires: [
      [
        { rows: [goal('检验率、报废率100%以上。')] },
        [[/^100%以上/, { rate: '100%以上', subjects: ['检验率', '报废率'] }]],
      ],
      [{ rows: [goal('全县覆盖率达120%。')] }, [[/^达120%/, { rate: '达120%' }]]],
    ],
    quiet: [
      { rows: [goal('运力储备不少于高峰需求的110%。')] },
      { rows: [goal('检验率100%，合格率95%以上，产值增长120%，产量增加150%以上。')] },
    ],
  },
  'rate-without-deadline': {
    fires: [
      [
        {
          title: '某市甲县人民政府关于印发任务表的通知',
          document: '任务清单',
          header: ['序号', '名称', '目标', '牵头单位', '责任单位', '备注'],
          rows: [goal('气瓶赋码率100%。')],
        },
        [[/^100%/, { task: row('1', '甲事'), subject: '气瓶赋码率', rate: '100%' }]],
      ],
    ],
    quiet: [
      { rows: [goal('气瓶赋码率100%。')] },
      {
        // They hold at any time.
        title: '某市甲县人民政府关于印发任务表的通知',
        document: '任务清单',
        header: ['序号', '名称', '目标', '牵头单位', '责任单位', '备注'],
        rows: ['投诉办结率98%。', '就业率稳定在85%以上。', '水质检测合格率达到95%。'].map((text, i) =>
          goal(text, String(i + 1), `事${i}`),
        ),
      },
      {
        title: '某市甲县人民政府关于印发创建卫生城市测评任务表的通知',
        document: '任务清单',
        header: ['序号', '名称', '目标', '牵头单位', '责任单位', '备注'],
        rows: [goal('宣传覆盖率100%。')],
      },
      {
        title: '某市甲县人民政府关于印发任务表的通知',
        document: '任务清单',
        header: ['序号', '名称', '目标', '牵头单位', '责任单位', '备注'],
        rows: [goal('6月底前气瓶赋码率达100%。'), goal('新建消防站2座。', '2', '乙事')],
      },
    ],
  },
  'body-differs': {
    fires: [
      [
        {
          body: ['一、总则', '（一）甲事。完善救援物资调度清单，充实县级及社会救援力量。'],
          rows: [goal('完善救援物资调度清单，充实市级及社会救援力量。')],
        },
        [
          [
            /^充实市级/,
            { measure: '（一）', swapped: false, differences: [{ from: '县', to: '市', next: '级' }] },
          ],
        ],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。乡镇（街道）每年至少组织1次综合应急救援演练。'],
          rows: [goal('乡镇（街道）每年至少组织2次综合应急救援演练。')],
        },
        [[/^乡镇（街道）每年/, { differences: [{ from: '1', to: '2', next: '次' }] }]],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。落实安全生产定期述职报告制度。'],
          rows: [goal('落实安全生产述职报告制度。')],
        },
        [[/^落实安全/, { differences: [{ from: '定期', to: '', next: '述' }] }]],
      ],
    ],
    quiet: [
      {
        body: ['一、总则', '（一）甲事。完成红岩镇护岸等8处水毁工程修复。整治修复拦山堰。'],
        rows: [goal('完成红岩镇护岸、大坝乡护岸等8处城市水毁工程修复。整治修复拦山堰300米。')],
      },
      {
        registry: REGISTRY,
        body: ['一、总则', '（一）甲事。县水利局要推动建立河流上下游应急联动机制。'],
        rows: [goal('建立河流上下游应急联动机制。')],
      },
    ],
  },
  'level-mixed': {
    fires: [
      [{ rows: [goal('完成系统上线，并全市推广。')] }, [[/^全市推广/, { excerpt: '并全市推广' }]]],
      [{ rows: [goal('充实市级救援力量。')] }, [[/^市级救援/, { excerpt: '充实市级救援力量' }]]],
      [
        { body: ['一、总则', '（一）甲事。全省基本实现覆盖。'] },
        [[/^全省基本/, { excerpt: '全省基本实现覆盖' }]],
      ],
    ],
    quiet: [
      {
        rows: [
          goal('配合全市建立数据库，按照市级要求上报，承接市上应用，争创全市先进。'),
          goal('明晰市级重点项目边界，数据接入市级系统，全县推广，加强县级力量。', '2', '乙事'),
          goal('完全市场化运作，保障食品安全市场秩序。', '3', '丙事'),
        ],
      },
    ],
  },
  'document-names': {
    fires: [
      [
        {
          body: ['一、总则', '（一）甲事。修订《甲县突发事件总体应急预案》。'],
          rows: [goal('修订《甲县突发事件总体应急救援预案》。')],
        },
        [
          [
            /^《甲县突发事件总体应急救援/,
            {
              title: '甲县突发事件总体应急预案',
              here: '甲县突发事件总体应急救援预案',
              marked: true,
            },
          ],
        ],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。修订《甲县突发事件总体应急预案》。'],
          rows: [goal('修订县级突发事件总体应急预案。')],
        },
        [
          [
            /^县级突发事件/,
            {
              title: '甲县突发事件总体应急预案',
              here: '县级突发事件总体应急预案',
              marked: false,
            },
          ],
        ],
      ],
    ],
    quiet: [
      {
        body: [
          '一、总则',
          '（一）甲事。修订《甲县突发事件总体应急预案》，印发《甲县突发事件信息报告办法》。',
        ],
        rows: [goal('修订《甲县突发事件总体应急预案》，落实《清单》。')],
      },
      {
        body: [
          '一、总则',
          '（一）甲事。落实《某市突发事件总体应急预案》，修订《甲县突发事件总体应急预案》。',
        ],
        rows: [
          goal('衔接市级突发事件总体应急预案。'),
          goal('落实《甲县2025年防汛工作方案》《甲县2026年防汛工作方案》。', '2', '乙事'),
        ],
      },
    ],
  },
  'sentence-without-task': {
    fires: [
      [
        { body: ['一、总则', '（一）甲事。办好甲事。开展城市生命线工程综合治理。'] },
        [[/^开展城市/, { measure: '（一）', text: '开展城市生命线工程综合治理。', part: 'sentence' }]],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。落实隐患自查自报机制，隐患按期整改率达100%。'],
          rows: [goal('落实隐患自查自报机制。')],
        },
        [[/^隐患按期整改率/, { text: '隐患按期整改率达100%', part: 'figure' }]],
      ],
    ],
    quiet: [
      {
        body: ['一、总则', '（一）甲事。开展城市生命线工程综合治理，提升治理水平。'],
        rows: [goal('开展城市生命线工程综合治理。')],
      },
    ],
  },
  'task-without-measure': {
    fires: [[{ body: ['一、总则', '（一）乙事。办好乙事。'] }, [[/^1\t甲事/, { task: row('1', '甲事') }]]]],
    quiet: [{}, { body: ['一、总则', '（一）甲事。大家努力。'] }],
  },
  'number-sequence': {
    fires: [
      [{ rows: [ROW, goal('办好。', '3', '乙事')] }, [[/^3\t乙事/, { number: '3', expected: 2, last: 1 }]]],
      [{ rows: [ROW, goal('办好。', '1', '乙事')] }, [[/^1\t乙事/, { number: '1', expected: 2, last: 1 }]]],
    ],
    quiet: [
      { rows: [ROW, goal('办好。', '２', '乙事')] },
      { rows: [goal('办好。', '1.1'), goal('好。', '1.3')] },
      // The rest of a longer list.
      { rows: [goal('办好。', '108'), goal('办好。', '109', '乙事')] },
      // A row without a number counts.
      { rows: [ROW, goal('办好。', '', '乙事'), goal('办好。', '3', '丙事')] },
      // An extract of a longer list.
      { rows: ['9', '21', '38', '54', '80'].map((number) => goal('办好。', number, `事${number}`)) },
    ],
  },
  'name-inferred': {
    fires: [
      [
        { rows: [ROW, goal('办快。', '2', ''), goal('办妥。', '3', '')] },
        [[/^\t办快/, { task: row('2', '甲事'), rows: 2 }]],
      ],
    ],
    quiet: [{ rows: [ROW, goal('办快。', '2', '乙事')] }],
  },
  'name-repeated': {
    fires: [
      [
        { rows: [ROW, goal('办快。', '2', ''), goal('办妥。', '3', '甲事')] },
        [[/^3\t甲事/, { task: row('3', '甲事') }]],
      ],
    ],
    quiet: [{ rows: [ROW, goal('办快。', '2', '甲事')] }],
  },
  'brackets-unbalanced': {
    fires: [
      [{ rows: [goal('办好甲事（含乙事。')] }, [[/^（含乙事/, { mark: '（', around: '办好甲事（含乙事。' }]]],
      [{ rows: [goal('坚持”双控“机制。')] }, [[/^”双控/, { mark: '”' }]]],
      [{ body: ['一、总则', '（一）甲事。落实《某办法。'] }, [[/^《某办法/, { mark: '《' }]]],
    ],
    quiet: [
      { rows: [goal('1）办好“甲事（含《乙办法》)”；2）办妥。')] },
      { body: ['一、总则', '（一）甲事。〔县公安局牵头；', '县水利局配合〕'] },
    ],
  },
  'width-mixed': {
    fires: [
      [
        { rows: [goal('甲率100%，乙率90%，丙率８０%。')] },
        [[/^８０%/, { sign: 'digit', found: '８０', width: 'full' }]],
      ],
      [
        { rows: [goal('办好甲事,办妥乙事，办快丙事。')] },
        [[/^,办妥/, { sign: 'comma', found: ',', width: 'half' }]],
      ],
    ],
    quiet: [{ rows: [goal('甲率100%，乙率90%（含丙率）：A级。')] }],
  },
};

it('every rule has its cases', () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ code }) => code).sort());
});

describe.each(RULES.map(({ code }) => code))('%s', (code) => {
  const { fires, quiet }: Case<RuleCode> = CASES[code];

  it.each(fires)('tells of %j', async (draft, expected) => {
    const found = await findings(code, draft);
    expect(found).toHaveLength(expected.length);
    for (const [i, [at, args]] of expected.entries()) {
      expect(found[i]?.at).toMatch(at);
      expect(found[i]?.args).toMatchObject(args);
    }
  });

  it.each(quiet)('does not tell of %j', async (draft) => {
    expect(await findings(code, draft)).toEqual([]);
  });
});
