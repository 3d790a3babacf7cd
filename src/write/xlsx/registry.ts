import type ExcelJS from 'exceljs';
import type { Registry, Unit } from '../../model/registry.js';
import type { AnsweredQuestion } from '../../model/roll-up.js';
import { ANSWER_WORDS } from '../../sheets/index.js';
import { BY_LINE, cellOfNames } from '../../units/index.js';
import { COLUMN_WORDS } from '../../words/column-names.js';
import {
  ANSWER_HEADERS,
  KIND_WORDS,
  NOT_WHOLE,
  OTHER_HEADERS,
  OTHER_ITEMS,
  REGISTRY_HEADERS,
  REGISTRY_SHEETS,
  type RegistryColumn,
  TICK,
  WHOLE,
  WHOLE_ROW,
} from '../../words/registry-words.js';
import type { RegistryDraft } from '../registry-draft.js';
import { chooseFrom } from './form.js';
import { HEADER_ROW, type PlannedColumn, type PlannedRow, planned } from './plan.js';
import { dress, PAGES } from './styles.js';
import { addWorksheet } from './table.js';

/** How many rows below its last take the same choices: for units that somebody adds. */
const SPARE_ROWS = 200;

/** What stands before the groups, and behind them, beside what is printed. */
const BEFORE = [
  ['name', planned('lead', ''), (unit) => unit.name],
  ['aliases', planned('own', ''), (unit) => cellOfNames(unit.aliases ?? [])],
  ['formerly', planned('own', ''), (unit) => cellOfNames(unit.formerly ?? [])],
  ['kind', planned('label', ''), (unit) => KIND_WORDS[unit.kind]],
  ['hosts', planned('own', ''), (unit) => cellOfNames((unit.hosts ?? []).map(({ office }) => office))],
] as const satisfies readonly UnitFact[];
const BEHIND = [
  ['full', planned('full', ''), (unit) => unit.full ?? ''],
  [
    'basis',
    planned('further', ''),
    (unit) =>
      cellOfNames(
        (unit.hosts ?? []).map(({ basis }) => basis),
        BY_LINE,
      ),
  ],
  ['source', planned('further', ''), (unit) => unit.source ?? ''],
] as const satisfies readonly UnitFact[];

type UnitFact = readonly [id: RegistryColumn, column: PlannedColumn, text: (unit: Unit) => string];

/** The registry as a workbook that people keep: a row a unit, a column a group, a tick where the unit is a member. */
export async function registryToXlsx(draft: RegistryDraft): Promise<Uint8Array> {
  const { newWorkbook, workbookBytes } = await import('../../workbook/new.js');
  const workbook = newWorkbook(null);
  addUnits(workbook, draft);
  addOthers(workbook, draft.registry);
  addAnswers(workbook, draft.answers ?? []);
  return workbookBytes(workbook);
}

function addUnits(
  workbook: ExcelJS.Workbook,
  {
    registry: { units = [], groups = [] },
    ticks = new Map(),
    notes = new Map(),
    strangers = new Set(),
    columns: own = [],
  }: RegistryDraft,
): void {
  const members = groups.map(({ name, members: all }) => new Set(all ?? ticks.get(name) ?? []));
  const known = new Set(units.map(({ name }) => name));
  const others = Array.from(new Set(members.flatMap((all) => [...all]))).filter((name) => !known.has(name));
  const headed = ([id, column]: UnitFact) => ({ ...column, header: REGISTRY_HEADERS[id][0] ?? '' });
  const columns: PlannedColumn[] = [
    ...BEFORE.map(headed),
    ...groups.map(({ name }) => planned('tick', name, { upright: true })),
    planned('text', REGISTRY_HEADERS.note[0] ?? '', { isAside: true, stretches: false }),
    ...BEHIND.map((each) => ({ ...headed(each), isAside: true, isFolded: each[0] !== 'full' })),
    ...own.map(({ header }) => planned('text', header, { isAside: true, stretches: false })),
  ];
  /** A row of a unit, or of one that is known by its name only. */
  const rowOf = (name: string, unit?: Unit): PlannedRow => {
    const said = (all: readonly UnitFact[]) =>
      all.map(([id, , of]) => (unit ? of(unit) : id === 'name' ? name : ''));
    const ticked = members.map((all) => (all.has(name) ? TICK : ''));
    return {
      values: [
        ...said(BEFORE),
        ...ticked,
        notes.get(name) ?? '',
        ...said(BEHIND),
        ...own.map(({ texts }) => texts.get(name) ?? ''),
      ],
      marked: strangers.has(name) ? [0] : [],
    };
  };
  const whole = groups.map(({ members: all }) => (all ? WHOLE : NOT_WHOLE));
  const how = `每个集体的成员都打上 ${TICK} 了，写“${WHOLE}”；写“${NOT_WHOLE}”的先不算数`;
  const rows: PlannedRow[] = [
    {
      values: [
        WHOLE_ROW,
        ...BEFORE.slice(1).map(() => ''),
        ...whole,
        how,
        ...[...BEHIND, ...own].map(() => ''),
      ],
    },
    ...units.map((unit) => rowOf(unit.name, unit)),
    ...others.map((name) => rowOf(name)),
  ];
  const onPaper = columns.reduce((sum, { width, isAside }) => sum + (isAside ? 0 : width), 0);
  const sheet = addWorksheet(workbook, {
    name: REGISTRY_SHEETS.units,
    title: '单位名录',
    subtitle: `一行一个单位，右边一列一个集体，是成员的打 ${TICK}；一格里有几个名称的，一行写一个。${strangers.size > 0 ? '标了颜色的是名录里没有的，请先看。' : ''}加单位加在下面，加集体加在右边。`,
    frozen: 1,
    page: (['portrait', 'landscape'] as const).find((page) => onPaper <= PAGES[page].width) ?? 'large',
    columns,
    rows,
  });
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + rows.length + SPARE_ROWS;
  const letterOf = (i: number) => sheet.getColumn(i + 1).letter;
  const kind = letterOf(BEFORE.findIndex(([id]) => id === 'kind'));
  chooseFrom(sheet, `${kind}${first + 1}:${kind}${last}`, Object.values(KIND_WORDS));
  if (groups.length > 0) {
    const [from, to] = [BEFORE.length, BEFORE.length + groups.length - 1].map(letterOf);
    chooseFrom(sheet, `${from}${first}:${to}${first}`, [WHOLE, NOT_WHOLE]);
    chooseFrom(sheet, `${from}${first + 1}:${to}${last}`, [TICK]);
  }
  for (let row = first; row < first + rows.length; row++) {
    const isWhole = row === first;
    for (let i = 0; i < groups.length; i++)
      dress(sheet.getRow(row).getCell(BEFORE.length + i + 1), isWhole ? 'label' : 'open', { centred: true });
  }
  dress(sheet.getRow(first).getCell(1), 'label');
  // Whether members are all ticked stays in view with the names of the groups.
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: first }];
}

/** What is of no unit: the district, headers of tables, seasons, where members are from. */
function addOthers(
  workbook: ExcelJS.Workbook,
  { district, columns = {}, seasons = {}, groups = [] }: Registry,
): void {
  const rows: readonly (readonly [item: string, name: string, content: string])[] = [
    [OTHER_ITEMS.name, '', district?.name ?? ''],
    [OTHER_ITEMS.short, '', district?.short ?? ''],
    [OTHER_ITEMS.mark, '', district?.mark ?? ''],
    ...Object.entries(columns).map(
      ([header, role]) => [OTHER_ITEMS.column, header, COLUMN_WORDS[role]] as const,
    ),
    ...Object.entries(seasons).map(([season, day]) => [OTHER_ITEMS.season, season, day] as const),
    ...groups.flatMap(({ name, source }) => (source ? [[OTHER_ITEMS.source, name, source] as const] : [])),
  ];
  const [item = '', name = '', content = ''] = OTHER_HEADERS;
  addWorksheet(workbook, {
    name: REGISTRY_SHEETS.others,
    title: '其他',
    subtitle:
      '行政区：如“某市某区”、“某区”、“区”。程序不认识的表头、本地的时节（如汛期 05-01）也写在这里，没有的不写。',
    page: 'portrait',
    columns: [planned('unit', item), planned('unit', name), planned('text', content)],
    rows: rows.map((values) => ({ values })),
  });
}

/** What was answered of groups and tasks, as it is read again. */
function addAnswers(workbook: ExcelJS.Workbook, answers: readonly AnsweredQuestion[]): void {
  if (answers.length === 0) return;
  const [unit = '', asked = '', task = '', answer = '', note = ''] = ANSWER_HEADERS;
  addWorksheet(workbook, {
    name: REGISTRY_SHEETS.answers,
    title: '答复',
    subtitle:
      '对“待确认”的答复：是不是一个集体的成员，一项任务是不是本单位的。改答复就改这里，或在程序里再答一次。',
    page: 'landscape',
    columns: [
      planned('lead', unit),
      planned('name', asked),
      planned('unit', task),
      planned('label', answer),
      planned('text', note),
    ],
    rows: answers.map((each) => ({
      values: [each.unit, each.asked, each.task ?? '', ANSWER_WORDS[each.answer], each.note],
    })),
  });
}
