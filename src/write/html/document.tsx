import { Fragment, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { digestOf } from '../../model/digest.js';
import type { Page } from '../../model/page.js';
import type { SheetPart } from '../../model/sheet.js';
import { PARTS } from '../../sheets/index.js';
import { addressOf, VIEWS } from './address.js';
import { chartsOf } from './charts.js';
import script from './client/main.tsx?bundled';
import { Notice } from './notice.js';
import { Overview } from './overview.js';
import style from './page.css?bundled';

/** Without scripts, everything that is there is shown. */
const WITHOUT_SCRIPT = '[hidden]{display:block!important}.scripted{display:none!important}';

/**
 * The page as one file that asks for nothing: a policy in it forbids every request, and every script and style
 * but its own.
 */
export function documentOf(page: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)} ${hashOf(WITHOUT_SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
    // Nothing that is text can become markup once the page is open.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const head = (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      <title>{page.data.title}</title>
      {raw('style', style)}
      <noscript>{raw('style', WITHOUT_SCRIPT)}</noscript>
    </>
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>${renderToString(<Fragment>{head}</Fragment>)}</head>
<body>${renderToString(<Body page={page} />)}<script type="application/json" id="page-data">${inert(page.data)}</script><script>${script}</script></body>
</html>
`;
}

function Body({ page }: { readonly page: Page }) {
  const { data, notice, overview } = page;
  return (
    <>
      <a class="skip" href="#main">
        跳到内容
      </a>
      <Patterns />
      <header>
        <nav aria-label="页面">
          <a href={addressOf(VIEWS.overview)}>总览</a>
          <a href={addressOf(VIEWS.tasks)} class="scripted">
            任务
          </a>
          <a href={addressOf(VIEWS.notice)}>通知原文</a>
        </nav>
        <search class="scripted">
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
        <noscript>
          <p class="note">
            这个浏览器没有运行脚本：可以看总览和通知原文；查找和各单位的任务要在能运行脚本的浏览器里打开。
          </p>
        </noscript>
        <section id={VIEWS.overview} class="view">
          <Overview page={page} charts={chartsOf(page.overview)} />
        </section>
        <section id={VIEWS.tasks} class="view" hidden />
        <section id={VIEWS.notice} class="view" hidden>
          <Notice notice={notice} data={data} />
        </section>
      </main>
      <footer>
        由 wulong-tasks 从 {page.source} 生成，共 {overview.counts[0]?.count ?? 0} 项任务。以通知原文为准。
      </footer>
    </>
  );
}

/** How the parts of a unit's sheet are filled in charts. */
function Patterns() {
  const marks: Record<SheetPart, VNode | null> = {
    lead: <rect width="6" height="6" fill="var(--bar)" />,
    responsible: <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="var(--bar)" stroke-width="2" />,
    supervising: <path d="M0,3 h6 M3,0 v6" stroke="var(--bar)" stroke-width="1" />,
    body: <path d="M3,0 v6" stroke="var(--bar)" stroke-width="2" />,
    hosted: <path d="M0,3 h6" stroke="var(--bar)" stroke-width="2" />,
    member: <circle cx="3" cy="3" r="1.2" fill="var(--bar)" />,
    confirmed: <circle cx="3" cy="3" r="1.8" fill="none" stroke="var(--bar)" />,
    possible: null,
  };
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {PARTS.map((part) => (
          <pattern id={`part-${part}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="var(--paper)" />
            {marks[part]}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

function raw(element: 'style', text: string): VNode {
  const Element = element;
  return <Element dangerouslySetInnerHTML={{ __html: text }} />;
}

/** JSON that no parser of HTML takes for anything else. */
function inert(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

function hashOf(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...digestOf(text)))}'`;
}
