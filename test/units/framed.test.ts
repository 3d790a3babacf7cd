// Lists that a label, a verb or brackets frame: the frame decides what a name is. A line a kind.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, type Piece, readUnits } from '../../src/index.js';
import { isMeant, settleLeads } from '../../src/units/index.js';

const nobody = lexiconOf({});
const framed = (text: string) => readUnits(text, nobody, { framed: true });

/** Who is meant: full names with * where one leads, groups in 〔〕, no open ends. */
const who = (pieces: readonly Piece[]) =>
  pieces.filter(isMeant).flatMap((piece) => {
    if (piece.kind === 'open') return [];
    const name = piece.kind === 'group' ? `〔${piece.text}〕` : piece.unit;
    return [piece.role === 'lead' ? `${name}*` : name];
  });
const reads = (text: string) => who(framed(text)).join(' ');

describe('a level that stands for a whole list', () => {
  it.each([
    [
      '省工业和信息化厅、广电局牵头，省委宣传部、文化和旅游厅配合',
      '省工业和信息化厅* 省广电局* 省委宣传部 省文化和旅游厅',
    ],
    ['市委组织部、宣传部、财政局', '市委组织部 市委宣传部 市财政局'],
    [
      '自治区党委宣传部、网信办，自治区公安厅、药监局',
      '自治区党委宣传部 自治区党委网信办 自治区公安厅 自治区药监局',
    ],
    ['市生态环境局、市场监管局、商务局', '市生态环境局 市市场监管局 市商务局'],
    ['州中级法院、检察院、司法局', '州中级法院 州检察院 州司法局'],
    ['国家发展改革委、能源局、财政部、市场监管总局', '国家发展改革委 国家能源局 财政部 市场监管总局'],
    ['县人民医院、中医医院、疾控中心', '县人民医院 县中医医院 县疾控中心'],
    ['市政府办公室、督查室', '市政府办公室 市政府督查室'],
    ['市委办公室、政府办公室', '市委办公室 市政府办公室'],
    ['安河市财政局、教育局', '安河市财政局 安河市教育局'],
    ['旗妇联、团旗委、残联', '旗妇联 团旗委 旗残联'],
    ['市教委、农委、法制办', '市教委 市农委 市法制办'],
    ['区住建局（区人防办）、城管局（区园林中心）', '区住建局（区人防办） 区城管局（区园林中心）'],
    ['县民政局和残联、红十字会', '县民政局 县残联 县红十字会'],
    ['市公安局，青石海事处、卫生健康局', '市公安局 青石海事处 市卫生健康局'],
    // 信访局 is of the level where no committee or government stands before it; 办公室 is always of one.
    ['区政务服务中心、信访局、办公室', '区政务服务中心 区信访局 办公室'],
    ['区委办公室、信访局', '区委办公室 区委信访局'],
    // A town is printed as a level; offices of the county that sit in it keep their names.
    ['镇综治中心、农业农村办公室、文化站', '镇综治中心 镇农业农村办公室 镇文化站'],
    ['街道党政办公室、社会事务办公室、财政所', '街道党政办公室 街道社会事务办公室 街道财政所'],
    ['乡宣传办、派出所、市场监管所、供电所', '乡宣传办 派出所 市场监管所 供电所'],
    ['镇江市财政局、教育局', '镇江市财政局 镇江市教育局'],
  ])('%s', (text, expected) => expect(reads(text)).toBe(expected));

  it.each([
    '市商务局、岭安海关',
    '市财政局、岭安军分区、武警岭安支队',
    '省财政厅、中国人民银行岭安省分行、农发行岭安省分行',
    '市财政局、岭安金融监管分局、金融监管分局',
    '市发展改革委、国网岭安供电公司、建设银行',
    '市教育局、岭安师范学院、交通职业学院',
    '区农业农村局、红石镇、城关街道',
    '财政局、教育局、水利局',
    '县水利局、各乡镇（街道）',
    '省财政厅、省邮政管理局岭安分局',
    '国家税务总局某县税务局、财政局',
  ])('%s has none to give', (text) => {
    expect(framed(text).filter((piece) => piece.kind === 'name' && piece.prefixShared)).toEqual([]);
  });

  it('keeps the text as printed, and flags it', () => {
    expect(framed('市财政局、教育局')[2]).toMatchObject({
      text: '教育局',
      unit: '市教育局',
      prefixShared: true,
    });
  });

  it('is given to what no table knows where the notice prints it so elsewhere', () => {
    const printed = (name: string) => name === '旗乌兰牧骑';
    const read = (text: string) => who(readUnits(text, nobody, { framed: true, printed }));
    expect(read('旗文旅局、乌兰牧骑')).toEqual(['旗文旅局', '旗乌兰牧骑']);
    expect(read('旗文旅局、百花剧团')).toEqual(['旗文旅局', '百花剧团']);
  });

  it('is not given where nothing frames the list, or a registry knows the name', () => {
    expect(who(readUnits('市财政局、教育局', nobody))).toEqual(['市财政局', '教育局']);
    const known = lexiconOf({ units: [{ name: '教育局', kind: 'department' }] });
    expect(who(readUnits('市财政局、教育局', known, { framed: true }))).toEqual(['市财政局', '教育局']);
  });
});

describe('an ending that stands for a whole list', () => {
  it.each([
    ['中国电信、中国移动、中国联通岭安分公司', '中国电信岭安分公司 中国移动岭安分公司 中国联通岭安分公司'],
    ['安河、清源、白沙市政府', '安河市政府 清源市政府 白沙市政府'],
    ['安河、清源经济开发区管委会', '安河经济开发区管委会 清源经济开发区管委会'],
    ['红石、江口镇', '红石镇 江口镇'],
    ['人民垸、荒湖管理区', '人民垸管理区 荒湖管理区'],
    ['清源示范区、安河港区管委会', '清源示范区管委会 安河港区管委会'],
    ['江北区、清源示范区管委会', '江北区 清源示范区管委会'],
    ['市科协、江口镇', '市科协 江口镇'],
  ])('%s', (text, expected) => expect(reads(text)).toBe(expected));
});

describe('groups', () => {
  it.each([
    '各县（市、区）人民政府',
    '各县(市、区)',
    '各区、县级市',
    '各区、县级市人民政府',
    '各县、区人民政府',
    '各市（州）、县人民政府',
    '各市（地）、县（市）政府（行署）',
    '相关市、县政府',
    '各乡（镇、街道）',
    '各区、市政府',
    '各旗县区人民政府',
    '各地级以上市人民政府',
    '各镇街、园区',
    '各苏木乡镇',
    '各盟行署、市政府',
    '各县、市党委和政府',
    '县（市、区）政府',
    '市、县人民政府',
    '项目所在县（区）',
    '各镇（办、中心）',
    '各乡镇（街、场）',
    '各中小学、幼儿园',
    '各产业链专班',
    '各项目牵头单位',
    '中省驻市单位',
    '中央驻岭安各单位',
    '市直各有关部门和单位',
    '全区各专班',
    '省有关部门',
    '省政府各部门、各直属机构',
    '各级党委、政府',
    '中央和省驻市有关单位',
  ])('%s is one, whole', (text) => {
    expect(reads(text)).toBe(`〔${text}〕`);
    expect(reads(`市水利局牵头，${text}配合`)).toBe(`市水利局* 〔${text}〕`);
  });

  it.each([
    ['各县、市公安局', '〔各县〕 市公安局'],
    ['各县（市、区）教育局、市水利局', '〔各县（市、区）教育局〕 市水利局'],
    ['各州（市）、县（市、区）卫生健康部门', '〔各州（市）、县（市、区）卫生健康部门〕'],
    ['老城片区各社区、县城管局', '〔老城片区各社区〕 县城管局'],
    ['县财政局、工业园区管委会', '县财政局 工业园区管委会'],
    ['各乡镇（街道）、各园区', '〔各乡镇（街道）〕 〔各园区〕'],
    ['各县（市、区）人民政府、开发区管委会', '〔各县（市、区）人民政府〕 开发区管委会'],
    ['各县区、市水利局、市政府办公室', '〔各县区〕 市水利局 市政府办公室'],
    ['各县（市、区）人民政府及市直有关部门', '〔各县（市、区）人民政府〕 〔市直有关部门〕'],
  ])('%s', (text, expected) => expect(reads(text)).toBe(expected));
});

describe('separators', () => {
  it.each([
    ['市公安局市水利局', '市公安局 市水利局'],
    ['市公安局/市水利局', '市公安局 市水利局'],
    ['市公安局·市水利局', '市公安局 市水利局'],
    ['市公安局＋市水利局', '市公安局 市水利局'],
    ['★市公安局、市水利局', '市公安局 市水利局'],
    ['①市公安局②市水利局', '市公安局 市水利局'],
    ['市公安局[1]、市水利局[2]', '市公安局 市水利局'],
    ['（1）市公安局（2）市水利局', '市公安局 市水利局'],
    ['市公安局 市水利局\n市民政局', '市公安局 市水利局 市民政局'],
    ['市农业农村局等单位各乡镇（街道）', '市农业农村局 〔各乡镇（街道）〕'],
    ['市水利局各乡镇（街道）', '市水利局 〔各乡镇（街道）〕'],
    ['市环保厅和岭安电力监管办', '市环保厅 岭安电力监管办'],
    ['市公安局市中区分局', '市公安局市中区分局'],
  ])('%s', (text, expected) => expect(reads(text)).toBe(expected));
});

describe('brackets', () => {
  it.each([
    ['区水利局（区财政局、红石镇配合）、区城管局', '区水利局 区财政局 红石镇 区城管局'],
    ['牵头单位：区水利局（区财政局、红石镇配合）', '区水利局* 区财政局 红石镇'],
    ['区公安局（配合：红石镇）牵头', '区公安局* 红石镇'],
    ['区住建局（区人防办）牵头', '区住建局（区人防办）*'],
    ['市交通运输局（市道路运输中心）', '市交通运输局（市道路运输中心）'],
    ['区教体局（牵头）、区住建局（区人防办）（配合）', '区教体局* 区住建局（区人防办）'],
    [
      '区住建局（区人防办）、区应急局（牵头）；区消防救援大队（配合）',
      '区住建局（区人防办）* 区应急局* 区消防救援大队',
    ],
    ['市住建局（牵头）、市城管局、各镇（配合）', '市住建局* 市城管局 〔各镇〕'],
    ['县财政局、县工商联（列第一位者为牵头单位，下同）', '县财政局 县工商联'],
  ])('%s', (text, expected) => expect(reads(text)).toBe(expected));
});

describe('bodies of any sort', () => {
  it.each([
    '共青团中央',
    '全国妇联',
    '中国科协',
    '市科协',
    '人民银行岭安省分行',
    '岭安海关',
    '农发行',
    '市委党校',
    '北疆生产建设兵团',
    '武警岭安支队',
    '县人武部',
    '驻市高校',
    '市人民医院',
    '中国电信岭安分公司',
    '岭安军分区',
    '国网岭安供电公司',
    '岭安边检站',
  ])('%s is a name', (name) => {
    expect(framed(`市财政局、${name}配合`)[2]).toMatchObject({
      kind: 'name',
      text: name,
      unit: name,
      role: 'responsible',
    });
    expect(framed(name)[0]).not.toHaveProperty('odd');
  });

  it('keeps what has not the form of a name, tells it, and loses nobody beside it', () => {
    const pieces = framed('市财政局、百花剧团、市水利局配合');
    expect(pieces.filter(isMeant).map(({ text }) => text)).toEqual(['市财政局', '百花剧团', '市水利局']);
    expect(pieces.filter((piece) => piece.kind === 'name' && piece.odd).map(({ text }) => text)).toEqual([
      '百花剧团',
    ]);
  });
});

describe('who leads', () => {
  it.each([
    ['市水利局总牵头，市财政局分别负责', '市水利局* 市财政局'],
    ['市水利局牵头抓总，市财政局配合', '市水利局* 市财政局'],
    ['市水利局、市应急局牵头督导，市财政局参与', '市水利局* 市应急局* 市财政局'],
    ['市党校配合市委组织部落实，各县参与', '市党校 市委组织部* 〔各县〕'],
    ['由市水利局会同市财政局、林业局负责', '市水利局* 市财政局 市林业局'],
    ['市档案馆会同市文联研究提出目录', '市档案馆* 市文联'],
    ['由市水利局负责落实', '市水利局*'],
    ['市水利局具体负责', '市水利局*'],
    ['各街道办事处负责，市水利局配合', '〔各街道办事处〕* 市水利局'],
    ['由各县（市）人民政府负责', '〔各县（市）人民政府〕*'],
    ['市水利局、各县（市）人民政府负责', '市水利局 〔各县（市）人民政府〕'],
    ['牵头考核单位：市水利局；配合考核单位：市财政局', '市水利局* 市财政局'],
    ['牵头验收单位：市水利局', '市水利局*'],
    ['由市林业局配合市水利局落实巡查', '市林业局 市水利局*'],
    ['由市水利局会同市财政局提供预警', '市水利局* 市财政局'],
    ['市水利局、市财政局负责', '市水利局 市财政局'],
    ['市水利局等负责', '市水利局'],
    ['市水利局按职责分工负责', '市水利局'],
    ['市水利局、市财政局各负其责', '市水利局 市财政局'],
    ['责任单位：市水利局', '市水利局'],
    ['责任单位：市水利局牵头，市财政局配合', '市水利局* 市财政局'],
    ['主管部门：市水利局；实施单位：清源公司；指导单位：市财政局', '市水利局* 清源公司 市财政局'],
    ['市水利局主办，清源公司承办，市财政局会办', '市水利局* 清源公司 市财政局'],
    ['承办单位：市水利局；会办单位：市财政局', '市水利局* 市财政局'],
    ['责任分工：市水利局、财政局', '市水利局 市财政局'],
    ['部门分工：市水利局牵头，市财政局督促', '市水利局* 市财政局'],
    ['分工：市水利局负责', '市水利局*'],
    ['市水利局牵头，市财政局负责', '市水利局* 市财政局'],
    ['市水利局负责修渠，市财政局负责筹资', '市水利局 市财政局'],
    ['第一责任单位：市水利局；第二责任单位：市财政局', '市水利局* 市财政局'],
    ['市水利局牵头，负责修渠（含验收），市财政局配合', '市水利局* 市财政局'],
    ['市水利局牵头，各县（市、区）人民政府结合本地实际抓好落实', '市水利局* 〔各县（市、区）人民政府〕'],
    ['市水利局总牵头，市财政局、林业局分别负责本行业预案', '市水利局* 市财政局 市林业局'],
    ['市水利局牵头，市林业局保障要素', '市水利局* 市林业局'],
    ['市委组织部牵头，市人力资源社会保障局配合', '市委组织部* 市人力资源社会保障局'],
  ])('%s', (text, expected) => expect(reads(text)).toBe(expected));

  it('is settled over the lines of a clause', () => {
    const lines = (...texts: string[]) => who(settleLeads(texts.flatMap(framed)));
    expect(lines('主办单位：市水利局', '承办单位：清源公司')).toEqual(['市水利局*', '清源公司']);
    expect(lines('承办单位：市水利局', '会办单位：市财政局')).toEqual(['市水利局*', '市财政局']);
    expect(lines('市水利局负责', '市财政局负责')).toEqual(['市水利局', '市财政局']);
  });
});

describe('the words that say a part are kept', () => {
  it.each([
    ['市水利局牵头抓总，市财政局配合，市督查室督导', ['牵头抓总', '配合', '督导']],
    ['牵头单位：市水利局；协办单位：市财政局', ['牵头单位', '协办单位']],
    ['市水利局（牵头）、市财政局（配合）', ['牵头', '配合']],
    ['市水利局、市财政局按职责分工负责', ['按职责分工负责', '按职责分工负责']],
    ['市水利局会同市财政局负责', ['会同', '负责']],
  ])('%s', (text, expected) => {
    expect(framed(text).flatMap((piece) => (isMeant(piece) ? [piece.said] : []))).toEqual(expected);
  });
});

describe('what is nobody', () => {
  it.each([
    ['市水利局牵头，2026年6月底前完成', '2026年6月底前完成'],
    ['责任单位：市水利局；完成时限：2026年12月底前', '完成时限：2026年12月底前'],
    ['牵头单位：市水利局；责任领导：王　某', '责任领导：王　某'],
    ['责任单位：市水利局；排在首位的为牵头单位，下同', '排在首位的为牵头单位'],
    ['市水利局（列第一位者为牵头单位，下同）', '（列第一位者为牵头单位，下同）'],
  ])('%s', (text, expected) => {
    const pieces = framed(text);
    expect(pieces.find(({ kind }) => kind === 'unread')?.text).toBe(expected);
    expect(pieces.filter(isMeant).map((piece) => piece.text)).toEqual(['市水利局']);
  });
});

describe('reading a frame', () => {
  const parts = fc.constantFrom(
    ...[
      '市公安局',
      '水利局',
      '市委宣传部',
      '各县（市、区）',
      '人民政府',
      '牵头',
      '配合',
      '负责',
      '会同',
      '由',
    ],
    ...[
      '（',
      '）',
      '[1]',
      '②',
      '/',
      '★',
      '、',
      '，',
      '；',
      '责任单位：',
      '分工：',
      '等单位',
      '和',
      '结合实际',
      '组织',
      '下同',
    ],
    ...['2026年6月', '责任领导：', '中国电信', '分公司', '丙市政府', ' ', '\n'],
  );
  const text = fc
    .array(fc.oneof(parts, fc.string({ maxLength: 3 })), { maxLength: 14 })
    .map((all) => all.join(''));

  it('loses no character and never fails', () => {
    return fc.assert(
      fc.property(text, (cell) => {
        const pieces = framed(cell);
        expect(pieces.map((piece) => piece.text).join('')).toBe(cell);
        let start = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(start);
          start += piece.text.length;
        }
        expect(settleLeads(pieces)).toEqual(pieces);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['（', '市公安局（', '和市公安局', '负责', '组织', '配合市', '会同', '各县、', '由'])(
    'takes time in proportion to the text: %s',
    (part) => {
      const time = (count: number) => {
        const cell = part.repeat(count);
        const start = performance.now();
        framed(cell);
        return performance.now() - start;
      };
      time(200);
      expect(time(8000)).toBeLessThan(1500);
    },
  );
});
