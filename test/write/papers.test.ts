// Papers to send: every figure in them is the roll-up's, and the roll-up's is the truth; nothing is said where there is nothing.
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { papersOf, paperToFile, type RollUp, rollUp } from '../../src/index.js';
import { filledBlocks } from '../../src/write/papers/filled.js';
import type { Paper } from '../../src/write/papers/paper.js';
import { threeRollUps } from '../support/rolled.js';
import { seedBook } from '../support/seed.js';
import { countsIn, handedIn, movesIn, truth } from '../support/three-months.js';

const book = await seedBook();
const units = truth(book);
let all: RollUp;
let papers: Paper[];
beforeAll(async () => {
  all = (await threeRollUps())[2] as RollUp;
  papers = papersOf(all, '区安委办');
}, 120_000);

const paper = (name: string) => {
  const found = papers.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return filledBlocks(found.blocks, found.slots);
};
const textsOf = (name: string) => paper(name).flatMap((block) => (block.is === 'table' ? [] : [block.text]));
const tablesIn = (name: string) => paper(name).flatMap((block) => (block.is === 'table' ? [block.rows] : []));
const percent = (done: number, tasks: number) => `${((done / tasks) * 100).toFixed(1)}%`;

describe('通报', () => {
  it('says the figures of the truth, and nothing else that is a figure', () => {
    const now = countsIn(units, 2);
    const then = countsIn(units, 1);
    const moves = movesIn(units, 2);
    const handed = (wanted: string) =>
      units.filter((unit) => handedIn(unit, 2) === wanted).map(({ unit }) => unit);
    expect(textsOf('通报.docx')).toEqual([
      '关于《2025年全区安全生产、防灾减灾救灾和消防工作要点》任务进展情况的通报',
      '各有关单位：',
      '现将《2025年全区安全生产、防灾减灾救灾和消防工作要点》（武隆府发〔2025〕1号）截至2025年8月31日的任务进展情况通报如下。',
      '一、总体情况',
      `60个单位应办任务共${now.tasks}项次，已完成${now.done}项、推进中${now.going}项、滞后${now.late}项、填了别的${now.other}项、没有填${now.silent}项、没有交${now.absent}项，完成率${percent(now.done, now.tasks)}。`,
      `与2025年7月31日相比，已完成的由${then.done}项变为${now.done}项，完成率由${percent(then.done, then.tasks)}变为${percent(now.done, now.tasks)}；有进展${moves.moved}项、首次填报${moves.first}项、退回${moves.back}项、未动${moves.still}项。`,
      '二、报送情况',
      `应报送60个单位，已报送${handed('yes').length}个。`,
      `没有报送的${handed('no').length}个：${handed('no').join('、')}。`,
      `报送空表的${handed('empty').length}个：${handed('empty').join('、')}。`,
      '三、各单位完成情况',
      '请滞后和没有填报任务较多的单位抓紧办理，没有报送的单位尽快报送。',
      '区安委办',
      '2025年8月31日',
    ]);
  });

  it('has a table whose rows add up to its last one', () => {
    const [rows = []] = tablesIn('通报.docx');
    const sums = rows.at(-1) ?? [];
    for (const column of [2, 3, 4, 5]) {
      const sum = rows.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0);
      expect(String(sum)).toBe(sums[column]);
    }
    for (const [, unit, tasks, done] of rows.slice(0, -1)) {
      const own = countsIn(
        units.filter((each) => each.unit === unit),
        2,
      );
      expect([tasks, done === '' ? 0 : Number(done)]).toEqual([String(own.tasks), own.done]);
    }
    expect(rows).toHaveLength(61);
  });
});

describe('督办单', () => {
  it('goes to those, and only those, of whom there is something to ask', () => {
    const asked = units.filter(({ rows, kind }) => {
      if (kind.handed[2] === 'no') return true;
      return rows.some(({ story }) => ['late', 'silent'].includes(story.states[2]));
    });
    const to = papers.flatMap(({ name }) => /^督办单-(.*)\.docx$/.exec(name)?.[1] ?? []);
    const contradicted = new Set(
      all.problems.flatMap((problem) =>
        problem.code === 'return-conflict'
          ? [problem.args.lead, ...problem.args.others.map(({ unit }) => unit)]
          : [],
      ),
    );
    expect(asked.map(({ unit }) => unit).filter((unit) => !to.includes(unit))).toEqual([]);
    expect(to.filter((unit) => !asked.some((each) => each.unit === unit) && !contradicted.has(unit))).toEqual(
      [],
    );
    expect(to.length).toBeLessThan(60);
  });

  it('lists what is late with its day and what was said, and what was left blank with what was said before', () => {
    for (const { unit, rows, kind } of units.filter((each) => each.kind.handed[2] === 'yes')) {
      const late = rows.filter(({ story }) => story.states[2] === 'late');
      const blank = rows.filter(({ story }) => story.states[2] === 'silent');
      if (late.length === 0 || blank.length === 0) continue;
      const [lateRows = [], blankRows = []] = tablesIn(`督办单-${unit}.docx`);
      expect(lateRows.map(([, , due, days, said]) => [due, days, said])).toEqual(
        late.map(({ story }) => ['2025-07-15', `${story.days?.[2]}天`, '推进中：已开工']),
      );
      expect(blankRows.map((row) => row[3])).toEqual(blank.map(() => '没有报过'));
      expect(textsOf(`督办单-${unit}.docx`)).toContain(`一、已经滞后的任务（${late.length}项）`);
      expect(kind.handed[2]).toBe('yes');
    }
  });

  it('of who has sent nothing, says just that', () => {
    const [unit] = units.filter(({ kind, rows }) => kind.handed[2] === 'no' && rows.length > 1);
    expect(textsOf(`督办单-${unit?.unit}.docx`)).toEqual([
      '督办单',
      `${unit?.unit}：`,
      `《2025年全区安全生产、防灾减灾救灾和消防工作要点》（武隆府发〔2025〕1号）明确由你单位办理的任务共${unit?.rows.length}项。截至2025年8月31日，你单位没有交来进展情况。`,
      '请对照任务清单逐项填报，尽快报送。',
      '区安委办',
      '2025年8月31日',
    ]);
  });
});

it('is no paper where there is nothing to say', () => {
  const none = { ...book, tasks: [], chapters: [], tables: [] };
  expect(papersOf(rollUp(none, [], '2025-06-30'))).toEqual([]);
});

describe('a paper as a Word file', () => {
  it('has the same bytes each time, and the layout of GB/T 9704', async () => {
    const [first] = papers;
    if (!first) throw new Error('no paper');
    const bytes = await paperToFile(first, all);
    expect(Buffer.from(await paperToFile(first, all)).equals(bytes)).toBe(true);
    const parts = unzipSync(bytes);
    const xml = (name: string) => new TextDecoder().decode(parts[name]);
    const body = xml('word/document.xml');
    // Twentieths of a point: A4, 37, 35, 28 and 26 mm; lines of 28 points; 二号 and 三号 in half points.
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toMatch(/w:line="560" w:lineRule="exact"/);
    expect(body).toContain('<w:sz w:val="44"/>');
    expect(body).toContain('方正小标宋简体');
    expect(body).toContain('<w:sz w:val="32"/>');
    expect(xml('word/settings.xml')).toContain('evenAndOddHeaders');
    expect(xml('docProps/core.xml')).toMatch(/2025-08-31T00:00:00Z.*2025-08-31T00:00:00Z/s);
    expect(xml('word/fontTable.xml')).toContain('altName');
  });
});
