import { unzipSync, zipSync } from 'fflate';

/** The earliest time that a zip entry can bear (MS-DOS date, APPNOTE 4.4.6), in local time. */
const EPOCH = new Date(1980, 0, 1);

/** The parts of a package (ECMA-376 part 2) by their names, in their order. */
export type PackageParts = Readonly<Record<string, Uint8Array>>;

/**
 * Packs a zip anew so that its bytes depend on its contents alone: entries keep their order and all
 * bear the same time.
 *
 * @param change what is to be done to the parts before
 */
export function repack(zip: Uint8Array, change: (parts: PackageParts) => PackageParts): Uint8Array {
  // Folders are no parts of a package (ECMA-376 part 2).
  const parts = unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') });
  return zipSync(change(parts), { mtime: EPOCH, level: 6 });
}
