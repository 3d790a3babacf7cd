import { unzipSync, zipSync } from 'fflate';

/** The earliest time that a zip entry can bear (MS-DOS date, APPNOTE 4.4.6), in local time. */
const EPOCH = new Date(1980, 0, 1);

/**
 * Packs a zip anew so that its bytes depend on its contents alone: entries keep their order and all
 * bear the same time.
 */
export function repack(zip: Uint8Array): Uint8Array {
  return zipSync(unzipSync(zip), { mtime: EPOCH, level: 6 });
}
