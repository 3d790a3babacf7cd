import { diagnose } from '../model/diagnose.js';
import { Registry } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import { fromYaml } from '../model/yaml.js';
import { normalizeName } from '../words/width.js';
import { sharedNames } from './lexicon.js';

/**
 * Reads a registry that a district keeps in a YAML file.
 *
 * @param text the file's text
 * @param file what to call the file in places
 * @returns the registry, or `registry-invalid` (not YAML, or not of the form of a registry) or
 *   `name-shared` (two units go by one name), each with line and column
 */
export function registryFromYaml(text: string, file: string): Result<Registry> {
  const read = fromYaml(text, file, Registry);
  if ('wrong' in read) {
    return failed(...read.wrong.map(({ detail, at }) => diagnose('registry-invalid', { detail }, at)));
  }
  const { value, lastPlaceOf } = read;
  const shared = sharedNames(value);
  if (shared.length === 0) return { value, diagnostics: [] };
  return failed(
    ...shared.map((each) =>
      diagnose(
        'name-shared',
        each,
        lastPlaceOf((scalar) => normalizeName(scalar) === each.name),
      ),
    ),
  );
}
