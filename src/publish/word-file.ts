import type { TaskSheet } from '../model/sheet.js';
import { formatOf, unzip } from '../read/index.js';
import { elementsIn } from '../workbook/elements.js';
import { sheetToDocx } from '../write/index.js';

// Word files of sheets are for paper. Some people fill them in all the same, and send them back.

/** What stands in the body of a Word file, and in its comments, a paragraph a line; nothing of what is no Word file. */
export async function wordLines(bytes: Uint8Array, name: string): Promise<string[] | undefined> {
  if (formatOf(bytes) !== 'zip') return undefined;
  const { value: parts } = await unzip(bytes, name);
  if (!parts?.[BODY]) return undefined;
  return [BODY, COMMENTS].flatMap((part) => {
    const xml = new TextDecoder().decode(parts[part]);
    const texts = elementsIn(xml, 'w:p').map(({ inner }) =>
      elementsIn(inner, 'w:t')
        .map((text) => text.inner)
        .join('')
        .replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: keyof typeof ENTITIES) => ENTITIES[entity])
        .trim(),
    );
    return texts.filter((text) => text !== '');
  });
}

const BODY = 'word/document.xml';
const COMMENTS = 'word/comments.xml';
const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

/** Whether somebody has written something into the Word file of a sheet: it says what the program prints for none of these. */
export async function isFilledPaper(
  bytes: Uint8Array,
  name: string,
  sheets: readonly TaskSheet[],
): Promise<boolean> {
  const said = (await wordLines(bytes, name))?.join('\n');
  for (const sheet of sheets)
    if (said === (await wordLines(await sheetToDocx(sheet), name))?.join('\n')) return false;
  return true;
}
