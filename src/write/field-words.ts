import type { Field } from '../model/revision.js';
import { headerOf } from '../sheets/index.js';

/** What a field is called where two editions are compared. */
export const FIELD_WORDS: Record<Field, string> = {
  masthead: '发文机关标志',
  number: '发文字号',
  title: '标题',
  addressees: '主送机关',
  letter: '通知正文',
  issuer: '发文机关署名',
  date: '成文日期',
  publicity: '附注',
  'document-title': '所印发文件的标题',
  preamble: '导语',
  appendices: '附件',
  colophon: '版记',
  'other-tables': '其他表',
  text: '原文',
  'table-name': '表名',
  'table-header': '表头',
  'table-notes': '表下备注',
  section: '分段',
  name: headerOf('name'),
  goal: headerOf('goal'),
  deadline: '完成时限',
  lead: headerOf('lead'),
  responsible: headerOf('responsible'),
  supervising: '监督单位',
  remark: headerOf('remark'),
  printed: '责任人、分期安排、投资、分值',
};
