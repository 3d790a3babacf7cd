// What people type where a list has another word for it.
import { describe, expect, it } from 'vitest';
import { answerIn } from '../../src/sheets/index.js';

describe('an answer', () => {
  it.each([
    [
      'yes',
      [
        '是',
        ' 是 ',
        '是。',
        '是的',
        '√',
        '✓',
        'Y',
        'ｙ',
        'yes',
        'YES',
        'Ｙ',
        '✔',
        '属于',
        '涉及',
        '有关',
        '对',
      ],
    ],
    [
      'no',
      [
        '否',
        '不是',
        '不是的',
        '×',
        'x',
        'X',
        'Ｘ',
        'N',
        'no',
        '不属于',
        '不涉及',
        '无关',
        '不相关',
        '非',
        '无',
      ],
    ],
    ['unsure', ['不清楚', '不知道', '不确定', '待定', '？', '?', '是/否', '是／否']],
    [undefined, ['', '是，但只有一项', '部分涉及', '1', '见备注']],
  ] as const)('is %s', (answer, texts) => {
    expect(texts.map((text) => [text, answerIn(text)])).toEqual(texts.map((text) => [text, answer]));
  });
});

describe('an answer with something in brackets behind it', () => {
  it.each([
    ['是（牵头）', 'yes'],
    ['是 (配合单位)', 'yes'],
    ['√（2月起）', 'yes'],
    ['否（不涉及）', 'no'],
    ['否（由县财政局办）', 'no'],
    ['是（待核）', undefined],
    ['是（不牵头）', undefined],
    ['否（可能配合）', undefined],
    ['１', undefined],
    ['0', undefined],
    ['是，我局牵头', undefined],
    ['是 √', 'yes'],
    ['✔否', 'no'],
    ['√', 'yes'],
    ['是√否', undefined],
  ] as const)('%s', (text, answer) => {
    expect(answerIn(text)).toBe(answer);
  });
});
