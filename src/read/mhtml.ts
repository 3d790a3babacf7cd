import PostalMime from 'postal-mime';
import type { Document } from '../model/document.js';
import { diagnose } from '../model/messages.js';
import { failed, type Result } from '../model/result.js';
import { readHtmlText } from './html.js';

/** Reads a web page saved in one file (MHTML, RFC 2557): its first HTML part. */
export async function readMhtml(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const { html } = await PostalMime.parse(bytes);
  return html ? readHtmlText(html, name) : failed(diagnose('page-without-notice', undefined, name));
}
