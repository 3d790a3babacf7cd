import { withinFile } from '../model/place.js';
import { dayIn, recordsIn } from '../returned/index.js';
import { headerOf } from '../sheets/index.js';
import { shortDigest } from '../tasks/index.js';

/** The last column of a roll-up as text: it has no properties, so each row says what the program has written into it. */
export const ROW_CHECK = '汇总校验';

/** The check of a row by its other cells, whichever program has saved them since. */
export function rowCheck(texts: readonly string[]): string {
  return shortDigest(texts.map(asSaved).join('\n'), 12);
}

/** A text without what programs change in it when they save a table as text: blanks, and the form of days. */
function asSaved(text: string): string {
  const day = dayIn(text.trim());
  return typeof day === 'object' && 'date' in day ? day.date : text.replace(/\s/g, '');
}

/**
 * What somebody has written into a roll-up as text.
 *
 * @returns the rows that are not as they were written, and what stands beside them; nothing where all is as the program
 *   wrote it, and of one of an earlier version, which has no checks
 */
export async function writtenInText(bytes: Uint8Array, file: string): Promise<string[] | undefined> {
  const { value: records = [] } = await recordsIn(bytes, file);
  const header = records.findIndex((cells) => cells.includes(ROW_CHECK));
  const heads = records[header] ?? [];
  const at = heads.indexOf(ROW_CHECK);
  if (at < 0) return undefined;
  const named = [headerOf('name'), '填报单位'].map((name) => heads.indexOf(name));
  const words = records.flatMap((cells, i) => {
    const place = withinFile({ file, record: i + 1 });
    const said = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '').join('，');
    const beside = said(cells.slice(at + 1));
    const own = cells.slice(0, at);
    const isOurs = i === header || rowCheck(own) === cells[at]?.trim();
    const known = isOurs ? '' : said(named.map((column) => own[column] ?? '')) || said(own);
    return [
      ...(known === '' ? [] : [`${place}（${known}）`]),
      ...(beside === '' ? [] : [`${place}“${beside}”`]),
    ];
  });
  return words.length > 0 ? words : undefined;
}
