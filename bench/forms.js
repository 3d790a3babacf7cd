// How much of composed notices comes through each form: saved by LibreOffice, printed by LibreOffice and Chromium. A row is
// right where it says what the notice's own form says. A notice whose rows are not all right is told by an error or a
// warning that its own form does not have; where it has none, its rows are wrong in silence. `npm run build` goes before;
// the table goes into docs/forms.md.
//
//   node bench/forms.js [FOLDER of files made before, or to be made] [EVERY: only each so many of the notices; the table in the document is of all]
//   node bench/forms.js FOLDER NAME...   these notices alone, and each row that differs
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, parse } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { parseNotice } from '../dist/index.js';
import { cmapsPlugin } from '../scripts/cmaps.js';
import { yamlPlugin } from '../scripts/yaml.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'wulong-tasks-forms-'));
const named = process.argv.slice(3).filter((word) => Number.isNaN(Number(word)));
const every = named.length > 0 ? 1 : Number(process.argv[3] ?? 1);
/** Clauses are many and alike, and printing takes long: every fourth of them is printed. */
const corpus = [
  { of: path('../fixtures/tables'), printed: every },
  { of: path('../fixtures/clauses'), printed: 4 * every },
];
const browser = process.env['CHROMIUM'] ?? 'chromium-headless-shell';
const office = 'soffice';
const AT_ONCE = 30;

const inFolder = (name) => {
  mkdirSync(join(folder, name), { recursive: true });
  return join(folder, name);
};
const files = (of, ...endings) =>
  readdirSync(of)
    .filter((name) => endings.includes(extname(name)))
    .map((name) => join(of, name));

/** Files as LibreOffice saves them in another form, those that are not there yet. */
function saved(from, form, to, filter) {
  const out = inFolder(to);
  const open = from.filter((file) => !existsSync(join(out, `${parse(file).name}.${form.split(':')[0]}`)));
  for (let i = 0; i < open.length; i += AT_ONCE) {
    const some = open.slice(i, i + AT_ONCE);
    const args = [
      '--headless',
      ...(filter ? [`--infilter=${filter}`] : []),
      '--convert-to',
      form,
      '--outdir',
      out,
    ];
    spawnSync(office, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, ...args, ...some]);
  }
  return files(out, `.${form.split(':')[0]}`);
}

function printed(from, to) {
  const out = inFolder(to);
  for (const file of from) {
    const pdf = join(out, `${parse(file).name}.pdf`);
    const args = ['--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`];
    if (!existsSync(pdf)) spawnSync(browser, [...args, String(pathToFileURL(file))]);
  }
  return files(out, '.pdf');
}

/** A text as a page: a paragraph a line. */
function asPage(file) {
  const escaped = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
  const lines = escaped.split(/\r?\n/).map((line) => `<p>${line}</p>`);
  const page = join(inFolder('pages'), `${parse(file).name}.html`);
  writeFileSync(page, `<!DOCTYPE html><html><meta charset="utf-8"><body>${lines.join('')}</body></html>`);
  return page;
}

/** What writes the pages of a PDF file as OFD: the writer of the tests. */
async function ofdOf() {
  const entry = join(folder, 'ofd.ts');
  const from = (name) => JSON.stringify(path(`../${name}`));
  writeFileSync(
    entry,
    `export { readPdfPages } from ${from('src/read/pdf.ts')}; export { ofd } from ${from('test/support/ofd.ts')};`,
  );
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [yamlPlugin, cmapsPlugin],
    logLevel: 'silent',
  });
  await bundle.write({ file: path('../dist/forms-ofd.mjs'), format: 'esm', codeSplitting: false });
  return await import(String(pathToFileURL(path('../dist/forms-ofd.mjs'))));
}

const plain = (text) => text.replace(/\s/g, '');
const rowOf = ({ number, name, goal, lead, responsible }) =>
  [
    number,
    name,
    goal,
    ...[lead, responsible].map((all) =>
      all
        .map((each) => each.unit ?? each.text)
        .sort()
        .join(),
    ),
  ]
    .map(plain)
    .join('｜');

async function read(file) {
  const { value, diagnostics } = await parseNotice(readFileSync(file), { name: parse(file).base });
  const rest = value?.ledger.rest.reduce((sum, { text }) => sum + plain(text).length, 0) ?? 0;
  const told = new Map();
  for (const { severity, code } of diagnostics)
    if (severity !== 'info') told.set(code, { severity, count: (told.get(code)?.count ?? 0) + 1 });
  return { rows: value?.tasks.map(rowOf), rest, told };
}

/** How a notice tells that it is not what it is in its own form: by errors, by warnings only, or not. */
function howTold(got, base) {
  if (!got.rows) return 'refused';
  const more = Array.from(got.told).filter(([code, { count }]) => count > (base.told.get(code)?.count ?? 0));
  if (more.some(([, { severity }]) => severity === 'error')) return 'error';
  return more.length > 0 ? 'warning' : 'silent';
}

const own = new Map();
for (const { of, printed: step } of corpus) {
  const endings = ['.docx', '.html', '.xlsx', ...(of.endsWith('clauses') ? ['.txt'] : [])];
  for (const [i, file] of files(of, ...endings).entries()) {
    const { name } = parse(file);
    const isPrinted = named.length > 0 || i % step === 0;
    if (named.length > 0 ? named.includes(name) : i % every === 0)
      own.set(name, { file, isPrinted, ...(await read(file)) });
  }
}
const those = (...endings) =>
  Array.from(own.values()).flatMap(({ file, rows }) =>
    rows && endings.includes(extname(file)) ? [file] : [],
  );

/** Those of files that are printed; the folder may have others of an earlier run. */
const toPrint = (some) => some.filter((file) => own.get(parse(file).name)?.isPrinted);

/** Compares what comes of the files of one form with what comes of the notices themselves. */
async function measure(form, some) {
  const sum = { notices: 0, right: 0, all: 0, others: 0, rest: 0 };
  const wrong = { refused: 0, error: 0, warning: 0, silent: 0 };
  const names = { refused: [], error: [], warning: [], silent: [] };
  for (const file of some) {
    const { name } = parse(file);
    const base = own.get(name);
    if (!base?.rows) continue;
    const got = await read(file);
    const left = [...(got.rows ?? [])];
    const lost = base.rows.filter((row) => {
      const at = left.indexOf(row);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    sum.notices++;
    sum.all += base.rows.length;
    sum.right += base.rows.length - lost.length;
    sum.others += left.length;
    sum.rest += got.rest;
    if (lost.length + left.length === 0) continue;
    const how = howTold(got, base);
    // A row that says something else is lost and stands among the others, too.
    wrong[how] += Math.max(lost.length, left.length);
    names[how].push(name);
    const rows = [...lost.map((row) => `- ${row}`), ...left.map((row) => `+ ${row}`)].join('\n');
    writeFileSync(join(inFolder('differs'), `${form.replace(/\W+/g, '-')}-${how}-${name}.txt`), rows);
    if (named.length > 0)
      console.error(`${form}, ${name}, ${how}: ${Array.from(got.told.keys()).join(' ')}\n${rows}`);
  }
  const n = (value) => value.toLocaleString('en-US');
  const told = n(wrong.refused + wrong.error + wrong.warning);
  const counts = Object.values(names).map((each) => each.length);
  console.log(
    `| ${form} | ${sum.notices} | ${n(sum.right)} of ${n(sum.all)} | ${told} | ${n(wrong.silent)} | ${n(sum.rest)} | ${counts.join(', ')} |`,
  );
  for (const how of ['warning', 'silent'])
    if (names[how].length > 0) console.error(`  ${how}: ${names[how].join(' ')}`);
}

const pages = those('.txt').map(asPage);
const ofPages = saved([...those('.html'), ...pages], 'docx:MS Word 2007 XML', 'docx', 'HTML (StarWriter)');
const word = [...ofPages, ...those('.docx')];
const workbooks = those('.xlsx');
const xls = saved(workbooks, 'xls', 'xls');
const et = xls.map((file) => {
  const copy = join(inFolder('et'), `${parse(file).name}.et`);
  copyFileSync(file, copy);
  return copy;
});
console.log(
  '| form | notices | rows right | rows wrong and told | rows wrong in silence | characters unclaimed | notices that differ: refused, told as an error, as a warning, not told |',
);
console.log('|---|---|---|---|---|---|---|');
await measure('`.docx`, of pages', ofPages);
const saidPages = saved([...those('.docx'), ...workbooks], 'html', 'html');
await measure('page, saved by LibreOffice', saidPages);
await measure('`.xls`, of `.xlsx`', xls);
await measure('`.et`, the same file', et);
await measure('`.ods`, of `.xlsx`', saved(workbooks, 'ods', 'ods'));
const pdfs = toPrint(saved(toPrint([...those('.docx', '.xlsx'), ...ofPages]), 'pdf', 'pdf'));
const inPages = toPrint([...those('.html'), ...pages, ...saidPages]);
await measure('PDF of LibreOffice', pdfs);
await measure('PDF of Chromium', toPrint(printed(inPages, 'chromium')));
const { readPdfPages, ofd } = await ofdOf();
const ofds = [];
for (const file of pdfs) {
  const { value } = await readPdfPages(readFileSync(file), 'a.pdf');
  if (!value) continue;
  const made = join(inFolder('ofd'), `${parse(file).name}.ofd`);
  writeFileSync(made, ofd(value.map(({ page }) => page)));
  ofds.push(made);
}
await measure('OFD, of the PDF of LibreOffice', ofds);
await measure('`.doc`', saved(word, 'doc:MS Word 97', 'doc'));
await measure('`.odt`', saved(word, 'odt', 'odt'));
await measure('`.rtf`', saved(word.slice(0, AT_ONCE), 'rtf', 'rtf'));
