import { diagnose } from '../model/diagnose.js';
import { failed, type Result } from '../model/result.js';
import { formatOf, mimetypeOf, partNamesIn } from '../read/index.js';
import { asXlsx, isEncrypted, isOlder, isOtherWorkbook } from '../workbook/older.js';

/**
 * A file that came back as a workbook in .xlsx, told by its content, whatever it is called and whichever program saved
 * it; `null` where it is text.
 *
 * @returns its bytes, or `return-empty`, `file-encrypted`, `file-broken`, `file-too-large`
 */
export async function workbookIn(bytes: Uint8Array, file: string): Promise<Result<Uint8Array | null>> {
  if (bytes.length === 0) return failed(diagnose('return-empty', undefined, file));
  const itself: Result<Uint8Array> = { value: bytes, diagnostics: [] };
  switch (formatOf(bytes)) {
    case 'zip': {
      const { value: names, diagnostics } = await partNamesIn(bytes, file);
      if (!names) return failed(...diagnostics);
      const kind = names.has('mimetype') ? await mimetypeOf(bytes, file) : '';
      return isOtherWorkbook(names, kind) ? asXlsx(bytes, file) : itself;
    }
    case 'ole':
      if (isEncrypted(bytes)) return failed(diagnose('file-encrypted', undefined, file));
      return (await isOlder(bytes)) ? asXlsx(bytes, file) : itself;
    case 'text':
      return { value: null, diagnostics: [] };
    default:
      return itself;
  }
}

/** What the name of a returned sheet ends with by its content: .xls, .ods; nothing where that does not say. */
export async function endingByContent(bytes: Uint8Array, file: string): Promise<string | undefined> {
  switch (formatOf(bytes)) {
    case 'ole':
      return '.xls';
    case 'text':
      return '.csv';
    case 'zip': {
      const names = (await partNamesIn(bytes, file)).value ?? new Set();
      if (names.has('xl/workbook.bin')) return '.xlsb';
      return names.has('mimetype') ? '.ods' : '.xlsx';
    }
    default:
      return undefined;
  }
}
