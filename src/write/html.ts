import type { RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';

/**
 * The notice as one HTML file to look at: an overview, what each unit has to do, the notice itself with what was
 * read in it marked, and a search. It asks for nothing over the network.
 *
 * @param options.home the unit or group that it opens with, as `findUnit` gives it; without it, the overview
 * @param options.rollUp what units reported of the same notice; with it, the page shows progress
 */
export async function bookToHtml(
  book: TaskBook,
  options: { home?: string | null; rollUp?: RollUp | null } = {},
): Promise<string> {
  // Loaded when it is needed: charts and readings of characters are much to load.
  const [{ pageOf }, { pageFile }] = await Promise.all([
    import('../page/index.js'),
    import('./html/document.js'),
  ]);
  return pageFile(pageOf(book, options));
}
