import type { NOTICE as CODES } from '../../model/codes/notice.js';
import { COLUMN_WORDS, CONTENT_WORDS } from '../../words/column-names.js';
import type { SayAll } from '../language.js';
import { elsewhere, suggest } from './names.js';

/** How what may be told of a notice is said. */
export const NOTICE = {
  'no-tasks': (a) => {
    const headers = a.headers.map((text) => `“${text}”`).join('；');
    const ofTables =
      headers === ''
        ? ''
        : `看不出表格里哪一列是任务、哪一列是负责的单位（表头：${headers}）；是任务表就用 --column 指定，如 --column 某列=name、--column 某列=responsible。`;
    if (a.texts.length > 0)
      return `没有找到任务：没有任务表，下面的话像是写了谁负责，但读不出单位：${a.texts.map((text) => `“${text}”`).join('；')}。请核对，或把单位写成“（牵头单位：某局；责任单位：某局）”。${ofTables}`;
    return ofTables
      ? `没有找到任务：没有写明责任单位的条款。${ofTables}不是的，请确认文件是全的。`
      : '没有找到任务：既没有任务表，也没有写明责任单位的条款。请确认文件是全的；表格若是图片或被拆散成文字，请用原来的 Word 文件（.docx）。';
  },
  'two-notices': (a) =>
    `文件里有两份通知（${a.first}、${a.second}），不能合成一份台账。请分成两个文件，各自处理。`,
  'table-no-header': (a) =>
    `这张表读不懂，原样保留，没有成为任务：看不出哪一列是任务、哪一列是单位（表头：${a.header}）。请用 --column 指定，如 --column 某列=name、--column 某列=lead；表头不在第一行的，请检查原件。`,
  'table-no-tasks': (a) => `这张表没有牵头或责任单位的列，不当作任务表，原样保留（第一行：${a.header}）。`,
  'table-of-people': (a) =>
    `这张表列的是人（${a.header}），是谁值班、谁包联、找谁联系的安排，没有给单位的任务，原样保留。${a.units === '' ? '' : `“${a.units}”要当作责任单位的，用 --column ${a.units}=responsible 指定，再用 --column 某列=name 指定任务名称。`}`,
  'only-people': (a) =>
    `没有找到任务：通知里的表列的是人（${a.headers.map((text) => `“${text}”`).join('；')}），是谁值班、谁包联、找谁联系的安排，没有给单位的任务，不用分发清单。不是这样的，请用 --column 指定哪一列是任务、哪一列是责任单位，如 --column 某列=name、--column 某列=responsible。`,
  'appendix-empty': (a) =>
    `“${a.title}”下面没有文字也没有表格：内容可能是图片，或在另一个文件里。里面如有任务，这里读不到；请把它做成文字或表格放进来，或另外处理那个文件。`,
  'table-continued': () => '这张表没有表头，列数与上一张相同、中间没有文字，推定是上一张的续表。请核对。',
  'clause-unread': (a) =>
    `这段话像是写了谁负责，但读不出单位，没有成为任务：“…${a.text.slice(-40)}”。请核对，或把单位写成“（牵头单位：某局；责任单位：某局）”。`,
  'words-unread': (a) => `条款里这几个字读不出是单位、时限还是别的：“${a.text}”，没有采用。请核对原件。`,
  'duty-without-task': (a) =>
    `这句话点了单位的责任，但没有任务写到它：“${a.text}”。请核对：是任务就补进台账，不是就不用管。`,
  'duty-beside': (a) =>
    `这句话说了谁要做什么，像是对各单位的一般要求或督查、报送的安排，没有列为任务：“${a.text}”。请自行对照。`,
  'column-of-units': (a) =>
    `“${a.header}”这一列填的像是单位，但表头看不出是牵头还是责任，没有当作任务的单位，内容记在通知备注里。请核对表头。`,
  'column-inferred': (a) =>
    a.header === ''
      ? `这一列没有表头，看格里${CONTENT_WORDS[a.from]}，当作${COLUMN_WORDS[a.role]}。请核对原件。`
      : `“${a.header.replaceAll('\n', ' ')}”这个表头程序不认识，看格里${CONTENT_WORDS[a.from]}，当作${COLUMN_WORDS[a.role]}。请核对；不对就用 --column 指定，如 --column ${a.header.replace(/\s/g, '')}=other。`,
  'column-other': (a) => `“${a.header.replaceAll('\n', ' ')}”这一列程序不认识，内容原样记在通知备注里。`,
  'row-total': () => '这一行是合计，不当作任务。',
  'row-nothing': () => '这个单位各列都没有数，不当作任务。',
  'row-shifted': (a) =>
    `第 ${a.row} 行从“${a.column}”起各格都错后了一列（人名填在单位列、单位填在时限列），按往前挪一列读。请核对原件。`,
  'row-cell-count': (a) =>
    `第 ${a.row} 行有 ${a.found} 个单元格，表头有 ${a.expected} 个，不能确定哪个单位在哪一列。请补齐或删去多余的单元格（空单元格也要占位）。`,
  'text-unclaimed': (a) => `这段文字归不到通知的任何部分，已原样保留：“${a.text}”。请看看它该放在哪里。`,

  // What the notice leaves open.
  'number-missing': () => '没有找到发文字号（如“某府发〔2025〕1号”）。',
  'title-missing': () => '没有找到通知的标题。',
  'date-missing': () =>
    '没有找到成文日期（如“2025年3月5日”），“30日内”一类的时限算不出是哪一天。请核对原件。',
  'registry-none': () =>
    '没有适用于本通知的单位名录：单位按通知原文，集体称谓里只列通知印出名字的乡镇（街道）。',
  'name-inherited': (a) => `名称空白，推定承上：“${a.name}”。`,
  'lead-inherited': (a) => `牵头单位空白，推定承上：“${a.leads.join('、')}”。请核对原件是否为合并单元格。`,
  'lead-blank': () => '表里有牵头单位一列，这一行是空的，上面也没有可承的，牵头单位留空。请核对是否漏填。',
  'lead-unsaid': (a) => `有 ${a.count} 项没有说谁牵头，由所列单位分工负责，牵头单位留空。`,
  'lead-by-look': (a) =>
    `通知用字样说明谁牵头（“${a.legend}”），这里有 ${a.count} 项看不出哪个单位是这种字样，牵头单位空着。请对照原件，把这些任务的牵头单位写明（如“县住建局牵头”）再读一次；原件是 Word、网页的，直接读原件。`,
  'lead-by-title': (a) =>
    `表里没有牵头单位一列，只有“${a.helping}”一列：以标题或分节所写的“${a.leads.join('”、“')}”为牵头单位。`,
  'by-rule': () =>
    '这一项的部分责任单位没有印在条款里，来自前文“以下均需……落实，不再列出”一类的话（见出处）。请核对。',
  'prefix-shared': (a) => `“${a.text}”前的级别是承前补的，按“${a.unit}”处理。请核对。`,
  'suffix-shared': (a) => `“${a.text}”后的字是承后补的，按“${a.unit}”处理。请核对。`,
  'lead-by-order': (a) => `按通知所说“${a.rule}”，以“${a.lead}”为牵头单位。`,
  'responsible-blank': () =>
    '责任单位空白，而同名任务的上一行有责任单位。按空白处理，请核对原件是否为合并单元格。',
  'cell-missing': (a) => `这一行末尾缺“${a.column}”单元格，按空白处理。`,
  'header-repeated': () => '表头在换页处重复印出，已跳过。',
  'marks-unsaid': (a) =>
    `通知没有说“${a.mark}”是什么意思，${a.mark === '★' ? '当作牵头' : '当作责任单位'}。请核对原件。`,
  'lead-by-note': (a) => `按表下所说“${a.note}”，定了第 ${a.row} 项的单位。`,
  'note-unread': (a) =>
    `表下这句话像是改了谁负责，但读不出是哪一项、哪个单位，没有采用：“${a.note}”。请核对。`,
  'unit-unlisted': (a) => `单位名录里没有“${a.name}”，按原文作为一个单位。${suggest(a.nearest)}`,
  'unit-odd': (a) =>
    `“${a.name}”不像单位的全称，按原文作为一个单位列清单。是哪个单位的别称，请写进 units.yaml；不是单位的，请核对原件。`,
  'unit-near': (a) =>
    `“${a.name}”与“${a.nearest.join('”、“')}”${elsewhere(a.nearestAt)}只差一点，没有合并，各作一个单位。请核对：写错了就改原文；是别称或确是另一个单位，就写进 units.yaml。`,
  'alias-general': (a) =>
    `“${a.form}”是“${a.name}”${elsewhere(a.nameAt)}的通行写法，按一个单位处理，用“${a.name}”这个名称。`,
  'alias-declared': (a) =>
    `通知写明“${a.form}”和“${a.name}”${elsewhere(a.nameAt)}是一个单位（“以下简称”），按一个单位处理，用“${a.name}”这个名称。`,
  'members-by-place': (a) =>
    `“${a.group}”没有说是哪些；目标里点到的${a.places.join('、')}按成员列出，其余列为“可能涉及”。`,
  'deadline-reckoned': (a) =>
    `有 ${a.count} 处时限没有印出是哪一天（如“${a.text}”），${a.issued === '' ? '' : `从成文日期 ${a.issued} 起算，或`}按“上旬”“年中”一类的词推算，标“推算”，请核对。`,
  'deadline-inferred': (a) => `有 ${a.count} 项任务没有印出完成时限，按工作年度的最后一天 ${a.by} 推定。`,
  'deadline-unread': (a) => `读不出这个时限是哪一天：“${a.text}”。按原文保留，没有推定日期。`,
  'figure-unread': (a) => `“…${a.text}…”里的数字没有单位，没有当作指标。请核对。`,
  'only-in-body': (a) =>
    a.tasked
      ? `正文${a.measure}点到“${a.name}”，落实这一条的任务里没有它。请核对是否漏列。`
      : `正文${a.measure}点到“${a.name}”，没有任务落实这一条。请核对是否要它办。`,
  'members-unknown': (a) => `“${a.group}”包括哪些单位，通知和名录都没有说，列为“可能涉及”。`,
} satisfies SayAll<keyof typeof CODES>;
