import type { Page } from '../../model/page.js';
import { addressOf, VIEWS } from './address.js';
import { chartsOf } from './charts.js';
import script from './client/main.tsx?bundled';
import { fileOf, Skip, Top } from './file.js';
import { Notice } from './notice.js';
import { Overview } from './overview.js';
import style from './page.css?bundled';
import { Patterns } from './patterns.js';

/** Without scripts, everything that is there is shown. */
const WITHOUT_SCRIPT = '[hidden]{display:block!important}.scripted{display:none!important}';

/** The page of a notice as one file. */
export function pageFile(page: Page): string {
  return fileOf({
    title: page.data.title,
    style,
    script,
    unscripted: WITHOUT_SCRIPT,
    body: <Body page={page} />,
    data: [['page-data', 'application/json', inert(page.data)]],
  });
}

function Body({ page }: { readonly page: Page }) {
  const { data, notice, overview } = page;
  return (
    <>
      <Skip />
      <Patterns />
      <Top search={{ class: 'scripted' }}>
        <a href={addressOf(VIEWS.overview)}>总览</a>
        <a href={addressOf(VIEWS.tasks)} class="scripted">
          任务
        </a>
        <a href={addressOf(VIEWS.notice)}>通知原文</a>
      </Top>
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

/** JSON that no parser of HTML takes for anything else. */
function inert(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
