/** The records that have a JSON Schema. */
export type SchemaName = 'task-book' | 'task-sheet' | 'registry';

/** The JSON Schema (draft 2020-12) of each record that the program reads or writes. */
export async function jsonSchemas(): Promise<Record<SchemaName, object>> {
  const [{ toJSONSchema }, { TaskBook }, { TaskSheet }, { Registry }] = await Promise.all([
    import('zod'),
    import('./taskbook.js'),
    import('./sheet.js'),
    import('./registry.js'),
  ]);
  return {
    'task-book': toJSONSchema(TaskBook),
    'task-sheet': toJSONSchema(TaskSheet),
    registry: toJSONSchema(Registry),
  };
}
