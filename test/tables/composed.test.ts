// Notices with tables of many shapes, composed after the forms that offices publish, each with what a careful reader
// takes from its tables (fixtures/tables/README.md tells the conventions).
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice, type Task, type TaskBook } from '../../src/index.js';
import { plain, unitsIn, whoIn } from '../support/truth.js';

const FOLDER = new URL('../../fixtures/tables/', import.meta.url);
const SUFFIX = '.truth.tsv';
const files = readdirSync(FOLDER);
const notices = files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));

/** What is compared of a task: its number, name, goal, who leads, who else has a part, by when, and other cells. */
interface Read {
  readonly number: string;
  readonly name: string;
  readonly goal: string;
  readonly leads: readonly string[];
  readonly others: readonly string[];
  readonly deadline: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Columns whose units stand among the others, too. */
const OF_UNITS =
  /^(?:配合|协同|参与|协办|会办|监督|督导|督办|督查|监管|监管责任|验收|考核|数据审核|数据来源|指导|帮扶|落实|实施|包保|项目|(?:县级|乡镇)责任)(?:单位|主体|部门|处室（单位）)$|^项目业主$/;

function truthOf(notice: string): Read[] {
  const lines = readFileSync(new URL(notice + SUFFIX, FOLDER), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Read => {
      const [number = '', name = '', goal = '', leads = '', others = '', deadline = '', cells = ''] =
        line.split('\t');
      const said = cells.split('|').filter((cell) => cell.includes('='));
      return {
        number: plain(number.slice(number.indexOf('/') + 1)),
        name: plain(name),
        goal: plain(goal),
        leads: unitsIn(leads),
        others: unitsIn(others),
        deadline: plain(deadline),
        cells: Object.fromEntries(
          said
            .map(
              (cell) =>
                [plain(cell.slice(0, cell.indexOf('='))), plain(cell.slice(cell.indexOf('=') + 1))] as const,
            )
            .filter(([header]) => !OF_UNITS.test(header)),
        ),
      };
    });
}

/** Who is responsible by name; several under one header as a list. */
function peopleIn({ people }: Task): [string, string][] {
  const roles = new Set(people.map(({ role }) => role));
  return Array.from(roles, (role) => [
    plain(role),
    people.flatMap((each) => (each.role === role ? plain(each.name) : [])).join('、'),
  ]);
}

function readOf(task: Task, wanted: Read | undefined): Read {
  const cells = new Map([
    ...[...task.extra, ...task.schedule, ...task.money, ...task.scoring].map(
      ({ header, text }) => [plain(header), plain(text)] as const,
    ),
    ...peopleIn(task),
    ['备注', plain(task.remark)] as const,
    ['分节', plain(task.section)] as const,
    ['整改措施', plain(task.steps)] as const,
  ]);
  const asked = Object.keys(wanted?.cells ?? {});
  return {
    // A card has no number of its own.
    number: wanted?.number.startsWith('项目') ? wanted.number : plain(task.number),
    name: plain(task.name),
    goal: plain(task.goal),
    leads: whoIn(task.lead),
    others: whoIn([...task.responsible, ...task.supervising]),
    deadline: plain(task.deadline),
    cells: Object.fromEntries(
      asked.flatMap((header) => (cells.has(header) ? [[header, cells.get(header) ?? '']] : [])),
    ),
  };
}

describe.each(notices)('%s', (notice) => {
  it('is read as a careful reader reads it', async () => {
    const file = files.find((each) => each.startsWith(`${notice}.`) && !each.endsWith('.tsv')) ?? '';
    const { value, diagnostics } = await parseNotice(readFileSync(new URL(file, FOLDER)), { name: file });
    expect(value, JSON.stringify(diagnostics)).toBeDefined();
    const { tables, tasks } = value as TaskBook;
    const truth = truthOf(notice);
    const printed = tasks.filter(({ table }) => tables[table - 1]?.kind === 'table');
    expect(printed.map((task, i) => readOf(task, truth[i]))).toEqual(truth);
  });
});
