import type { Registry } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import { decode, formatOf, mimetypeOf, partNamesIn } from '../read/index.js';
import { asXlsx, isOlder, isOtherWorkbook } from '../workbook/older.js';
import type { RegistryKept } from './registry-workbook/kept.js';

/**
 * Reads a registry that a district keeps in a file: a workbook, or YAML in any encoding that a notice may have. Which of
 * them it is its content tells, not its name.
 *
 * @param file what to call the file in places
 * @returns the registry and what is told of it, or what is wrong with it and where
 */
export async function registryFromFile(bytes: Uint8Array, file: string): Promise<Result<Registry>> {
  if (await isOtherForm(bytes, file)) {
    const { value, diagnostics } = await asXlsx(bytes, file);
    return value ? fromWorkbook(value, file) : failed(...diagnostics);
  }
  if (formatOf(bytes) === 'zip') return fromWorkbook(bytes, file);
  const { value: text, diagnostics } = await decode(bytes, file);
  if (text === undefined) return failed(...diagnostics);
  return (await import('./load.js')).registryFromYaml(text, file);
}

/** What a registry's workbook holds besides the registry: answers, and what people wrote for themselves. */
export async function registryKeptIn(bytes: Uint8Array, file: string): Promise<RegistryKept> {
  const { keptInXlsx } = await import('./registry-workbook/read.js');
  if (!(await isOtherForm(bytes, file))) return keptInXlsx(bytes, file);
  const { value } = await asXlsx(bytes, file);
  return keptInXlsx(value ?? bytes, file);
}

/** What reads workbooks is loaded only where there is one. */
async function fromWorkbook(bytes: Uint8Array, file: string): Promise<Result<Registry>> {
  return (await import('./registry-workbook/read.js')).registryFromXlsx(bytes, file);
}

/** Whether a file is a workbook of another form than .xlsx. */
async function isOtherForm(bytes: Uint8Array, file: string): Promise<boolean> {
  const format = formatOf(bytes);
  if (format === 'ole') return isOlder(bytes);
  if (format !== 'zip') return false;
  const { value: names } = await partNamesIn(bytes, file);
  return names !== undefined && isOtherWorkbook(names, await mimetypeOf(bytes, file));
}
