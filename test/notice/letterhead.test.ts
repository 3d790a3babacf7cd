import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

const TABLE = '序号\t任务\t牵头单位\n1\t甲事\t县公安局\n2\t乙事\t县财政局\n';

async function head(...lines: string[]) {
  const text = `${lines.join('\n')}\n附件\n任务表\n${TABLE}`;
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  expect(value?.ledger.rest).toEqual([]);
  return {
    ...value?.notice,
    chapters: value?.chapters.map(({ number, title, measures }) => [
      number,
      title,
      ...measures.map((measure) => measure.number + measure.title),
    ]),
    codes: diagnostics.filter(({ code }) => !code.startsWith('registry')).map(({ code }) => code),
  };
}

const LETTER = ['各乡镇人民政府：', '请办好。', '某县人民政府', '2026年1月1日'];

describe('a document number', () => {
  it.each([
    '某府发〔2026〕1号',
    '某府办函〔2026〕12号',
    '某安办发[2026]3号',
    '某政办发【2026】4号',
    '某府发（2026）5号',
    '某府发﹝2026﹞6号',
    '某府发〔２０２６〕７号',
    '某府发〔2026〕第8号',
    '某 府 发 〔2026〕 9 号',
  ])('is told: %s', async (number) => {
    expect((await head(number, '关于某事的通知', ...LETTER)).number).toBe(number);
  });

  it('may stand beside who signs', async () => {
    const { number, title } = await head('某府发〔2026〕1号 签发人：张某', '关于某事的通知', ...LETTER);
    expect(number).toBe('某府发〔2026〕1号 签发人：张某');
    expect(title).toBe('关于某事的通知');
  });

  it('may be absent, and that is told', async () => {
    const { number, title, codes } = await head('某县人民政府', '关于某事的通知', ...LETTER);
    expect(number).toBeNull();
    expect(title).toBe('某县人民政府关于某事的通知');
    expect(codes).toEqual(['number-missing']);
  });

  it('has what stands above it for a masthead', async () => {
    const { masthead, title } = await head(
      '某县人民政府文件',
      '某府发〔2026〕1号',
      '某县人民政府',
      '关于某事的通知',
      ...LETTER,
    );
    expect(masthead).toEqual(['某县人民政府文件']);
    expect(title).toBe('某县人民政府关于某事的通知');
  });
});

describe('issuers', () => {
  it('may be several', async () => {
    const { issuer, letter, date } = await head(
      '某应急〔2026〕1号',
      '关于某事的通知',
      '各乡镇人民政府：',
      '请办好。',
      '某县应急管理局',
      '某县公安局',
      '２０２６年１月１日',
    );
    expect({ issuer, letter, date }).toEqual({
      issuer: ['某县应急管理局', '某县公安局'],
      letter: ['请办好。'],
      date: '2026-01-01',
    });
  });
});

describe('what comes after the letter', () => {
  it('may be named in the letter, and is no appendix there', async () => {
    const { appendices, letter } = await head(
      '关于某事的通知',
      '各乡镇人民政府：',
      '请办好。',
      '附件：1.任务表',
      '2.联系表',
      '某县人民政府',
      '2026年1月1日',
      '（联系人：张某，电话：1）',
    );
    expect(appendices).toMatchObject([{ label: '附件', title: '任务表' }]);
    expect(letter).toEqual(['请办好。', '附件：1.任务表', '2.联系表']);
  });

  it('may be a colophon', async () => {
    const { colophon } = await head(
      '关于某事的通知',
      ...LETTER,
      '抄送：县委办公室。',
      '某县人民政府办公室 2026年1月2日印发',
    );
    expect(colophon).toEqual(['抄送：县委办公室。', '某县人民政府办公室 2026年1月2日印发']);
  });
});

describe('an outline', () => {
  const outline = async (...lines: string[]) => (await head('关于某事的通知', ...LETTER, ...lines)).chapters;

  it('has chapters and measures, titled to the first full stop or on a line of their own', async () => {
    expect(await outline('一、总则', '（一）甲。办好。', '（二）乙', '办妥。', '二、附则')).toEqual([
      ['一', '总则', '（一）甲', '（二）乙'],
      ['二', '附则'],
    ]);
  });

  it('may have measures without chapters, and skip or restart its numbers', async () => {
    expect(await outline('（一）甲。', '（三）丙。', '（一）丁。')).toEqual([
      ['', '', '（一）甲', '（三）丙', '（一）丁'],
    ]);
  });

  it('may number its measures 1. or （1） under a chapter', async () => {
    expect(await outline('一、总则', '1.甲。办好。', '2．乙。', '3、丙。')).toEqual([
      ['一', '总则', '1甲', '2乙', '3丙'],
    ]);
  });

  it('keeps points under the measure that they are of', async () => {
    expect(
      await outline('一、总则', '（一）甲。', '1.办好。', '（1）办快。', '①办妥。', '（二）乙。'),
    ).toEqual([['一', '总则', '（一）甲', '（二）乙']]);
  });

  it('may have chapters and articles', async () => {
    expect(await outline('第一章 总则', '第一条 甲。', '第二条 乙。', '第二章 附则', '第三条 丙。')).toEqual([
      ['第一章', '总则', '第一条甲', '第二条乙'],
      ['第二章', '附则', '第三条丙'],
    ]);
  });
});
