import type { ComponentChildren } from 'preact';
import type { PageData, PageReport, PageRow, PageUnit } from '../../../model/page.js';
import { addressOf } from '../address.js';
import { Pieces, To, UnitPieces } from '../pieces.js';
import type { Hit } from './search.js';

/** The level of a task's name, one below what stands above it. */
type HeadingTag = 'h2' | 'h3' | 'h4';

export function List({
  hits,
  data,
  unit,
  heading,
  at,
}: {
  readonly hits: readonly Hit[];
  readonly data: PageData;
  readonly unit?: PageUnit;
  readonly heading: HeadingTag;
  /** What stands below a task. */
  readonly at?: ((row: PageRow) => ComponentChildren) | undefined;
}) {
  return (
    <ol class="tasks">
      {hits.map(({ row, duty }) => (
        <Task
          key={row.id + row.at}
          row={row}
          data={data}
          words={duty?.words}
          unit={unit?.name}
          heading={heading}
          at={at}
        />
      ))}
    </ol>
  );
}

function Task({
  row,
  data,
  words,
  unit,
  heading: Name,
  at,
}: {
  readonly row: PageRow;
  readonly data: PageData;
  readonly words: string | undefined;
  readonly unit: string | undefined;
  readonly heading: HeadingTag;
  readonly at: ((row: PageRow) => ComponentChildren) | undefined;
}) {
  const table = row.tableIndex === null ? '正文' : data.tables[row.tableIndex];
  const own = row.reports.filter((report) => report.unit === unit);
  const others = row.reports.filter((report) => report.unit !== unit);
  return (
    <li>
      <div class="what">
        <a class="where" href={addressOf(row.id)}>
          {[table, row.section, row.number].filter((text) => text !== '').join(' ')}
          <span class="screen"> 看原文</span>
        </a>
        <Name>{row.name}</Name>
        {words && <p class="role">{words}</p>}
        {own.map((report) => (
          <Report report={report} words={data.words} />
        ))}
      </div>
      <p class="goal">
        <Pieces pieces={row.goal} />
      </p>
      <dl class="asks">
        <Fact name="指标" texts={row.indicators} />
        <Fact name="时限" texts={row.times} />
        <Fact
          name="成果"
          texts={row.deliverables.map(({ kind, text }) => `${text}（${data.words.deliverables[kind]}）`)}
        />
      </dl>
      <dl class="who">
        {row.lead.length > 0 && (
          <Term name="牵头">
            <UnitPieces pieces={row.lead} />
          </Term>
        )}
        {row.responsible.length > 0 && (
          <Term name="责任">
            <UnitPieces pieces={row.responsible} />
          </Term>
        )}
        {row.measures.length > 0 && (
          <Term name="正文">
            {row.measures.map((measure, i) => (
              <span class="listed">
                <To name={measure} />
                {i < row.measures.length - 1 && '、'}
              </span>
            ))}
          </Term>
        )}
        {row.remark !== '' && <Term name="备注">{row.remark}</Term>}
        {row.flags.length > 0 && <Term name="推定">{row.flags.join('；')}</Term>}
      </dl>
      {others.length > 0 && (
        <details class="reports">
          <summary>
            {unit === undefined ? '' : '其他单位'}填报 {others.length} 条
          </summary>
          {others.map((report) => (
            <Report report={report} words={data.words} named />
          ))}
        </details>
      )}
      {at?.(row)}
    </li>
  );
}

function Fact({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Term name={name}>
      {texts.map((text) => (
        <span>{text}</span>
      ))}
    </Term>
  );
}

export function Term({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Report({
  report,
  words,
  named = false,
}: {
  readonly report: PageReport;
  readonly words: PageData['words'];
  readonly named?: boolean;
}) {
  const { unit, state, status, filled, movement, since, days } = report;
  const said = status !== '' && status !== words.states[state] ? `（填的是“${status}”）` : '';
  const texts = filled.filter(([, text]) => text !== status);
  return (
    <p class={`report ${state}`}>
      {named && <To name={unit} />}
      <b>
        {words.states[state]}
        {days !== null && ` ${days} 天`}
        {said}
      </b>
      {movement && (
        <span>
          {words.movements[movement]}
          {movement === 'still' && since !== null && `，自 ${since}`}
        </span>
      )}
      {texts.map(([header, text]) => (
        <span>
          {header}：{text}
        </span>
      ))}
    </p>
  );
}
