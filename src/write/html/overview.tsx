import type { ComponentChildren } from 'preact';
import type { Page, PageData, PageFigure, UnitCounts } from '../../model/page.js';
import type { SheetPart } from '../../model/sheet.js';
import { DEGREE_WORDS, dayWords, PART_DEGREES, PART_WORDS, PARTS } from '../../sheets/index.js';
import { addressOf, VIEWS } from './address.js';
import { BAR_PARTS, fillOf } from './bars.js';
import { Chart, DataTable } from './data-table.js';
import { Pieces, To } from './pieces.js';
import { Progress } from './progress.js';

/** The charts of an overview: as markup where a page is written, as elements where it is open. */
export interface Charts {
  readonly tables: ComponentChildren;
  readonly units: ComponentChildren;
  readonly pairs: ComponentChildren;
}

/** 总览: what a leader looks at first; without charts, the tables that they are drawn from. */
export function Overview({ page, charts }: { readonly page: Page; readonly charts?: Charts | undefined }) {
  const { notice, overview, data } = page;
  const printed = [notice.number, notice.date && dayWords(notice.date), notice.issuer.join('')];
  return (
    <>
      <h1 tabIndex={-1}>{data.title}</h1>
      <p class="head">{printed.filter((text) => text !== null && text !== '').join('　')}</p>
      <ul class="tiles">
        {overview.counts.map(({ name, count }) => (
          <li>
            <b>{count}</b>
            {name}
          </li>
        ))}
      </ul>
      {overview.progress && <Progress progress={overview.progress} data={data} />}
      <Directory data={data} />
      <Figures title="考核看的指标" figures={overview.judged} data={data} open />
      <Chart
        title="各表任务数"
        chart={charts?.tables}
        headers={['表', '任务数']}
        rows={overview.tables.map(({ name, count }, i) => [
          <a href={addressOf(VIEWS.tasks, { table: String(i) })}>{name}</a>,
          count,
        ])}
      />
      <Units units={overview.units} chart={charts?.units} />
      {overview.pairs.length > 0 && (
        <Chart
          title="谁牵头、谁责任"
          note={charts?.pairs && '行是牵头单位，列是责任单位，格里是两家都点名的任务数；点格子看是哪些任务。'}
          chart={charts?.pairs}
          headers={['牵头单位', '责任单位', '任务数']}
          rows={overview.pairs.map(({ lead, responsible, count }) => [
            lead,
            responsible,
            <a href={addressOf(VIEWS.tasks, { lead, responsible })}>{count}</a>,
          ])}
        />
      )}
      <Figures
        title={overview.judged.length > 0 ? '其他量化指标' : '量化指标'}
        figures={overview.figures}
        data={data}
      />
    </>
  );
}

/** Every unit and group, so that each finds itself. */
function Directory({ data }: { readonly data: PageData }) {
  const units = data.units.filter(({ kind }) => kind === 'unit');
  const groups = data.units.filter(({ kind }) => kind === 'group');
  return (
    <section aria-labelledby="directory">
      <h2 id="directory">找本单位</h2>
      <Names all={units} />
      {groups.length > 0 && (
        <details>
          <summary>集体称谓（{groups.length} 个）</summary>
          <Names all={groups} />
        </details>
      )}
    </section>
  );
}

function Names({ all }: { readonly all: PageData['units'] }) {
  return (
    <ul class="directory">
      {all.map(({ name }) => (
        <li>
          <To name={name} />
        </li>
      ))}
    </ul>
  );
}

function Units({
  units,
  chart,
}: {
  readonly units: readonly UnitCounts[];
  readonly chart: ComponentChildren;
}) {
  const used = PARTS.filter((part) => units.some(({ parts }) => parts[part] > 0));
  return (
    <Chart
      title="各单位任务数"
      note={
        chart && (
          <span class="key">
            {BAR_PARTS.filter((part) => used.includes(part)).map((part) => (
              <span>
                <svg width="22" height="12" aria-hidden="true">
                  <rect x="0.5" y="0.5" width="21" height="11" fill={fillOf(part)} stroke="currentColor" />
                </svg>
                {partWords(part)}
              </span>
            ))}
          </span>
        )
      }
      chart={chart}
      headers={['单位', ...used.map((part) => PART_WORDS[part])]}
      rows={units.map(({ name, parts }) => [<To name={name} />, ...used.map((part) => parts[part])])}
    />
  );
}

/** 集体（通过集体称谓） says more than 集体. */
function partWords(part: SheetPart): string {
  const degree = DEGREE_WORDS[PART_DEGREES[part]];
  return degree === PART_WORDS[part] ? degree : `${PART_WORDS[part]}（${degree}）`;
}

function Figures({
  title,
  figures,
  data,
  open = false,
}: {
  readonly title: string;
  readonly figures: readonly PageFigure[];
  readonly data: PageData;
  readonly open?: boolean;
}) {
  if (figures.length === 0) return null;
  const table = (
    <DataTable
      label={title}
      headers={['指标', '要求', '任务', '牵头单位']}
      rows={figures.map(({ row, subject, text }) => {
        const { id = '', name = '', lead = [] } = data.rows[row] ?? {};
        return [subject, <b>{text}</b>, <To name={id}>{name}</To>, <Pieces pieces={lead} />];
      })}
    />
  );
  return (
    <section>
      <h2>{title}</h2>
      {open ? (
        table
      ) : (
        <details>
          <summary>
            {title}：{figures.length} 个
          </summary>
          {table}
        </details>
      )}
    </section>
  );
}
