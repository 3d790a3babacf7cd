import { strFromU8 } from 'fflate';
import type { PackageParts } from '../../workbook/zip.js';

/** What a file says of itself (ECMA-376 part 2, 11.1); an empty text where it says nothing. */
export function coreOf(parts: PackageParts, name: 'dc:description' | 'dcterms:modified'): string {
  const core = parts['docProps/core.xml'];
  return (core && new RegExp(`<${name}\\b[^<>]*>([^<]*)`).exec(strFromU8(core))?.[1]) || '';
}

/** What this program writes as a time: the notice's day, on which nobody has saved anything. */
const OWN_TIME = /T00:00:00(?:\.0+)?Z$/;

/** When a file was saved; some programs leave what they find there. */
export function savedIn(parts: PackageParts): string | null {
  const time = coreOf(parts, 'dcterms:modified');
  return time === '' || OWN_TIME.test(time) ? null : time;
}
