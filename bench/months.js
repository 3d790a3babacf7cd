// A year of roll-ups: 100 units, each of which has a share of 500 tasks, twelve months one after another. How long a month
// takes to be rolled up with those before it, how large it is, and how much memory all takes.
import {
  parseNotice,
  readMonth,
  readReturned,
  reportsIn,
  rollUp,
  rollUpToJson,
  rollUpToXlsx,
  sheetFor,
  sheetToCsv,
  tally,
} from '../dist/index.js';

const UNITS = 100;
const TASKS = 500;
const MONTHS = Number(process.argv[3] ?? 12);
/** How many units have each task, the lead among them. */
const HAVE = Number(process.argv[2] ?? 10);

const unit = (i) => `县${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(i / 10) % 10]}局`;
const rows = Array.from({ length: TASKS }, (_, i) => {
  const all = Array.from({ length: HAVE }, (_, k) => unit((i * 7 + k) % UNITS));
  return `| ${i + 1} | 任务第${i + 1}号 | 完成第${i + 1}号工程的${i % 2 ? '勘察' : '修复'}${i + 3}处 | ${all[0]} | ${all.slice(1).join('、')} |`;
});
const notice = `某府发〔2026〕9号

某县人民政府关于印发《2026年重点任务分工》的通知

各乡镇人民政府，县政府各部门：

现将《2026年重点任务分工》印发给你们，请认真贯彻执行。

某县人民政府

2026年1月5日

附件

2026年重点任务分工

| 序号 | 任务名称 | 目标内容 | 牵头单位 | 责任单位 |
|---|---|---|---|---|
${rows.join('\n')}
`;

const { value: book } = await parseNotice(Buffer.from(notice), { name: 'notice.md' });
const units = tally(book).filter(({ kind }) => kind === 'unit');
const past = [];
const days = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];
/** Time of the processor: the machine may do other work. */
const now = () => process.cpuUsage().user / 1000;
const lap = (from) => `${Math.round(now() - from)} ms`;
for (let month = 0; month < MONTHS; month++) {
  const on = `2026-${String(month + 1).padStart(2, '0')}-${days[month]}`;
  // As a person would do it: a file is read, and let go.
  const files = [];
  let reading = 0;
  for (const { name } of units) {
    const sheet = sheetFor(book, name);
    const filled = sheet.rows.map((row, i) => ({
      ...row,
      filled: {
        status: { status: (i + month) % 12 > 9 ? 'done' : 'going' },
        progress: `已完成${i + (i % 3 ? month : 0)}处，正在推进下一步工作`,
      },
    }));
    const bytes = Buffer.from(sheetToCsv({ ...sheet, rows: filled }));
    const at = now();
    for (const each of (await readReturned(bytes, `${name}.csv`)).collected)
      files.push(reportsIn(book, each, on));
    reading += now() - at;
  }
  let at = now();
  const all = rollUp(book, files, on, [], past);
  const rolling = lap(at);
  at = now();
  const json = rollUpToJson(all);
  const { value } = await readMonth(json, `${on}.json`);
  past.push(value);
  const storing = lap(at);
  if (month < 2 || month === MONTHS - 1)
    console.log(
      `${on}: ${all.standings.length} rows, read ${Math.round(reading)} ms, rolled up ${rolling}, stored and read ${storing} (${(json.length / 1e6).toFixed(1)} MB), ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    );
  if (month === MONTHS - 1) {
    at = now();
    const workbook = await rollUpToXlsx(all);
    console.log(
      `汇总.xlsx ${lap(at)}, ${(workbook.length / 1e6).toFixed(1)} MB, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    );
  }
}
