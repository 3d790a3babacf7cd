// A registry as a workbook: what is written is read again, whatever is in it, and what people do to it is understood or
// told by the cell.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  messageOf,
  parseNotice,
  placeText,
  REGISTRIES,
  type Registry,
  type RollUp,
  registryDraft,
  registryFromFile,
  registryToXlsx,
  sheetFor,
  withRegistry,
} from '../../src/index.js';
import { askedIn, isSurelyOwn } from '../../src/sheets/index.js';
import { mayBeIn } from '../../src/units/index.js';
import { newWorkbook, workbookBytes } from '../../src/workbook/new.js';
import { changed } from '../support/returned.js';
import { runs } from '../support/runs.js';
import { SEED, seedBook } from '../support/seed.js';

const book = await seedBook();

/** A workbook as somebody makes it, a worksheet of these rows. */
const made = async (rows: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> => {
  const workbook = newWorkbook(null);
  workbook.addWorksheet('Sheet1').addRows(rows.map((row) => [...row]));
  return workbookBytes(workbook);
};

const read = async (bytes: Uint8Array) => {
  const { value, diagnostics } = await registryFromFile(bytes, '名录.xlsx');
  return {
    value,
    told: diagnostics.map(({ code, at }) => `${code} ${at ? placeText(at) : ''}`.trim()),
  };
};

/** The same registry: members are a set, and what is empty need not be there. */
const plain = ({ district, units = [], groups = [], columns = {}, seasons = {} }: Registry) => ({
  district,
  units: units.map(({ aliases = [], formerly = [], hosts = [], ...unit }) => ({
    ...unit,
    aliases,
    formerly,
    hosts,
  })),
  groups: groups.map(({ members, ...group }) => ({
    ...group,
    members: members && [...new Set(members)].sort(),
  })),
  columns,
  seasons,
});

const text = fc.stringMatching(/^[县区甲乙丙局委办（）、，“”a-z]{1,8}$/);
const names = fc.uniqueArray(text, { maxLength: 3 });
const registries = fc.uniqueArray(text, { minLength: 1, maxLength: 6 }).chain((unitNames) =>
  fc.record({
    district: fc.constantFrom(undefined, { name: '某市某县', short: '某县', mark: '县' }),
    units: fc.tuple(
      ...unitNames.map((name) =>
        fc.record(
          {
            name: fc.constant(name),
            full: fc.constantFrom('某县甲局', '某县乙委（丙办）').map((full) => full + name),
            aliases: names.map((all) => all.map((each) => `别${name}${each}`)),
            formerly: names,
            kind: fc.constantFrom('department', 'office', 'committee', 'institution', 'township', 'other'),
            // A unit hosts an office once.
            hosts: fc.uniqueArray(fc.record({ office: text, basis: text }), {
              maxLength: 2,
              selector: ({ office }) => office,
            }),
            source: text,
          },
          { requiredKeys: ['name', 'kind'] },
        ),
      ),
    ),
    groups: fc.uniqueArray(
      fc.record(
        {
          name: fc.constantFrom('甲委成员单位', '乙委成员单位', '各行业主管部门', '有关乡镇'),
          members: fc.option(fc.subarray([...unitNames, '别处的局']), { nil: null }),
          source: text,
        },
        { requiredKeys: ['name', 'members'] },
      ),
      { selector: ({ name }) => name, maxLength: 4 },
    ),
    columns: fc.constantFrom({}, { 民生实事: 'name', 帮办力量: 'responsible' }),
    seasons: fc.constantFrom({}, { 汛期: '05-01' }),
  }),
) as fc.Arbitrary<Registry>;

describe('a registry', () => {
  it('is the same after it was a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(registries, async (registry) => {
        const { value, told } = await read(await registryToXlsx({ registry }));
        // Two units may have come by one name; that is refused as it is in YAML.
        if (told.some((each) => each.startsWith('name-shared'))) return;
        expect(told).toEqual([]);
        expect(plain(value ?? {})).toEqual(plain(registry));
      }),
      { numRuns: runs(25) },
    );
  }, 60_000);

  it('that ships is so, too', async () => {
    const [shipped = {}] = REGISTRIES;
    const { value, told } = await read(await registryToXlsx({ registry: shipped }));
    expect(told).toEqual([]);
    expect(plain(value ?? {})).toEqual(plain(shipped));
  });

  it('of a notice changes nothing until somebody says something in it', async () => {
    const bytes = await registryToXlsx(registryDraft(book));
    const { value, told } = await read(bytes);
    expect(told).toEqual([]);
    const { value: later } = withRegistry(book, value ?? {});
    expect([later?.units, later?.groups]).toEqual([book.units, book.groups]);
    expect(await registryToXlsx(registryDraft(book))).toEqual(bytes);
  });
});

describe('a workbook that a clerk fills in', () => {
  const GROUP = '区消安委成员单位';
  const fill = (whole: string, tick: string) =>
    registryToXlsx(registryDraft(book)).then((bytes) =>
      changed(bytes, (workbook) => {
        const sheet = workbook.getWorksheet('名录');
        let column = 0;
        sheet?.getRow(3).eachCell((cell, i) => {
          if (cell.text === GROUP) column = i;
        });
        sheet?.eachRow((row) => {
          const name = row.getCell(1).text;
          if (name === '成员列全了吗') row.getCell(column).value = whole;
          if (name === '区水利局' || name === '区教委') row.getCell(column).value = tick;
        });
      }),
    );

  it.each(['✓', '√', '是', 'Y', 'y', '1'])(
    'has members where “%s” stands, once it says that these are all',
    async (tick) => {
      const { value, told } = await read(await fill('是', tick));
      expect(told).toEqual([]);
      expect(value?.groups?.find(({ name }) => name === GROUP)?.members?.sort()).toEqual([
        '区教委',
        '区水利局',
      ]);
    },
  );

  it('has ticks that do not count yet, and is told so', async () => {
    const { value, told } = await read(await fill('否', '✓'));
    expect(told).toEqual([expect.stringMatching(/^registry-open 名录\.xlsx#名录!\w+3$/)]);
    expect(value?.groups?.find(({ name }) => name === GROUP)?.members).toBeNull();
  });

  it('is understood that has nothing but units and ticks', async () => {
    const { value, told } = await read(
      await made([
        ['2026年成员单位名单'],
        ['序号', '单位名称', '别名', '原名', '县安委会\n成员单位', '联系人'],
        [1, '县水利局', '水务局、水电局', '县水务局', '√', '张三'],
        [2, '县教育局', '', '', '', '李四'],
        [3, '甲镇', '', '', '√', ''],
        [],
      ]),
    );
    expect(told).toEqual([]);
    expect(value).toEqual({
      units: [
        { name: '县水利局', aliases: ['水务局', '水电局'], formerly: ['县水务局'], kind: 'other' },
        { name: '县教育局', kind: 'other' },
      ],
      groups: [{ name: '县安委会成员单位', members: ['县水利局', '甲镇'] }],
    });
  });

  it('has its faults told by the cell, each of them', async () => {
    const { value, told } = await read(
      await made([
        ['单位', '别称', '类别', '县安委会成员单位', '办公楼'],
        ['县水利局', '水务局', '局级', '看情况', '一号楼'],
        ['', '教委', '部门', '', ''],
        ['县水务局', '水务局', '部门', '', ''],
        ['县水利局', '', '部门', '✓', ''],
      ]),
    );
    expect(value).toBeUndefined();
    expect(told.sort()).toEqual([
      'name-shared 名录.xlsx#Sheet1!A4',
      'registry-cell 名录.xlsx#Sheet1!B3',
      'registry-cell 名录.xlsx#Sheet1!C2',
      // The unit of row 2 again, of another kind.
      'registry-cell 名录.xlsx#Sheet1!C5',
      'registry-cell 名录.xlsx#Sheet1!D2',
    ]);
  });

  it('has rows of one unit put together, and told', async () => {
    const { value, told } = await read(
      await made([
        ['单位', '全称', '别称', '类别', '挂靠', '依据', '县安委会成员单位', '县减灾委成员单位'],
        ['县水利局', '', '水务局', '部门', '县河长办', '甲文', '✓', ''],
        ['县教育局', '', '', '部门', '', '', '', ''],
        ['县水利局', '某县水利局', '水务局、水电局', '', '县防办', '乙文', '', '✓'],
        ['县水利局', '', '', '部门', '', '', '✓', ''],
      ]),
    );
    expect(told).toEqual(['registry-repeated 名录.xlsx#Sheet1!A4', 'registry-repeated 名录.xlsx#Sheet1!A5']);
    expect(value).toEqual({
      units: [
        {
          name: '县水利局',
          full: '某县水利局',
          aliases: ['水务局', '水电局'],
          kind: 'department',
          hosts: [
            { office: '县河长办', basis: '甲文' },
            { office: '县防办', basis: '乙文' },
          ],
        },
        { name: '县教育局', kind: 'department' },
      ],
      groups: [
        { name: '县安委会成员单位', members: ['县水利局'] },
        { name: '县减灾委成员单位', members: ['县水利局'] },
      ],
    });
  });

  it.each([
    ['类别', ['部门', ''], ['事业单位等', ''], 'B3'],
    ['县安委会成员单位', ['', '✓'], ['', '否'], 'C3'],
  ])('is refused where two rows of a unit contradict each other: %s', async (header, one, other, at) => {
    const { value, diagnostics } = await registryFromFile(
      await made([
        ['单位', '类别', '县安委会成员单位'],
        ['县水利局', ...one],
        ['县水利局', ...other],
      ]),
      '名录.xlsx',
    );
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => [each.at && placeText(each.at), messageOf(each)])).toEqual([
      [`名录.xlsx#Sheet1!${at}`, expect.stringContaining(`“县水利局”写了不止一行，“${header}”有的写“`)],
    ]);
  });

  it('has remarks below the list, which are no units', async () => {
    const { value, told } = await read(
      await made([
        ['单位', '县安委会成员单位'],
        ['县水利局', '✓'],
        ['县备用金管理中心', ''],
        ['备注：以上为6月名单', ''],
        ['合计', '1'],
        ['以上共2个单位', ''],
      ]),
    );
    expect(told).toEqual(['A4', 'A5', 'A6'].map((cell) => `registry-row 名录.xlsx#Sheet1!${cell}`));
    expect(value?.units?.map(({ name }) => name)).toEqual(['县备用金管理中心']);
    expect(value?.groups).toEqual([{ name: '县安委会成员单位', members: ['县水利局'] }]);
  });

  it('has columns of people’s own left aside, and told', async () => {
    const { value, told } = await read(
      await made([
        ['单位', '办公楼'],
        ['县水利局', '一号楼'],
      ]),
    );
    expect([value?.groups, told]).toEqual([[], ['registry-column 名录.xlsx#Sheet1!B1']]);
    expect((await read(await made([['甲', '乙']]))).told).toEqual(['registry-cell 名录.xlsx']);
  });
});

describe('a member that no row says anything else of', () => {
  const GROUP = '区安委会成员单位';
  const rows = [
    ['单位', '类别', GROUP],
    ['区水利局', '', '✓'],
    ['区教育委员会', '', '✓'],
    ['区甲公司', '', '✓'],
    ['新河镇', '', '✓'],
  ];

  it('is a unit with a sheet of its own, whether the notice is read with it or it is laid over', async () => {
    const { value: registry = {} } = await read(await made(rows));
    const { value: later } = withRegistry(book, registry);
    const { value: anew } = await parseNotice(readFileSync(SEED), { name: 'notice.txt', registry });
    for (const each of [later, anew]) {
      if (!each) throw new Error('the registry cannot be laid over');
      const added = each.units.filter(({ name }) => !book.units.some((unit) => unit.name === name));
      expect(added).toEqual([
        { name: '区甲公司', kind: 'other' },
        { name: '新河镇', kind: 'township' },
      ]);
      // Those that are known go by their own names, and are of the kinds that they were.
      expect(each.groups.find(({ name }) => name === GROUP)?.members).toEqual([
        '区水利局',
        '区教委',
        '区甲公司',
        '新河镇',
      ]);
      expect(each.units.find(({ name }) => name === '区水利局')?.kind).toBe('department');
      // Number 1 of the first table is one of what all members have to do.
      const sure = sheetFor(each, '区甲公司').rows.filter(isSurelyOwn);
      expect(sure.length).toBe(sheetFor(each, GROUP).rows.length);
    }
  });

  it('does not make a unit less known whose row says nothing of its kind', async () => {
    const { value: registry = {} } = await read(
      await made([
        ['单位', '类别'],
        ['区水利局', ''],
      ]),
    );
    const { value: later } = withRegistry(book, registry);
    expect(later?.units).toEqual(book.units);
  });
});

describe('what units answered', () => {
  const group = book.groups.find(({ name }) => name === '区消安委成员单位');
  const may = book.units.filter((unit) => group && mayBeIn(group, unit)).map(({ name }) => name);
  const answers = (silent: readonly string[] = []): Pick<RollUp, 'answers'> => ({
    answers: may
      .filter((unit) => !silent.includes(unit))
      .map((unit) => ({
        unit,
        asked: '区消安委成员单位',
        task: null,
        answer: unit === '区水利局' ? 'yes' : 'no',
        note: unit === '区林业局' ? '已退出' : '',
        at: { file: `${unit}.xlsx` },
      })),
  });

  it('is of use at once where all have answered', async () => {
    const { value } = await read(await registryToXlsx(registryDraft(book, answers())));
    const { value: later } = withRegistry(book, value ?? {});
    if (!later) throw new Error('the registry cannot be laid over');
    const sheet = sheetFor(later, '区水利局');
    expect([sheet.rows.filter(isSurelyOwn).length, askedIn(sheet).open]).toEqual([9 + 12, 85 - 12]);
  });

  it('is ticked, and does not count, where some have not', async () => {
    const bytes = await registryToXlsx(registryDraft(book, answers(['区教委'])));
    const { value, told } = await read(bytes);
    expect(told).toEqual([expect.stringMatching(/^registry-open /)]);
    expect(value?.groups?.find(({ name }) => name === group?.name)?.members).toBeNull();
  });
});

describe('a file of a registry', () => {
  const YAML = '# 名录\nunits:\n  - { name: 县水利局, kind: department, aliases: [水务局] }\n';
  const units = [{ name: '县水利局', kind: 'department', aliases: ['水务局'] }];
  const encoded: Readonly<Record<string, Buffer>> = {
    'UTF-8': Buffer.from(YAML),
    'UTF-8 with a mark': Buffer.from(`\ufeff${YAML}`),
    'UTF-16 as PowerShell writes it': Buffer.from(`\ufeff${YAML.replaceAll('\n', '\r\n')}`, 'utf16le'),
    'UTF-16 of the other order': Buffer.from(`\ufeff${YAML}`, 'utf16le').swap16(),
    // 县水利局 and the rest in GB18030, byte by byte.
    GB18030: Buffer.from(
      'units:\n  - { name: \u00cf\u00d8\u00cb\u00ae\u00c0\u00fb\u00be\u00d6, kind: department, aliases: [\u00cb\u00ae\u00ce\u00f1\u00be\u00d6] }\n',
      'latin1',
    ),
  };

  it.each(Object.entries(encoded))('is read in %s, whatever it is called', async (_, bytes) => {
    for (const name of ['units.yaml', '名录.xlsx']) {
      const { value, diagnostics } = await registryFromFile(bytes, name);
      expect([value, diagnostics]).toEqual([{ units }, []]);
    }
  });

  it('is told by its content: a workbook that is called .yaml', async () => {
    const bytes = await registryToXlsx({ registry: { units: [{ name: '县水利局', kind: 'department' }] } });
    expect((await registryFromFile(bytes, 'units.yaml')).value?.units).toEqual([
      { name: '县水利局', kind: 'department' },
    ]);
  });
});
