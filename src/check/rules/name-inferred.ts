import type { Task } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const nameInferred: Rule = {
  code: 'name-inferred',
  severity: 'info',
  title: '名称空白',
  explanation: '名称一格是空的，按上一行推定为合并单元格。Word 文件里能看到合并的，不会有这条提示。',
  find: (book) => {
    const runs: { readonly first: Task; readonly rows: Task[] }[] = [];
    for (const [i, task] of book.tasks.entries()) {
      if (!task.flags.includes('name-inherited')) continue;
      const last = runs.at(-1);
      if (last?.rows.at(-1) === book.tasks[i - 1]) last?.rows.push(task);
      else runs.push({ first: task, rows: [task] });
    }
    return runs.map(({ first, rows }) => ({
      message: `${taskWords(book, first)}${rows.length > 1 ? `起 ${rows.length} 行` : ''}名称空白，推定承上。`,
      at: first.at,
    }));
  },
};
