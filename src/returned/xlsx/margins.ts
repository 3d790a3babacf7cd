import type { Workbook } from '../../workbook/open.js';
import { marginTexts } from '../../workbook/sheets.js';
import { UNIT_NAME } from '../by-unit.js';

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

/** The number of the page, as the program prints it beside the unit's name. */
const PAGE = /第\s*页，\s*共\s*页/;

/**
 * What people wrote at the top and the bottom of pages: what is left without the unit's name, on the cover or in a title, and
 * the number of the page. Where neither is there any more, the name that stands beside the number is the unit's.
 *
 * @param isNamed whether cover or title say whose it is
 */
export function writtenAround(workbook: Workbook, units: readonly string[], isNamed: boolean): string[] {
  const texts = workbook.worksheets.flatMap(marginTexts).map((text) => {
    const unit = units.find((each) => text.includes(each)) ?? '';
    const rest = text.replace(unit, '').replace(PAGE, '').trim().replace(/\s+/g, ' ');
    return !isNamed && PAGE.test(text) && UNIT_NAME.test(rest) ? '' : rest;
  });
  return Array.from(new Set(texts)).filter(
    (text) => text !== '' && !units.some((unit) => unit.includes(text)),
  );
}
