// What published files have and the printers of the other tests do not. What each page says was written down before it
// was read.
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import type { Glyph, PrintedPage } from '../../src/read/positions/printed-page.js';
import { grid, line, page, rule } from '../support/printed.js';
import { noiseOf, short } from '../support/short.js';

const read = (...pages: readonly PrintedPage[]) => {
  const { flow, diagnostics } = readPages(pages, 'a.pdf');
  const { value } = documentOf('a.pdf', flow);
  return { document: value, told: diagnostics.map(({ code }) => code) };
};
const shortly = (...pages: readonly PrintedPage[]) => short(read(...pages).document);

const COLUMNS = [100, 130, 230, 310];
const row = (y: number, ...cells: readonly string[]) =>
  cells.flatMap((text, i) => line(text, (COLUMNS[i] as number) + 5, y));
/** Lines below each other in the middle of the last column. */
const centred = (...lines: readonly string[]) =>
  lines.flatMap((text, i) => line(text, 270 - text.length * 5, 115 + 12 * i));
const inLast = (glyphs: readonly Glyph[]) =>
  (shortly(page(glyphs, grid(COLUMNS, [100, 160])))[0] as string[][])[0]?.[2];

describe('lines that are centred in a cell', () => {
  it('end where their writer ended them, though half of the room is before them', () => {
    expect(inLast(centred('建设交通局', '凤河城投集团'))).toBe('建设交通局\n凤河城投集团');
  });

  it('go on where none of their column is longer, though there seems to be room', () => {
    const three = (...lines: readonly string[]) =>
      lines.flatMap((text, i) => line(text, 256 - text.length * 5, 115 + 12 * i));
    const text = three('市安委', '会办公', '室');
    expect(shortly(page(text, grid([100, 130, 230, 282], [100, 160])))[0]).toEqual([
      ['', '', '市安委会办公室'],
    ]);
  });

  it('go on where what comes next had no room', () => {
    expect(inLast(centred('凤河县城市', '投资集团'))).toBe('凤河县城市\n投资集团');
    expect(inLast(centred('凤河县城市投', '资集团'))).toBe('凤河县城市投资集团');
  });
});

describe('lines of a cell', () => {
  it('end where more room is below them than below others', () => {
    const text = [
      ...line('新建泵站两座并配', 135, 115),
      ...line('套管网十二公里，', 135, 127),
      ...line('完成验收。', 135, 139),
      ...line('县住建交通局', 235, 115),
      ...line('凤河城投集团', 235, 135),
    ];
    expect(shortly(page(text, grid([100, 130, 230, 300], [100, 160])))).toEqual([
      [['', '新建泵站两座并配套管网十二公里，完成验收。', '县住建交通局\n凤河城投集团']],
    ]);
  });

  it('keep a blank at their end that parts two names', () => {
    const text = [...line('县总工会教育 ', 235, 115), ...line('萩山职业中学', 235, 127)];
    expect(shortly(page(text, grid([100, 130, 230, 305], [100, 160])))[0]).toEqual([
      ['', '', '县总工会教育 萩山职业中学'],
    ]);
  });
});

describe('paragraphs of a line each', () => {
  it('end there, though one is as long as others by chance', () => {
    const items = [
      '（一）镇社会事务办牵头，每周通报缴费进度。',
      '（二）镇民政办负责，镇残联协助核对名单资料。',
      '（三）镇便民服务中心负责线下代缴服务周末。',
    ];
    const long = '二〇二四年度城乡居民基本医疗保险集中缴费期为九月一日至十二月底，现将有关工作';
    const text = [long, ...items, '白马镇人民政府'].flatMap((each, i) => line(each, 100, 100 + 27 * i, 12));
    expect(shortly(page(text))).toEqual([long, ...items, '白马镇人民政府']);
  });

  it('end before the next of a list that is counted by a word, and not inside a bracket', () => {
    const full = '区水利局要会同有关乡镇街道对辖区山塘水库逐座排查建立台账实行销号管理确保安全度汛工';
    const text = [`实事一：${full.slice(0, 36)}`, `实事二：${full.slice(0, 36)}`, '作。'];
    const glyphs = text.flatMap((each, i) => line(each, 100, 100 + 20 * i));
    expect(shortly(page(glyphs))).toEqual([text[0], `${text[1]}作。`]);
    const open = `${full.slice(0, -6)}（牵头领导`;
    const broken = [...line(`${open}\u3000`, 100, 100), ...line('责任部门：派出所）', 100, 120)];
    expect(shortly(page([...broken, ...line(full, 100, 300)]))[0]).toBe(`${open}\u3000责任部门：派出所）`);
  });
});

describe('rules', () => {
  it('of two tables below each other make two, where one is narrower', () => {
    const narrow = [100, 130, 200];
    const text = [
      ...row(115, '1', '甲', '县水利局'),
      ...row(135, '2', '乙', '县教育局'),
      ...[155, 175].flatMap((y) => [...line('一', 105, y), ...line('丙', 135, y)]),
    ];
    const rules = [...grid(COLUMNS, [100, 120, 140]), ...grid(narrow, [141, 160, 180])];
    expect(shortly(page(text, rules))).toEqual([
      [
        ['1', '甲', '县水利局'],
        ['2', '乙', '县教育局'],
      ],
      [
        ['一', '丙'],
        ['一', '丙'],
      ],
    ]);
  });

  it('that leave a cell which is no rectangle are told', () => {
    const text = [...row(115, '1', '甲', '县水利局'), ...row(135, '2', '乙', '县教育局')];
    const rules = [
      ...grid([100, 310], [100, 140]),
      ...[
        rule(230, 100, 230, 140),
        rule(230, 120, 310, 120),
        rule(130, 120, 130, 140),
        rule(130, 120, 230, 120),
      ],
    ];
    expect(read(page(text, rules)).told).toEqual(['rules-unclear']);
  });
});

describe('text that is struck through', () => {
  it('is set aside and told', () => {
    const text = [
      ...line('由县水利局', 100, 115),
      ...line('县住建局', 150, 115),
      ...line('负责。', 190, 115),
    ];
    const { document, told } = read(page(text, [rule(150, 112, 190, 112)]));
    expect(short(document)).toEqual(['由县水利局\u3000负责。']);
    expect(noiseOf(document)).toEqual([['deleted', '县住建局']]);
    expect(told).toEqual(['words-struck']);
  });

  it('is none where a rule is below it, or goes on beside it', () => {
    const text = line('由县水利局负责。', 100, 115);
    for (const each of [rule(100, 117, 180, 117), rule(60, 112, 400, 112)])
      expect(read(page(text, [each])).told).not.toContain('words-struck');
  });
});

describe('a table that goes on', () => {
  it('is one where 续表 stands above its second part', () => {
    const one = page(
      [...row(715, '序号', '名称', '牵头单位'), ...row(735, '1', '治理山塘', '区水利局')],
      grid(COLUMNS, [700, 720, 740]),
    );
    const two = page(
      [
        ...line('续表', 270, 90),
        ...row(115, '序号', '名称', '牵头单位'),
        ...row(135, '2', '加固水库', '区教委'),
      ],
      grid(COLUMNS, [100, 120, 140]),
      { number: 2 },
    );
    const { document } = read(one, two);
    expect(short(document)).toEqual([
      [
        ['序号', '名称', '牵头单位'],
        ['1', '治理山塘', '区水利局'],
        ['2', '加固水库', '区教委'],
      ],
    ]);
    expect(noiseOf(document)).toEqual([
      ['page-margin', '序号\u3000名称\u3000牵头单位'],
      ['page-margin', '续表'],
    ]);
  });

  it('is one where the number of the page stands at its side', () => {
    const sheet = (number: number, y: number, ...cells: readonly string[]) =>
      page(
        [
          ...row(y, ...cells),
          ...Array.from(`—${number}—`, (char, i) =>
            line(char, 40, 300 + 10 * i, 10, { runs: 'down' }),
          ).flat(),
        ],
        grid(COLUMNS, [y - 15, y + 5]),
        { number, width: 842, height: 595 },
      );
    const { document } = read(
      sheet(1, 500, '1', '治理山塘', '区水利局'),
      sheet(2, 115, '2', '加固水库', '区教委'),
    );
    expect(short(document)).toEqual([
      [
        ['1', '治理山塘', '区水利局'],
        ['2', '加固水库', '区教委'],
      ],
    ]);
    expect(noiseOf(document)).toEqual([
      ['page-margin', '—1—'],
      ['page-margin', '—2—'],
    ]);
  });
});

describe('a page of a web site that was printed', () => {
  const FULL = '现将二〇二六年重点工作任务印发给你们请认真抓好落实。';
  const text = [
    '首页',
    '首页 > 政务公开 > 通知公告',
    '云溪县人民政府关于印发2026年重点工作任务的通知',
    '索引号：000014349/2026-00012  发文字号：云政发〔2026〕3号',
    '发布机构：云溪县人民政府  成文日期：2026年3月2日',
    '各乡镇人民政府，县政府各部门：',
    FULL,
    '【打印】【关闭】',
    '主办：云溪县人民政府办公室',
  ];
  it('has the lines of the site as page chrome, and what it says of the notice as a table', () => {
    const glyphs = text.flatMap((each, i) => line(each, 60, 100 + 30 * i));
    const { document } = read(page(glyphs));
    expect(short(document)).toEqual([
      text[2],
      [
        ['索引号：', '000014349/2026-00012', '发文字号：', '云政发〔2026〕3号'],
        ['发布机构：', '云溪县人民政府', '成文日期：', '2026年3月2日'],
      ],
      text[5],
      FULL,
    ]);
    expect(noiseOf(document).map(([kind, said]) => [kind, said])).toEqual(
      [text[0], text[1], text[7], text[8]].map((each) => ['page-chrome', each]),
    );
  });

  it('may say one thing of the notice a line, and is told where another table may be of what stands beside it', () => {
    const lines = [
      '您的位置：首页>通知公告',
      '索引号：000014349/2026-00012',
      '发布机构：云溪县水利局',
      text[2] ?? '',
    ];
    const tables = [200, 300].map((top) => ({
      cells: ['序号', '任务', '1', '清淤'].flatMap((each, i) =>
        line(each, 65 + 100 * (i % 2), top + 15 + 20 * (i >> 1)),
      ),
      rules: grid([60, 160, 260], [top, top + 20, top + 40]),
    }));
    const glyphs = lines.flatMap((each, i) => line(each, 60, 60 + 30 * i));
    const printed = (some: typeof tables) =>
      readPages(
        [
          page(
            [...glyphs, ...some.flatMap(({ cells }) => cells)],
            some.flatMap(({ rules }) => rules),
          ),
        ],
        'a.pdf',
      ).flow;
    const one = documentOf('a.pdf', printed(tables.slice(0, 1)));
    expect(short(one.value).slice(0, 2)).toEqual([
      [
        ['索引号：', '000014349/2026-00012'],
        ['发布机构：', '云溪县水利局'],
      ],
      text[2],
    ]);
    expect(one.diagnostics).toEqual([]);
    const [told, ...others] = documentOf('a.pdf', printed(tables)).diagnostics;
    expect(others).toEqual([]);
    expect([told?.code, told?.args]).toEqual(['page-saved', { text: lines[0] }]);
  });

  it('is told by its last line alone, where that is who runs it', () => {
    const own = [text[2], FULL, '云溪县人民政府办公室主办'].map((each) => each ?? '');
    const printed = (lines: readonly string[]) =>
      read(page(lines.flatMap((each, i) => line(each, 60, 100 + 30 * i)))).document;
    expect(noiseOf(printed(own))).toEqual([['page-chrome', own[2]]]);
    expect(noiseOf(printed([...own.slice(0, 2), '本次会议由县水利局承办']))).toEqual([]);
    const label = '主办：云溪县人民政府';
    expect(noiseOf(printed([...own.slice(0, 2), label]))).toEqual([['page-chrome', label]]);
    expect(noiseOf(printed([...own.slice(0, 2), '主办：云溪县文化旅游局']))).toEqual([]);
  });

  it('is none without such lines: what a notice says of its number is its own', () => {
    const own = [text[2], '主办：云溪县水利局', FULL].filter((each) => each !== undefined);
    const glyphs = own.flatMap((each, i) => line(each, 60, 100 + 30 * i));
    expect(shortly(page(glyphs))).toEqual(own);
  });
});

describe('what stands at the foot of a page', () => {
  it('is a note below a short rule, in a smaller font', () => {
    const text = [
      ...line('由县水利局负责，县住建局配合。', 100, 400, 14),
      ...line('1 含下属各站所。', 100, 780, 9),
    ];
    const { document } = read(page(text, [rule(100, 765, 240, 765)]));
    expect(short(document)).toEqual(['由县水利局负责，县住建局配合。']);
    expect(noiseOf(document)).toEqual([['footnote', '1 含下属各站所。']]);
    // A line that is as large, or one that begins with no sign of a note, is text.
    expect(
      noiseOf(
        read(
          page(
            text.map((each) => ({ ...each, size: 14 })),
            [rule(100, 765, 240, 765)],
          ),
        ).document,
      ),
    ).toEqual([]);
  });

  it('is its number, also in a frame that goes down to the edge', () => {
    const sheet = (number: number) =>
      page(
        [...row(115, '1', `治理${number}`, '区教委'), ...line(`— ${number} —`, 190, 815)],
        grid(COLUMNS, [100, 830]),
        { number },
      );
    const { document } = read(sheet(1), sheet(2));
    expect(noiseOf(document)).toEqual([
      ['page-margin', '— 1 —'],
      ['page-margin', '— 2 —'],
    ]);
    expect(short(document)[0]).toEqual([
      ['1', '治理1', '区教委'],
      ['1', '治理2', '区教委'],
    ]);
    expect(noiseOf(read(sheet(1)).document)).toEqual([]);
  });
});

it('a figure for which a worksheet had no room is told', () => {
  expect(read(page(row(115, '1', '####', '县水利局'), grid(COLUMNS, [100, 120]))).told).toEqual(['text-cut']);
});
