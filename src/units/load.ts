import { LineCounter, parseDocument, visit } from 'yaml';
import { zhCN } from 'zod/locales';
import { diagnose } from '../model/messages.js';
import { Registry } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import { sharedNames } from './lexicon.js';
import { normalizeName } from './normalize.js';

/**
 * Reads a registry that a district keeps in a YAML file.
 *
 * @param text the file's text
 * @param file what to call the file in places
 * @returns the registry, or `registry-invalid` (not YAML, or not of the form of a registry) or
 *   `name-shared` (two units go by one name), each with line and column
 */
export function registryFromYaml(text: string, file: string): Result<Registry> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  /** Where a value is, or, when it is missing, where it should be. */
  const offsetOf = (path: readonly PropertyKey[]): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents;
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    return range?.[0] ?? (path.length > 0 ? offsetOf(path.slice(0, -1)) : 0);
  };
  /** Where a name is written last. */
  const lastOffsetOf = (name: string): number => {
    let offset = 0;
    visit(document, {
      Scalar: (_, { value, range }) => {
        if (typeof value === 'string' && normalizeName(value) === name) offset = range?.[0] ?? offset;
      },
    });
    return offset;
  };

  const broken = document.errors
    .slice(0, 1)
    .map(({ pos }) =>
      diagnose('registry-invalid', { detail: 'YAML 的写法不对，请检查缩进、引号和括号' }, placeOf(pos[0])),
    );
  if (broken.length > 0) return failed(...broken);
  const checked = Registry.safeParse(document.toJS() ?? {}, { error: zhCN().localeError });
  if (!checked.success) {
    return failed(
      ...checked.error.issues.map(({ path, message }) =>
        diagnose(
          'registry-invalid',
          { detail: [path.join('.'), message].filter(Boolean).join('：') },
          placeOf(offsetOf(path)),
        ),
      ),
    );
  }
  const shared = sharedNames(checked.data);
  if (shared.length === 0) return { value: checked.data, diagnostics: [] };
  return failed(...shared.map((each) => diagnose('name-shared', each, placeOf(lastOffsetOf(each.name)))));
}
