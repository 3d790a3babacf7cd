import { expect, it } from 'vitest';
import { lexiconOf, remembered } from '../../src/units/index.js';

it('a text is read once with a lexicon, anew with another one, and anew where it is long', () => {
  const asked: string[] = [];
  const read = remembered((text, lexicon) => {
    asked.push(text);
    return lexicon.find(text)?.name;
  }, 5);
  const [one, other] = [
    lexiconOf({}),
    lexiconOf({ units: [{ name: '区水利局', kind: 'department', aliases: ['水利局'] }] }),
  ];
  // Nothing found is remembered, too.
  expect([read('水利局', one), read('水利局', one), asked]).toEqual([undefined, undefined, ['水利局']]);
  expect([read('水利局', other), read('水利局', other)]).toEqual(['区水利局', '区水利局']);
  expect(asked).toHaveLength(2);
  read('某某某水利局', one);
  read('某某某水利局', one);
  expect(asked).toHaveLength(4);
});
