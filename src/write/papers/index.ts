import { urgedIn } from '../../collect/index.js';
import type { RollUp } from '../../model/roll-up.js';
import { safeFileNames } from '../file-name.js';
import { paperToDocx } from './docx.js';
import type { Paper } from './paper.js';
import { briefingSlots, circularSlots, urgingSlots } from './slots.js';
import { BRIEFING, CIRCULAR, URGING } from './templates.js';

/** What the file of a paper to one unit begins with. */
export const URGING_NAME = '督办单-';

/**
 * The papers of a roll-up: a 督办单 to each unit that is to be asked about something, a 通报 to all, a page for those who
 * lead. Where there is nothing to say there is no paper.
 *
 * @param signer who signs; '' to leave room
 */
export function papersOf(rollUp: RollUp, signer = ''): Paper[] {
  const urged = urgedIn(rollUp);
  const names = safeFileNames(urged.map(({ unit }) => `${URGING_NAME}${unit.unit}`));
  const urging = urged.map((each, i): Paper => {
    const name = names[i] ?? '';
    return { name: `${name}.docx`, title: name, blocks: URGING, slots: urgingSlots(rollUp, each, signer) };
  });
  if (rollUp.standings.length === 0) return urging;
  return [
    ...urging,
    { name: '通报.docx', title: '通报', blocks: CIRCULAR, slots: circularSlots(rollUp, signer) },
    {
      name: '工作进展情况.docx',
      title: '工作进展情况',
      blocks: BRIEFING,
      slots: briefingSlots(rollUp, signer),
    },
  ];
}

/** A paper as a Word file; the same roll-up always gives the same bytes. */
export function paperToFile(
  paper: Paper,
  { on, notice }: Pick<RollUp, 'on' | 'notice'>,
): Promise<Uint8Array> {
  return paperToDocx(paper, on ?? notice.date);
}
