// Beside what people would use instead: whole processes in turn, on the same inputs; what is not installed is left out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const RUNS = 9;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const program = path('../bin/wulong-tasks.js');
const seed = path('../seeds/wulong-2025-1.txt');
const docx = path('../fixtures/wulong-2025-1/forms/notice.docx');
const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-bench-'));

const take = ([command, ...args]) => {
  const from = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
  return status === 0 ? Number(process.hrtime.bigint() - from) / 1e6 : undefined;
};
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Prints how long each takes beside the first. */
function compare(title, commands) {
  console.log(`\n${title}`);
  const known = commands.filter(([, command]) => take(command) !== undefined);
  const times = new Map(known.map(([name]) => [name, []]));
  for (let i = 0; i < RUNS; i++) for (const [name, command] of known) times.get(name).push(take(command));
  const [own] = times.values();
  for (const [name, all] of times) {
    const ratio = median(all.map((ms, i) => ms / own[i]));
    console.log(
      `  ${name.padEnd(28)} ${median(all).toFixed(0).padStart(7)} ms  ${ratio.toFixed(2).padStart(6)} ×`,
    );
  }
}

/** Every cell of the workbooks in a folder, for others to write. */
async function cellsOf(from) {
  const books = [];
  for (const name of readdirSync(from).filter((file) => file.endsWith('.xlsx'))) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(join(from, name)));
    const sheets = workbook.worksheets.map((sheet) => {
      const cells = [];
      sheet.eachRow({ includeEmpty: true }, (row, number) =>
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          if (cell.isMerged && cell.master !== cell) return;
          cells.push({ row: number, column, value: cell.value, style: cell.style });
        }),
      );
      return { title: sheet.name, cells };
    });
    books.push({ name, sheets });
  }
  return books;
}

try {
  const node = process.execPath;
  compare('the seed as a Word file', [
    ['parse', [node, program, 'parse', docx, '-o', 'docx.json']],
    ['mammoth alone', [node, path('peers/mammoth.js'), docx]],
    ['pandoc -t json', ['pandoc', docx, '-t', 'json', '-o', 'pandoc.json']],
    ['LibreOffice to text', ['soffice', '--headless', '--convert-to', 'txt:Text', docx]],
    ['bare node', [node, '-e', '0']],
  ]);
  const all = [node, program, 'export', '--all', '--from', seed, '-o', 'own'];
  spawnSync(all[0], all.slice(1), { cwd: folder, stdio: 'ignore' });
  const books = await cellsOf(join(folder, 'own'));
  writeFileSync(join(folder, 'cells.json'), JSON.stringify(books));
  const cells = books.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.cells)).length;
  compare(`${books.length} workbooks, ${cells} cells`, [
    ['export --all', all],
    ['the cells by bare exceljs', [node, path('peers/exceljs.js'), 'cells.json', 'exceljs']],
    [
      'the cells by openpyxl',
      ['/usr/bin/python3', path('peers/openpyxl_write.py'), 'cells.json', 'openpyxl'],
    ],
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
