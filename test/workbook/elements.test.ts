import { describe, expect, it } from 'vitest';
import { elementsIn, withElements } from '../../src/workbook/elements.js';

const found = (xml: string, name: string) =>
  elementsIn(xml, name).map(({ attributes, inner }) => [attributes.trim(), inner]);

describe('elements by their tags', () => {
  it.each<[string, string, string[][]]>([
    [
      '<c r="A1"><v>1</v></c><c r="B1"/>',
      'c',
      [
        ['r="A1"', '<v>1</v>'],
        ['r="B1"', ''],
      ],
    ],
    // Another name that begins so is another element.
    ['<cols><col/></cols><c>1</c>', 'c', [['', '1']]],
    ['<v:shapetype id="t"><v:path></v:shapetype><v:shape id="s">x</v:shape>', 'v:shape', [['id="s"', 'x']]],
    // One without an end, and what stands behind it.
    ['<c>1</c><c>2<c/>', 'c', [['', '1']]],
    ['<c', 'c', []],
    ['', 'c', []],
  ])('%s', (xml, name, expected) => expect(found(xml, name)).toEqual(expected));

  it('are written anew, and what stands between them stays', () => {
    expect(withElements('a<c>1</c>b<c/>d', 'c', ({ inner }, printed) => `[${inner || printed}]`)).toBe(
      'a[1]b[<c/>]d',
    );
  });

  it('take time in proportion', () => {
    const time = (count: number) => {
      const text = '<c>'.repeat(count);
      const start = performance.now();
      elementsIn(text, 'c');
      return performance.now() - start;
    };
    time(1_000);
    expect(time(400_000)).toBeLessThan(1_000);
  });
});
