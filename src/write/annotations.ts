import { messageOf, SEVERITY_WORDS, titleOf } from '../messages/index.js';
import { SEVERITIES } from '../model/codes/kind.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import { placeText, withinFile } from '../model/place.js';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** How many annotations of each severity GitHub shows of a step; it drops all further ones without a word. */
const MOST = 10;

/** How many places an annotation of many findings names. */
const PLACES = 20;

/** What stands in one annotation: a finding, or many. */
interface Annotation {
  readonly first: Diagnostic;
  readonly text: string;
}

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of the file. Where there are more
 * than it shows, those of one rule are one annotation, at the first of them.
 *
 * @param path the notice's path in the repository
 */
export function findingsToAnnotations(findings: readonly Diagnostic[], path: string): string {
  return SEVERITIES.flatMap((severity) =>
    shownOf(findings.filter((finding) => finding.severity === severity)).map(({ first, text }) => {
      const { code, at } = first;
      const title = titleOf(code, code);
      const lines = at && 'line' in at ? `,line=${at.line},col=${at.column}` : '';
      return `::${COMMANDS[severity]} file=${property(path)}${lines},title=${property(title)}::${data(text)}\n`;
    }),
  ).join('');
}

/** As many annotations as are shown. */
function shownOf(findings: readonly Diagnostic[]): Annotation[] {
  if (findings.length <= MOST) return findings.map(single);
  const all = Array.from(byRule(findings).values(), grouped);
  const rest = all.slice(MOST - 1);
  const [first] = rest;
  if (all.length <= MOST || !first) return all;
  const text = rest.map(({ first: { code }, text: own }) => `${titleOf(code, code)}：${own}`).join('\n');
  return [...all.slice(0, MOST - 1), { first: first.first, text }];
}

function single(finding: Diagnostic): Annotation {
  // A file without lines has its place in the text.
  const within = finding.at === undefined ? '' : withinFile(finding.at);
  return { first: finding, text: `${within === '' ? '' : `${within}：`}${messageOf(finding)}` };
}

function grouped([first, ...others]: readonly [Diagnostic, ...Diagnostic[]]): Annotation {
  const { text } = single(first);
  if (others.length === 0) return { first, text };
  const places = others
    .slice(0, PLACES)
    .map(({ at }) => (at && 'line' in at ? `第${at.line}行` : at ? withinFile(at) : ''));
  const more = others.length > PLACES ? '等' : '';
  return {
    first,
    text: `${text}\n这类共 ${others.length + 1} 处，还有：${places.filter(Boolean).join('、')}${more}`,
  };
}

function byRule(findings: readonly Diagnostic[]): Map<string, [Diagnostic, ...Diagnostic[]]> {
  const rules = new Map<string, Diagnostic[]>();
  for (const finding of findings) addTo(rules, finding.code, finding);
  return rules as Map<string, [Diagnostic, ...Diagnostic[]]>;
}

/** All findings as Markdown, by rule, for the summary of a run. */
export function findingsToMarkdown(findings: readonly Diagnostic[]): string {
  if (findings.length === 0) return '## 发文前检查\n\n没有发现问题。\n';
  const parts = SEVERITIES.flatMap((severity) =>
    Array.from(byRule(findings.filter((finding) => finding.severity === severity)), ([code, own]) => {
      const items = own.map((finding) => {
        const place = finding.at === undefined ? '' : `\`${placeText(finding.at).replaceAll('`', "'")}\` `;
        return `- ${place}${markdown(messageOf(finding))}`;
      });
      return `### ${SEVERITY_WORDS[severity]}：${markdown(titleOf(code as Diagnostic['code'], code))}（${own.length} 处）\n\n${items.join('\n')}`;
    }),
  );
  return `## 发文前检查（${findings.length} 处）\n\n${parts.join('\n\n')}\n`;
}

/** Text in which nothing is taken for a mark. */
function markdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('\n', '<br>');
}

/** Escapes as the runner undoes it: a line break would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
