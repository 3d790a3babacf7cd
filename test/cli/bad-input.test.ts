// What goes wrong: each with a code, a place, what to do, an exit code, and nothing written.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Code, parseNotice, placeText, TASK_BOOK_SCHEMA } from '../../src/index.js';
import { emptyFolder, files, folderWithNotice, run, telling } from '../support/program.js';
import { seedBytes } from '../support/seed.js';

const HEADER = '\t序号\n\t名称\n\t2025年目标\n\t牵头单位\n\t责任单位\n\t备注\n';
const ROW = '\n\t1\n\t甲事\n\t办好\n\t区公安局\n\t区水利局\n\t\n';
const table = (...rows: string[]) => `某府发〔2025〕1号\n关于某事的通知\n一、某表\n${HEADER}${rows.join('')}`;

const whole = (number: string) =>
  `${number}\n关于某事的通知\n各单位：\n请办好。\n某政府\n2025年1月1日\n${HEADER}${ROW}`;

/** How an OLE container begins. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** An OLE container that has streams of these names. */
function container(...streams: string[]): Uint8Array {
  const whole = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(whole, `/${name}`, new Uint8Array(5000));
  return CFB.write(whole, { type: 'buffer' }) as Uint8Array;
}

/** Content of `notice.txt`, then the code and place that must be told, the exit code, words of advice. */
const NOTICES: readonly (readonly [
  what: string,
  content: string | Uint8Array,
  told: { readonly code: Code; readonly args?: object; readonly at: string },
  exit: number,
])[] = [
  ['an empty file', '', { code: 'file-empty', at: 'notice.txt' }, 3],
  ['blanks only', ' \n\t\n', { code: 'file-empty', at: 'notice.txt' }, 3],
  [
    'bytes that are no text',
    new Uint8Array([1, 2, 0, 3, 0, 255]),
    { code: 'file-binary', at: 'notice.txt' },
    3,
  ],
  ['a mark of UTF-8 and nothing behind it', '\ufeff', { code: 'file-empty', at: 'notice.txt' }, 3],
  ['a binary', new Uint8Array([65, 66, 0, 67, 68]), { code: 'file-binary', at: 'notice.txt' }, 3],
  [
    'half a Word file',
    new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    { code: 'file-broken', at: 'notice.txt' },
    3,
  ],
  ['a PDF file', '%PDF-1.7\n', { code: 'file-broken', at: 'notice.txt' }, 3],
  [
    'text in no known encoding',
    new Uint8Array([0xff, 0xff, 0x80, 0x80, 0xff]),
    { code: 'encoding-unknown', at: 'notice.txt' },
    3,
  ],
  [
    'a file that somebody else has decoded wrongly',
    '关于某事的通知\n各单位：\n请办\ufffd\ufffd。\n',
    { code: 'encoding-damaged', at: 'notice.txt:3:3' },
    3,
  ],
  [
    'a zip that is no document',
    zipSync({ 'a.xml': new Uint8Array([1]) }),
    { code: 'zip-no-document', at: 'notice.txt' },
    3,
  ],
  [
    'a Word file whose text is no XML',
    zipSync({ 'word/document.xml': new Uint8Array([60, 60]) }),
    { code: 'file-broken', at: 'notice.txt' },
    3,
  ],
  [
    'an Excel file that is none inside',
    zipSync({ 'xl/workbook.xml': new Uint8Array([60, 60]) }),
    { code: 'file-broken', at: 'notice.txt' },
    3,
  ],
  [
    'a Word file that unpacks to more than the limit',
    zipSync({ 'word/document.xml': new Uint8Array(101 * 1024 * 1024) }),
    { code: 'file-too-large', args: { megabytes: 20 }, at: 'notice.txt' },
    3,
  ],
  [
    'a Word file with a password',
    Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
    { code: 'file-encrypted', at: 'notice.txt' },
    3,
  ],
  [
    'a Word 97 file with a password',
    Buffer.concat([OLE, Buffer.alloc(504), Buffer.from([0xec, 0xa5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])]),
    { code: 'file-encrypted', at: 'notice.txt' },
    3,
  ],
  [
    'half a Word 97 file',
    Buffer.concat([OLE, Buffer.from('WordDocument', 'utf16le')]),
    { code: 'file-broken', at: 'notice.txt' },
    3,
  ],
  [
    'half an Excel 97 file',
    Buffer.concat([OLE, Buffer.from('Workbook', 'utf16le')]),
    { code: 'file-broken', at: 'notice.txt' },
    3,
  ],
  [
    'a message that a mail program saved',
    'Received: from a\r\nFrom: a@b.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n',
    { code: 'file-mail', at: 'notice.txt' },
    3,
  ],
  ['a message of Outlook', container('__properties_version1.0'), { code: 'file-mail', at: 'notice.txt' }, 3],
  [
    'a presentation of PowerPoint 97 or WPS (.ppt, .dps)',
    container('PowerPoint Document', 'Current User'),
    { code: 'format-unsupported', args: { format: 'PPT' }, at: 'notice.txt' },
    3,
  ],
  [
    'a document of a program before Word 97',
    container('CONTENTS'),
    { code: 'format-unsupported', args: { format: 'OLE' }, at: 'notice.txt' },
    3,
  ],
  [
    'a presentation (.pptx)',
    zipSync({ 'ppt/presentation.xml': new Uint8Array([1]) }),
    { code: 'format-unsupported', args: { format: 'PPT' }, at: 'notice.txt' },
    3,
  ],
  [
    'a document of Pages',
    zipSync({ 'Index/Document.iwa': new Uint8Array([1]), 'preview.jpg': new Uint8Array([1]) }),
    { code: 'format-unsupported', args: { format: 'iWork' }, at: 'notice.txt' },
    3,
  ],
  [
    'a document of the XPS printer',
    zipSync({ 'FixedDocSeq.fdseq': new Uint8Array([1]) }),
    { code: 'format-unsupported', args: { format: 'XPS' }, at: 'notice.txt' },
    3,
  ],
  [
    'a presentation of OpenDocument that is XML',
    '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.presentation"/>',
    { code: 'format-unsupported', args: { format: 'OpenDocument' }, at: 'notice.txt' },
    3,
  ],
  [
    'a document in UOF',
    '<?xml version="1.0" encoding="UTF-8"?>\n<uof:UOF xmlns:uof="u"><字:段落>牵头单位：县水利局</字:段落></uof:UOF>',
    { code: 'format-unsupported', args: { format: 'UOF' }, at: 'notice.txt' },
    3,
  ],
  [
    'any other XML',
    '<?xml version="1.0"?>\n<通知><条>一、修河。责任单位：县水利局</条></通知>',
    { code: 'format-unsupported', args: { format: 'XML' }, at: 'notice.txt' },
    3,
  ],
  [
    'a Word 2003 file that is XML',
    '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="urn:w"/>',
    { code: 'format-unsupported', args: { format: 'Word XML' }, at: 'notice.txt' },
    3,
  ],
  [
    'a workbook of Excel 2003 with struck text',
    '<?xml version="1.0"?><Workbook xmlns:ss="urn:ss"><Font ss:StrikeThrough="1"/></Workbook>',
    { code: 'format-unsupported', args: { format: 'Excel XML' }, at: 'notice.txt' },
    3,
  ],
  [
    'an RTF file',
    '{\\rtf1\\ansi',
    { code: 'format-unsupported', args: { format: 'RTF' }, at: 'notice.txt' },
    3,
  ],
  [
    'a page without a notice',
    '<html><body><p>欢迎</p></body></html>',
    { code: 'page-without-notice', at: 'notice.txt' },
    3,
  ],
  [
    'a table printed one cell a line, without marks',
    '某府发〔2025〕1号\n关于某事的通知\n序号\n名称\n目标\n牵头单位\n责任单位\n1\n甲事\n办好\n区公安局\n区水利局\n',
    { code: 'cells-unmarked', at: 'notice.txt:3:1' },
    3,
  ],
  [
    'two notices in one file',
    `${whole('某府发〔2025〕1号')}\n${whole('某府发〔2025〕2号')}`,
    {
      code: 'two-notices',
      args: { first: '某府发〔2025〕1号', second: '某府发〔2025〕2号' },
      at: 'notice.txt:21:1',
    },
    1,
  ],
  ['no tables', '关于某事的通知\n各单位：\n请办好。\n', { code: 'no-tasks', at: 'notice.txt' }, 1],
  [
    'a table without columns of units',
    table(ROW).replace('牵头单位', '联系人').replace('责任单位', '电话'),
    { code: 'no-tasks', at: 'notice.txt' },
    1,
  ],
  [
    'a table without names',
    table(ROW).replace('名称', '资金来源').replace('2025年目标', '进展情况'),
    { code: 'table-no-header', at: 'notice.txt:4:2' },
    1,
  ],
];

/** What cannot be read in a notice of which the rest can. */
const IN_PART: typeof NOTICES = [
  [
    'a row from which a converter has dropped a merged cell',
    table(ROW, '\n\t2\n\t再办一件\n\t区公安局\n\t区水利局\n\t\n'),
    { code: 'row-cell-count', args: { row: '2', expected: 6, found: 5 }, at: 'notice.txt:18:2' },
    1,
  ],
  [
    'a row with too few cells',
    table(ROW, '\n\t2\n\t乙事\n\t区公安局\n\t区水利局\n'),
    { code: 'row-cell-count', args: { row: '2', expected: 6, found: 4 }, at: 'notice.txt:18:2' },
    1,
  ],
  [
    'a row with too many cells',
    table(ROW, '\n\t2\n\t乙事\n\t办好\n\t区公安局\n\t区水利局\n\t\n\t\n'),
    { code: 'row-cell-count', args: { row: '2', expected: 6, found: 7 }, at: 'notice.txt:18:2' },
    1,
  ],
];

describe.each(['parse', 'export'])('%s', (command) => {
  it.each(IN_PART)('tells %s, and writes the rest', async (_, content, told, exit) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), content);
    const args = command === 'parse' ? ['notice.txt'] : ['--from', 'notice.txt', '--unit', '区公安局'];
    const { code, stderr } = await run(folder, [command, ...args]);
    expect(stderr).toMatch(telling(told.code, told.at));
    expect(code).toBe(exit);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toContain(command === 'parse' ? 'wulong-tasks.json' : '区公安局.xlsx');
  });

  it.each(NOTICES)('refuses %s', async (_, content, told, exit) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), content);
    const args = command === 'parse' ? ['notice.txt'] : ['--from', 'notice.txt', '--unit', '区公安局'];
    const { code, stdout, stderr } = await run(folder, [command, ...args]);
    expect(stderr).toMatch(telling(told.code, told.at));
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toEqual(['notice.txt']);
  });
});

describe('the library', () => {
  it.each(IN_PART)('keeps as printed %s', async (_, content, told) => {
    const { value, diagnostics } = await parseNotice(Buffer.from(content), { name: 'notice.txt' });
    expect(value?.tasks).toHaveLength(1);
    expect(value?.tables[0]?.unread).toHaveLength(1);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: told.code, args: told.args }));
  });

  it.each(NOTICES)('says what is wrong about %s', async (_, content, told) => {
    const { value, diagnostics } = await parseNotice(Buffer.from(content), { name: 'notice.txt' });
    expect(value).toBeUndefined();
    const error = diagnostics.find(({ severity }) => severity === 'error');
    expect({ ...error, at: error?.at && placeText(error.at) }).toMatchObject(told);
  });
});

describe('a file', () => {
  it('that is not there', async () => {
    const folder = emptyFolder();
    const { code, stderr } = await run(folder, ['parse', '没有.txt']);
    expect(stderr).toMatch(telling('file-not-found'));
    expect(stderr).toContain('没有.txt');
    expect(code).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is a folder', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '文件夹'));
    const { code, stderr } = await run(folder, ['parse', '文件夹']);
    expect(stderr).toContain('[file-is-folder]');
    expect(code).toBe(3);
    expect(readdirSync(folder)).toEqual(['文件夹']);
  });
});

describe('text that belongs nowhere', () => {
  it('is told with its place, and what was read is kept', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), `${table(ROW)}\n这句话不属于任何一项。\n`);
    const { code, stderr } = await run(folder, ['parse', 'notice.txt']);
    expect(stderr).toMatch(telling('text-unclaimed', 'notice.txt:18:1'));
    expect(stderr).toContain('这句话不属于任何一项。');
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['notice.txt', 'wulong-tasks.json']);
  });
});

describe('a unit that nobody knows', () => {
  it.each([
    ['区应急管里局', '区应急管理局'],
    ['区水力局', '区水利局'],
  ])('%s is told with the nearest names', async (wrong, right) => {
    const folder = folderWithNotice();
    const { code, stderr } = await run(folder, ['export', '--from', 'notice.txt', '--unit', wrong]);
    expect(stderr).toMatch(telling('unit-not-found'));
    expect(stderr).toContain(right);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['notice.txt']);
  });

  it('spoils the whole export, not half of it', async () => {
    const folder = folderWithNotice();
    const { code } = await run(folder, [
      'export',
      '--from',
      'notice.txt',
      '--unit',
      '区水利局',
      '--unit',
      '某局',
    ]);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['notice.txt']);
  });
});

describe('a table that is not there', () => {
  it('is told with those that are', async () => {
    const { code, stderr } = await run(folderWithNotice(), [
      'tasks',
      '--from',
      'notice.txt',
      '--table',
      '九',
    ]);
    expect(stderr).toMatch(telling('table-not-found'));
    expect(stderr).toContain('核心绩效指标');
    expect(code).toBe(2);
  });
});

describe('wulong-tasks.json', () => {
  const withBook = (content: string) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'wulong-tasks.json'), content);
    return folder;
  };

  it.each([
    ['cut off', '{ "schema": "wulong-tasks/task-book@2", "source"', 'book-damaged'],
    ['not a task book', '[]', 'book-damaged'],
    ['lacking a part', `{ "schema": "${TASK_BOOK_SCHEMA}" }`, 'book-damaged'],
    ['of an older schema', '{ "schema": "wulong-tasks/task-book@0" }', 'book-other-version'],
  ])('that is %s is refused', async (_, content, told) => {
    const folder = withBook(content);
    const { code, stderr } = await run(folder, ['export', '--all']);
    expect(stderr).toMatch(telling(told));
    expect(code).toBe(3);
    expect(readdirSync(folder)).toEqual(['wulong-tasks.json']);
  });

  it('that is not there is told', async () => {
    const { code, stderr } = await run(emptyFolder(), ['units']);
    expect(stderr).toMatch(telling('book-not-found'));
    expect(code).toBe(3);
  });
});

describe('wrong use', () => {
  it.each([
    [[], '请写出要运行的命令'],
    [['parze'], '没有“parze”这条命令。是不是：parse？'],
    [['parse'], '缺少参数'],
    [['parse', 'a.txt', 'b.txt'], '多写了参数'],
    [['units', '--jsn'], '没有“--jsn”这个选项。是不是：--json？'],
    [['export'], '请用 --unit 写出单位，或用 --all'],
    [['export', '--all', '--unit', '区水利局'], '两者选一'],
    [['export', '--unit'], '后面缺少内容'],
    [['export', '--all', '-o', '-'], '写到标准输出时'],
    [['export', '县水利局', '-o', '甲.xlsx'], '请写成 -o 甲'],
    [['tasks', '--role', 'lead'], '要和 --unit 一起用'],
    [['tasks', '--role', 'boss', '--unit', '区水利局'], '可以是：牵头（lead）、责任（responsible）'],
    [['tasks', '--grep', '('], '这不是正则表达式'],
    [['schema', 'nothing'], '没有“nothing”这一种。可选：task-book'],
  ])('%j', async (args, told) => {
    const { code, stdout, stderr } = await run(folderWithNotice(), args);
    expect(stderr).toContain(told);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('standard output holds a sheet or what was done, not both', async () => {
    const asked = ['export', '县水利局', '-o', '-', '--report-json'];
    const { code, stdout } = await run(folderWithNotice(), asked);
    expect(code).toBe(2);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('不能再写 --report-json');
  });
});

describe('an output', () => {
  it('that cannot be written is told', async () => {
    const folder = folderWithNotice();
    writeFileSync(join(folder, '文件'), '');
    const { code, stderr } = await run(folder, [
      'export',
      '--from',
      'notice.txt',
      '--unit',
      '区水利局',
      '-o',
      '文件',
    ]);
    expect(stderr).toContain('[output-unwritable]');
    expect(code).toBe(3);
  });

  it.each([
    ['parse', 'notice.txt', '-o', '.'],
    ['parse', 'notice.txt', '-o', '.', '--force'],
    ['report', '--from', 'notice.txt', '-o', '.'],
    ['units', '--template', '--from', 'notice.txt', '-o', '.', '--force'],
  ])('is not written to a folder: %s', async (...args) => {
    const folder = folderWithNotice();
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('“.”是文件夹。请写明要写成的文件的名字')]);
    expect(files(folder)).toEqual(['notice.txt']);
  });

  it('whose reader goes away is no error', async () => {
    const folder = folderWithNotice();
    const { spawnSync } = await import('node:child_process');
    const bin = new URL('../../bin/wulong-tasks.js', import.meta.url).pathname;
    const { stderr, status } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" tasks --from notice.txt | head -1`],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).not.toContain('EPIPE');
    expect(status).toBe(0);
  });
});

describe('an odd encoding', () => {
  it.each([
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['CRLF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
  ])('%s reads as the seed does', async (_, encode) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), encode(seedBytes().toString('utf8')));
    const { stdout } = await run(folder, ['parse', 'notice.txt', '--json']);
    const plain = await run(folderWithNotice(), ['parse', 'notice.txt', '--json']);
    // Where something stands in the file depends on its line breaks; its line and column do not.
    const comparable = (json: string) =>
      json.replace(/"(?:sha256|digest)": "\w+"|"(?:spans|lines)": \[[\s\d,[\]]*\]/g, '');
    expect(comparable(stdout)).toBe(comparable(plain.stdout));
  });
});
