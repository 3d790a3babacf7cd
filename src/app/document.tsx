import { addressOf, VIEWS } from '../write/html/address.js';
import { fileOf, Skip, Top } from '../write/html/file.js';
import { Patterns } from '../write/html/patterns.js';
import { asText } from './text.js';
import { OWN_VIEWS } from './views.js';

/** What the file of the tool holds. */
export interface AppParts {
  /** The program of the page. */
  readonly script: string;
  readonly style: string;
  /** The program of the worker, packed. */
  readonly worker: Uint8Array;
  /** The licences of what is in the file, packed: they go where its code goes. */
  readonly licences: Uint8Array;
  readonly version: string;
}

/** The tool as one file. The worker's address is the only one that may be run, and it is made of what is in the file. */
export function toolDocument({ script, style, worker, licences, version }: AppParts): string {
  return fileOf({
    title: '任务清单工具',
    style,
    script,
    body: <Body version={version} />,
    data: [
      ['worker', 'text/plain', asText(worker)],
      ['licences', 'text/plain', asText(licences)],
    ],
    worker: { policy: 'wulong-tasks' },
  });
}

function Body({ version }: { readonly version: string }) {
  return (
    <>
      <Skip />
      <Patterns />
      <Top search={{ 'data-needs': 'page', hidden: true }}>
        <a href={addressOf(OWN_VIEWS.desk)}>文件</a>
        <a href={addressOf(VIEWS.overview)} data-needs="page" hidden>
          总览
        </a>
        <a href={addressOf(VIEWS.tasks)} data-needs="page" hidden>
          任务
        </a>
        <a href={addressOf(VIEWS.notice)} data-needs="page" hidden>
          通知原文
        </a>
        <a href={addressOf(OWN_VIEWS.changes)} data-needs="changes" hidden>
          修订
        </a>
      </Top>
      <main id="main" tabIndex={-1}>
        <div id="status" role="status" class="screen" />
        <section id={OWN_VIEWS.desk} class="view">
          <h1 tabIndex={-1}>任务清单工具</h1>
          <noscript>
            <p>这个文件要在能运行脚本的浏览器里打开：请用 Edge、Chrome 或 Firefox。</p>
          </noscript>
        </section>
        <section id={VIEWS.overview} class="view" hidden />
        <section id={VIEWS.tasks} class="view" hidden />
        <section id={VIEWS.notice} class="view" hidden />
        <section id={OWN_VIEWS.changes} class="view" hidden />
      </main>
      <footer>wulong-tasks {version}，不联网。以通知原文为准。</footer>
    </>
  );
}
