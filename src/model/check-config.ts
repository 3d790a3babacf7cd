import * as z from 'zod';
import { Severity } from './diagnostic.js';

/** How the rules of `check` are to be taken, as people write it. */
export const CheckConfig = z.strictObject({
  rules: z
    .record(z.string(), z.enum([...Severity.options, 'off']))
    .optional()
    .describe('规则代码 → off 不查，或 error 错误、warning 注意、info 提示'),
});
export type CheckConfig = z.infer<typeof CheckConfig>;
