import { type Passage, stretchIn } from '../model/passage.js';
import { unitsSaidIn } from '../words/measure-words.js';
import { ORDINAL } from '../words/numerals.js';
import { OPENINGS } from '../words/punctuation.js';
import { TELLING, WHO_LABEL } from '../words/role-words.js';
import { isFootLine, isOutline } from '../words/shapes.js';
import type { Block, ShapedParagraph } from './blocks.js';

/** What a paragraph is because of where it stands; that goes before its shape. */
export type PartByPlace = 'signature' | 'table-heading' | 'foot';

/** Finds the paragraphs that are what they are because of what stands below them. */
export function standingsOf(blocks: readonly Block[]): ReadonlyMap<Passage, PartByPlace> {
  return new Map<Passage, PartByPlace>([
    ...signatures(blocks).map((passage) => [passage, 'signature'] as const),
    ...footLines(blocks).map((passage) => [passage, 'foot'] as const),
    ...tableHeadings(blocks).map((passage) => [passage, 'table-heading'] as const),
  ]);
}

/** The lines right above the date of the signature, where a letter came before them (GB/T 9704—2012 7.3.5). */
function signatures(blocks: readonly Block[]): Passage[] {
  const shapes = blocks.map((block) => (block.kind === 'paragraph' ? block.shape : undefined));
  const letter = shapes.findIndex((shape) => shape === 'addressees' || shape === 'sentence');
  const date = letter < 0 ? -1 : shapes.indexOf('date', letter);
  return rightAbove(blocks, date, ({ shape, passage }) => shape === 'line' && !SAYS_WHO.test(passage.text));
}

/** （某局牵头，某局配合） on a line of its own: who does the last item, and not who signs. */
const SAYS_WHO = new RegExp(`^[${OPENINGS}]|[，,；、]$|${TELLING}`);

/** What ends a letter or a notice. */
const ENDS: ReadonlySet<string> = new Set(['date', 'publicity', 'colophon']);

/** 某市人民政府办公室承办 at the very end: whoever keeps the papers, or a site, and nobody's duty. */
const MADE_BY_OFFICE =
  /^[^，。；：:、]{2,24}(?:政府|委)(?:办公[室厅]|办)(?:承办|主办|印发|印制)$|^(?:承办|主办)[：:][^，。；：:、]{2,24}(?:政府|委)(?:办公[室厅]|办)$/;

/** The lines that say who made the notice, where they stand beside what ends it (GB/T 9704—2012 7.4). */
function footLines(blocks: readonly Block[]): Passage[] {
  const isMadeBy = blocks.map(
    (block, i) =>
      i === blocks.length - 1 && block.kind === 'paragraph' && MADE_BY_OFFICE.test(block.passage.text),
  );
  const isFoot = blocks.map(
    (block, i) =>
      block.kind === 'paragraph' &&
      block.shape !== 'colophon' &&
      (isMadeBy[i] || isFootLine(block.passage.text)),
  );
  const endsAt = (i: number) => {
    const block = blocks[i];
    return block?.kind === 'paragraph' ? ENDS.has(block.shape) : block !== undefined && !block.tasks;
  };
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'paragraph' || !isFoot[i]) return [];
    let above = i - 1;
    while (isFoot[above]) above--;
    let below = i + 1;
    while (isFoot[below]) below++;
    const next = blocks[below];
    const isEnd =
      endsAt(above) || (next?.kind === 'paragraph' && next.shape === 'colophon') || isMadeBy[i] === true;
    return isEnd ? [block.passage] : [];
  });
}

/** 单位：万元, 图例：★牵头: what is said above a table of its cells. */
const OF_CELLS = /^[（(]?(?:金额|计量)?单位[：:].{1,10}$|^图例[：:]/;

/** 任务一, 项目3: one of several tables. */
const ONE_OF_SEVERAL = new RegExp(
  `^(?:任务|项目|事项|工程|行动|专项|课题|问题|卡|表)(?:${ORDINAL}|[\\d０-９]{1,3})[：:、.．]?$`,
);

/** 产业招商专班（牵头单位：县商务局） */
const WHO_SAID = new RegExp(`${WHO_LABEL}[：:]`);

/** 县级产业招商专班任务表 */
const OF_TABLE = /^[^。；;：:]{4,40}(?:表|清单|台账|任务书)(?:[（(][^（()）]{1,12}[）)])?$/;

/**
 * The lines right above a table of tasks, which head the table: 一、核心绩效指标, the one that says whose tasks they
 * are, the one that says how its cells are to be read.
 */
function tableHeadings(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'table' || !block.tasks) return [];
    const unit = block.tasks.value?.unit;
    const heads = ({ shape, passage }: ShapedParagraph, above: Block | undefined) =>
      // Between sentences of a letter the title of a table is no title of the notice.
      (shape === 'line' && OF_TABLE.test(passage.text) && isText(above)) ||
      (isOutline(shape) && !/[。；;]/.test(passage.text)) ||
      OF_CELLS.test(passage.text) ||
      ONE_OF_SEVERAL.test(passage.text.trim()) ||
      unitsSaidIn(passage.text).length > 0 ||
      (WHO_SAID.test(passage.text) && !/[。；;]/.test(passage.text)) ||
      (unit !== undefined && stretchIn(passage, unit.at) !== undefined);
    return rightAbove(blocks, i, heads);
  });
}

function isText(block: Block | undefined): boolean {
  return block?.kind === 'table' || (block?.kind === 'paragraph' && block.shape === 'sentence');
}

/** The paragraphs of a kind that stand in a row right above a block. */
function rightAbove(
  blocks: readonly Block[],
  index: number,
  wanted: (paragraph: ShapedParagraph, above: Block | undefined) => boolean,
): Passage[] {
  const found: Passage[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph' || !wanted(block, blocks[i - 1])) break;
    found.push(block.passage);
  }
  return found;
}
