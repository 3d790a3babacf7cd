import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, type Piece, REGISTRIES, readUnits } from '../../src/index.js';
import { isUnitList } from '../../src/units/index.js';
import { runs } from '../support/runs.js';

const lexicon = lexiconOf(REGISTRIES[0] ?? {});
const nobodyListed = lexiconOf({});

/** A cell's pieces in short: names as they are, groups in 〔〕, open ends with …, no separators. */
const short = (pieces: readonly Piece[]) =>
  pieces
    .filter((piece) => piece.kind === 'name' || piece.kind === 'group' || piece.kind === 'open')
    .map((piece) => {
      if (piece.kind === 'name') return piece.text;
      if (piece.kind === 'group') return `〔${piece.group}〕`;
      return `…${piece.text}`;
    });

describe('a cell of units', () => {
  it.each([
    // Separators.
    ['区公安局', ['区公安局']],
    [
      '区公安局、区水利局，区林业局,区气象局；区教委;区财政局',
      ['区公安局', '区水利局', '区林业局', '区气象局', '区教委', '区财政局'],
    ],
    ['区公安局\n区交通运输委', ['区公安局', '区交通运输委']],
    // A narrow cell breaks its names; what is no name by itself belongs to the one before.
    ['市政\n府办\n公室', ['市政\n府办\n公室']],
    ['市住\n建委、\n市房\n产局', ['市住\n建委', '市房\n产局']],
    ['河源镇\n人民政府', ['河源镇\n人民政府']],
    ['区委\n组织部', ['区委\n组织部']],
    ['罗城工业园管委\n会', ['罗城工业园管委\n会']],
    ['县委组织\n部、县残疾人联\n合会', ['县委组织\n部', '县残疾人联\n合会']],
    ['县司\n法局\n县城市\n管理局', ['县司\n法局', '县城市\n管理局']],
    ['县人力资源社\n会保障局', ['县人力资源社\n会保障局']],
    ['中国移动沱溪分\n公司', ['中国移动沱溪分\n公司']],
    ['县委\n国安办', ['县委', '国安办']],
    // A branch that says no more than where it is is of the one before.
    ['中国铁塔\n黔景分公司', ['中国铁塔\n黔景分公司']],
    ['安麓燃气公司\n电信安麓分公司', ['安麓燃气公司', '电信安麓分公司']],
    ['市规划自然资源委\n丰台分局', ['市规划自然资源委\n丰台分局']],
    ['市教委\n公安分局', ['市教委', '公安分局']],
    ['各市（州）、县（市、区）\n人民政府', ['〔各市（州）、县（市、区）人民政府〕']],
    ['基金监管股\n办公室', ['基金监管股', '办公室']],
    ['待遇保障股\n县医保中心', ['待遇保障股', '县医保中心']],
    ['区公安局 、 区水利局、', ['区公安局', '区水利局']],
    ['区公安局、、区水利局', ['区公安局', '区水利局']],
    ['区安委办 区防减救灾办', ['区安委办', '区防减救灾办']],
    // 和, 及, 与 part complete names only.
    ['区公安局和区水利局', ['区公安局', '区水利局']],
    ['区公安局及区水利局、区林业局', ['区公安局', '区水利局', '区林业局']],
    ['区公安局以及各乡镇（街道）', ['区公安局', '〔各乡镇（街道）〕']],
    ['区政府办公室和区应急管理局', ['区政府办公室', '区应急管理局']],
    ['区住房和城乡建设委员会', ['区住房和城乡建设委员会']],
    ['区规划和自然资源局、区文化和旅游发展委员会', ['区规划和自然资源局', '区文化和旅游发展委员会']],
    ['区级有关部门和单位', ['〔区级有关部门和单位〕']],
    ['区级有关部门和单位，各乡镇（街道）', ['〔区级有关部门和单位〕', '〔各乡镇（街道）〕']],
    // Committees and their members.
    ['区安委会成员单位，区防减救灾委成员单位', ['〔区安委会成员单位〕', '〔区防减救灾委成员单位〕']],
    [
      '区安委会、区防减救灾委、区消安委成员单位',
      ['〔区安委会成员单位〕', '〔区防减救灾委成员单位〕', '〔区消安委成员单位〕'],
    ],
    ['区安委会和区消安委成员单位', ['〔区安委会成员单位〕', '〔区消安委成员单位〕']],
    ['区安委会各成员单位', ['〔区安委会成员单位〕']],
    ['各成员单位', ['〔各成员单位〕']],
    // A unit before a committee's members is not a committee.
    ['区公安局、区安委会成员单位', ['区公安局', '〔区安委会成员单位〕']],
    // Open ends.
    ['区农业农村委等单位，各乡镇（街道）', ['区农业农村委', '…等单位', '〔各乡镇（街道）〕']],
    ['区民政局、区林业局等社会应急力量业务管理部门', ['区民政局', '区林业局', '…等社会应急力量业务管理部门']],
    ['区公安局等有关部门', ['区公安局', '…等有关部门']],
    // Groups of townships, however they are written.
    ['各乡镇（街道）', ['〔各乡镇（街道）〕']],
    ['各乡镇(街道)', ['〔各乡镇（街道）〕']],
    ['各乡镇、街道', ['〔各乡镇（街道）〕']],
    ['各乡镇街道', ['〔各乡镇（街道）〕']],
    ['各镇街', ['〔各乡镇（街道）〕']],
    ['各乡镇人民政府、街道办事处', ['〔各乡镇（街道）〕']],
    // Each sort has its own 各: two groups.
    ['各乡镇人民政府、各街道办事处', ['〔各乡镇〕', '〔各街道〕']],
    ['有关乡镇（街道）', ['〔有关乡镇（街道）〕']],
    ['各街道', ['〔各街道〕']],
    ['各乡镇人民政府（街道办事处）', ['〔各乡镇（街道）〕']],
    ['各乡（镇）人民政府、街道办事处', ['〔各乡镇（街道）〕']],
    ['各街镇', ['〔各乡镇（街道）〕']],
    ['各乡镇（街道、园区）', ['〔各乡镇（街道、园区）〕']],
    ['属地乡镇（街道）', ['〔属地乡镇（街道）〕']],
    ['乡镇（街道）', ['〔乡镇（街道）〕']],
    // Other groups.
    ['各乡镇（街道）、各林场', ['〔各乡镇（街道）〕', '〔各林场〕']],
    ['各行业主管部门', ['〔各行业主管部门〕']],
    ['区级有关行业部门', ['〔区级有关行业部门〕']],
    ['各有关单位', ['〔各有关单位〕']],
    ['区委各部门，区政府各部门', ['〔区委各部门〕', '〔区政府各部门〕']],
    ['行业主管部门', ['〔行业主管部门〕']],
    ['全区各级各部门', ['〔全区各级各部门〕']],
    ['区应急管理局会同区公安局', ['区应急管理局', '区公安局']],
    ['区公安局等行业主管部门和各乡镇（街道）', ['区公安局', '…等行业主管部门', '〔各乡镇（街道）〕']],
    // Names with brackets of their own.
    ['武隆高新区（工业园区）管委会、区公安局', ['武隆高新区（工业园区）管委会', '区公安局']],
    ['区住房城乡建委（区人民防空办）', ['区住房城乡建委（区人民防空办）']],
    // A separator in a bracket parts no names, a bracket that is never closed holds nothing together.
    ['区公安局（交巡警支队、治安支队）、区水利局', ['区公安局（交巡警支队、治安支队）', '区水利局']],
    ['区公安局（（交巡警支队）、治安支队）、区水利局', ['区公安局（（交巡警支队）、治安支队）', '区水利局']],
    ['区公安局（交巡警支队、区水利局', ['区公安局（交巡警支队', '区水利局']],
    ['区公安局）、区水利局', ['区公安局）', '区水利局']],
    // What 和 parts has a name before it and another like it, or a group, after it.
    ['区融媒体中心和平街社', ['区融媒体中心和平街社']],
    ['区教委和有关学校', ['区教委', '〔有关学校〕']],
    ['区教委和谐校园建设', ['区教委和谐校园建设']],
    ['区公安局和区安', ['区公安局和区安']],
    // 等 takes what is after it, conjunctions too, but for a group.
    ['区公安局等教育和卫生部门', ['区公安局', '…等教育和卫生部门']],
    ['区公安局等单位和企业', ['区公安局', '…等单位和企业']],
    ['区公安局等单位和有关部门', ['区公安局', '…等单位', '〔有关部门〕']],
    // What a group's name may hold is anything but another's.
    ['区公安局和燃气企业', ['区公安局', '〔燃气企业〕']],
    ['区公安局以及燃气企业', ['区公安局', '〔燃气企业〕']],
    ['区公安局等有关企业', ['区公安局', '…等有关企业']],
    ['有关企业等单位', ['〔有关企业〕', '…等单位']],
    ['各林场和区水利局', ['〔各林场〕', '区水利局']],
    ['各林场和白马镇', ['〔各林场〕', '白马镇']],
    ['各林场和各学校', ['〔各林场〕', '〔各学校〕']],
    ['白马镇和区水利局', ['白马镇', '区水利局']],
    ['区水利局和白马镇', ['区水利局', '白马镇']],
    ['各国有和民营企业', ['〔各国有和民营企业〕']],
    ['各学校和幼儿园', ['〔各学校和幼儿园〕']],
    ['各市和县（区）人民政府', ['〔各市和县（区）人民政府〕']],
    ['规模以上工贸和危化品企业', ['〔规模以上工贸和危化品企业〕']],
    ['区公安局会同有关部门', ['区公安局', '〔有关部门〕']],
    ['区级有关部门和有关单位', ['〔区级有关部门和有关单位〕']],
    ['区级部门和区水利局', ['〔区级部门〕', '区水利局']],
    ['区水利局和区安委会成员单位', ['区水利局', '〔区安委会成员单位〕']],
    ['区公安局等区安委会成员单位', ['区公安局', '…等区安委会成员单位']],
    ['区防汛抗旱和抗震救灾指挥部成员单位', ['〔区防汛抗旱和抗震救灾指挥部成员单位〕']],
    // Whose members are meant: only committees share the word, and only where 、 or a conjunction lists them.
    ['区安委会、各乡镇（街道）', ['区安委会', '〔各乡镇（街道）〕']],
    ['区安委会，区消安委成员单位', ['区安委会', '〔区消安委成员单位〕']],
    ['区安委会；区消安委成员单位', ['区安委会', '〔区消安委成员单位〕']],
    ['各行业主管部门、区消安委成员单位', ['〔各行业主管部门〕', '〔区消安委成员单位〕']],
    ['有关乡镇', ['〔有关乡镇〕']],
    ['相关乡镇人民政府', ['〔有关乡镇〕']],
    ['有关街道办事处', ['〔有关街道〕']],
    ['甲级有关企业', ['〔甲级有关企业〕']],
  ] as const)('%s', (cell, expected) => {
    expect(short(readUnits(cell, lexicon))).toEqual(expected);
    // The same without knowing any name.
    expect(short(readUnits(cell, nobodyListed))).toEqual(expected);
  });
});

it.each([
  '安委',
  '安委会',
  '安全委员会',
  '安全生产委员会',
  '防灾减灾委',
  '抗震救灾委员会',
  '禁毒委',
  '禁毒委员会',
  '森林防火委',
  '森林防火委员会',
  '爱卫会',
  '爱卫委',
  '防汛抗旱指挥部',
  '防指',
  '河长制工作领导小组',
  '扫黑工作专班',
  '打假工作组',
  '信访工作联席会议',
])('%s is a committee by its name, and lends its members', (name) => {
  const cell = `县${name}、县消安委成员单位`;
  expect(short(readUnits(cell, nobodyListed))).toEqual([`〔县${name}成员单位〕`, '〔县消安委成员单位〕']);
});

it.each(['县教委', '县高新区管委会', '县爱卫办', '县禁毒委办公室'])('%s is none', (name) => {
  expect(short(readUnits(`${name}、县消安委成员单位`, nobodyListed))).toEqual([name, '〔县消安委成员单位〕']);
});

describe('a role said inside a cell', () => {
  /** Who is meant, with the role that the cell says. */
  const roles = (cell: string) =>
    readUnits(cell, nobodyListed).flatMap((piece) =>
      piece.kind === 'name' || piece.kind === 'group' || piece.kind === 'open'
        ? [[piece.text, piece.role ?? null]]
        : [],
    );
  const L = 'lead';
  const R = 'responsible';

  it.each([
    [
      '区应急管理局（牵头）、区公安局',
      [
        ['区应急管理局', L],
        ['区公安局', R],
      ],
    ],
    [
      '区应急管理局(牵头)、区公安局(配合)',
      [
        ['区应急管理局', L],
        ['区公安局', R],
      ],
    ],
    [
      '区应急管理局、区公安局（配合）',
      [
        ['区应急管理局', null],
        ['区公安局', R],
      ],
    ],
    [
      '牵头单位：区应急管理局；责任单位：区公安局、区水利局',
      [
        ['区应急管理局', L],
        ['区公安局', R],
        ['区水利局', R],
      ],
    ],
    [
      '牵头单位：市应急管理局；配合单位：市自然资源和规划局、市生态环境局',
      [
        ['市应急管理局', L],
        ['市自然资源和规划局', R],
        ['市生态环境局', R],
      ],
    ],
    [
      '区应急管理局牵头，区公安局、区水利局配合',
      [
        ['区应急管理局', L],
        ['区公安局', R],
        ['区水利局', R],
      ],
    ],
    [
      '区应急管理局、区公安局牵头，各乡镇（街道）负责落实',
      [
        ['区应急管理局', L],
        ['区公安局', L],
        ['各乡镇（街道）', R],
      ],
    ],
    [
      '由区应急管理局牵头负责，区公安局等单位配合。',
      [
        ['区应急管理局', L],
        ['区公安局', R],
        ['等单位', R],
      ],
    ],
    ['由区水利局负责', [['区水利局', null]]],
    [
      '牵头：区教委 配合：区公安局',
      [
        ['区教委', L],
        ['区公安局', R],
      ],
    ],
    [
      '（牵头）区教委、区公安局',
      [
        ['区教委', L],
        ['区公安局', R],
      ],
    ],
    [
      '区教委、区公安局按职责分工牵头，各学校配合',
      [
        ['区教委', L],
        ['区公安局', L],
        ['各学校', R],
      ],
    ],
    [
      '区教委、各行业主管部门按“三管三必须”要求负责',
      [
        ['区教委', null],
        ['各行业主管部门', null],
      ],
    ],
    [
      '市水利局牵头，各县（区）人民政府负责',
      [
        ['市水利局', L],
        ['各县（区）人民政府', R],
      ],
    ],
    [
      '市应急管理局、市水利局按职责分工负责',
      [
        ['市应急管理局', null],
        ['市水利局', null],
      ],
    ],
    [
      '区公安局、区水利局（按职责分工负责）',
      [
        ['区公安局', null],
        ['区水利局', null],
      ],
    ],
    [
      '区公安局、区水利局等按职责分工负责',
      [
        ['区公安局', null],
        ['区水利局', null],
        ['等', null],
      ],
    ],
    [
      '区公安局等有关部门按职责分工负责',
      [
        ['区公安局', null],
        ['等有关部门', null],
      ],
    ],
    ['市发展和改革委员会（市粮食和物资储备局）负责。', [['市发展和改革委员会（市粮食和物资储备局）', null]]],
    [
      '由市通信发展办公室牵头，中国联通白沙分公司具体落实',
      [
        ['市通信发展办公室', L],
        ['中国联通白沙分公司', R],
      ],
    ],
    // A word in brackets is of one name, the word after all of them of the rest.
    [
      '甲局牵头，乙局（牵头）、丙局、丁局配合',
      [
        ['甲局', L],
        ['乙局', L],
        ['丙局', R],
        ['丁局', R],
      ],
    ],
    [
      '甲局牵头，乙局（共同落实）、丙局配合',
      [
        ['甲局', L],
        ['乙局', R],
        ['丙局', R],
      ],
    ],
    // The names after a label are its own, and no later word's.
    [
      '甲局、牵头单位：乙局，丙局配合',
      [
        ['甲局', R],
        ['乙局', L],
        ['丙局', L],
      ],
    ],
    ['配合单位：甲局', [['甲局', R]]],
    ['主责部门：甲局', [['甲局', L]]],
    ['联系方式：甲局', [['联系方式：甲局', null]]],
    [
      '责任单位：市水利局、市住房和城乡建设局、市交通运输局等，各县（区）人民政府、市高新区管委会',
      [
        ['市水利局', R],
        ['市住房和城乡建设局', R],
        ['市交通运输局', R],
        ['等', R],
        ['各县（区）人民政府', R],
        ['市高新区管委会', R],
      ],
    ],
  ] as const)('%s', (cell, expected) => {
    expect(roles(cell)).toEqual(expected);
  });
});

describe('odd ways of writing', () => {
  it.each([
    ['区应急 管理局、区公安局', ['区应急管理局', '区公安局']],
    ['区交通\n运输委\n区公安局', ['区交通运输委', '区公安局']],
    ['1.区公安局 2.区水利局', ['区公安局', '区水利局']],
    ['（一）区公安局；（二）区水利局', ['区公安局', '区水利局']],
    ['一、区公安局', ['区公安局']],
    ['①区公安局；②区水利局', ['区公安局', '区水利局']],
    ['区教育局、高等学校', ['区教育局', '高等学校']],
    ['各涉农街道', ['各涉农街道']],
    ['区国资中心、燃气企业', ['区国资中心', '燃气企业']],
    ['各乡镇 （街道）', ['各乡镇 （街道）']],
    // A name broken twice; a break before what makes no name; a half name before 等.
    ['区应急 管 理局', ['区应急管理局']],
    ['甲某某 乙某某', ['甲某某', '乙某某']],
    ['甲某等 单位', ['甲某', '等', '单位']],
    // List numbers of any length; a bracket with other words is no number.
    ['12.区公安局', ['区公安局']],
    ['十二、区公安局', ['区公安局']],
    ['（十二）区公安局', ['区公安局']],
    ['（12）区公安局', ['区公安局']],
    ['（甲）区公安局', ['（甲）区公安局']],
    // A conjunction that nothing follows parts nothing, and is kept.
    ['区公安局和', ['区公安局和']],
  ] as const)('%j', (cell, expected) => {
    const named = readUnits(cell, lexicon).flatMap((piece) => {
      if (piece.kind === 'name') return [piece.text.replace(/\s/g, '')];
      return piece.kind === 'group' || piece.kind === 'open' ? [piece.text] : [];
    });
    expect(named).toEqual(expected);
  });
});

describe('cells of other notices', () => {
  it.each([
    // A notice with unit names in full, and only one column of units.
    '区应急管理局、区经济和信息化委员会',
    '区住房和城乡建设委员会、各街道办事处',
    '区交通局、区公安局交巡警支队',
    '区文化和旅游发展委员会',
    '区教育委员会、区消防救援支队',
    '区水务局、临江生态公园管理处',
    '区卫生健康委员会',
    '区农业农村委员会、各涉农街道',
    // A saved page.
    '区市场监管局',
    '区住房城乡建委\n各镇（街道）',
    '区公安分局',
    '区国资中心、燃气企业',
    '区消防救援支队\n各镇（街道）',
    '区教委、区民政局',
    // Clauses.
    '市水利局牵头，各县（区）人民政府负责',
    '市应急管理局、市水利局按职责分工负责',
    '责任单位：市水利局、市住房和城乡建设局、市交通运输局等，各县（区）人民政府、市高新区管委会',
    '牵头单位：市应急管理局；配合单位：市自然资源和规划局、市生态环境局',
    '市发展和改革委员会（市粮食和物资储备局）负责。',
    '由市通信发展办公室牵头，中国电信、中国移动、中国联通白沙分公司具体落实',
    '市防汛办',
    '市防指各成员单位',
    // Tables.
    '县财政局，有关乡镇（街道）',
    '县发展改革委、县生态环境局等单位，红岩镇、大坝乡、石门街道',
    '县民政局\n县卫生健康委',
    '县疾控中心、县财政局',
    '县公安局、县国资公司、各街道',
  ])('%j is read whole', (cell) => {
    expect(isUnitList(cell, nobodyListed)).toBe(true);
  });

  it.each(['办好实事', '完成时限', '区公安局、加强监管'])('%j is not', (text) => {
    expect(isUnitList(text, nobodyListed)).toBe(false);
  });
});

describe('a list', () => {
  const names = [
    '区公安局',
    '区水利局',
    '区住房和城乡建设委员会',
    '武隆高新区（工业园区）管委会',
    '白马镇',
    '某中心',
  ] as const;
  const groups = [
    '各乡镇（街道）',
    '有关乡镇（街道）',
    '区级有关部门和单位',
    '各行业主管部门',
    '区安委会成员单位',
    '各林场',
  ] as const;
  const meant = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...names).map((text) => ({ kind: 'name', text }) as const) },
    fc.constantFrom(...groups).map((text) => ({ kind: 'group', text }) as const),
    fc.constantFrom(...names).map((text) => ({ kind: 'open', text }) as const),
  );
  const separator = fc.constantFrom('、', '，', ',', '；', '\n', ' 、 ', '、、', '，\n');

  it('is read back to what it was built from', () => {
    return fc.assert(
      fc.property(fc.array(fc.tuple(meant, separator), { minLength: 1, maxLength: 8 }), (parts) => {
        const cell = parts
          .map(([{ kind, text }, sep]) => text + (kind === 'open' ? '等单位' : '') + sep)
          .join('');
        const expected = parts.flatMap(([{ kind, text }]) =>
          kind === 'open' ? [text, '…等单位'] : [kind === 'group' ? `〔${text}〕` : text],
        );
        expect(short(readUnits(cell, nobodyListed))).toEqual(expected);
        expect(short(readUnits(cell, lexicon))).toEqual(expected);
      }),
      { numRuns: runs(400) },
    );
  });
});

describe('reading a cell', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '区公安局',
          '区水利局',
          '牵头',
          '（牵头）',
          '配合',
          '由',
          '责任单位：',
          '负责',
          '各乡镇（街道）',
          '成员单位',
          '区安委会',
          '等单位',
          '等',
          '和',
          '与',
          '、',
          '，',
          '（',
          '）',
          ' ',
          '\n',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('loses no character and never fails', () => {
    return fc.assert(
      fc.property(text, (cell) => {
        const pieces = readUnits(cell, lexicon);
        expect(pieces.map((piece) => piece.text).join('')).toBe(cell);
        let start = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(start);
          start += piece.text.length;
        }
      }),
      { numRuns: runs(800) },
    );
  });
});
