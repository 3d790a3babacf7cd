// A task book as a person can read it, and its changes with it: a line a fact.
import {
  type Demands,
  type Diagnostic,
  daysOf,
  isInferred,
  nameOf,
  type Passage,
  type Place,
  placeText,
  type Task,
  type TaskBook,
} from '../../src/index.js';

/** Fields of one line, parted so that empty ones do not show; a line break inside a field is ⏎. */
const line = (...fields: readonly (string | null | undefined | false)[]) =>
  fields
    .filter((field) => field !== '' && field !== null && field !== undefined && field !== false)
    .map((field) => String(field).replaceAll('\n', '⏎'))
    .join(' │ ');

/** A field of the head: texts, passages, appendices. */
const headText = (field: string | Passage | TaskBook['notice']['appendices'][number]): string => {
  if (typeof field === 'string') return field;
  if (!('label' in field)) return `${field.text}@${short(field.at)}`;
  const { label, title, text, at } = field;
  return `${[label, title ?? '', ...text.map(headText)].join(' ')}@${short(at)}`;
};

const heading = (text: string) => ['', `## ${text}`];
const labelled = (label: string, texts: readonly string[]) =>
  texts.length > 0 && `${label} ${texts.join('；')}`;

const who = (assignments: Task['lead']) =>
  assignments.map((assignment) => {
    const { text, kind, inherited, at } = assignment;
    const name = nameOf(assignment);
    const sort = { named: '', group: '〔集体〕', 'open-ended': '〔等〕' }[kind];
    return `${text}${name === undefined || name === text ? '' : `→${name}`}${sort}${inherited ? '↑' : ''}@${short(at)}`;
  });

/** A place without the file, which is the same in all of them. */
const short = (at: Place) => placeText(at).replace(/^[^:#]*[:#]/, '');

const demands = ({ indicators, frequencies, deadlines, deliverables, sites }: Demands) => [
  labelled(
    '指标',
    indicators.map(({ text, subject, comparator, values, unit, at, ...more }) => {
      const extras = Object.entries(more).map(([key, value]) => `${key}=${value}`);
      return `${text}[${[subject, comparator + values.join('~') + unit, ...extras].join(' ')}]@${short(at)}`;
    }),
  ),
  labelled(
    '频次',
    frequencies.map(
      ({ text, what, who: by, comparator, times, per, at }) =>
        `${text}[${comparator}${times}/${per} ${what}${by && ` ${by}`}]@${short(at)}`,
    ),
  ),
  labelled(
    '时限',
    deadlines.map((deadline) => {
      const { from = '', by = '' } = daysOf(deadline);
      const said = `${from && `${from}~`}${by}${isInferred(deadline) ? ' 推定' : ''}`;
      return `${deadline.text}[${deadline.kind} ${said}]@${short(deadline.at)}`;
    }),
  ),
  labelled(
    '成果',
    deliverables.map(({ kind, text, at }) => `${text}[${kind}]@${short(at)}`),
  ),
  labelled(
    '工程点',
    sites.map(({ text, township, at }) => `${text}[${township}]@${short(at)}`),
  ),
];

const task = (each: Task) =>
  line(
    each.id,
    `${each.table}/${each.row}`,
    short(each.at),
    each.number,
    each.name,
    each.goal,
    labelled('牵头', who(each.lead)),
    labelled('责任', who(each.responsible)),
    labelled('监督', who(each.supervising)),
    labelled(
      '人',
      each.people.map(({ role, name, at }) => `${role}=${name}@${short(at)}`),
    ),
    each.steps && `措施 ${each.steps}`,
    labelled(
      '另列',
      [...each.schedule, ...each.money, ...each.scoring].map(({ header, text }) => `${header}=${text}`),
    ),
    each.remark && `备注 ${each.remark}`,
    each.deadline && `完成时限 ${each.deadline}`,
    each.section && `分段 ${each.section}`,
    labelled('镇街', each.places),
    ...demands(each),
    labelled(
      '其他列',
      each.extra.map(({ header, text }) => `${header}=${text}`),
    ),
    labelled(
      '格',
      each.cells.map(({ text, at }) => `${text === '' ? '空' : ''}${short(at)}`),
    ),
    labelled(
      '正文',
      each.measures.map(
        ({ measure, reason, evidence }) =>
          `${measure} ${reason} “${evidence.map(({ text }) => text).join('”“')}”`,
      ),
    ),
    labelled('推定', each.flags),
  );

const args = ({ args }: Diagnostic) =>
  Object.entries(args).map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('、') : value}`);

/** Every fact of a task book, but the SHA-256 of its source. */
export function bookLines(book: TaskBook): string {
  const { notice, chapters, tables, otherTables, tasks, district, units, unlisted, groups } = book;
  const lines = [
    `## 通知`,
    ...Object.entries(notice).map(([key, value]) =>
      line(
        `${key}:`,
        ...(Array.isArray(value)
          ? value.map((each) => headText(each))
          : [value === null ? '—' : String(value)]),
      ),
    ),
    ...heading('正文'),
    ...chapters.flatMap((chapter) => [
      line(chapter.number, chapter.title, chapter.text, short(chapter.at)),
      ...chapter.measures.flatMap((measure) => [
        line(`  ${measure.id}`, measure.number, measure.title, short(measure.at)),
        line('    全文', measure.text),
        ...measure.sentences.map((sentence) =>
          line(
            `    句 ${sentence.text}`,
            short(sentence.at),
            labelled('任务', sentence.tasks),
            labelled(
              '未落实',
              sentence.uncarried.map(({ text }) => text),
            ),
            ...demands(sentence),
          ),
        ),
        ...measure.mentions.map(({ name, sentences, tasked, at }) =>
          line(
            `    点名 ${name}`,
            `第${sentences.join('、')}句`,
            tasked ? '任务里有' : '任务里没有',
            short(at),
          ),
        ),
      ]),
    ]),
    ...heading('表'),
    ...tables.map((table) =>
      line(
        table.kind,
        table.number ?? '—',
        table.name,
        table.title,
        table.appendix === null ? '' : `附件${table.appendix}`,
        table.columns.map(({ header, role }) => `${header}(${role})`).join(' '),
        ...table.notes,
        short(table.at),
      ),
    ),
    ...otherTables.map(({ title, rows, at }) =>
      line('其他表', title, short(at), ...rows.map((row) => row.join('｜'))),
    ),
    ...heading('任务'),
    ...tasks.map(task),
    ...heading('单位'),
    line('行政区', district?.name ?? '—', district?.short, district?.mark),
    line('名录里没有', unlisted.join('、')),
    ...units.map(({ name, kind, full, aliases = [], hosts = [] }) =>
      line(name, kind, full, aliases.join('、'), hosts.map(({ office }) => office).join('、')),
    ),
    ...groups.map(({ name, members, among, endings = [], every }) =>
      line(
        `集体 ${name}`,
        members === null ? '成员不明' : members.join('、'),
        among.join('、'),
        endings.join('、'),
        every && '全部',
      ),
    ),
    ...heading('提示'),
    ...book.diagnostics.map((each) =>
      line(each.severity, each.code, each.at && placeText(each.at), ...args(each)),
    ),
    ...heading('账'),
    line(
      ...Object.entries(book.ledger)
        .filter(([key]) => key !== 'rest')
        .map(([key, value]) => `${key} ${value}`),
      ...book.ledger.rest.map(({ text, at }) => `${text}@${placeText(at)}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
