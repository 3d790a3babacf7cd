import {
  byHandedIn,
  isOfBody,
  measured,
  percentWords,
  placeOf,
  ranked,
  shareDone,
  taskProgress,
  totalMovements,
  totalOf,
  type Urged,
  type UrgedTask,
  wordsElsewhere,
} from '../../collect/index.js';
import type { Counts, RollUp, Standing, UnitProgress } from '../../model/roll-up.js';
import {
  dayWords,
  MOVEMENT_WORDS,
  refWords,
  STATE_WORDS,
  STATES,
  TOLD_MOVEMENTS,
  typedText,
} from '../../sheets/index.js';
import { saidWords } from '../roll-up.js';

// What stands in the places of a paper: figures of the roll-up, as they are printed. Nothing is counted here that collect/
// does not count.

/** What stands in the places of a text, by their names. */
export type Texts = Readonly<Record<string, string | number>>;

export interface Slots {
  readonly texts: Texts;
  readonly lists: Readonly<Record<string, readonly Texts[]>>;
}

/** How many tasks and names a page has room for. */
const LONGEST = 3;
const NAMED = 3;

const ISSUING = '》的通知';

/** What a notice of that title issues: what stands in its marks. */
function issuedBy(title: string): string | undefined {
  const start = title.indexOf('《') + 1;
  const end = title.length - ISSUING.length;
  return start > 0 && end > start && title.endsWith(ISSUING) ? title.slice(start, end) : undefined;
}

/** What every paper of a roll-up may say. */
function general({ notice, on }: RollUp, signer: string): Texts {
  const { title, number } = notice;
  // 关于印发《…》的通知: what was issued is what is meant.
  const issued = title === null ? null : (issuedBy(title) ?? title);
  return {
    notice: issued === null ? (number ?? '通知') : `《${issued}》`,
    number: issued === null || number === null ? '' : `（${number}）`,
    day: on === null ? '' : dayWords(on),
    signer,
  };
}

export function urgingSlots(rollUp: RollUp, urged: Urged, signer: string): Slots {
  const { unit, late, blank, contradicted } = urged;
  const isAbsent = unit.handed === 'no' || unit.handed === 'unread';
  return {
    texts: {
      ...general(rollUp, signer),
      unit: unit.unit,
      ...figures(unit),
      absent: isAbsent ? 1 : 0,
      present: isAbsent ? 0 : 1,
      unread: isAbsent ? (unit.unread ?? []).map((name) => `“${name}”`).join('、') : '',
      late: late.length,
      silent: blank.length,
      contradicted: contradicted.length,
    },
    lists: {
      lateTasks: late.map(urgedTask),
      blankTasks: blank.map(urgedTask),
      contradictedTasks: contradicted.map(urgedTask),
    },
  };
}

function urgedTask({ task, standing, report, days, conflicts }: UrgedTask, i: number): Texts {
  const { last } = standing;
  const status = typedText(report?.filled.status).trim();
  const progress = typedText(report?.filled.progress).trim();
  const elsewhere = (report ? wordsElsewhere(report) : []).map(({ where, text }) => `${where}：${text}`);
  const said = [status, progress].filter((text) => text !== '').join('：') || elsewhere.join('；');
  return {
    number: i + 1,
    task: `${refWords(task)} ${task.name}`,
    due: dueWords(standing),
    days: days === null ? '自报滞后' : `${days}天`,
    said: said || (last ? saidWords(last) : '没有报过'),
    against: Array.from(
      new Set(
        conflicts.flatMap(({ lead, other }) =>
          [lead, other].map((each) => `${each.unit}填“${typedText(each.filled.status).trim()}”`),
        ),
      ),
    ).join('，'),
  };
}

export function circularSlots(rollUp: RollUp, signer: string): Slots {
  const { units } = rollUp;
  const order = ranked(units).filter(({ tasks }) => tasks > 0);
  const total = totalOf(units);
  return {
    texts: { ...overall(rollUp, signer), behind: total.late + total.silent + total.absent },
    lists: {
      ranking: [
        ...order.map((unit, i): Texts => {
          const { tasks, done, late, blank = 0, silent } = unit;
          const isIn = unit.handed === 'yes';
          return {
            place: isIn ? placeOf(order, i) : '—',
            unit: unit.unit,
            tasks,
            done: unit.files.length > 0 ? done : '',
            late: unit.files.length > 0 ? late : '',
            blank: unit.files.length > 0 ? blank : '',
            silent: unit.files.length > 0 ? silent : '',
            share: shareDone(unit) === null ? '没有报送' : percentWords(unit),
          };
        }),
        {
          place: '',
          unit: '合计',
          tasks: total.tasks,
          done: total.done,
          late: total.late,
          blank: total.blank ?? 0,
          silent: total.silent,
          share: percentWords(total),
        },
      ],
    },
  };
}

export function briefingSlots(rollUp: RollUp, signer: string): Slots {
  const tasks = taskProgress(rollUp);
  const indicators = rollUp.tasks.flatMap(measured);
  const contradicted = tasks.filter(({ conflicts }) => conflicts.length > 0);
  const late = tasks
    .filter(({ days }) => days !== null)
    .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))
    .slice(0, LONGEST);
  return {
    texts: {
      ...overall(rollUp, signer),
      all: tasks.length,
      ofBody: bodyWords(tasks.filter(({ task }) => isOfBody(task)).length),
      taskCounts: listed(STATES, STATE_WORDS, (state) => tasks.filter((each) => each.state === state).length),
      figures: indicators.length,
      figuresReported: indicators.filter(({ values }) => values.length > 0).length,
      figuresMet: indicators.filter(
        ({ values }) => values.length > 0 && values.every(({ verdict }) => verdict === 'met'),
      ).length,
      longest: late.length,
      conflicts: contradicted.length,
      conflictNames: named(
        contradicted.map(({ task }) => `“${task.name}”`),
        '项',
      ),
      missingFew: named(
        byHandedIn(rollUp.units.filter((unit) => unit.tasks > 0)).no.map(({ unit }) => unit),
        '个单位',
      ),
    },
    lists: {
      longestLate: late.map(
        ({ task, leads, due, by, days }): Texts => ({
          task: `${refWords(task)} ${task.name}`,
          leads: task.lead || leads.map(({ standing }) => standing.unit).join('、') || '没有写',
          due: dueWords({ due, by }),
          days: `${days}天`,
        }),
      ),
    },
  };
}

/** The figures of all units together. */
function overall(rollUp: RollUp, signer: string): Texts {
  const { units, months, since } = rollUp;
  const total = totalOf(units);
  const { yes, empty, unread, no } = byHandedIn(units.filter(({ tasks }) => tasks > 0));
  const before = months.find(({ on }) => on === since);
  const moved = totalMovements(units);
  const names = (those: readonly UnitProgress[]) => those.map(({ unit }) => unit).join('、');
  return {
    ...general(rollUp, signer),
    ...figures(total),
    units: yes.length + empty.length + unread.length + no.length,
    handed: yes.length,
    missing: no.length,
    missingNames: names(no),
    empty: empty.length,
    emptyNames: names(empty),
    notRead: unread.length,
    notReadNames: names(unread),
    since: since === null ? '' : dayWords(since),
    done: total.done,
    doneBefore: before?.done ?? '',
    shareBefore: before ? percentWords(before) : '',
    movements: listed(TOLD_MOVEMENTS, MOVEMENT_WORDS, (movement) => moved[movement]),
  };
}

function figures(counts: Counts): Texts {
  const { blank = 0 } = counts;
  return {
    tasks: counts.tasks,
    counts: listed(STATES, STATE_WORDS, (state) => counts[state], { late: ofLate(blank) }),
    share: percentWords(counts),
  };
}

/** What the notice's tables do not count. */
function bodyWords(count: number): string {
  return count > 0 ? `（其中正文点名${count}项）` : '';
}

/** What of that which is late nobody has said anything of. */
function ofLate(blank: number): string {
  return blank > 0 ? `（其中${STATE_WORDS.silent}${blank}项）` : '';
}

/** 已完成3项、推进中5项, without what there is none of. */
function listed<K extends string>(
  kinds: readonly K[],
  words: Readonly<Record<K, string>>,
  countOf: (kind: K) => number,
  asides: Partial<Record<K, string>> = {},
): string {
  const some = kinds
    .filter((kind) => countOf(kind) > 0)
    .map((kind) => `${words[kind]}${countOf(kind)}项${asides[kind] ?? ''}`);
  return some.length === 0 ? '没有变化' : some.join('、');
}

/** A day until which something is to be done; one that the notice does not say itself is marked. */
function dueWords({ due, by }: Pick<Standing, 'due' | 'by'>): string {
  return due === null ? '' : by === 'inferred' ? `${due}（推定）` : due;
}

/** The first of some names, and how many there are. */
function named(names: readonly string[], measure: string): string {
  const shown = names.slice(0, NAMED).join('、');
  return names.length > NAMED ? `${shown}等${names.length}${measure}` : shown;
}
