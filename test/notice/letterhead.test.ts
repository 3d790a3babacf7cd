import { describe, expect, it } from 'vitest';
import { type Document, parseNotice, placeText, readDocument, readNotice } from '../../src/index.js';
import { shapeOf } from '../../src/words/shapes.js';

describe('a paragraph by itself', () => {
  it.each([
    ['date', ['2026年1月1日', '２０２６年１２月３１日', '2026 年 10 月 1 日']],
    ['publicity', ['（此件公开发布）', '(此件依申请公开)']],
    ['appendix-label', ['附件', '附 件', '附件1', '附件12', '附件：', '附件1：']],
    ['appendix-heading', ['附件1任务表', '附件1：任务表', '附件12：任务表', '附件：任务表', '附件 任务表']],
    ['colophon', ['抄送：县委办公室。', '主送：县财政局', '某县人民政府办公室2026年1月2日印发']],
    ['table-note', ['备注：按月报送。', '注：见文', '说明：']],
    ['chapter', ['一、总则', '二十一、附则', '第三章 附则']],
    ['article', ['第十条 甲']],
    ['measure', ['（一）甲', '(十二)乙']],
    ['item', ['1.甲', '12、乙', '３．丙']],
    ['addressees', ['各乡镇人民政府：', '县级各部门:']],
    [
      'sentence',
      ['请办好。', '办好；', '参见附件。', '请抄送：县财政局', '附件：1.任务表', '见（此件公开发布）。'],
    ],
    [
      'line',
      [
        ...[
          '于2026年1月1日',
          '2026年1月1日前',
          '2026年1月1日印发',
          '见附件1',
          '附件1.任务表',
          '附件1、任务表',
        ],
        ...[
          '见（此件公开发布）',
          '（此件公开发布）一',
          '依据某府发〔2026〕1号文件',
          '由2026年某府发〔2026〕1号',
        ],
        ...['2.5万人', '一是甲'],
      ],
    ],
  ] as const)('is a %s by its form', (shape, texts) => {
    expect(texts.map(shapeOf)).toEqual(texts.map(() => shape));
  });
});

const TABLE = '序号\t任务\t牵头单位\n1\t甲事\t县公安局\n2\t乙事\t县财政局\n';

async function head(...lines: string[]) {
  const text = `${lines.join('\n')}\n附件\n任务表\n${TABLE}`;
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  expect(value?.ledger.rest).toEqual([]);
  return {
    ...value?.notice,
    chapters: value?.chapters.map(({ number, title, measures }) => [
      number,
      title,
      ...measures.map((measure) => measure.number + measure.title),
    ]),
    codes: diagnostics.filter(({ code }) => !code.startsWith('registry')).map(({ code }) => code),
  };
}

const LETTER = ['各乡镇人民政府：', '请办好。', '某县人民政府', '2026年1月1日'];

describe('a document number', () => {
  it.each([
    '某府发〔2026〕1号',
    '某府办函〔2026〕12号',
    '某安办发[2026]3号',
    '某政办发【2026】4号',
    '某府发（2026）5号',
    '某府发﹝2026﹞6号',
    '某府发〔２０２６〕７号',
    '某府发〔2026〕第8号',
    '某 府 发 〔2026〕 9 号',
  ])('is told: %s', async (number) => {
    expect((await head(number, '关于某事的通知', ...LETTER)).number).toBe(number);
  });

  it('may stand beside who signs', async () => {
    const { number, title } = await head('某府发〔2026〕1号 签发人：张某', '关于某事的通知', ...LETTER);
    expect(number).toBe('某府发〔2026〕1号 签发人：张某');
    expect(title).toBe('关于某事的通知');
  });

  it('may be absent, and that is told', async () => {
    const { number, title, codes } = await head('某县人民政府', '关于某事的通知', ...LETTER);
    expect(number).toBeNull();
    expect(title).toBe('某县人民政府关于某事的通知');
    expect(codes).toEqual(['number-missing']);
  });

  it('has what stands above it for a masthead', async () => {
    const { masthead, title } = await head(
      '某县人民政府文件',
      '某府发〔2026〕1号',
      '某县人民政府',
      '关于某事的通知',
      ...LETTER,
    );
    expect(masthead).toEqual(['某县人民政府文件']);
    expect(title).toBe('某县人民政府关于某事的通知');
  });
});

describe('issuers', () => {
  it('may be several', async () => {
    const { issuer, letter, date } = await head(
      '某应急〔2026〕1号',
      '关于某事的通知',
      '各乡镇人民政府：',
      '请办好。',
      '某县应急管理局',
      '某县公安局',
      '２０２６年１月１日',
    );
    expect({ issuer, letter: letter?.map(({ text }) => text), date }).toEqual({
      issuer: ['某县应急管理局', '某县公安局'],
      letter: ['请办好。'],
      date: '2026-01-01',
    });
  });
});

describe('an appendix', () => {
  it.each([
    ['附件 2026年重点任务清单', '附件', '2026年重点任务清单'],
    ['附件 3年行动任务清单', '附件', '3年行动任务清单'],
    ['附件1 2026年重点任务清单', '附件1', '2026年重点任务清单'],
  ])('%s', async (line, label, title) => {
    const { appendices } = await head('关于某事的通知', '各单位：', '请办好。', '某局', '2026年1月1日', line);
    expect(appendices?.[0]).toMatchObject({ label, title });
  });
});

describe('what comes after the letter', () => {
  it('may be named in the letter, and is no appendix there', async () => {
    const { appendices, letter } = await head(
      '关于某事的通知',
      '各乡镇人民政府：',
      '请办好。',
      '附件：1.任务表',
      '2.联系表',
      '某县人民政府',
      '2026年1月1日',
      '（联系人：张某，电话：1）',
    );
    expect(appendices).toMatchObject([{ label: '附件', title: '任务表' }]);
    expect(letter?.map(({ text }) => text)).toEqual(['请办好。', '附件：1.任务表', '2.联系表']);
  });

  it('may be a colophon', async () => {
    const { colophon } = await head(
      '关于某事的通知',
      ...LETTER,
      '抄送：县委办公室。',
      '某县人民政府办公室 2026年1月2日印发',
    );
    expect(colophon).toEqual(['抄送：县委办公室。', '某县人民政府办公室 2026年1月2日印发']);
  });
});

describe('the foot of a notice', () => {
  const BODY = ['一、任务', '（一）修好泵站。新建2处。（牵头单位：县水利局）'];
  const bookOf = async (name: string, text: string) =>
    (await parseNotice(new TextEncoder().encode(text), { name })).value;
  it.each([
    [['某县人民政府办公室 2026年1月2日印发', '某县发展和改革委员会承办']],
    [['某县发展和改革委员会承办', '某县人民政府办公室印发', '2026年1月2日印发', '共印50份']],
    [['抄送：县委办公室。', '承办单位：县发展改革委　经办人：张某']],
    // What a site says of itself, below all else.
    [['某县人民政府办公室承办']],
    [['某县人民政府办公室主办']],
    [['承办：某县人民政府办公室']],
  ])('is no task: %j', async (foot) => {
    const text = ['关于某事的通知', ...LETTER, ...BODY, ...foot].join('\n');
    const book = await bookOf('a.txt', text);
    expect(book?.tasks.map(({ name }) => name)).toEqual(['修好泵站']);
    expect(book?.notice.colophon).toEqual(foot);
    expect(book?.ledger.unclaimed).toBe(0);
  });

  it('may be a table', async () => {
    const cells = [
      ['抄送：县委办公室。'],
      ['某县人民政府办公室', '2026年1月2日印发'],
      ['承办单位：县发展改革委'],
    ];
    const table = `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const lines = ['关于某事的通知', ...LETTER, ...BODY].map((line) => `<p>${line}</p>`).join('');
    const { value, diagnostics } = await parseNotice(
      new TextEncoder().encode(`<body>${lines}${table}</body>`),
      {
        name: 'a.html',
      },
    );
    expect(value?.tasks.map(({ name }) => name)).toEqual(['修好泵站']);
    expect(diagnostics.map(({ code }) => code)).not.toContain('table-no-header');
    expect(diagnostics.map(({ code }) => code)).not.toContain('duty-without-task');
  });

  it('is none where a duty goes on', async () => {
    const text = ['关于某事的通知', ...LETTER, '一、任务', '（一）修好泵站', '县水利局承办'].join('\n');
    expect((await bookOf('a.txt', text))?.tasks.map(({ name }) => name)).toEqual(['修好泵站']);
  });
});

describe('two notices in one file', () => {
  const read = async (...lines: string[]) => {
    const text = `${lines.join('\n')}\n附件\n任务表\n${TABLE}`;
    return (await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' })).diagnostics;
  };
  const SECOND = ['某府发〔2026〕2号', '关于他事的通知', '各乡镇人民政府：', '请办好。'];

  it('are refused at the second', async () => {
    const diagnostics = await read('某府发〔2026〕1号', '关于某事的通知', ...LETTER, ...SECOND);
    expect(diagnostics.map(({ code, args, at }) => [code, args, at && placeText(at)])).toEqual([
      ['two-notices', { first: '某府发〔2026〕1号', second: '某府发〔2026〕2号' }, 'a.txt:7:1'],
    ]);
  });

  it.each([
    ['no date ends the first', ['某府发〔2026〕1号', '关于某事的通知', ...LETTER.slice(0, 3), ...SECOND]],
    ['nobody is addressed', ['某府发〔2026〕1号', '关于某事的通知', ...LETTER, ...SECOND.slice(0, 2)]],
    ['the first has no number', ['关于某事的通知', ...LETTER, ...SECOND]],
    // A site prints number and date above the text, too.
    ['the number is the same', ['某府发〔2026〕2号', '2026年1月2日', ...SECOND]],
  ])('are not suspected where %s', async (_, lines) => {
    expect((await read(...lines)).map(({ code }) => code)).not.toContain('two-notices');
  });
});

describe('a notice without a date', () => {
  it('is told', async () => {
    const { date, codes, issuer } = await head(
      '某府发〔2026〕1号',
      '关于某事的通知',
      '各乡镇人民政府：',
      '请办好。',
    );
    expect({ date, issuer }).toEqual({ date: null, issuer: [] });
    expect(codes).toEqual(['date-missing', 'deadline-inferred']);
  });
});

describe('a date', () => {
  it.each([
    ['2026年2月28日', '2026-02-28'],
    ['2026年2月30日', null],
    ['2026年13月1日', null],
    ['2026年12月0日', null],
  ])('is a day of the calendar: %s', async (printed, date) => {
    const lines = ['某府发〔2026〕1号', '关于某事的通知', ...LETTER.slice(0, 3), printed];
    expect((await head(...lines)).date).toBe(date);
  });
});

describe('an appendix', () => {
  const appendix = async (...lines: string[]) => {
    const bytes = new TextEncoder().encode(['关于某事的通知', ...LETTER, ...lines].join('\n'));
    const { value: document } = await readDocument(bytes, { name: 'a.txt' });
    const { value } = readNotice(document as Document);
    const texts = (passages: readonly { readonly text: string }[] = []) => passages.map(({ text }) => text);
    return {
      appendices: value?.appendices.map(({ label, title, passages }) => [
        label.text,
        texts(title),
        texts(passages),
      ]),
      tables: value?.tables.map(({ heading, notes, appendix: of }) => [of, texts(heading), texts(notes)]),
      measures: value?.chapters.flatMap(({ measures }) => measures.map(({ passages }) => texts(passages))),
      rest: value?.ledger.rest.map(({ text }) => text),
    };
  };

  it('has a title, and its table headings and notes', async () => {
    expect(
      await appendix(
        '附件1',
        '任务表',
        '（2026年）',
        TABLE,
        '备注：按月报送。',
        '附件2 联系表',
        '一、甲类',
        TABLE,
      ),
    ).toEqual({
      appendices: [
        ['附件1', ['任务表', '（2026年）'], []],
        ['附件2', ['联系表'], []],
      ],
      tables: [
        [0, [], ['备注：按月报送。']],
        [1, ['一、甲类'], []],
      ],
      measures: [],
      rest: [],
    });
  });

  it('may have sentences before its table, which are of the table, and after it, which are told', async () => {
    const { tables, rest } = await appendix('附件1', '任务表', '按下表办理。', TABLE, '以上各项按月报送。');
    expect(tables).toEqual([[0, ['按下表办理。'], []]]);
    expect(rest).toEqual(['以上各项按月报送。']);
  });

  it('may have its label and title in a cell of several lines', async () => {
    const { appendices, rest } = await appendix('\t附件1 任务表', '按月报送');
    expect(appendices).toEqual([['附件1', ['任务表\n按月报送'], []]]);
    expect(rest).toEqual([]);
  });

  it('may be text alone', async () => {
    const { appendices, rest } = await appendix(
      '附件1',
      '任务表',
      TABLE,
      '附件2',
      '说明书',
      '按月报送。',
      '联系县政府办。',
    );
    expect(appendices?.[1]).toEqual(['附件2', ['说明书'], ['按月报送。', '联系县政府办。']]);
    expect(rest).toEqual([]);
  });

  it('may be the document that is issued, with its outline and a table of its own', async () => {
    const { appendices, measures, tables } = await appendix(
      '附件',
      '某县工作方案',
      '为办好某事，制定本方案。',
      '一、总则',
      '（一）甲。办好。',
      '附件1 任务表',
      TABLE,
    );
    expect(appendices?.map(([label]) => label)).toEqual(['附件', '附件1']);
    expect(measures).toEqual([['（一）甲。办好。']]);
    expect(tables).toEqual([[1, [], []]]);
  });
});

describe('a body with a table in it', () => {
  it('goes on after the table', async () => {
    expect(
      (
        await head(
          '关于某事的通知',
          ...LETTER,
          '一、总则',
          '（一）甲。办好。',
          TABLE,
          '二、附则',
          '（二）乙。',
        )
      ).chapters,
    ).toEqual([
      ['一', '总则', '（一）甲'],
      ['二', '附则', '（二）乙'],
    ]);
  });
});

describe('an outline', () => {
  const outline = async (...lines: string[]) => (await head('关于某事的通知', ...LETTER, ...lines)).chapters;

  it('has chapters and measures, titled to the first full stop or on a line of their own', async () => {
    expect(await outline('一、总则', '（一）甲。办好。', '（二）乙', '办妥。', '二、附则')).toEqual([
      ['一', '总则', '（一）甲', '（二）乙'],
      ['二', '附则'],
    ]);
  });

  it('may have measures without chapters, and skip or restart its numbers', async () => {
    expect(await outline('（一）甲。', '（三）丙。', '（一）丁。')).toEqual([
      ['', '', '（一）甲', '（三）丙', '（一）丁'],
    ]);
  });

  it('may number its measures 1. or （1） under a chapter', async () => {
    expect(await outline('一、总则', '1.甲。办好。', '2．乙。', '3、丙。')).toEqual([
      ['一', '总则', '1甲', '2乙', '3丙'],
    ]);
  });

  it('keeps points under the measure that they are of', async () => {
    expect(
      await outline('一、总则', '（一）甲。', '1.办好。', '（1）办快。', '①办妥。', '（二）乙。'),
    ).toEqual([['一', '总则', '（一）甲', '（二）乙']]);
  });

  it('may have chapters and articles', async () => {
    expect(await outline('第一章 总则', '第一条 甲。', '第二条 乙。', '第二章 附则', '第三条 丙。')).toEqual([
      ['第一章', '总则', '第一条甲', '第二条乙'],
      ['第二章', '附则', '第三条丙'],
    ]);
  });
});

describe('what comes with a notice', () => {
  it.each([
    ['below the signature', ['某市政府', '2026年1月1日', '附件：1.任务表', '2.联络员名单']],
    [
      'below the body',
      ['一、高度重视', '二、按时报送', '附：1.任务表', '2.联络员名单', '某市政府', '2026年1月1日'],
    ],
  ])('is named line by line, and no line of it is a measure: %s', async (_, lines) => {
    const text = [
      '某市政府关于某事的通知',
      '各县区：',
      '请办好。',
      ...lines,
      '附件1',
      '任务表',
      TABLE,
      '',
    ].join('\n');
    const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(value?.chapters.flatMap(({ measures }) => measures.map(({ title }) => title))).toEqual([]);
  });
});
