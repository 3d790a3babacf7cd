import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { asText, fromText } from '../../src/app/text.js';

it('bytes as text are the same bytes again, and nothing that ends an element', () => {
  void fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = asText(bytes);
      expect(text).toMatch(/^[!-~]*$/);
      expect(text).not.toMatch(/[<>&"'\\`$/]/);
      expect([...fromText(text)]).toEqual([...bytes]);
    }),
  );
  expect([...fromText(asText(Uint8Array.of(255, 255, 255, 255, 255)))]).toEqual(Array(5).fill(255));
});
