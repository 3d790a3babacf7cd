// The program of the tool: takes what is dropped to the worker, and shows what comes of it.
import '../older.js';
import { render } from 'preact';
import type { PageData } from '../../model/page.js';
import { addressOf, VIEWS } from '../../write/html/address.js';
import type { Answering } from '../../write/html/client/unit.js';
import { view } from '../../write/html/client/viewer.js';
import { Notice } from '../../write/html/notice.js';
import { Overview } from '../../write/html/overview.js';
import type { Shown } from '../shown.js';
import { OWN_VIEWS } from '../views.js';
import { Changes } from './changes.js';
import { chartsFrom } from './charts.js';
import { Desk, StatusLine } from './desk.js';
import type { DeskState, Doing } from './doing.js';
import { dropped, readFiles, save } from './dropping.js';
import { type AskDesk, Failed, startWorker } from './helper.js';
import { Answers, Members } from './names.js';
import { readWords } from './read-words.js';
import { UnitDownloads } from './taking.js';
import { ToldList } from './told.js';

const element = (id: string) => document.getElementById(id) as HTMLElement;

/** What is shown as long as there is no notice. */
const NOTHING: PageData = {
  title: '任务清单工具',
  notice: '',
  home: null,
  tables: [],
  measures: [],
  rows: [],
  duties: [],
  units: [],
  words: { parts: {}, roles: {}, degrees: {}, deliverables: {}, states: {} } as PageData['words'],
  pinyin: {},
  progress: null,
};

const NOT_OPENED =
  '浏览器打不开拖进来的文件夹或文件。请打开文件夹，全选里面的文件再拖进来，或点“选文件”。文件正被别的程序占用的，先关掉那个程序。';

const QUIET = { made: null, done: '', failed: [] } as const;

let state: DeskState = { shown: null, busy: null, ...QUIET };
let worker: Promise<AskDesk> | undefined;
/** What is being made, or was just now; how long a second click belongs to the first, in milliseconds. */
const making = new Set<string>();
const TWICE = 500;
/** How long what was done is surely told, in milliseconds. */
const READ_WITHIN = 4000;
let toldAt = 0;
/** How many things are being done. */
let pending = 0;
/** What keeps what was said in the page; whether something has been said since it was saved. */
const REGISTRY = '名录.xlsx';
let isUnsaved = false;

const doing: Doing = {
  add: (files) =>
    void work('读文件', async (ask) => {
      const given = await files.then(readFiles).catch(() => {
        throw new Failed([{ severity: 'error', place: '', text: NOT_OPENED, code: 'file-unreadable' }]);
      });
      const before = state.shown?.files ?? [];
      const shown = await ask('add', given);
      show(shown);
      const unlike = shown.areUnlike ? '注意：有两份通知，任务大多不一样，可能不是同一份的前后两稿。' : '';
      const { length: apart } = shown.against;
      const against = apart > 0 ? `答复互相矛盾的 ${apart} 处，见“单位和集体”。` : '';
      change({ done: readWords(before, shown.files) + unlike + against });
    }),
  remove: (id) =>
    void work('整理', async (ask) => {
      show(await ask('remove', id));
      change({ done: '拿走了。' });
      // The button that was pressed is gone.
      (document.getElementById('files') ?? element(OWN_VIEWS.desk).querySelector('h1'))?.focus();
    }),
  swap: () => void work('整理', async (ask) => show(await ask('swap'))),
  on: (day) => void work('整理', async (ask) => show(await ask('on', day))),
  answer: (said, words) =>
    void work('整理', async (ask) => {
      const { id } = document.activeElement ?? element(VIEWS.tasks);
      show(await ask('answer', said));
      // What is answered moves to another part: the keyboard goes on from the same button.
      if (!document.activeElement || document.activeElement === document.body)
        (document.getElementById(id) ?? element(VIEWS.tasks).querySelector('h1'))?.focus();
      isUnsaved = true;
      const units = new Set(said.map(({ unit }) => unit));
      const against = (state.shown?.against ?? []).filter(({ unit }) => units.has(unit));
      change({ done: [words, ...against.map(({ told }) => told.text)].join('') });
    }),
  call: (name, is) =>
    void work('整理', async (ask) => {
      show(await ask('call', name, is));
      isUnsaved = true;
    }),
  make: (wanted) => {
    // Who clicks twice wants one file.
    const key = JSON.stringify(wanted);
    if (making.has(key)) return;
    making.add(key);
    void work('生成', async (ask) => {
      const { bytes, ...made } = await ask('make', wanted);
      save(made.name, bytes);
      if (made.name === REGISTRY) isUnsaved = false;
      change({ made });
    }).finally(() => setTimeout(() => making.delete(key), TWICE));
  },
  close: () => change(QUIET),
};

// Nothing is kept: what an address of before leads to is not there yet.
if (location.hash !== '') history.replaceState(null, '', addressOf(OWN_VIEWS.desk));

const above = (unit: string) => (
  <>
    <UnitDownloads unit={unit} state={state} doing={doing} />
    <ToldList
      all={(state.shown?.against ?? []).flatMap((each) => (each.unit === unit ? [each.told] : []))}
      label="互相矛盾的答复"
    />
    <Members key={unit} group={unit} state={state} doing={doing} />
  </>
);
/** What is shown where an address leads to nothing. */
const nothing = (name: string) =>
  state.shown?.page && name !== OWN_VIEWS.changes ? undefined : (
    <>
      <h1 tabIndex={-1}>{state.shown?.page ? '没有修订对照' : '还没有通知'}</h1>
      <p>
        {state.shown?.page
          ? '要有原通知和新通知两份，才能对照。'
          : '这一页关掉、重新打开，或把通知拿走以后，就什么也不留。'}
        请到<a href={addressOf(OWN_VIEWS.desk)}>文件</a>里放通知。
      </p>
    </>
  );
const answering: Answering = (unit, asked) => (
  <Answers unit={unit} asked={asked} state={state} doing={doing} />
);
const viewed = (data: PageData) => ({ data, own: Object.values(OWN_VIEWS), above, answering, nothing });
const look = view(viewed(NOTHING));

/** The worker; it is started once. */
function started(): Promise<AskDesk> {
  worker ??= startWorker((busy) => change({ busy }));
  return worker;
}

/** Does something with the worker, and tells how it went. */
async function work(what: string, act: (ask: AskDesk) => Promise<void>): Promise<void> {
  pending++;
  change({ busy: { what, done: 0, of: 1 }, ...QUIET });
  try {
    await act(await started());
  } catch (error) {
    const text = `这个浏览器做不了：${error instanceof Error ? error.message : String(error)}。请用新一点的 Edge、Chrome 或 Firefox 打开。`;
    change({
      failed:
        error instanceof Failed ? error.told : [{ severity: 'error', place: '', text, code: 'internal' }],
    });
  } finally {
    pending--;
    if (pending === 0) change({ busy: null });
  }
}

function show(shown: Shown): void {
  const { page, changes } = shown;
  state = { ...state, shown };
  const charts = page && shown.charts ? chartsFrom(shown.charts) : undefined;
  render(page && <Overview page={page} charts={charts} />, element(VIEWS.overview));
  render(page && <Notice notice={page.notice} data={page.data} />, element(VIEWS.notice));
  render(changes && <Changes lines={changes} />, element(OWN_VIEWS.changes));
  for (const each of document.querySelectorAll<HTMLElement>('[data-needs]'))
    each.hidden = each.dataset['needs'] === 'changes' ? changes === null : page === null;
  look(viewed(page?.data ?? NOTHING));
  draw();
}

function change(other: Partial<DeskState>): void {
  if (other.made || other.done) toldAt = performance.now();
  state = { ...state, ...other };
  draw();
}

function draw(): void {
  render(<Desk state={state} doing={doing} />, element(OWN_VIEWS.desk));
  render(<StatusLine state={state} doing={doing} />, element('status'));
}

// What was told of one page stands in no other's way.
addEventListener('hashchange', () => {
  if (state.made || state.done || state.failed.length > 0) change(QUIET);
});

// What was done needs no answer: it is gone when somebody reads on, who on a phone would have it over a heading.
addEventListener(
  'scroll',
  () => {
    if (state.failed.length > 0 || !(state.made || state.done)) return;
    if (performance.now() - toldAt > READ_WITHIN) change(QUIET);
  },
  { passive: true },
);

// What was said is gone with the page: the browser asks whoever closes it.
addEventListener('beforeunload', (event) => {
  if (!isUnsaved) return;
  event.preventDefault();
  // What browsers of four years ago ask for.
  event.returnValue = true;
});

addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dragged-over');
});
for (const each of ['dragleave', 'drop'] as const)
  addEventListener(each, () => document.body.classList.remove('dragged-over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer && event.dataTransfer.items.length > 0) doing.add(dropped(event.dataTransfer.items));
});

draw();

// While somebody looks for the file, the worker starts; what cannot be started is told when it is wanted.
const early = () => void started().catch(() => {});
requestAnimationFrame(() => (globalThis.requestIdleCallback ?? setTimeout)(early));
