import { renderToString } from 'preact-render-to-string';
import { addressOf, VIEWS } from '../write/html/address.js';
import { OWN_VIEWS } from './views.js';

/** What the file of the tool holds. */
export interface Parts {
  /** The program of the page. */
  readonly script: string;
  readonly style: string;
  /** The program of the worker, packed: base64. */
  readonly worker: string;
  /** The licences of what is in the file, packed: they go where its code goes. */
  readonly licences: string;
  readonly version: string;
  /** `'sha256-…'` of a text, as a policy names it. */
  readonly hashOf: (text: string) => string;
}

/**
 * The tool as one file that asks for nothing: its policy forbids every request, and every script and style but its
 * own. The worker's address is the only one that may be run, and it is made of what is in the file.
 */
export function toolDocument({ script, style, worker, licences, version, hashOf }: Parts): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types wulong-tasks',
  ].join('; ');
  const head = (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      <title>任务清单工具</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </>
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>${renderToString(head)}</head>
<body>${renderToString(<Body version={version} />)}<script type="text/plain" id="worker">${worker}</script><script type="text/plain" id="licences">${licences}</script><script>${script}</script></body>
</html>
`;
}

function Body({ version }: { readonly version: string }) {
  return (
    <>
      <a class="skip" href="#main">
        跳到内容
      </a>
      <header>
        <nav aria-label="页面">
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
        </nav>
        <search data-needs="page" hidden>
          <label for="search">查找</label>
          <input
            id="search"
            type="search"
            placeholder="任务、目标、单位，或拼音首字母"
            autocomplete="off"
            spellcheck={false}
          />
        </search>
      </header>
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
