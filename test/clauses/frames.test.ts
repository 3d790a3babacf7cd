// Where a paragraph says who does it, and what else it says there: as a reader of the paragraph would take it.
import { describe, expect, it } from 'vitest';
import { clausesIn } from '../../src/clauses/frames/index.js';
import { lexiconOf } from '../../src/units/index.js';

/** Who, by when, and the clause itself. */
const read = (text: string) =>
  clausesIn(text, lexiconOf({})).map(({ start, end, parts }) => {
    const said = (kind: 'who' | 'rule') =>
      parts.flatMap((part) => (part.kind === kind ? [text.slice(part.start, part.end)] : [])).join('|');
    const times = parts.flatMap((part) =>
      part.kind === 'time' ? [text.slice(part.said.start, part.said.end)] : [],
    );
    return [said('who'), times.join('|'), text.slice(start, end)];
  });

describe('a clause in brackets', () => {
  it.each([
    ['区水利局牵头，区财政局配合', ''],
    ['责任单位：区水利局', ''],
    ['责任单位：区水利局', '；完成时限：2026年10月底', '2026年10月底'],
    ['责任单位：区水利局', '；办结时间要求：第三季度', '第三季度'],
    ['牵头单位：区水利局', '，6月底前完成', '6月底前完成'],
    ['牵头单位：区水利局', '。年底前', '年底前'],
    ['牵头单位：区水利局', '，六月底前完成', '六月底前完成'],
    ['牵头单位：区水利局', '，１２月底前完成', '１２月底前完成'],
    ['牵头单位：区水利局', '；完成时限：二〇二六年十月底', '二〇二六年十月底'],
    ['牵头单位：区水利局', '，春节前', '春节前'],
    ['区水利局主办，区财政局协办', ''],
    ['区水利局负责，区财政局承办', ''],
    ['责任单位：区水利局', '；长期坚持', '长期坚持'],
    ['责任单位：区水利局', '，下同'],
    ['责任单位：区水利局', '，排在第一位的为牵头单位，下同'],
    ['责任单位：区水利局', '；首位单位牵头', ''],
    ['区水利局牵头', '，每年8月举办', '每年8月举办'],
    ['区水利局牵头', '，每年12月底前完成', '每年12月底前完成'],
    ['区水利局牵头', '，每月报送', '每月报送'],
    ['区水利局牵头', '，按季度通报', '按季度通报'],
    ['区水利局牵头', '，三年内完成', '三年内完成'],
    ['区水利局牵头', '，“十四五”期间完成', '“十四五”期间完成'],
    ['区水利局牵头', '，已完成', '已完成'],
    ['区水利局牵头', '，近期启动', '近期启动'],
    ['责任单位：区水利局', '；整改时限：已完成，持续巩固', '已完成，持续巩固'],
    ['各乡镇（街道）牵头', ''],
    ['牵头单位：区水利局（区河长办）', ''],
  ])('says who, and may say by when: %s%s', (who, more, deadline = '') => {
    const clause = `（${who}${more}）`;
    expect(read(`加强巡查。${clause}`)).toEqual([[who, deadline, clause]]);
  });

  it.each([
    ['(责任单位:区水利局)', '责任单位:区水利局'],
    ['（责任单位：区水利局）。', '责任单位：区水利局'],
    ['（责任单位：区水利局）；', '责任单位：区水利局'],
    ['〔区水利局牵头〕', '区水利局牵头'],
    ['［区水利局牵头］', '区水利局牵头'],
    ['[区水利局牵头]', '区水利局牵头'],
    ['【区水利局牵头】。', '区水利局牵头'],
    ['〔区水利局（区河长办）牵头〕', '区水利局（区河长办）牵头'],
    ['(区水利局牵头）', '区水利局牵头'],
  ])('may be of any kind and width, and have its full stop behind it: %s', (clause, who) => {
    expect(read(`加强巡查。${clause}`)).toEqual([[who, '', clause]]);
  });

  it.each([
    ['6月底完成，', '牵头单位：区水利局', '6月底完成'],
    ['5月底取得明显成效并持续推进；', '区水利局牵头', '5月底取得明显成效并持续推进'],
    ['持续优化，', '责任单位：区水利局', '持续优化'],
  ])('may say by when first: %s%s', (before, who, deadline) => {
    const clause = `（${before}${who}）`;
    expect(read(`加强巡查。${clause}`)).toEqual([[who, deadline, clause]]);
  });

  it('may be a last one that nobody has closed', () => {
    expect(read('加强巡查（含水库）。（责任单位：区水利局（区河长办）、区财政局')).toEqual([
      ['责任单位：区水利局（区河长办）、区财政局', '', '（责任单位：区水利局（区河长办）、区财政局'],
    ]);
    expect(read('加强巡查（区水利局牵头，对病险水库开展排查，做好治理')).toEqual([]);
  });

  it('may be names alone behind a point of a sentence, and before the first', () => {
    const text = '修渠。（区水利局）一是清淤（区城管局、区财政局）；二是护坡（区林业局）。';
    expect(read(text).map(([who]) => who)).toEqual(['区水利局', '区城管局、区财政局', '区林业局']);
    expect(read('修渠。一是建设示范点（白马镇、江口镇）；二是育种（三个品种）。')).toEqual([]);
  });

  it('may stand before the full stop', () => {
    expect(read('每月抽查不少于20家【责任单位：区水利局】。')).toEqual([
      ['责任单位：区水利局', '', '【责任单位：区水利局】。'],
    ]);
  });

  it('may be one of several, each after what it is of', () => {
    expect(read('查甲。（区水利局牵头）查乙。（区财政局牵头） ')).toEqual([
      ['区水利局牵头', '', '（区水利局牵头）'],
      ['区财政局牵头', '', '（区财政局牵头）'],
    ]);
  });

  it('may be names alone where it closes a paragraph, after a sentence', () => {
    expect(read('加强巡查。（区水利局、区财政局）')).toEqual([
      ['区水利局、区财政局', '', '（区水利局、区财政局）'],
    ]);
    expect(read('加强巡查！（区水利局，下同）')).toEqual([['区水利局', '', '（区水利局，下同）']]);
  });

  it('may be names alone behind each sentence where a clause closes the paragraph', () => {
    const who = (text: string) => read(text).map(([each]) => each);
    expect(who('建成平台。（市卫生局、经信委）推广居民卡。（市卫生局、人社局）')).toEqual([
      '市卫生局、经信委',
      '市卫生局、人社局',
    ]);
    expect(who('建成平台（市卫生局、市经信委）。推广居民卡。（市卫生局、人社局）')).toEqual([
      '市卫生局、市经信委',
      '市卫生局、人社局',
    ]);
    expect(who('建成平台。（市卫生局）推广居民卡。（市人社局牵头）')).toEqual(['市卫生局', '市人社局牵头']);
    // One name before a stop may be what is meant by the word before it.
    expect(who('建设“大师工坊”（技能工作室）。推广居民卡。（市卫生局、人社局）')).toEqual([
      '市卫生局、人社局',
    ]);
  });

  it('takes names that do not look like any where a word says who does it', () => {
    expect(read('投放贷款6亿元。（甲行清溪支行、乙行清溪支行分别负责）')).toEqual([
      ['甲行清溪支行、乙行清溪支行分别负责', '', '（甲行清溪支行、乙行清溪支行分别负责）'],
    ]);
  });

  it.each([
    '加强巡查（区水利局）',
    '对（区水利局）管理的水库开展检查。',
    '加强巡查。（区水利局）另行通知。',
    '加强巡查。（2026年6月底前）',
    '加强巡查。（含重点水库）',
    '加强巡查。（牵头单位）',
    '推广新品种（三大主推品种）轮作。',
    `加强巡查。（${'区水利局、'.repeat(401)}区财政局牵头）`,
  ])('is none where brackets say something else, or too much: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a clause behind a label', () => {
  it.each([
    ['加强巡查。', '责任单位：区水利局、区财政局', '。', ''],
    ['加强巡查。', '责任单位:区水利局', '', ''],
    ['加强巡查 ', '责任单位：区水利局', '，年底前完成。', '年底前完成'],
    ['', '牵头单位：区水利局', '。', ''],
    ['', '落实单位：区水利局、区财政局', '', ''],
    ['', '督导单位：区政府督查室', '', ''],
    ['', '部门分工：区水利局牵头，区财政局配合', '。', ''],
    ['', '责任分工：区水利局、区财政局', '', ''],
    ['', '分工：区水利局牵头', '。', ''],
  ])('ends its paragraph: %s%s%s', (before, who, more, deadline) => {
    expect(read(before + who + more)).toEqual([[who, deadline, who + more]]);
  });

  it('may be one of several labels', () => {
    const text = '牵头单位：区水利局；责任单位：区财政局；完成时限：6月底前。';
    expect(read(`加强巡查；${text}`)).toEqual([['牵头单位：区水利局；责任单位：区财政局', '6月底前', text]]);
  });

  it.each(['完成时限：2026年10月底。', '整改时间： 2026年10月底'])(
    'may be a deadline on a line of its own: %s',
    (text) => {
      expect(read(text)).toEqual([['', '2026年10月底', text]]);
    },
  );

  it.each([
    '压实责任单位：做到守土有责、守土尽责、守土担责。',
    '完成时限：以通知为准，另行报送。',
    '填报单位：县农业农村局　单位：万元',
    '编制单位：县财政局',
  ])('is none: %s', (text) => {
    expect(read(text).filter(([who]) => who !== '')).toEqual([]);
  });
});

describe('a clause in a sentence', () => {
  it.each(['', '3.', '12、', '３．', '（三）', '(3)', '三、', '1. '])(
    'may begin what is to be done, after a number: %s',
    (number) => {
      expect(read(`${number}区水利局牵头，加强巡查。`)).toEqual([['区水利局牵头', '', '']]);
    },
  );

  it.each([
    ['加强巡查。', '区水利局牵头，区财政局配合', '。'],
    ['加强巡查。', '由区水利局牵头，区财政局配合', '。'],
    ['加强巡查。', '由区水利局负责落实', '。'],
  ])('may be a last sentence: %s%s%s', (before, who, stop) => {
    expect(read(before + who + stop)).toEqual([[who, '', who + stop]]);
  });

  it.each([
    ['（二）建立机制，', '由区水利局会同区财政局、区农业农村局研究提出', '具体办法。'],
    ['建立机制。', '由区水利局牵头，区财政局参加', '，每半年组织1次督查。'],
    ['', '由区气象局会同区水利局、区应急管理局', '提供预警，每日发布专报。'],
    ['预警。', '由区气象局会同区委组织部', '提供预警，每日发布专报。'],
    ['', '由区财政局配合区水利局', '落实巡查，并公布电话。'],
  ])('may stand in what is to be done: %s%s%s', (before, who, behind) => {
    expect(read(before + who + behind)).toEqual([[who, '', '']]);
  });

  it.each([
    ['由市国土局会同市农林局负责落实', '各区县政府配合'],
    ['由市国土局牵头', '市农林局、市水利局按职责分工做好相关工作'],
    ['由市国土局会同市农林局提供数据', ''],
  ])('has those who have a part behind it, too: %s，%s', (first, more) => {
    const [clause] = read(`保护耕地。${first}${more && `，${more}`}。`);
    expect(clause?.[0]).toContain(more);
  });

  it('has those with whom the leader does it', () => {
    expect(
      read('编制规划。市规划局牵头，会同市建委、市地铁公司编制，年底前完成。').map(([who]) => who),
    ).toEqual(['市规划局牵头，会同市建委、市地铁公司']);
  });

  it.each([
    '我们要牵头办好。',
    '领导牵头，各负其责。',
    '加强巡查。',
    '区水利局加强巡查。',
    '本方案由区水利局负责解释。',
    '由具备资质的机构逐栋出具鉴定意见。',
    '坚持“谁主办、谁负责”。',
    `${'区水利局、'.repeat(401)}区财政局牵头。`,
    '请主办单位会同协办单位抓紧办理。',
    '各责任单位要认真落实。',
  ])('is none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('the parts of a clause', () => {
  const kinds = (text: string) =>
    clausesIn(text, lexiconOf({})).flatMap(({ parts }) =>
      parts.map((part) => `${part.kind} ${text.slice(part.start, part.end)}`),
    );

  it('are who, people, times, rules, and what stands between them', () => {
    expect(
      kinds(
        '（牵头单位：区水利局，区河长办；责任领导：副区长　何某；6月底前完成。以下均需各镇落实，不再列出）。',
      ),
    ).toEqual([
      'separator （',
      'who 牵头单位：区水利局，区河长办',
      'separator ；',
      'people 责任领导：副区长　何某',
      'separator ；',
      'time 6月底前完成',
      'separator 。',
      'rule 以下均需各镇落实',
      'separator ，',
      'rule 不再列出',
      'separator ）。',
    ]);
  });

  it('know a rule in brackets behind the last name', () => {
    expect(kinds('责任单位：资规局、发改局（列第一位者为牵头单位，下同）')).toEqual([
      'who 责任单位：资规局、发改局',
      'separator （',
      'rule 列第一位者为牵头单位',
      'separator ，',
      'rule 下同',
      'separator ）',
    ]);
  });

  it('are parted by blanks before labels, too', () => {
    expect(kinds('培训教师(牵头领导:刘某 牵头处室:人事处 责任处室:财务处、民教处)')).toEqual([
      'separator (',
      'people 牵头领导:刘某',
      'separator  ',
      'who 牵头处室:人事处 责任处室:财务处、民教处',
      'separator )',
    ]);
  });

  it.each([
    '加强巡查。（区水利局牵头，区财政局配合，6月底前完成）',
    '加强巡查。〔责任单位：区水利局、财政局；排在首位的为牵头单位，下同〕',
    '加强巡查。[区水利局牵头。以下均需各镇落实,镇政府无相关职能的,由区水利局负责,不再列出)]',
    '加强巡查。（6月底完成，责任单位：区水利局（区河长办）',
    '牵头领导：王某、李某',
    '分工：区水利局牵头。以下任务均需各镇落实，不再一一列出。',
    '加强巡查。由区水利局牵头，区财政局配合。',
    '查甲（区水利局牵头）；查乙（区财政局牵头）。',
  ])('joined are the clause: %s', (text) => {
    for (const { start, end, parts } of clausesIn(text, lexiconOf({}))) {
      expect(parts.map((part) => text.slice(part.start, part.end)).join('')).toBe(text.slice(start, end));
      for (const [i, part] of parts.entries()) expect(part.start).toBe(parts[i - 1]?.end ?? start);
    }
  });
});
