import type { Slots, Texts } from './slots.js';
import type { PaperBlock, TableBlock, TextBlock } from './templates.js';

/** A block of a paper with all its places filled. */
export type Filled =
  | { readonly is: TextBlock['is']; readonly text: string }
  | {
      readonly is: 'table';
      readonly columns: TableBlock['columns'];
      readonly rows: readonly (readonly string[])[];
    };

const NUMERALS = '一二三四五六七八九';

/** A paper's blocks with their places filled; those with nothing to say are left out, headings are numbered. */
export function filledBlocks(blocks: readonly PaperBlock[], { texts, lists }: Slots): Filled[] {
  let headings = 0;
  return blocks.flatMap((block): Filled[] => {
    const { when } = block;
    if (when !== undefined && !texts[when]) return [];
    if (block.is === 'table') {
      const rows = lists[block.rows];
      if (!rows) throw new Error(`no list ${block.rows}`);
      const { columns } = block;
      return [{ is: 'table', columns, rows: rows.map((row) => columns.map(({ text }) => fill(text, row))) }];
    }
    const text = fill(block.text, texts);
    return [
      { is: block.is, text: block.is === 'heading' ? `${NUMERALS[headings++] ?? headings}、${text}` : text },
    ];
  });
}

/** A text with its places filled. */
function fill(text: string, texts: Texts): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = texts[name];
    if (value === undefined) throw new Error(`nothing to stand at {${name}}`);
    return String(value);
  });
}
