// Figures as notices of many districts write them; what each says was written down before the reader was.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import type { Indicator } from '../../src/model/demands.js';

const CHANGES = { increase: '↑', decrease: '↓' };

/** An indicator in short: subject, change, comparator, values, unit, ← baseline, [scope], /of, ?condition. */
const short = ({ subject, comparator, values, unit, ...rest }: Indicator) =>
  [
    `${subject} ${rest.change ? CHANGES[rest.change] : ''}${comparator}${values.join('~')}${unit}`,
    rest.baseline && `←${rest.baseline}`,
    rest.scope && `[${rest.scope}]`,
    rest.of && `/${rest.of}`,
    rest.condition && '?',
  ]
    .filter((part) => part)
    .join(' ');

const read = (goal: string, name = '某任务') =>
  readDemands(goal, { name, year: 2026 }).indicators.map((found) => short({ ...found, at: '' }));

describe('what is measured, and to which figure', () => {
  it.each([
    ['粮食播种面积稳定在52万亩以上，产量不低于18万吨', ['粮食播种面积 ≥520000亩', '产量 ≥180000吨']],
    ['全区PM2.5平均浓度控制在35微克/立方米以内', ['PM2.5平均浓度 ≤35微克/立方米 [全区]']],
    ['空气质量优良天数达到330天以上', ['空气质量优良天数 ≥330天']],
    ['城镇登记失业率控制在5.5%以内', ['城镇登记失业率 ≤5.5%']],
    ['每千人口医疗卫生机构床位数达到7.5张', ['每千人口医疗卫生机构床位数 =7.5张']],
    ['将事故起数控制在10起以内，死亡人数不超过3人', ['事故起数 ≤10起', '死亡人数 ≤3人']],
    ['力争全年接待游客突破800万人次', ['接待游客 >8000000人次 [全年]']],
    ['培育规上企业8家以上、专精特新企业3至5家', ['培育规上企业 ≥8家', '专精特新企业 range3~5家']],
    ['完成电梯更新改造120台（套）', ['电梯更新改造 =120台（套）']],
    ['达标率力争达到90%，森林覆盖率稳定在65%左右', ['达标率 =90% [某任务]', '森林覆盖率 ≈65%']],
    ['确保亩均产量450公斤以上', ['亩均产量 ≥450公斤']],
    ['开展联合检查不少于4次', ['联合检查 ≥4次']],
    ['6月底前完成20个老旧小区改造', ['老旧小区改造 =20个']],
    ['投资1.2亿元建设排水管网15.6公里', ['投资 =120000000元 [某任务]', '建设排水管网 =15.6公里']],
    ['完成固定资产投资86亿元，其中工业投资25亿元', ['固定资产投资 =8600000000元', '工业投资 =2500000000元']],
    ['消防车通道宽度不小于4米', ['消防车通道宽度 ≥4米']],
    ['隐患整改率达到百分之百', ['隐患整改率 =100%']],
    ['师生比达到1:15', ['师生比 =1~15∶']],
    ['建成5G基站200个，新建110千伏变电站2座', ['建成5G基站 =200个', '新建110千伏变电站 =2座']],
    ['新建城市公园三座，修复水毁道路十二处', ['新建城市公园 =3座', '修复水毁道路 =12处']],
    ['发放宣传资料1,200份', ['发放宣传资料 =1200份']],
    ['投入资金500余万元', ['投入资金 >5000000元']],
    ['整治隐患约20处', ['整治隐患 ≈20处']],
    ['10%以上的企业达到一级标准', ['企业达到一级标准 ≥10%']],
    ['检验合格率≥９８％', ['检验合格率 ≥98%']],
    ['新增就业3000人，培训从业人员1万人次以上', ['新增就业 =3000人', '培训从业人员 ≥10000人次']],
    ['事故死亡人数低于2025年', []],
  ])('%s', (goal, expected) => {
    expect(read(goal)).toEqual(expected);
  });
});

describe('change against a baseline', () => {
  it.each([
    ['万元GDP能耗下降3.5%左右', ['万元GDP能耗 ↓≈3.5%']],
    ['亿元GDP死亡率较上年下降10%以上', ['亿元GDP死亡率 ↓≥10% ←上年']],
    ['火灾起数、亡人数同比分别下降5%和8%', ['火灾起数 ↓=5% ←同比', '亡人数 ↓=8% ←同比']],
    ['一般公共预算收入增长5%，达到30亿元', ['一般公共预算收入 ↑=5%', '一般公共预算收入 =3000000000元']],
    ['隐患整改率由85%提高到95%', ['隐患整改率 =95% ←85%']],
    ['电梯抽检合格率比去年提高1.5个百分点', ['电梯抽检合格率 ↑=1.5个百分点 ←去年']],
    ['管网漏损率降至12%以内', ['管网漏损率 ≤12%']],
    ['事故起数和死亡人数下降10%', ['事故起数和死亡人数 ↓=10%']],
  ])('%s', (goal, expected) => {
    expect(read(goal)).toEqual(expected);
  });
});

describe('a figure that is a condition is none to reach', () => {
  it.each([
    ['50人以上的企业设置安全管理机构', ['企业 ≥50人 ?']],
    ['对300张床位以下的医院开展评估', ['医院 ≤300张床位 ?']],
  ])('%s', (goal, expected) => {
    expect(read(goal)).toEqual(expected);
  });
});

describe('names, ranks, dates and frequencies are no figures', () => {
  it.each([
    '坚持“1+7+N”会商研判机制，完成8+1重点行业领域专项整治',
    '严格落实建设项目安全“三同时”要求，开展“四个一”活动',
    '配备370MHZ通信终端设备',
    '启动“十五五”规划编制，二级以上医院全部达标',
    '2026年12月31日前完成，第三季度评估，5月1日—9月30日值守',
    '每半年至少开展1次演练，每季度检查不少于2次',
    '开展119消防宣传月、5·12防灾减灾日活动，畅通12345热线',
    '落实24小时值班制度，严格执行国办发〔2020〕12号文件',
    '以上三项任务、上述2项措施一并落实',
    '落实两个责任，做到三个必须，一体推进，一事一策',
  ])('%s', (goal) => {
    expect(read(goal)).toEqual([]);
  });
});

describe('where a goal is a figure alone', () => {
  it.each([
    ['0', ['较大事故起数 =0']],
    ['同比下降5%', ['较大事故起数 ↓=5% ←同比']],
    ['0.3‰以内', ['较大事故起数 ≤0.3‰']],
    ['不超过2起', ['较大事故起数 ≤2起']],
  ])('%s is of the task’s name', (goal, expected) => {
    expect(read(goal, '较大事故起数')).toEqual(expected);
  });
});
