// A unit that the revision calls otherwise: what people typed into its sheet goes on under the new name.
import { describe, expect, it } from 'vitest';
import {
  exitCodeFor,
  findUnit,
  lineageIn,
  otherNamesOf,
  type Prepared,
  perhapsRenamed,
  prepare,
  type Registry,
  readReturned,
  rollUp,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  taskBookFromJson,
  taskBookToJson,
  unitNamed,
  withLineage,
  withRegistry,
} from '../../src/index.js';
import { changed, everythingIn, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const notice = (rows: readonly string[], year = 2026) =>
  taskNotice(rows, { number: `某府发〔${year}〕9号`, title: `${year}年重点任务分工`, year });

const BEFORE = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
  '科技园区 | 建成县级科技园区1个，引进企业12家。 | 县科委 | 县财政局',
  '科技特派员 | 选派科技特派员60名到村服务。 | 县科委 | 各乡镇人民政府',
  '乡村产业 | 发展特色产业基地9个。 | 县扶贫办 | 县农业农村局',
  '易地搬迁 | 搬迁后续扶持项目全部开工。 | 县扶贫办 | 县财政局',
  '防返贫监测 | 每月开展防返贫监测。 | 县扶贫办 | 县民政局',
];

const bookOfRows = (rows: readonly string[], units?: Registry) => bookOf(notice(rows), units);

const revised = (words: Readonly<Record<string, string>>) =>
  BEFORE.map((row) => Object.entries(words).reduce((text, [was, is]) => text.replaceAll(was, is), row));
const formerly = ({ units }: TaskBook) =>
  units.flatMap(({ name, formerly: names = [] }) => names.map((former) => `${former} → ${name}`));

describe('a unit that goes by another name', () => {
  const CASES: readonly (readonly [what: string, after: string[], wanted: string[]])[] = [
    ['has the same tasks and begins alike', revised({ 县科委: '县科学技术局' }), ['县科委 → 县科学技术局']],
    [
      'has three of the tasks, whatever its name',
      revised({ 县扶贫办: '县乡村振兴局' }),
      ['县扶贫办 → 县乡村振兴局'],
    ],
    ['is no other where only two tasks went to a name unlike', revised({ 县科委: '县数据局' }), []],
    ['is none where the tasks went to one that was there before', revised({ 县科委: '县财政局' }), []],
    [
      'is none where its tasks are divided evenly',
      revised({ '12家。 | 县科委': '12家。 | 县科学技术局', '到村服务。 | 县科委': '到村服务。 | 县科协' }),
      [],
    ],
    [
      'still is where one task of three went elsewhere',
      revised({ '全部开工。 | 县扶贫办': '全部开工。 | 县财政局', 县扶贫办: '县扶贫开发局' }),
      ['县扶贫办 → 县扶贫开发局'],
    ],
    [
      'is none where both names are printed',
      [...revised({ 县科委: '县科技局' }), '学会 | 办学会3个。 | 县科委 | 县科协'],
      [],
    ],
    [
      'is not each of two that became one',
      revised({ 县科委: '县农业农村和科技局', 县扶贫办: '县农业农村和科技局' }),
      ['县扶贫办 → 县农业农村和科技局'],
    ],
  ];

  it.each(CASES)('%s', async (_, after, wanted) => {
    const book = withLineage(await bookOfRows(after), await bookOfRows(BEFORE));
    expect(formerly(book)).toEqual(wanted);
  });

  it('is found by its former name, and keeps it in later editions and in the file', async () => {
    const first = await bookOfRows(BEFORE);
    const second = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), first);
    expect(findUnit(second, '县科委').value).toBe('县科学技术局');
    const stored = await taskBookFromJson(taskBookToJson(second), 'tasks.json');
    expect(formerly(stored.value as TaskBook)).toEqual(['县科委 → 县科学技术局']);
    const third = withLineage(await bookOfRows(revised({ 县科委: '县科技和工信局' })), second);
    expect(formerly(third).sort()).toEqual(['县科委 → 县科技和工信局', '县科学技术局 → 县科技和工信局']);
    expect(withLineage(second, second)).toEqual(second);
  });

  it('is the unit that the registry still lists under its former name alone', async () => {
    const registry: Registry = {
      units: [
        { name: '县科委', full: '某县科学技术委员会', kind: 'department' },
        { name: '县财政局', kind: 'department' },
      ],
      groups: [{ name: '各乡镇人民政府', members: ['县科委', '县财政局'] }],
    };
    const before = await bookOfRows(BEFORE, registry);
    const after = await bookOfRows(revised({ 县科委: '县科学技术局' }), registry);
    const second = withLineage(after, before);
    const third = withLineage(after, second);
    for (const book of [second, third]) {
      expect(book.units.filter(({ name }) => name.includes('科'))).toEqual([
        { name: '县科学技术局', kind: 'department', formerly: ['县科委', '某县科学技术委员会'] },
      ]);
      expect(findUnit(book, '县科委').value).toBe('县科学技术局');
      expect(JSON.stringify(book.groups)).not.toContain('县科委');
    }
  });

  it('is none where the registry lists both', async () => {
    const registry: Registry = {
      units: [
        { name: '县科委', kind: 'department' },
        { name: '县科学技术局', kind: 'department' },
      ],
    };
    const book = withLineage(
      await bookOfRows(revised({ 县科委: '县科学技术局' }), registry),
      await bookOfRows(BEFORE, registry),
    );
    expect(formerly(book)).toEqual([]);
  });
});

describe('its sheet', () => {
  /** The sheets of a book in a folder. */
  const publish = async (
    folder: VirtualFolder,
    book: TaskBook,
    was?: TaskBook,
    listedNames?: ReadonlyMap<string, readonly string[]>,
  ): Promise<Prepared> => {
    const units = [...book.units, ...(was?.units ?? [])].map(({ name }) => name);
    const sheets = Array.from(new Set(units), (name) => sheetFor(book, name)).filter(
      ({ unit, rows }) => rows.length > 0 || folder.files.has(`${unit}.xlsx`),
    );
    const files = sheets.map((sheet) => ({
      name: `${sheet.unit}.xlsx`,
      sheet,
      formerly: otherNamesOf(book, sheet.unit),
    }));
    const { value, diagnostics } = await prepare(folder, files, {
      unitOf: (named) => unitNamed(book, named),
      perhapsRenamed: perhapsRenamed(book),
      bookBefore: was,
      ...(listedNames && { lineage: lineageIn(book), listedNames }),
      force: false,
      step: () => {},
    });
    if (!value) throw new Error(JSON.stringify(diagnostics));
    folder.commit(value);
    return value;
  };
  const typing = (text: string) => (bytes: Uint8Array) =>
    changed(bytes, (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('进展情况')).value = text;
    });
  const filled = async (folder: VirtualFolder, name: string, text: string) =>
    folder.files.set(name, Buffer.from(await typing(text)(folder.files.get(name) as Buffer)));
  const textsIn = async (folder: VirtualFolder, name: string) =>
    everythingIn(await openWorkbook(folder.files.get(name) as Buffer));

  /** A folder after the revision, and the sheet of the former name as it was sent out. */
  const renewed = async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    const old = folder.files.get('县科委.xlsx') as Buffer;
    const after = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), before);
    await publish(folder, after);
    return { folder, old, after };
  };

  it('of a unit whose tasks have all gone to another that was there before is told with all that was typed', async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    await filled(folder, '县科委.xlsx', '已选址');
    const after = withLineage(await bookOfRows(revised({ 县科委: '县财政局' })), before);
    /** What is told of it by who builds and by who collects, and whether the latter has to do something. */
    const told = async () => {
      const { diagnostics } = await publish(folder, after, before);
      const files = [...folder.files].filter(([name]) => !name.startsWith('原件/'));
      const { problems } = await rolledUpFrom(after, files, null);
      return [diagnostics, problems].map((all) =>
        all.map(({ code, args, at }) => [code, 'count' in args && args.count, at?.file]),
      );
    };
    const both = (count: number) =>
      ['sheet-unit-gone', 'return-unit-gone'].map((code) => [[code, count, '县科委.xlsx']]);
    expect(await told()).toEqual(both(2));
    expect(await textsIn(folder, '县科委.xlsx')).toContain('已选址');
    // As long as it stands nowhere else, each run tells it.
    expect(await told()).toEqual(both(2));
    const copied = (task: string) =>
      changed(folder.files.get('县财政局.xlsx') as Buffer, (workbook) => {
        const { rows, column } = tasksIn(workbook);
        for (const row of rows())
          if (row.getCell(column('任务名称')).text === task) row.getCell(column('进展情况')).value = '已选址';
      });
    // The same words at a third task say nothing of these.
    folder.files.set('县财政局.xlsx', Buffer.from(await copied('堤防达标')));
    expect(await told()).toEqual(both(2));
    folder.files.set('县财政局.xlsx', Buffer.from(await copied('科技园区')));
    expect(await told()).toEqual(both(1));
    folder.files.set('县财政局.xlsx', Buffer.from(await copied('科技特派员')));
    expect(await told()).toEqual([[], []]);
  });

  it('of a unit that has lost all its tasks, in which nobody has typed, is nobody’s business', async () => {
    const before = await bookOfRows(BEFORE);
    const after = withLineage(await bookOfRows(revised({ 县科委: '县财政局' })), before);
    const sent = await sheetToXlsx(sheetFor(before, '县科委'));
    expect((await rolledUpFrom(after, [['县科委.xlsx', sent]], null)).problems).toEqual([]);
  });

  it('has what was typed into the former one, which is kept and taken away; once is enough', async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    await filled(folder, '县科委.xlsx', '已选址');
    const after = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), before);
    const { diagnostics } = await publish(folder, after);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['sheet-renamed', expect.objectContaining({ unit: '县科学技术局', former: '县科委', count: 2 })],
    ]);
    expect(await textsIn(folder, '县科学技术局.xlsx')).toContain('已选址');
    expect([...folder.files.keys()].filter((name) => name.includes('县科委'))).toEqual([
      expect.stringMatching(/^原件\/县科委.*\.xlsx$/),
    ]);
    const bytes = folder.files.get('县科学技术局.xlsx') as Buffer;
    const again = await publish(folder, after);
    expect(again.diagnostics).toEqual([]);
    expect(folder.files.get('县科学技术局.xlsx')?.equals(bytes)).toBe(true);
  });

  it.each([
    ['nobody has listed is told as a guess', [], 'sheet-renamed-guessed'],
    ['a list of units has is told as one', ['县科委'], 'sheet-renamed'],
  ])('of a former name that %s', async (_, names, code) => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    await filled(folder, '县科委.xlsx', '已选址');
    const after = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), before);
    const { diagnostics } = await publish(folder, after, undefined, new Map([['县科学技术局', names]]));
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(exitCodeFor(diagnostics)).toBe(names.length === 0 ? 1 : 0);
    expect(await textsIn(folder, '县科学技术局.xlsx')).toContain('已选址');
  });

  it('of a former name that nobody has listed is told in every run, until a list of units says so or somebody has looked', async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    await filled(folder, '县科委.xlsx', '已选址');
    const after = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), before);
    const run = async (names: readonly string[]) => {
      const { diagnostics } = await publish(folder, after, undefined, new Map([['县科学技术局', names]]));
      return diagnostics.map(({ code, args }) => ({ code, args }));
    };
    const kept = '原件/县科委（待核对 改名）.xlsx';
    const open = { code: 'originals-unchecked', args: { names: [kept], count: 1 } };
    expect(await run([])).toMatchObject([{ code: 'sheet-renamed-guessed', args: { name: kept } }]);
    expect(await run([])).toEqual([open]);
    const bytes = folder.files.get(kept);
    expect(await run(['县科委'])).toEqual([]);
    expect([...folder.files.keys()].filter((name) => name.includes('县科委'))).toEqual(['原件/县科委.xlsx']);
    expect(folder.files.get('原件/县科委.xlsx')).toEqual(bytes);
    expect(await run(['县科委'])).toEqual([]);
  });

  it('is told as blank where nothing is filled in in it, and has no header of its own for the name that it bears', async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    const old = folder.files.get('县科委.xlsx') as Buffer;
    const after = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), before);
    const { diagnostics } = await publish(folder, after);
    expect(diagnostics).toMatchObject([{ code: 'sheet-renamed', args: { count: 0 } }]);
    // The untouched file comes back in the new name's place.
    folder.files.set('县科学技术局.xlsx', old);
    expect((await publish(folder, after)).diagnostics).toEqual([]);
  });

  it('stays where it is and is told with both names where the new one is unlike', async () => {
    const folder = new VirtualFolder();
    const name = '县数据局';
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    await filled(folder, '县科委.xlsx', '已选址');
    const after = withLineage(await bookOfRows(revised({ 县科委: name })), before);
    const asked = [
      expect.objectContaining({ code: 'sheet-perhaps-renamed', args: { unit: name, former: '县科委' } }),
    ];
    expect((await publish(folder, after, before)).diagnostics).toEqual(asked);
    // As long as nobody has answered, each run asks.
    const same = withLineage(await bookOfRows(revised({ 县科委: name })), after);
    expect((await publish(folder, same, before)).diagnostics).toEqual(asked);
    expect(await textsIn(folder, '县科委.xlsx')).toContain('已选址');
    // What it says is done, and the next run carries it over.
    const kind = 'department';
    const told = withLineage(
      await bookOfRows(revised({ 县科委: name }), { units: [{ name, kind, formerly: ['县科委'] }] }),
      after,
    );
    await publish(folder, told, after);
    expect(await textsIn(folder, `${name}.xlsx`)).toContain('已选址');
    expect(folder.files.has('县科委.xlsx')).toBe(false);
  });

  it('of one that is listed beside the new one is that of another unit: nobody is asked whether it was renamed', async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    await filled(folder, '县科委.xlsx', '已选址');
    const codesWith = async (...names: string[]) => {
      const units = names.map((name) => ({ name, kind: 'department' as const }));
      const after = withLineage(await bookOfRows(revised({ 县科委: '县数据局' }), { units }), before);
      return (await publish(folder, after, before)).diagnostics.map(({ code }) => code);
    };
    expect(await codesWith('县数据局')).toEqual(['sheet-perhaps-renamed']);
    expect(await codesWith('县科委')).toEqual(['sheet-perhaps-renamed']);
    // What stands in it is told as that of any unit without tasks, until it is copied or put away.
    expect(await codesWith('县科委', '县数据局')).toEqual(['sheet-unit-gone']);
    expect(await textsIn(folder, '县科委.xlsx')).toContain('已选址');
    folder.files.set('原件/县科委.xlsx', folder.files.get('县科委.xlsx') as Buffer);
    folder.files.delete('县科委.xlsx');
    expect(await codesWith('县科委', '县数据局')).toEqual([]);
  });

  it('of a name that goes to nobody, or in which nobody has typed, is not told', async () => {
    const folder = new VirtualFolder();
    const before = await bookOfRows(BEFORE);
    await publish(folder, before);
    const after = withLineage(await bookOfRows(revised({ 县科委: '县数据局' })), before);
    expect((await publish(folder, after, before)).diagnostics).toEqual([]);
    expect(perhapsRenamed(withLineage(await bookOfRows(revised({ 县科委: '县财政局' })), before))).toEqual(
      new Map(),
    );
  });

  it('has it, too, where the new one was there, and nobody had typed anything into it', async () => {
    const { folder, old, after } = await renewed();
    folder.files.set('县科委.xlsx', Buffer.from(await typing('交晚了')(old)));
    await publish(folder, after);
    expect(await textsIn(folder, '县科学技术局.xlsx')).toContain('交晚了');
  });

  it('has its own, and the former one is told, where people typed into both', async () => {
    const { folder, old, after } = await renewed();
    await filled(folder, '县科学技术局.xlsx', '新的');
    const late = Buffer.from(await typing('旧的')(old));
    folder.files.set('县科委.xlsx', late);
    const { diagnostics } = await publish(folder, after);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['sheet-beside', { unit: '县科学技术局', names: ['县科委.xlsx'], as: '县科学技术局.xlsx' }],
    ]);
    expect(await textsIn(folder, '县科学技术局.xlsx')).not.toContain('旧的');
    expect(folder.files.get('县科委.xlsx')?.equals(late)).toBe(true);
  });

  it('is told where a program has named it behind the former name', async () => {
    const { folder, old, after } = await renewed();
    await filled(folder, '县科学技术局.xlsx', '新的');
    folder.files.set('县科委-任务清单.csv', Buffer.from('甲,乙\n1,2\n'));
    folder.files.set('.县科委.xlsx', Buffer.from(await typing('旧的')(old)));
    const { diagnostics } = await publish(folder, after);
    const names = ['.县科委.xlsx', '县科委-任务清单.csv'];
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['sheet-beside', { unit: '县科学技术局', names, as: '县科学技术局.xlsx' }],
    ]);
  });

  it('is told with its file where a sheet that is filled in has a name that means nobody', async () => {
    const { folder, old, after } = await renewed();
    await filled(folder, '县科学技术局.xlsx', '新的');
    folder.files.set('任务清单(2).xlsx', Buffer.from(await typing('旧的')(old)));
    folder.files.set('别的.csv', Buffer.from('甲,乙\n1,2\n'));
    const { diagnostics } = await publish(folder, after);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['sheet-beside', { unit: '县科学技术局', names: ['任务清单(2).xlsx'], as: '县科学技术局.xlsx' }],
    ]);
  });

  it('stays its own where a former name is another unit’s by now', async () => {
    const registry: Registry = {
      units: [
        { name: '县科学技术局', kind: 'department', formerly: ['县科委'] },
        { name: '县科委', kind: 'department' },
      ],
    };
    const folder = new VirtualFolder();
    await publish(folder, await bookOfRows(BEFORE, registry));
    await filled(folder, '县科委.xlsx', '已选址');
    // One of its two tasks goes to the other, which had none.
    const after = await bookOfRows(revised({ '12家。 | 县科委': '12家。 | 县科学技术局' }), registry);
    const { diagnostics } = await publish(folder, after);
    expect(diagnostics).toEqual([]);
    expect(await textsIn(folder, '县科委.xlsx')).toContain('已选址');
    expect(await textsIn(folder, '县科学技术局.xlsx')).not.toContain('已选址');
  });

  it('is read under its former name when it comes back late', async () => {
    const before = await bookOfRows(BEFORE);
    const after = withLineage(await bookOfRows(revised({ 县科委: '县科学技术局' })), before);
    const blank = await sheetToXlsx(sheetFor(before, '县科委'));
    const bytes = await typing('交晚了')(blank);
    const units = [{ name: '县科学技术局', kind: 'department' as const, formerly: ['县科委'] }];
    const listed = withRegistry(after, { units }).value as TaskBook;
    const told = async (book: TaskBook, sheet: Uint8Array, file: string) => {
      const { collected } = await readReturned(sheet, file);
      const all = rollUp(book, collected);
      expect(all.units.find(({ unit }) => unit === '县科学技术局')?.files).toEqual([file]);
      return all.problems
        .filter(({ code }) => code !== 'return-old')
        .map(({ code, args }) => ({ code, args }));
    };
    const guess = { code: 'return-unit-guessed', args: { unit: '县科学技术局', former: '县科委' } };
    for (const file of ['县科委.xlsx', '6月.xlsx']) expect(await told(after, bytes, file)).toEqual([guess]);
    // A book that is read again knows it, and who has listed the name has answered.
    const again = (await taskBookFromJson(taskBookToJson(after), '')).value as TaskBook;
    expect(await told(again, bytes, '县科委.xlsx')).toEqual([guess]);
    expect(await told(withLineage(after, after), bytes, '县科委.xlsx')).toEqual([guess]);
    expect(await told(listed, bytes, '县科委.xlsx')).toEqual([]);
    // Where nobody has put anything into it, whose it was does not matter.
    expect(await told(after, blank, '县科委.xlsx')).toEqual([]);
    const sheet = sheetFor(before, '县科委');
    const rows = sheet.rows.map((row) => ({ ...row, filled: { progress: '交晚了' } }));
    const text = Buffer.from(sheetToCsv({ ...sheet, rows }));
    expect(await told(after, text, '县科委.csv')).toEqual([guess]);
  });

  it('is told where it is put over the new one’s, as long as its name is but guessed', async () => {
    const { folder, old, after } = await renewed();
    const late = Buffer.from(await typing('交晚了')(old));
    folder.files.set('县科学技术局.xlsx', late);
    const told = async (names: readonly string[]) =>
      (await publish(folder, after, undefined, new Map([['县科学技术局', names]]))).diagnostics.map(
        ({ code, args }) => ({ code, args }),
      );
    const kept = '原件/县科委（待核对 改名）.xlsx';
    const args = { unit: '县科学技术局', former: '县科委', name: kept, count: 2 };
    expect(await told([])).toEqual([{ code: 'sheet-renamed-guessed', args }]);
    expect(folder.files.get(kept)?.equals(late)).toBe(true);
    expect(await textsIn(folder, '县科学技术局.xlsx')).toContain('交晚了');
    expect(await told([])).toEqual([{ code: 'originals-unchecked', args: { names: [kept], count: 1 } }]);
    expect(await told(['县科委'])).toEqual([]);
  });
});
