// Duties in words that no frame reads: never a task, never in silence. A line a kind.
import { describe, expect, it } from 'vitest';
import { nameOf, parseNotice } from '../../src/index.js';

const told = async (said: string) => {
  const notice = `平川县人民政府办公室关于做好有关工作的通知

川政办发〔2026〕9号

各乡镇人民政府，县直各部门：

现将有关事项通知如下：

一、排查隐患。排查隐患200处。（县应急管理局牵头，县公安局配合）
二、建立台账。${said}

平川县人民政府办公室
2026年3月5日
`;
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(notice), { name: 'a.txt' });
  const [, task] = value?.tasks ?? [];
  return {
    lead: task?.lead.map(nameOf),
    responsible: task?.responsible.map(nameOf),
    errors: diagnostics.filter(({ code }) => code === 'duty-without-task').length,
  };
};

describe('a duty that is not read', () => {
  it.each([
    '（县教育局负主体责任，县财政局负监管责任）',
    '责任单位是：县教育局、县财政局。',
    '牵头单位（县城管局）、配合单位（各街道、县自然资源局）',
    '县教育局牵头的工作',
  ])('is told: %s', async (said) => {
    expect(await told(said)).toEqual({ lead: undefined, responsible: undefined, errors: 1 });
  });

  it.each(['2025年由县教育局牵头的台账已建成。', '责任单位要及时报送。', '每月25日前由牵头单位报县政府。'])(
    'is not seen where none is: %s',
    async (said) => {
      expect(await told(said)).toMatchObject({ errors: 0 });
    },
  );
});

describe('a label or word', () => {
  it.each([
    '（县教育局负责牵头，县财政局负责配合）',
    '【牵头单位】县教育局 【配合单位】县财政局',
    '［牵头单位］：县教育局；［配合单位］：县财政局',
    '（县教育局为牵头单位，县财政局为配合单位）',
    '（牵头单位为县教育局，配合单位为县财政局）',
    '牵头单位是县教育局，配合单位有县财政局。',
    '（牵头单位 县教育局；配合单位 县财政局）',
    '（牵头单位县教育局，配合单位县财政局）',
    '（牵头单位（部门）：县教育局；责任单位（部门）：县财政局）',
    '（牵头单位∶县教育局；配合单位∶县财政局）',
    '此项工作由县教育局牵头，县财政局配合。',
    '请县教育局牵头，县财政局配合。',
    '（拟由县教育局牵头，县财政局配合）',
    '具体由县教育局牵头，县财政局配合。',
    // A last bracket that nobody has closed.
    '（县教育局牵头，县财政局配合',
  ])('says who leads and who helps: %s', async (said) => {
    expect(await told(said)).toEqual({ lead: ['县教育局'], responsible: ['县财政局'], errors: 0 });
  });
});
