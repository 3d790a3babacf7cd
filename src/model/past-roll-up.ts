import * as z from 'zod';
import { COUNT_FIELDS, LastSaid, Month, Standing, TaskReports } from './roll-up.js';
import { Entries } from './sheet.js';
import { ROLL_UP_SCHEMA } from './version.js';

/** The version before, whose roll-ups are still last month's: it has no standings, and no count of who is absent. */
const FORMER_SCHEMA = 'wulong-tasks/roll-up@3';

/** What is read of the roll-up of an earlier month. */
export const PastRollUp = z.object({
  schema: z.enum([FORMER_SCHEMA, ROLL_UP_SCHEMA]),
  notice: z.object({
    number: z.string().nullable(),
    title: z.string().nullable(),
    date: z.string().nullable(),
  }),
  on: z.iso.date().nullable(),
  months: z.array(Month).default([]),
  files: z.array(z.object({ unit: z.string().nullable(), reported: z.int() })),
  units: z.array(
    z.object({ ...COUNT_FIELDS, unit: z.string(), files: z.array(z.string()), absent: z.int().optional() }),
  ),
  tasks: z.array(
    TaskReports.pick({ id: true, category: true, name: true, goal: true })
      .extend({
        reports: z.array(
          z.object({
            unit: z.string(),
            state: Standing.shape.state,
            status: LastSaid.shape.status,
            filled: Entries.shape.filled,
            own: Entries.shape.own,
          }),
        ),
      })
      .loose(),
  ),
  standings: z
    .array(Standing.pick({ unit: true, id: true, state: true, since: true, last: true }).loose())
    .optional(),
});
export type PastRollUp = z.infer<typeof PastRollUp>;
