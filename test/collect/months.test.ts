// Three months made up with known truth, rolled up one after another: every figure is that of the truth.
import { beforeAll, describe, expect, it } from 'vitest';
import { taskProgress } from '../../src/collect/index.js';
import { lateIn, type PastMonth, type RollUp } from '../../src/index.js';
import { addTo } from '../../src/model/grouping.js';
import { asMonth, rolledUp, threeRollUps } from '../support/rolled.js';
import { seedBook } from '../support/seed.js';
import { countsIn, DAYS, handedIn, movesIn, type TrueUnit, truth } from '../support/three-months.js';

const book = await seedBook();
const units = truth(book);
const MONTHS = [0, 1, 2] as const;
const sum = (unit: TrueUnit, month: 0 | 1 | 2) => countsIn([unit], month);

let rolled: RollUp[] = [];
beforeAll(async () => {
  rolled = await threeRollUps();
}, 120_000);

describe.each(MONTHS)('month %i', (month) => {
  const all = () => rolled[month] as RollUp;

  it('has the truth of each unit', () => {
    const seen = all().units.map(
      ({ unit, files: _, unread: _u, open: _o, movements, before, handed, ...counts }) => ({
        unit,
        handed,
        counts,
        movements,
        before,
      }),
    );
    expect(seen).toEqual(
      units.map((unit) => ({
        unit: unit.unit,
        handed: handedIn(unit, month),
        counts: sum(unit, month),
        movements: month === 0 ? null : movesIn([unit], month),
        before: month === 0 ? null : sum(unit, month === 1 ? 0 : 1),
      })),
    );
  });

  it('has the truth of each row', () => {
    const expected = units.flatMap(({ rows }) =>
      rows.map(({ unit, row, story }) =>
        [
          unit,
          row.id,
          story.states[month],
          month === 0 ? null : story.moves[month - 1],
          DAYS[story.since[month]],
          story.what,
        ].join(' '),
      ),
    );
    const stories = new Map(
      units.flatMap(({ rows }) => rows.map(({ unit, row, story }) => [`${unit} ${row.id}`, story.what])),
    );
    const seen = all().standings.map(({ unit, id, state, movement, since }) =>
      [unit, id, state, movement, since, stories.get(`${unit} ${id}`)].join(' '),
    );
    expect(seen).toEqual(expected);
  });

  it('says 未动 of a task only where none of those who have it has moved, since the last of them did', () => {
    if (month === 0) return;
    const rows = new Map<string, TrueUnit['rows'][number][]>();
    for (const each of units.flatMap((unit) => unit.rows)) addTo(rows, each.row.id, each);
    const expected = Array.from(rows, ([id, own]) => {
      const moves = own.map(({ story }) => story.moves[month - 1]);
      const isStill =
        moves.includes('still') && moves.every((each) => each === 'still' || each === 'settled');
      return [
        id,
        isStill ? DAYS[Math.max(...own.map(({ story }) => story.since[month])) as 0 | 1 | 2] : null,
      ];
    });
    const seen = taskProgress(all()).flatMap(({ task, state, still }) =>
      state === 'done' ? [] : [[task.id, still]],
    );
    const known = new Map(expected.map(([id, day]) => [id, day] as const));
    expect(seen).toEqual(seen.map(([id = null]) => [id, known.get(id ?? '')]));
    expect(seen.some(([, day]) => day !== null)).toBe(true);
  });

  it('tells by how many days something is late', () => {
    const expected = units.flatMap(({ rows }) =>
      rows.flatMap(({ unit, row, story }) =>
        story.states[month] === 'late' ? [`${unit} ${row.id} ${story.days?.[month] ?? null}`] : [],
      ),
    );
    expect(expected.length).toBeGreaterThan(50);
    expect(lateIn(all()).map(({ unit, id, days }) => `${unit} ${id} ${days}`)).toEqual(expected);
  });

  it('has a trend over the months up to it', () => {
    expect(all().since).toBe(month === 0 ? null : DAYS[month - 1]);
    expect(all().months).toEqual(
      MONTHS.slice(0, month + 1).map((each) => ({
        on: DAYS[each],
        units: 60,
        handed: units.filter((unit) => handedIn(unit, each) === 'yes').length,
        ...countsIn(units, each),
      })),
    );
  });
});

describe('earlier months', () => {
  it('are told by the last of them alone, which knows those before it', async () => {
    const july = await asMonth(rolled[1] as RollUp, '7月.json');
    const { problems: _, ...alone } = await rolledUp(2, [july]);
    const { problems: _p, ...together } = rolled[2] as RollUp;
    expect(alone).toEqual(together);
  });

  it('may be in any order', async () => {
    const [june, july] = await Promise.all([0, 1].map((i) => asMonth(rolled[i] as RollUp, `${9 - i}.json`)));
    const { problems: _, ...all } = await rolledUp(2, [july, june] as PastMonth[]);
    const { problems: _p, ...together } = rolled[2] as RollUp;
    expect(all).toEqual(together);
  });
});
