import { strFromU8 } from 'fflate';
import type { PackageParts } from '../../workbook/zip.js';
import { coreOf } from './core.js';

const DRAWING = /^xl\/drawings\/drawing/;

/** Parts of a workbook (ECMA-376) that exceljs drops when it writes what it has read. */
const DROPPED: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/media\//, '图片'],
  [/^xl\/charts?(?:heets|Ex)?\//i, '图表'],
  [DRAWING, '图形'],
  [/^xl\/vbaProject\.bin$/, '宏'],
  [/^xl\/pivot/, '数据透视表'],
  [/^xl\/externalLinks\//, '外部链接'],
  [/^xl\/embeddings\//, '嵌入的文件'],
  [/^xl\/(?:ctrlProps|activeX)\//, '控件'],
  [/^xl\/(?:slicers|timelines)/, '切片器'],
  [/^xl\/tables\//, '表格（超级表）'],
  [/^xl\/threadedComments\//, '会话批注'],
];

/** Marks in a worksheet's XML of what newer programs keep in extension lists, and exceljs does not read. */
const DROPPED_EXTENSIONS: readonly (readonly [mark: string, what: string])[] = [
  ['x14:sparklineGroup ', '迷你图'],
  ['x14:dataValidation ', '新式的下拉列表'],
  [' prompt="', '填写提示'],
];

/** What a workbook holds that exceljs does not write again, in words. */
export function droppedFrom(parts: PackageParts): string[] {
  const names = Object.keys(parts);
  const sheets = names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map((name) => strFromU8(parts[name] as Uint8Array));
  // LibreOffice writes a drawing in which nothing is drawn.
  const isEmpty = (name: string) =>
    DRAWING.test(name) && !strFromU8(parts[name] as Uint8Array).includes('Anchor');
  const filled = names.filter((name) => !isEmpty(name));
  return [
    ...DROPPED.filter(([part]) => filled.some((name) => part.test(name))),
    ...DROPPED_EXTENSIONS.filter(([mark]) => sheets.some((xml) => xml.includes(mark))),
  ]
    .map(([, what]) => what)
    .concat(coreOf(parts, 'dc:description').trim() === '' ? [] : ['文件属性里的备注']);
}
