import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/read/flow.js';
import { readText } from '../../src/read/text.js';
import { brokenIn } from '../../src/read/wrapped.js';

const paragraphs = async (text: string) => {
  const { value, diagnostics } = await readText(text, 'a.txt');
  const read = value?.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage] : []));
  return { texts: read?.map((passage) => passage.text), value, codes: diagnostics.map(({ code }) => code) };
};

/** Cuts paragraphs where a page of so many Han characters is full, as a PDF's text is copied. */
const wrap = (text: string, width: number) =>
  text
    .split('\n')
    .flatMap((paragraph) => paragraph.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n');

const NOTICE = [
  '关于印发二〇二六年养老服务重点任务分工方案的通知',
  '各区人民政府，各有关部门和单位：',
  '经市政府同意，现将二〇二六年养老服务重点任务分工方案印发给你们，请结合本地区、本部门实际认真贯彻落实，重要情况及时报告。',
  '一、健全服务网络',
  '1.建设区域养老服务中心。年内建成街道区域养老服务中心五十个，同步优化服务驿站布局，推动医养资源就近衔接。（主责单位：市民政局；协办单位：市财政局、市住房城乡建设委）',
  '2.发展家庭养老床位。按照一户一案实施居家适老化改造，新增家庭养老床位三千张，对特殊困难老年人家庭给予补助。（主责单位：市民政局；协办单位：市卫生健康委、市医保局）',
  '3.推进老年助餐。鼓励国有企业闲置食堂转型，新增助餐点二百个，高校食堂向周边老年人开放试点不少于十所。（主责单位：市民政局；协办单位：市商务局、市教委）',
];

describe('a text whose lines are broken where the page was full', () => {
  it.each([28, 30, 33])('has its paragraphs, of %i characters a line', async (width) => {
    const { texts, codes } = await paragraphs(wrap(NOTICE.join('\n'), width));
    expect(texts).toEqual(NOTICE);
    expect(codes).toEqual(['lines-joined']);
  });

  it('keeps every character with its place', async () => {
    const text = wrap(NOTICE.join('\n'), 30);
    const { value } = await paragraphs(text);
    const passage = value?.blocks.at(-1);
    const spans = passage?.kind === 'paragraph' ? (passage.passage.at.spans ?? []) : [];
    expect(spans.map(([start, end]) => text.slice(start, end)).join('')).toBe(NOTICE.at(-1));
  });

  it('ends a paragraph before a number, a label, a blank line', async () => {
    const long = '加强组织领导压实工作责任细化工作措施强化督促检查确保各项任务按期完成取得实效';
    const lines = [
      long,
      long,
      long,
      long,
      long,
      long,
      long,
      `牵头单位：市民政局`,
      long,
      '1.另一件事。',
      long,
      '',
      long,
    ];
    const { texts } = await paragraphs(lines.join('\n'));
    expect(texts).toEqual([
      long.repeat(7),
      '牵头单位：市民政局',
      long,
      `1.另一件事。${long}`.slice(0, 7),
      long,
      long,
    ]);
  });
});

describe('a text of which each line is a paragraph', () => {
  it.each([
    ['lines of many lengths', NOTICE.join('\n')],
    [
      'sentences of one length',
      Array.from({ length: 12 }, (_, i) => `（${i}）按照要求认真做好各项工作并按时报送有关情况材料。`).join(
        '\n',
      ),
    ],
    ['names', Array.from({ length: 20 }, () => '县应急管理局、县水利局、县气象局').join('\n')],
  ])('is left as it is: %s', async (_, text) => {
    const { texts, codes } = await paragraphs(text);
    expect(texts).toEqual(text.split('\n'));
    expect(codes).toEqual([]);
  });
});

describe('a Document whose paragraphs are the lines of such a text', () => {
  const told = (text: string) => {
    const flow = text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line }));
    return brokenIn(documentOf('a.docx', flow).value).map(({ code, args }) => [code, args]);
  };

  it('is told, with how often one breaks off', () => {
    const text = wrap(NOTICE.join('\n'), 30);
    const count = text.split('\n').length - NOTICE.length;
    expect(told(text)).toEqual([['lines-broken', { count }]]);
  });

  it('is none where its paragraphs are whole, however alike they are', () => {
    expect(told(NOTICE.join('\n'))).toEqual([]);
    const items = NOTICE.map((_, i) => `${i + 1}.建设区域养老服务中心，年内建成街道区域养老服务中心五十个。`);
    expect(told(items.join('\n'))).toEqual([]);
  });
});
