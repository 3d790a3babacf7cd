import { type Diagnostic, messageOf } from '../index.js';

// What is told on the command line names its options and commands; in the page there are other things to do.

/** What a message says to do on the command line, and what can be done in the page instead. */
const INSTEAD: readonly (readonly [code: Diagnostic['code'], RegExp, string])[] = [
  [
    'table-no-header',
    /请用 --column .*?(?=；)/,
    '请在原件里把表头改成“任务名称”“牵头单位”“责任单位”一类的词',
  ],
  ['column-inferred', /不对就用 --column .*?(?=。)/, '不对就在原件里改这个表头'],
  ['encoding-unknown', /请另存为.*/, '请用记事本或 WPS 打开它，另存为 UTF-8 编码的文本，再放进来。'],
  ['encoding-wrong', /请去掉.*/, '请另存为 UTF-8 编码的文本，再放进来。'],
  ['lines-ambiguous', /；用 pandoc .*?(?=。)/, ''],
  ['file-own', /填好发回的清单用来汇总（collect）/, '填好发回的清单（Excel、CSV）放进来就汇总'],
  ['file-own', /，和通知放在一起，或用 --units 写明/, '，和通知一起放进来'],
  [
    'file-own',
    /要用它，请用 --from 写明，或当作原通知和新通知对照（diff）。/,
    '要用它，请把它和通知一起放进来。',
  ],
  ['roll-up-damaged', /请用 wulong-tasks .*/, '请把那一次的清单放进来，重新下载汇总.json。'],
  ['roll-up-other-version', /请用 wulong-tasks .*/, '请把那一次的清单放进来，重新下载汇总.json。'],
  ['month-no-day', /请加 --on .*/, '请填“到哪一天算滞后”，重新下载那一次的汇总.json。'],
  ['month-unused', /请核对 --since .*/, '请核对放进来的汇总.json。'],
  ['sheet-of-notice', /，没有覆盖。.*/, '，填过的没有带过来。请把它的通知也放进来，作为原通知。'],
  ['folder-of-notice', /，什么也没有写。.*/, '，填过的没有带过来。请把它们的通知也放进来，作为原通知。'],
  ['registry-invalid', /格式见 wulong-tasks .*/, '请先下载名录.xlsx，照它的样子改。'],
  ['book-damaged', /请用 wulong-tasks .*/, '请把通知放进来，重新下载。'],
  ['book-other-version', /请用 wulong-tasks .*/, '请把通知放进来，重新下载。'],
];

/** What a diagnostic says to whoever has the page before him. */
export function messageInPage(diagnostic: Diagnostic): string {
  return INSTEAD.filter(([code]) => code === diagnostic.code).reduce(
    (text, [, command, instead]) => text.replace(command, instead),
    messageOf(diagnostic),
  );
}
