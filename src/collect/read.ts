import { includesBytes, narrowBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { LARGEST, LARGEST_MB } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { formatOf, isLocked, mimetypeOf, partNamesIn, unzip } from '../read/index.js';
import { RENAMED, readReturnedCsv, readReturnedXlsx, THREADED } from '../returned/index.js';
import { asXlsx, isEncrypted, isOlder, isOtherWorkbook } from '../workbook/older.js';
import type { Collected } from './collected.js';
import { isProgramsOwn } from './programs.js';
import { UNZIPPED, unzippedIn } from './unzipped.js';

/** What a file that came back holds: an archive may hold several. */
export interface ReturnedFile {
  readonly collected: readonly Collected[];
  /** Files that are not read, each with why. */
  readonly unread: readonly UnreadFile[];
}

/** A file that came back and is not read. */
export interface UnreadFile {
  /** Its name, with its folder. */
  readonly file: string;
  readonly problems: readonly Diagnostic[];
}

/** Parts of Office files and OpenDocument that tell what a zip file is. */
const WORKBOOK = 'xl/workbook.xml';
const WORD = 'word/document.xml';
const MIMETYPE = 'mimetype';

/** What files that nobody fills in sheets with are called. */
const FORMS: Partial<Record<ReturnType<typeof formatOf>, string>> = {
  pdf: 'PDF',
  rtf: 'RTF 文件',
  html: '网页',
  mhtml: '网页',
  mail: '邮件（附件没有打开）',
  flat: 'XML 格式的 Office 文件',
  'word-xml': 'XML 格式的 Word 文件',
  uof: 'UOF 文件',
  xml: 'XML 文件',
};

/** The name of a stream that every Word file in an OLE container has ([MS-DOC] 2.1.1), as it stands there. */
const WORD_STREAM = narrowBytes(Array.from('WordDocument', (letter) => `${letter}\0`).join(''));

/** What is wrong with a file as with one that came back: of a picture of a sheet no reader of notices need be told. */
function ofReturn(problem: Diagnostic, file: string): Diagnostic {
  const form = (format: string) => diagnose('return-form', { form: format }, file);
  if (problem.code === 'file-picture')
    return form(`图片（${(problem as Diagnostic<'file-picture'>).args.format}）`);
  return problem.code === 'encoding-unknown' ? form('认不出是什么的文件') : problem;
}

/**
 * Reads a file that came back, told by its content and not by its extension: a workbook, CSV, or a zip of such. Any
 * other is named, with what to do.
 *
 * @param file its name, with its folder
 */
export async function readReturned(bytes: Uint8Array, file: string): Promise<ReturnedFile> {
  const cannot = (problem: Diagnostic): ReturnedFile => ({
    collected: [],
    unread: [{ file, problems: [problem] }],
  });
  if (bytes.length === 0) return cannot(diagnose('return-empty', undefined, file));
  switch (formatOf(bytes)) {
    case 'zip': {
      const { value: names, diagnostics } = await partNamesIn(bytes, file);
      if (!names) return { collected: [], unread: [{ file, problems: diagnostics }] };
      if (names.has(WORKBOOK)) return workbook(bytes, file);
      if (names.has(WORD)) return cannot(diagnose('return-form', { form: 'Word 文件' }, file));
      const kind = names.has(MIMETYPE) ? await mimetypeOf(bytes, file) : '';
      if (isOtherWorkbook(names, kind)) return older(bytes, file);
      if (kind.includes('opendocument'))
        return cannot(diagnose('return-form', { form: 'OpenDocument 文件' }, file));
      return archive(bytes, file);
    }
    case 'ole': {
      if (isEncrypted(bytes)) return cannot(diagnose('file-encrypted', undefined, file));
      if (await isOlder(bytes)) return older(bytes, file);
      const isWord = includesBytes(bytes, WORD_STREAM);
      const form = isWord ? '旧格式（.doc、.wps）的 Word 文件' : '旧格式的 Office 文件（不是表格）';
      return cannot(diagnose('return-form', { form }, file));
    }
    case 'text': {
      const { value, diagnostics } = await readReturnedCsv(bytes, file);
      if (!value)
        return {
          collected: [],
          unread: [{ file, problems: diagnostics.map((each) => ofReturn(each, file)) }],
        };
      const { sheet, besides } = value;
      const own = besides.length > 0 ? { sheet, besides } : { sheet };
      return {
        collected: [own, ...besides.map((each) => ({ sheet: each, beside: sheet, besides }))],
        unread: [],
      };
    }
    default:
      return cannot(diagnose('return-form', { form: FORMS[formatOf(bytes)] ?? '认不出是什么的文件' }, file));
  }
}

/** Whether what is read of a file is a roll-up, of whatever time, and no unit's sheet besides. */
export function isRollUp({ collected, unread }: ReturnedFile): boolean {
  const codes = unread.flatMap(({ problems }) => problems.map(({ code }) => code));
  return collected.length === 0 && codes.length > 0 && codes.every((code) => code === 'return-roll-up');
}

/** A workbook of another form: .xls, .et, .xlsb, .ods. */
async function older(bytes: Uint8Array, file: string): Promise<ReturnedFile> {
  const { value, diagnostics } = await asXlsx(bytes, file);
  return value ? workbook(value, file, true) : { collected: [], unread: [{ file, problems: diagnostics }] };
}

async function workbook(bytes: Uint8Array, file: string, isConverted = false): Promise<ReturnedFile> {
  const { value, diagnostics } = await readReturnedXlsx(bytes, file);
  if (!value) return { collected: [], unread: [{ file, problems: diagnostics }] };
  const {
    sheet,
    besides,
    ownTexts: others,
    dropped,
    printed,
    printedCells,
    isBare,
    saved,
    digest,
    sheets,
  } = value;
  // What these say is read, though it cannot be written as it was.
  const lost = dropped.filter((what) => ![RENAMED, THREADED].some((each) => what.startsWith(each)));
  // A sheet without a cover says nothing of what was printed in it.
  const isChanged = sheet.edition !== null && printed === null;
  return {
    collected: [
      {
        sheet,
        others,
        lost,
        isChanged,
        ...((isConverted || isBare) && { isConverted: true }),
        ...(besides.length > 0 && { besides }),
        ...(isChanged && { digest, sheets }),
        printed: printedCells,
        saved,
      },
      ...besides.map((each) => ({ sheet: each, beside: sheet, besides, saved })),
    ],
    unread: [],
  };
}

/** Whether a zip file is none of the kinds that Office programs write. */
async function isArchive(bytes: Uint8Array, name: string): Promise<boolean> {
  const { value: names } = await partNamesIn(bytes, name);
  return !['[Content_Types].xml', MIMETYPE].some((part) => names?.has(part));
}

/**
 * The files in an archive, each with its name behind the archive's own; nothing where a file is no archive.
 *
 * @returns the files, or `archive-empty`, `archive-locked`, `file-broken`, `file-too-large`
 */
export async function membersOf(
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly { readonly name: string; readonly bytes: Uint8Array }[]> | undefined> {
  if (formatOf(bytes) !== 'zip' || !(await isArchive(bytes, file))) return undefined;
  if (await isLocked(bytes)) return failed(diagnose('archive-locked', undefined, file));
  const { value, diagnostics } = await unzip(bytes, file);
  if (!value) return failed(...diagnostics);
  const members: { name: string; bytes: Uint8Array }[] = [];
  for (const [member, content] of Object.entries(value))
    if (!member.endsWith('/') && !(await isProgramsOwn(member, content)))
      members.push({ name: `${file}/${readable(member)}`, bytes: content });
  if (members.length === 0) return failed(diagnose('archive-empty', undefined, file));
  return { value: members, diagnostics: [] };
}

/** What is in an archive; an archive in it is not opened. */
async function archive(bytes: Uint8Array, file: string): Promise<ReturnedFile> {
  const { value: members, diagnostics } = (await membersOf(bytes, file)) ?? failed();
  if (!members) return { collected: [], unread: [{ file, problems: diagnostics }] };
  const collected: Collected[] = [];
  const { parts, folders } = unzippedIn(members.map(({ name }) => name));
  const unread: UnreadFile[] = folders.map((folder) => ({
    file: folder,
    problems: [diagnose('return-form', { form: UNZIPPED }, folder)],
  }));
  for (const { name, bytes: content } of members) {
    if (parts.has(name)) continue;
    if (content.length > LARGEST) {
      unread.push({ file: name, problems: [diagnose('file-too-large', { megabytes: LARGEST_MB }, name)] });
      continue;
    }
    const inner = formatOf(content) === 'zip' && (await isArchive(content, name));
    if (inner) {
      unread.push({ file: name, problems: [diagnose('file-archive', { format: 'ZIP' }, name)] });
      continue;
    }
    const read = await readReturned(content, name);
    collected.push(...read.collected);
    unread.push(...read.unread);
  }
  return { collected, unread };
}

/** A member's name: zip programs in Chinese write it in GBK without saying so. */
function readable(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[\u0100-\uffff]/.test(name)) return name;
  return new TextDecoder('gbk').decode(narrowBytes(name));
}
