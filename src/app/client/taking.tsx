import type { PageData } from '../../model/page.js';
import { addressOf } from '../../write/html/address.js';
import type { ToldInWords } from '../shown.js';
import { OWN_VIEWS } from '../views.js';
import { Button, Other } from './buttons.js';
import type { DeskState, Doing } from './doing.js';
import { FindUnit } from './find-unit.js';
import { severityCounts, ToldList } from './told.js';

// What can be taken home of a notice: sheets, what changed, what its drafters should look at.

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
        <Button act={all('docx')}>全部 Word 分解表（一个压缩包）</Button>
        <Button act={all('csv')}>全部 CSV（一个压缩包）</Button>
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
          {filled ? '下载清单（Excel，有原件要留的是压缩包）' : '下载清单（Excel）'}
        </Button>
        <Button act={make('docx')}>Word 分解表</Button>
        <Button act={make('csv')}>CSV</Button>
        <Button act={make('json')}>JSON</Button>
      </p>
      {filled && (
        <p class="note">
          {`填过的内容从 ${filled.file} 带到新清单。里面有带不过去的，就连它的原件打成一个压缩包（.zip）。`}
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
