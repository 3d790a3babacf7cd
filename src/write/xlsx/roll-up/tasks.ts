import type ExcelJS from 'exceljs';
import {
  isOfBody,
  measured,
  stillSince,
  type TaskProgress,
  type ToldStanding,
  taskProgress,
  type Verdict,
  wordsElsewhere,
} from '../../../collect/index.js';
import { addTo } from '../../../model/grouping.js';
import { placeText } from '../../../model/place.js';
import type { RollUp, State } from '../../../model/roll-up.js';
import {
  headerOf,
  indicatorWords,
  LATE_WORDS,
  MOVEMENT_WORDS,
  refWords,
  STATE_WORDS,
  TOLD_MOVEMENTS,
  typedText,
} from '../../../sheets/index.js';
import { saidWords } from '../../roll-up.js';
import { type PlannedRow, planned } from '../plan.js';
import { addWorksheet } from '../table.js';

/** How many units are named behind a count, where it is of something that a reader asks for. */
const NAMED = 3;
const TOLD_OF: readonly State[] = ['late', 'idle'];

const ASIDE = { isAside: true } as const;

/** 逐项: one row a task, what those who lead it say, and in short what the others do. */
export function addTasks(workbook: ExcelJS.Workbook, rollUp: RollUp, subtitle: string): void {
  const { gone, since } = rollUp;
  const all = taskProgress(rollUp);
  const counts = Object.entries(STATE_WORDS).flatMap(([state, word]) => {
    const count = all.filter((each) => each.state === state).length;
    return count > 0 ? [`${word} ${count}`] : [];
  });
  const isCompared = since !== null;
  const conflictAt = isCompared ? 8 : 7;
  addWorksheet(workbook, {
    name: '逐项',
    title: '逐项任务进展',
    subtitle: `${subtitle}　｜　${all.length} 项${ofBody(all)}，按牵头单位说的：${counts.join('，')}`,
    frozen: 2,
    columns: [
      planned('ref', headerOf('ref')),
      planned('name', headerOf('name')),
      planned('goal', headerOf('goal')),
      planned('status', '状态'),
      planned('tally', '逾期天数'),
      ...(isCompared ? [planned('due', '未动自')] : []),
      planned('said', '牵头单位说'),
      planned('said', '其他单位'),
      planned('note', '矛盾'),
      planned('id', headerOf('id'), ASIDE),
    ],
    rows: [
      ...all.map((each) => ({
        values: [
          refWords(each.task),
          each.task.name,
          each.task.goal,
          STATE_WORDS[each.state],
          each.days ?? '',
          ...(isCompared ? [each.still ?? ''] : []),
          leadsWords(each),
          [othersWords(each.others), movedWords(each)].filter((text) => text !== '').join('；'),
          conflictWords(each),
          each.task.id,
        ],
        marked: [...(each.state === 'late' ? [3] : []), ...(each.conflicts.length > 0 ? [conflictAt] : [])],
      })),
      ...gone.map(({ id, name }): PlannedRow => {
        const blank = Array.from({ length: isCompared ? 5 : 4 }, () => '');
        return { values: ['', name, '通知里不再有这项任务', '已取消', ...blank, id], faint: true };
      }),
    ],
  });
}

/** （其中正文点名 1 项）: what the notice's tables do not count. */
function ofBody(all: readonly TaskProgress[]): string {
  const count = all.filter(({ task }) => isOfBody(task)).length;
  return count > 0 ? `（其中正文点名 ${count} 项）` : '';
}

/** What those who lead say, one a line; of a body that leads, as its members do, what they say in short. */
function leadsWords({ task, leads }: TaskProgress): string {
  if (leads.length === 0)
    return task.lead ? `${task.lead}：没有单位代它填报` : '（没有写牵头单位，状态按各单位说的）';
  const members = new Map<string, ToldStanding[]>();
  const lines: string[] = [];
  for (const told of leads) {
    const { leadsAs } = told.standing;
    if (leadsAs?.by === 'group') addTo(members, leadsAs.name, told);
    else lines.push(leadWords(told));
  }
  return [...lines, ...Array.from(members, ([name, those]) => `${name}：${othersWords(those)}`)].join('\n');
}

/** 区水利局：推进中。已修复5处; of who says nothing this time, what it said last. */
function leadWords({ standing, report }: ToldStanding): string {
  const { unit, state, last, leadsAs, isBlank, due, by } = standing;
  const name = leadsAs ? `${leadsAs.name}（${unit}）` : unit;
  const status = typedText(report?.filled.status).trim();
  const odd = status !== '' && status !== STATE_WORDS[state] ? `（填的是“${status}”）` : '';
  const { progress, note } = report?.filled ?? {};
  // Who says it only elsewhere has said it all the same.
  const elsewhere = (report ? wordsElsewhere(report) : []).flatMap(({ where, text }) =>
    where === headerOf('note') ? [] : [`${where}：${text}`],
  );
  const texts = [typedText(progress), typedText(note), ...elsewhere].filter((text) => text !== '');
  const before = last ? `上次说的：${saidWords(last)}` : '';
  // A day that it has given itself is its own: the task goes by the notice's.
  const own = state === 'late' && by === 'unit' && due !== null ? `（${LATE_WORDS.unit} ${due} 已过）` : '';
  return [
    `${name}：${STATE_WORDS[state]}${isBlank ? `（${STATE_WORDS.silent}）` : ''}${odd}${own}`,
    ...texts,
    before,
  ]
    .filter((text) => text !== '')
    .join('。');
}

/** 已完成 12，滞后 2（某局、某镇），没有填 30. */
function othersWords(others: readonly ToldStanding[]): string {
  return Object.entries(STATE_WORDS)
    .flatMap(([state, word]) => {
      const those = others.filter(({ standing }) => standing.state === state);
      if (those.length === 0) return [];
      const isNamed = others.length <= NAMED || (those.length <= NAMED && TOLD_OF.includes(state as State));
      const names = those.map(({ standing }) => standing.unit).join('、');
      return [`${word} ${those.length}${isNamed ? `（${names}）` : ''}`];
    })
    .join('，');
}

/** 这次有进展 2（某局、某镇）: who has moved where those who lead have not; the task is none that nobody has moved, then. */
function movedWords({ leads, others }: TaskProgress): string {
  if (leads.length > 0 && stillSince(leads) === null) return '';
  const words = TOLD_MOVEMENTS.filter((movement) => movement !== 'still').flatMap((movement) => {
    const units = others.flatMap(({ standing }) => (standing.movement === movement ? [standing.unit] : []));
    const names = units.slice(0, NAMED).join('、');
    const more = units.length > NAMED ? '等' : '';
    return units.length > 0 ? [`${MOVEMENT_WORDS[movement]} ${units.length}（${names}${more}）`] : [];
  });
  return words.length > 0 ? `这次${words.join('，')}` : '';
}

function conflictWords({ conflicts }: TaskProgress): string {
  return conflicts
    .map(({ lead, other }) =>
      [lead, other].map(({ unit, filled }) => `${unit}“${typedText(filled.status).trim()}”`).join('，'),
    )
    .join('；');
}

const VERDICT_WORDS: Record<Verdict, string> = { met: '达到', short: '没有达到', over: '超出' };

/** 指标: what is asked for in figures, and what units reported of just that. */
export function addReportedFigures(workbook: ExcelJS.Workbook, { tasks }: RollUp, subtitle: string): void {
  const all = tasks.flatMap((task) => measured(task).map((each) => ({ task, ...each })));
  if (all.length === 0) return;
  const reported = all.filter(({ values }) => values.length > 0).length;
  addWorksheet(workbook, {
    name: '指标',
    title: '量化指标填报情况',
    subtitle: `${subtitle}　｜　${all.length} 个指标，报了数的 ${reported} 个；只列写明是这个指标的数`,
    frozen: 2,
    columns: [
      planned('ref', headerOf('ref')),
      planned('name', headerOf('name')),
      planned('indicators', '要求的指标'),
      planned('unit', '填报单位'),
      planned('times', '填报的数'),
      planned('label', '是否达到'),
      planned('text', headerOf('progress')),
      planned('id', headerOf('id'), ASIDE),
      planned('place', headerOf('at'), ASIDE),
    ],
    rows: all.flatMap(({ task, indicator, values }): PlannedRow[] => {
      const head = [refWords(task), task.name, indicatorWords(indicator)];
      if (values.length === 0) return [{ values: [...head, '', '没有报', '', '', task.id, ''], faint: true }];
      return values.map(({ report, text, column, verdict }) => ({
        values: [
          ...head,
          report.unit,
          column === null ? text : `${text}（“${column}”栏）`,
          verdict ? VERDICT_WORDS[verdict] : '',
          typedText(report.filled.progress),
          task.id,
          placeText(report.at),
        ],
      }));
    }),
  });
}
