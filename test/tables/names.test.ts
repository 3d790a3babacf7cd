// What a row is called and what is to be done, by the columns that a table has for it.
import { describe, expect, it } from 'vitest';
import { htmlTable, parsePage } from '../support/table-page.js';

const TITLE = '2026年重点任务表\n\n';

/** 名称 → 目标, and other columns in brackets. */
async function read(above: string, rows: readonly string[], notes = '') {
  const { value } = await parsePage(`${TITLE}${above}\n\n${htmlTable(...rows)}\n\n${notes}`);
  return (value?.tasks ?? []).map(({ name, goal, lead, section, schedule, extra }) => {
    const others = [...schedule, ...extra].map(({ header, text }) => `${header}=${text}`);
    const more = [section, ...lead.map(({ text }) => `${text}牵头`), ...others].filter((each) => each !== '');
    return `${name} → ${goal.replaceAll('\n', ' / ')}${more.length > 0 ? ` [${more.join('；')}]` : ''}`;
  });
}

describe('what a row is called', () => {
  it.each<[string, string[], string[]]>([
    [
      'one column says all, whatever heads it',
      ['序号｜工作内容｜责任单位', '1｜完成46个部门联网。上半年投用｜县信息办', '2｜召开会议｜县府办'],
      ['完成46个部门联网 → 上半年投用', '召开会议 → '],
    ],
    [
      'two columns of aims: the first',
      ['整治重点｜整治内容｜责任单位', '遗体管理｜规范外包｜县民政局', '散埋乱葬｜整治坟墓230座｜县林业局'],
      ['遗体管理 → 规范外包', '散埋乱葬 → 整治坟墓230座'],
    ],
    [
      'a focus that is printed again, before tasks: it is wider',
      [
        '序号｜整治重点｜整治任务｜责任单位',
        '1｜违规占地｜清理占地建房12处｜县自然资源局',
        '2｜违规占地｜复垦土地300亩｜县农业农村局',
        '3｜环境污染｜整治排污口8个｜县生态环境局',
      ],
      [
        '清理占地建房12处 →  [整治重点=违规占地]',
        '复垦土地300亩 →  [整治重点=违规占地]',
        '整治排污口8个 →  [整治重点=环境污染]',
      ],
    ],
    [
      'a focus that is printed again, before tasks and measures',
      [
        '整治重点｜整治任务｜具体措施｜责任单位',
        '违规占地｜占地建房｜清理12处｜县自然资源局',
        '违规占地｜土地撂荒｜复垦300亩｜县农业农村局',
      ],
      ['占地建房 → 清理12处 [整治重点=违规占地]', '土地撂荒 → 复垦300亩 [整治重点=违规占地]'],
    ],
    [
      'a measure before what it means',
      [
        '改革举措｜工作内容｜责任单位',
        '公车改革｜取消车辆142辆｜县发改局',
        '户籍改革｜取消性质区分｜县公安局',
      ],
      ['公车改革 → 取消车辆142辆', '户籍改革 → 取消性质区分'],
    ],
    [
      'a name before the stop, under a wider word',
      [
        '重点任务｜序号｜工作措施｜责任单位',
        '严厉打击^2｜1｜破案攻坚。集群战役4次。｜县公安局',
        '2｜资金查控。响应时间15分钟以内。｜县公安局',
        '行业治理^2｜3｜源头治理。清理1.1万张。｜县工信局',
        '4｜信息清理。集中清理链接。｜县网信办',
      ],
      [
        '破案攻坚 → 集群战役4次。 [重点任务=严厉打击]',
        '资金查控 → 响应时间15分钟以内。 [重点任务=严厉打击]',
        '源头治理 → 清理1.1万张。 [重点任务=行业治理]',
        '信息清理 → 集中清理链接。 [重点任务=行业治理]',
      ],
    ],
    [
      'an aim that every row divides into a name and a figure',
      ['项目｜目标×2｜责任单位', '就业工程^2｜新增就业｜1450人｜县人社局', '公益岗位｜380个｜县人社局'],
      ['新增就业 → 1450人 [项目=就业工程]', '公益岗位 → 380个 [项目=就业工程]'],
    ],
    [
      'aims over several rows are wider where another follows',
      [
        '工作目标｜工作任务｜工作标准｜责任单位',
        '一网通办^2｜事项进驻｜网办率98%｜县数据局',
        '好评差评｜好评率99%｜县数据局',
      ],
      ['事项进驻 → 网办率98% [工作目标=一网通办]', '好评差评 → 好评率99% [工作目标=一网通办]'],
    ],
    [
      'where hidden dangers stand beside what they are of',
      ['学校名称｜存在的隐患｜整治要求｜责任单位', '县一中｜通道堵塞｜打通通道｜县教育局'],
      ['县一中 → 打通通道 [存在的隐患=通道堵塞]'],
    ],
    [
      'a code on a line above it is its number',
      [
        '测评内容｜测评标准｜责任单位',
        'Ⅲ-8<br>法制宣传｜覆盖率95%｜县司法局',
        'Ⅲ-9<br>权益｜办证率100%｜县民政局',
      ],
      ['法制宣传 → 覆盖率95%', '权益 → 办证率100%'],
    ],
    [
      'what is scored beside a project that covers several',
      [
        '项目｜考评内容｜分值｜责任单位｜台账要求',
        '组织领导^2｜议军会议2次｜4｜县委办｜会议纪要',
        '经费列入预算｜5｜县财政局｜预算批复',
      ],
      [
        '议军会议2次 →  [项目=组织领导；台账要求=会议纪要]',
        '经费列入预算 →  [项目=组织领导；台账要求=预算批复]',
      ],
    ],
    [
      'figures below 目标任务, with what they are of',
      [
        '组别^2｜牵头单位^2｜目标任务×2',
        '到位资金（亿元）｜签约项目（个）',
        '第一组｜县工信局｜35｜8',
        '第二组｜县商务局｜12｜4',
      ],
      [
        '第一组 → 目标任务·到位资金：35亿元 / 目标任务·签约项目：8个 [县工信局牵头]',
        '第二组 → 目标任务·到位资金：12亿元 / 目标任务·签约项目：4个 [县商务局牵头]',
      ],
    ],
    [
      'goals of several years, each with its year',
      ['任务｜2025年目标｜2026年目标｜责任单位', '电梯更新｜更新50台电梯｜更新60台电梯｜县住建局'],
      ['电梯更新 → 2025年目标：更新50台电梯 / 2026年目标：更新60台电梯'],
    ],
    [
      '— of one year is no goal',
      [
        '任务^2｜年度目标×3｜责任单位^2',
        '2025年｜2026年｜2027年',
        '整改率｜95%｜98%｜—｜县应急局',
        '覆盖率｜80%｜90%｜100%｜县消防队',
      ],
      [
        '整改率 → 年度目标·2025年：95% / 年度目标·2026年：98%',
        '覆盖率 → 年度目标·2025年：80% / 年度目标·2026年：90% / 年度目标·2027年：100%',
      ],
    ],
    [
      'how much each has to reach in all',
      ['任务｜计量单位｜任务总数｜枫桥镇｜金滩镇', '改厕｜户｜930｜530｜400', '造林｜亩｜1200｜700｜500'],
      [
        '改厕 → 930户 [计量单位=户；枫桥镇=530；金滩镇=400]',
        '造林 → 1200亩 [计量单位=亩；枫桥镇=700；金滩镇=500]',
      ],
    ],
    [
      'points that say how much are what is to be done',
      ['考核内容｜考核要点｜责任单位', '依法行政^2｜败诉率低于5%｜县司法局', '备案率100%｜县司法局'],
      ['依法行政 → 败诉率低于5%', '依法行政 → 备案率100%'],
    ],
    [
      'figures of the task are no name',
      ['工作任务｜量化指标｜责任单位', '农村改厕｜改造1800座｜县农业局', '垃圾分类｜覆盖率90%｜县城管局'],
      ['农村改厕 → 改造1800座', '垃圾分类 → 覆盖率90%'],
    ],
    [
      'how things are is no aim',
      [
        '反馈问题｜具体表现｜整改任务｜责任单位',
        '推进缓慢｜3个项目超期｜倒排工期｜县交通局',
        '资金闲置｜沉淀860万元｜统筹收回｜县财政局',
      ],
      [
        '倒排工期 →  [反馈问题=推进缓慢；具体表现=3个项目超期]',
        '统筹收回 →  [反馈问题=资金闲置；具体表现=沉淀860万元]',
      ],
    ],
  ])('%s', async (_, rows, expected) => expect(await read('', rows)).toEqual(expected));
});

describe('headers in two rows', () => {
  it('give years below an aim its meaning, and say both words', async () => {
    expect(
      await read('', ['任务^2｜年度目标×2｜责任单位^2', '2025年｜2026年', '社区食堂｜8个｜12个｜县民政局']),
    ).toEqual(['社区食堂 → 年度目标·2025年：8个 / 年度目标·2026年：12个']);
  });

  it('say both words of parts of a year', async () => {
    expect(
      await read('', [
        '任务^2｜进度安排×2｜责任单位^2',
        '上半年｜下半年',
        '盲道整治｜完成20公里｜全部完成｜县城管局',
      ]),
    ).toEqual(['盲道整治 →  [进度安排·上半年=完成20公里；进度安排·下半年=全部完成]']);
  });
});

describe('units of figures above a table', () => {
  const rows = ['乡镇｜成片造林｜四旁植树', '石岭镇｜1800｜10', '大圩镇｜1200｜9'];
  it.each([
    ['单位：亩、万株', '成片造林：1800亩 / 四旁植树：10万株'],
    ['（面积：亩）', '成片造林：1800亩 / 四旁植树：10亩'],
    ['单位：元', '成片造林：1800 / 四旁植树：10'],
  ])('%s', async (above, goal) => expect((await read(above, rows))[0]).toBe(`2026年重点任务 → ${goal}`));
});

describe('sections and notes', () => {
  it('a row with a number in words, a title and sums heads those below it', async () => {
    expect(
      await read('', [
        '序号｜项目名称｜建设内容｜总投资（万元）｜责任单位',
        '一｜农业项目｜｜3200｜',
        '1｜农田｜4万亩｜3200｜县农业局',
      ]),
    ).toEqual(['农田 → 4万亩 [一 农业项目]']);
  });

  it('a note tells who leads the first rows', async () => {
    const rows = ['序号｜任务｜责任单位', '1｜甲事｜县农业局', '2｜乙事｜县教育局', '3｜丙事｜县林业局'];
    expect(await read('', rows, '注：前2项由县卫健局牵头，第3项由县财政局牵头。')).toEqual([
      '甲事 →  [县卫健局牵头]',
      '乙事 →  [县卫健局牵头]',
      '丙事 →  [县财政局牵头]',
    ]);
  });
});

it('a category printed once stands for the rows with blanks below it', async () => {
  const rows = [
    '类别\t序号\t任务\t责任单位',
    '助残\t1\t甲事\t县残联',
    '\t2\t乙事\t县残联',
    '救助\t3\t丙事\t县民政局',
  ];
  const { value } = await parsePage(`${TITLE}${rows.join('\n')}`, 'notice.txt');
  expect(value?.tasks.map(({ extra }) => extra.map(({ text }) => text))).toEqual([
    ['助残'],
    ['助残'],
    ['救助'],
  ]);
});
