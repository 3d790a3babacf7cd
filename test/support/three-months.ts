// Three months of all units of the seed, made up: what each says of each row is one of the stories below, and what is to
// come out was written down beside it before any of it was rolled up. Figures are sums of stories.
import { type SheetRow, sheetFor, type TaskBook, type TaskSheet, tally } from '../../src/index.js';
import type { Counts, HandedIn, Movement, State } from '../../src/model/roll-up.js';

export const DAYS = ['2025-06-30', '2025-07-31', '2025-08-31'] as const;

type Three<T> = readonly [T, T, T];

/** What somebody types into a row: a status, how it goes, until when. */
interface Entry {
  readonly status?: 'idle' | 'going' | 'done' | 'late' | '已完成了';
  readonly progress?: string;
  readonly due?: string;
}

interface Story {
  readonly what: string;
  /** `null` where the row is blank, or where the unit hands in nothing. */
  readonly says: Three<Entry | null>;
  readonly states: Three<State>;
  readonly moves: readonly [Movement, Movement];
  /** Since which of the days it says the same, or nothing. */
  readonly since: Three<0 | 1 | 2>;
  /** By how many days it is late. */
  readonly days?: Three<number | null>;
}

const BUSY = { status: 'going', progress: '已开工' } as const;
const FURTHER = { status: 'going', progress: '完成过半' } as const;
const DONE = { status: 'done', progress: '已验收' } as const;

/** Of units that hand in each month. */
const PRESENT: readonly Story[] = [
  story('goes on', [BUSY, FURTHER, DONE], 'going going done', 'moved moved', [0, 1, 2]),
  story('stands still', [BUSY, BUSY, BUSY], 'going going going', 'still still', [0, 0, 0]),
  story('goes back', [DONE, BUSY, BUSY], 'done going going', 'back still', [0, 1, 1]),
  story('is first told of in July', [null, BUSY, FURTHER], 'silent going going', 'first moved', [0, 1, 2]),
  story('is never told of', [null, null, null], 'silent silent silent', 'still still', [0, 0, 0]),
  {
    // 31 July is 16 days after 15 July, 31 August 47.
    ...story(
      'is late by the day that the unit gave',
      [BUSY, BUSY, BUSY].map((entry) => ({ ...entry, due: '2025-07-15' })) as unknown as Three<Entry>,
      'going late late',
      'still still',
      [0, 0, 0],
    ),
    days: [null, 16, 47],
  },
  story('was done all along', [DONE, DONE, DONE], 'done done done', 'settled settled', [0, 0, 0]),
  story(
    'says that it is behind, and goes on',
    [BUSY, { status: 'late', progress: '征地受阻' }, FURTHER],
    'going late going',
    'back moved',
    [0, 1, 2],
  ),
  story(
    'is blanked, and says the same again',
    [BUSY, null, BUSY],
    'going silent going',
    'back still',
    [0, 1, 0],
  ),
  story(
    'is done when it is first told of',
    [null, null, DONE],
    'silent silent done',
    'still first',
    [0, 0, 2],
  ),
  {
    // 30 June is 15 days after 15 June, 31 July 46.
    ...story(
      'is late, and then done',
      [
        { ...BUSY, due: '2025-06-15' },
        { ...BUSY, due: '2025-06-15' },
        { ...DONE, due: '2025-06-15' },
      ],
      'late late done',
      'still moved',
      [0, 0, 2],
    ),
    days: [15, 46, null],
  },
  story(
    'has a text before it has a status',
    [{ progress: '正在准备' }, { progress: '材料已报' }, { status: 'going', progress: '材料已报' }],
    'other other going',
    'moved moved',
    [0, 1, 2],
  ),
  story(
    'has a status that is none of the list',
    [{ status: '已完成了' }, { status: '已完成了' }, { status: '已完成了' }],
    'other other other',
    'still still',
    [0, 0, 0],
  ),
  story(
    'is written of in other punctuation, and a new day',
    [{ ...BUSY, due: '2025-12-01' }, { status: 'going', progress: ' 已开工。', due: '2025-12-20' }, BUSY],
    'going going going',
    'still still',
    [0, 0, 0],
  ),
];

/** Of units that hand in nothing in July. */
const MISSED_JULY: readonly Story[] = [
  story('stands still', [BUSY, null, BUSY], 'going absent going', 'still still', [0, 0, 0]),
  story('goes on', [BUSY, null, DONE], 'going absent done', 'still moved', [0, 0, 2]),
  story('is first told of late', [null, null, BUSY], 'silent absent going', 'still first', [0, 0, 2]),
  story('was done', [DONE, null, DONE], 'done absent done', 'settled settled', [0, 0, 0]),
  story('goes back', [DONE, null, BUSY], 'done absent going', 'settled back', [0, 0, 2]),
  story('is blank', [null, null, null], 'silent absent silent', 'still still', [0, 0, 0]),
];

/** Of units that hand in nothing in June. */
const MISSED_JUNE: readonly Story[] = [
  story('is first told of', [null, BUSY, FURTHER], 'absent going going', 'first moved', [0, 1, 2]),
  story('is blank, then done', [null, null, DONE], 'absent silent done', 'still first', [0, 0, 2]),
];

/** Of units that hand in an empty sheet in August: what they said before is taken back. */
const EMPTY_AUGUST: readonly Story[] = [
  story('goes on, then nothing', [BUSY, FURTHER, null], 'going going silent', 'moved back', [0, 1, 2]),
  story('nothing ever', [null, null, null], 'silent silent silent', 'still still', [0, 0, 0]),
];

const NEVER: readonly Story[] = [
  story('never', [null, null, null], 'absent absent absent', 'still still', [0, 0, 0]),
];

function story(
  what: string,
  says: Story['says'],
  states: string,
  moves: string,
  since: Story['since'],
): Story {
  return {
    what,
    says,
    states: states.split(' ') as unknown as Story['states'],
    moves: moves.split(' ') as unknown as Story['moves'],
    since,
  };
}

/** A kind of unit: what its rows tell, one after another, and whether it hands in. */
interface Kind {
  readonly stories: readonly Story[];
  readonly handed: Three<HandedIn>;
}

const KINDS = {
  present: { stories: PRESENT, handed: ['yes', 'yes', 'yes'] },
  missedJuly: { stories: MISSED_JULY, handed: ['yes', 'no', 'yes'] },
  missedJune: { stories: MISSED_JUNE, handed: ['no', 'yes', 'yes'] },
  emptyAugust: { stories: EMPTY_AUGUST, handed: ['yes', 'yes', 'empty'] },
  never: { stories: NEVER, handed: ['no', 'no', 'no'] },
} as const satisfies Record<string, Kind>;

/** One row of one unit, and its story. */
interface TrueRow {
  readonly unit: string;
  readonly row: SheetRow;
  readonly story: Story;
}

export interface TrueUnit {
  readonly unit: string;
  readonly kind: Kind;
  readonly rows: readonly TrueRow[];
}

/** Which kind each unit is: by its place. */
function kindOf(place: number): Kind {
  if (place % 10 === 7) return KINDS.missedJuly;
  if (place % 20 === 8) return KINDS.missedJune;
  if (place % 20 === 18) return KINDS.emptyAugust;
  if (place % 20 === 13) return KINDS.never;
  return KINDS.present;
}

const truths = new WeakMap<TaskBook, TrueUnit[]>();

/** Every unit with all that it surely has to do. */
export function truth(book: TaskBook): TrueUnit[] {
  const all = truths.get(book) ?? truthOf(book);
  truths.set(book, all);
  return all;
}

function truthOf(book: TaskBook): TrueUnit[] {
  const units = tally(book).filter(({ kind }) => kind === 'unit');
  const offices = new Set(book.units.flatMap(({ hosts = [] }) => hosts.map(({ office }) => office)));
  return units.flatMap(({ name: unit }, place) => {
    const kind = kindOf(place);
    const rows = sheetFor(book, unit)
      .rows.filter(({ part }) => part !== 'possible')
      .map((row, i): TrueRow => {
        // Rows begin at another story with each unit.
        const told = kind.stories[(i + place) % kind.stories.length];
        if (!told) throw new Error('no story');
        return { unit, row, story: told };
      });
    // An office in a bureau gets no sheet, and is not waited for.
    const isSpare = offices.has(unit) && kind === KINDS.never;
    return rows.length === 0 || isSpare ? [] : [{ unit, kind, rows }];
  });
}

/** The figures of a month: sums of what the stories say. */
export function countsIn(units: readonly TrueUnit[], month: 0 | 1 | 2): Counts {
  const counts = { tasks: 0, done: 0, going: 0, idle: 0, late: 0, other: 0, silent: 0, absent: 0 };
  for (const { rows } of units) {
    for (const { story: told } of rows) {
      counts.tasks++;
      counts[told.states[month]]++;
    }
  }
  return counts;
}

/** How many rows have moved in which way since the month before. */
export function movesIn(units: readonly TrueUnit[], month: 1 | 2): Record<Movement, number> {
  const moves = { moved: 0, first: 0, back: 0, still: 0, settled: 0, new: 0 };
  for (const { rows } of units) for (const { story: told } of rows) moves[told.moves[month === 1 ? 0 : 1]]++;
  return moves;
}

/** Whether a unit has handed in; a sheet in which every row is blank is empty. */
export function handedIn({ kind, rows }: TrueUnit, month: 0 | 1 | 2): HandedIn {
  const handed = kind.handed[month];
  return handed === 'yes' && rows.every(({ story: told }) => told.says[month] === null) ? 'empty' : handed;
}

/** The unit that hands in twice in August, first with everything not begun. */
const TWICE = 3;

/** The sheets that come back in a month, by the names of their files; the extension is for the caller. */
export function sheetsIn(book: TaskBook, month: 0 | 1 | 2): { name: string; sheet: TaskSheet }[] {
  return truth(book).flatMap(({ unit, kind, rows }, place) => {
    if (kind.handed[month] === 'no') return [];
    const sheet = sheetFor(book, unit);
    const told = new Map(rows.map((each) => [each.row.id, each.story.says[month]]));
    const filled = (entryOf: (id: string) => Entry | null | undefined, updated: string): TaskSheet => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, filled: filledIn(entryOf(row.id), updated) })),
    });
    const name = unit;
    const own = { name, sheet: filled((id) => told.get(id), DAYS[month]) };
    if (month !== 2 || place !== TWICE) return [own];
    const first = filled((id) => (told.get(id) ? { status: 'idle' } : null), '2025-08-01');
    return [own, { name: `重发/${unit}`, sheet: first }];
  });
}

function filledIn(entry: Entry | null | undefined, updated: string): SheetRow['filled'] {
  if (!entry) return {};
  const { status, progress, due } = entry;
  return {
    ...(status && { status: status === '已完成了' ? status : { status } }),
    ...(progress && { progress }),
    ...(due && { due: { date: due } }),
    updated: { date: updated },
  };
}
