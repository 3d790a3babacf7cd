// Originals that somebody has to look at are told in every run, until they are moved, called otherwise or deleted; those of a
// sheet that lay in its own place are never taken for one that lay in another's.
import { expect, it } from 'vitest';
import { planSheets, prepare, sheetFor, sheetToXlsx, type TaskBook, unitFinder } from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县水利局',
  '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县水利局',
  '财源建设 | 新增税源企业12家。 | 县财政局 | 县财政局',
];
const [UNIT, OTHER] = ['县水利局', '县财政局'] as const;
const book = await bookOf(taskNotice(ROWS));
type Change = (tasks: ReturnType<typeof tasksIn>) => void;

const filled = async (change: Change, [first, second] = ['甲', '乙']) =>
  Buffer.from(
    await changed(await sheetToXlsx(sheetFor(book, UNIT)), (workbook) => {
      const tasks = tasksIn(workbook);
      for (const [i, row] of tasks.rows().entries())
        row.getCell(tasks.column('进展情况')).value = [first, second][i] ?? null;
      change(tasks);
    }),
  );
const rewritten: Change = ({ rows, column }) => {
  const [row] = rows();
  if (row) row.getCell(column('目标内容')).value = '完成9处。';
};
const asWas: Change = () => undefined;

const built = (folder: VirtualFolder, ...units: string[]) => builtOf(book, folder, ...units);
async function builtOf(book: TaskBook, folder: VirtualFolder, ...units: string[]) {
  const files = planSheets(
    book,
    units.map((unit) => sheetFor(book, unit)),
    ['xlsx'],
  );
  const { value } = await prepare(folder, files, {
    force: false,
    step: () => undefined,
    unitOf: unitFinder(book),
  });
  if (!value) throw new Error('nothing is prepared');
  folder.commit(value);
  return value.diagnostics;
}
const codesOf = (told: Awaited<ReturnType<typeof built>>) => told.map(({ code }) => code);
const keptIn = ({ files }: VirtualFolder) => [...files.keys()].filter((name) => name.startsWith('原件/'));

it.each<[string, (name: string) => string | undefined]>([
  ['moved', (name) => name.replace('原件/', '原件/已核对/')],
  ['called otherwise', (name) => name.replace('待核对 ', '')],
  ['deleted', () => undefined],
])('one whose text was written over is told until it is %s', async (_, place) => {
  const folder = new VirtualFolder(new Map([[`${UNIT}.xlsx`, await filled(rewritten)]]));
  expect(codesOf(await built(folder, UNIT))).toEqual(['sheet-kept']);
  const [name = '', ...others] = keptIn(folder);
  expect(others).toEqual([]);
  for (let n = 0; n < 2; n++)
    expect(await built(folder, UNIT)).toMatchObject([
      { code: 'originals-unchecked', args: { names: [name], count: 1 } },
    ]);
  const next = place(name);
  const bytes = folder.files.get(name);
  folder.files.delete(name);
  if (next !== undefined && bytes) folder.files.set(next, bytes);
  expect(await built(folder, UNIT)).toEqual([]);
});

it('one of which the words are surely where they belong is told once', async () => {
  const head: Change = ({ sheet }) => {
    sheet.headerFooter.oddHeader = '内部资料';
  };
  const bytes = await filled(head);
  const revised = await bookOf(taskNotice(ROWS.map((row) => row.replace('8处', '9处'))));
  const folder = new VirtualFolder(new Map([[`${UNIT}.xlsx`, bytes]]));
  expect(codesOf(await builtOf(revised, folder, UNIT))).toEqual(['sheet-kept']);
  expect(await builtOf(revised, folder, UNIT)).toEqual([]);
});

it('one of a unit’s own sheet is not its sheet that lay in another’s place', async () => {
  const folder = new VirtualFolder(
    new Map([
      [`${UNIT}.xlsx`, await filled(rewritten)],
      [`${OTHER}.xlsx`, await filled(asWas)],
    ]),
  );
  expect(codesOf(await built(folder, UNIT, OTHER))).toEqual(['sheet-kept', 'sheet-of-other']);
  const [own = '', misplaced = ''] = keptIn(folder);
  // All that the misplaced one says stands in the unit's own sheet.
  expect(await built(folder, UNIT, OTHER)).toMatchObject([
    { code: 'originals-unchecked', args: { names: [own] } },
  ]);
  folder.files.delete(misplaced);
  expect(codesOf(await built(folder, UNIT, OTHER))).toEqual(['originals-unchecked']);
});

it.each([
  ['is the program’s own', '# 修订对照\n\n- 原：某府发〔2025〕1号\n- 新：某府发〔2025〕2号\n', null],
  ['is somebody’s', '记得打电话。\n', '待核对'],
])('a text for reading that %s, where the list of files is lost, is kept', async (_, earlier, mark) => {
  const folder = new VirtualFolder(new Map([['CHANGES.md', Buffer.from(earlier)]]));
  const content = () => '# 修订对照\n\n- 原：某府发〔2025〕2号\n- 新：某府发〔2025〕3号\n';
  const build = () =>
    prepare(folder, [{ name: 'CHANGES.md', content }], {
      force: false,
      isUnlisted: true,
      step: () => undefined,
    });
  const { value } = await build();
  if (!value) throw new Error('nothing is prepared');
  folder.commit(value);
  expect(keptIn(folder)).toEqual([mark === null ? '原件/CHANGES.md' : `原件/CHANGES（${mark}）.md`]);
  const told = (await build()).value?.diagnostics ?? [];
  expect(codesOf(told)).toEqual(mark === null ? [] : ['outputs-unchecked']);
});

it('one that somebody has put away and that is the only sheet of its unit with anything in it is told until that is settled', async () => {
  const folder = new VirtualFolder();
  await built(folder, UNIT, OTHER);
  const sent = await filled(asWas);
  folder.files.set(`原件/${UNIT}.xlsx`, sent);
  // Blank sheets of other units, wherever they lie, say nothing.
  folder.files.set(`原件/${OTHER}.xlsx`, Buffer.from(await sheetToXlsx(sheetFor(book, OTHER))));
  const alone = { code: 'original-alone', args: { unit: UNIT }, at: { file: `原件/${UNIT}.xlsx` } };
  for (let n = 0; n < 2; n++) expect(await built(folder, UNIT, OTHER)).toMatchObject([alone]);
  // Sorted by somebody who has looked at it.
  const at = (name: string) => {
    const other = new VirtualFolder(new Map(folder.files));
    other.files.delete(`原件/${UNIT}.xlsx`);
    return { other, put: other.files.set(name, sent) };
  };
  expect(codesOf(await built(at(`原件/已核对/${UNIT}.xlsx`).other, UNIT, OTHER))).toEqual([]);
  // Its cover says whose it is.
  expect(await built(at('原件/交来的.xlsx').other, UNIT, OTHER)).toMatchObject([
    { ...alone, at: { file: '原件/交来的.xlsx' } },
  ]);
  // Who has sent something by now may have put away what that is better than.
  folder.files.set(`${UNIT}.xlsx`, await filled(asWas, ['丙', '丁']));
  expect(codesOf(await built(folder, UNIT, OTHER))).toEqual([]);
});
