import type { Log, ReportingConfiguration, Result } from 'sarif';
import { RULES, type Rule } from '../check/index.js';
import { messageOf, ruleWords } from '../messages/index.js';
import { CODES } from '../model/codes/index.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';

const LEVELS: Record<Severity, NonNullable<ReportingConfiguration['level']>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file. A place without
 * lines, as in a Word file, is a logical location.
 *
 * @param path the notice's path as it is to be linked, with `/`
 * @param version the program's version
 */
export function findingsToSarif(findings: readonly Diagnostic[], path: string, version: string): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'wulong-tasks', version, language: 'zh-CN', rules: RULES.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, path)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf({ code }: Rule) {
  const { title, explanation } = ruleWords(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    defaultConfiguration: { level: LEVELS[CODES[code].severity] },
  };
}

function resultOf(finding: Diagnostic, path: string): Result {
  const { code, severity, at } = finding;
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  const region = at && 'line' in at ? { region: { startLine: at.line, startColumn: at.column } } : {};
  const logical = at === undefined ? '' : withinFile(at);
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: { artifactLocation, ...region },
        ...(logical !== '' && { logicalLocations: [{ fullyQualifiedName: logical }] }),
      },
    ],
  };
}
