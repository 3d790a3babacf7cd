// A revised seed against what a person reads as changed in it (fixtures/wulong-2025-1/revision.json).
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBooks, parseNotice, type TaskBook, withLineage } from '../../src/index.js';
import type { Segment, TaskChange } from '../../src/model/revision.js';
import { segmentsOf } from '../../src/revise/segments.js';
import { seedBook } from '../support/seed.js';

const FIXTURE = new URL('../../fixtures/wulong-2025-1/', import.meta.url);

interface Truth {
  removed: string[];
  added: string[];
  changed: { from: string; to: string; field: string; removed: string[]; added: string[] }[];
  moved: string[];
  tablesMoved: string[];
  head: string[];
  measures: string[];
}

const truth = JSON.parse(readFileSync(new URL('revision.json', FIXTURE), 'utf8')) as Truth;
const before = await seedBook();
const after = await book(readFileSync(new URL('revised.txt', FIXTURE)), 'revised.txt');
const revision = compareBooks(before, after);

async function book(bytes: Buffer | string, name: string): Promise<TaskBook> {
  const { value, diagnostics } = await parseNotice(Buffer.from(bytes), { name });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const ofKind = (kind: TaskChange['kind']) => revision.tasks.filter((task) => task.kind === kind);
const isOneOf = (
  wanted: readonly string[],
  got: readonly { where: string; name: string; text: string }[],
) => {
  expect(got).toHaveLength(wanted.length);
  for (const one of wanted) {
    const [table = '', number = '', text = ''] = one.split(' ');
    const found = got.filter(({ where }) => where === `表${table}第${number}行`);
    expect(found.map(({ name, text: goal }) => [name, goal])).toEqual([expect.arrayContaining([text])]);
  }
};
const only = (segments: readonly Segment[], kind: Segment['kind']) =>
  segments.filter((segment) => segment.kind === kind).map(({ text }) => text);

describe('the revised seed', () => {
  it('has the tasks added and removed that a person sees', () => {
    isOneOf(
      truth.added,
      ofKind('added').flatMap(({ after: now }) => now ?? []),
    );
    isOneOf(
      truth.removed,
      ofKind('removed').flatMap(({ before: was }) => was ?? []),
    );
  });

  it('has just the words changed that a person sees', () => {
    const found = ofKind('changed').map(({ before: was, after: now, fields }) => ({
      from: was?.where,
      to: now?.where,
      fields: fields.map(({ field, segments }) => ({
        field,
        removed: only(segments, 'removed'),
        added: only(segments, 'added'),
      })),
    }));
    const wanted = truth.changed.map(({ from, to, field, removed, added }) => {
      const where = (text: string) => text.replace(/^(.) (\d+)$/, '表$1第$2行');
      return { from: where(from), to: where(to), fields: [{ field, removed, added }] };
    });
    const byPlace = (a: { from?: string | undefined }, b: { from?: string | undefined }) =>
      (a.from ?? '') < (b.from ?? '') ? -1 : 1;
    expect(found.sort(byPlace)).toEqual(wanted.sort(byPlace));
  });

  it('has moved what a person sees moved, and nothing for being renumbered', () => {
    isOneOf(
      truth.moved,
      revision.tasks.filter(({ moved }) => moved).flatMap(({ before: was }) => was ?? []),
    );
    // Of two tables that changed places, either is the one that moved.
    const tables = revision.tables.filter(({ moved }) => moved).map(({ after: now }) => now?.name);
    expect(tables).toHaveLength(1);
    expect(truth.tablesMoved).toContain(tables[0]);
    expect(revision.kept).toBe(121 - truth.removed.length - truth.changed.length - truth.moved.length);
  });

  it('has its letterhead and measures changed', () => {
    expect(revision.head.map(({ field }) => field)).toEqual(['number', 'date']);
    expect(revision.measures.map(({ after: now }) => now?.where)).toEqual(
      truth.measures.map((id) => `正文${id.slice(1)}`),
    );
  });

  it('says for whom: a unit that is new to a task, and one whose part changed', () => {
    const lead = revision.tasks.find(({ before: was }) => was?.where === '表四第12行');
    expect(lead?.units).toContainEqual({ unit: '区安委办', before: null, after: 'lead' });
    expect(lead?.units).toContainEqual({ unit: '区应急管理局', before: 'lead', after: 'lead' });
    const responsible = revision.tasks.find(({ before: was }) => was?.where === '表四第60行');
    expect(responsible?.units).toContainEqual({ unit: '区红十字会', before: null, after: 'responsible' });
  });
});

describe('ids', () => {
  const idsOf = ({ tasks }: TaskBook) => tasks.map(({ id }) => id);

  it('stay without any memory when rows and tables move and when figures change', () => {
    // All that is left of the three changed words: a name, two goals and a verb.
    expect(idsOf(after).filter((id) => idsOf(before).includes(id))).toHaveLength(118 - 4);
  });

  it('stay for every task that is in both editions when the earlier one is at hand', () => {
    const carried = withLineage(after, before);
    expect(idsOf(carried).filter((id) => idsOf(before).includes(id))).toHaveLength(118);
    expect(new Set(idsOf(carried)).size).toBe(123);
    const byId = new Map(before.tasks.map((task) => [task.id, task]));
    const renamed = carried.tasks.find(({ name }) => name === '抗震设防领域');
    expect(byId.get(renamed?.id ?? '')?.name).toBe('抗震领域');
    // The body's sentences speak of tasks by the same ids.
    const told = carried.chapters.flatMap(({ measures }) =>
      measures.flatMap(({ sentences }) => sentences.flatMap(({ tasks }) => tasks)),
    );
    expect(told.filter((id) => !idsOf(carried).includes(id))).toEqual([]);
    expect(compareBooks(before, carried).tasks.map(({ kind }) => kind)).toEqual(
      revision.tasks.map(({ kind }) => kind),
    );
  });

  it('are the same again when the notice is compared with itself', () => {
    expect(withLineage(after, after)).toEqual(after);
  });
});

describe('comparing', () => {
  it('finds nothing in the same notice', () => {
    const { head, measures, tables, tasks, kept } = compareBooks(before, before);
    expect([head, measures, tables, tasks, kept]).toEqual([[], [], [], [], 121]);
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'安全生产责任100%、。\n abc'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const segments = segmentsOf(one, other);
        const without = (kind: Segment['kind']) =>
          segments
            .filter((segment) => segment.kind !== kind)
            .map((segment) => segment.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([one, other]);
      }),
    );
  });

  it('tells every row that is taken out, put in or in another place, and calls the rest the same', async () => {
    const source = readFileSync(new URL('../../seeds/wulong-2025-1.txt', import.meta.url), 'utf8');
    const lines = source.split('\n');
    const start = lines.findIndex((line) => line.startsWith('四、重点措施'));
    const head = [
      ...lines.slice(0, lines.indexOf('一、核心绩效指标')),
      ...lines.slice(start, start + 8),
    ].join('\n');
    const rows = lines
      .slice(start + 8, lines.indexOf('五、重点应用/平台'))
      .join('\n')
      .split('\n\n')
      .filter((row) => row.trim() !== '');
    const named = before.tasks.filter(({ table }) => table === 4);
    expect(rows).toHaveLength(named.length);
    // Each row with its name, so that no row has it from the one above.
    const whole = rows.map((row, i) => {
      const cells = row.split('\n\t');
      cells[1] = named[i]?.name ?? '';
      cells[3] ||= named[i]?.lead.map(({ text }) => text).join('、') ?? '';
      return cells.join('\n\t');
    });
    const of = (kept: readonly number[]) =>
      book(`${head}\n${kept.map((i) => whole[i]).join('\n\n')}\n`, 'notice.txt');
    const all = [...whole.keys()];
    const full = await of(all);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 5 }), async (kept) => {
        const part = await of(kept);
        const { tasks } = compareBooks(full, part);
        const names = (kind: TaskChange['kind']) =>
          tasks.filter((task) => task.kind === kind).map((task) => task.before?.text ?? task.after?.text);
        expect(names('added')).toEqual([]);
        expect(names('changed')).toEqual([]);
        expect(new Set(names('removed'))).toEqual(
          new Set(all.filter((i) => !kept.includes(i)).map((i) => full.tasks[i]?.goal)),
        );
        expect(part.tasks.map(({ id }) => id)).toEqual(kept.map((i) => full.tasks[i]?.id));
      }),
      { numRuns: 15 },
    );
  });
});
