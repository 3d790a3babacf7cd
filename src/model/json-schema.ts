import { toJSONSchema } from 'zod';
import { CheckConfig } from './check-config.js';
import { Registry } from './registry.js';
import { Revision } from './revision.js';
import { RollUp } from './roll-up.js';
import { TaskSheet } from './sheet.js';
import { StoredTaskBook } from './taskbook.js';

/** The JSON Schema (draft 2020-12) of each record that the program reads or writes. */
export const JSON_SCHEMAS = {
  'task-book': toJSONSchema(StoredTaskBook),
  'task-sheet': toJSONSchema(TaskSheet),
  revision: toJSONSchema(Revision),
  'roll-up': toJSONSchema(RollUp),
  registry: toJSONSchema(Registry),
  'check-config': toJSONSchema(CheckConfig),
};
