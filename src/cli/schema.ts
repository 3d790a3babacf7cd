import { diagnose, jsonSchemas } from '../index.js';
import { Failure, print } from './terminal.js';

/** `wulong-tasks schema`: prints the JSON Schema of a record. */
export async function run(record: string): Promise<void> {
  const schemas = await jsonSchemas();
  const schema = Object.entries(schemas).find(([name]) => name === record)?.[1];
  if (!schema)
    throw new Failure([
      diagnose('usage', { text: `没有“${record}”这种记录。可选：${Object.keys(schemas).join('、')}。` }),
    ]);
  print(JSON.stringify(schema, null, 2));
}
