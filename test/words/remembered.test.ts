import { expect, it } from 'vitest';
import { remembered } from '../../src/words/remembered.js';

it('a question is asked once of a short text, whatever the answer is, and of a long one each time', () => {
  const asked: string[] = [];
  const ask = remembered((text) => {
    asked.push(text);
    return text === '甲' ? undefined : text.length;
  });
  const long = '乙'.repeat(401);
  expect(['甲', '甲', '乙', '乙', long, long].map(ask)).toEqual([undefined, undefined, 1, 1, 401, 401]);
  expect(asked).toEqual(['甲', '乙', long, long]);
});

it('of very many texts it forgets some, and says the same again', () => {
  let asked = 0;
  const ask = remembered((text) => {
    asked++;
    return Number(text);
  });
  const texts = Array.from({ length: 5_000 }, (_, i) => String(i));
  expect([...texts, ...texts].map(ask)).toEqual([...texts, ...texts].map(Number));
  expect(asked).toBe(10_000);
});
