/** The folders of what `build` writes: what goes out, what is for groups, what stays in the office, what machines read. */
export const FOLDERS = { units: '各单位', groups: '集体称谓', overview: '总台账', data: '数据' } as const;

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
