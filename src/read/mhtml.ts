import PostalMime from 'postal-mime';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import { failed, type Result } from '../model/result.js';
import { readHtmlText } from './html.js';

/**
 * Reads a web page saved in one file (MHTML, RFC 2557): its first HTML part.
 *
 * @returns the Document, or `file-broken`, `page-without-notice`, `page-too-deep`
 */
export async function readMhtml(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  let html: string | undefined;
  try {
    ({ html } = await PostalMime.parse(bytes));
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
  return html ? readHtmlText(html, name) : failed(diagnose('page-without-notice', undefined, name));
}
