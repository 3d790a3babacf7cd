/** The folders of what `build` writes: what goes out, what is for groups, what stays in the office, what machines read. */
export const FOLDERS = { units: '各单位', groups: '集体称谓', overview: '总台账', data: '数据' } as const;

/** Where files are kept that people changed in ways that cannot be carried over. */
export const ORIGINALS = '原件';

/** What stands behind a unit's name in that folder where the file is its whole return, of which nothing has gone anywhere. */
const UNCARRIED = '未带入';

/** What stands there instead of a unit's name where a return may be that of several. */
export const SOMEBODYS = '别的单位';

/** The name under which a unit's return is kept that lay in another's place: 原件/某镇（未带入 2025-03-05 7G1XK2A9）.xlsx. */
export function uncarriedAs(unit: string, name: string): string {
  const of = /（([^（）]*)）$/.exec(baseOf(name))?.[1] ?? '';
  return `${ORIGINALS}/${unit}（${[UNCARRIED, of].filter((part) => part !== '').join(' ')}）${endingOf(name)}`;
}

/** What stands there where the words of the file went on, and somebody has to see whether to the right places. */
export const UNCHECKED = '待核对';

/**
 * Whether a file is an original that nobody has looked at: who has gives it another name, moves it from the folder or deletes
 * it.
 */
export function isUnchecked(name: string): boolean {
  return name.split('/').at(-2) === ORIGINALS && inNoFolder(name).includes(`（${UNCHECKED}`);
}

/** Whether a kept file is called such a return. */
export function isUncarried(name: string): boolean {
  return inNoFolder(name).includes(`（${UNCARRIED}`);
}

/** What files are called that the program writes beside the sheets, or asks for there. */
export const FILES = {
  book: 'wulong-tasks.json',
  overview: '总台账.xlsx',
  changes: 'CHANGES.md',
  rollUp: '汇总.xlsx',
  registry: 'units.yaml',
  registryWorkbook: '名录.xlsx',
  checks: 'check.yaml',
} as const;

const OWN_NAMES: ReadonlySet<string> = new Set(Object.values(FILES));
/** A roll-up in any format; no sheet that comes back is JSON. */
const OWN_NAME = new RegExp(`^${baseOf(FILES.rollUp)}\\.\\w+$|\\.json$`);

/** Whether a file is the program's by its name alone: nothing that a unit sends back. */
export function isOwnName(name: string): boolean {
  return OWN_NAMES.has(name) || OWN_NAME.test(name);
}

/** A file's name without its folder. */
export function inNoFolder(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** A file's name without its ending. */
export function baseOf(name: string): string {
  return name.slice(0, name.length - endingOf(name).length);
}

/** What a file's name ends with, from its last dot on. */
export function endingOf(name: string): string {
  const own = inNoFolder(name);
  const dot = own.lastIndexOf('.');
  return dot > 0 ? own.slice(dot) : '';
}
