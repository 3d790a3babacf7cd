// What a row is called and what is to be done.
import { joinPassages, type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { type AlignedCell, cellsOf, filled, LEADING_NUMBER, type UnmergedRow } from '../tables/index.js';
import { LIST_BULLET } from '../words/marks.js';
import { goalIn, namedGoal, sentenceAndRest } from './cells.js';
import type { TableContext } from './reading.js';

/** Ⅲ-8 or A1.2 on a line of its own above the name: a system of assessment has codes for numbers. */
const CODE = /^((?:[Ⅰ-Ⅻ]|[A-Z]{1,3})[-—.]?\d{1,3}(?:[-.]\d{1,3}){0,3})\s*\n\s*(?=\p{Script=Han})/u;

interface What {
  readonly name: Passage;
  readonly goal: Passage;
}

/** ——妇女人均预期寿命达到81.5岁: it begins an item of a list, and no legend explains it. */
const BULLET = new RegExp(`^\\s*${LIST_BULLET}(?=[\\p{Script=Han}“])`, 'u');

/** What a row is called, without what only begins a line, what is to be done, and the number where no column has it. */
export function whatIn(row: UnmergedRow, context: TableContext): What & { number?: Passage } {
  const { hasNumbers, lines, marks } = context;
  const printed = wordsIn(row, context);
  const what = { ...printed, name: withoutStop(printed.name, lines) };
  const { name } = what;
  const beside = hasNumbers ? undefined : dividedName(row)?.number;
  if (beside) return { ...what, number: beside };
  // 1.无飞线；2.无乱堆: a list in one cell.
  const isList = /[\n；;。][^\S\n]*2[.．、]/.test(`${name.text}\n${what.goal.text}`.slice(2));
  const [found, number = ''] = (!hasNumbers && !isList && LEADING_NUMBER.exec(name.text)) || [];
  if (found !== undefined) {
    const start = name.text.indexOf(number);
    return {
      ...what,
      name: slicePassage(name, found.length, name.text.length, lines),
      number: slicePassage(name, start, start + number.length, lines),
    };
  }
  const [before, code = ''] = (!hasNumbers && CODE.exec(name.text)) || [];
  if (before !== undefined) {
    return {
      ...what,
      name: slicePassage(name, before.length, name.text.length, lines),
      number: slicePassage(name, 0, code.length, lines),
    };
  }
  const [bullet = ''] = BULLET.exec(name.text) ?? [];
  return bullet === '' || marks.words.has(bullet.trim())
    ? what
    : { ...what, name: slicePassage(name, bullet.length, name.text.length, lines) };
}

/** 新建周转房84套；: a name of one sentence without its stop. */
const ONE_SENTENCE = /^[^。；;]+(?=[。；;]\s*$)/;

function withoutStop(name: Passage, lines: LineStarts): Passage {
  const [said] = ONE_SENTENCE.exec(name.text) ?? [];
  return said === undefined ? name : slicePassage(name, 0, said.length, lines);
}

function wordsIn(row: UnmergedRow, { shape, title, isNamedInGoal, saysWhatOnce, lines }: TableContext): What {
  const goal = goalIn(row.row, shape === 'units-as-rows', lines);
  const isInGoal = saysWhatOnce && goal.text !== '';
  const wider = isInGoal ? [] : filled(cellsOf(row.row, 'category')).slice(-1);
  const passages = row.name.passages.length > 0 ? narrowest(row) : wider;
  const name = passages.length === 0 && title ? title : joinPassages(passages, row.row.at);
  const both = isNamedInGoal && namedGoal(row.name.passages.length === 0 ? goal : name, lines);
  if (both) return both;
  if (!saysWhatOnce) return { name, goal };
  // One column says it all, whatever heads it: its first sentence is what the row is called.
  const [whole, nothing] = name.text === '' ? [goal, name] : [name, goal];
  return nothing.text === ''
    ? (sentenceAndRest(whole, lines) ?? { name: whole, goal: nothing })
    : { name, goal };
}

/** What stands before the name in a name column that is divided in the row. */
export function widerNames(row: UnmergedRow): readonly AlignedCell[] {
  return dividedName(row)?.wider ?? [];
}

/** The names of a row; of a name column that is divided in it, 教育 over 新建幼儿园2所, the narrower one. */
function narrowest(row: UnmergedRow): readonly Passage[] {
  const divided = dividedName(row);
  return divided ? [divided.name.passage] : row.name.passages;
}

const BARE_NUMBER = /^[\d０-９]{1,3}[.．、]?$/;

/** A name column that is divided in a row: 一、服务企业 and （一）减税降费, and perhaps the row's number behind them. */
function dividedName({ row }: UnmergedRow) {
  const cells = cellsOf(row, 'name').filter(({ passage }) => passage.text !== '');
  if (cells.length < 2 || cells.some(({ column }) => column !== cells[0]?.column)) return undefined;
  const last = cells.at(-1) as AlignedCell;
  const isNumber = BARE_NUMBER.test(last.passage.text.trim());
  const names = isNumber ? cells.slice(0, -1) : cells;
  return {
    wider: names.slice(0, -1),
    name: names.at(-1) as AlignedCell,
    number: isNumber ? last.passage : undefined,
  };
}
