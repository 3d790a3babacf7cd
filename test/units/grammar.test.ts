import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, type Piece, REGISTRIES, readUnits } from '../../src/index.js';

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
    // Other groups.
    ['各乡镇（街道）、各林场', ['〔各乡镇（街道）〕', '〔各林场〕']],
    ['各行业主管部门', ['〔各行业主管部门〕']],
    ['区级有关行业部门', ['〔区级有关行业部门〕']],
    ['各有关单位', ['〔各有关单位〕']],
    // Names with brackets of their own.
    ['武隆高新区（工业园区）管委会、区公安局', ['武隆高新区（工业园区）管委会', '区公安局']],
    ['区住房城乡建委（区人民防空办）', ['区住房城乡建委（区人民防空办）']],
  ] as const)('%s', (cell, expected) => {
    expect(short(readUnits(cell, lexicon))).toEqual(expected);
    // The same without knowing any name.
    expect(short(readUnits(cell, nobodyListed))).toEqual(expected);
  });
});

describe('reading a cell', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '区公安局',
          '区水利局',
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
