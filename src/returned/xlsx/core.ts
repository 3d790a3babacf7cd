import { strFromU8 } from 'fflate';
import type { PackageParts } from '../../workbook/zip.js';

/** What a file says of itself (ECMA-376 part 2, 11.1); an empty text where it says nothing. */
export function coreOf(parts: PackageParts, name: 'dc:description' | 'dcterms:modified'): string {
  const core = parts['docProps/core.xml'];
  return (core && new RegExp(`<${name}\\b[^<>]*>([^<]*)`).exec(strFromU8(core))?.[1]) || '';
}
