/** The main part of an Office file, in its folder. */
const MAIN = /^(?:.*\/)?(?:xl|word)\/(?:workbook|document)\.(?:xml|bin)$/u;

/** What other parts are called, where the folder of the main one lies. */
const PART = /^(?:(?:xl|word|_rels|docProps|customXml)\/|\[Content_Types\]\.xml$)/u;

/** What may be a return, though it lies there. */
const RETURN = /\.(?:xls[xmb]?|et|ods|csv|zip|rar|7z)$/iu;

/** What such a file is called where it is told. */
export const UNZIPPED = '解压开了的 Excel 或 Word 文件（成了文件夹，整个重新压缩、改回原来的扩展名才打得开）';

/**
 * Office files that somebody has unzipped: their parts are no returns, and nobody wants a line for each.
 *
 * @param names the files of a folder and of those below
 * @returns all parts, and of each file the folder in which its main part lies: 县水利局/xl
 */
export function unzippedIn(names: readonly string[]): {
  readonly parts: ReadonlySet<string>;
  readonly folders: readonly string[];
} {
  const folders = names.filter((name) => MAIN.test(name)).map((name) => name.slice(0, name.lastIndexOf('/')));
  const above = folders.map((folder) => folder.slice(0, folder.lastIndexOf('/') + 1));
  const isPart = (name: string) =>
    !RETURN.test(name) && above.some((path) => name.startsWith(path) && PART.test(name.slice(path.length)));
  return { parts: new Set(names.filter(isPart)), folders };
}
