import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { docx } from '../support/docx.js';
import { noiseOf, short, unreadOf } from '../support/short.js';
import { WORD_CASES } from '../support/word-cases.js';

const NAME = 'a.docx';

describe('what offices do in Word', () => {
  it.each(WORD_CASES)('$name', async ({ body, parts, shown, aside = [], told = [], unread = [] }) => {
    const bytes = docx(body, parts);
    const { value, diagnostics } = await readDocument(bytes, { name: NAME });
    const document = value as Document;
    expect(short(document)).toEqual(shown);
    expect(noiseOf(document)).toEqual(aside);
    const isTold = ({ code }: { code: string }) => code !== 'numbering-rebuilt' && code !== 'nested-table';
    expect(
      diagnostics
        .filter(isTold)
        .map(({ code, at }) => [code, at ? placeText(at).slice(NAME.length + 1) : '']),
    ).toEqual(told);
    expect(unreadOf(document)).toEqual(unread);
  });
});
