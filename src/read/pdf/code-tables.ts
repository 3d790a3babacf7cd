/** Where pdf.js is told to look for tables of codes: before their names, which are all that is asked for. */
export const CODE_TABLES = 'tables/';

/** Gives pdf.js the tables of codes that a file names and does not bring; loaded only then, and from here. */
export class CodeTables {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const { default: tables } = await import('./chinese.cmaps');
    const table = tables[filename.replace(/\.bcmap$/, '')];
    if (table === undefined) throw new Error(filename);
    return Uint8Array.from(atob(table), (character) => character.charCodeAt(0));
  }
}
