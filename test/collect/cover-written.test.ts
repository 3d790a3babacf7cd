// A clerk writes over the unit on the cover: the sheet is still that of the unit to which it was sent.
import { describe, expect, it } from 'vitest';
import {
  lineageIn,
  planSheets,
  prepare,
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  unitFinder,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { CIVIL, twoUnits, WATER } from '../support/two-units.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const { book, water, civil } = await twoUnits();

/** A sheet in which its first task is reported, with another text in the cell of the unit. */
const withCover = (bytes: Uint8Array, own: string, text: string) =>
  changed(Buffer.from(bytes), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const [first] = rows();
    if (first) first.getCell(column('进展情况')).value = '办了一半';
    workbook.getWorksheet('封面')?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text === own) cell.value = text;
      }),
    );
  });

async function collected(bytes: Uint8Array, file: string) {
  const { units, problems, rest, files } = rollUp(book, (await readReturned(bytes, file)).collected);
  return {
    reported: Object.fromEntries(files.map(({ unit, reported, edition }) => [unit, [reported, edition]])),
    handed: units.filter(({ handed }) => handed === 'yes').map(({ unit }) => unit),
    told: problems.map(({ code }) => code).filter((code) => code.startsWith('return-')),
    rest,
  };
}

describe('a sheet on whose cover another unit’s name stands', () => {
  it.each([`${CIVIL}.xlsx`, '回来的.xlsx', `${WATER}.xlsx`])(
    '%s is of the unit to which it was sent',
    async (file) => {
      const all = await collected(await withCover(civil, CIVIL, WATER), file);
      expect(all.reported).toEqual({ [CIVIL]: [1, 'current'] });
      expect(all.handed).toEqual([CIVIL]);
      expect(all.told).toContain('return-cover-written');
      expect(all.told).not.toContain('return-old');
    },
  );

  it.each([`${CIVIL}.xlsx`, '回来的.xlsx'])('%s so is one with a name that nobody has', async (file) => {
    const all = await collected(await withCover(civil, CIVIL, '张三'), file);
    expect(all.reported).toEqual({ [CIVIL]: [1, 'current'] });
    expect(all.told).toContain('return-unit-short');
  });

  it('goes on in its place, and is not set aside as another’s', async () => {
    const { value, diagnostics } = await renewSheet(
      sheetFor(book, CIVIL),
      `${CIVIL}.xlsx`,
      await withCover(civil, CIVIL, WATER),
      { unitOf: unitFinder(book), lineage: lineageIn(book) },
    );
    expect(diagnostics.map(({ code }) => code)).not.toContain('sheet-of-other');
    expect(JSON.stringify(value?.sheet.rows)).toContain('办了一半');
  });

  it('is set aside for the unit to which it was sent where it lies in the other’s place, with both names', async () => {
    const { value, diagnostics } = await renewSheet(
      sheetFor(book, WATER),
      `${WATER}.xlsx`,
      await withCover(civil, CIVIL, WATER),
      { unitOf: unitFinder(book), lineage: lineageIn(book) },
    );
    expect(diagnostics).toMatchObject([
      { code: 'sheet-of-other', args: { units: [CIVIL], own: WATER, cover: WATER } },
    ]);
    expect(JSON.stringify(value?.sheet.rows)).not.toContain('办了一半');
  });

  it('is told as that unit’s where it lies beside the sheets', async () => {
    const folder = new VirtualFolder();
    const build = async () => {
      const sheets = [CIVIL, WATER].map((unit) => sheetFor(book, unit));
      const { value } = await prepare(folder, planSheets(book, sheets, ['xlsx']), {
        unitOf: unitFinder(book),
        lineage: lineageIn(book),
        force: false,
        step: () => undefined,
      });
      if (!value) throw new Error('nothing is prepared');
      folder.commit(value);
      return value.diagnostics.map(({ code, args }) => ({ code, args }));
    };
    expect(await build()).toEqual([]);
    const came = Buffer.from(await withCover(civil, CIVIL, WATER));
    for (const name of ['回来的.xlsx', `${WATER}(1).xlsx`]) {
      folder.files.set(name, came);
      expect(await build()).toMatchObject([{ code: 'sheet-beside', args: { unit: CIVIL, names: [name] } }]);
      folder.files.delete(name);
    }
  });
});

it('a sheet that lies under another unit’s name is its cover’s, as it was sent', async () => {
  const all = await collected(await withCover(water, '', ''), `${CIVIL}.xlsx`);
  expect(all.reported).toEqual({ [WATER]: [1, 'current'] });
  expect(all.told).toContain('return-unit-differs');
  const { diagnostics } = await renewSheet(
    sheetFor(book, CIVIL),
    `${CIVIL}.xlsx`,
    await withCover(water, '', ''),
    {
      unitOf: unitFinder(book),
      lineage: lineageIn(book),
    },
  );
  expect(diagnostics.map(({ code }) => code)).toContain('sheet-of-other');
});
