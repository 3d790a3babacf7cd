import { strFromU8 } from 'fflate';
import { addTo } from '../../model/grouping.js';
import { type Drawn, drawnOn } from '../../read/index.js';
import type { Workbook } from '../../workbook/open.js';
import type { PackageParts } from '../../workbook/zip.js';
import { placesWords, THREADED } from '../places-words.js';
import { coreOf } from './core.js';
import type { SheetNames } from './names.js';

const DRAWING = /^xl\/drawings\/drawing/;

/** What lies over cells, in words. */
const DRAWN: Readonly<Record<Drawn['kind'], string>> = {
  text: '文本框',
  picture: '图片',
  chart: '图表',
  diagram: '图形',
  object: '嵌入的文件',
};

/** How much is said of what stands in a box. */
const LONGEST = 20;

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
  [/^xl\/threadedComments\//, THREADED],
];

/** Marks in a worksheet's XML of what newer programs keep in extension lists, and exceljs does not read. */
const DROPPED_EXTENSIONS: readonly (readonly [mark: string, what: string])[] = [
  ['x14:sparklineGroup ', '迷你图'],
  ['x14:dataValidation ', '新式的下拉列表'],
  [' prompt="', '填写提示'],
];

/**
 * What a workbook holds that exceljs does not write again, in words.
 *
 * @param names what its worksheets are called in the file
 */
export function droppedFrom(workbook: Workbook, parts: PackageParts, names: SheetNames): string[] {
  const all = Object.keys(parts);
  const sheets = all
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map((name) => strFromU8(parts[name] as Uint8Array));
  // LibreOffice writes a drawing in which nothing is drawn.
  const isEmpty = (name: string) =>
    DRAWING.test(name) && !strFromU8(parts[name] as Uint8Array).includes('Anchor');
  const filled = all.filter((name) => !isEmpty(name));
  const drawn = drawnWords(workbook, parts, names);
  const isAnyDrawn = drawn.size > 0;
  return [
    ...drawn.values(),
    ...DROPPED.filter(
      ([part, what]) =>
        !drawn.has(what) && !(part === DRAWING && isAnyDrawn) && filled.some((name) => part.test(name)),
    ).map(([, what]) => what),
    ...DROPPED_EXTENSIONS.filter(([mark]) => sheets.some((xml) => xml.includes(mark))).map(
      ([, what]) => what,
    ),
    ...(coreOf(parts, 'dc:description').trim() === '' ? [] : ['文件属性里的备注']),
  ];
}

/** What lies over cells, each kind with where it lies and what stands in it: 文本框（任务清单!G5“已验收”）. */
function drawnWords(workbook: Workbook, parts: PackageParts, names: SheetNames): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  const drawn = drawnOn(workbook, parts);
  for (const sheet of workbook.worksheets) {
    const called = names.get(sheet) ?? sheet.name;
    for (const { kind, text, address } of drawn.get(sheet.id) ?? []) {
      const said = text === '' ? '' : `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
      // Nothing tells where an embedded file lies.
      addTo(found, DRAWN[kind], kind === 'object' ? called : `${called}!${address}${said}`);
    }
  }
  return new Map(Array.from(found, ([what, places]) => [what, `${what}${placesWords(places)}`]));
}
