import { type Diagnostic, messageOf } from '../index.js';

// What is told on the command line names its options and commands; in the page there are other things to do.

const MONTH_AGAIN = '请把那一次的清单放进来，重新下载汇总.json。';
const BOOK_AGAIN = '请把通知放进来，重新下载。';

/** Words of a message that are of the command line. */
interface Instead {
  readonly code: Diagnostic['code'];
  readonly words: string;
  /** The stop up to which the message goes on with them; '' where that is its end. Nothing where the words are all. */
  readonly upTo?: string;
  /** What can be done in the page. */
  readonly here: string;
}

const INSTEAD: readonly Instead[] = [
  {
    code: 'table-no-header',
    words: '请用 --column ',
    upTo: '；',
    here: '请在原件里把表头改成“任务名称”“牵头单位”“责任单位”一类的词',
  },
  { code: 'column-inferred', words: '不对就用 --column ', upTo: '。', here: '不对就在原件里改这个表头' },
  {
    code: 'encoding-unknown',
    words: '请另存为',
    upTo: '',
    here: '请用记事本或 WPS 打开它，另存为 UTF-8 编码的文本，再放进来。',
  },
  { code: 'encoding-wrong', words: '请去掉', upTo: '', here: '请另存为 UTF-8 编码的文本，再放进来。' },
  { code: 'lines-ambiguous', words: '；用 pandoc ', upTo: '。', here: '' },
  {
    code: 'file-own',
    words: '填好发回的清单用来汇总（collect）',
    here: '填好发回的清单（Excel、CSV）放进来就汇总',
  },
  { code: 'file-own', words: '，和通知放在一起，或用 --units 写明', here: '，和通知一起放进来' },
  {
    code: 'file-own',
    words: '要用它，请用 --from 写明，或当作原通知和新通知对照（diff）。',
    here: '要用它，请把它和通知一起放进来。',
  },
  { code: 'roll-up-damaged', words: '请用 wulong-tasks ', upTo: '', here: MONTH_AGAIN },
  { code: 'roll-up-other-version', words: '请用 wulong-tasks ', upTo: '', here: MONTH_AGAIN },
  {
    code: 'month-no-day',
    words: '请加 --on ',
    upTo: '',
    here: '请填“到哪一天算滞后”，重新下载那一次的汇总.json。',
  },
  { code: 'month-unused', words: '请核对 --since ', upTo: '', here: '请核对放进来的汇总.json。' },
  {
    code: 'sheet-of-notice',
    words: '，没有覆盖。',
    upTo: '',
    here: '，填过的没有带过来。请把它的通知也放进来，作为原通知。',
  },
  {
    code: 'folder-of-notice',
    words: '，什么也没有写。',
    upTo: '',
    here: '，填过的没有带过来。请把它们的通知也放进来，作为原通知。',
  },
  {
    code: 'registry-invalid',
    words: '格式见 wulong-tasks ',
    upTo: '',
    here: '请先下载名录.xlsx，照它的样子改。',
  },
  { code: 'book-damaged', words: '请用 wulong-tasks ', upTo: '', here: BOOK_AGAIN },
  { code: 'book-other-version', words: '请用 wulong-tasks ', upTo: '', here: BOOK_AGAIN },
];

/** What a diagnostic says to whoever has the page before him. */
export function messageInPage(diagnostic: Diagnostic): string {
  return INSTEAD.filter(({ code }) => code === diagnostic.code).reduce(said, messageOf(diagnostic));
}

function said(text: string, { words, upTo, here }: Instead): string {
  const start = text.indexOf(words);
  if (start < 0) return text;
  const behind = start + words.length;
  const stop = upTo === undefined ? behind : upTo === '' ? text.length : text.indexOf(upTo, behind);
  return stop < 0 ? text : text.slice(0, start) + here + text.slice(stop);
}
