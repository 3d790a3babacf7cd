import type { ComponentChildren } from 'preact';
import { byHandedIn, percentOf, shareDone } from '../../collect/index.js';
import type { Page, PageData, PageFigure, PageProgress, UnitCounts } from '../../model/page.js';
import type { Counts, Movement, State, UnitProgress } from '../../model/roll-up.js';
import type { SheetPart } from '../../model/sheet.js';
import {
  DEGREE_WORDS,
  HANDED_WORDS,
  LATE_WORDS,
  MOVEMENT_WORDS,
  PART_DEGREES,
  PART_WORDS,
  PARTS,
  STATE_WORDS,
} from '../../sheets/index.js';
import { addressOf, VIEWS } from './address.js';
import { BAR_PARTS, fillOf } from './bars.js';
import { dayWords } from './notice.js';
import { Pieces, To } from './pieces.js';

/** Of who has sent something, nothing is absent. */
const STATES = (Object.keys(STATE_WORDS) as readonly State[]).filter((state) => state !== 'absent');
const MOVEMENTS = Object.keys(MOVEMENT_WORDS) as readonly Movement[];
/** What is told of each unit; what was new or done before needs no column. */
const MOVED: readonly Movement[] = ['moved', 'first', 'back', 'still'];

/** The charts of an overview as markup, which only the program that writes a page draws. */
export interface Charts {
  readonly tables: string;
  readonly units: string;
  readonly pairs: string;
}

/** 总览: what a leader looks at first; without charts, the tables that they are drawn from. */
export function Overview({ page, charts }: { readonly page: Page; readonly charts?: Charts }) {
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
          note="行是牵头单位，列是责任单位，格里是两家都点名的任务数；点格子看是哪些任务。"
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
  readonly chart: string | undefined;
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

/** A chart, and behind it the table that it is drawn from. */
function Chart({
  title,
  note,
  chart,
  headers,
  rows,
}: {
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly chart: string | undefined;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      {note && <p class="note">{note}</p>}
      {/* Drawn by Plot into a document, which escapes what it holds. */}
      {chart && <div class="chart" dangerouslySetInnerHTML={{ __html: chart }} />}
      <details>
        <summary>{title}：数字</summary>
        <DataTable headers={headers} rows={rows} label={title} />
      </details>
    </section>
  );
}

function DataTable({
  headers,
  rows,
  label,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly label: string;
}) {
  return (
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {headers.map((header) => (
              <th scope="col">{header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td class={typeof cell === 'number' ? 'count' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
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

function Progress({ progress, data }: { readonly progress: PageProgress; readonly data: PageData }) {
  const { units, total, late, months, since, moved } = progress;
  const { yes, empty, unread, no } = byHandedIn(units);
  const sent = units.filter(({ files }) => files.length > 0);
  const on = data.progress?.on ?? null;
  const before = months.find((month) => month.on === since);
  // Late and left blank is late; that nobody has filled it in is told, too.
  const hasBlank = (state: State) => state === 'late' && total.blank !== undefined;
  const movements = MOVEMENTS.filter((movement) => moved[movement] > 0);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">进展{on && `：到 ${dayWords(on)}`}</h2>
      <p class="note">
        {`应交 ${units.length} 个单位，已交 ${yes.length} 个${empty.length > 0 ? `，交了空表 ${empty.length} 个` : ''}。应办 ${total.tasks} 项次，已完成 ${total.done}，完成率 ${percentWords(total)}。`}
        {on && '滞后含过了完成时限的。'}
      </p>
      {before && since !== null && (
        <p class="note">
          {`和 ${dayWords(since)}比：完成率 ${percentWords(before)} → ${percentWords(total)}；${movements
            .map((movement) => `${MOVEMENT_WORDS[movement]} ${moved[movement]}`)
            .join('，')}。`}
        </p>
      )}
      <DataTable
        label="各单位进展"
        headers={[
          '单位',
          '须办',
          ...STATES.flatMap((state) => [
            STATE_WORDS[state],
            ...(hasBlank(state) ? [`其中${STATE_WORDS.silent}`] : []),
          ]),
          '待确认',
          '完成率',
          ...(before ? ['上次', ...MOVED.map((movement) => MOVEMENT_WORDS[movement])] : []),
        ]}
        rows={sent.map((unit) => [
          <To name={unit.unit} />,
          unit.tasks,
          ...STATES.flatMap((state) => [unit[state], ...(hasBlank(state) ? [unit.blank ?? 0] : [])]),
          unit.open,
          <Share counts={unit} />,
          ...(before
            ? [
                unit.before ? percentWords(unit.before) : '',
                ...MOVED.map((movement) => unit.movements?.[movement] ?? 0),
              ]
            : []),
        ])}
      />
      <Missing word={HANDED_WORDS.no} units={no} />
      <Missing word={HANDED_WORDS.empty} units={empty} />
      <Missing word={HANDED_WORDS.unread} units={unread} />
      {months.length > 1 && (
        <>
          <h3>历次汇总</h3>
          <DataTable
            label="历次汇总"
            headers={['汇总到', '已交', '任务数', '已完成', '滞后', '没有填', '没有交', '完成率']}
            rows={months.map((month) => [
              dayWords(month.on),
              month.handed,
              month.tasks,
              month.done,
              month.late,
              month.silent,
              month.absent,
              <Share counts={month} />,
            ])}
          />
        </>
      )}
      {late.length > 0 && (
        <>
          <h3>滞后 {late.length} 处</h3>
          <DataTable
            label="滞后"
            headers={['单位', '任务', '完成时限', '逾期天数', '填的状态', '填的内容']}
            rows={late.map(({ row, unit, due, by, days, report }) => {
              const { id = '', name = '' } = data.rows[row] ?? {};
              return [
                <To name={unit} />,
                <To name={id}>{name}</To>,
                [due === null ? '' : dayWords(due), LATE_WORDS[by]].filter((text) => text !== '').join('，'),
                days ?? '',
                report?.status || '没有填',
                report?.filled.map(([header, text]) => `${header}：${text}`).join('；') ?? '',
              ];
            })}
          />
        </>
      )}
    </section>
  );
}

/** Units that have not handed in, or nothing that can be counted. */
function Missing({ word, units }: { readonly word: string; readonly units: readonly UnitProgress[] }) {
  if (units.length === 0) return null;
  return (
    <p>
      {word}的 {units.length} 个：
      {units.map(({ unit }, i) => (
        <>
          {i > 0 && '、'}
          <To name={unit} />
        </>
      ))}
    </p>
  );
}

function percentWords(counts: Counts): string {
  const share = shareDone(counts);
  return share === null ? '—' : `${percentOf(share)}%`;
}

function Share({ counts }: { readonly counts: Counts }) {
  const done = shareDone(counts);
  if (done === null) return null;
  const share = percentOf(done);
  return (
    <>
      {`${share}% `}
      <svg class="share" width="60" height="8" aria-hidden="true">
        <rect width="60" height="8" fill="none" stroke="currentColor" />
        <rect width={(share * 60) / 100} height="8" fill="var(--bar)" />
      </svg>
    </>
  );
}
