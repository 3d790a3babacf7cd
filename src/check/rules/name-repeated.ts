import { tableOf } from '../../model/book.js';
import { normalizeName } from '../../words/width.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const nameRepeated: Rule = {
  code: 'name-repeated',
  severity: 'info',
  title: '名称重复印出',
  explanation: '名称在合并单元格中间又印了一遍，多半是换页时拆开了合并单元格。按同一组任务处理。',
  find: (book) =>
    book.tasks
      .filter((task, i) => {
        const above = book.tasks[i - 1];
        const column = tableOf(book, task).columns.findIndex(({ role }) => role === 'name');
        return (
          above?.table === task.table &&
          normalizeName(above.name) === normalizeName(task.name) &&
          (task.cells[column]?.text ?? '') !== '' &&
          // Where every row prints the name, that is how the table is made.
          above.cells[column]?.text === ''
        );
      })
      .map((task) => ({
        message: `${taskWords(book, task)}的名称又印了一遍，与上一行是同一组。`,
        at: task.at,
      })),
};
