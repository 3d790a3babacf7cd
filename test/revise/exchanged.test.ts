// Tasks that exchange their names in a revised notice: what was filled in may be at the wrong one, so it is told.
import { expect, it } from 'vitest';
import { exchangedTasks, withLineage } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

type Row = readonly [name: string, goal: string];
const notice = (...rows: readonly Row[]) =>
  bookOf(taskNotice(rows.map(([name, goal]) => `${name} | ${goal} | 县水利局 | 县财政局`)));
const [DAMS, SITES, WELLS] = [
  '完成6座小型水库除险加固，安装雨水情监测设备。',
  '对在建工地开展2次安全检查，建立问题台账。',
  '新打应急备用机井12眼，配齐水泵和发电机。',
] as const;
const [DAMS_NOW, SITES_NOW, WELLS_NOW] = [
  '完成8座小型水库除险加固，安装雨水情、视频监测设备。',
  '对在建工地开展4次安全检查，建立问题整改台账。',
  '新打应急备用机井15眼，配齐水泵、发电机和管道。',
] as const;
const BEFORE: readonly Row[] = [
  ['水库除险', DAMS],
  ['工地检查', SITES],
  ['机井建设', WELLS],
];

it.each<[string, readonly Row[], readonly string[][]]>([
  [
    'names exchanged',
    [
      ['工地检查', DAMS],
      ['水库除险', SITES],
      ['机井建设', WELLS],
    ],
    [['工地检查', '水库除险']],
  ],
  [
    'nothing but one name new',
    [
      ['水库加固', DAMS],
      ['工地检查', SITES],
      ['机井建设', WELLS],
    ],
    [],
  ],
  [
    'rows exchanged whole',
    [
      ['工地检查', SITES],
      ['水库除险', DAMS],
      ['机井建设', WELLS],
    ],
    [],
  ],
  [
    'goals revised, each its own',
    [
      ['水库除险', DAMS_NOW],
      ['工地检查', SITES_NOW],
      ['机井建设', WELLS_NOW],
    ],
    [],
  ],
  [
    'names exchanged and goals revised',
    [
      ['工地检查', DAMS_NOW],
      ['水库除险', SITES_NOW],
      ['机井建设', WELLS],
    ],
    [['工地检查', '水库除险']],
  ],
  [
    'names exchanged and one goal revised',
    [
      ['工地检查', DAMS_NOW],
      ['水库除险', SITES],
      ['机井建设', WELLS],
    ],
    [['工地检查', '水库除险']],
  ],
  [
    'three names in a ring',
    [
      ['工地检查', DAMS],
      ['机井建设', SITES],
      ['水库除险', WELLS],
    ],
    [['工地检查', '机井建设', '水库除险']],
  ],
  [
    'three names in a ring, goals revised',
    [
      ['工地检查', DAMS_NOW],
      ['机井建设', SITES_NOW],
      ['水库除险', WELLS_NOW],
    ],
    [['工地检查', '机井建设', '水库除险']],
  ],
  [
    'a goal that another took over, with none in return',
    [
      ['水库除险', SITES],
      ['机井建设', WELLS],
    ],
    [],
  ],
])('%s', async (_, rows, rings) => {
  const before = await notice(...BEFORE);
  const book = withLineage(await notice(...rows), before);
  const told = exchangedTasks(before, book);
  expect(told.map(({ code }) => code)).toEqual(rings.map(() => 'tasks-exchanged'));
  expect(told.map(({ args }) => ('names' in args ? [...args.names].sort() : []))).toEqual(
    rings.map((names) => [...names].sort()),
  );
});
