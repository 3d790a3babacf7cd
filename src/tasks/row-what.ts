// What a row is called and what is to be done.
import { joinPassages, type Passage } from '../model/passage.js';
import { type AlignedCell, cellsOf, filled, type UnmergedRow } from '../tables/index.js';
import { firstSentence, goalIn, namedGoal } from './cells.js';
import type { TableContext } from './reading.js';

/** What a row is called and what is to be done. */
export function whatIn(
  row: UnmergedRow,
  { shape, title, isNamedInGoal, saysWhatOnce, lines }: TableContext,
): { name: Passage; goal: Passage } {
  const goal = goalIn(row.row, shape === 'units-as-rows', lines);
  const wider = filled(cellsOf(row.row, 'category')).slice(-1);
  const passages = row.name.passages.length > 0 ? narrowest(row) : wider;
  const name = passages.length === 0 && title ? title : joinPassages(passages, row.row.at);
  const both = isNamedInGoal && namedGoal(row.name.passages.length === 0 ? goal : name, lines);
  if (both) return both;
  if (!saysWhatOnce) return { name, goal };
  // One column says it all, whatever heads it: its first sentence is what the row is called.
  const [whole, nothing] = name.text === '' ? [goal, name] : [name, goal];
  return nothing.text === ''
    ? (firstSentence(whole, lines) ?? { name: whole, goal: nothing })
    : { name, goal };
}

/** What stands before the name in a name column that is divided in the row. */
export function widerNames({ row }: UnmergedRow): readonly AlignedCell[] {
  const cells = cellsOf(row, 'name').filter(({ passage }) => passage.text !== '');
  return cells.every(({ column }) => column === cells[0]?.column) ? cells.slice(0, -1) : [];
}

/** The names of a row; of a name column that is divided in it, 教育 over 新建幼儿园2所, the narrower one. */
function narrowest({ row, name }: UnmergedRow): readonly Passage[] {
  const cells = cellsOf(row, 'name').filter(({ passage }) => passage.text !== '');
  const isDivided = cells.length > 1 && cells.every(({ column }) => column === cells[0]?.column);
  return isDivided ? [(cells.at(-1) as AlignedCell).passage] : name.passages;
}
