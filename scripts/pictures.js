// Makes the pictures in docs/ anew from the built program: `npm run build`, then `node scripts/pictures.js`. Needs
// LibreOffice, pdftoppm and pdftotext (poppler), ImageMagick and Chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { chromium } from 'playwright-core';

const SEED = 'seeds/wulong-2025-1.txt';
const REVISED = 'fixtures/wulong-2025-1/revised.txt';
const UNIT = '区水利局';
const LEADER = '区应急管理局';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-pictures-'));
const inside = (...parts) => join(folder, ...parts);
const run = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const tool = (...args) => run(process.execPath, 'bin/wulong-tasks.js', ...args);

/** What a unit says of its tasks in a month; the second month is further than the first. */
const STATUSES = ['推进中', '已完成', '未启动', '推进中', '滞后', '推进中', ''];
const SAID = { 推进中: '已开工', 已完成: '已全部完成', 滞后: '正在补办手续', 未启动: '' };

async function fillIn(month) {
  const sheets = inside('tasks', '各单位');
  for (const [unit, name] of readdirSync(sheets).entries()) {
    // Some hand in nothing.
    if (unit % 9 === 4) continue;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(sheets, name));
    const sheet = workbook.getWorksheet('任务清单');
    const column = new Map();
    sheet.getRow(3).eachCell((cell, i) => column.set(cell.text, i));
    for (let i = 0; sheet.getRow(i + 4).getCell(column.get('目标内容')).text !== ''; i++) {
      const at = (i * 3 + unit) % STATUSES.length;
      const status = month === 2 && (i + unit) % 3 === 0 ? '已完成' : STATUSES[at];
      if (status === '') continue;
      const row = sheet.getRow(i + 4);
      row.getCell(column.get('责任人')).value = ['张三', '李四', '王五'][(i + unit) % 3];
      row.getCell(column.get('进展状态')).value = status;
      row.getCell(column.get('进展情况')).value = SAID[status] || null;
      if (at === 5) row.getCell(column.get('完成时限')).value = new Date('2025-07-15T00:00:00Z');
    }
    await workbook.xlsx.writeFile(join(sheets, name));
  }
}

/** Pages of a file as pictures: for each text the first page that says it. */
function pages(file, ...texts) {
  const profile = `-env:UserInstallation=file://${inside('profile')}`;
  run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file);
  const pdf = inside(`${basename(file, extname(file))}.pdf`);
  const said = run('pdftotext', '-layout', pdf, '-').replaceAll(' ', '').split('\f');
  return texts.map((text) => {
    const at = said.findIndex((page) => page.includes(text)) + 1;
    if (at === 0) throw new Error(`${file}: no page says ${text}`);
    const name = `${pdf}-${at}`;
    const only = ['-f', String(at), '-l', String(at)];
    run('pdftoppm', '-png', '-singlefile', '-r', '110', ...only, pdf, name);
    return `${name}.png`;
  });
}

/** Puts pictures beside each other, with few colours, into docs/. */
function into(name, ...pictures) {
  const edged = pictures.length > 1 ? ['-bordercolor', '#888', '-border', '1', '-gravity', 'north'] : [];
  run('convert', ...pictures, ...edged, '+append', '-strip', '-colors', '96', `docs/${name}.png`);
}

async function shot(browser, name, address, { options = {}, prepare } = {}) {
  const context = await browser.newContext({ viewport: { width: 1080, height: 772 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  await prepare?.(page);
  await page.waitForTimeout(500);
  const path = inside(`${name}.png`);
  await page.screenshot({ path });
  await context.close();
  return path;
}

tool('build', SEED, '-o', inside('tasks'));
mkdirSync(inside('months'));
await fillIn(1);
tool('collect', inside('tasks'), '--on', '2025-06-30', '-o', inside('months', '2025-06.json'));
await fillIn(2);
const july = ['--on', '2025-07-31', '--since', inside('months')];
tool(
  'collect',
  inside('tasks'),
  ...july,
  '-o',
  inside('months', '2025-07.json'),
  '-o',
  inside('汇总.xlsx'),
  '--papers',
  inside('papers'),
  '--sign',
  '区安委办',
);
tool('report', '--from', SEED, '--progress', inside('months', '2025-07.json'), '-o', inside('report.html'));

const filled = readFileSync(inside('tasks', '各单位', `${UNIT}.xlsx`));
into('roll-up', ...pages(inside('汇总.xlsx'), '各单位进展总览'));
const paper = readdirSync(inside('papers'), { recursive: true }).find((name) => name.includes(LEADER));
into('papers', ...pages(inside('papers', paper), '督办单'));
into('overview', ...pages(inside('tasks', '总台账', '总台账.xlsx'), '单位任务矩阵'));
tool('build', REVISED, '-o', inside('tasks'));
const sheet = inside('tasks', '各单位', `${UNIT}.xlsx`);
const [cover, tasks, asked] = pages(sheet, `${UNIT}任务清单`, '牵头和责任单位', `${UNIT}待确认`);
into('cover', cover);
into('sheet', tasks);
into('asked', asked);

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const report = `file://${inside('report.html')}`;
const at = (hash) => `${report}#${encodeURIComponent(hash)}`;
const scrolledTo = (selector) => (page) => page.locator(selector).first().scrollIntoViewIfNeeded();
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
into(
  'report',
  await shot(browser, 'matrix', report, { prepare: scrolledTo('.chart .plot:visible') }),
  await shot(browser, 'unit', at(UNIT)),
);
into(
  'report-phone',
  await shot(browser, 'phone', at(LEADER), { options: phone }),
  await shot(browser, 'dark', `${report}#/通知`, { options: { ...phone, colorScheme: 'dark' } }),
  await shot(browser, 'progress', report, { options: phone, prepare: scrolledTo('#progress') }),
);
const app = async (page) => {
  await page.locator('input[type=file]').setInputFiles([
    { name: '通知.txt', mimeType: 'text/plain', buffer: readFileSync(SEED) },
    { name: `${UNIT}.xlsx`, mimeType: 'application/octet-stream', buffer: filled },
  ]);
  await page.getByText('读到了什么').waitFor({ timeout: 120_000 });
  await page.locator('.busy').waitFor({ state: 'detached', timeout: 120_000 });
};
into(
  'app',
  await shot(browser, 'app', `file://${resolve('dist/app.html')}`, {
    options: { viewport: { width: 1366, height: 768 } },
    prepare: app,
  }),
);
await browser.close();
rmSync(folder, { recursive: true, force: true });
