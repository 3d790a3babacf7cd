import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { asOtherTable, asTaskTable } from './actions.js';
import type { Block } from './blocks.js';
import { blankDraft, type DividedNotice, type Draft, finished } from './draft.js';
import { type PartByPlace, standingsOf } from './standing.js';
import { transitionFor } from './transitions.js';

/** 附件：1.任务表: what a notice says of what comes with it (GB/T 9704—2012 7.3.4). */
const LIST_OF_APPENDICES = /^附\s*(?:件\s*)?(?:[：:]|1[.．、])/;

/**
 * Divides a notice's blocks among its parts, in one pass and by the table of transitions. A paragraph
 * that fits nowhere is in no part.
 */
export function divide(blocks: readonly Block[], lines: LineStarts): DividedNotice {
  const standings = standingsOf(blocks);
  const dated = blocks.some((block) => block.kind === 'paragraph' && block.shape === 'date');
  const draft = blankDraft(dated, lines);
  for (const block of blocks) take(block, draft, standings);
  return finished(draft);
}

function take(block: Block, draft: Draft, standings: ReadonlyMap<Passage, PartByPlace>): void {
  if (block.kind === 'paragraph') {
    const line = transitionFor(standings.get(block.passage) ?? block.shape, draft);
    line?.as(draft, block);
    draft.region = line?.to ?? draft.region;
    if (block.shape !== 'item') draft.listsAppendices = LIST_OF_APPENDICES.test(block.passage.text);
  } else if (block.tasks) {
    asTaskTable(draft, block);
    draft.region = 'appendix';
  } else {
    asOtherTable(draft, block);
  }
}
