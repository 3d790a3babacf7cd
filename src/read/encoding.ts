import { diagnose } from '../model/diagnose.js';
import { failed, type Result } from '../model/result.js';
import { foreignIn } from './foreign.js';

/** Byte order marks; the Encoding Standard §6. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** GB18030 reads all of GBK and GB2312, under whichever name a file or a person calls it. */
const CHINESE: ReadonlySet<string> = new Set(['gb2312', 'gbk', 'gb_2312-80', 'x-gbk', 'cp936', 'gb18030']);

/**
 * Decodes a text file. What a person says counts before a byte order mark, that before what the file
 * says of itself; without any the first of UTF-8, UTF-16 and GB18030 that decodes every byte does,
 * unless a statistical look at the bytes says that they are something else.
 *
 * @param options.encoding what the user says: any label of the Encoding Standard
 * @param options.declared what the file says, as a page's charset does
 * @returns the text without its byte order mark, or `encoding-unknown`, `encoding-wrong`,
 *   `encoding-damaged`; or `file-archive`, `file-picture`, `file-shortcut`, `format-unsupported`
 */
export async function decode(
  bytes: Uint8Array,
  name: string,
  { encoding, declared }: { encoding?: string | undefined; declared?: string | undefined } = {},
): Promise<Result<string>> {
  const foreign = foreignIn(bytes, name);
  if (foreign) return failed(foreign);
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  if (encoding !== undefined) {
    const text = decodeAs(bytes, encoding);
    return text === undefined ? failed(diagnose('encoding-wrong', { encoding }, name)) : whole(text, name);
  }
  for (const candidate of [marked, declared, ...(marked ? [] : ['utf-8', wideOrder(bytes)])]) {
    const text = candidate ? decodeAs(bytes, candidate) : undefined;
    const guessed = candidate !== marked && candidate !== declared;
    if (text !== undefined && !(guessed && CONTROL.test(text))) return whole(text, name);
  }
  const text = marked ? undefined : decodeAs(bytes, 'gb18030');
  if (text === undefined || (await isOther(bytes)))
    return failed(diagnose('encoding-unknown', undefined, name));
  return whole(text, name);
}

/** What no text has; bytes that were taken for UTF-16 by mistake decode to it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0001-\u0008\u000e-\u001f\ufffe\uffff]/;

/** Signs of control that no text of any encoding has, in bytes. */
const CONTROL_BYTES = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
const SAMPLE = 4096;

/** How many bytes of a program's own file are such, at least. */
const CONTROL_SHARE = 0.02;

/** Whether bytes are no text in any encoding of one byte or several, as those of programs are not. */
export function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  return sample.filter(CONTROL_BYTES).length > CONTROL_SHARE * sample.length;
}

/** A file that holds � was decoded wrongly before it came here: what stood there is lost. */
function whole(text: string, name: string): Result<string> {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return { value: text, diagnostics: [] };
  const line = text.slice(0, at).split(/\r\n|\n|\r/);
  const place = `${name}:${line.length}:${(line.at(-1)?.length ?? 0) + 1}`;
  return failed(diagnose('encoding-damaged', undefined, place));
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    const encoding = CHINESE.has(label.toLowerCase()) ? 'gb18030' : label;
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What most of a text is made of: signs of ASCII, Han, and the punctuation of both. */
const USUAL = /[\t\n\r -~\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/g;

/** UTF-16 without a mark has bytes that are 0, and is a text in one of its two orders only. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096);
  if (bytes.length % 2 > 0 || !sample.includes(0)) return undefined;
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((order) => {
      const text = new TextDecoder(order).decode(sample);
      return { order, share: (text.match(USUAL)?.length ?? 0) / text.length };
    })
    .sort((a, b) => b.share - a.share);
  return best && best.share >= 0.75 ? best.order : undefined;
}

/** Whether the bytes look like an encoding of Chinese that GB18030 decodes into nonsense. */
async function isOther(bytes: Uint8Array): Promise<boolean> {
  // The default export: bundled, a CommonJS package has no other.
  const { default: chardet } = await import('chardet');
  const found = chardet.analyse(bytes.subarray(0, 65536));
  const confidence = (wanted: RegExp) => found.find(({ name }) => wanted.test(name))?.confidence ?? 0;
  return confidence(/^(?:Big5|Shift_JIS|EUC-(?:JP|KR))$/) > Math.max(confidence(/^GB/), 50);
}
