// Characters that are not what they look like, in every form: text copied out of PDF has them.
import { describe, expect, it } from 'vitest';
import {
  type Document,
  parseNotice,
  readDocument,
  type Task,
  type TaskBook,
  whoOf,
} from '../../src/index.js';
import { docx, p, tbl, tc, tr } from '../support/docx.js';
import { short } from '../support/short.js';
import { text as cell, xlsx } from '../support/xlsx.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a character is the one that it looks like', () => {
  it.each([
    ['Kangxi radicals', '⽔利局于9⽉底前', '水利局于9月底前', ['⽔→水', '⽉→月']],
    ['the supplement', '⻓江⻛景区⻅效⻄部⺠⽣', '长江风景区见效西部民生', undefined],
    ['a radical that is another character in traditional writing', '⼊⼾⾛访⾭年', '入户走访青年', undefined],
    ['compatibility ideographs', '\uf9d5江\uf967\uf900', '崙江不豈', undefined],
    ['those beyond 16 bits', '甲\u{2f800}\u{2f804}乙', '甲丽你乙', undefined],
    ['one that a font draws by the same glyph', '塑㬵跑道', '塑胶跑道', ['㬵→胶']],
    ['characters that are their own', '﨎㐀一', '﨎㐀一', []],
  ])('%s', async (_, printed, meant, pairs) => {
    const { value, diagnostics } = await readDocument(bytes(`${printed}\n`), { name: 'a.txt' });
    expect(short(value as Document)).toEqual([meant]);
    const [told] = diagnostics;
    if (pairs?.length === 0) expect(told).toBeUndefined();
    else expect(told).toMatchObject({ code: 'characters-replaced', ...(pairs && { args: { pairs } }) });
  });
});

describe('a notice copied out of PDF', () => {
  const PRINTED = [
    ['序号', '任务名称', '⼯作⽬标', '牵头单位', '责任单位'],
    ['1', '⽔库除险', '9⽉底前完成⼆⼗座', '县⽔利局', '各乡镇、县⽂旅委'],
  ];
  const MEANT = [
    ['序号', '任务名称', '工作目标', '牵头单位', '责任单位'],
    ['1', '水库除险', '9月底前完成二十座', '县水利局', '各乡镇、县文旅委'],
  ];
  const LINES = ['关于做好2026年⼯作的通知', '各乡镇⼈⺠政府，县级各部⻔：', '⼀、抓⽔利'];
  const READ = ['关于做好2026年工作的通知', '各乡镇人民政府，县级各部门：', '一、抓水利', MEANT];

  const FORMS: readonly (readonly [string, Uint8Array, unknown])[] = [
    ['a.txt', bytes([...LINES, ...PRINTED.map((row) => row.join('\t'))].join('\n')), READ],
    [
      'a.docx',
      docx(
        [
          ...LINES.map((line) => p(line)),
          tbl(...PRINTED.map((row) => tr(...row.map((each) => tc(each))))),
        ].join(''),
      ),
      READ,
    ],
    [
      'a.html',
      bytes(
        `<body><p>首页</p><div>${LINES.map((line) => `<p>${line}</p>`).join('')}<table>${PRINTED.map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`).join('')}</table></div></body>`,
      ),
      READ,
    ],
    [
      'a.xlsx',
      xlsx(PRINTED.map((row, i) => row.map((each, j) => cell(`${'ABCDE'[j]}${i + 1}`, each)).join(''))),
      ['表一', MEANT],
    ],
  ];

  it.each(FORMS)('%s is read as it looks', async (name, file, expected) => {
    const { value, diagnostics } = await readDocument(file, { name });
    expect(short(value as Document)).toEqual(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(['characters-replaced']);
    const book = (await parseNotice(file, { name })).value;
    const [task] = (book as TaskBook).tasks as [Task];
    expect(whoOf(task).map(({ text }) => text)).toEqual(['县水利局', '各乡镇', '县文旅委']);
    expect(task.deadlines[0]?.text).toBe('9月底前');
    expect(task.indicators[0]).toMatchObject({ values: [20] });
    expect(book?.ledger.unclaimed).toBe(0);
  });

  it('blanks inside words are none', async () => {
    const rows = [
      '序 号\t任务 名称\t工 作 目 标\t牵 头 单 位\t责任单位',
      '1\t水库\t９月底前完成２０ 座\t县 水 利 局\t县文 旅委、县\u00ad教\u200b育局',
    ];
    const { value: book } = await parseNotice(bytes(rows.join('\n')), { name: 'a.txt' });
    const [task] = (book as TaskBook).tasks as [Task];
    expect(whoOf(task).map(({ text }) => text.replace(/\s/g, ''))).toEqual([
      '县水利局',
      '县文旅委',
      '县教育局',
    ]);
    expect(task.deadlines[0]?.text).toBe('９月底前');
    expect(task.indicators[0]).toMatchObject({ values: [20] });
  });
});

it('a character that only a font knows is told with its place', async () => {
  const { value, diagnostics } = await readDocument(bytes('一、甲\n（一）办\ue123好\ue123。'), {
    name: 'a.txt',
  });
  expect(short(value as Document)).toEqual(['一、甲', '（一）办\ue123好\ue123。']);
  expect(diagnostics).toMatchObject([
    { code: 'characters-private', args: { count: 2 }, at: { line: 2, column: 5 } },
  ]);
});
