import { addressOf, VIEWS } from '../../write/html/address.js';
import type { FileUse, Shown, ShownFile } from '../shown.js';
import type { DeskState, Doing } from './doing.js';
import { Names } from './names.js';
import { RolledUp } from './rolled-up.js';
import { ChangesPart, Findings, Sheets } from './taking.js';
import { severityCounts, ToldList } from './told.js';

/** 文件: what was dropped, what it was taken for, and what can be taken home. */
export function Desk({ state, doing }: { readonly state: DeskState; readonly doing: Doing }) {
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
          <Sheets data={page.data} doing={doing} />
          {shown.changes && <ChangesPart doing={doing} />}
          <Names shown={shown} data={page.data} doing={doing} />
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
    doing.add(Promise.resolve(Array.from(input.files ?? [], (file) => ({ file }))));
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
            <b>通知</b>（Word、PDF、OFD、WPS、网页、Excel、文本）：读成任务，给每个单位出清单
          </li>
          <li>
            <b>修订后的通知</b>：看改了什么
          </li>
          <li>
            <b>各单位填好的清单</b>：汇总，出督办单、通报；填过的内容带到新清单
          </li>
          <li>
            <b>以前的汇总.json</b>：和上次比，谁有进展
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
  month: '以前的汇总',
  registry: '单位名录',
  unread: '没有用',
};
const USES: Partial<Record<FileUse, string>> = { before: '原通知', unused: '通知（没有用到）' };

function Files({ shown, doing }: { readonly shown: Shown; readonly doing: Doing }) {
  const { files } = shown;
  const hasBefore = files.some(({ use }) => use === 'before');
  const word = ({ kind, use }: ShownFile) => {
    if (kind !== 'notice') return KINDS[kind];
    if (use === 'used') return '任务台账';
    return use === 'current' && hasBefore ? '新通知' : (USES[use] ?? KINDS.notice);
  };
  // Who has dropped the sheets of a whole district looks for what comes of them.
  const sheets = files.filter(({ kind, told }) => kind === 'sheet' && told.length === 0);
  const many = sheets.length > MANY ? sheets : [];
  const few = files.filter((file) => !many.includes(file));
  return (
    <section aria-labelledby="files">
      <h2 id="files" tabIndex={-1}>
        放进来的文件
      </h2>
      <FileList files={few} word={word} doing={doing} />
      {many.length > 0 && (
        <details>
          <summary>发回的清单 {many.length} 份</summary>
          <FileList files={many} word={word} doing={doing} />
        </details>
      )}
      {shown.page === null && <p>还没有通知。把通知也放进来，才能出清单、汇总。</p>}
      {shown.areUnlike && (
        <p class="unlike" role="alert">
          这两份通知的任务大多不一样，可能不是同一份通知的前后两稿。不是的话，请把不要的那份拿走。
        </p>
      )}
      {hasBefore && (
        <p class={shown.isOrderOpen ? 'unlike' : undefined} role={shown.isOrderOpen ? 'alert' : undefined}>
          {shown.isOrderOpen
            ? '两份通知的成文日期相同，或有一份没有，看不出哪份在前。请核对哪份是原通知，标得不对就'
            : '按成文日期认哪份在前。不对就'}{' '}
          <button type="button" onClick={doing.swap}>
            对调原通知和新通知
          </button>
        </p>
      )}
    </section>
  );
}

/** So many sheets are not listed one by one at first. */
const MANY = 8;

function FileList({
  files,
  word,
  doing,
}: {
  readonly files: readonly ShownFile[];
  readonly word: (file: ShownFile) => string;
  readonly doing: Doing;
}) {
  return (
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
          <summary>读的时候发现的：{severityCounts(all)}</summary>
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

/** What is being done, and what was made last: in view until somebody closes it, or goes elsewhere. */
export function StatusLine({ state, doing }: { readonly state: DeskState; readonly doing: Doing }) {
  const { busy, made, done, failed } = state;
  const hasSaid = !busy && (made !== null || done !== '' || failed.length > 0);
  return (
    <>
      {busy && (
        <p class="busy">
          <progress value={busy.done} max={Math.max(1, busy.of)} aria-label={busy.what} />
          {busy.of > 1 ? `${busy.what}（${busy.done}／${busy.of}）` : `${busy.what}…`}
        </p>
      )}
      {hasSaid && (
        <button type="button" class="close" aria-label="收起提示" onClick={doing.close}>
          ×
        </button>
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
      {!busy && done !== '' && <p>{done}</p>}
      <ToldList all={failed} label="没有办成的" />
    </>
  );
}
