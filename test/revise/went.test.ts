// Of a task that is taken out, the comparison says where it has gone, or which it may be, as the sheets do.
import { describe, expect, it } from 'vitest';
import { compareBooks, revisionToMarkdown, type TaskBook, withLineage } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const bookOfRows = (...rows: readonly string[]): Promise<TaskBook> => bookOf(taskNotice(rows));
/** What is told, whether or not the new edition knows of the earlier one. */
const told = async (before: readonly string[], after: readonly string[]) => {
  const [was, is] = [await bookOfRows(...before), await bookOfRows(...after)];
  return [is, withLineage(is, was)].map((each) => revisionToMarkdown(compareBooks(was, each)));
};

const OTHER = '森林防火 | 建设防火隔离带二十公里并常年维护 | 区林业局 | 区应急管理局';

describe('a task that is taken out', () => {
  it('says into which it was put', async () => {
    const texts = await told(
      [OTHER, '水库巡查 | 每周巡查全部水库大坝和溢洪道 | 区水利局 | 区应急管理局'],
      [
        `森林防火和水库巡查 | 建设防火隔离带二十公里并常年维护；每周巡查全部水库大坝和溢洪道 | 区林业局 | 区应急管理局`,
      ],
    );
    for (const text of texts) expect(text).toMatch(/合并到.*“森林防火和水库巡查”/);
  });

  it('says of which it may be one, and the new ones say it, too', async () => {
    const texts = await told(
      [OTHER, '公路巡查 | 每月巡查农村公路并整治隐患一次 | 区交通运输委 | 区公安局'],
      [
        OTHER,
        '公路巡查 | 每月巡查农村公路并整治隐患两次 | 区交通运输委 | 区公安局',
        '公路巡查 | 每月巡查农村公路并整治隐患三次 | 区交通运输委 | 区公安局',
      ],
    );
    for (const text of texts)
      expect(text).toMatch(/可能是新通知里的.*第2行“公路巡查”、.*第3行“公路巡查”，请核对/);
    for (const text of texts) expect(text).toMatch(/可能是原通知里的.*第2行“公路巡查”，请核对/);
  });

  it('says nothing where it is gone, or only new', async () => {
    const texts = await told(
      [OTHER, '水库巡查 | 每周巡查全部水库大坝和溢洪道 | 区水利局 | 区应急管理局'],
      [OTHER, '校园安全 | 开展两次消防演练和急救培训 | 区教委 | 区公安局'],
    );
    for (const text of texts) expect(text).not.toMatch(/合并到|拆分为|可能是/);
  });
});
