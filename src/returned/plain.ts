import { strFromU8, strToU8, zipSync } from 'fflate';

type Parts = Readonly<Record<string, Uint8Array>>;

/** Kinds of parts that exceljs finds by their names only, and the names that it looks for. */
const NAMED: readonly (readonly [type: RegExp, name: (n: number) => string])[] = [
  [/\/comments$/, (n) => `xl/comments${n}.xml`],
  [/\/vmlDrawing$/, (n) => `xl/drawings/vmlDrawing${n}.vml`],
];

/**
 * A workbook's package as exceljs can read it, whichever program saved it: LibreOffice writes `false` where
 * exceljs understands `0` only (both are xsd:boolean), openpyxl gives the parts of comments other names (any are
 * allowed, ECMA-376 part 2).
 *
 * @param bytes the package as it is, given back where nothing is to be changed
 */
export function plainPackage(parts: Parts, bytes: Uint8Array): Uint8Array {
  const plain: Record<string, Uint8Array> = { ...parts };
  let isChanged = false;
  const change = (name: string, content: Uint8Array) => {
    plain[name] = content;
    isChanged = true;
  };
  const styles = parts['xl/styles.xml'];
  const xml = styles ? strFromU8(styles) : '';
  if (xml.includes('locked="false"')) {
    change('xl/styles.xml', strToU8(xml.replaceAll('locked="false"', 'locked="0"')));
  }
  let count = 0;
  for (const [name, content] of Object.entries(parts)) {
    const sheet = /^xl\/worksheets\/_rels\/([^/]+)\.rels$/.exec(name)?.[1];
    if (sheet === undefined) continue;
    const relations = strFromU8(content);
    const renamed = relations.replace(/<Relationship [^>]*>/g, (relation) => {
      const [, type = ''] = /\bType="([^"]*)"/.exec(relation) ?? [];
      const [, target = ''] = /\bTarget="([^"]*)"/.exec(relation) ?? [];
      const wanted = NAMED.find(([kind]) => kind.test(type))?.[1];
      const part = decodeURI(new URL(target, `file:///xl/worksheets/${sheet}`).pathname.slice(1));
      const known = parts[part];
      // exceljs looks for a target as it is written.
      const written = `../${part.replace(/^xl\//, '')}`;
      if (!wanted || !known || (wanted(Number(/\d+/.exec(part)?.[0])) === part && target === written)) {
        return relation;
      }
      // Far from the numbers that other parts have.
      const own = wanted(1000 + count++);
      change(own, known);
      return relation.replace(`Target="${target}"`, `Target="../${own.replace(/^xl\//, '')}"`);
    });
    if (renamed !== relations) change(name, strToU8(renamed));
  }
  return isChanged ? zipSync(plain, { level: 0 }) : bytes;
}
