// What the notice says, read off the notice.
import { describe, expect, it } from 'vitest';
import { nameOf, type Place, placeText, sheetFor, type Task, tally } from '../src/index.js';
import { seedBook, seedBytes } from './support/seed.js';

const book = await seedBook();
const inTable = (table: number) => book.tasks.filter((task) => task.table === table);
const task = (table: number, number: string) =>
  inTable(table).find((candidate) => candidate.number === number) as Task;
const leadsOf = (table: number, number: string) => task(table, number).lead.map(nameOf);
const responsibleOf = (table: number, number: string) =>
  task(table, number).responsible.map((each) => nameOf(each) ?? each.text);

describe('the letterhead', () => {
  it('is read field by field', () => {
    expect(book.notice).toMatchObject({
      masthead: [],
      number: '武隆府发〔2025〕1号',
      title: '重庆市武隆区人民政府关于印发《2025年全区安全生产、防灾减灾救灾和消防工作要点》的通知',
      addressees: ['各街道办事处', '各乡镇人民政府', '区政府各部门', '有关单位'],
      letter: [
        {
          text: '现将《2025年全区安全生产、防灾减灾救灾和消防工作要点》印发给你们，请认真贯彻执行。',
          at: { file: 'notice.txt', line: 16, column: 1 },
        },
      ],
      issuer: ['重庆市武隆区人民政府'],
      date: '2025-03-05',
      publicity: '（此件公开发布）',
      documentTitle: '2025年全区安全生产、防灾减灾救灾和消防工作要点',
      year: 2025,
    });
    expect(book.notice.preamble).toHaveLength(1);
    expect(book.notice.preamble[0]?.text).toMatch(/^2025年，全区安全生产.*提供坚实的安全基础。$/);
    expect(book.notice.appendices).toHaveLength(1);
  });
});

describe('the body', () => {
  it('has 6 chapters and 26 measures, each with title and whole text', () => {
    expect(book.chapters.map(({ number, title, measures }) => [number, title, measures.length])).toEqual([
      ['一', '深化安全责任体系，提升综合统筹能力', 6],
      ['二', '深化风险防范体系，提升防范化解能力', 6],
      ['三', '深化救援救灾体系，提升应对处置能力', 5],
      ['四', '深化法规制度体系，提升监管执法能力', 3],
      ['五', '深化社会共治体系，提升群防群治能力', 3],
      ['六', '深化数字应急体系，提升整体智治能力', 3],
    ]);
    const measures = book.chapters.flatMap((chapter) => chapter.measures);
    expect(measures.map(({ title }) => title)).toEqual([
      '强化党政领导干部责任',
      '强化行业部门监管责任',
      '强化企业单位主体责任',
      '提升综合统筹协调能力',
      '提升基层应急管理能力',
      '提升本质安全水平',
      '加强安全生产治本攻坚',
      '加强防灾减灾救灾固本强基',
      '加强安全韧性城市制度体系建设',
      '加强事故灾害风险源头管控',
      '加强城乡火灾防控基础建设',
      '加强重点行业领域专项整治',
      '抓好应急预案修编和演练',
      '抓好应急指挥部和队伍建设',
      '抓好消防救援体系和力量建设',
      '抓好会商研判和处置应对',
      '抓好救灾救助和恢复重建',
      '抓好法律法规贯彻落实',
      '深化行政执法改革',
      '严格规范精准执法',
      '提升全民安全素质',
      '提升社会公众监督质效',
      '提升市场多元共治能力',
      '加强数字应急智能化场景建设',
      '加强应急智慧指挥体系建设',
      '加强科技基础支撑能力建设',
    ]);
    expect(measures[0]?.number).toBe('（一）');
    expect(measures[25]?.number).toBe('（二十六）');
    expect(measures[11]?.text).toBe(
      '（十二）加强重点行业领域专项整治。完成道路交通、建筑施工、电动自行车、消防、燃气、工贸、危险化学品、自然灾害、地质灾害等8+1重点行业领域专项整治和“一件事”全链条安全治理年度工作。',
    );
  });
});

describe('the tables', () => {
  it('are six, with 121 tasks', () => {
    expect(book.tables.map(({ title }, i) => [title, inTable(i + 1).length])).toEqual([
      ['一、核心绩效指标', 5],
      ['二、重要文件', 4],
      ['三、重点整治', 21],
      ['四、重点措施', 63],
      ['五、重点应用/平台', 13],
      ['六、城乡消防专项', 15],
    ]);
    expect(book.tasks).toHaveLength(121);
    expect(new Set(book.tasks.map(({ id }) => id)).size).toBe(121);
  });

  it('have headers of the same meaning in different words', () => {
    expect(new Set(book.tables.map(({ columns }) => columns[2]?.header))).toEqual(
      new Set(['2025年目标', '2025年目标（内容）']),
    );
    for (const { columns } of book.tables) {
      expect(columns.map(({ role }) => role)).toEqual([
        'number',
        'name',
        'goal',
        'lead',
        'responsible',
        'remark',
      ]);
    }
  });

  it('number their rows from 1 without a gap', () => {
    for (let table = 1; table <= 6; table++) {
      expect(inTable(table).map(({ number }) => number)).toEqual(inTable(table).map((_, i) => String(i + 1)));
    }
  });

  it('end in a row without 备注, its stray blank no part of it', () => {
    const last = book.tasks.at(-1) as Task;
    expect(last.flags).toEqual(['cell-missing']);
    expect(last.cells.at(-1)?.text).toBe('');
    expect(last.responsible.at(-1)).toMatchObject({ group: '各乡镇（街道）', text: '各乡镇（街道）' });
  });
});

describe('the units', () => {
  it('are read from cells of several lines', () => {
    expect(leadsOf(3, '1')).toEqual(['区公安局', '区交通运输委']);
    expect(leadsOf(3, '5')).toEqual(['区应急管理局', '区规划自然资源局']);
    expect(leadsOf(3, '6')).toEqual(['区经济信息委', '区住房城乡建委', '工业园区管委会']);
    expect(leadsOf(3, '20')).toEqual(['区应急管理局', '区教委', '区住房城乡建委']);
  });

  it('are read from lists with groups and open ends', () => {
    expect(responsibleOf(3, '1')).toEqual(['区农业农村委', '等单位', '各乡镇（街道）']);
    expect(responsibleOf(4, '3')).toEqual([
      '区安委会成员单位',
      '区防减救灾委成员单位',
      '区消安委成员单位',
      '各乡镇（街道）',
    ]);
    expect(responsibleOf(4, '38')).toEqual(['区民政局', '区林业局', '等社会应急力量业务管理部门']);
    expect(responsibleOf(3, '19')).toEqual(['各乡镇（街道）', '各林场']);
    expect(responsibleOf(4, '25')).toEqual(['区级有关部门和单位']);
  });

  it.each([
    ['区应急管理局', 59, 3],
    ['区住房城乡建委', 19, 6],
    ['区消防救援局', 19, 4],
    ['区安委办', 14, 0],
    ['区经济信息委', 13, 4],
    ['区市场监管局', 7, 5],
    ['区水利局', 4, 5],
  ])('%s leads %i tasks and is responsible for %i by name', (name, lead, responsible) => {
    expect(tally(book).find((each) => each.name === name)).toMatchObject({ lead, responsible });
  });

  it('各乡镇（街道） is responsible in 80 tasks and leads one, table 四 row 35, where it is both', () => {
    expect(tally(book).find(({ name }) => name === '各乡镇（街道）')).toMatchObject({
      lead: 1,
      responsible: 80,
    });
    expect(leadsOf(4, '35')).toEqual(['区应急管理局', '各乡镇（街道）']);
    expect(responsibleOf(4, '35')).toEqual(['各乡镇（街道）']);
  });

  it('a township has the 80 tasks of 各乡镇（街道） as a member', () => {
    const { rows } = sheetFor(book, '白马镇');
    const member = rows.filter(
      ({ part, duties }) => part === 'member' && duties.some(({ via }) => via?.includes('各乡镇（街道）')),
    );
    expect(member).toHaveLength(80);
    expect(member.filter(({ duties }) => duties.some(({ role }) => role === 'lead'))).toMatchObject([
      { category: { table: '重点措施', section: '' }, number: '35' },
    ]);
    expect(rows.filter(({ part }) => part === 'lead' || part === 'responsible')).toEqual([]);
  });

  it('有关乡镇（街道） are those that the goal names; it may be the others too', () => {
    const places = ['平桥镇', '后坪乡', '江口镇', '长坝镇', '火炉镇', '石桥乡'];
    expect(task(3, '16').places).toEqual(places);
    expect(task(3, '18').places).toEqual(['白马镇']);
    const flagged = book.tasks.filter(({ flags }) => flags.includes('members-by-place'));
    expect(flagged.map(({ table, number }) => [table, number])).toEqual([
      [3, '16'],
      [3, '18'],
    ]);
    const rowsOf = (unit: string, wanted: string) =>
      sheetFor(book, unit)
        .rows.filter(
          ({ part, duties }) =>
            part === wanted && duties.some(({ via }) => via?.includes('有关乡镇（街道）')),
        )
        .map(({ number }) => number);
    for (const unit of places) expect(rowsOf(unit, 'member')).toEqual(['16']);
    expect(rowsOf('白马镇', 'member')).toEqual(['18']);
    expect(rowsOf('白马镇', 'possible')).toEqual(['16', '17', '21']);
    expect(rowsOf('芙蓉街道', 'member')).toEqual([]);
    expect(rowsOf('芙蓉街道', 'possible')).toEqual(['16', '17', '18', '21']);
  });

  it('a bureau has the duties of the offices it hosts in a part of their own', () => {
    const rows = sheetFor(book, '区应急管理局').rows.filter(({ part }) => part === 'hosted');
    const hosted = rows.filter(({ category }) => category.table !== null);
    const office = (name: string) =>
      hosted.filter(({ duties }) => duties.some((duty) => duty.office === name));
    // 区安委办 leads 14 tasks, 区防减救灾办 6; in four they do it together.
    expect([office('区安委办').length, office('区防减救灾办').length, hosted.length]).toEqual([14, 6, 16]);
    // （四） names both, and no row of the tables does.
    const { goal, duties } = rows.find(({ category }) => category.table === null) ?? {};
    expect(goal).toBe(
      '区安委办用好“安全生产和自然灾害问题清单”，探索建立多方联动复盘机制，强化典型经验推广和反面典型案例警示教育。\n' +
        '区防减救灾办发挥专项办公室（指挥部）职能作用。',
    );
    expect(duties).toEqual([
      { role: 'body', degree: 'named', office: '区安委办' },
      { role: 'body', degree: 'named', office: '区防减救灾办' },
    ]);
  });

  it('of the body are in a task that carries out the measure, but for two', () => {
    const lines = book.diagnostics.filter(({ code }) => code === 'only-in-body');
    expect(lines.map(({ args }) => args)).toEqual([
      { measure: '（四）', name: '区安委办', tasked: true },
      { measure: '（四）', name: '区防减救灾办', tasked: true },
    ]);
  });

  it('are all in the registry', () => {
    expect(book.diagnostics.filter(({ code }) => code === 'unit-unlisted')).toEqual([]);
  });
});

describe('what is inferred', () => {
  const flagged = (flag: Task['flags'][number]) =>
    book.tasks.filter(({ flags }) => flags.includes(flag)).map(({ table, number }) => [table, number]);

  it('the leads of table 四 rows 7 and 8 are those of row 6', () => {
    expect(flagged('lead-inherited')).toEqual([
      [4, '7'],
      [4, '8'],
    ]);
    for (const number of ['7', '8']) {
      expect(leadsOf(4, number)).toEqual(['区委编办', '区应急管理局']);
      expect(task(4, number).lead.every(({ inherited }) => inherited)).toBe(true);
      expect(task(4, number).cells[3]?.text).toBe('');
    }
  });

  it('an empty 责任单位 stays empty, and is flagged within a group of one name', () => {
    expect(flagged('responsible-blank')).toEqual([
      [4, '39'],
      [4, '41'],
    ]);
    for (const number of ['39', '41', '45']) expect(task(4, number).responsible).toEqual([]);
  });

  it('names come from the row above, also after a page break', () => {
    expect(task(4, '36').name).toBe('抓好应急指挥部和队伍建设');
    expect(task(4, '39').name).toBe('抓好应急指挥部和队伍建设');
    expect(task(4, '39').flags).not.toContain('name-inherited');
    expect(flagged('name-inherited')).toHaveLength(45);
  });

  it('each has a line with its place', () => {
    const codes = book.tasks.flatMap(({ flags }) => flags.map((flag): string => flag));
    const lines = book.diagnostics.filter(({ code }) => codes.includes(code));
    expect(lines.map(({ code }) => code).sort()).toEqual([...codes].sort());
    for (const { at } of lines) expect(at && placeText(at)).toMatch(/^notice\.txt:\d+:\d+$/);
  });
});

describe('links to the body', () => {
  it('join table 四 to the measures of the same title', () => {
    const titled = (number: string) =>
      task(4, number).measures.filter(({ reason }) => reason === 'same-title');
    expect(titled('1')).toMatchObject([
      { measure: '一（一）', reason: 'same-title', evidence: [{ text: '强化党政领导干部责任' }] },
    ]);
    expect(titled('35')).toMatchObject([{ measure: '三（十四）' }]);
    expect(task(1, '1').measures).toEqual([]);
  });
});

describe('nothing is lost', () => {
  const source = seedBytes().toString('utf8');
  const bare = (text: string) => text.replace(/\s/g, '');

  it('the ledger closes', () => {
    const { total, letterhead, body, appendix, noise, unclaimed, rest } = book.ledger;
    expect(total).toBe(bare(source).length);
    expect(letterhead + body + appendix + noise).toBe(total);
    expect({ unclaimed, rest }).toEqual({ unclaimed: 0, rest: [] });
  });

  it('the records hold every character of the notice but the bookmarks, in its order', () => {
    const { notice, chapters, tables } = book;
    const records = [
      ...notice.masthead,
      notice.number,
      notice.title,
      // The commas and the colon of this line are what parts and ends it.
      `${notice.addressees.join('，')}：`,
      ...notice.letter.map(({ text }) => text),
      ...notice.issuer,
      '2025年3月5日',
      notice.publicity,
      notice.documentTitle,
      ...notice.preamble.map(({ text }) => text),
      ...chapters.flatMap(({ text, measures }) => [text, ...measures.map((measure) => measure.text)]),
      ...notice.appendices.flatMap(({ label, title }) => [label, title]),
      ...tables.flatMap(({ title, columns, notes }, i) => [
        title,
        ...columns.map(({ header }) => header),
        ...inTable(i + 1).flatMap(({ cells }) => cells.map(({ text }) => text)),
        ...notes,
      ]),
    ];
    expect(bare(records.join(''))).toBe(bare(source.replace(/\[bookmark: \w+\]/g, '')));
  });

  it('no record holds a bookmark', () => {
    expect(source).toContain('[bookmark: _GoBack]');
    expect(JSON.stringify(book)).not.toContain('bookmark');
  });

  it('a place leads to what it is the place of', () => {
    const lines = source.split('\n');
    const startOf = (text: string) => new RegExp(`^${text.replace(/[()[\]{}.*+?^$|\\]/g, '\\$&')}`);
    const textAt = (at: Place) => ('line' in at ? lines[at.line - 1]?.slice(at.column - 1) : undefined);
    for (const each of book.tasks) {
      expect(textAt(each.at)?.trim()).toBe(each.number);
      for (const { at, text } of [...each.lead, ...each.responsible])
        expect(textAt(at)?.startsWith(text)).toBe(true);
      for (const { text, at } of each.cells) {
        const [first = ''] = text.split('\n');
        expect(textAt(at)).toMatch(startOf(first));
      }
    }
    const sentences = book.chapters.flatMap(({ measures }) =>
      measures.flatMap((measure) => measure.sentences),
    );
    for (const { text, at } of sentences) expect(textAt(at)).toMatch(startOf(text));
    for (const { indicators, frequencies, deadlines, sites } of [...book.tasks, ...sentences]) {
      for (const { text, at } of [...indicators, ...frequencies, ...deadlines, ...sites]) {
        expect(textAt(at)).toMatch(startOf(text));
      }
    }
  });
});
