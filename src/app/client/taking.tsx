import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageData, PageUnit } from '../../model/page.js';
import { addressOf, VIEWS } from '../../write/html/address.js';
import { mayBePinyin, readsAs } from '../../write/html/client/pinyin.js';
import { To } from '../../write/html/pieces.js';
import type { OtherFile, Shown, ToldInWords } from '../shown.js';
import { OWN_VIEWS } from '../views.js';
import type { DeskState, Doing } from './doing.js';
import { severityCounts, ToldList } from './told.js';

// What can be taken home: sheets, what changed, the roll-up and its papers.

export function Sheets({ data, doing }: { readonly data: PageData; readonly doing: Doing }) {
  const all = (format: 'xlsx' | 'csv' | 'docx') => () => doing.make({ what: 'sheets', units: null, format });
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets">出任务清单</h2>
      <FindUnit data={data} />
      <h3 id="all-sheets" tabIndex={-1}>
        一次出全
      </h3>
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
  const near = found.length === 0 ? nearest(word, data.units) : [];
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
          ? `没有找到。${near.length > 0 ? '最像的是：' : '换个说法试试。'}`
          : `单位 ${units.length} 个${groups.length > 0 ? `，集体称谓 ${groups.length} 个` : ''}。点名称看任务、下载清单。`}
      </p>
      {found.length === 0 && <Directory units={near} />}
      {units.length > MANY && (
        <button
          type="button"
          class="past"
          onClick={() => document.getElementById('all-sheets')?.focus()}
        >{`跳过这 ${units.length} 个单位`}</button>
      )}
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

/** So many links are a way to go. */
const MANY = 12;

/** Units whose names share most of their characters with what was typed. */
function nearest(word: string, units: readonly PageUnit[]): PageUnit[] {
  const shareOf = (name: string) => {
    const shared = [...word].filter((each) => name.includes(each)).length;
    return shared / Math.max(word.length, name.length);
  };
  return units
    .map((unit) => ({ unit, share: Math.max(...[unit.name, ...unit.names].map(shareOf)) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ unit }) => unit);
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
  readonly state: DeskState;
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

export function ChangesPart({ doing }: { readonly doing: Doing }) {
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

export function RolledUp({
  shown,
  problems,
  doing,
}: {
  readonly shown: Shown;
  readonly problems: readonly ToldInWords[];
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
      <Papers on={shown.on} doing={doing} />
      {problems.length > 0 && (
        <>
          <h3>要核对的：{severityCounts(problems)}</h3>
          <ToldList all={problems} label="汇总时要核对的" />
        </>
      )}
    </section>
  );
}

/** 督办单, 通报, 工作进展情况: of a day, and signed where somebody says by whom. */
function Papers({ on, doing }: { readonly on: string | null; readonly doing: Doing }) {
  const [sign, setSign] = useState('');
  return (
    <>
      <h3>文书</h3>
      <p>
        <label>
          落款（可以不写）{' '}
          <input value={sign} autocomplete="off" onInput={(event) => setSign(event.currentTarget.value)} />
        </label>
      </p>
      <p class="buttons">
        <button
          type="button"
          disabled={on === null}
          onClick={() => doing.make({ what: 'papers', sign: sign.trim() })}
        >
          督办单、通报、工作进展情况（Word，一个压缩包）
        </button>
      </p>
      {on === null && <p class="note">先填上面的“到哪一天算滞后”，才能出文书。</p>}
    </>
  );
}

export function Findings({ findings }: { readonly findings: readonly ToldInWords[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">发文前检查</h2>
      <details>
        <summary>自相矛盾、漏填、照抄的地方：{severityCounts(findings)}</summary>
        <ToldList all={findings} label="发文前检查" />
      </details>
    </section>
  );
}

export function Other({
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
