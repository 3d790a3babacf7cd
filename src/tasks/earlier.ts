import type { ColumnRole } from '../model/column-role.js';
import type { Place } from '../model/place.js';
import { roleOf } from '../words/columns.js';

/** The schema of task books in which a place was a text (notice.txt:152:2) and a cell had no place of its own. */
export const EARLIER_SCHEMA = 'wulong-tasks/task-book@3';

/** A JSON value that nobody has checked yet. */
type Stored = Readonly<Record<string, unknown>>;

/**
 * Brings a task book of the earlier schema into the present form, so that it serves as the last edition. What it did
 * not keep stays away: places have no spans. What is not of the expected form is left as it is, and is told when the
 * book is checked.
 */
export function fromEarlier(stored: Stored, schema: string): unknown {
  const { notice, source, tasks, chapters, ...rest } = withPlaces(stored) as Stored;
  const file = (source as Stored | undefined)?.['name'] ?? '';
  const passages = (texts: unknown) =>
    listOf(texts).map((text) => (typeof text === 'string' ? { text, at: { file } } : text));
  const head = notice as Stored;
  return {
    ...rest,
    schema,
    source: { ...(source as Stored), lines: null },
    notice: {
      ...head,
      letter: passages(head?.['letter']),
      preamble: passages(head?.['preamble']),
      appendices: records(head?.['appendices']).map((each) => ({ ...each, text: passages(each['text']) })),
    },
    chapters: records(chapters).map((chapter) => ({
      ...chapter,
      measures: records(chapter['measures']).map((measure) => ({
        ...measure,
        titleAt: measure['at'],
        sentences: records(measure['sentences']).map((sentence) => ({
          ...sentence,
          uncarried: passages(sentence['uncarried']),
        })),
      })),
    })),
    tasks: records(tasks).map(({ cells, cellsAt, extra, ...task }) => ({
      ...task,
      ...fieldsFrom(extra, task['at']),
      nameAt: task['at'],
      goalAt: task['at'],
      flags: listOf(task['flags']).map((flag) => FLAGS[String(flag)] ?? flag),
      measures: records(task['measures']).map((link) => ({ ...link, evidence: passages(link['evidence']) })),
      cells: listOf(cells).map((text, i) => ({ text, at: listOf(cellsAt)[i] ?? task['at'] })),
    })),
  };
}

/** What stood among other columns and has a field of its own now: people, money, times by period, points. */
function fieldsFrom(extra: unknown, at: unknown): Stored {
  const fields = records(extra).map((field) => ({ field, role: roleOf(String(field['header'])) }));
  const under = (...roles: readonly ColumnRole[]) =>
    fields.filter(({ role }) => roles.includes(role)).map(({ field }) => field);
  return {
    people: under('person').map(({ header, text }) => ({ role: header, name: text, at })),
    schedule: under('schedule'),
    money: under('money'),
    scoring: under('weight', 'scoring'),
    extra: fields.filter(({ role }) => !MOVED.includes(role)).map(({ field }) => field),
  };
}

const MOVED: readonly ColumnRole[] = ['person', 'schedule', 'money', 'weight', 'scoring'];

/** Flags that went by another name. */
const FLAGS: Readonly<Record<string, string>> = {
  'lead-missing': 'lead-blank',
  'responsible-empty': 'responsible-blank',
};

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function records(value: unknown): readonly Stored[] {
  return listOf(value).filter((each): each is Stored => typeof each === 'object' && each !== null);
}

/** Every place of a record as one: what stands under `at` or in `cellsAt`. */
function withPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      if (key === 'at' && typeof own === 'string') return [key, placeFrom(own)];
      if (key === 'cellsAt')
        return [key, listOf(own).map((at) => (typeof at === 'string' ? placeFrom(at) : at))];
      return [key, withPlaces(own)];
    }),
  );
}

const IN_LINES = /^(?<file>.*):(?<line>\d{1,9}):(?<column>\d{1,9})$/s;
const IN_PARAGRAPH = /^(?<file>.*)#段(?<paragraph>\d{1,9})$/s;
const IN_TABLE = /^(?<file>.*)#表(?<table>\d{1,9})(?:\/行(?<row>\d{1,9})(?:\/列(?<cell>\d{1,9}))?)?$/s;

/** A place as it was printed: notice.txt:152:2, notice.docx#段12, notice.docx#表3/行1/列4, or a file's name alone. */
function placeFrom(text: string): Place {
  for (const pattern of [IN_LINES, IN_PARAGRAPH, IN_TABLE]) {
    const { file, ...numbers } = pattern.exec(text)?.groups ?? {};
    if (file === undefined) continue;
    const counted = Object.entries(numbers).flatMap(([key, digits]) =>
      digits === undefined ? [] : [[key, Number(digits)]],
    );
    return { file, ...Object.fromEntries(counted) } as Place;
  }
  return { file: text };
}
