import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Look } from '../model/look.js';
import { type Passage, unbroken } from '../model/passage.js';
import type { Place } from '../model/place.js';
import type { Role } from '../model/taskbook.js';
import { type AlignedRow, isNothing } from '../tables/index.js';
import { roleOf } from '../words/columns.js';
import { lookLegendIn } from '../words/looks.js';
import { legendIn, MARKS } from '../words/marks.js';
import { isPart, roleWordAt } from '../words/roles.js';

/** What the marks of a table stand for. */
export interface Marks {
  readonly roles: ReadonlyMap<string, Role>;
  /** The legend's words: ○ → 配合单位. */
  readonly words: ReadonlyMap<string, string>;
  /** What it means how a name is shown: 加粗的为牵头单位. */
  readonly looks: ReadonlyMap<Look, Role>;
}

/** The part of a name that stands at a place of the source. */
export type RoleByLook = (at: Place) => Role | undefined;

/** Marks that mean who leads where no legend says otherwise; any other means who is responsible. */
const LEADS = '★';

/** What the legends around a table, or in a notice's text, say of its marks. */
export function marksIn(texts: readonly string[]): Marks {
  const said = texts.flatMap(legendIn);
  const telling = said.flatMap(([mark, words]) => {
    const role = roleOfWords(words);
    return role ? [{ mark, words, role }] : [];
  });
  return {
    roles: new Map(telling.map(({ mark, role }) => [mark, role])),
    words: new Map([...said, ...telling.map(({ mark, words }) => [mark, words] as const)]),
    looks: looksSaid(texts),
  };
}

/** What a table says of its marks, and of others what the notice's text does. */
export function marksOver(below: Marks, own: Marks): Marks {
  return {
    roles: new Map([...below.roles, ...own.roles]),
    words: new Map([...below.words, ...own.words]),
    looks: own.looks.size > 0 ? own.looks : below.looks,
  };
}

function looksSaid(texts: readonly string[]): Marks['looks'] {
  const said = texts
    .flatMap(lookLegendIn)
    .flatMap(({ looks, words }) => looks.map((look) => [look, roleOfWords(words)] as const));
  return new Map(said.flatMap(([look, role]) => (role ? [[look, role] as const] : [])));
}

function roleOfWords(said: string): Role | undefined {
  const column = roleOf(said);
  if (isPart(column)) return column;
  const word = roleWordAt(said, 0)?.role;
  return word === undefined || word === 'shared' ? undefined : word;
}

/** A unit that heads a column, and what a mark or a figure in the row says of its part. */
export interface MarkedUnit {
  readonly unit: Passage;
  readonly role: Role;
  readonly said?: string | undefined;
}

/** The units that head columns and have a part in a row; of figures, those that have one. */
export function markedUnits({ cells }: AlignedRow, { roles, words }: Marks): MarkedUnit[] {
  return cells.flatMap(({ column, passage: { text } }): MarkedUnit[] => {
    const unit = column.path.at(-1);
    const mark = text.replace(/\s/g, '');
    if (column.role !== 'unit' || !unit || mark === '' || isNothing(mark)) return [];
    const grouped = roleAbove(column.path);
    const known =
      grouped ??
      roles.get(mark) ??
      roleOfWords(mark.replace(BESIDE_WORDS, '')) ??
      Array.from(mark).reduce<Role | undefined>((found, each) => found ?? roles.get(each), undefined) ??
      (mark.includes(LEADS) ? 'lead' : 'responsible');
    const said = words.get(mark) ?? (roleOfWords(mark) ? mark : undefined);
    return [{ unit: unbroken(unit), role: known, said }];
  });
}

/** The part that the header over several units says they have: 牵头单位 over 县教育局; 责任单位 says no more than that they have one. */
function roleAbove(path: readonly Passage[]): Role | undefined {
  const above = path
    .slice(0, -1)
    .map(({ text }) => roleOf(text))
    .find(isPart);
  return above === 'lead' || above === 'supervising' ? above : undefined;
}

/** What stands beside the words in a cell: √（牵头）. */
const BESIDE_WORDS = new RegExp(`[${MARKS}（()）\\s]`, 'g');
const ANY_MARK = new RegExp(`[${MARKS}]`, 'g');

/** A line for every mark whose meaning nothing says. */
export function unsaidMarks(rows: readonly AlignedRow[], { roles }: Marks): Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const { column, passage } of rows.flatMap(({ cells }) => cells)) {
    if (column.role !== 'unit' && !isPart(column.role)) continue;
    for (const [mark] of passage.text.matchAll(ANY_MARK)) {
      if (!roles.has(mark) && !told.has(mark)) told.set(mark, diagnose('marks-unsaid', { mark }, passage.at));
    }
  }
  return Array.from(told.values());
}

/** The marks of cells that name units: those of a legend, and ★ where there is none. */
export function namedMarks({ roles }: Pick<Marks, 'roles'>): ReadonlyMap<string, Role> {
  return roles.size > 0 ? roles : new Map([[LEADS, 'lead']]);
}
