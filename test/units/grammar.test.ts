import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, type Piece, REGISTRIES, readUnits } from '../../src/index.js';
import { isUnitList } from '../../src/units/index.js';

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
    ['各乡镇人民政府、各街道办事处', ['〔各乡镇（街道）〕']],
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
  ] as const)('%s', (cell, expected) => {
    expect(short(readUnits(cell, lexicon))).toEqual(expected);
    // The same without knowing any name.
    expect(short(readUnits(cell, nobodyListed))).toEqual(expected);
  });
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
      { numRuns: 1000 },
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
      { numRuns: 2000 },
    );
  });
});
