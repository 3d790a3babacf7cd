import type { SHEETS as CODES } from '../../model/codes/sheets.js';
import { addTo } from '../../model/grouping.js';
import type { SayAll } from '../language.js';
import { fieldWords } from './names.js';

/** How many rows are named: more than that is a column, and all of them have to be looked at. */
const MOST_ROWS = 10;

/** How many units are named that say the same: the workbook has all of them. */
const MOST_NAMED = 5;

/** 某局、某镇填“推进中”，某乡填“滞后”. */
function othersByStatus(others: readonly { readonly unit: string; readonly status: string }[]): string {
  const byStatus = new Map<string, string[]>();
  for (const { unit, status } of others) addTo(byStatus, status, unit);
  return Array.from(byStatus, ([status, units]) => {
    const more = units.length > MOST_NAMED ? `等 ${units.length} 个` : '';
    return `${units.slice(0, MOST_NAMED).join('、')}${more}填“${status}”`;
  }).join('，');
}

/** A notice by its names, where it has any. */
const ofNotice = (words: string) => (words === '' ? '另一份通知' : `“${words}”`);

/** Whose a task is: 是县民政局、县财政局的，. */
const ofUnits = (units: readonly string[]) => {
  const few = `${units.slice(0, MOST_NAMED).join('、')}${units.length > MOST_NAMED ? '等' : ''}`;
  return units.length === 0 ? '' : `是${few}的，`;
};
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('');

/** What no program for sheets opens, and how one gets at the sheet in it. */
const HOW_TO_OPEN: readonly (readonly [endings: readonly string[], how: string])[] = [
  [['.zip', '.rar', '.7z'], '就把压缩包解开，用里面的表'],
  [['.eml', '.msg'], '就把邮件里的附件存出来，用存好的'],
  [['.url', '.lnk', '.webloc'], '就打开它指向的文件，存到这里'],
];

/** What is printed, scanned or written as a text: no program makes a sheet of it. */
const NO_SHEET = new Set(
  '.pdf .ofd .doc .docx .wps .rtf .html .htm .mht .mhtml .jpg .jpeg .png .bmp .gif .tif .tiff .heic .webp'.split(
    ' ',
  ),
);

/** How a file that lies beside a sheet comes to stand in its place: in the form that the sheet has. */
function howToUse(names: readonly string[], as: string): string {
  // Only Word files were written, which are for paper.
  if (as === '') return '请先加上 --xlsx 再运行一次，写出可以填的清单，再照那时的提示做';
  const form = endingOf(as);
  if (names.some((name) => NO_SHEET.has(endingOf(name))))
    return `请对方发来填好的清单（${form}）换下“${as}”，或者把里面填的抄到“${as}”里`;
  const [special] = HOW_TO_OPEN.filter(([endings]) => names.some((name) => endings.includes(endingOf(name))));
  const how =
    special?.[1] ??
    (names.every((name) => endingOf(name) === form) ? '就用它' : `就把它打开，另存为 ${form}，用存好的`);
  return `${how}换下“${as}”（先看看那里有没有填过）`;
}

/** Where it stands, where that is several cells: the first is said before. */
function cellsIn({ cells, count }: { readonly cells: readonly string[]; readonly count: number }): string {
  return count === 1 ? '' : `，共 ${count} 处（${cells.slice(0, 3).join('、')}${count > 3 ? ' 等' : ''}）`;
}

/** The first of what cells say. */
function someSaid(said: readonly string[]): string {
  return `${quoted(said.slice(0, 3))}${said.length > 3 ? '等' : ''}`;
}

/** “某局”; of several that nobody can tell apart “某镇”“某乡”中一个. */
function whose(units: readonly string[]): string {
  return units.length === 1
    ? quoted(units)
    : `${quoted(units.slice(0, MOST_NAMED))}${units.length > MOST_NAMED ? `等 ${units.length} 个单位` : ''}中一个（印的一样，分不出是哪一个）`;
}

function endingOf(name: string): string {
  return /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** The first of some tasks. */
function fewNames({ names, count }: { readonly names: readonly string[]; readonly count: number }): string {
  const few = names.slice(0, 5).map((name) => `“${name}”`);
  return `${few.join('、')}${count > 5 ? ' 等' : ''}`;
}

/** Where words may be of a column that is missing: under a header that nobody knows. */
function ofUnknown(columns: readonly string[] | null = null): string {
  if (columns === null || columns.length === 0) return '';
  return `表里另有不认识的列${quoted(columns)}，里面填的都在，照原样留在那一列：是改了、删了表头的，请把表头改回来；`;
}

/** What has become of the sheet of a former name. */
function goneOn({
  former,
  name,
  count,
}: {
  readonly former: string;
  readonly name: string;
  readonly count: number;
}): string {
  const what = count === 0 ? '里什么也没有填，换成了这一份' : `里填的 ${count} 处带到了这里`;
  return `“${former}”的清单${what}，原件另存为“${name}”。`;
}

/** How what may be told of sheets is said. */
export const SHEETS = {
  'not-a-sheet': (a) =>
    a.has.length > 0
      ? `这不是任务清单：表头里有${quoted(a.has)}，少了${quoted(a.missing)}。表头改过或删了的，照原清单补上；不是发下去的那份清单，请换成那一份。`
      : '这不是任务清单：没有找到有“任务名称、目标内容”和“编号”（或“进展情况”等填报栏）的表头。请换成发下去的那份清单填好的文件；表头改过或删了的，照原清单补上。',
  'nothing-returned': (a) => `“${a.path}”里没有收回的清单（.xlsx 或 .csv）。请确认文件夹。`,
  'nothing-counted': (a) =>
    `“${a.path}”里没有一份认得出单位的、这份通知的任务清单，什么也没有写，原来的汇总没有动。每个文件为什么没有算，都列出来了：请逐个改好，或者换成放收回清单的文件夹。`,
  'return-unit': (a) =>
    `认不出“${a.unit}”是哪个单位，填的内容放在“其他内容”里。请改封面上的“单位”或文件名后重新汇总。`,
  'return-unit-short': (a) =>
    `“${a.name}”看起来是“${a.unit}”交的，按它汇总。不是的话，请改成单位的全名后重新汇总。`,
  'return-unit-joint': (a) =>
    `封面写了${a.units.map((unit) => `“${unit}”`).join('、')}，表里是“${a.unit}”的任务，按它汇总。其他单位请各交一份。`,
  'return-unit-several': (a) =>
    `“${a.name}”可能是${a.units.map((unit) => `“${unit}”`).join('、')}，分不出是哪一个，填的内容放在“其他内容”里。请改成单位的全名后重新汇总。`,
  'return-unit-gone': (a) =>
    `“${a.unit}”在这一版里没有任务（不再有，或者单位改了名称），填过的 ${a.count} 行在“其他内容”里，没有算进哪项任务。接手的单位要用的，请抄到它的清单里；抄好了就不再提示，不用的，把这份清单移到“原件”文件夹。`,
  'return-tasks-gone': (a) =>
    `“${a.unit}”填过的 ${a.count} 行，任务在这一版里归了别的单位：${quoted(a.names.slice(0, MOST_NAMED))}${a.count > MOST_NAMED ? ' 等' : ''}。填的在“其他内容”里，没有算进哪项任务。接手的单位要用的，请抄到它的清单里；抄好了就不再提示，不用的，把“已取消”那几行填的删掉。`,
  'return-unit-by-rows': (a) =>
    `文件名是“${a.name}”，里面的任务是“${a.unit}”的，按“${a.unit}”汇总。请核对是不是发错了、存错了名字。`,
  'return-unit-guessed': (a) =>
    `待核对：这是“${a.former}”的清单，按“${a.unit}”汇总，因为看任务和名称，“${a.former}”像是改叫了“${a.unit}”（名录没有写）。是的，请在 units.yaml 里给“${a.unit}”写上 formerly: [${a.former}]，就不再提示；不是同一个单位的，在 units.yaml 里把两个单位都写上。`,
  'return-unit-differs': (a) =>
    `里面写的单位是“${a.cover}”，文件名是“${a.name}”，按里面写的汇总。请核对是不是发错了。`,
  'return-cover-written': (a) =>
    `封面的“单位”写的是“${a.cover}”，可这份清单是发给“${a.unit}”的，里面是它的任务，按“${a.unit}”汇总。请核对；没有发错的，把封面改回“${a.unit}”。`,
  'return-member': (a) =>
    `封面是“${a.group}”的清单，看文件名是“${a.unit}”交的，按它汇总。不是的话，请改文件名后重新汇总。`,
  'return-group': (a) =>
    `这是“${a.group}”的清单，看不出是哪个单位交的，填的列在“${a.group}”名下，不算哪个单位交了。请把文件名改成交的单位的全名后重新汇总。`,
  'return-twice': (a) => {
    const all = `“${a.unit}”的文件有 ${a.files.length} 份：${a.files.join('、')}。`;
    const why =
      a.by === ''
        ? '看不出哪一份在后'
        : a.by === 'as-written'
          ? `${a.filled.at(-2)} 写出以后没有人填过`
          : `它的${a.by}在后`;
    const tasks = `${a.names
      .slice(0, MOST_ROWS)
      .map((name) => `“${name}”`)
      .join('')}${a.names.length > MOST_ROWS ? ' 等' : ''}`;
    return `${all}有 ${a.names.length} 项几份都填了，填得不一样：${tasks}。这几项按 ${a.filled.at(-1)} 统计（${why}），其他的合在一起算，都在。请核对这几项，把对的填到一份里，另一份里的这几项清空，再汇总一次。`;
  },
  'return-shared': (a) =>
    `“${a.unit}”填了的文件有 ${a.files.length} 份：${a.files.join('、')}。没有哪一项填得不一样，合在一起算，不用删哪一份。`,
  'return-same': (a) =>
    `“${a.unit}”填了的文件有 ${a.files.length} 份：${a.files.join('、')}。填的是一样的，按一份算，不用管。`,
  'return-empty': () =>
    '这是空文件（0 字节），里面什么也没有：多半没有存好、没有传完。请对方把填好的清单重发一次，换下这份。',
  'return-form': (a) =>
    `这是${a.form}，没有读，里面填的没有进汇总。请对方发来填好的 Excel 清单（.xlsx），或把里面填的抄到清单里。`,
  'return-overview': () => '这是总台账，不是单位的清单，没有用它。里面填了的，请抄到各单位的清单里再交。',
  'return-roll-up': () => '这是汇总，不是单位的清单，没有用它。',
  'return-link': () => '这是指向别处的链接，没有读。请把文件本身放进来。',
  'return-folder': () =>
    '这是空的文件夹，名字却像表格，不是交来的文件。请对方把填好的清单重发一次，或者把这个文件夹删掉。',
  'return-aside': () =>
    '放在“原件”文件夹里的不读：那里放的是换下来的旧表。这是交来的，请移到上一级文件夹再汇总；不是的，移到别处。',
  'return-unread-several': (a) =>
    `看文件名可能是${a.units.map((unit) => `“${unit}”`).join('、')}交的，没有读进来。请把文件名改成单位的全名。`,
  'return-table': (a) =>
    `工作表“${a.sheet}”里也填了任务，分不出以哪一张为准，那里填的 ${a.count} 行放在“其他内容”里。请只留一张后重新汇总。`,
  'return-joined': (a) =>
    `${a.sheets.map((sheet) => (sheet === '' ? '叠在下面的表' : `工作表“${sheet}”`)).join('、')}也是这个单位的，填的和别的表没有不一样的，合成一份。`,
  'return-notice': (a) =>
    `这个文件是${ofNotice(a.notice)}的清单，不是${ofNotice(a.now)}的，没有计入${a.count > 0 ? `，填的 ${a.count} 处内容在“其他内容”里` : ''}。请核对是不是发错了，要收的是${ofNotice(a.now)}的清单。`,
  'return-old': (a) =>
    `填的是旧版清单（${a.edition}），通知后来改过。还在的任务照常汇总，其余放在“其他内容”里。`,
  'return-lost': (a) =>
    `文件里有${a.lost.join('、')}，这些进不了汇总。填报栏里填的照常汇总；有要紧的，请打开这个文件看。`,
  'return-task': (a) =>
    `通知里没有编号为“${a.id}”的任务${a.name === null ? '' : `（${a.name}）`}，这一行放在“其他内容”里。`,
  'return-ids': (a) =>
    `有 ${a.count} 行的编号和文字是两项任务的（${a.rows
      .slice(0, MOST_ROWS)
      .map((row, i) => `${row} ${a.ids[i]}`)
      .join(
        '、',
      )}${a.count > MOST_ROWS ? ' 等' : ''}），像是排序时没有选中所有的列，或编号、名称、目标被改过、对调过。每一行是哪一项，看它的名称、目标、通知序号、旁边印的字、编号和“校验”多数是哪一项的，填的内容放到那一项；填的内容当时是跟着名称还是跟着编号一起移动的，看不出来，可能放错了行，请对着原来的文件逐行核对。`,
  'return-moved': (a) =>
    `有 ${a.count} 行里有几格印的是别的行的字：${quoted(a.columns)}（${a.rows.slice(0, MOST_ROWS).join('、')}${a.count > MOST_ROWS ? ' 等' : ''}），像是排序时没有选中所有的列，或对调过几格。填的内容按编号、名称和目标归位，这几格用通知的原文。请对着原来的文件核对，填的是不是这一项。`,
  'return-exchanged': (a) =>
    `有 ${a.count} 行是旧版的字，它的名称和目标在新的通知里分属两项任务：${quoted(a.names.slice(0, 5))}（${a.rows.slice(0, MOST_ROWS).join('、')}${a.count > MOST_ROWS ? ' 等' : ''}）。填的内容放在编号是它的那一项，本单位没有那一项的，放在一边；该归哪一项，只有填的人知道，请对着原来的文件核对。`,
  'return-only-like': (a) =>
    `待核对：有 ${a.count} 行是旧版的任务，这一版里没有一样的，只是像：${a.names
      .slice(0, MOST_ROWS)
      .map((name, i) => `“${name}”（${a.rows[i]}）像“${a.like[i]}”`)
      .join(
        '，',
      )}${a.count > MOST_ROWS ? ' 等' : ''}。可能是改写的，也可能并进了别的任务，填的没有算进哪一项，放在“其他内容”里。请核对后抄到这一版的清单里再汇总；有原来的清单文件夹的，在那里用 build 换成这一版，再汇总那个文件夹。`,
  'return-of-others': (a) =>
    `编号“${a.id}”的任务${a.name === null ? '' : `（${a.name}）`}${ofUnits(a.units ?? [])}不是本单位的任务，没有计入汇总，这一行放在“其他内容”里。请核对该由哪个单位填。`,
  'return-astray': (a) =>
    `有 ${a.count} 处填的内容找不到对应的任务：${a.words.slice(0, 5).join('，')}${a.count > 5 ? ' 等' : ''}。这些放在“其他内容”里，请核对后填到该在的行。`,
  'return-again': (a) =>
    `编号“${a.id}”的任务${a.name === null ? '' : `（${a.name}）`}填了不止一行，前面的一行计入汇总，这一行放在“其他内容”里。请核对。`,
  'return-changed': () =>
    '印好的字（封面、标题、表头、通知的列）和发下去的不一样，多半是改过、删过或复制过行；看不出改在哪里。填报栏里填的照常汇总，请对着原件看一眼有没有话写在别处。',
  'return-written': (a) =>
    `在印好的地方写了字：${a.words.slice(0, 5).join('，')}${a.count > 5 ? `，等 ${a.count} 处` : ''}。这些放在“其他内容”里（加在任务行里的列在那一行），请核对。`,
  'return-missing': (a) =>
    a.unknown
      ? `表里有 ${a.unknown} 行认不出是哪一项任务（像是排过序，改过名称、目标或编号），找不到的任务有 ${a.count} 项：${fewNames(a)}。认不出的行里填的在“其他内容”里，这些任务算没有填。请照发下去的清单把名称、目标、编号改回来；不在那几行里的，请核对是不是删掉了。`
      : `表里少了 ${a.count} 行：${fewNames(a)}。这些任务算没有填，请核对是不是删掉了。`,
  'return-cut': (a) =>
    `有 ${a.count} 行比表头少了格子（${a.rows.slice(0, MOST_ROWS).join('、')}${a.count > MOST_ROWS ? ' 等' : ''}），像是存的时候截断了。缺的格子算没有填，请对着原来的文件核对后再交。`,
  'return-columns': (a) =>
    `表里少了这些列：${a.columns.join('、')}。通知的列，汇总用原文；填报的列，算没有填。${ofUnknown(a.own)}请用发下去的清单填，不要删列。`,
  'return-headers': (a) =>
    `表头改过：${a.headers.map((header, i) => `“${header}”当作“${a.as[i]}”`).join('，')}，里面填的照常算。不是这一列的，请把表头改回来。`,
  'return-reordered': (a) =>
    `填报的列和发下去的次序不一样：现在是${a.columns.join('、')}，发下去时是${a.sent.join('、')}。填的内容按现在的表头归到各列。请打开文件核对：只对调了表头、下面的内容没有跟着动的，填的就到了别的列，请把表头改回来；连内容一起移动的，把列移回原来的次序，就不再提示。`,
  'return-edited': (a) =>
    `“${a.column}”和通知不一样，${a.text.trim() === '' ? '被清空了' : `被改成了“${a.text}”`}。汇总用通知的原文。`,
  'return-unsure': (a) =>
    `有 ${a.count} 处印好的字和通知现在的不一样：${a.words.slice(0, 5).join('，')}${a.count > 5 ? ' 等' : ''}。分不出是填的人写的，还是通知改过。汇总用通知的原文，这些放在“其他内容”里，请核对。`,
  'return-status': (a) =>
    `进展状态${someSaid(a.said)}不在${a.known.join('、')}之内${cellsIn(a)}。照原样列出，不计入这几类。${a.near === null ? '' : `是不是“${a.near}”？`}`,
  'return-status-elsewhere': (a) =>
    `“${a.column}”里填的是进展状态（${a.said.slice(0, 3).join('、')}），而“进展状态”空着${cellsIn(a)}。照原样留着，没有当作进展状态；是这个意思的，请改填到“进展状态”里。`,
  'return-status-for-day': (a) =>
    `“${a.column}”里填的“${a.said.slice(0, 3).join('”“')}”不是日期${cellsIn(a)}。照原样留着，进展按“进展状态”里填的算。请改成 2025-6-30 这样的日期，或者清空。`,
  'return-words-elsewhere': (a) =>
    `有 ${a.count} 项没有填进展状态和进展情况，话写在${a.where
      .slice(0, 3)
      .map((header) => `“${header}”`)
      .join(
        '、',
      )}里：${a.said.slice(0, 3).join('，')}${a.count > 3 ? ' 等' : ''}。这些照原样留着，没有当作进展；是进展的，请填到“进展状态”“进展情况”里。`,
  'return-said': (a) =>
    `“${a.column}”里${a.said.map((text, i) => `“${text}”当作“${a.status[i]}”`).join('，')}${cellsIn(a)}。不是这个意思的，请改。`,
  'return-ditto': (a) =>
    `填的是“${a.said.join('”“')}”${cellsIn(a)}。照原样收下，没有换成上面一行的话：排序或通知修订后，上面的就不是那一行了。请改成完整的话。`,
  'return-error-value': (a) =>
    `填的是公式出错的结果（${a.said.join('、')}）${cellsIn(a)}。照原样留着，不算填了。请改成该填的字，再交一次。`,
  'return-formula': (a) =>
    `有 ${a.count} 处公式，文件里没有算出的结果：${a.cells.slice(0, 5).join('、')}${a.count > 5 ? ' 等' : ''}。照公式的字收下，没有算。请用 Excel 或 WPS 打开、保存后再交，或改成算好的字。`,
  'return-answer': (a) =>
    `“${a.asked}”的“是否涉及本单位”填的“${a.answer}”看不出是不是，仍算待确认。请改成${a.known.map((word) => `“${word}”`).join('、')}中的一个，别的话写在“备注”里。`,
  'return-answer-against': (a) =>
    `${a.unit}对${a.groups.map((group) => `“${group}”`).join('、')}答“是”，对其中的任务${a.tasks
      .slice(0, 5)
      .map((name) => `“${name}”`)
      .join(
        '、',
      )}${a.tasks.length > 5 ? ` 等 ${a.tasks.length} 项` : ''}答“否”。按“是”算，任务仍是它的。请核对，改掉其中一个答复。`,
  'answers-apart': (a) =>
    `${a.unit}对“${a.asked}”答得不一样：${a.where.map((place, i) => `${place}里是“${a.answers[i]}”`).join('，')}。按${a.where.at(-1)}的“${a.answers.at(-1)}”算；不对的，请在这一页改。`,
  'return-answers-differ': (a) =>
    `${a.unit}对“${a.asked}”答得不一样：${a.answers.map((answer) => `“${answer}”`).join('、')}。按后一份算，请核实。`,
  'return-date': (a) =>
    `“${a.column}”填的${someSaid(a.said)}不是日期${cellsIn(a)}。照原样列出，请改成 2025-6-30 这样的日期。`,
  'return-day-far': (a) =>
    `“${a.column}”填的${someSaid(a.said)}年份不对${cellsIn(a)}，没有按它算。照原样列出，请改成 2025-6-30 这样的日期。`,
  'return-day-later': (a) =>
    `“${a.column}”有 ${a.count} 处在 ${a.on} 之后（${a.days.slice(0, 3).join('、')}${a.days.length > 3 ? ' 等' : ''}），不用它来分哪一份在后。`,
  'return-conflict': (a) =>
    `“${a.name}”：牵头单位${a.lead}填“${a.status}”，而${othersByStatus(a.others)}。请核实。`,

  'roll-up-damaged': (a) =>
    `“${a.path}”不是汇总（${fieldWords(a.field)}）。请用 wulong-tasks collect 文件夹/ -o 汇总.json 生成。`,
  'roll-up-other-version': (a) =>
    `“${a.path}”不是这一版程序写的汇总。请用 wulong-tasks collect 文件夹/ -o 汇总.json 重新生成。`,
  'roll-up-written': (a) =>
    `有人在这份汇总里写了字，或者改过${a.words.length === 0 ? '' : `：${a.words.slice(0, MOST_NAMED).join('，')}${a.words.length > MOST_NAMED ? ' 等' : ''}`}。汇总是从收回的清单统计出来的，写在这里的没有带到任何清单，也不会进下一次汇总。要用的，请抄到那个单位的清单里（如“备注”）；抄好了、不用的，把这份汇总移到“原件”文件夹（没有就新建），就不再提示。`,
  'roll-up-other-notice': (a) =>
    `“${a.path}”汇总的是${a.rollUp}，不是${a.notice}。只显示两份通知里都有的任务的进展，请核对。`,
  'month-not-roll-up': (a) => `“${a.path}”不是汇总，没有用它来比。`,
  'month-no-day': (a) =>
    `“${a.path}”没有写是哪一天的汇总，排不出先后，没有用它来比。请加 --on 日期重新汇总那一次。`,
  'month-not-before': (a) => `“${a.path}”是 ${a.day} 的，不在 ${a.on} 之前，没有用它来比。`,
  'month-same-day': (a) => `“${a.other}”和“${a.path}”都是 ${a.day} 的汇总，用的是“${a.path}”。请只留下一份。`,
  'month-other-notice': (a) =>
    `“${a.path}”汇总的是${a.rollUp || '另一份通知'}，不是${a.notice || '这份通知'}，没有用它来比。`,
  'month-edition': (a) =>
    `“${a.path}”汇总的是${a.rollUp || '没有标题和文号的一版'}，按编号和文字接上 ${a.kept} 项任务${a.gone > 0 ? `，另有 ${a.gone} 项这一版里没有` : ''}。`,
  'months-missing': (a) => `中间缺 ${a.months.join('、')} 的汇总，和再前一次比。`,
  'months-none': (a) => `“${a.path}”里没有以前的汇总，这次不比。`,
  'months-not-found': (a) =>
    `没有“${a.path}”这个文件夹，什么也没有写。请在 --since 后面写对存放以前汇总的文件夹或文件；第一次汇总，请去掉 --since，或者用 -o ${a.month} 把这一次写到这个文件夹里。`,
  'month-unused': (a) => `“${a.path}”不能用来比，什么也没有写。请核对 --since 写的文件。`,
  'roll-up-stray': (a) =>
    `汇总里有 ${a.count} 项任务不在这份通知里，页面上没有它们的进展：${a.names.slice(0, 3).join('、')}${a.count > 3 ? ' 等' : ''}。请用出这份汇总的台账来看：report --from 清单文件夹。`,

  'sheet-kept': (a) =>
    `原来的文件里有：${a.lost.join('、')}。这些不能照原样放回原处。填报内容都带过来了；任务各行里印好的字有改过的，改成的字在带“（填写）”的列里。原件另存为“${a.name}”，请核对后处理。`,
  'originals-unchecked': (a) =>
    `还有 ${a.count} 份原件没有核对：${quoted(a.names.slice(0, MOST_NAMED))}${a.count > MOST_NAMED ? ' 等' : ''}。里面填的带到了现在的清单，放得对不对，程序看不准（当时一一说过）。请打开原件，和现在的清单对一对；核对好的，把它移到“原件”里的“已核对”文件夹（没有就新建），或者删掉，就不再提示。${a.names.some((name) => name.includes('改名')) ? '标着“改名”的，是看任务和名称像是改了名的单位，名录没有写：在 units.yaml 里写上 formerly，也不再提示；不是同一个单位的，把两个单位都写上，把原件放回那个单位清单的位置，并把带过去的删掉。' : ''}`,
  'original-alone': (a) =>
    `这是“${a.unit}”填过的清单，放在“原件”文件夹里，没有读；它别的清单里什么也没有填。是它交来的，请移出“原件”，放到它的清单的位置，再运行一次；不用的，移到“原件”里的“已核对”文件夹（没有就新建），或者删掉，就不再提示。`,
  'outputs-unchecked': (a) =>
    `还有 ${a.count} 份换下来的文件没有处理：${quoted(a.names.slice(0, MOST_NAMED))}${a.count > MOST_NAMED ? ' 等' : ''}。它们是程序按通知写的，不用来填；有人改过的，改的没有带到任何地方。请打开看一看，要用的抄到该在的清单里；处理好的，把它移到“原件”里的“已核对”文件夹（没有就新建），或者删掉，就不再提示。`,
  'sheet-of-other': (a) =>
    `这个文件${a.cover ? `封面的“单位”写的是“${a.cover}”，可它` : ''}是${whose(a.units)}的清单，不是“${a.own}”的，里面填的没有带到“${a.own}”的任务。原件另存为“${a.name}”。请先看看${a.units.length === 1 ? whose(a.units) : '那个单位'}的清单里有没有填过，再把它改名放到那份清单的位置，运行一次；不要的，删掉。那份清单里还没有这些内容的，处理之前每次都会提示。`,
  'sheet-of-other-blank': (a) =>
    `这个文件是${whose(a.units)}的清单，不是“${a.own}”的，里面什么也没有填，已经换成“${a.own}”的清单，原件另存为“${a.name}”。“${a.own}”交来过填好的，请找出来放到这里，再运行一次；没有交过的，不用管。`,
  'sheet-uncarried': (a) =>
    `这是${a.units.length === 0 ? '别的单位' : whose(a.units)}填好的清单，误放在别的单位的位置，里面填的没有带到任何清单，也没有汇总。${a.as === '' ? '要用它，请移到收回的清单里' : `要用它，请先看看“${a.as}”里有没有填过，再用它换下那一份`}；不要的，删掉。处理之前每次都会提示。`,
  'sheet-uncarried-form': (a) =>
    `这是${a.units.length === 0 ? '别的单位' : whose(a.units)}交来的${a.form === '' ? '读不了的文件' : a.form}，里面填的没有带到任何清单，也没有汇总。请打开它，把填的抄到${a.as === '' ? '那个单位的清单' : `“${a.as}”`}里；抄好了、不要的，删掉。处理之前每次都会提示。`,
  'sheet-tables-left': (a) =>
    `这个文件里不止一张表（${quoted(a.units)}），别的表里有 ${a.count} 行填了内容，没有带到任何清单：${quoted(a.tasks.slice(0, 5))}${a.tasks.length > 5 ? ' 等' : ''}。${a.lost.length === 0 ? '' : `文件里还有${a.lost.join('、')}。`}原件另存为“${a.name}”，请把这些行抄到各自的清单里；抄好了、不要的，删掉原件。各自的清单里还没有这些内容的，处理之前每次都会提示。`,
  'sheet-uncarried-tables': (a) =>
    `这个文件里不止一张表（${quoted(a.units)}），有的行填了内容，没有带到任何清单，也没有汇总。请把这些行抄到各自的清单里；抄好了、不要的，删掉这个文件。处理之前每次都会提示。`,
  'sheet-gone': (a) =>
    `原来写的${quoted(a.names)}不在了，只能新写空的，那里填过的带不过来：请找回原来的文件放回原处（已经新写了的，换下新的），再运行一次；没有填过的，不用管。`,
  'tasks-exchanged': (a) =>
    `新的通知里${quoted(a.names)}的名称（或者目标）换过：像是${a.names.length > 2 ? '互相换' : '对调'}了，也可能是挨个改成了另一项原来的叫法。填过的放在哪一项，看“变化”里写的原来的字；请核对是不是该在的那一项。`,
  'sheet-of-notice': (a) =>
    `这个文件是${ofNotice(a.notice)}的清单，不是${ofNotice(a.now)}的，没有覆盖。请用 -o 写到另一个文件夹；确实是它的修订稿，在命令后面加上 --force 再运行一次，填过的会带过来。`,
  'folder-of-notice': (a) =>
    `这里放的是${ofNotice(a.notice)}的清单，不是${ofNotice(a.now)}的，什么也没有写。请用 -o 写到另一个文件夹；确实是它的修订稿，在命令后面加上 --force 再运行一次，填过的会带过来。`,
  'sheet-renamed': (a) =>
    `“${a.unit}”以前叫“${a.former}”。${goneOn(a)}如果不是同一个单位，请在 units.yaml 里把两个单位都写上。`,
  'sheet-renamed-guessed': (a) =>
    `待核对：“${a.former}”不再有任务，看任务和名称，像是改叫了“${a.unit}”（名录没有写）。${goneOn(a)}不是同一个单位的，请在 units.yaml 里把两个单位都写上，把原件放回“${a.former}”清单的位置，并把这里带来的删掉；是的，写上“${a.unit}”和 formerly: [${a.former}]。`,
  'sheet-place': (a) =>
    `这里放的是${a.what}，不是单位的清单，没有覆盖。请把填好的清单放到这里，这份移走；这份不要了的，在命令后面加上 --force 再运行一次，会换成新的清单，这份另存。`,
  'sheet-perhaps-renamed': (a) =>
    `“${a.former}”不再有任务，它的任务这一版写的是“${a.unit}”。填的还在这份“${a.former}”的清单里，没有带过去。是改了名的，请在 units.yaml 里“${a.unit}”一条写上 formerly: [${a.former}]（另有“${a.former}”一条的，删掉），再运行一次，就带到“${a.unit}”的清单里。不是改名的，请在 units.yaml 里把两个单位都写上（不写 formerly），就不再这样问。`,
  'sheet-unit-gone': (a) =>
    `“${a.unit}”在这一版里不再有任务。填过的 ${a.count} 行还在这份清单里（“已取消”各行），任务到哪里去了，看“变化”。接手的单位要用的，请抄到它的清单里；抄好了就不再提示，不用的，把这份清单移到“原件”文件夹。`,
  'sheet-tasks-gone': (a) =>
    `“${a.unit}”填过的 ${a.count} 行，任务在这一版里归了别的单位：${quoted(a.names.slice(0, MOST_NAMED))}${a.count > MOST_NAMED ? ' 等' : ''}。填的还在这份清单里（“已取消”各行）。接手的单位要用的，请抄到它的清单里；抄好了就不再提示，不用的，把那几行填的删掉。`,
  'sheets-moved': (a) =>
    `原来放在一起的 ${a.count} 个文件分到了各个文件夹（${a.names.slice(0, 3).join('、')}${a.count > 3 ? ' 等' : ''}），里面填的都带过去了。`,
  'sheet-beside': (a) =>
    `旁边的${a.names.map((name) => `“${name}”`).join('、')}像是“${a.unit}”交来的，里面填的没有带进来。要用它，${howToUse(a.names, a.as)}。用过的、不用的都移到“原件”文件夹（没有就新建），再运行一次，就不再提示。`,
  'sheet-beside-part': (a) =>
    `旁边的${quoted(a.names)}像是“${a.unit}”交来的，里面填的没有带进来。${a.as === '' ? '它的清单' : `“${a.as}”`}里填过的，它有 ${a.lacks} 项没有填：不要整份换，请把它填的抄到那一份里。抄好的、不用的都移到“原件”文件夹（没有就新建），再运行一次，就不再提示。`,
  'sheet-beside-same': (a) =>
    `旁边的${quoted(a.names)}里${a.unit}填的，${a.as === '' ? '它的清单' : `“${a.as}”`}里都有，不用管。`,
  'sheet-beside-several': (a) =>
    `这张表里填的不止一个单位的任务（${quoted(a.units.slice(0, MOST_NAMED))}${a.units.length > MOST_NAMED ? ' 等' : ''}），填过的 ${a.count} 行没有带到任何清单。请把每一行抄到它的单位的清单里；抄好了就不再提示，不用的，把这个文件移到“原件”文件夹（没有就新建）。`,
  'sheet-beside-unread': (a) =>
    `${a.inside.length === 0 ? '这' : `这里面的${quoted(a.inside.slice(0, MOST_NAMED))}${a.inside.length > MOST_NAMED ? ' 等' : ''}`}是${a.form}，没有读，看不出是不是哪个单位交来的，里面填的没有带到任何清单。请打开看一看：填好的清单，放到那个单位的清单的位置，或者把填的抄进去；用过的、不用的，把这个文件移到“原件”文件夹（没有就新建），就不再提示。`,
  'sheet-nobodys': (a) =>
    `这是填过的清单${a.unit === '' ? '' : `，封面写的是“${a.unit}”，这一版里没有这个单位`}，看不出现在是哪个单位的，填过的 ${a.count} 行没有带到任何清单。${a.unit === '' ? '请看是哪个单位的' : '单位改了名称，或者任务由别的单位接手的'}，请抄到它的清单里；抄好了就不再提示，不用的，把这份清单移到“原件”文件夹。`,
  'sheet-table': (a) =>
    `工作表${a.sheets.map((sheet) => `“${sheet}”`).join('、')}里也填了任务，照原样带着，没有填到“任务清单”里。请核对，需要的抄过去。`,
  'sheet-table-of-other': (a) =>
    `工作表${quoted(a.sheets)}是“${a.unit}”的清单，里面填的照原样带着，没有带到“${a.unit}”的清单里。请抄到那一份里；抄好了，把这张工作表删掉，就不再提示。`,
  'sheet-formulas': (a) =>
    `${a.sheets.map((sheet) => `“${sheet}”`).join('、')}里有引用“任务清单”的公式。任务的行移动了，公式照原样带过来，请核对指的还是不是原来的格子。`,
  'sheet-unplaced': (a) =>
    `有 ${a.count} 处填的内容找不到对应的任务，放在表末“待归位”各行，请核对后移到该在的行。`,
  'sheet-again': (a) =>
    `有 ${a.count} 行的任务在表里已有另一行：${a.names
      .slice(0, 5)
      .map((each) => `“${each}”`)
      .join('、')}${a.count > 5 ? ' 等' : ''}。这些放在表末“待归位”各行，请核对后合并到那一行。`,
  'sheet-rows-back': (a) =>
    a.unknown
      ? `表里有 ${a.unknown} 行认不出是哪一项任务（像是排过序，改过名称、目标或编号），找不到的任务有 ${a.count} 项，又列了出来：${fewNames(a)}。认不出的行里填的没有丢，在表末“待归位”各行，请核对后移到该在的行；不在那几行里的，请核对是不是删掉的，删掉的行里填过的没有了。`
      : `表里少了 ${a.count} 行，通知里还有，又列了出来：${fewNames(a)}。请核对是不是删掉的，删掉的行里填过的没有了。`,
  'sheet-columns-back': (a) =>
    `表里少了填报的列：${a.columns.join('、')}。通知还要填这些，新写的表里又列了出来，空着。${ofUnknown(a.own)}请核对是不是删掉的，删掉的列里填过的没有了。`,
  'sheet-columns-gone': (a) =>
    `表里少了填报的列：${a.columns.join('、')}。通知还要填这些。${ofUnknown(a.own)}请核对是不是删掉的，删掉的列里填过的没有了；还要填的，请用发下去的清单填。`,
  'sheet-of-others': (a) =>
    `有 ${a.count} 行是别的单位的任务，不是本单位的：${a.names
      .slice(0, 5)
      .map((each, i) => `“${each}”（${a.units[i]}）`)
      .join('、')}${a.count > 5 ? ' 等' : ''}。这些放在表末“待归位”各行，请核对该由哪个单位填。`,
} satisfies SayAll<keyof typeof CODES>;
