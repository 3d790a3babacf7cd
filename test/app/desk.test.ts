// What lies on the desk of the tool: each file is known by its content, and what is made of them is what the command
// line makes. The desk is the same in a browser; browser.test.ts opens the tool there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Desk } from '../../src/app/desk.js';
import type { Made, Shown } from '../../src/app/shown.js';
import {
  bookToHtml,
  compareBooks,
  overviewToXlsx,
  parseNotice,
  registryDraft,
  registryToXlsx,
  revisionToMarkdown,
  sheetFor,
  sheetToCsv,
  sheetToDocx,
  sheetToXlsx,
  taskBookToJson,
} from '../../src/index.js';
import { emptyFolder, files, run, SMALL_NOTICE } from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { seedBook, seedBytes, shortSeed } from '../support/seed.js';

const small = strToU8(SMALL_NOTICE);
/** The second task has another lead, and the first another time. */
const revised = strToU8(
  SMALL_NOTICE.replace('12月底前', '11月底前').replace('办好乙事\n\t县民政局', '办好乙事\n\t县财政局'),
);

const kinds = ({ files: all }: Shown) => all.map(({ name, kind, use }) => [name, kind, use]);
const text = ({ bytes }: Made) => Buffer.from(bytes).toString('utf8');

/** 县水利局's sheet of the small notice with something typed into its first row. */
async function filledIn(typed = '张三'): Promise<Uint8Array> {
  const { value } = await parseNotice(small, { name: 'notice.txt' });
  if (!value) throw new Error('not read');
  return changed(await sheetToXlsx(sheetFor(value, '县水利局')), (workbook) => {
    const { column, rows } = tasksIn(workbook);
    const [row] = rows();
    if (row) row.getCell(column('责任人')).value = typed;
  });
}

describe('files on the desk', () => {
  it('are known by what is in them', async () => {
    const desk = new Desk();
    const shown = await desk.add([
      { name: '通知.txt', bytes: small },
      { name: '县水利局(1).xlsx', bytes: await filledIn() },
      { name: 'units.yaml', bytes: strToU8('district: { name: 某县 }\nunits:\n  - name: 县水利局\n') },
      { name: '照片.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13) },
      { name: '总台账.xlsx', bytes: strToU8('x') },
      { name: '很大.docx', bytes: null },
      { name: '~$通知.docx', bytes: strToU8('x') },
    ]);
    expect(kinds(shown)).toEqual([
      ['通知.txt', 'notice', 'current'],
      ['县水利局(1).xlsx', 'sheet', 'used'],
      ['units.yaml', expect.stringMatching(/registry|unread/), expect.any(String)],
      ['照片.png', 'unread', 'unused'],
      ['总台账.xlsx', 'unread', 'unused'],
      ['很大.docx', 'unread', 'unused'],
    ]);
    expect(shown.files[3]?.told[0]?.severity).toBe('error');
    expect(shown.files[5]?.told.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(shown.page?.overview.counts[0]?.count).toBe(3);
  });

  it('that the program wrote itself take no notice’s place', async () => {
    const { value: book } = await parseNotice(small, { name: '通知.txt' });
    if (!book) throw new Error('not read');
    const folder = [
      { name: '县水利局.docx', bytes: await sheetToDocx(sheetFor(book, '县水利局')) },
      { name: 'report.html', bytes: strToU8(await bookToHtml(book)) },
      { name: '改了名.xlsx', bytes: await overviewToXlsx(book) },
      { name: '单位.xlsx', bytes: await registryToXlsx(registryDraft(book)) },
      { name: 'CHANGES.md', bytes: strToU8(revisionToMarkdown(compareBooks(book, book))) },
      { name: '数据/tasks.json', bytes: strToU8(taskBookToJson(book)) },
    ];
    // However late they are dropped, and beside a later edition, too.
    for (const notice of [small, revised]) {
      const desk = new Desk();
      await desk.add([{ name: '通知.txt', bytes: notice }]);
      const shown = await desk.add(folder);
      expect(kinds(shown)).toEqual([
        ['通知.txt', 'notice', 'current'],
        ['县水利局.docx', 'unread', 'unused'],
        ['report.html', 'unread', 'unused'],
        ['改了名.xlsx', 'unread', 'unused'],
        ['单位.xlsx', 'registry', 'used'],
        ['CHANGES.md', 'unread', 'unused'],
        ['数据/tasks.json', 'notice', notice === small ? 'used' : 'before'],
      ]);
      const told = shown.files.flatMap((each) => each.told);
      expect(
        told.filter(({ code }) => code === 'file-own').map(({ text: words }) => words.slice(0, 14)),
      ).toEqual(Array(4).fill('这是本程序写的，不是通知，没有'.slice(0, 14)));
      expect(shown.changes === null).toBe(notice === small);
    }
  });

  it('say so where nothing tells which of two is the newer', async () => {
    const isOpen = async (...bytes: Uint8Array[]) => {
      const all = bytes.map((each, i) => ({ name: `${i}.txt`, bytes: each }));
      return (await new Desk().add(all)).isOrderOpen;
    };
    expect(await isOpen(small)).toBe(false);
    expect(await isOpen(small, revised)).toBe(true);
    const units = (name: string) => strToU8(`units:\n  - name: ${name}\n    kind: department\n`);
    const desk = new Desk();
    const shown = await desk.add([
      { name: 'units.yaml', bytes: units('县水利局') },
      { name: '另一份.yaml', bytes: units('县民政局') },
    ]);
    expect(shown.files.map(({ kind, told }) => [kind, told.map(({ code }) => code)])).toEqual([
      ['unread', ['registry-replaced']],
      ['registry', []],
    ]);
    // The same one, mended, is no other.
    const again = await desk.add([{ name: '另一份.yaml', bytes: units('县财政局') }]);
    expect(again.files.map(({ kind }) => kind)).toEqual(['unread', 'registry']);
  });

  it('are on it once, however often they are dropped', async () => {
    const desk = new Desk();
    await desk.add([{ name: 'a.txt', bytes: small }]);
    expect((await desk.add([{ name: 'a.txt', bytes: small }])).files).toHaveLength(1);
    const { files: all } = await desk.add([{ name: '另一个名字.txt', bytes: small }]);
    expect(all.map(({ name, use, told }) => [name, use, told.map(({ code }) => code)])).toEqual([
      ['a.txt', 'current', expect.any(Array)],
      ['另一个名字.txt', 'unused', ['file-same']],
    ]);
  });

  it('of two units are two, though not a byte differs: CSV has no cover', async () => {
    const { value: book } = await parseNotice(
      strToU8(SMALL_NOTICE.replace('办好丙事\n\t县水利局', '办好丙事\n\t各乡镇')),
      { name: 'notice.txt' },
    );
    if (!book) throw new Error('not read');
    const csv = strToU8(sheetToCsv(sheetFor(book, '县水利局')));
    const folder = emptyFolder();
    mkdirSync(join(folder, '发回'));
    writeFileSync(join(folder, 'notice.txt'), small);
    for (const unit of ['县水利局', '县民政局']) writeFileSync(join(folder, '发回', `${unit}.csv`), csv);
    await run(folder, ['collect', '发回', '--from', 'notice.txt', '-o', '汇总.json']);
    const desk = new Desk();
    const shown = await desk.add([
      { name: 'notice.txt', bytes: small },
      { name: '县水利局.csv', bytes: csv },
      { name: '县民政局.csv', bytes: csv },
    ]);
    expect(kinds(shown).slice(1)).toEqual([
      ['县水利局.csv', 'sheet', 'used'],
      ['县民政局.csv', 'sheet', 'used'],
    ]);
    expect(text(await desk.make({ what: 'other', name: '汇总.json' }))).toBe(
      readFileSync(join(folder, '汇总.json'), 'utf8'),
    );
  });

  it('of one name are told apart: by their folders where these are known, else by a number', async () => {
    const name = '县水利局.xlsx';
    const [one, other, third] = await Promise.all(['张三', '李四', '王五'].map((typed) => filledIn(typed)));
    if (!one || !other || !third) throw new Error('not written');
    const desk = new Desk();
    const shown = await desk.add([
      { name: '通知.txt', bytes: small },
      { name, folder: '五月', bytes: one },
      { name, folder: '六月', bytes: other },
    ]);
    expect(kinds(shown).map(([of]) => of)).toEqual(['通知.txt', `五月/${name}`, `六月/${name}`]);
    // The same once more, and two of which no folder is known.
    await desk.add([{ name, folder: '五月', bytes: one }]);
    await desk.add([{ name, bytes: third }]);
    const all = await desk.add([
      { name, bytes: await filledIn('赵六') },
      { name: '通知.txt', bytes: revised },
    ]);
    expect(kinds(all).map(([of]) => of)).toEqual([
      '通知.txt',
      `五月/${name}`,
      `六月/${name}`,
      name,
      '县水利局（2）.xlsx',
      '通知（2）.txt',
    ]);
    expect(all.files.slice(1, 5).map(({ holds }) => holds)).toEqual(Array(4).fill('县水利局'));
    // What is told of them names each, and what goes on is from the one that is named.
    const told = (all.problems ?? []).map(({ place, text: words }) => place + words).join('\n');
    for (const [file] of kinds(all).slice(1, 5)) expect(told).toContain(file);
    const [filled] = all.filledIn;
    const typed = new Map([
      [`五月/${name}`, '张三'],
      [`六月/${name}`, '李四'],
      [name, '王五'],
      ['县水利局（2）.xlsx', '赵六'],
    ]);
    const made = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    const bytes = made.name.endsWith('.zip') ? unzipSync(made.bytes)[name] : made.bytes;
    const texts = everythingIn(await openWorkbook(Buffer.from(bytes ?? [])));
    expect(texts).toContain(typed.get(filled?.file ?? ''));
  });

  it('are sheets by what is in them, whatever they are called', async () => {
    const { value: book } = await parseNotice(small, { name: 'notice.txt' });
    if (!book) throw new Error('not read');
    const csv = strToU8(sheetToCsv(sheetFor(book, '县民政局')));
    const desk = new Desk();
    const shown = await desk.add([
      { name: '通知.txt', bytes: small },
      { name: '县水利局.docx', bytes: await filledIn() },
      { name: '县民政局.txt', bytes: csv },
    ]);
    expect(kinds(shown).slice(1)).toEqual([
      ['县水利局.docx', 'sheet', 'used'],
      ['县民政局.txt', 'sheet', 'used'],
    ]);
    const { bytes } = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    expect(everythingIn(await openWorkbook(bytes))).toContain('张三');
  });

  it('that are archives and cannot be opened say so, and what to do', async () => {
    const locked = zipSync({ '县水利局.xlsx': await filledIn() });
    // The flag of a password, in the list at the end.
    const listed = Buffer.from(locked).indexOf(Buffer.of(0x50, 0x4b, 0x01, 0x02));
    locked[listed + 8] = (locked[listed + 8] ?? 0) | 1;
    const inner = zipSync({ '县水利局.xlsx': await filledIn() });
    const shown = await new Desk().add([
      { name: '空的.zip', bytes: zipSync({}) },
      { name: '只有文件夹.zip', bytes: zipSync({ '发回/': new Uint8Array() }) },
      { name: '加了密.zip', bytes: locked },
      { name: '套着.zip', bytes: zipSync({ '里面.zip': inner }) },
    ]);
    expect(shown.files.map(({ name, kind, told }) => [name, kind, told.map(({ code }) => code)])).toEqual([
      ['空的.zip', 'unread', ['archive-empty']],
      ['只有文件夹.zip', 'unread', ['archive-empty']],
      ['加了密.zip', 'unread', ['archive-locked']],
      ['套着.zip/里面.zip', 'unread', ['file-archive']],
    ]);
    expect(shown.files.flatMap(({ told }) => told.map(({ text: words }) => words))).toEqual([
      '压缩包是空的，里面没有文件。请确认选对了文件；里面本来有文件的，请对方重发。',
      '压缩包是空的，里面没有文件。请确认选对了文件；里面本来有文件的，请对方重发。',
      '压缩包设了密码，没有打开。请用密码解压，再用里面的文件。',
      '这是压缩包（ZIP），没有打开。请先解压，再用里面的文件。',
    ]);
  });

  it('lie open when they came in an archive', async () => {
    const zip = zipSync({ '通知.txt': small, '发回/县水利局.xlsx': await filledIn() });
    const shown = await new Desk().add([{ name: '全部.zip', bytes: zip }]);
    expect(kinds(shown)).toEqual([
      ['全部.zip/通知.txt', 'notice', 'current'],
      ['全部.zip/发回/县水利局.xlsx', 'sheet', 'used'],
    ]);
    expect(shown.filledIn).toEqual([{ unit: '县水利局', file: '全部.zip/发回/县水利局.xlsx', others: [] }]);
  });

  it('broken ones are told, and keep no other from being read', async () => {
    const shown = await new Desk().add([
      { name: '坏的.docx', bytes: seedBytes().subarray(0, 10) },
      { name: '坏的.zip', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9) },
      { name: '空的.txt', bytes: new Uint8Array() },
      { name: '通知.txt', bytes: small },
    ]);
    expect(shown.files.map(({ told }) => told[0]?.severity)).toEqual(['error', 'error', 'error', 'warning']);
    expect(shown.page?.data.units.map(({ name }) => name)).toContain('县水利局');
  });
});

describe('what is told in the page', () => {
  it('names no option and no command of the command line', async () => {
    const { value: book } = await parseNotice(small, { name: '通知.txt' });
    if (!book) throw new Error('not read');
    const odd = SMALL_NOTICE.replaceAll('牵头单位', '甲').replaceAll('责任单位', '乙');
    const shown = await new Desk().add([
      { name: '通知.txt', bytes: strToU8(odd) },
      { name: '乱.txt', bytes: Uint8Array.from({ length: 300 }, (_, i) => (i * 89 + 129) % 256) },
      { name: '坏.json', bytes: strToU8('{"schema": "wulong-tasks/roll-up@1"}') },
      { name: '坏台账.json', bytes: strToU8('{"schema": "wulong-tasks/task-book@1"}') },
      { name: 'units.yaml', bytes: strToU8('units: 3\n') },
      { name: '清单.json', bytes: strToU8('{"schema": "wulong-tasks/task-sheet@1"}') },
    ]);
    const told = shown.files.flatMap((each) => each.told.map((one) => one.text));
    expect(told.length).toBeGreaterThanOrEqual(6);
    for (const each of told) expect(each).not.toMatch(/--[a-z]|wulong-tasks [a-z]|collect|diff/);
  });
});

describe('two editions', () => {
  it('are put in order by their dates, else as they came, and can be swapped', async () => {
    const desk = new Desk();
    const shown = await desk.add([
      { name: '旧.txt', bytes: small },
      { name: '新.txt', bytes: revised },
    ]);
    expect(kinds(shown)).toEqual([
      ['旧.txt', 'notice', 'before'],
      ['新.txt', 'notice', 'current'],
    ]);
    const lines = shown.changes?.map(({ stretches }) => stretches.map((each) => each.text).join('')) ?? [];
    expect(lines.join('\n')).toContain('有变化 2');
    const marks = shown.changes?.flatMap(({ stretches }) => stretches) ?? [];
    expect(marks.filter(({ mark }) => mark === 'added').map((each) => each.text)).toEqual(
      expect.arrayContaining(['11', '财']),
    );
    expect(kinds(await desk.swap()).map(([, , use]) => use)).toEqual(['current', 'before']);
  });

  it('with a filled-in sheet give the next one, with all that was typed', async () => {
    const folder = emptyFolder();
    const typed = await filledIn();
    writeFileSync(join(folder, 'old.txt'), small);
    writeFileSync(join(folder, 'notice.txt'), revised);
    writeFileSync(join(folder, '县水利局.xlsx'), typed);
    await run(folder, ['parse', 'notice.txt', '--since', 'old.txt', '-o', 'book.json']);
    await run(folder, ['export', '--from', 'book.json', '--unit', '县水利局']);

    const desk = new Desk();
    await desk.add([
      { name: 'old.txt', bytes: small },
      { name: '回来的.xlsx', bytes: typed },
      { name: 'notice.txt', bytes: revised },
    ]);
    const made = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    expect(made.name).toBe('县水利局.xlsx');
    expect(made.carried).toContain('带过来填报内容 1 处');
    expect(everythingIn(await openWorkbook(made.bytes))).toContain('张三');
    expect(Buffer.from(made.bytes).equals(readFileSync(join(folder, '县水利局.xlsx')))).toBe(true);
  });

  it('give CSV with all that was typed into the workbook, as build --csv does', async () => {
    const folder = emptyFolder();
    const typed = await filledIn();
    writeFileSync(join(folder, 'old.txt'), small);
    writeFileSync(join(folder, 'notice.txt'), revised);
    await run(folder, ['build', 'old.txt', '-o', 'out']);
    writeFileSync(join(folder, 'out/各单位/县水利局.xlsx'), typed);
    await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv']);
    const built = readFileSync(join(folder, 'out/各单位/县水利局.csv'), 'utf8');
    expect(built).toContain('张三');

    const desk = new Desk();
    await desk.add([
      { name: 'old.txt', bytes: small },
      { name: '回来的.xlsx', bytes: typed },
      { name: 'notice.txt', bytes: revised },
    ]);
    expect(text(await desk.make({ what: 'sheets', units: ['县水利局'], format: 'csv' }))).toBe(built);
    const all = unzipSync((await desk.make({ what: 'sheets', units: null, format: 'csv' })).bytes);
    expect(Buffer.from(all['县水利局.csv'] ?? []).toString('utf8')).toBe(built);
  });

  it('of two sheets of a unit one goes on, and which is said', async () => {
    const desk = new Desk();
    const shown = await desk.add([
      { name: '通知.txt', bytes: small },
      { name: 'a.xlsx', bytes: await filledIn('张三') },
      { name: 'b.xlsx', bytes: await filledIn('李四') },
    ]);
    expect(shown.filledIn).toEqual([{ unit: '县水利局', file: 'b.xlsx', others: ['a.xlsx'] }]);
    expect(shown.problems?.map(({ code }) => code)).toContain('return-twice');
    const { bytes } = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    const all = everythingIn(await openWorkbook(bytes));
    expect([all.has('李四'), all.has('张三')]).toEqual([true, false]);
    await desk.remove(shown.files[2]?.id ?? 0);
    const again = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    expect(everythingIn(await openWorkbook(again.bytes))).toContain('张三');
  });
});

describe('what is made', () => {
  it('is what the command line makes: all sheets, the overview, the task book', async () => {
    const folder = emptyFolder();
    // Each unit has a sheet all the same.
    const notice = Buffer.from(shortSeed(2));
    writeFileSync(join(folder, 'notice.txt'), notice);
    await run(folder, ['parse', 'notice.txt', '-o', 'out/wulong-tasks.json']);
    const from = ['--from', 'notice.txt'];
    expect(await run(folder, ['export', ...from, '--all', '--csv', '-o', 'out'])).toMatchObject({ code: 0 });

    const desk = new Desk();
    await desk.add([{ name: 'notice.txt', bytes: notice }]);
    const { name, bytes } = await desk.make({ what: 'sheets', units: null, format: 'csv' });
    expect(name).toBe('任务清单（CSV）.zip');
    const members: Record<string, Uint8Array> = unzipSync(bytes);
    const other = 'wulong-tasks.json';
    members[other] = (await desk.make({ what: 'other', name: other })).bytes;
    const expected = files(join(folder, 'out'));
    expect(expected.length).toBeGreaterThan(60);
    expect(Object.keys(members).sort()).toEqual(expected);
    for (const each of expected)
      expect(Buffer.from(members[each] ?? []).equals(readFileSync(join(folder, 'out', each))), each).toBe(
        true,
      );
    const again = await desk.make({ what: 'sheets', units: null, format: 'csv' });
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  });

  it('of what came back is the roll-up of the command line', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '发回'));
    writeFileSync(join(folder, 'notice.txt'), small);
    // Over what is printed, too: that is told from the sheet as it was sent.
    const filled = await changed(await filledIn(), (workbook) => {
      const cover = workbook.getWorksheet('封面');
      if (cover) cover.getCell('B3').value = `${cover.getCell('B3').text}（张三代填）`;
    });
    writeFileSync(join(folder, '发回', '县水利局.xlsx'), filled);
    await run(folder, ['collect', '发回', '--from', 'notice.txt', '--on', '2027-01-01', '-o', '汇总.json']);
    const desk = new Desk();
    await desk.add([
      { name: 'notice.txt', bytes: small },
      { name: '县水利局.xlsx', bytes: filled },
    ]);
    await desk.on('2027-01-01');
    const made = await desk.make({ what: 'other', name: '汇总.json' });
    expect(text(made)).toContain('张三代填');
    expect(text(made)).toBe(readFileSync(join(folder, '汇总.json'), 'utf8'));
  });

  it('of what came back are the papers of the command line, compared with the months before', async () => {
    const folder = emptyFolder();
    for (const each of ['五月', '六月']) mkdirSync(join(folder, each));
    writeFileSync(join(folder, 'notice.txt'), small);
    writeFileSync(join(folder, '五月', '县水利局.xlsx'), await filledIn());
    writeFileSync(join(folder, '六月', '县水利局.xlsx'), await filledIn('李四'));
    const from = ['--from', 'notice.txt'];
    await run(folder, ['collect', '五月', ...from, '--on', '2027-05-31', '-o', '05.json']);
    const papers = ['--papers', '文书', '--sign', '县政府办'];
    const months = ['--on', '2027-06-30', '--since', '05.json', '-o', '06.json'];
    expect(await run(folder, ['collect', '六月', ...from, ...months, ...papers])).toMatchObject({ code: 0 });

    const desk = new Desk();
    const shown = await desk.add([
      { name: 'notice.txt', bytes: small },
      { name: '县水利局.xlsx', bytes: await filledIn('李四') },
      { name: '05.json', bytes: readFileSync(join(folder, '05.json')) },
    ]);
    expect(kinds(shown)[2]).toEqual(['05.json', 'month', 'used']);
    await desk.on('2027-06-30');
    const { bytes } = await desk.make({ what: 'papers', sign: '县政府办' });
    const made: Record<string, Uint8Array> = unzipSync(bytes);
    const expected = files(join(folder, '文书'));
    expect(expected).toEqual(expect.arrayContaining(['通报.docx', '督办单-县水利局.docx']));
    expect(Object.keys(made).sort()).toEqual(expected);
    for (const each of expected)
      expect(Buffer.from(made[each] ?? []).equals(readFileSync(join(folder, '文书', each))), each).toBe(true);
    expect(text(await desk.make({ what: 'other', name: '汇总.json' }))).toBe(
      readFileSync(join(folder, '06.json'), 'utf8'),
    );
  });

  it('follows the registry that lies beside the notice', async () => {
    const registry = strToU8('units:\n  - name: 县水务局\n    kind: department\n    aliases: [县水利局]\n');
    const desk = new Desk();
    await desk.add([{ name: '通知.txt', bytes: small }]);
    const shown = await desk.add([{ name: 'units.yaml', bytes: registry }]);
    expect(shown.files.map(({ told }) => told.filter(({ severity }) => severity === 'error'))).toEqual([
      [],
      [],
    ]);
    expect(shown.page?.data.units.map(({ name }) => name)).toContain('县水务局');
    const { page } = await desk.remove(shown.files[1]?.id ?? 0);
    expect(page?.data.units.map(({ name }) => name)).toContain('县水利局');
  });

  it('tells how far it is', async () => {
    const heard: string[] = [];
    const desk = new Desk(({ what, done, of }) => heard.push(`${what} ${done}/${of}`));
    await desk.add([{ name: '通知.txt', bytes: small }]);
    await desk.make({ what: 'sheets', units: null, format: 'csv' });
    expect(heard[0]).toBe('读 通知.txt 0/1');
    expect(heard.filter((each) => each.startsWith('写任务清单'))).toHaveLength(3);
  });

  it('one unit is one file, as the library writes it', async () => {
    const desk = new Desk();
    await desk.add([{ name: 'notice.txt', bytes: seedBytes() }]);
    const made = await desk.make({ what: 'sheets', units: ['区水利局'], format: 'csv' });
    expect([made.name, text(made)]).toEqual([
      '区水利局.csv',
      sheetToCsv(sheetFor(await seedBook(), '区水利局')),
    ]);
  });
});

describe('what is said in the page', () => {
  /** Both units may be members; the third task is one of them all. */
  const open = strToU8(
    SMALL_NOTICE.replace('办好乙事\n\t县民政局', '办好乙事\n\t县安委会成员单位').replace(
      '办好丙事\n\t县水利局',
      '办好丙事\n\t县民政局',
    ),
  );
  const group = '县安委会成员单位';
  const partsOf = async (desk: Desk, unit: string) => {
    const { bytes } = await desk.make({ what: 'sheets', units: [unit], format: 'json' });
    const { rows } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { rows: { part: string }[] };
    return rows.map(({ part }) => part);
  };

  it('of a group counts as if it stood in the unit’s own sheet', async () => {
    const desk = new Desk();
    const before = await desk.add([{ name: '通知.txt', bytes: open }]);
    expect(before.groups).toContain(group);
    expect(await partsOf(desk, '县水利局')).toContain('possible');
    const said = { unit: '县水利局', asked: group, task: null, answer: 'yes' as const };
    const shown = await desk.answer([said]);
    expect(shown.answers).toEqual([said]);
    expect(await partsOf(desk, '县水利局')).toContain('confirmed');
    const { bytes } = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    expect(everythingIn(await openWorkbook(bytes))).toContain('是');
    // Later words count, also over a sheet that says something else.
    await desk.add([{ name: '县水利局.xlsx', bytes }]);
    await desk.answer([{ ...said, answer: 'no' }]);
    expect(await partsOf(desk, '县水利局')).not.toContain('confirmed');
  });

  it('is told where a member of a group refuses one of its tasks, as in the roll-up', async () => {
    const desk = new Desk();
    const { page } = await desk.add([{ name: '通知.txt', bytes: open }]);
    const task = page?.data.rows.find(({ name }) => name === '乙事')?.id ?? '';
    const unit = '县水利局';
    expect((await desk.answer([{ unit, asked: '乙事', task, answer: 'no' }])).against).toEqual([]);
    const { against } = await desk.answer([{ unit, asked: group, task: null, answer: 'yes' }]);
    expect(against.map(({ unit: of, told: { text: words } }) => [of, words])).toEqual([
      [
        unit,
        '县水利局对“县安委会成员单位”答“是”，对其中的任务“乙事”答“否”。按“是”算，任务仍是它的。请核对，改掉其中一个答复。',
      ],
    ]);
    const back = await desk.answer([{ unit, asked: group, task: null, answer: null }]);
    expect(back.against).toEqual([]);
  });

  it('is told where the registry that was dropped says otherwise, and which of them holds', async () => {
    const unit = '县水利局';
    const said = (answer: 'yes' | 'no') => [{ unit, asked: group, task: null, answer }];
    const first = new Desk();
    await first.add([{ name: '通知.txt', bytes: open }]);
    await first.answer(said('no'));
    const registry = { ...(await first.make({ what: 'other', name: '名录.xlsx' })), name: '名录（旧）.xlsx' };
    const desk = new Desk();
    await desk.add([{ name: '通知.txt', bytes: open }]);
    await desk.answer(said('yes'));
    const words = ({ against }: Shown) => against.map(({ unit: of, told }) => [of, told.text]);
    expect(words(await desk.add([registry]))).toEqual([
      [
        unit,
        `${unit}对“${group}”答得不一样：名录（旧）.xlsx里是“否”，这一页里是“是”。按这一页的“是”算；不对的，请在这一页改。`,
      ],
    ]);
    expect(await partsOf(desk, unit)).toContain('confirmed');
    expect(words(await desk.answer(said('no')))).toEqual([]);
  });

  it('against a group whose members the registry lists is told, and the other members stay', async () => {
    const settled = strToU8(
      `district: { name: 某县, short: 某县, mark: 县 }\ngroups:\n  - name: ${group}\n    members: [县水利局, 县民政局]\n`,
    );
    const desk = new Desk();
    await desk.add([{ name: '通知.txt', bytes: open }]);
    await desk.answer([{ unit: '县水利局', asked: group, task: null, answer: 'no' }]);
    const { against } = await desk.add([{ name: 'units.yaml', bytes: settled }]);
    expect(against.map(({ told }) => told.text)).toEqual([
      expect.stringContaining('units.yaml里是“是”，这一页里是“否”。按这一页的“否”算'),
    ]);
    expect(await partsOf(desk, '县水利局')).not.toContain('confirmed');
    expect(await partsOf(desk, '县民政局')).toContain('confirmed');
  });

  it('of all that may be members is a registry that needs no answers any more', async () => {
    const desk = new Desk();
    const { page } = await desk.add([{ name: '通知.txt', bytes: open }]);
    const may = (page?.data.units ?? []).filter(({ asked }) =>
      asked?.questions.some((question) => question.group === group),
    );
    expect(may.length).toBeGreaterThan(1);
    await desk.answer(
      may.map(({ name }) => ({
        unit: name,
        asked: group,
        task: null,
        answer: name === '县水利局' ? ('yes' as const) : ('no' as const),
      })),
    );
    const registry = await desk.make({ what: 'other', name: '名录.xlsx' });
    const next = new Desk();
    await next.add([{ name: '通知.txt', bytes: open }]);
    const shown = await next.add([registry]);
    expect(shown.files[1]).toMatchObject({ kind: 'registry', told: [] });
    expect(shown.groups).not.toContain(group);
    expect(await partsOf(next, '县水利局')).toContain('member');
  });

  it('of a name holds for the notice, goes into the registry, and can be taken back', async () => {
    const desk = new Desk();
    const named = strToU8(SMALL_NOTICE.replace('办好乙事\n\t县民政局', '办好乙事\n\t县水务办'));
    const before = await desk.add([{ name: '通知.txt', bytes: named }]);
    expect(before.names.map(({ name, is }) => [name, is])).toContainEqual(['县水务办', null]);
    const shown = await desk.call('县水务办', '县水利局');
    expect(shown.names.map(({ name, is }) => [name, is])).toContainEqual(['县水务办', '县水利局']);
    expect(shown.page?.data.units.map(({ name }) => name)).not.toContain('县水务办');
    const registry = await desk.make({ what: 'other', name: '名录.xlsx' });
    const next = new Desk();
    await next.add([registry]);
    const again = await next.add([{ name: '通知.txt', bytes: named }]);
    expect(again.page?.data.units.map(({ name }) => name)).not.toContain('县水务办');
    const back = await desk.call('县水务办', null);
    expect(back.page?.data.units.map(({ name }) => name)).toContain('县水务办');
    const itself = await desk.call('县水务办', '县水务办');
    expect(itself.names).toContainEqual({ name: '县水务办', use: '', nearest: [], is: '县水务办' });
  });
});

describe('what was answered', () => {
  const GROUPED = SMALL_NOTICE.replace(
    '办好丙事\n\t县水利局',
    '办好丙事\n\t县安委会成员单位\n\n\t4\n\t丁事\n\t办好丁事\n\t县水利局等单位',
  );
  const notice = { name: '通知.txt', bytes: strToU8(GROUPED) };
  const group = '县安委会成员单位';
  const said = ({ answers }: Shown) =>
    answers.map(({ unit, asked, answer }) => [unit, asked, answer].join(' ')).sort();

  it('is there again with the registry it was saved in, round for round, and may be answered otherwise', async () => {
    const desk = new Desk();
    await desk.add([notice]);
    const whole = await desk.answer([
      { unit: '县水利局', asked: group, task: null, answer: 'yes' },
      { unit: '县民政局', asked: group, task: null, answer: 'no' },
    ]);
    let later: Made | undefined;
    let registry = await desk.make({ what: 'other', name: '名录.xlsx' });
    for (const round of [1, 2]) {
      const next = new Desk();
      const shown = await next.add([{ name: '名录.xlsx', bytes: registry.bytes }, notice]);
      expect(said(shown)).toEqual(said(whole));
      const again = await next.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
      expect(Buffer.from(again.bytes).equals(Buffer.from(later?.bytes ?? again.bytes))).toBe(true);
      later = again;
      const saved = await next.make({ what: 'other', name: '名录.xlsx' });
      // Units that the registry has from now on are no strangers any more.
      if (round > 1) expect(Buffer.from(saved.bytes).equals(Buffer.from(registry.bytes))).toBe(true);
      registry = saved;
      expect([shown.settled, shown.groups]).toEqual([[group], []]);
      // Said anew, the group is open again: what nobody says any more is not known.
      const other = await next.answer([{ unit: '县民政局', asked: group, task: null, answer: 'yes' }]);
      expect([other.settled, other.groups]).toEqual([[], [group]]);
      expect(said(other)).toEqual([`县民政局 ${group} yes`, `县水利局 ${group} yes`]);
      const back = await next.answer([{ unit: '县民政局', asked: group, task: null, answer: null }]);
      expect(said(back)).toEqual([`县水利局 ${group} yes`]);
    }
  });

  it('of a task, and what people wrote for themselves into the registry, stays in it', async () => {
    const desk = new Desk();
    const { page } = await desk.add([notice]);
    const task = page?.data.rows.find(({ name }) => name === '丁事')?.id ?? '';
    await desk.answer([
      { unit: '县民政局', asked: '丁事', task, answer: 'no' },
      { unit: '县水利局', asked: group, task: null, answer: 'no' },
    ]);
    const { bytes } = await desk.make({ what: 'other', name: '名录.xlsx' });
    const written = await changed(bytes, (workbook) => {
      const sheet = workbook.getWorksheet('名录');
      if (!sheet) throw new Error('no registry');
      const header = sheet.getRow(3);
      const columnOf = (name: string) => {
        for (let i = 1; i <= header.cellCount; i++) if (header.getCell(i).text === name) return i;
        throw new Error(name);
      };
      header.getCell(header.cellCount + 1).value = '分管领导';
      const last = header.cellCount;
      sheet.eachRow((row) => {
        if (row.getCell(1).text !== '县民政局') return;
        row.getCell(columnOf('说明')).value = '去年退出过';
        // A tick in a group of which nobody has said that it is whole.
        row.getCell(columnOf(group)).value = '✓';
        row.getCell(last).value = '张三';
      });
    });
    let registry: Uint8Array = written;
    for (const _ of [1, 2]) {
      const next = new Desk();
      const shown = await next.add([notice, { name: '名录.xlsx', bytes: registry }]);
      expect(said(shown)).toEqual(
        [`县民政局 ${group} yes`, '县民政局 丁事 no', `县水利局 ${group} no`].sort(),
      );
      registry = (await next.make({ what: 'other', name: '名录.xlsx' })).bytes;
      const texts = [...everythingIn(await openWorkbook(Buffer.from(registry)))].join('｜');
      for (const each of ['去年退出过', '分管领导', '张三', `${group}：答“否”`])
        expect(texts).toContain(each);
    }
  });
});

describe('a revision', () => {
  it('is not what somebody wrote over the printed words of a sheet: that is his, and told as his', async () => {
    const { value } = await parseNotice(small, { name: '原.txt' });
    if (!value) throw new Error('not read');
    const written = await changed(await sheetToXlsx(sheetFor(value, '县水利局')), (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const row = rows().find((each) => each.getCell(column('任务名称')).text === '丙事');
      if (row) row.getCell(column('目标内容')).value = '办好丙事，年底前完成一半';
    });
    const desk = new Desk();
    await desk.add([
      { name: '原.txt', bytes: small },
      { name: '新.txt', bytes: revised },
      { name: '县水利局.xlsx', bytes: written },
    ]);
    const made = await desk.make({ what: 'sheets', units: ['县水利局'], format: 'xlsx' });
    const bytes = made.name.endsWith('.zip') ? unzipSync(made.bytes)['县水利局.xlsx'] : made.bytes;
    const texts = [...everythingIn(await openWorkbook(Buffer.from(bytes ?? [])))].join('｜');
    // What the notice changed is a change; what was written over is kept in a column of its own.
    expect(texts).toMatch(/原为：[^｜]*12月底前/);
    expect(texts).not.toMatch(/原为：[^｜]*完成一半/);
    expect(texts).toContain('办好丙事，年底前完成一半');
    expect(texts).toMatch(/目标内容（[^｜]*）/);
  });

  it('is marked in the sheets of all units, also of those that sent nothing back', async () => {
    const desk = new Desk();
    await desk.add([
      { name: '原.txt', bytes: small },
      { name: '新.txt', bytes: revised },
    ]);
    const { bytes } = await desk.make({ what: 'sheets', units: null, format: 'xlsx' });
    const sheet = unzipSync(bytes)['县水利局.xlsx'];
    const texts = sheet ? [...everythingIn(await openWorkbook(sheet))].join('｜') : '';
    expect(texts).toMatch(/有变化\n[^｜]*原为：/);
  });
});

describe('the overview', () => {
  it('has its charts as records, and no text of the notice becomes an element', async () => {
    const odd = strToU8(SMALL_NOTICE.replaceAll('县民政局', '县<b>民政局'));
    const { charts } = await new Desk().add([{ name: '通知.txt', bytes: odd }]);
    const tags = JSON.stringify(charts).match(/"tag":"[^"]*"/g) ?? [];
    expect(new Set(tags)).toContain('"tag":"svg"');
    expect(new Set(tags)).not.toContain('"tag":"b"');
  });
});
