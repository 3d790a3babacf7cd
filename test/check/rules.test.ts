// Every rule, with a notice that it must tell of and one that it must not.
import { describe, expect, it } from 'vitest';
import { checkBook, parseNotice, placeText, type Registry, RULES } from '../../src/index.js';

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
    .map(({ at, message }) => {
      const found = at && 'line' in at ? lines[at.line - 1]?.slice(at.column - 1) : undefined;
      return { at: found ?? (at ? placeText(at) : ''), message };
    });
}

interface Case {
  /** What the notice must be told of: each finding's place by the text that begins there, and words of it. */
  readonly fires: readonly [Draft, readonly (readonly [at: string | RegExp, says: string])[]][];
  readonly quiet: readonly Draft[];
}

const CASES: Readonly<Record<string, Case>> = {
  'lead-missing': {
    fires: [[{ rows: [['1', '甲事', '办好。', '', '县水利局', '']] }, [[/^1\t甲事/, '“甲事”没有牵头单位']]]],
    quiet: [{}],
  },
  'lead-inferred': {
    fires: [
      [
        { rows: [ROW, ['2', '乙事', '办好。', '', '县水利局', '']] },
        [[/^\t县水利局/, '推定为上一行的“县公安局”']],
      ],
    ],
    quiet: [{ rows: [ROW, ['2', '乙事', '办好。', '县水利局', '', '']] }],
  },
  'responsible-empty': {
    fires: [[{ rows: [ROW, ['2', '', '办好。', '县公安局', '', '']] }, [[/^2\t/, '责任单位空白']]]],
    quiet: [{ rows: [ROW, ['2', '乙事', '办好。', '县公安局', '', '']] }],
  },
  'lead-and-responsible': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县水利局、县公安局', '']] },
        [[/^县公安局\t$/, '“县公安局”既是牵头单位又是责任单位']],
      ],
      [
        { rows: [['1', '甲事', '办好。', '县公安局，各乡镇（街道）', '各乡镇（街道）', '']] },
        [[/^各乡镇（街道）\t$/, '各乡镇（街道）']],
      ],
    ],
    quiet: [{}],
  },
  'unit-twice': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县水利局、县财政局、县水利局', '']] },
        [[/^县水利局\t$/, '“县水利局”写了两遍']],
      ],
    ],
    quiet: [{ rows: [['1', '甲事', '办好。', '县公安局', '县水利局、县财政局等单位', '']] }],
  },
  'unit-unknown': {
    fires: [
      [
        { registry: REGISTRY, rows: [['1', '甲事', '办好。', '县公安局', '县水力局', '']] },
        [[/^县水力局/, '是不是：县水利局']],
      ],
    ],
    quiet: [{ registry: REGISTRY }, { rows: [['1', '甲事', '办好。', '县公安局', '县水力局', '']] }],
  },
  'group-unknown': {
    fires: [
      [
        { rows: [['1', '甲事', '办好。', '县公安局', '县安委会成员单位', '']] },
        [[/^县安委会成员单位/, '涉及 1 项任务']],
      ],
    ],
    quiet: [{}, { registry: REGISTRY, rows: [['1', '甲事', '办好。', '县公安局', '各乡镇（街道）', '']] }],
  },
  'unit-only-in-body': {
    fires: [
      [
        { registry: REGISTRY, body: ['一、总则', '（一）甲事。县应急管理局要抓好甲事。'] },
        [[/^县应急管理局要抓好/, '点到“县应急管理局”']],
      ],
    ],
    quiet: [{ registry: REGISTRY, body: ['一、总则', '（一）甲事。县水利局要抓好甲事。'] }],
  },
  'goal-missing': {
    fires: [[{ rows: [['1', '甲事', '', '县公安局', '县水利局', '']] }, [[/^1\t甲事/, '没有写目标']]]],
    quiet: [
      {},
      { header: ['序号', '名称', '牵头单位', '责任单位'], rows: [['1', '甲事', '县公安局', '县水利局']] },
    ],
  },
  'indicator-conflict': {
    fires: [
      [
        { body: ['一、总则', '（一）甲事。新建应急通道92公里。'], rows: [goal('新建应急通道90公里。')] },
        [[/^90公里/, '在正文（一）写作“92公里”，在任务表第1行“甲事”写作“90公里”']],
      ],
      [
        { rows: [goal('隐患整改率达100%。'), goal('全县隐患整改率95%以上。', '2', '')] },
        [[/^95%以上/, '隐患整改率']],
      ],
    ],
    quiet: [
      {
        body: ['一、总则', '（一）甲事。新建应急通道92公里。'],
        rows: [goal('新建应急通道92公里，改造应急通道10公里。')],
      },
      { rows: [goal('培训电工，覆盖率100%。'), goal('培训焊工，覆盖率90%。', '2', '乙事')] },
      { rows: [goal('隐患整改率达100%。'), goal('隐患整改率95%以上。', '2', '乙事')] },
      {
        body: ['一、总则', '（一）甲事。新建城市公厕20座。'],
        rows: [goal('新建城市公厕15座。'), goal('新建城市公厕5座。', '2', '')],
      },
    ],
  },
  'percent-over': {
    fires: [
      [{ rows: [goal('检验率、报废率100%以上。')] }, [[/^100%以上/, '检验率、报废率']]],
      [{ rows: [goal('全县覆盖率达120%。')] }, [[/^达120%/, '达120%']]],
    ],
    quiet: [{ rows: [goal('检验率100%，合格率95%以上，产值增长120%，产量增加150%以上。')] }],
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
        [[/^100%/, '“气瓶赋码率100%”没有写明时限']],
      ],
    ],
    quiet: [
      { rows: [goal('气瓶赋码率100%。')] },
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
        [[/^充实市级/, '正文是“县级”，表里是“市级”']],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。乡镇（街道）每年至少组织1次综合应急救援演练。'],
          rows: [goal('乡镇（街道）每年至少组织2次综合应急救援演练。')],
        },
        [[/^乡镇（街道）每年/, '正文是“1次”，表里是“2次”']],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。落实安全生产定期述职报告制度。'],
          rows: [goal('落实安全生产述职报告制度。')],
        },
        [[/^落实安全/, '表里少“定期”']],
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
      [{ rows: [goal('完成系统上线，并全市推广。')] }, [[/^全市推广/, '并全市推广']]],
      [{ rows: [goal('充实市级救援力量。')] }, [[/^市级救援/, '充实市级救援力量']]],
      [{ body: ['一、总则', '（一）甲事。全省基本实现覆盖。'] }, [[/^全省基本/, '全省']]],
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
        [[/^《甲县突发事件总体应急救援/, '前面写作《甲县突发事件总体应急预案》']],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。修订《甲县突发事件总体应急预案》。'],
          rows: [goal('修订县级突发事件总体应急预案。')],
        },
        [[/^县级突发事件/, '这里写作“县级突发事件总体应急预案”']],
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
        [[/^开展城市/, '“开展城市生命线工程综合治理。”']],
      ],
      [
        {
          body: ['一、总则', '（一）甲事。落实隐患自查自报机制，隐患按期整改率达100%。'],
          rows: [goal('落实隐患自查自报机制。')],
        },
        [[/^落实隐患/, '“隐患按期整改率达100%”']],
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
    fires: [[{ body: ['一、总则', '（一）乙事。办好乙事。'] }, [[/^1\t甲事/, '“甲事”在正文里找不到']]]],
    quiet: [{}, { body: ['一、总则', '（一）甲事。大家努力。'] }],
  },
  'number-sequence': {
    fires: [
      [{ rows: [ROW, goal('办好。', '3', '乙事')] }, [[/^3\t乙事/, '“3”应为 2']]],
      [{ rows: [ROW, goal('办好。', '1', '乙事')] }, [[/^1\t乙事/, '“1”应为 2']]],
    ],
    quiet: [
      { rows: [ROW, goal('办好。', '２', '乙事')] },
      { rows: [goal('办好。', '1.1'), goal('好。', '1.3')] },
    ],
  },
  'name-inferred': {
    fires: [
      [
        { rows: [ROW, goal('办快。', '2', ''), goal('办妥。', '3', '')] },
        [[/^2\t/, '“甲事”起 2 行名称空白']],
      ],
    ],
    quiet: [{ rows: [ROW, goal('办快。', '2', '乙事')] }],
  },
  'name-repeated': {
    fires: [
      [{ rows: [ROW, goal('办快。', '2', ''), goal('办妥。', '3', '甲事')] }, [[/^3\t甲事/, '又印了一遍']]],
    ],
    quiet: [{ rows: [ROW, goal('办快。', '2', '甲事')] }],
  },
  'brackets-unbalanced': {
    fires: [
      [{ rows: [goal('办好甲事（含乙事。')] }, [[/^（含乙事/, '“（”没有成对']]],
      [{ rows: [goal('坚持”双控“机制。')] }, [[/^”双控/, '“””没有成对']]],
      [{ body: ['一、总则', '（一）甲事。落实《某办法。'] }, [[/^《某办法/, '“《”没有成对']]],
    ],
    quiet: [{ rows: [goal('1）办好“甲事（含《乙办法》)”；2）办妥。')] }],
  },
  'width-mixed': {
    fires: [
      [{ rows: [goal('甲率100%，乙率90%，丙率８０%。')] }, [[/^８０%/, '数字“８０”是全角']]],
      [{ rows: [goal('办好甲事,办妥乙事，办快丙事。')] }, [[/^,办妥/, '逗号“,”是半角']]],
    ],
    quiet: [{ rows: [goal('甲率100%，乙率90%（含丙率）：A级。')] }],
  },
};

it('every rule has its cases', () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ code }) => code).sort());
});

describe.each(RULES.map(({ code }) => code))('%s', (code) => {
  const { fires = [], quiet = [] } = CASES[code] ?? {};

  it.each(fires)('tells of %j', async (draft, expected) => {
    const found = await findings(code, draft);
    expect(found).toHaveLength(expected.length);
    for (const [i, [at, says]] of expected.entries()) {
      expect(found[i]?.at).toMatch(at);
      expect(found[i]?.message).toContain(says);
    }
  });

  it.each(quiet)('does not tell of %j', async (draft) => {
    expect(await findings(code, draft)).toEqual([]);
  });
});

describe('a rule', () => {
  it('has a title and an explanation of its own, in Chinese', () => {
    expect(new Set(RULES.map(({ title }) => title)).size).toBe(RULES.length);
    for (const { title, explanation } of RULES) {
      expect(title).toMatch(/^[\p{Script=Han}、 \d]+$/u);
      expect(explanation.length).toBeGreaterThan(20);
    }
  });
});
