import { jsonSchemas } from '../index.js';
import { print } from './terminal.js';

/** `wulong-tasks schema`: prints the JSON Schema of a record. */
export async function run(record: keyof Awaited<ReturnType<typeof jsonSchemas>>): Promise<void> {
  print(JSON.stringify((await jsonSchemas())[record], null, 2));
}
