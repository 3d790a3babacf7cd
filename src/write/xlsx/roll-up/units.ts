import type ExcelJS from 'exceljs';
import {
  byHandedIn,
  percentOf,
  placeOf,
  ranked,
  shareDone,
  totalMovements,
  totalOf,
} from '../../../collect/index.js';
import type { Counts, RollUp, UnitProgress } from '../../../model/roll-up.js';
import { HANDED_WORDS, MOVEMENT_WORDS, STATE_WORDS, STATES, TOLD_MOVEMENTS } from '../../../sheets/index.js';
import { type PlannedValue, planned } from '../plan.js';
import { barOf, dress, type ScaleName } from '../styles.js';
import { addWorksheet } from '../table.js';
import { DATA } from './lists.js';

/** A column of figures: of a unit, and of all. */
interface FigureColumn {
  readonly header: string;
  readonly of: (unit: UnitProgress) => PlannedValue;
  readonly total: PlannedValue;
  readonly scale?: ScaleName;
  readonly isAside?: boolean;
}

/** 总览: one row a unit, in the order in which they are told of, and the sums. */
export function addUnits(workbook: ExcelJS.Workbook, rollUp: RollUp, subtitle: string): void {
  const { units, on, since } = rollUp;
  const total = totalOf(units);
  const figures = figureColumns(rollUp, total);
  const order = ranked(units);
  const first = 3;
  const scales = figures.flatMap(({ scale }, i): [number, ScaleName][] =>
    scale ? [[first + i, scale]] : [],
  );
  const facts = [
    subtitle,
    ...(on === null ? [] : [`到 ${on}，过了完成时限没有完成的算滞后`]),
    ...(since === null ? [] : [`和 ${since} 比`]),
    `逐条填报的在“${DATA}”表（右键工作表标签，取消隐藏）`,
  ];
  addWorksheet(workbook, {
    name: '总览',
    title: '各单位进展总览',
    subtitle: `${facts.join('　｜　')}\n${handedWords(units)}`,
    frozen: 2,
    page: 'portrait',
    isDense: true,
    columns: [
      planned('rank', '名次'),
      planned('whole', '单位'),
      planned('handed', '交表'),
      ...figures.map(({ header, total: sum, isAside = false }) =>
        planned(widthFor(sum), header, { isAside }),
      ),
    ],
    rows: order.map((unit, i) => ({
      values: [
        unit.handed === 'yes' && unit.tasks > 0 ? placeOf(order, i) : '',
        unit.unit,
        unit.files.length > 1 && unit.handed === 'yes'
          ? `${unit.files.length} 份`
          : HANDED_WORDS[unit.handed],
        ...figures.map(({ of }) => of(unit)),
      ],
      faint: unit.handed !== 'yes',
    })),
    total: {
      values: [
        '',
        '合计',
        `${byHandedIn(units).yes.length}/${units.length}`,
        ...figures.map((each) => each.total),
      ],
    },
    scales: new Map(scales),
  });
}

function figureColumns({ units, months, since }: RollUp, total: Counts): FigureColumn[] {
  const states = STATES.filter((state) => state !== 'other' || total.other > 0);
  const before = months.find(({ on }) => on === since);
  const moved = totalMovements(units);
  return [
    { header: '应办', of: ({ tasks }) => tasks, total: total.tasks },
    ...states.flatMap((state): FigureColumn[] => [
      {
        header: STATE_WORDS[state],
        of: (unit) => ({ count: unit[state] }),
        total: { count: total[state] },
        ...((state === 'late' || state === 'silent') && { scale: 'faults' }),
      },
      // Late and left blank is late; that nobody has filled it in is told, too.
      ...(state === 'late' && total.blank !== undefined
        ? [
            {
              header: `其中${STATE_WORDS.silent}`,
              of: ({ blank = 0 }: UnitProgress) => ({ count: blank }),
              total: { count: total.blank },
            },
          ]
        : []),
    ]),
    {
      header: '完成率',
      of: share,
      total: share(total),
      scale: 'share',
    },
    ...(before
      ? [
          {
            header: '上次完成率',
            of: ({ before: own }: UnitProgress) => (own ? share(own) : ''),
            total: share(before),
          },
          ...TOLD_MOVEMENTS.map(
            (movement): FigureColumn => ({
              header: MOVEMENT_WORDS[movement],
              of: ({ movements }) => ({ count: movements?.[movement] ?? 0 }),
              total: { count: moved[movement] },
              ...((movement === 'back' || movement === 'still') && { scale: 'faults' }),
            }),
          ),
        ]
      : []),
    ...(units.some(({ open }) => open > 0)
      ? [
          {
            header: '待确认',
            of: ({ open }: UnitProgress) => ({ count: open }),
            total: { count: units.reduce((sum, { open }) => sum + open, 0) },
            isAside: true,
          },
        ]
      : []),
  ];
}

/** How wide a column is, by its sum, which is the longest number in it; any unit may have done 100%. */
function widthFor(sum: PlannedValue): 'narrow' | 'wide' | 'percent' {
  if (typeof sum !== 'object') return typeof sum === 'number' && sum > 999 ? 'wide' : 'narrow';
  if ('share' in sum) return 'percent';
  return 'count' in sum && sum.count > 999 ? 'wide' : 'narrow';
}

function share(counts: Counts): PlannedValue {
  const done = shareDone(counts);
  return done === null ? '' : { share: Number((percentOf(done) / 100).toFixed(3)) };
}

/** 应交 61 个单位：已交 53，交了空表 2，没有交 6（某局、某镇）. */
function handedWords(units: readonly UnitProgress[]): string {
  const { yes, empty, unread, no } = byHandedIn(units);
  const named = (word: string, those: readonly UnitProgress[]) =>
    those.length === 0 ? [] : [`${word} ${those.length}（${those.map(({ unit }) => unit).join('、')}）`];
  return `应交 ${units.length} 个单位：${[
    `${HANDED_WORDS.yes} ${yes.length}`,
    ...named(HANDED_WORDS.empty, empty),
    ...named(HANDED_WORDS.unread, unread),
    ...named(HANDED_WORDS.no, no),
  ].join('，')}`;
}

/** 趋势: a row a month, where there is more than one. */
export function addTrend(workbook: ExcelJS.Workbook, { months }: RollUp, subtitle: string): void {
  if (months.length < 2) return;
  const states = STATES.filter((state) => state !== 'other' || months.some(({ other }) => other > 0));
  const barAt = states.length + 5;
  const sheet = addWorksheet(workbook, {
    name: '趋势',
    title: '历次汇总',
    subtitle,
    frozen: 1,
    columns: [
      planned('due', '汇总到'),
      planned('tally', '应交单位'),
      planned('tally', '已交'),
      planned('tally', '应办'),
      ...states.map((state) => planned('tally', STATE_WORDS[state])),
      planned('tally', '完成率'),
      planned('share', ''),
    ],
    rows: months.map((month) => ({
      values: [
        month.on,
        month.units,
        month.handed,
        month.tasks,
        ...states.map((state) => ({ count: month[state] })),
        share(month),
        barOf(shareDone(month) ?? 0),
      ],
    })),
    scales: new Map([[barAt - 1, 'share']]),
  });
  for (let row = 4; row < 4 + months.length; row++) dress(sheet.getRow(row).getCell(barAt + 1), 'bar');
}
