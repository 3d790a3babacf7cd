// The table of particulars that a site prints above a notice's text, in tables that lay out the page.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

const PARTICULARS = `<table class="bd"><tbody>
<tr><td><b>索 引 号：</b></td><td>000014349/2026-00003</td><td><b>主题分类：</b></td><td>商贸</td></tr>
<tr><td><b>发文机关：</b></td><td>某省人民政府</td><td><b>成文日期：</b></td><td>2026年01月12日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">某省人民政府关于促进综合保税区发展的若干意见</td></tr>
<tr><td><b>发文字号：</b></td><td>某政发〔2026〕3号</td><td><b>发布日期：</b></td><td>2026年01月25日</td></tr>
</tbody></table>`;
const BODY =
  '<p>各市人民政府，省政府各部门：</p><p>现提出以下意见。</p><p>一、主要任务</p><p>1.拓展市场。（省商务厅负责）</p>';

/** As large sites lay out their pages: one table around the particulars, one around the text. */
async function read(head: string, particulars = PARTICULARS) {
  const page = `<html><meta charset="utf-8"><body><div><table><tbody><tr><td>${particulars}<table><tbody><tr><td><b>主 题 词：</b></td><td></td></tr></tbody></table></td></tr></tbody></table>
<table><tbody><tr><td><table><tbody><tr><td id="content">${head}${BODY}</td></tr></tbody></table></td></tr></tbody></table></div></body></html>`;
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(page), { name: 'a.html' });
  return {
    notice: value?.notice,
    tasks: value?.tasks.map(({ number, name }) => `${number} ${name}`),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('particulars above the text', () => {
  it('are a table, also where the text prints its title in two lines and its number again', async () => {
    const { notice, tasks, codes } = await read(
      '<p>某省人民政府关于促进综合保税区</p><p>发展的若干意见</p><p>某政发〔2026〕3号</p>',
    );
    expect(notice).toMatchObject({
      title: '某省人民政府关于促进综合保税区发展的若干意见',
      number: '某政发〔2026〕3号',
      date: '2026-01-12',
    });
    expect(tasks).toEqual(['1 拓展市场']);
    expect(codes).toEqual(['registry-none', 'deadline-inferred']);
  });

  it('say title, number and date where the text does not', async () => {
    const { notice, codes } = await read('');
    expect(notice).toMatchObject({
      title: '某省人民政府关于促进综合保税区发展的若干意见',
      number: '某政发〔2026〕3号',
      date: '2026-01-12',
    });
    expect(codes).toEqual(['registry-none', 'deadline-inferred']);
  });

  it('may say the day under another label only', async () => {
    const other = PARTICULARS.replace('成文日期：</b></td><td>2026年01月12日', '主题：</b></td><td>外贸');
    expect((await read('', other)).notice).toMatchObject({ date: '2026-01-25' });
  });
});
