import { formatOf, mimetypeOf, partNamesIn } from '../read/index.js';
import { readReturnedCsv } from '../returned/index.js';
import { isInProgramsFolder } from '../words/file-names.js';
import { isEncrypted, isOlder, isOtherWorkbook } from '../workbook/older.js';

/** What programs make for themselves: what is locked while it is open, what begins with a dot, Thumbs.db. */
const PROGRAMS = /(?:^|\/)(?:~\$|\.|__MACOSX\/|(?:thumbs\.db|desktop\.ini)$)/i;

const PLAIN = /(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i;

/** Whether a file has a name as those that programs make for themselves. */
export function isPrograms(name: string): boolean {
  return PROGRAMS.test(name);
}

/** Whether a program made a file for itself: it has such a name, and is no workbook, archive or sheet as text all the same. */
export async function isProgramsOwn(name: string, bytes: Uint8Array): Promise<boolean> {
  if (!isPrograms(name)) return false;
  if (isInProgramsFolder(name) || PLAIN.test(name)) return true;
  switch (formatOf(bytes)) {
    case 'zip':
      return !(await isOfPeople(bytes, name));
    case 'ole':
      return !isEncrypted(bytes) && !(await isOlder(bytes));
    case 'text':
      return !(await readReturnedCsv(bytes, name)).value;
    default:
      return true;
  }
}

/** Whether a zip file is a workbook, or an archive: other programs' own are none. */
async function isOfPeople(bytes: Uint8Array, name: string): Promise<boolean> {
  const { value: names } = await partNamesIn(bytes, name);
  if (!names) return false;
  const kind = names.has('mimetype') ? await mimetypeOf(bytes, name) : '';
  return names.has('xl/workbook.xml') || isOtherWorkbook(names, kind) || !names.has('[Content_Types].xml');
}
