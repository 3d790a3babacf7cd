import { CheckConfig } from '../model/check-config.js';
import { diagnose } from '../model/messages.js';
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
 * @returns the settings, or `config-invalid` with line and column, also for a rule that there is not
 */
export function settingsFromYaml(text: string, file: string): Result<RuleSettings> {
  const read = fromYaml(text, file, CheckConfig);
  if ('wrong' in read) {
    return failed(...read.wrong.map(({ detail, at }) => diagnose('config-invalid', { detail }, at)));
  }
  const { rules = {} } = read.value;
  const known = RULES.map(({ code }) => code);
  const unknown = Object.keys(rules).filter((code) => !known.includes(code));
  if (unknown.length === 0) return { value: rules, diagnostics: [] };
  return failed(
    ...unknown.map((code) => {
      const nearest = nearestNames(code, known);
      const detail = `没有“${code}”这条规则${nearest.length > 0 ? `，是不是：${nearest.join('、')}` : ''}`;
      return diagnose(
        'config-invalid',
        { detail },
        read.lastPlaceOf((scalar) => scalar === code),
      );
    }),
  );
}
