import { CheckConfig } from '../model/check-config.js';
import { diagnose } from '../model/diagnose.js';
import { failed, type Result } from '../model/result.js';
import { fromYaml } from '../model/yaml.js';
import { nearestNames } from '../units/index.js';
import type { RuleSettings } from './index.js';
import { RULES } from './rules/index.js';

/**
 * Reads how rules are to be taken from a YAML file: `rules: { name-inferred: off }`.
 *
 * @param text the file's text
 * @param file what to call the file in places
 * @returns the settings, or `config-invalid` or, for a rule that there is not, `rule-unknown`, each with line and column
 */
export function settingsFromYaml(text: string, file: string): Result<RuleSettings> {
  const read = fromYaml(text, file, CheckConfig);
  if ('wrong' in read) {
    return failed(...read.wrong.map(({ detail, at }) => diagnose('config-invalid', { detail }, at)));
  }
  const { rules = {} } = read.value;
  const known: readonly string[] = RULES.map(({ code }) => code);
  const unknown = Object.keys(rules).filter((code) => !known.includes(code));
  if (unknown.length === 0) return { value: rules, diagnostics: [] };
  return failed(
    ...unknown.map((code) => {
      const at = read.lastPlaceOf((scalar) => scalar === code);
      return diagnose('rule-unknown', { rule: code, nearest: nearestNames(code, known) }, at);
    }),
  );
}
