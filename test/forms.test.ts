// The law of the readers: the same notice gives the same task book, whatever form it comes in.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkBook,
  isInferred,
  nameOf,
  parseNotice,
  placeText,
  type TaskBook,
  taskBookToJson,
} from '../src/index.js';
import { seedBook } from './support/seed.js';

const FORMS = new URL('../fixtures/wulong-2025-1/forms/', import.meta.url);

/** What a form does not carry, or carries besides. */
interface Form {
  /** It says which cells are merged, so nothing is inferred; a printed one does, but for where a page begins. */
  readonly spans?: true | 'on a page';
  /** Text besides the notice's own; where it is left out, all that the file has and the notice has not. */
  readonly noise?: string;
  /** Why it is refused. */
  readonly refused?: string;
  /** The table that cannot be read, and why. */
  readonly unread?: readonly [string, string];
}

/** What the page has around the notice, title and hidden text included. */
const CHROME =
  '政府信息公开_某区人民政府网首页政务公开当前位置：首页>政务公开>规划计划机构职能政策文件【打印本页】隐藏的提示' +
  '分享到：微信主办：某区人民政府办公室网站标识码0000000000';

const KNOWN: Readonly<Record<string, Form>> = {
  'bom.txt': {},
  'crlf.txt': {},
  'gbk.txt': {},
  'utf-16le.txt': {},
  'utf-16be.txt': {},
  'tabs.txt': {},
  'grid.txt': {},
  'notice.md': {},
  'notice.docx': { noise: '', spans: true },
  'notice.doc': { noise: '', spans: true },
  'libreoffice.odt': { noise: '', spans: true },
  'libreoffice.fodt': { noise: '', spans: true },
  'word.html': { noise: '', spans: true },
  'page.html': { noise: CHROME, spans: true },
  'gbk.html': { noise: CHROME, spans: true },
  'page.mhtml': { noise: CHROME, spans: true },
  'libreoffice.html': { noise: '', spans: true },
  'libreoffice.pdf': { noise: '', spans: true },
  'chromium.pdf': { noise: '', spans: 'on a page' },
  'libreoffice.txt': { refused: 'cells-unmarked' },
  // Here some tables are HTML and some are not.
  'pandoc.md': {},
  'pandoc-plain.txt': {},
  'pandoc-wrapped.txt': { unread: ['三、重点整治', 'lines-ambiguous'] },
};

const ENCODINGS: Readonly<Record<string, string>> = {
  'gbk.txt': 'gb18030',
  'utf-16le.txt': 'utf-16le',
  'utf-16be.txt': 'utf-16be',
};

/** What is inferred only where the form does not tell. */
const INFERRED = ['name-inherited', 'lead-inherited', 'responsible-blank', 'cell-missing'];

/** What is told of a form and not of the notice. */
const OF_FORM = ['words-hidden'];

/** Rules about cells that are empty where a form does not tell which are merged. */
const INFERENCES = ['lead-inferred', 'responsible-empty', 'name-inferred', 'name-repeated'];

/** A task book without places and the file it came from; without inferences if the form needs none. */
function comparable(book: TaskBook, inferred: readonly string[]): unknown {
  const { source, ledger, ...rest } = book;
  const { total, noise, ...accounts } = ledger;
  const plain = JSON.parse(
    taskBookToJson({ ...rest, ledger: accounts } as unknown as TaskBook),
    (key, value) => {
      if (/^(?:at|nameAt|goalAt|titleAt|source|digest)$/.test(key)) return undefined;
      if (key === 'flags') return value.filter((flag: string) => !inferred.includes(flag));
      if (key === 'diagnostics')
        return value.filter(({ code }: { code: string }) => ![...OF_FORM, ...inferred].includes(code));
      return value;
    },
  );
  return plain;
}

const printable = (text: string) => text.replace(/\s/g, '').length;
const seed = await seedBook();
/** The seed's own, for forms that tell which cells are merged and for the others, of which only Tika's print leaves out a cell. */
const SEEDS = { merged: comparable(seed, INFERRED), plain: comparable(seed, ['cell-missing']) };
const read = (name: string) => parseNotice(readFileSync(new URL(name, FORMS)), { name });

it('every form is known to this test', () => {
  expect(readdirSync(FORMS).sort()).toEqual([...Object.keys(KNOWN), 'tables.xlsx'].sort());
});

describe.each(Object.entries(KNOWN))('%s', async (name, { noise, spans, refused, unread }) => {
  const { value: book, diagnostics } = await read(name);

  if (refused) {
    it('is refused with its place', () => {
      expect(book).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual([refused]);
      expect(diagnostics[0]?.at && placeText(diagnostics[0].at)).toMatch(/^[\w.-]+:\d+:\d+$/);
    });
    return;
  }

  if (unread) {
    it('gives the seed’s tasks but those of the table that is told and kept whole', () => {
      const [table, why] = unread;
      const shown = ({ tasks, tables }: TaskBook) =>
        tasks.flatMap(({ table: index, number, name: called, goal, lead, responsible, remark }) => {
          const of = tables[index - 1]?.name;
          const who = [...lead, ...responsible].map(nameOf);
          return of === table.slice(2) ? [] : [[of, number, called, goal, who, remark]];
        });
      expect(shown(book as TaskBook)).toEqual(shown(seed));
      expect(book?.otherTables.filter(({ isUnread }) => isUnread).map(({ title }) => title)).toEqual([table]);
      expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
        why,
      ]);
    });
    return;
  }

  it('gives the seed’s task book', () => {
    const own = spans === 'on a page' ? INFERRED : spans ? [] : ['cell-missing'];
    expect(comparable(book as TaskBook, own)).toEqual(spans ? SEEDS.merged : SEEDS.plain);
  });

  it('has the seed’s findings', () => {
    // What is inferred where the form does not tell, and places.
    const found = (all: TaskBook) =>
      checkBook(all)
        .filter(({ code }) => !(spans && INFERENCES.includes(code)))
        .map(({ code, args }) => [code, args]);
    const seedsOwn = checkBook(seed).filter(({ code }) => !(spans && INFERENCES.includes(code)));
    expect(found(book as TaskBook)).toEqual(seedsOwn.map(({ code, args }) => [code, args]));
  });

  it('leaves no character unclaimed', () => {
    const own = seed.ledger.letterhead + seed.ledger.body + seed.ledger.appendix;
    // What is printed on each page again differs from program to program.
    if (name.endsWith('.pdf')) {
      const printed = book?.ledger as TaskBook['ledger'];
      expect([printed.total - printed.noise, printed.unclaimed, printed.rest]).toEqual([own, 0, []]);
      return;
    }
    const text = new TextDecoder(ENCODINGS[name]).decode(readFileSync(new URL(name, FORMS)));
    const besides = noise === undefined ? printable(text) - own : printable(noise);
    expect(book?.ledger).toMatchObject({ total: own + besides, noise: besides, unclaimed: 0, rest: [] });
  });
});

describe('tables.xlsx, which has the tables only', async () => {
  const { value: book } = await read('tables.xlsx');

  // Without a letterhead no registry is chosen and no year is known, and so no places and times are.
  it('gives the seed’s tasks', () => {
    const tasks = (all: TaskBook | undefined) =>
      all?.tasks.map(
        ({ at, nameAt, goalAt, cells, flags, measures, places, lead, responsible, ...task }) => ({
          ...task,
          cells: cells.map(({ text }) => text),
          deadlines: task.deadlines
            .filter((deadline) => !isInferred(deadline))
            .map(({ at: _, ...each }) => each),
          indicators: task.indicators.map(({ at: _, ...each }) => each),
          frequencies: task.frequencies.map(({ at: _, ...each }) => each),
          deliverables: task.deliverables
            .filter(({ text }) => !/^\p{Script=Han}{2}镇/u.test(text))
            .map(({ at: _, ...each }) => each),
          sites: [],
          lead: lead.map(({ at: _, ...assignment }) => assignment),
          responsible: responsible.map(({ at: _, ...assignment }) => assignment),
        }),
      );
    expect(tasks(book)).toEqual(tasks(seed));
    expect(book?.tables.map(({ name, number }) => [number, name])).toEqual(
      seed.tables.map(({ name, number }) => [number, name]),
    );
  });
});
