// Writes the reference part of docs/library.md from the library's own declarations: npm run reference. With --check it writes nothing and fails
// where the page is not as it should be.
import { readFile, writeFile } from 'node:fs/promises';
import ts from 'typescript';

const PAGE = 'docs/library.md';
/** What stands above it is written by hand. */
const MARK = '<!-- From here on, scripts/reference.js writes. -->\n';

function reference() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const extra = ['src/units/registries/yaml.d.ts', 'src/write/html/bundled.d.ts'];
  const program = ts.createProgram(['src/node.ts', ...extra], options);
  const checker = program.getTypeChecker();
  return ['src/index.ts', 'src/node.ts']
    .flatMap((file) => sectionsOf(program.getSourceFile(file), checker))
    .filter(({ symbols }) => symbols.length > 0)
    .map(({ title, symbols }) => sectionText(title, symbols, checker))
    .join('\n');
}

/** The exports of a file under the comments that stand above them. */
function sectionsOf(source, checker) {
  const sections = [];
  for (const statement of source.statements) {
    const [comment] = ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? [];
    const text = comment && source.text.slice(comment.pos, comment.end);
    if (text?.startsWith('//') && sections.length + statement.pos > 0)
      sections.push({ title: text.replace(/^\/\/ /, ''), symbols: [] });
    const exported = ts.isExportDeclaration(statement)
      ? (statement.exportClause?.elements ?? []).map((element) => checker.getSymbolAtLocation(element.name))
      : statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
        ? [checker.getSymbolAtLocation(statement.name)]
        : [];
    const symbols = exported.filter((symbol) => symbol !== undefined);
    if (symbols.length > 0 && sections.length === 0) sections.push({ title: 'In Node only', symbols: [] });
    sections.at(-1)?.symbols.push(...symbols);
  }
  return sections;
}

function sectionText(title, symbols, checker) {
  const known = symbols.map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return { name: symbol.name, target };
  });
  const sorted = known.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const isType = ({ target }) => !(target.flags & ts.SymbolFlags.Value);
  const values = sorted.filter((each) => !isType(each)).map((each) => valueText(each, checker));
  const types = sorted.filter(isType).map((each) => {
    const [line = ''] = docOf(each.target, checker).split('\n');
    return `- \`${each.name}\`${line === '' ? '' : `: ${line}`}`;
  });
  const all = [...values, ...(types.length > 0 ? [`Types:\n\n${types.join('\n')}\n`] : [])];
  return `## ${title.replace(/\.$/, '')}\n\n${all.join('\n')}`;
}

function valueText({ name, target }, checker) {
  const [declaration] = target.declarations ?? [];
  const type = checker.getTypeOfSymbolAtLocation(target, declaration);
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrowStyleSignature;
  const calls = type.getCallSignatures();
  const shown =
    calls.length > 0
      ? calls.map(
          (call) => `${name}${checker.signatureToString(call, declaration, ts.TypeFormatFlags.NoTruncation)}`,
        )
      : target.flags & ts.SymbolFlags.Class
        ? [`class ${name}`]
        : [`${name}: ${short(checker.typeToString(type, declaration, flags))}`];
  const tags = target.getJsDocTags(checker).map(({ name: tag, text }) => {
    const said = ts.displayPartsToString(text).replaceAll('\n', ' ');
    if (tag === 'param') return `- ${said.replace(/^(\S+) (?:- )?/, '`$1`: ')}`;
    return tag === 'returns' ? `- returns ${said}` : `- ${tag}: ${said}`;
  });
  const parts = [docOf(target, checker), tags.join('\n')].filter((part) => part !== '');
  return `### ${name}\n\n\`\`\`typescript\n${shown.join('\n')}\n\`\`\`\n\n${parts.length > 0 ? `${parts.join('\n\n')}\n` : ''}`;
}

const docOf = (symbol, checker) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
const short = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

const page = await readFile(PAGE, 'utf8');
const head = page.slice(0, page.indexOf(MARK) + MARK.length);
const wanted = `${head}\n${reference()}`;
if (!process.argv.includes('--check')) await writeFile(PAGE, wanted);
else if (page !== wanted) throw new Error(`${PAGE} is not what the library declares: npm run reference`);
