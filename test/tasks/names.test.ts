// Names agree across a notice: what is told, and what settles it.
import { describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  nameOf,
  parseNotice,
  placeText,
  type Registry,
  type TaskBook,
  tally,
  unresolved,
  withRegistry,
} from '../../src/index.js';

const NOTICE = `云溪县人民政府办公室关于印发2026年重点工作分工的通知

云溪府办发〔2026〕3号

各乡镇人民政府，县政府各部门：

现将《2026年重点工作分工》印发给你们，请抓好落实。

云溪县人民政府办公室
2026年1月8日

2026年重点工作分工

一、重点工作
（一）整治河道。清理河道十公里。（牵头单位：县住房和城乡建设局；责任单位：县生态环竟局、财政局）
（二）修缮校舍。修缮校舍三所。（牵头单位：县住建局；责任单位：县财政局、县石盘滩水库管理所）
`;

async function parsed(
  registry?: Registry,
): Promise<{ book: TaskBook; told: (code: string) => Diagnostic[] }> {
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(NOTICE), {
    name: 'a.txt',
    registry,
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return { book: value, told: (code) => diagnostics.filter((each) => each.code === code) };
}

/** Line and column of a text in the notice, as a place. */
function placeIn(text: string, from = 0): string {
  const before = NOTICE.slice(0, NOTICE.indexOf(text, from)).split('\n');
  return `a.txt:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const read = (told: readonly Diagnostic[]) =>
  told.map(({ args, at }) => {
    const places = Object.values(args).map((arg: unknown) =>
      typeof arg === 'object' && arg !== null && 'file' in arg ? placeText(arg as never) : arg,
    );
    return [...places, at && placeText(at)];
  });

describe('two names of one office', () => {
  it('are one unit, told once, with what is printed kept', async () => {
    const { book, told } = await parsed();
    expect(read(told('alias-general'))).toEqual([
      ['县住房和城乡建设局', '县住建局', placeIn('县住房和城乡建设局'), placeIn('县住建局')],
    ]);
    expect(read(told('prefix-shared'))).toContainEqual(['财政局', '县财政局', placeIn('财政局')]);
    expect(book.tasks.flatMap(({ lead }) => lead).map((each) => [each.text, nameOf(each)])).toEqual([
      ['县住房和城乡建设局', '县住房和城乡建设局'],
      ['县住建局', '县住房和城乡建设局'],
    ]);
    expect(tally(book).find(({ name }) => name === '县住房和城乡建设局')).toMatchObject({ lead: 2 });
    expect(book.unlisted).toEqual(['县住房和城乡建设局', '县生态环竟局', '县财政局', '县石盘滩水库管理所']);
  });

  it('are the registry’s unit, if it has one', async () => {
    const { book } = await parsed({ units: [{ name: '县住建局', kind: 'department' }] });
    expect(book.tasks.flatMap(({ lead }) => lead).map(nameOf)).toEqual(['县住建局', '县住建局']);
  });

  it('are the unit of a registry that comes later', async () => {
    const { book } = await parsed();
    const later = withRegistry(book, { units: [{ name: '县住建局', kind: 'department' }] }).value;
    expect(later?.tasks.flatMap(({ lead }) => lead).map(nameOf)).toEqual(['县住建局', '县住建局']);
    expect(later?.unlisted).not.toContain('县住房和城乡建设局');
  });

  it('are two units, if the registry says so', async () => {
    const { book } = await parsed({
      units: [
        { name: '县住建局', kind: 'department' },
        { name: '县住房和城乡建设局', kind: 'department' },
      ],
    });
    expect(book.tasks.flatMap(({ lead }) => lead).map(nameOf)).toEqual(['县住房和城乡建设局', '县住建局']);
  });
});

describe('a name that is nearly another', () => {
  it('is told and kept', async () => {
    const { book, told } = await parsed();
    expect(read(told('unit-near'))).toEqual([
      ['县生态环竟局', ['县生态环境局'], null, placeIn('县生态环竟局')],
    ]);
    expect(told('unit-near').map(({ severity }) => severity)).toEqual(['warning']);
    expect(unresolved(book).filter(({ why }) => why === 'near')).toMatchObject([
      { name: '县生态环竟局', nearest: ['县生态环境局'], tasks: 1 },
    ]);
  });

  it.each<[string, Registry]>([
    ['an alias', { units: [{ name: '县环境局', kind: 'department', aliases: ['县生态环竟局'] }] }],
    ['a unit of its own', { units: [{ name: '县生态环竟局', kind: 'department' }] }],
  ])('is settled by %s in a registry', async (_, registry) => {
    const { book, told } = await parsed(registry);
    expect(told('unit-near')).toEqual([]);
    expect(unresolved(book).filter(({ why }) => why === 'near')).toEqual([]);
    const later = withRegistry((await parsed()).book, registry).value as TaskBook;
    expect(unresolved(later).filter(({ why }) => why === 'near')).toEqual([]);
  });
});

describe('a short name that the notice declares', () => {
  async function named(short: string) {
    const text = `关于某事的通知\n\n各单位：\n\n一、任务\n1.县水利工程建设质量监督管理中心站（以下简称“${short}”）负责排查水库12座。\n2.开展演练。（责任单位：${short}、县人武部）\n\n某县政府\n2026年3月1日\n`;
    const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    return {
      units: value?.tasks.map(({ lead, responsible }) => [...lead, ...responsible].map(nameOf)),
      told: diagnostics.flatMap(({ code, at }) =>
        code === 'alias-declared' ? [at && 'line' in at ? at.line : undefined] : [],
      ),
    };
  }

  it('is the unit that it is short for, told once', async () => {
    const whole = '县水利工程建设质量监督管理中心站';
    expect(await named('县质监管理站')).toEqual({ units: [[whole], [whole, '县人武部']], told: [7] });
  });

  it('is none where its characters are not those of the name', async () => {
    const { units, told } = await named('县供水中心');
    expect(units?.[1]).toEqual(['县供水中心', '县人武部']);
    expect(told).toEqual([]);
  });
});
