import { appendFile } from 'node:fs/promises';
import { basename } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import {
  CODES,
  checkBook,
  type Diagnostic,
  decode,
  diagnose,
  exitCodeFor,
  FILES,
  findingsToAnnotations,
  findingsToMarkdown,
  findingsToSarif,
  messageOf,
  placeText,
  RULES,
  type RuleSettings,
  ruleWords,
  SEVERITIES,
  settingsFromYaml,
  titleOf,
} from '../index.js';
import { type BookOptions, openBook, parseFile } from './book.js';
import { isFile, read } from './files.js';
import { writeOne } from './outputs.js';
import { Failure, LISTED, print, severityWord, style, unwrap } from './terminal.js';

interface CheckFlags extends Omit<BookOptions, 'from'> {
  readonly config?: string;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly github?: boolean;
  readonly verbose?: boolean;
  readonly rules?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** `wulong-tasks check`: what the drafters of a notice should look at before it goes out. */
export async function run(notice: string | undefined, options: CheckFlags): Promise<void> {
  const { config, json, sarif, github, verbose = false, rules, output = '-', force = false } = options;
  if ([json, sarif, github].filter(Boolean).length > 1) {
    throw new Failure([diagnose('usage', { text: '--json、--sarif、--github 只能用一个。' })]);
  }
  if (rules) return print(json ? JSON.stringify(ruleRecords(), null, 2) : ruleList());
  const settings = await settingsIn(config);
  const { findings, path } = await found(notice, options, settings);
  const text = json
    ? `${JSON.stringify(findings.map(withMessage), null, 2)}\n`
    : sarif
      ? findingsToSarif(findings, path, packageJson.version)
      : github
        ? findingsToAnnotations(findings, path)
        : `${listing(findings, verbose)}\n`;
  await writeOne(output, text, { force });
  // What GitHub does not show beside the lines stands in the summary of the run, whole.
  const summary = github ? process.env['GITHUB_STEP_SUMMARY'] : undefined;
  if (summary) await appendFile(summary, findingsToMarkdown(findings));
  process.exitCode = exitCodeFor(findings);
}

/** The findings in a notice, or in the nearest task book; a notice that cannot be read is a finding, too. */
async function found(
  notice: string | undefined,
  options: CheckFlags,
  settings: RuleSettings,
): Promise<{ findings: Diagnostic[]; path: string }> {
  if (notice === undefined) {
    const book = await openBook(options);
    return {
      findings: [...errorsIn(book.diagnostics), ...checkBook(book, settings)],
      path: book.source.name,
    };
  }
  const { value, diagnostics } = await parseFile(notice, options, '.');
  const findings = [...errorsIn(diagnostics), ...(value ? checkBook(value, settings) : [])];
  return { findings, path: notice === '-' ? 'stdin' : notice.replaceAll('\\', '/').replace(/^\.\//, '') };
}

function errorsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** How rules are to be taken, from the file that the user names or the one in the current folder. */
export async function settingsIn(named: string | undefined): Promise<RuleSettings> {
  const path = named ?? FILES.checks;
  if (named === undefined && !(await isFile(path))) return {};
  const name = basename(path);
  return unwrap(await settingsFromYaml(unwrap(await decode(await read(path), name)), name));
}

/** A finding for programs, which have no words for it. */
function withMessage(finding: Diagnostic) {
  const { code, severity, ...rest } = finding;
  return { code, severity, message: messageOf(finding), ...rest };
}

function listing(findings: readonly Diagnostic[], verbose: boolean): string {
  if (findings.length === 0) return '没有发现问题。';
  const blocks = SEVERITIES.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return Array.from(new Set(own.map(({ code }) => code)), (code) => {
      const all = own.filter((finding) => finding.code === code);
      const shown = verbose || severity !== 'info' ? all : all.slice(0, LISTED);
      const more =
        all.length > shown.length
          ? [style.dim(`  还有 ${all.length - shown.length} 处，加 --verbose 列出`)]
          : [];
      return [
        `${severityWord(severity)}　${style.heading(`${titleOf(code, '读通知')}（${all.length} 处）`)} ${style.dim(`[${code}]`)}`,
        ...shown.map(
          (finding) => `  ${style.unit(finding.at ? placeText(finding.at) : '')}　${messageOf(finding)}`,
        ),
        ...more,
      ].join('\n');
    });
  });
  const counts = SEVERITIES.map(
    (severity) =>
      `${severityWord(severity)} ${findings.filter((finding) => finding.severity === severity).length}`,
  );
  return [...blocks, `共 ${findings.length} 处：${counts.join('，')}`].join('\n\n');
}

/** The rules as data: what each is called, how grave it is, what to do. */
function ruleRecords() {
  return RULES.map(({ code }) => ({ code, severity: CODES[code].severity, ...ruleWords(code) }));
}

function ruleList(): string {
  return RULES.map(({ code }) => {
    const { title, explanation } = ruleWords(code);
    return `${style.heading(code)}　${severityWord(CODES[code].severity)}　${title}\n  ${explanation}`;
  }).join('\n');
}
