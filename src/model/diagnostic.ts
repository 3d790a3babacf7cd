import * as z from 'zod';
import { Place } from './place.js';

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** One thing the reader of a notice should know. Made by `diagnose()`, which words it. */
export const Diagnostic = z.strictObject({
  code: z.string().describe('稳定的英文代码'),
  severity: Severity,
  message: z.string().describe('中文说明：出了什么事，该怎么办'),
  at: Place.optional(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;
