import type { AnsweredQuestion } from '../../model/roll-up.js';
import { ANSWER_HEADERS, REGISTRY_HEADERS, WHOLE_ROW } from '../../words/registry-words.js';
import { answerIn } from '../../words/said.js';
import { bare, HEADER_WITHIN, RegistryFaults, type TextGrid, tickIn, whole } from './cells.js';
import { headingIn } from './heading.js';

/** What a registry's workbook holds besides the registry: what was answered, and what people wrote for themselves. */
export interface RegistryKept {
  /** What was answered when it was saved, in that order. */
  readonly answers: readonly AnsweredQuestion[];
  /** Who is ticked in which group, whether or not the ticks count yet. */
  readonly ticks: ReadonlyMap<string, ReadonlySet<string>>;
  /** What stands in 说明, by unit. */
  readonly notes: ReadonlyMap<string, string>;
  /** Columns of people's own, with what stands in them, by unit. */
  readonly columns: readonly { readonly header: string; readonly texts: ReadonlyMap<string, string> }[];
}

export const NOTHING_KEPT: RegistryKept = { answers: [], ticks: new Map(), notes: new Map(), columns: [] };

export function keptIn(grids: readonly TextGrid[]): RegistryKept {
  const answers = grids.flatMap(answersIn);
  for (const grid of grids) {
    const heading = headingIn(grid, new RegistryFaults());
    if (!heading) continue;
    const { row, columns, groups } = heading;
    const named = columns.get('name') ?? 0;
    const rows = grid
      .slice(row + 1)
      .map((texts) => ({ name: whole(texts[named]?.text ?? ''), texts }))
      .filter(({ name }) => name !== WHOLE_ROW);
    const of = (column: number) =>
      new Map(
        rows.flatMap(({ name, texts }) => {
          const text = texts[column]?.text.trim() ?? '';
          return name !== '' && text !== '' ? [[name, text] as const] : [];
        }),
      );
    const taken = new Set([...columns.values(), ...groups.map(({ column }) => column)]);
    const others = (grid[row] ?? []).flatMap(({ text }, column) =>
      taken.has(column) || whole(text) === '' ? [] : [{ header: whole(text), texts: of(column) }],
    );
    const isNote = ({ header }: { header: string }) => bare(header) === REGISTRY_HEADERS.note[0];
    return {
      answers,
      ticks: new Map(
        groups.map(({ name, column }) => {
          const ticked = rows.filter(({ texts }) => tickIn(texts[column]?.text ?? ''));
          return [name, new Set(ticked.map((each) => each.name))];
        }),
      ),
      notes: others.find(isNote)?.texts ?? new Map(),
      columns: others.filter((each) => !isNote(each) && each.texts.size > 0),
    };
  }
  return { ...NOTHING_KEPT, answers };
}

function answersIn(grid: TextGrid): AnsweredQuestion[] {
  const header = grid
    .slice(0, HEADER_WITHIN)
    .findIndex((texts) => ANSWER_HEADERS.every((word) => texts.some(({ text }) => bare(text) === word)));
  if (header < 0) return [];
  const at = ANSWER_HEADERS.map((word) => (grid[header] ?? []).findIndex(({ text }) => bare(text) === word));
  return grid.slice(header + 1).flatMap((texts): AnsweredQuestion[] => {
    const [unit = '', asked = '', task = '', said = '', note = ''] = at.map((i) => texts[i]?.text.trim());
    const answer = answerIn(said ?? '');
    const place = texts[at[0] ?? 0]?.at;
    if (!answer || !place || unit === '' || asked === '') return [];
    return [{ unit, asked, task: task === '' ? null : task, answer, note, at: place }];
  });
}
