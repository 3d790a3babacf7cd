import { messageOf, titleOf } from '../messages/index.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of the file.
 *
 * @param path the notice's path in the repository
 */
export function findingsToAnnotations(findings: readonly Diagnostic[], path: string): string {
  return findings
    .map((finding) => {
      const { code, severity, at } = finding;
      const title = titleOf(code, code);
      const lines = at && 'line' in at ? `,line=${at.line},col=${at.column}` : '';
      // A file without lines has its place in the text.
      const within = at === undefined ? '' : withinFile(at);
      const where = within === '' ? '' : `${within}：`;
      return `::${COMMANDS[severity]} file=${property(path)}${lines},title=${property(title)}::${data(where + messageOf(finding))}\n`;
    })
    .join('');
}

/** Escapes as the runner undoes it: a line break would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
