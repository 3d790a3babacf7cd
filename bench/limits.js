// Time and memory against size, for the forms that cost most: whole processes, beside an empty run. SECURITY.md states
// what they may come to; time is that of the processor, so that other work on the machine counts little.
//
//   node bench/limits.js
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const program = fileURLToPath(new URL('../bin/wulong-tasks.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-bench-'));

const HEAD = '某府发〔2025〕1号\n关于某事的通知\n各单位：\n请办好。\n某政府\n2025年1月1日\n';
const HEADER = '\n一、某表\n\t序号\n\t名称\n\t2025年目标\n\t牵头单位\n\t责任单位\n';
const row = (i) => `\n\t${i + 1}\n\t甲${i}\n\t办好第${i}件事\n\t区公安局\n\t区水利局\n`;
const rows = (count) => Array.from({ length: count }, (_, i) => row(i)).join('');
const PAGE = '<html><body><p>各单位：</p>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const zip = (parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const related = (type, target) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
const cells = (count) =>
  Array.from({ length: count / 10 }, (_, r) => {
    const own = Array.from('ABCDEFGHIJ', (letter) => `<c r="${letter}${r + 1}"><v>${r}</v></c>`);
    return `<row r="${r + 1}">${own.join('')}</row>`;
  }).join('');

/** What is tried: what grows by thousands, and a file of so many. */
const FORMS = [
  ['rows of a text', 'row', (count) => HEAD + HEADER + rows(count), [5_000, 19_000]],
  [
    'a long text',
    'KB',
    (count) => `${HEAD}一、总\n（一）事。${'开展整治。'.repeat((count * 1000) / 15)}`,
    [500, 2_000],
  ],
  ['elements of a page', 'element', (count) => PAGE + '<p>甲</p>'.repeat(count), [100_000, 400_000]],
  [
    'the same in 240 others',
    'element',
    (count) => `${PAGE}${'<span>甲'.repeat(240)}${'甲<i>乙</i>'.repeat(count)}${'</span>'.repeat(240)}`,
    [50_000, 200_000],
  ],
  [
    'elements of a Word file',
    'element',
    (count) =>
      zip({
        'word/document.xml': `<w:document ${W}><w:body>${'<w:p><w:r><w:t>甲</w:t></w:r></w:p>'.repeat(count / 3)}</w:body></w:document>`,
      }),
    [100_000, 400_000],
  ],
  [
    'cells of a workbook',
    'cell',
    (count) =>
      zip({
        '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
        'xl/workbook.xml': `<workbook ${S} xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
        'xl/worksheets/sheet1.xml': `<worksheet ${S}><sheetData>${cells(count)}</sheetData></worksheet>`,
      }),
    [60_000, 240_000],
  ],
];

/** Runs a program in a child whose use of processor and memory is told when it ends. */
function measured(args) {
  const told = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    require('node:fs').writeFileSync('used.json', JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })); });`;
  writeFileSync(join(folder, 'told.cjs'), told);
  spawnSync(process.execPath, ['--require', './told.cjs', ...args], { cwd: folder, stdio: 'ignore' });
  return JSON.parse(spawnSync('cat', ['used.json'], { cwd: folder, encoding: 'utf8' }).stdout);
}

try {
  const empty = measured([program, '--version']);
  console.log(`an empty run: ${empty.seconds.toFixed(2)} s, ${empty.megabytes.toFixed(0)} MB`);
  console.log('form                        number        s       MB   s a 1000   MB a 1000   time grows by');
  for (const [form, unit, make, sizes] of FORMS) {
    const used = sizes.map((size) => {
      writeFileSync(join(folder, 'notice'), make(size));
      const { seconds, megabytes } = measured([program, 'parse', 'notice', '--force']);
      return { size, seconds: seconds - empty.seconds, megabytes: megabytes - empty.megabytes };
    });
    const [small, large] = used;
    const exponent = Math.log(large.seconds / small.seconds) / Math.log(large.size / small.size);
    for (const { size, seconds, megabytes } of used) {
      console.log(
        `${form.padEnd(24)} ${String(size).padStart(9)} ${seconds.toFixed(2).padStart(8)} ${megabytes.toFixed(0).padStart(8)} ${((seconds / size) * 1000).toFixed(3).padStart(10)} ${((megabytes / size) * 1000).toFixed(2).padStart(11)}   ${size === large.size ? `${unit}^${exponent.toFixed(2)}` : ''}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
