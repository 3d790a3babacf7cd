import type { Workbook } from '../../workbook/open.js';
import { marginTexts } from '../../workbook/sheets.js';

/** What is printed at the top and the bottom of the pages of each worksheet. */
export function marginsOf(workbook: Workbook): Map<string, string> {
  return new Map(
    workbook.worksheets.map(({ name, headerFooter }) => [
      name,
      [headerFooter?.oddHeader, headerFooter?.oddFooter, headerFooter?.evenHeader, headerFooter?.firstHeader]
        .map((text) => text ?? '')
        .join('\n'),
    ]),
  );
}

/** What people wrote at the top and the bottom of pages: what is left without the unit's name, on the cover or in a title, and the number of the page. */
export function writtenAround(workbook: Workbook, units: readonly string[]): string[] {
  const texts = workbook.worksheets.flatMap(marginTexts).map((text) => {
    const unit = units.find((each) => text.includes(each)) ?? '';
    const rest = text.replace(unit, '').replace(/第\s*页，\s*共\s*页/, '');
    return rest.trim().replace(/\s+/g, ' ');
  });
  return Array.from(new Set(texts)).filter(
    (text) => text !== '' && !units.some((unit) => unit.includes(text)),
  );
}
