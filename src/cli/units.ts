import {
  categoryWords,
  diagnose,
  FILES,
  findUnit,
  learnedRegistry,
  PART_WORDS,
  type Profile,
  placeText,
  profileOf,
  type RegistryDraft,
  registryDraft,
  registryTemplate,
  registryToXlsx,
  type SheetRow,
  type Tally,
  tally,
  type Unresolved,
  unresolved,
} from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { writeOne } from './outputs.js';
import { Failure, hanging, padEnd, padStart, print, report, style, tell, unwrap } from './terminal.js';

interface UnitsFlags extends BookOptions {
  readonly check?: boolean;
  readonly template?: boolean;
  readonly learn?: string;
  readonly xlsx?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `wulong-tasks units`: all units with their counts, one unit, or the names that are not resolved. */
export async function run(
  name: string | undefined,
  { check, template, learn, json, xlsx, output, force, ...source }: UnitsFlags,
): Promise<void> {
  if ([name, check, template, learn].filter(Boolean).length > 1) {
    throw new Failure([diagnose('usage', { text: '单位名称、--check、--template、--learn 只能用一个。' })]);
  }
  if ((xlsx || output !== undefined) && !template && learn === undefined) {
    throw new Failure([diagnose('usage', { text: '--xlsx、-o 和 --template 或 --learn 一起用。' })]);
  }
  const book = await openBook(source, learn);
  const as = { xlsx, output, force };
  if (learn !== undefined) {
    const { collected } = await import('./collect.js');
    const all = await collected(book, learn);
    await writeRegistry(as, () => learnedRegistry(book, all), registryDraft(book, all));
    // What could not be read may have had something to learn from.
    const unread = all.problems.filter(({ severity }) => severity === 'error');
    if (unread.length > 0) process.exitCode = 1;
    // What else is wrong with the files, `collect` tells.
    return report([...unread, ...all.problems.filter(({ code }) => code.startsWith('return-answer'))]);
  }
  if (template) return writeRegistry(as, () => registryTemplate(unresolved(book)), registryDraft(book));
  if (check) return show(unresolved(book), json, checkList);
  if (name !== undefined) return show(profileOf(book, unwrap(findUnit(book, name))), json, profile);
  return show(tally(book), json, tables);
}

/** Writes a registry to look over: YAML, or a workbook where the user says so or the name of the file does. */
async function writeRegistry(
  {
    xlsx = false,
    output,
    force = false,
  }: Readonly<Record<'xlsx' | 'force', boolean | undefined>> & {
    readonly output: string | undefined;
  },
  yaml: () => string,
  draft: RegistryDraft,
): Promise<void> {
  const path = output ?? (xlsx ? FILES.registryWorkbook : '-');
  const isWorkbook = xlsx || /\.xlsx$/i.test(path);
  await writeOne(path, isWorkbook ? await registryToXlsx(draft) : yaml(), { force });
}

function show<T>(value: T, json: boolean | undefined, words: (value: T) => string): void {
  print(json ? JSON.stringify(value, null, 2) : words(value));
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

function tables(tallies: readonly Tally[]): string {
  const groups = tallies.filter(({ kind }) => kind === 'group');
  return [
    listing(
      '单位',
      tallies.filter(({ kind }) => kind === 'unit'),
    ),
    ...(groups.length > 0 ? ['', listing('集体称谓', groups)] : []),
  ].join('\n');
}

const TALLY_COLUMNS = [
  ['牵头', ({ lead }: Tally) => lead],
  ['责任', ({ responsible }: Tally) => responsible],
  ['监督', ({ supervising }: Tally) => supervising],
  ['正文', ({ body }: Tally) => body],
  ['承办', ({ hosted }: Tally) => hosted],
  ['集体', ({ member }: Tally) => member],
  ['可能涉及', ({ possible }: Tally) => possible],
] as const;

/** A table: names at the left, counts at the right of their columns. */
function listing(title: string, tallies: readonly Tally[]): string {
  const columns = TALLY_COLUMNS.filter(([header, count]) => header !== '监督' || tallies.some(count));
  const line = (name: string, counts: readonly string[]) =>
    padEnd(name, 30) + counts.map((text) => padStart(text, 10)).join('');
  return [
    style.heading(
      line(
        title,
        columns.map(([header]) => header),
      ),
    ),
    ...[...tallies].sort(byDuty).map((each) =>
      line(
        each.name,
        columns.map(([, count]) => String(count(each) || style.dim('-'))),
      ),
    ),
  ].join('\n');
}

/** Those with most to lead come first, then with most to do; else in the notice's order. */
function byDuty(a: Tally, b: Tally): number {
  return b.lead - a.lead || b.responsible - a.responsible || b.member - a.member || b.possible - a.possible;
}
