import { strFromU8, strToU8 } from 'fflate';
import type { Parts } from '../zip.js';

/** A link to a cell of the same workbook, as exceljs writes it: with a relationship to a file of that name. */
const INNER_LINK = /(<hyperlink [^>]*?)r:id="([^"]+)" ([^>]*?location=")/g;

/** Makes links within the workbook go by their place alone (ECMA-376 18.3.1.47). */
export function withInnerLinks(parts: Parts): Parts {
  const changed: Parts = {};
  for (const [name, bytes] of Object.entries(parts)) {
    const relations = name.replace(/^(xl\/worksheets\/)([^/]+)$/, '$1_rels/$2.rels');
    const [xml, links] = [strFromU8(bytes), parts[relations]];
    if (relations === name || !links || !INNER_LINK.test(xml)) continue;
    const ids = new Set<string>();
    changed[name] = strToU8(
      xml.replace(INNER_LINK, (_, before: string, id: string, after: string) => {
        ids.add(id);
        return before + after;
      }),
    );
    changed[relations] = strToU8(
      strFromU8(links).replace(/<Relationship Id="([^"]+)"[^>]*>/g, (relation, id: string) =>
        ids.has(id) ? '' : relation,
      ),
    );
  }
  // The parts keep their order.
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, changed[name] ?? bytes]));
}
