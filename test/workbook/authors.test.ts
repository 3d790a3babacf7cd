// Who wrote a comment is in the next sheet, wherever the comment goes.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReturnedXlsx, renewSheet, sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const sheet = sheetFor(await seedBook(), '区水利局');

/** A workbook as a program saves it that knows who writes: exceljs does not. */
async function commented(): Promise<Uint8Array> {
  const bytes = await changed(await sheetToXlsx(sheet), (workbook) => {
    const { sheet: tasks, column } = tasksIn(workbook);
    tasks.getCell(4, column('目标内容')).note = '口径待定';
    tasks.getCell(5, column('目标内容')).note = '请核对';
    tasks.getCell(6, column('目标内容')).note = '没有署名';
    workbook.addWorksheet('会议').getCell('B2').note = '附上纪要';
  });
  const by = ['', '李四 <水保科>', '王五'];
  return altered(bytes, /^xl\/comments\d+\.xml$/, (xml) =>
    xml
      .replace(/<authors>.*<\/authors>/s, () => `<authors>${by.map(named).join('')}</authors>`)
      .replace(/(<comment [^<>]*authorId=")0(">(?:(?!<\/comment>).)*?(?:口径待定|附上纪要))/s, '$11$2')
      .replace(/(<comment [^<>]*authorId=")0(">(?:(?!<\/comment>).)*?请核对)/s, '$12$2'),
  );
}

const named = (name: string) =>
  name === '' ? '<author/>' : `<author>${name.replace('<', '&lt;').replace('>', '&gt;')}</author>`;

function altered(bytes: Uint8Array, part: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, each]): [string, Uint8Array] => [
    name,
    part.test(name) ? strToU8(change(strFromU8(each))) : each,
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** Each comment of a package and who is said to have written it. */
function signedIn(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^xl\/comments\d+\.xml$/.test(name))
    .flatMap(([, part]) => {
      const xml = strFromU8(part);
      const authors = Array.from(xml.matchAll(/<author>([^<]*)<\/author>/g), ([, name]) => name);
      return Array.from(
        xml.matchAll(/<comment [^<>]*authorId="(\d+)">(.*?)<\/comment>/gs),
        ([, id, body = '']) => `${body.replace(/<[^<>]*>/g, '').trim()}：${authors[Number(id)]}`,
      );
    });
}

async function renewed(earlier: Uint8Array): Promise<Uint8Array> {
  // Another edition of the notice, so that the file is written anew.
  const next = { ...sheet, edition: 'b', rows: sheet.rows.map((row) => ({ ...row, remark: '新' })) };
  const { value } = await renewSheet(next, '区水利局.xlsx', earlier, { isRevision: true });
  if (!(value?.content instanceof Uint8Array)) throw new Error('nothing came');
  return value.content;
}

describe('the author of a comment', () => {
  it('is carried with it, on a task and on a worksheet of people’s own, and is nobody where nobody is named', async () => {
    const once = await renewed(await commented());
    const wanted = [
      '口径待定：李四 &lt;水保科&gt;',
      '请核对：王五',
      '没有署名：',
      '附上纪要：李四 &lt;水保科&gt;',
    ];
    expect(signedIn(once)).toEqual(wanted);
    expect(signedIn(await renewed(once))).toEqual(wanted);
  });

  it('stands in the record beside the text', async () => {
    const { value } = await readReturnedXlsx(await commented(), '区水利局.xlsx');
    expect(value?.sheet.rows.flatMap(({ notes }) => notes)).toEqual([
      { column: 'goal', text: '口径待定', author: '李四 <水保科>' },
      { column: 'goal', text: '请核对', author: '王五' },
      { column: 'goal', text: '没有署名' },
    ]);
  });

  it('is who is named in a thread, not what stands for the thread', async () => {
    const once = await changed(await sheetToXlsx(sheet), (workbook) => {
      const { sheet: tasks, column } = tasksIn(workbook);
      tasks.getCell(4, column('目标内容')).note = '口径待定';
    });
    const parts = unzipSync(
      altered(once, /^xl\/comments\d+\.xml$/, (xml) =>
        xml.replace(/<author\/>|<author><\/author>/, '<author>tc={1}</author>'),
      ),
    );
    const rels = 'xl/worksheets/_rels/sheet2.xml.rels';
    const target = (name: string) =>
      `<Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/${name}"/></Relationships>`;
    const [ref = ''] =
      /(?<=<comment ref=")[A-Z]+\d+/.exec(strFromU8(parts['xl/comments2.xml'] as Uint8Array)) ?? [];
    const came = zipSync({
      ...parts,
      [rels]: strToU8(strFromU8(parts[rels] as Uint8Array).replace('</Relationships>', target('t1.xml'))),
      'xl/threadedComments/t1.xml': strToU8(
        `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="${ref}" personId="{A}" id="{1}"><text>口径待定</text></threadedComment><threadedComment ref="${ref}" personId="{B}" id="{2}" parentId="{1}"><text>按市里的口径</text></threadedComment></ThreadedComments>`,
      ),
      'xl/persons/person.xml': strToU8(
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="张三" id="{A}" userId="a" providerId="None"/><person displayName="李四" id="{B}" userId="b" providerId="None"/></personList>',
      ),
    });
    const { value } = await readReturnedXlsx(came, '区水利局.xlsx');
    expect(value?.sheet.rows.flatMap(({ notes }) => notes)).toEqual([
      { column: 'goal', text: '口径待定\n按市里的口径', author: '张三、李四' },
    ]);
  });
});
