// What is still taken for a notice; anything beyond is refused, so that time and memory are bounded. SECURITY.md lists them.

/** How large a file may be, and what is packed in it, in megabytes; notices stay under a hundredth of it. */
export const LARGEST_MB = 100;
export const LARGEST = LARGEST_MB * 1024 * 1024;

/** How large a text may be, a web page, and the XML in a Word or Excel file: the rest of a large file is pictures. */
export const LARGEST_TEXT_MB = 20;
export const LARGEST_TEXT = LARGEST_TEXT_MB * 1024 * 1024;

/**
 * How many rows the tables of a notice may have in all; the longest that are known have a few thousand. The task book
 * of so many is 60 MB, and is read again.
 */
export const MOST_ROWS = 20_000;

/** How deep the elements of a web page or of a Word file may be nested; what people save stays under a hundred. */
export const DEEPEST = 250;

/** How many elements a Word file or a page may have; the seed has 3,849, and each takes a kilobyte or two of memory. */
export const MOST_ELEMENTS = 500_000;

/** How many pages a file may have, and how many characters and rules on all of them; the seed has 40 and 14,000. */
export const MOST_PAGES = 2000;
export const MOST_PLACED = 2_000_000;

/** How many cells of a workbook may hold something; each takes a kilobyte or two of memory. */
export const MOST_FILLED_CELLS = 300_000;

/** How many cells of a workbook may be merged or have lists of choices. */
export const MOST_CELLS = 1_000_000;

/** How many cells the matrix of units and tasks may have; the seed's has 8,591, and each takes a kilobyte of memory. */
export const LARGEST_MATRIX = 300_000;

/** How many cells the list of all that units filled in may have in a workbook; that of the seed has 60,000. */
export const LARGEST_LIST = 600_000;
