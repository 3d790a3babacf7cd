/** What people and programs put behind the name of a copy: (1), - 副本, 20260305, a second ending. */
const COPY = /[\s_.-]{0,3}(?:[（(][^（()）]{0,40}[）)]|副本.{0,40}|\d{4,8}.{0,40}|\.[^.]{0,12})$/;

/** The name that a copy of a file was made from: 区水利局 of 收回/区水利局(1).xlsx and 区水利局 - 副本.xlsx. */
export function nameOfCopy(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).normalize('NFC').replace(COPY, '').trim();
}
