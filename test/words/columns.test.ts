// What columns are headed by, and the lines by which a web page is known for a notice.
import { describe, expect, it } from 'vitest';
import { daysOf, parseNotice, type TaskBook } from '../../src/index.js';
import { roleOf } from '../../src/words/columns.js';
import { APPENDIX, DOCUMENT_KIND, NUMBER_LABEL, SITE_LABEL } from '../../src/words/documents.js';
import { alternatives } from '../support/words.js';

describe('a header', () => {
  it.each([
    ['number', '序号 序 编号 项号 号 提案号 项目编号 序号序号序号'],
    [
      'lead',
      '牵头检查单位 整改牵头单位 牵头单位 主办单位 主责部门 总牵头单位 专班牵头单位 考核牵头部门 提案主办单位',
    ],
    [
      'responsible',
      '整改责任单位 参与检查单位 配合整改单位 治理责任单位 责任单位 协办单位 配合单位 成员单位 承办机构 数据来源部门 考核数据提供单位',
    ],
    [
      'deadline',
      '举办时间 活动时间 拟提请审议时间 检查时间 培训时间 完成时限 时间 期限 整改期限 时间节点 时间要求 时限要求 时间安排 进度安排 进度要求 完成日期 年限',
    ],
    ['remark', '备注 说明 备考'],
    [
      'name',
      '任务名称 重点任务 主要工作 工作事项 指标 文件 民生实事 改革任务 议定事项 反馈问题 存在的主要隐患 二级指标 提案题目 建议案由',
    ],
    ['category', '领域 整治类别 板块 类型 方面 环节 大项'],
    ['person', '责任人 县级责任领导 包保领导 具体负责人 联系人及电话 分管县长'],
    ['schedule', '一季度 第三季度 1—3月 12月 12月10日前 上半年 月度计划 推进计划'],
    ['money', '总投资 2026年计划投资（万元） 资金规模'],
    ['weight', '权重 分值'],
    ['scoring', '评分标准 考核办法'],
    ['counted-in', '计量单位'],
    ['supervising', '监督单位 督导部门 县级监管单位'],
    [
      'goal',
      '量化指标 任务细化 任务分解 目标 工作目标 全市目标 治理目标 主要内容 要求 标准 建设规模 年度指标 目标值 指标值 计划值 目标任务 目标内容 任务目标 目标要求 目标及要求 建设内容及规模 任务总数 总任务量',
    ],
    ['goal', '2025年目标（内容） 2026年度目标 二〇二六年目标 2026年指标'],
    // A step is what is to be done where the table has no other goal.
    ['goal', '具体措施 举措 整改措施'],
    [
      'other',
      '开工时间 报告原文 具体表现 联系电话 值班电话 非牵头单位 落实情况 资金来源 目前进展 省级对口部门 上级主管部门 台账要求',
    ],
  ])('of %s', (role, headers) => {
    for (const header of headers.split(' ')) expect([header, roleOf(header)]).toEqual([header, role]);
  });
});

describe('one notice, whatever form it comes in', () => {
  const HEADERS = ['任务名称', '工作目标', '主办单位', '协办单位'];
  const ROWS = [
    ['堤防整治', '六月底前完成整治', '县水利局', '县应急管理局'],
    ['道路整治', '十二月底前完成整治', '县交通运输局', '县公安局、各乡镇'],
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const TITLE = '关于办好2026年有关工作的通知';
  const markdown = `${TITLE}\n\n${[line(HEADERS), line(HEADERS.map(() => '---')), ...ROWS.map(line)].join('\n')}\n`;
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const html = `<html><body><p>首页</p><div><p>${TITLE}</p><table>${[HEADERS, ...ROWS].map(row).join('')}</table></div></body></html>`;

  const tasksIn = async (text: string, name: string) => {
    const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name });
    expect(diagnostics.map(({ code }) => code)).not.toContain('page-without-notice');
    return (value as TaskBook).tasks.map(({ name: task, goal, lead, responsible, deadlines }) => ({
      task,
      goal,
      lead: lead.map(({ text: unit }) => unit),
      responsible: responsible.map(({ text: unit }) => unit),
      by: deadlines.map((each) => daysOf(each).by),
    }));
  };

  it('has the same tasks in Markdown as on a web page', async () => {
    const tasks = await tasksIn(markdown, 'a.md');
    expect(tasks).toMatchObject([
      { task: '堤防整治', lead: ['县水利局'], responsible: ['县应急管理局'], by: ['2026-06-30'] },
      { task: '道路整治', lead: ['县交通运输局'], responsible: ['县公安局', '各乡镇'] },
    ]);
    expect(await tasksIn(html, 'a.html')).toEqual(tasks);
  });

  it('is none where a page only says at its foot who runs it', async () => {
    const foot =
      '<html><body><table><tr><td>主办单位</td><td>某县人民政府办公室</td></tr><tr><td>主办单位：某局</td><td>承办单位：某中心</td></tr></table></body></html>';
    const { value, diagnostics } = await parseNotice(new TextEncoder().encode(foot), { name: 'a.html' });
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['page-without-notice']]);
  });
});

describe('words of documents', () => {
  it.each([
    [DOCUMENT_KIND, '通知 意见 方案 通报 决定 公告 函'],
    [
      SITE_LABEL,
      '来源 信息来源 文章来源 作者 责任编辑 编辑 发布时间 发布日期 更新时间 更新日期 浏览次数 浏览量 浏览数 浏览 点击次数 点击量 点击数 点击 ' +
        '阅读次数 阅读量 阅读数 阅读 字体 字号 打印 打印页 打印本页 关闭 关闭窗口 分享 分享到 扫一扫 收藏 返回顶部 上一篇 下一篇 相关链接 相关附件 相关文档',
    ],
  ])('%#', (pattern, cases) => {
    expect(alternatives(pattern).sort()).toEqual(cases.split(' ').sort());
  });
  it.each([
    [NUMBER_LABEL, ['发文字号', '文号', '文 号']],
    [APPENDIX, ['附件', '附 件']],
  ])('%s', (pattern, texts) => {
    for (const text of texts) expect(text).toMatch(new RegExp(`^${pattern}$`));
  });
});
