import {
  categoryWords,
  findUnit,
  PART_WORDS,
  type Profile,
  placeText,
  profileOf,
  type SheetRow,
  type TaskBook,
  type Unresolved,
  unresolved,
} from '../index.js';
import { hanging, padEnd, padStart, show, style, tell, unwrap } from './terminal.js';

/** Shows one unit or group by any of its names. */
export function showUnit(book: TaskBook, name: string, json: boolean): void {
  show(profileOf(book, unwrap(findUnit(book, name))), json, profile);
}

/** Shows the names that stand for no known unit. */
export function showUnresolved(book: TaskBook, json: boolean): void {
  show(unresolved(book), json, checkList);
}

const WHY: Record<Unresolved['why'], string> = {
  unlisted: '名录里没有',
  near: '像是写错了',
  odd: '不像单位名称',
  'members-unknown': '成员不明',
};

function checkList(names: readonly Unresolved[]): string {
  if (names.length === 0) return '单位名称和集体称谓全部有着落。';
  tell(
    '补全的办法：wulong-tasks units --template --xlsx 写出 名录.xlsx，填好后放在 wulong-tasks.json 旁边。',
  );
  return names
    .map(({ name, why, nearest, nearestAt, tasks, at }) => {
      const where = nearestAt ? `（${placeText(nearestAt)}）` : '';
      const like = nearest.length > 0 ? `　像：${nearest.join('、')}${where}` : '';
      return `${padEnd(WHY[why], 14)}${padEnd(name, 30)}${padStart(`${tasks} 项`, 8)}　${placeText(at)}${like}`;
    })
    .join('\n');
}

function profile({ name, names, hosts, groups, members, rows }: Profile): string {
  const fields = [
    ['别称', names.join('、')],
    ['所在集体', groups.join('、')],
    ['成员', members === undefined ? '' : (members?.join('、') ?? '不明')],
    ...hosts.map(({ office, basis }) => ['承办', `${office}（依据：${basis}）`] as const),
    ...Object.entries(PART_WORDS).map(([part, word]) => {
      const tasks = rows.filter((row) => row.part === part);
      const categoryOf = ({ category }: SheetRow) => categoryWords(category);
      const listed = Array.from(new Set(tasks.map(categoryOf)), (category) => {
        const numbers = tasks.filter((row) => categoryOf(row) === category).map(({ number }) => number);
        return `${category} ${numbers.join(' ')}`;
      });
      return [word, tasks.length > 0 ? `${tasks.length} 项：${listed.join('；')}` : ''] as const;
    }),
  ];
  return [
    style.heading(`${name}　共 ${rows.length} 项`),
    ...fields
      .filter(([, text]) => text !== '')
      .map(([label = '', text = '']) => hanging(`  ${style.dim(padEnd(label, 12))}`, text)),
  ].join('\n');
}
