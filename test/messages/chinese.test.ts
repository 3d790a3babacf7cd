// What is said: every code is worded for any arguments, in Chinese, with what there is to do.
import { describe, expect, it } from 'vitest';
import { CODES, type Code, type Diagnostic, diagnose, messageOf, RULES, ruleWords } from '../../src/index.js';
import type { ArgShape } from '../../src/model/codes/kind.js';

/** Arguments of a shape: each text is a word that shows, each list has one. */
const sample = (shape: ArgShape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, type]) => {
      const values = {
        text: `〈${name}〉`,
        'text?': `〈${name}〉`,
        texts: [`〈${name}〉`],
        'texts?': [`〈${name}〉`],
        number: 7654,
        'number?': 7654,
        flag: true,
        reference: {
          kind: 'row',
          id: 'T',
          tableNumber: '四',
          table: '甲表',
          number: '9',
          name: `〈${name}〉`,
        },
        'place?': { file: '〈file〉' },
        statuses: [{ unit: `〈${name}〉`, status: '已完成' }],
        differences: [{ from: `〈${name}〉`, to: '乙', next: '' }],
      };
      return [name, typeof type === 'string' ? values[type] : type[0]];
    }),
  );
const said = (code: Code, change: object = {}) =>
  messageOf({ code, severity: 'info', args: { ...sample(CODES[code].args), ...change } } as Diagnostic);

const codes = Object.keys(CODES) as Code[];
/** Those whose words come from outside. */
const OUTSIDE: readonly Code[] = ['usage', 'told-earlier'];

describe.each(codes)('%s', (code) => {
  it('is said with what it is about', () => {
    const words = said(code);
    expect(words).not.toMatch(/undefined|null|NaN|\[object/);
    if (!OUTSIDE.includes(code)) expect(words).toMatch(/\p{Script=Han}{2}/u);
    for (const [name, type] of Object.entries(CODES[code].args)) {
      if (type === 'number' || type === 'number?') expect(words).toContain('7654');
      if (type === 'text' && !UNSAID.has(`${code} ${name}`)) expect(words).toContain(`〈${name}〉`);
      if (type === 'text?' || type === 'texts' || type === 'statuses' || type === 'reference')
        expect(words).toContain(`〈${name}〉`);
    }
  });
});

/** Arguments that only programs want, or that only some of the words need: of one filled file nothing says which is later. */
const UNSAID = new Set(['return-twice by', 'told-earlier code']);

describe('an error', () => {
  const errors = codes.filter((code) => CODES[code].severity === 'error' && !OUTSIDE.includes(code));

  it.each(errors.filter((code) => !RULES.some((rule) => rule.code === code)))(
    '%s says what to do',
    (code) => {
      expect(said(code)).toMatch(/请|格式见|可用的有|用 wulong-tasks/);
    },
  );
});

describe('a rule', () => {
  const words = RULES.map(({ code }) => ruleWords(code));

  it('has a title and an explanation of its own', () => {
    expect(new Set(words.map(({ title }) => title)).size).toBe(RULES.length);
    for (const { title, explanation } of words) {
      expect(title).toMatch(/^[\p{Script=Han}、 \d]+$/u);
      expect(explanation.length).toBeGreaterThan(20);
    }
  });
});

describe('what is said', () => {
  it('depends on the arguments', () => {
    const task = {
      kind: 'row',
      id: 'T',
      tableNumber: null,
      table: '任务表',
      number: '1',
      name: '《甲》',
    } as const;
    const without = { ...task, tableNumber: '四', number: '', name: '甲' };
    const clause = { kind: 'clause', id: 'T', number: '2', name: '甲' };
    expect([task, without, clause].map((each) => said('goal-missing', { task: each }))).toEqual([
      '任务表第1行《甲》没有写目标。',
      '表四“甲”没有写目标。',
      '正文2“甲”没有写目标。',
    ]);
    const earlierIn = { kind: 'measure', id: '一（一）', number: '（一）' };
    expect(said('indicator-conflict', { earlierIn, laterIn: task })).toContain('在正文（一）写作');
    expect(said('unit-unknown', { nearest: [] })).toBe('单位名录里没有“〈name〉”。');
    expect(said('unit-unknown', { nearest: ['甲局', '乙局'] })).toContain('是不是：甲局、乙局？');
    expect(said('rule-unknown', { nearest: [] })).toContain('没有“〈rule〉”这条规则）');
    expect(said('only-in-body', { tasked: false })).toContain('没有任务落实这一条');
    expect(said('number-sequence', { last: null })).toContain('上一个是 无');
    expect(said('book-damaged', { field: null })).toContain('（不是完整的 JSON）');
    expect(said('book-damaged', { field: '' })).toContain('（内容 不对）');
    expect(said('output-unwritable', { reason: 'EACCES' })).toContain('（没有权限）');
    expect(said('name-inferred', { rows: 1 })).toContain('“〈task〉”名称空白');
    expect(said('document-names', { marked: false })).toContain('别处写作《〈title〉》，这里写作“〈here〉”');
    expect(said('sentence-without-task', { part: 'figure' })).toContain('这个数没有任务落实：“〈text〉”。');
    expect(said('width-mixed', { sign: 'comma', width: 'full' })).toBe(
      '这里的逗号“〈found〉”是全角，别处多用半角。',
    );
    expect(said('output-stale', { names: [] })).toContain('上次没有写完');
    expect(said('output-stale', { names: Array(11).fill('甲') })).toContain('有 11 个文件');
    expect(said('roll-up-stray', { count: 4, names: ['甲', '乙', '丙', '丁'] })).toContain('甲、乙、丙 等');
  });

  it('of two texts is how they differ', () => {
    const differs = (from: string, to: string, swapped = false) =>
      said('body-differs', { swapped, differences: [{ from, to, next: '级' }] }).split('：')[1];
    expect([differs('县', '市'), differs('', '市级'), differs('定期', ''), differs('', '', true)]).toEqual([
      '正文是“县级”，表里是“市级”。',
      '表里多“市级”。',
      '表里少“定期”。',
      '字的先后不同。',
    ]);
  });

  it('can be said in other words', () => {
    const english = { messages: { 'file-empty': () => 'The file is empty.' } } as unknown as Parameters<
      typeof messageOf
    >[1];
    expect(messageOf(diagnose('file-empty', undefined), english)).toBe('The file is empty.');
  });
});

it('names units that say the same together, and of many the first', () => {
  const others = [...'甲乙丙丁戊己庚'].map((sign) => ({ unit: `${sign}镇`, status: '推进中' }));
  const args = { name: '某任务', lead: '县水利局', status: '已完成' };
  const words = (all: typeof others) =>
    messageOf(diagnose('return-conflict', { ...args, others: all }, 'a.xlsx'));
  expect(words(others)).toBe(
    '“某任务”：牵头单位县水利局填“已完成”，而甲镇、乙镇、丙镇、丁镇、戊镇等 7 个填“推进中”。请核实。',
  );
  expect(words([...others.slice(0, 2), { unit: '辛乡', status: '滞后' }])).toContain(
    '甲镇、乙镇填“推进中”，辛乡填“滞后”',
  );
});

it.each([
  ['县水利局.rar', '把压缩包解开，用里面的表'],
  ['县水利局.eml', '把邮件里的附件存出来'],
  ['县水利局.url', '打开它指向的文件'],
  ['县水利局.xls', '另存为 .xlsx'],
])('says how what is in %s is used', (name, how) => {
  expect(
    messageOf(diagnose('sheet-beside', { unit: '县水利局', names: [name], as: '县水利局.xlsx' })),
  ).toContain(how);
});

it('says what to do first where only Word files of a sheet were written, which nobody fills in', () => {
  const args = { unit: '县水利局', names: ['县水利局（填）.xlsx'], as: '' };
  const beside = messageOf(diagnose('sheet-beside', args));
  const same = messageOf(diagnose('sheet-beside-same', args));
  expect(beside).toContain('加上 --xlsx 再运行一次');
  expect(beside + same).not.toContain('“”');
});
