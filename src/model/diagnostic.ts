import * as z from 'zod';
import { type ArgsOf, CODES, type Code, upgradeDiagnostic } from './codes/index.js';
import { type ArgType, SEVERITIES } from './codes/kind.js';
import { Place } from './place-record.js';

export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/**
 * One thing that somebody should know, without its words: `messageOf()` puts them on where it is
 * printed. Made by `diagnose()`.
 */
export type Diagnostic<C extends Code = Code> = {
  [K in C]: { code: K; severity: Severity; args: ArgsOf<K>; at?: Place };
}[C];

/** What an argument of each type is in a record. */
const ARGS: Record<ArgType, z.ZodType> = {
  text: z.string(),
  'text?': z.string().nullable(),
  texts: z.array(z.string()),
  'texts?': z.array(z.string()).nullish(),
  number: z.number(),
  'number?': z.number().nullable(),
  flag: z.boolean(),
  reference: z.looseObject({ kind: z.enum(['row', 'clause', 'measure']) }),
  'place?': Place.nullable(),
  statuses: z.array(z.strictObject({ unit: z.string(), status: z.string() })),
  differences: z.array(z.looseObject({ from: z.string(), to: z.string() })),
};

/** The record of a diagnostic; one that an earlier version kept is read, too. */
export const Diagnostic = z.preprocess(
  upgradeDiagnostic,
  z
    .strictObject({
      code: z.enum(Object.keys(CODES)).describe('稳定的英文代码'),
      severity: Severity,
      args: z.record(z.string(), z.unknown()).describe('这个代码说的是什么：名称、数字等'),
      at: Place.optional(),
    })
    .refine(({ code, args }) => areArgs(CODES[code as Code].args, args), { path: ['args'] }),
) as unknown as z.ZodType<Diagnostic>;

function areArgs(shape: (typeof CODES)[Code]['args'], args: Readonly<Record<string, unknown>>): boolean {
  return Object.entries<ArgType | readonly string[]>(shape).every(
    ([name, type]) => (typeof type === 'string' ? ARGS[type] : z.enum(type)).safeParse(args[name]).success,
  );
}
