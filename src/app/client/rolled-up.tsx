import { useState } from 'preact/hooks';
import { addressOf, VIEWS } from '../../write/html/address.js';
import type { Shown, ToldInWords } from '../shown.js';
import { Other } from './buttons.js';
import type { Doing } from './doing.js';
import { severityCounts, ToldList } from './told.js';

/** What came back, as a roll-up, and the papers of it. */
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
