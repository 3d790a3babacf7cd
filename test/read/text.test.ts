import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { noiseOf, short } from '../support/short.js';

const read = async (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await readDocument(bytes, { name: 'a.txt' })).value as Document;
};

describe('the layout of one cell a line', () => {
  it('parts cells by tabs at line starts and rows by empty lines', async () => {
    expect(short(await read('题\n\t甲\n\t乙\n\n\t丙\n\t丁\n\n完'))).toEqual([
      '题',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      '完',
    ]);
  });

  it('gives a cell its further lines, which have no tab', async () => {
    expect(short(await read('\t甲\n乙\n\t丙\n'))).toEqual([[['甲\n乙', '丙']]]);
  });

  it('keeps empty cells, and drops blanks around a line', async () => {
    expect(short(await read('\t 甲 \n\t\n\t　\n\t乙\n'))).toEqual([[['甲', '', '', '乙']]]);
  });

  it('takes paragraphs that are merely indented for paragraphs', async () => {
    expect(short(await read('\t一段\n\n\t又一段\n'))).toEqual(['一段', '又一段']);
  });

  it('parts two tables by a paragraph', async () => {
    expect(short(await read('\t甲\n\t乙\n\n二\n\t丙\n\t丁\n'))).toEqual([
      [['甲', '乙']],
      '二',
      [['丙', '丁']],
    ]);
  });
});

describe('noise', () => {
  it('is set aside with its kind and place, and is in no text', async () => {
    const document = await read('题[bookmark: _Toc1]目\u200B\n\t[bookmark: _GoBack]甲\n\t乙\n');
    expect(short(document)).toEqual(['题目', [['甲', '乙']]]);
    expect(document.noise.map(({ kind, passage }) => [kind, passage.text, placeText(passage.at)])).toEqual([
      ['bookmark', '[bookmark: _Toc1]', 'a.txt:1:2'],
      ['invisible', '\u200B', 'a.txt:1:20'],
      ['bookmark', '[bookmark: _GoBack]', 'a.txt:2:2'],
    ]);
  });
});

describe('places', () => {
  it('are line and column of what is printed, whatever the line breaks', async () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const [paragraph, table] = (await read(['', '  题', '\t 甲', '\t乙'].join(lineBreak))).blocks;
      expect(paragraph?.kind === 'paragraph' && placeText(paragraph.passage.at)).toBe('a.txt:2:3');
      expect(
        table?.kind === 'table' && table.rows[0]?.cells.map(({ passage }) => placeText(passage.at)),
      ).toEqual(['a.txt:3:3', 'a.txt:4:2']);
    }
  });
});

describe('encodings', () => {
  it('reads GB18030, and GBK with it', async () => {
    expect(short(await read(new Uint8Array([0xb9, 0xd8, 0xd3, 0xda, 0xcd, 0xa8, 0xd6, 0xaa])))).toEqual([
      '关于通知',
    ]);
  });
});

describe('the layout of one row a line', () => {
  it('parts cells by tabs, empty ones too', async () => {
    expect(short(await read('题\n序号\t任务\t单位\n1\t\t甲\n\n2\t乙\t\n完'))).toEqual([
      '题',
      [
        ['序号', '任务', '单位'],
        ['1', '', '甲'],
        ['2', '乙', ''],
      ],
      '完',
    ]);
  });

  it('reads cells of several lines that Excel puts in quotation marks', async () => {
    const document = await read('序号\t任务\n1\t"甲\n乙""丙"""\n2\t"丁\n');
    expect(short(document)).toEqual([
      [
        ['序号', '任务'],
        ['1', '甲\n乙"丙"'],
        ['2', '"丁'],
      ],
    ]);
    expect(noiseOf(document)).toEqual([
      ['markup', '"'],
      ['markup', '"'],
      ['markup', '"'],
      ['markup', '"'],
    ]);
  });

  it('takes a single line with tabs for a paragraph', async () => {
    expect(short(await read('联系人：张某\t电话：1\n完'))).toEqual(['联系人：张某\t电话：1', '完']);
  });
});

describe('Markdown', () => {
  it('reads pipe tables, headings and stress; their marks are noise', async () => {
    const document = await read(
      '# 题\n\n**各单位**：\n\n|序号|任务|\n|---|:-:|\n|1|甲<br>乙 \\| 丙|\n| 2 |  |\n',
    );
    expect(short(document)).toEqual([
      '题',
      '各单位：',
      [
        ['序号', '任务'],
        ['1', '甲\n乙 | 丙'],
        ['2', ''],
      ],
    ]);
    expect(new Set(document.noise.map(({ kind }) => kind))).toEqual(new Set(['markup']));
  });

  it('reads tables in HTML, with their spans', async () => {
    const document = await read(
      '# 题\n\n<table>\n<tr><th>序号</th><th>任务</th></tr>\n<tr><td rowspan="2">1</td><td><p>甲</p>\n<p><strong>乙</strong>丙</p></td></tr>\n<tr><td></td></tr>\n</table>\n\n完\n',
    );
    expect(short(document)).toEqual(['题', [['序号', '任务'], ['1', '甲\n乙丙'], ['']], '完']);
    const table = document.blocks[1];
    expect(table?.kind === 'table' && table.rows[1]?.cells[0]?.rowSpan).toBe(2);
  });

  it('is not seen in a text that merely has a hash or a star', async () => {
    expect(short(await read('* 注\n1# 楼'))).toEqual(['* 注', '1# 楼']);
  });
});

describe('drawn tables', () => {
  it('are read where their rows are ruled', async () => {
    expect(
      short(
        await read(
          '题\n+------+------+\n| 序号 | 任务 |\n+======+======+\n| 1    | 甲   |\n|      |      |\n|      | 乙   |\n+------+------+\n完',
        ),
      ),
    ).toEqual([
      '题',
      [
        ['序号', '任务'],
        ['1', '甲\n乙'],
      ],
      '完',
    ]);
  });

  it('are read where box characters draw them', async () => {
    expect(short(await read('┌────┬────┐\n│序号│任务│\n├────┼────┤\n│1   │甲  │\n└────┴────┘'))).toEqual([
      [
        ['序号', '任务'],
        ['1', '甲'],
      ],
    ]);
  });

  it('are read where dashes tell their columns, Han characters being two wide', async () => {
    expect(short(await read('  序号   任务\n  ------ ------\n  1      甲事\n  2      乙\n\n完'))).toEqual([
      [
        ['序号', '任务'],
        ['1', '甲事'],
        ['2', '乙'],
      ],
      '完',
    ]);
  });

  it('are read where their lines are broken where the column ends, and nowhere else', async () => {
    const table = (...lines: readonly string[]) =>
      ['┌──┬────┐', '│序│  单位  │', '├──┼────┤', ...lines, '└──┴────┘'].join('\n');
    expect(
      short(
        await read(
          table(
            '│1 │市畜牧局│',
            '│  │、市质监│',
            '│  │局      │',
            '├──┼────┤',
            '│2 │1.公安局│',
            '│  │2.教育局│',
          ),
        ),
      ),
    ).toEqual([
      [
        ['序', '单位'],
        ['1', '市畜牧局、市质监局'],
        ['2', '1.公安局\n2.教育局'],
      ],
    ]);
  });

  it('have cells over several rows where a rule parts some of the columns only', async () => {
    const { blocks } = await read(
      '┌──┬──┐\n│类│事│\n├──┼──┤\n│教│甲│\n│育├──┤\n│  │乙│\n├──┼──┤\n│路│丙│\n└──┴──┘',
    );
    const [table] = blocks.filter((block) => block.kind === 'table');
    expect(
      table?.rows.map(({ cells }) => cells.map(({ passage, rowSpan }) => [passage.text, rowSpan])),
    ).toEqual([
      [
        ['类', 1],
        ['事', 1],
      ],
      [
        ['教育', 2],
        ['甲', 1],
      ],
      [['乙', 1]],
      [
        ['路', 1],
        ['丙', 1],
      ],
    ]);
  });

  it('are parted where no line has a character, and a line without a number goes on with the cells above it', async () => {
    const printed = [
      '序号  任  务          目  标                单位          时间',
      '1     农村公路        新建86公里            县交通局、    11月底',
      '                                            有关乡镇',
      '一、民生工程',
      '2     “两免一补”    解决2.1万人、3.4万头  县教育局      10月底',
      '                      牲畜饮水',
    ].map((line) => line.replace('单位', '责任单位').replace('时间', '完成时间'));
    expect(short(await read(`题\n${printed.join('\n')}\n\n完`))).toEqual([
      '题',
      [
        ['序号', '任  务', '目  标', '责任单位', '完成时间'],
        ['1', '农村公路', '新建86公里', '县交通局、有关乡镇', '11月底'],
        ['一、民生工程'],
        ['2', '“两免一补”', '解决2.1万人、3.4万头牲畜饮水', '县教育局', '10月底'],
      ],
      '完',
    ]);
  });

  const refusal = async (text: string) => {
    const { value } = await readDocument(new TextEncoder().encode(`题\n${text}\n完`), { name: 'a.txt' });
    const [before, table, after] = value?.blocks ?? [];
    expect([before, after].map((each) => each?.kind === 'paragraph' && each.passage.text)).toEqual([
      '题',
      '完',
    ]);
    const doubt = table?.kind === 'table' ? table.doubt : undefined;
    return [[doubt?.code, doubt?.at && placeText(doubt.at)]];
  };

  it('are refused where a line of a cell may be wrapped', async () => {
    expect(
      await refusal(
        '+------+------+\n| 序号 | 单位 |\n+------+------+\n| 1    | 区   |\n|      | 公安 |\n+------+------+',
      ),
    ).toEqual([['lines-ambiguous', 'a.txt:6:9']]);
  });

  it('are refused where a character stands between two columns', async () => {
    expect(await refusal('  序号   任务\n  ------ ------\n  1234567甲事\n')).toEqual([
      ['table-misaligned', 'a.txt:4:1'],
    ]);
  });

  it('are refused where a line stands above the first number of columns that blanks align', async () => {
    const printed = [
      '序号  任务        牵头单位',
      '      农村公路',
      '1     建设        县交通局',
      '2     改水        县水利局',
    ];
    expect(await refusal(`${printed.join('\n')}\n`)).toEqual([['table-misaligned', 'a.txt:2:1']]);
  });

  it('are refused where a row has other cells than its first line', async () => {
    expect(await refusal('+---+---+\n| 1 | 2 |\n|   3   |\n+---+---+')).toEqual([
      ['table-misaligned', 'a.txt:4:1'],
    ]);
  });
});

describe('an encoding', () => {
  const TEXT = '某县人民政府关于印发工作要点的通知\n各单位：\n';

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(TEXT, 'utf16le').swap16()],
  ])('%s is told from the bytes', async (_, bytes) => {
    expect(short(await read(bytes))).toEqual(TEXT.trim().split('\n'));
  });

  // 國務院關於加強安全生產工作的通知 in Big5, which GB18030 would decode into nonsense.
  const big5 = Buffer.from('b0eab0c8b07cc3f6a9f3a55bb16aa677a5fea5cdb2a3a475a740aabab371aabe', 'hex');

  it('that is not Chinese of the mainland is not taken for it', async () => {
    const { value, diagnostics } = await readDocument(big5, { name: 'a.txt' });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['encoding-unknown']);
  });

  it('counts when the user names it', async () => {
    const { value } = await readDocument(big5, { name: 'a.txt', encoding: 'big5' });
    expect(short(value as Document)).toEqual(['國務院關於加強安全生產工作的通知']);
  });

  it.each(['utf-8', 'utf-seventeen'])('%s is refused where it does not fit', async (encoding) => {
    const { diagnostics } = await readDocument(big5, { name: 'a.txt', encoding });
    expect(diagnostics.map(({ code }) => code)).toEqual(['encoding-wrong']);
  });
});
