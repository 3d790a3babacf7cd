// How wide the text of a page is whose lines are few: a letter, and the tables below it.
import { describe, expect, it } from 'vitest';
import type { PrintedLine } from '../../src/read/positions/lines.js';
import { textWidthOf } from '../../src/read/positions/paragraphs.js';
import { line } from '../support/printed.js';

const PAPER = 595;
const LEFT = 57;
/** Lines that end there. */
const ending = (...rights: readonly number[]) =>
  rights.map((right, i) => {
    const glyphs = line('一', right - 10, 100 + 20 * i);
    return { left: LEFT, right, size: 10, glyphs, text: '一' } as unknown as PrintedLine;
  });

describe('the width of a page’s text', () => {
  it.each([
    ['as far as most lines go', [530, 530, 529, 400, 120], [], 530],
    ['without a line that is too long', [560, 530, 530, 529, 120], [], 530],
    ['narrow where many lines say so, with a heading over all', [520, 380, 379, 379, 378, 200], [], 380],
    ['as far as the one line that is full goes, though two are as long', [538, 404, 201, 189], [], 538],
    ['as far as a table lets it', [560, 429, 404, 201, 199, 197, 189], [567], 560],
    ['not as far as what is longer than the table', [560, 380, 379, 379, 378], [381], 380],
  ] as const)('goes %s', (_, rights, tables, right) => {
    expect(textWidthOf(ending(...rights), PAPER, tables)).toMatchObject({ left: LEFT, right });
  });

  it('is narrow where it ends far before the margin, and not where it reaches it', () => {
    const isNarrow = (...rights: readonly number[]) => textWidthOf(ending(...rights), PAPER, [])?.isNarrow;
    expect(isNarrow(380, 379, 379, 378, 200)).toBe(true);
    expect(isNarrow(538, 404, 201, 189)).not.toBe(true);
  });
});
