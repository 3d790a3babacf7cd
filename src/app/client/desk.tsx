import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageData, PageUnit } from '../../model/page.js';
import { addressOf, VIEWS } from '../../write/html/address.js';
import { mayBePinyin, readsAs } from '../../write/html/client/pinyin.js';
import { To } from '../../write/html/pieces.js';
import type { FileUse, Made, OtherFile, Shown, ShownFile, Told, Wanted } from '../shown.js';
import { OWN_VIEWS } from '../views.js';
import { countsOf, ToldList } from './told.js';

/** What a person may do. */
export interface Doing {
  readonly add: (files: Promise<File[]>) => void;
  readonly remove: (id: number) => void;
  readonly swap: () => void;
  readonly on: (day: string | null) => void;
  readonly make: (wanted: Wanted) => void;
}

/** What is being done, was made last, or went wrong. */
export interface State {
  readonly shown: Shown | null;
  readonly busy: { readonly what: string; readonly done: number; readonly of: number } | null;
  readonly made: Omit<Made, 'bytes'> | null;
  readonly failed: readonly Told[];
}

/** 文件: what was dropped, what it was taken for, and what can be taken home. */
export function Desk({ state, doing }: { readonly state: State; readonly doing: Doing }) {
  const { shown } = state;
  const page = shown?.page ?? null;
  return (
    <>
      <h1 tabIndex={-1}>任务清单工具</h1>
      <DropZone doing={doing} isSmall={page !== null} />
      {shown && shown.files.length > 0 && <Files shown={shown} doing={doing} />}
      {shown && page && (
        <>
          <Account shown={shown} />
          <Sheets shown={shown} data={page.data} doing={doing} />
          {shown.changes && <ChangesPart doing={doing} />}
          {shown.problems && <RolledUp shown={shown} problems={shown.problems} doing={doing} />}
          <Findings findings={shown.findings} />
        </>
      )}
    </>
  );
}

function DropZone({ doing, isSmall }: { readonly doing: Doing; readonly isSmall: boolean }) {
  const chosen = (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    doing.add(Promise.resolve(Array.from(input.files ?? [])));
    // The same file may be chosen again once it has been changed.
    input.value = '';
  };
  return (
    <section class={isSmall ? 'drop small' : 'drop'} aria-label="放文件">
      <p class="choose">
        <label class="button">
          选文件
          <input type="file" multiple onChange={chosen} />
        </label>
        <span>或把文件、文件夹拖到这一页的任何地方</span>
      </p>
      {!isSmall && (
        <ul>
          <li>
            <b>通知</b>（Word、网页、Excel、文本）：读成任务，给每个单位出清单
          </li>
          <li>
            <b>修订后的通知</b>：看改了什么
          </li>
          <li>
            <b>各单位填好的清单</b>：汇总；填过的内容带到新清单
          </li>
          <li>
            <b>单位名录</b>（名录.xlsx、units.yaml）：认本区的单位名称
          </li>
        </ul>
      )}
      <p class="note">文件只在这台电脑上读，不上传；关掉这一页就什么也不留。</p>
    </section>
  );
}

const KINDS: Readonly<Record<ShownFile['kind'], string>> = {
  notice: '通知',
  sheet: '发回的清单',
  registry: '单位名录',
  unread: '没有用',
};
const USES: Partial<Record<FileUse, string>> = { before: '原通知', unused: '通知（没有用到）' };

function Files({ shown, doing }: { readonly shown: Shown; readonly doing: Doing }) {
  const { files } = shown;
  const hasBefore = files.some(({ use }) => use === 'before');
  const word = ({ kind, use }: ShownFile) => {
    if (kind !== 'notice') return KINDS[kind];
    return use === 'current' && hasBefore ? '新通知' : (USES[use] ?? KINDS.notice);
  };
  return (
    <section aria-labelledby="files">
      <h2 id="files">放进来的文件</h2>
      <ul class="files">
        {files.map((file) => (
          <li key={file.id} class={file.kind === 'unread' ? 'unused' : undefined}>
            <p>
              <b class="kind">{word(file)}</b> <span class="file">{file.name}</span>{' '}
              {file.holds !== '' && <span class="holds">{file.holds}</span>}
            </p>
            <button type="button" onClick={() => doing.remove(file.id)} aria-label={`拿走 ${file.name}`}>
              拿走
            </button>
            {file.kind !== 'notice' && <ToldList all={file.told} label={`${file.name}：提示`} />}
          </li>
        ))}
      </ul>
      {shown.page === null && <p>还没有通知。把通知也放进来，才能出清单、汇总。</p>}
      {shown.areUnlike && (
        <p class="unlike" role="alert">
          这两份通知的任务大多不一样，可能不是同一份通知的前后两稿。不是的话，请把不要的那份拿走。
        </p>
      )}
      {hasBefore && (
        <p>
          按成文日期（没有或相同的，按放进来的先后）认哪份在前。不对就{' '}
          <button type="button" onClick={doing.swap}>
            对调原通知和新通知
          </button>
        </p>
      )}
    </section>
  );
}

function Account({ shown }: { readonly shown: Shown }) {
  const [title = '', ...lines] = shown.account;
  const current = shown.files.find(({ use, kind }) => kind === 'notice' && use === 'current');
  const all = current?.told ?? [];
  return (
    <section aria-labelledby="account">
      <h2 id="account">读到了什么</h2>
      <p>
        <b>{title}</b>
      </p>
      {lines.map(
        (line) => line.trim() !== '' && <p class={/^\s/.test(line) ? 'line inner' : 'line'}>{line.trim()}</p>,
      )}
      {all.length > 0 && (
        <details open={all.some(({ severity }) => severity !== 'info')}>
          <summary>读的时候发现的：{countsOf(all)}</summary>
          <ToldList all={all} label="读的时候发现的" />
        </details>
      )}
      <p class="buttons">
        <a href={addressOf(VIEWS.notice)}>看标注过的通知原文</a>
        <a href={addressOf(VIEWS.overview)}>看总览</a>
      </p>
    </section>
  );
}

function Sheets({
  shown,
  data,
  doing,
}: {
  readonly shown: Shown;
  readonly data: PageData;
  readonly doing: Doing;
}) {
  const all = (format: 'xlsx' | 'csv' | 'docx') => () => doing.make({ what: 'sheets', units: null, format });
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets">出任务清单</h2>
      <FindUnit data={data} />
      <h3>一次出全</h3>
      <p class="buttons">
        <Button act={all('xlsx')} main>
          全部清单（Excel，一个压缩包）
        </Button>
        <Button act={all('docx')}>全部 Word 分解表</Button>
        <Button act={all('csv')}>全部 CSV</Button>
        <Other name="总台账.xlsx" doing={doing}>
          总台账
        </Other>
        <Other name="report.html" doing={doing}>
          给领导看的网页
        </Other>
        <Other name="wulong-tasks.json" doing={doing}>
          任务台账（JSON）
        </Other>
        {shown.unresolved > 0 && (
          <Other name="名录.xlsx" doing={doing}>
            {`待补全的单位名录（${shown.unresolved} 个名称）`}
          </Other>
        )}
      </p>
    </section>
  );
}

/** 找本单位, by its name, another of its names, or pinyin. */
function FindUnit({ data }: { readonly data: PageData }) {
  const [typed, setTyped] = useState('');
  const word = typed.normalize('NFKC').toLowerCase().replace(/[\s']/g, '');
  const goesBy = (name: string) =>
    name.toLowerCase().includes(word) || (mayBePinyin(word) && readsAs(name, word, data.pinyin));
  const found = data.units.filter(
    ({ name, names, hosts }) => word === '' || [name, ...names, ...hosts].some(goesBy),
  );
  const units = found.filter(({ kind }) => kind === 'unit');
  const groups = found.filter(({ kind }) => kind === 'group');
  const [only] = found;
  return (
    <form
      class="find-unit"
      onSubmit={(event) => {
        event.preventDefault();
        if (only && found.length === 1) location.assign(addressOf(only.name));
      }}
    >
      <label>
        找单位（名称、简称，或拼音首字母）
        <input
          type="search"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p role="status" class="note">
        {found.length === 0
          ? '没有找到。换个说法试试。'
          : `单位 ${units.length} 个${groups.length > 0 ? `，集体称谓 ${groups.length} 个` : ''}。点名称看任务、下载清单。`}
      </p>
      <Directory units={units} />
      {groups.length > 0 && (
        <details open={word !== ''}>
          <summary>集体称谓（{groups.length} 个）</summary>
          <Directory units={groups} />
        </details>
      )}
    </form>
  );
}

function Directory({ units }: { readonly units: readonly PageUnit[] }) {
  return (
    <ul class="directory">
      {units.map(({ name }) => (
        <li key={name}>
          <To name={name} />
        </li>
      ))}
    </ul>
  );
}

/** What can be taken home of a unit; stands above its tasks. */
export function UnitDownloads({
  unit,
  state,
  doing,
}: {
  readonly unit: string;
  readonly state: State;
  readonly doing: Doing;
}) {
  const filled = state.shown?.filledIn.find((each) => each.unit === unit);
  const make = (format: 'xlsx' | 'csv' | 'docx' | 'json') => () =>
    doing.make({ what: 'sheets', units: [unit], format });
  return (
    <section class="downloads screen" aria-label={`下载 ${unit} 的清单`}>
      <p class="buttons">
        <Button act={make('xlsx')} main>
          下载清单（Excel）
        </Button>
        <Button act={make('docx')}>Word 分解表</Button>
        <Button act={make('csv')}>CSV</Button>
        <Button act={make('json')}>JSON</Button>
      </p>
      {filled && (
        <p class="note">
          {`填过的内容从 ${filled.file} 带到新清单。`}
          {filled.others.length > 0 &&
            `同一单位还有 ${filled.others.join('、')}，里面的不带；要用它们，请先把 ${filled.file} 拿走。`}
        </p>
      )}
    </section>
  );
}

function ChangesPart({ doing }: { readonly doing: Doing }) {
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">修订对照</h2>
      <p class="buttons">
        <a class="button" href={addressOf(OWN_VIEWS.changes)}>
          看改了什么
        </a>
        <Other name="修订对照.xlsx" doing={doing}>
          下载对照表（Excel）
        </Other>
        <Other name="修订对照.md" doing={doing}>
          Markdown
        </Other>
      </p>
    </section>
  );
}

function RolledUp({
  shown,
  problems,
  doing,
}: {
  readonly shown: Shown;
  readonly problems: readonly Told[];
  readonly doing: Doing;
}) {
  const units = shown.page?.overview.progress?.units ?? [];
  const sent = units.filter(({ files }) => files.length > 0);
  return (
    <section aria-labelledby="rolled-up">
      <h2 id="rolled-up">汇总</h2>
      <p>
        {`收到 ${sent.length} 个单位的，还有 ${units.length - sent.length} 个单位没有交。`}
        <a href={addressOf(VIEWS.overview)}>看各单位进展</a>
      </p>
      <p>
        <label>
          到哪一天算滞后{' '}
          <input
            type="date"
            value={shown.on ?? ''}
            onChange={(event) => doing.on(event.currentTarget.value || null)}
          />
        </label>
      </p>
      <p class="buttons">
        <Other name="汇总.xlsx" doing={doing} main>
          下载汇总（Excel）
        </Other>
        <Other name="汇总.csv" doing={doing}>
          CSV
        </Other>
        <Other name="汇总.json" doing={doing}>
          JSON
        </Other>
      </p>
      {problems.length > 0 && (
        <>
          <h3>要核对的：{countsOf(problems)}</h3>
          <ToldList all={problems} label="汇总时要核对的" />
        </>
      )}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly Told[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">发文前检查</h2>
      <details>
        <summary>自相矛盾、漏填、照抄的地方：{countsOf(findings)}</summary>
        <ToldList all={findings} label="发文前检查" />
      </details>
    </section>
  );
}

function Other({
  name,
  doing,
  children,
  main = false,
}: {
  readonly name: OtherFile;
  readonly doing: Doing;
  readonly children: ComponentChildren;
  readonly main?: boolean;
}) {
  return (
    <Button act={() => doing.make({ what: 'other', name })} main={main}>
      {children}
    </Button>
  );
}

function Button({
  act,
  children,
  main = false,
}: {
  readonly act: () => void;
  readonly children: ComponentChildren;
  readonly main?: boolean;
}) {
  return (
    <button type="button" class={main ? 'main' : undefined} onClick={act}>
      {children}
    </button>
  );
}

/** What is being done, and what was made last: always in view. */
export function Status({ state }: { readonly state: State }) {
  const { busy, made, failed } = state;
  return (
    <>
      {busy && (
        <p class="busy">
          <progress value={busy.done} max={Math.max(1, busy.of)} aria-label={busy.what} />
          {busy.of > 1 ? `${busy.what}（${busy.done}／${busy.of}）` : `${busy.what}…`}
        </p>
      )}
      {!busy && made && (
        <>
          <p>
            {`已生成 ${made.name}，在浏览器的下载里。`}
            {made.carried}
          </p>
          <ToldList all={made.told} label="生成时的提示" />
        </>
      )}
      <ToldList all={failed} label="没有办成的" />
    </>
  );
}
