// What the papers say. A text has places for figures and names, {late}, which `slots.ts` fills from the roll-up; nothing
// here counts. A block whose `when` is nothing, or 0, is left out.

export interface TextBlock {
  readonly is: 'title' | 'to' | 'paragraph' | 'heading' | 'signature';
  readonly text: string;
  readonly when?: string;
}

interface PaperColumn {
  readonly header: string;
  readonly text: string;
  readonly width: number;
  /** Sentences begin at the left; all else stands in the middle. */
  readonly isSentence?: true;
}

export interface TableBlock {
  readonly is: 'table';
  /** Which list of the slots has its rows. */
  readonly rows: string;
  /** Widths are shares of the page's. */
  readonly columns: readonly PaperColumn[];
  readonly when?: string;
}

export type PaperBlock = TextBlock | TableBlock;

/** Headings number themselves: 一、二、三、. */
const heading = (text: string, when: string): TextBlock => ({ is: 'heading', text, when });
const paragraph = (text: string, when?: string): TextBlock => ({
  is: 'paragraph',
  text,
  ...(when !== undefined && { when }),
});

/** Where somebody signs, and the day. */
const END: readonly PaperBlock[] = [
  { is: 'signature', text: '{signer}' },
  { is: 'signature', text: '{day}' },
];

const TASK = { header: '任务', text: '{task}', width: 34, isSentence: true } as const;
const NUMBER = { header: '序号', text: '{number}', width: 8 } as const;
const DUE = { header: '完成时限', text: '{due}', width: 18 } as const;
const SAID = { header: '最近说的', text: '{said}', width: 40, isSentence: true } as const;

/** 督办单: to one unit, what it is late with, left blank, or says otherwise than others. */
export const URGING: readonly PaperBlock[] = [
  { is: 'title', text: '督办单' },
  { is: 'to', text: '{unit}：' },
  paragraph(
    '{notice}{number}明确由你单位办理的任务共{tasks}项。截至{day}，你单位没有交来进展情况。',
    'absent',
  ),
  paragraph('看文件名，你单位交来了{unread}，没有读进来，请把填好的 Excel 清单（.xlsx）重新报送。', 'unread'),
  paragraph('请对照任务清单逐项填报，尽快报送。', 'absent'),
  paragraph(
    '{notice}{number}明确由你单位办理的任务共{tasks}项。截至{day}，{counts}，完成率{share}。以下事项请抓紧办理。',
    'present',
  ),
  heading('已经滞后的任务（{late}项）', 'late'),
  {
    is: 'table',
    when: 'late',
    rows: 'lateTasks',
    columns: [
      NUMBER,
      { ...TASK, width: 30 },
      DUE,
      { header: '逾期', text: '{days}', width: 12 },
      { ...SAID, width: 32 },
    ],
  },
  heading('没有填报的任务（{silent}项）', 'silent'),
  { is: 'table', when: 'silent', rows: 'blankTasks', columns: [NUMBER, TASK, DUE, SAID] },
  heading('与其他单位说法不一致的任务（{contradicted}项）', 'contradicted'),
  {
    is: 'table',
    when: 'contradicted',
    rows: 'contradictedTasks',
    columns: [NUMBER, TASK, DUE, { ...SAID, header: '各单位填的', text: '{against}' }],
  },
  paragraph('请逐项核实，倒排工期，抓好落实，并在下一次报送时说明办理情况。', 'present'),
  ...END,
];

/** 通报: to all, how far each is, and who has handed in nothing. */
export const CIRCULAR: readonly PaperBlock[] = [
  { is: 'title', text: '关于{notice}任务进展情况的通报' },
  { is: 'to', text: '各有关单位：' },
  paragraph('现将{notice}{number}截至{day}的任务进展情况通报如下。'),
  heading('总体情况', 'tasks'),
  paragraph('{units}个单位应办任务共{tasks}项次，{counts}，完成率{share}。'),
  paragraph(
    '与{since}相比，已完成的由{doneBefore}项变为{done}项，完成率由{shareBefore}变为{share}；{movements}。',
    'since',
  ),
  heading('报送情况', 'units'),
  paragraph('应报送{units}个单位，已报送{handed}个。'),
  paragraph('没有报送的{missing}个：{missingNames}。', 'missing'),
  paragraph('报送空表的{empty}个：{emptyNames}。', 'empty'),
  paragraph('报送的文件没有读进来的{notRead}个：{notReadNames}。', 'notRead'),
  heading('各单位完成情况', 'tasks'),
  {
    is: 'table',
    rows: 'ranking',
    columns: [
      { header: '名次', text: '{place}', width: 8 },
      { header: '单位', text: '{unit}', width: 25 },
      { header: '应办', text: '{tasks}', width: 9 },
      { header: '已完成', text: '{done}', width: 11 },
      { header: '滞后', text: '{late}', width: 9 },
      { header: '其中没有填', text: '{blank}', width: 14 },
      { header: '没有填', text: '{silent}', width: 10 },
      { header: '完成率', text: '{share}', width: 14 },
    ],
  },
  paragraph('请滞后和没有填报任务较多的单位抓紧办理，没有报送的单位尽快报送。', 'behind'),
  ...END,
];

/** 工作进展情况: a page for those who lead. */
export const BRIEFING: readonly PaperBlock[] = [
  { is: 'title', text: '{notice}工作进展情况' },
  paragraph(
    '截至{day}，{units}个单位中{handed}个报送了进展。应办任务共{tasks}项次，{counts}，完成率{share}。',
  ),
  paragraph(
    '与{since}相比，已完成的由{doneBefore}项变为{done}项，完成率由{shareBefore}变为{share}；{movements}。',
    'since',
  ),
  paragraph('按牵头单位说的，{all}项任务{ofBody}中{taskCounts}。'),
  paragraph(
    '量化指标{figures}个，报了数的{figuresReported}个，其中达到的{figuresMet}个。',
    'figuresReported',
  ),
  paragraph('没有报送的{missing}个：{missingFew}。', 'missing'),
  paragraph(
    '牵头单位和其他单位，或者几个牵头单位之间说法不一致、需要协调的任务{conflicts}项：{conflictNames}。',
    'conflicts',
  ),
  paragraph('逾期最久的任务：', 'longest'),
  {
    is: 'table',
    when: 'longest',
    rows: 'longestLate',
    columns: [
      { ...TASK, width: 40 },
      { header: '牵头单位', text: '{leads}', width: 28 },
      { header: '完成时限', text: '{due}', width: 18 },
      { header: '逾期', text: '{days}', width: 14 },
    ],
  },
];
