// Answers become members of the registry, for somebody to look over; sheets then ask no more.
import { describe, expect, it } from 'vitest';
import { learnedRegistry, type RollUp, registryFromYaml, sheetFor, withRegistry } from '../../src/index.js';
import { askedIn, isSurelyOwn } from '../../src/sheets/index.js';
import { mayBeIn } from '../../src/units/index.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const GROUP = '区消安委成员单位';
const group = book.groups.find(({ name }) => name === GROUP);
const may = book.units.filter((unit) => group && mayBeIn(group, unit)).map(({ name }) => name);

const answers = (said: Readonly<Record<string, 'yes' | 'no' | 'unsure'>>): Pick<RollUp, 'answers'> => ({
  answers: Object.entries(said).map(([unit, answer]) => ({
    unit,
    asked: GROUP,
    task: null,
    answer,
    note: '',
    at: { file: `${unit}.xlsx` },
  })),
});

describe('what units answered', () => {
  it('is of use at once where all have answered: members are listed, and the rest is theirs no more', async () => {
    const said = Object.fromEntries(may.map((name) => [name, name === '区水利局' ? 'yes' : 'no'] as const));
    const yaml = learnedRegistry(book, answers(said));
    const { value: registry } = await registryFromYaml(yaml, 'units.yaml');
    expect(registry?.groups).toEqual([{ name: GROUP, source: expect.any(String), members: ['区水利局'] }]);
    const { value: later } = withRegistry(book, registry ?? {});
    if (!later) throw new Error('the registry cannot be laid over');
    const count = (unit: string, of: typeof book) => {
      const sheet = sheetFor(of, unit);
      return [sheet.rows.filter(isSurelyOwn).length, askedIn(sheet).open];
    };
    // Twelve rows name 区消安委成员单位; four of them name no other group.
    expect([count('区水利局', book), count('区水利局', later)]).toEqual([
      [9, 85],
      [9 + 12, 85 - 12],
    ]);
    expect([count('区林业局', book)[1], count('区林业局', later)[1]]).toEqual([87, 87 - 4]);
  });

  it('is told and not yet said where some have not: nobody is left out in silence', async () => {
    const yaml = learnedRegistry(book, answers({ 区水利局: 'yes', 区林业局: 'unsure' }));
    expect(yaml).toContain('#       - 区水利局');
    expect(yaml).toContain('  # 区林业局答“不清楚”');
    expect(yaml).toMatch(/ {2}# 没有答的 \d+ 个：.*区教委/);
    expect((await registryFromYaml(yaml, 'units.yaml')).value).toEqual({ units: [] });
  });

  it('is nothing where nobody has answered', async () => {
    const { value } = await registryFromYaml(learnedRegistry(book, { answers: [] }), 'a.yaml');
    expect(value).toEqual({ units: [], groups: [] });
  });
});
