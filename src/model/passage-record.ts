import * as z from 'zod';
import { Place } from './place-record.js';

/**
 * A stretch of the notice's text together with where every character of it came from: the spans of its place are
 * disjoint, ascending, and hold every character of the text that is printed, and no other; a line break in the text
 * is no character of the source.
 */
export const Passage = z.strictObject({
  text: z.string().describe('印出的字，不含每行两端的空白和噪声；多行以换行分开'),
  at: Place,
});
export type Passage = z.infer<typeof Passage>;
