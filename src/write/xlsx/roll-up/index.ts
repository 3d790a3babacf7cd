import { markRollUp } from '../../../collect/index.js';
import { messageOf } from '../../../messages/index.js';
import { placeText } from '../../../model/place.js';
import type { RollUp } from '../../../model/roll-up.js';
import { COVER_FILL_IN, noticeWords, typedText, WORKSHEETS } from '../../../sheets/index.js';
import { remnantWords } from '../../roll-up.js';
import { addData, addLate, addList } from './lists.js';
import { addReportedFigures, addTasks } from './tasks.js';
import { addTrend, addUnits } from './units.js';

/**
 * 汇总: how far each unit is, and each task; what units are late with; figures beside what is asked for; what is wrong, and
 * what does not fit. All that was filled in, unit by unit and task by task, stands on a worksheet that is out of view.
 */
export async function rollUpToXlsx(rollUp: RollUp): Promise<Uint8Array> {
  // Loaded when it is needed: it is most of what there is to load.
  const { newWorkbook, workbookBytes } = await import('../../../workbook/new.js');
  const workbook = newWorkbook(rollUp.on ?? rollUp.notice.date);
  const subtitle = noticeWords(rollUp.notice);
  addUnits(workbook, rollUp, subtitle);
  addTrend(workbook, rollUp, subtitle);
  addTasks(workbook, rollUp, subtitle);
  addLate(workbook, rollUp, subtitle);
  addReportedFigures(workbook, rollUp, subtitle);
  addList(workbook, '问题', `${subtitle}　｜　共 ${rollUp.problems.length} 处`, [
    ['place', '出处', rollUp.problems.map(({ at }) => (at ? placeText(at) : ''))],
    ['text', '问题', rollUp.problems.map((problem) => messageOf(problem))],
  ]);
  const rest = rollUp.rest.map((each) => ({ ...each, text: remnantWords(each) }));
  const others = [...rest, ...covers(rollUp)];
  addList(workbook, '其他内容', `${subtitle}　｜　已取消的、待归位的、封面和另加的工作表上的`, [
    ['unit', '单位', others.map(({ unit }) => unit ?? '')],
    ['place', '出处', others.map(({ at }) => placeText(at))],
    ['text', '内容', others.map(({ text }) => text)],
  ]);
  addData(workbook, rollUp, subtitle);
  markRollUp(workbook);
  return workbookBytes(workbook);
}

/** What was filled in on covers. */
function covers({ files }: RollUp) {
  return files.flatMap(({ file, unit, cover }) =>
    COVER_FILL_IN.filter(({ id }) => cover[id] !== undefined).map(({ id, header }) => ({
      unit,
      at: { file, sheet: WORKSHEETS.cover },
      text: `${header}：${typedText(cover[id])}`,
    })),
  );
}
