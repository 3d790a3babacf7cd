// What nobody has to look at is not told: each line that says less than it seems to hides one that matters.
import type Excel from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import {
  diagnose,
  messageOf,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  unitNamed,
  withLineage,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { twoUnits, WATER } from '../support/two-units.js';

const { book, water } = await twoUnits();
const FILE = `${WATER}.xlsx`;

type Tasks = ReturnType<typeof tasksIn>;
const edited = async (edit: (tasks: Tasks, workbook: Excel.Workbook) => void) =>
  new Uint8Array(await changed(Buffer.from(water), (workbook) => edit(tasksIn(workbook), workbook)));
const typed = ({ rows, column }: Tasks, words = '办了一半') => {
  for (const row of rows()) row.getCell(column('进展情况')).value = words;
};
const told = async (files: readonly (readonly [string, Uint8Array])[], of = book) =>
  (await rolledUpFrom(of, files, null)).problems.map(({ code, args }) => ({ code, args }));

it('comments that people answer are read, and are not said to be lost', async () => {
  const parts = unzipSync(await edited((tasks) => typed(tasks)));
  const sheet = Object.keys(parts).find(
    (name) =>
      name.startsWith('xl/worksheets/sheet') && strFromU8(parts[name] as Uint8Array).includes('办了一半'),
  );
  const at = sheet ?? 'xl/worksheets/sheet2.xml';
  const rels = `${at.replace('worksheets/', 'worksheets/_rels/')}.rels`;
  const link =
    '<Relationship Id="rId92" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>';
  const known = parts[rels] ? strFromU8(parts[rels]) : '<Relationships></Relationships>';
  parts[rels] = strToU8(known.replace('</Relationships>', `${link}</Relationships>`));
  parts['xl/threadedComments/threadedComment1.xml'] = strToU8(
    '<ThreadedComments><threadedComment ref="C4" personId="{A}" id="{B}"><text>请看第二稿</text></threadedComment></ThreadedComments>',
  );
  const all = await rolledUpFrom(book, [[FILE, zipSync(parts)]], null);
  expect(JSON.stringify(all.tasks)).toContain('请看第二稿');
  expect(all.problems).toEqual([]);
});

it('a header in other words that is read as its column is said once by who collects and who builds, and nothing is lost', async () => {
  const bytes = await edited((tasks) => {
    typed(tasks);
    tasks.sheet.getRow(3).getCell(tasks.column('进展情况')).value = '工作进展情况';
  });
  const wanted = { code: 'return-headers', args: { headers: ['工作进展情况'], as: ['进展情况'] } };
  expect(await told([[FILE, bytes]])).toEqual([wanted]);
  const { diagnostics } = await renewSheet(sheetFor(book, WATER), FILE, bytes, {
    unitOf: (name) => unitNamed(book, name),
  });
  expect(diagnostics).toMatchObject([wanted]);
});

it('rows that one office took out and another has filled in are not missing', async () => {
  const half = (left: number) =>
    edited(({ rows, column, sheet }) => {
      typed({ rows, column, sheet });
      const all = rows().map(({ number }) => number);
      sheet.spliceRows(all[left] ?? 0, 1);
    });
  const [one, other] = [await half(0), await half(1)];
  const both = [
    [FILE, one],
    [`${WATER}（农水股）.xlsx`, other],
  ] as const;
  expect((await told(both)).map(({ code }) => code)).not.toContain('return-missing');
  // Of one of them alone nobody knows.
  const [, second = ''] = sheetFor(book, WATER).rows.map(({ name }) => name);
  expect(await told([both[1]])).toContainEqual({
    code: 'return-missing',
    args: { names: [second], count: 1, unknown: 0 },
  });
});

it('a sheet of an earlier edition is told where somebody has put something into it', async () => {
  const later = withLineage(
    await bookOf(
      taskNotice([
        '堤防达标 | 完成南岸护岸等9处水毁工程修复。 | 县水利局 | 县民政局',
        '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县财政局',
        '救灾物资 | 储备帐篷200顶，棉被1000床。 | 县民政局 | 县财政局',
      ]),
    ),
    book,
  );
  const blank = await sheetToXlsx(sheetFor(book, WATER));
  expect(await told([[FILE, blank]], later)).toEqual([]);
  const filled = await edited((tasks) => typed(tasks));
  expect((await told([[FILE, filled]], later)).map(({ code }) => code)).toEqual(['return-old']);
});

it.each(['某局.pdf', '某局.docx', '某局.html', '某局.JPG'])(
  '%s is to be asked for as a sheet, or copied: no program saves it as one',
  (name) => {
    const words = messageOf(
      diagnose('sheet-beside', { unit: '某局', names: [name], as: '各单位/某局.xlsx' }),
    );
    expect(words).not.toContain('另存为');
    expect(words).toContain('请对方发来填好的清单（.xlsx）');
  },
);
