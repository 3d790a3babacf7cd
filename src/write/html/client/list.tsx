import type { ComponentChildren } from 'preact';
import type { PageData, PageReport, PageRow, PageUnit } from '../../../model/page.js';
import type { Part } from '../../../model/sheet.js';
import { addressOf, type Filter, VIEWS } from '../address.js';
import { Pieces, To } from '../pieces.js';
import type { Found, Hit } from './search.js';

interface Shown {
  readonly data: PageData;
  readonly filter: Filter;
  readonly found: Found;
  /** How many rows are drawn. */
  readonly most: number;
  readonly narrow: (filter: Partial<Filter>) => void;
  readonly more: () => void;
}

/** All tasks, or those that were searched for. */
export function Tasks({ data, filter, found, ...rest }: Shown) {
  const { lead, responsible } = filter;
  return (
    <>
      <h1 tabIndex={-1}>任务</h1>
      <Narrow data={data} filter={filter} narrow={rest.narrow}>
        <Choice
          label="单位"
          value=""
          choices={data.units.map(({ name }) => [name, name])}
          choose={(name) => location.assign(addressOf(name, { ...filter, lead: '', responsible: '' }))}
        />
      </Narrow>
      {(lead || responsible) && (
        <p class="chosen">
          {lead && <Chosen text={`牵头单位：${lead}`} drop={() => rest.narrow({ lead: '' })} />}
          {responsible && (
            <Chosen text={`责任单位：${responsible}`} drop={() => rest.narrow({ responsible: '' })} />
          )}
        </p>
      )}
      {found.units.length > 0 && (
        <p class="units">
          单位：
          {found.units.slice(0, 12).map(({ name }) => (
            <To name={name} />
          ))}
        </p>
      )}
      {found.measures.length > 0 && (
        <p class="units">
          正文：
          {found.measures.map(({ id, title }) => (
            <To name={id}>{`${id}${title}`}</To>
          ))}
        </p>
      )}
      <Count found={found} />
      <Rows hits={found.hits} data={data} {...rest} />
    </>
  );
}

/** All that one unit has to do, by how it is in it, and by the measure that it carries out. */
export function Unit({ unit, data, filter, found, ...rest }: Shown & { readonly unit: PageUnit }) {
  const parts = (Object.keys(data.words.parts) as Part[]).filter((part) =>
    found.hits.some(({ duty }) => duty?.part === part),
  );
  const narrowed = Object.values(filter).some((value) => value !== '');
  return (
    <>
      <h1 tabIndex={-1}>{unit.name}</h1>
      <p class="head print">{data.notice}</p>
      <About unit={unit} />
      <Narrow data={data} filter={filter} narrow={rest.narrow} unit={unit} />
      <Count found={found} />
      {!narrowed && (
        <ul class="tiles">
          {parts.map((part) => (
            <li>
              <b>{found.hits.filter(({ duty }) => duty?.part === part).length}</b>
              {data.words.parts[part]}
            </li>
          ))}
        </ul>
      )}
      {parts.map((part) => (
        <PartOf key={part} part={part} hits={found.hits} unit={unit} data={data} {...rest} />
      ))}
    </>
  );
}

function PartOf({
  part,
  hits,
  data,
  unit,
  most,
  more,
}: Pick<Shown, 'data' | 'most' | 'more'> & {
  readonly part: Part;
  readonly hits: readonly Hit[];
  readonly unit: PageUnit;
}) {
  const own = hits.filter(({ duty }) => duty?.part === part);
  const measures = new Map<string, Hit[]>();
  for (const hit of own) {
    const [measure = ''] = hit.row.measures;
    measures.set(measure, [...(measures.get(measure) ?? []), hit]);
  }
  const order = ['', ...data.measures.map(({ id }) => id)];
  const groups = Array.from(measures).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  // What stands under no measure comes last.
  if (groups[0]?.[0] === '') groups.push(...groups.splice(0, 1));
  let left = most;
  return (
    <section class="part" aria-labelledby={`part-of-${part}`}>
      <h2 id={`part-of-${part}`}>
        {data.words.parts[part]}
        <small>{own.length} 项</small>
      </h2>
      {groups.map(([measure, all]) => {
        const drawn = all.slice(0, Math.max(0, left));
        left -= all.length;
        if (drawn.length === 0) return null;
        const title = data.measures.find(({ id }) => id === measure)?.title ?? '';
        const isOnly = measure === '' && groups.length === 1;
        return (
          <>
            {isOnly || (
              <h3>
                {measure === '' ? '没有对应的正文条目' : <To name={measure}>{`${measure}${title}`}</To>}
              </h3>
            )}
            <List hits={drawn} data={data} unit={unit} heading={isOnly ? 'h3' : 'h4'} />
          </>
        );
      })}
      {left < 0 && <More left={-left} more={more} />}
    </section>
  );
}

function Rows({
  hits,
  data,
  most,
  more,
}: Pick<Shown, 'data' | 'most' | 'more'> & { readonly hits: readonly Hit[] }) {
  return (
    <>
      <List hits={hits.slice(0, most)} data={data} heading="h2" />
      {hits.length > most && <More left={hits.length - most} more={more} />}
    </>
  );
}

function More({ left, more }: { readonly left: number; readonly more: () => void }) {
  return (
    <p class="screen">
      <button type="button" onClick={more}>
        还有 {left} 项，接着显示
      </button>
    </p>
  );
}

/** The level of a task's name, one below what stands above it. */
type Heading = 'h2' | 'h3' | 'h4';

function List({
  hits,
  data,
  unit,
  heading,
}: {
  readonly hits: readonly Hit[];
  readonly data: PageData;
  readonly unit?: PageUnit;
  readonly heading: Heading;
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
}: {
  readonly row: PageRow;
  readonly data: PageData;
  readonly words: string | undefined;
  readonly unit: string | undefined;
  readonly heading: Heading;
}) {
  const table = row.table === null ? '正文' : data.tables[row.table];
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
          <Said name="牵头">
            <Pieces pieces={row.lead} />
          </Said>
        )}
        {row.responsible.length > 0 && (
          <Said name="责任">
            <Pieces pieces={row.responsible} />
          </Said>
        )}
        {row.measures.length > 0 && (
          <Said name="正文">
            {row.measures.map((measure, i) => (
              <>
                {i > 0 && '、'}
                <To name={measure} />
              </>
            ))}
          </Said>
        )}
        {row.remark !== '' && <Said name="备注">{row.remark}</Said>}
        {row.flags.length > 0 && <Said name="推定">{row.flags.join('；')}</Said>}
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
    </li>
  );
}

function Fact({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Said name={name}>
      {texts.map((text) => (
        <span>{text}</span>
      ))}
    </Said>
  );
}

function Said({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
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
  const { unit, state, status, filled } = report;
  const said = status !== '' && status !== words.states[state] ? `（填的是“${status}”）` : '';
  const texts = filled.filter(([, text]) => text !== status);
  return (
    <p class={`report ${state}`}>
      {named && <To name={unit} />}
      <b>
        {words.states[state]}
        {said}
      </b>
      {texts.map(([header, text]) => (
        <span>
          {header}：{text}
        </span>
      ))}
    </p>
  );
}

function About({ unit }: { readonly unit: PageUnit }) {
  const { names, groups, hosts, members } = unit;
  const links = (all: readonly string[]) => all.map((name) => <To name={name} />);
  return (
    <dl class="about">
      {names.length > 0 && <Said name="又称">{names.join('、')}</Said>}
      {hosts.length > 0 && <Said name="承办">{hosts.join('、')}</Said>}
      {groups.length > 0 && <Said name="属于">{links(groups)}</Said>}
      {members && members.length > 0 && <Said name="成员">{links(members)}</Said>}
      {members === null && <Said name="成员">通知和名录都没有说有哪些单位</Said>}
    </dl>
  );
}

function Count({ found }: { readonly found: Found }) {
  return (
    <p class="found" role="status">
      {found.hits.length > 0 ? `共 ${found.hits.length} 项` : '没有找到。换个说法，或去掉几个条件试试。'}
    </p>
  );
}

/** What a list can be narrowed to; on a unit's page also by how it is in a task, and by words. */
function Narrow({
  data,
  filter,
  narrow,
  unit,
  children,
}: Pick<Shown, 'data' | 'filter' | 'narrow'> & {
  readonly unit?: PageUnit;
  readonly children?: ComponentChildren;
}) {
  const rows = unit
    ? unit.concerns.flatMap(([row]) => data.rows[row] ?? [])
    : data.rows.filter(({ table }) => table !== null);
  const duties = unit ? unit.concerns.flatMap(([, duty]) => data.duties[duty]?.roles ?? []) : [];
  const has = <T,>(values: readonly T[]) => new Set(values);
  const tables = has(rows.map(({ table }) => table));
  const kinds = has(rows.flatMap(({ deliverables }) => deliverables.map(({ kind }) => kind)));
  const places = has(rows.flatMap((row) => row.places));
  const words = <T extends string>(all: Readonly<Record<T, string>>, used: ReadonlySet<T>) =>
    (Object.entries(all) as [T, string][]).filter(([value]) => used.has(value));
  return (
    <search class="narrow-by screen">
      <form onSubmit={(event) => event.preventDefault()}>
        {children}
        {unit && (
          <label>
            在本单位里查找
            <input
              type="search"
              value={filter.q}
              onInput={(event) => narrow({ q: event.currentTarget.value })}
            />
          </label>
        )}
        <Choice
          label="角色"
          value={filter.role}
          choices={words(data.words.roles, has(duties.map(({ role }) => role)))}
          choose={(role) => narrow({ role })}
        />
        <Choice
          label="确定程度"
          value={filter.degree}
          choices={words(data.words.degrees, has(duties.map(({ degree }) => degree)))}
          choose={(degree) => narrow({ degree })}
        />
        <Choice
          label="类别"
          value={filter.table}
          choices={[
            ...data.tables.flatMap((name, i): [string, string][] =>
              tables.has(i) ? [[String(i), name]] : [],
            ),
            ...(tables.has(null) ? [['body', '正文'] as const] : []),
          ]}
          choose={(table) => narrow({ table })}
        />
        <Choice
          label="成果"
          value={filter.kind}
          choices={words(data.words.deliverables, kinds)}
          choose={(kind) => narrow({ kind })}
        />
        <Choice
          label="点到的乡镇（街道）"
          value={filter.place}
          choices={Array.from(places, (name): [string, string] => [name, name])}
          choose={(place) => narrow({ place })}
        />
        {data.progress && (
          <Choice
            label="进展"
            value={filter.state}
            choices={Object.entries(data.words.states)}
            choose={(state) => narrow({ state })}
          />
        )}
      </form>
    </search>
  );
}

/** One of several values, or all; nothing where there is no choice. */
function Choice({
  label,
  value,
  choices,
  choose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly choose: (value: string) => void;
}) {
  if (choices.length < 2 && value === '') return null;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">全部</option>
        {choices.map(([each, words]) => (
          <option value={each}>{words}</option>
        ))}
      </select>
    </label>
  );
}

function Chosen({ text, drop }: { readonly text: string; readonly drop: () => void }) {
  return (
    <button type="button" onClick={drop} aria-label={`去掉条件：${text}`}>
      {text} ×
    </button>
  );
}

/** What is shown for an address that nothing has. */
export function Nothing({ name }: { readonly name: string }) {
  return (
    <>
      <h1 tabIndex={-1}>没有找到“{name}”</h1>
      <p>
        这份通知里没有这个单位、任务或条目。可以<a href={addressOf(VIEWS.overview)}>从总览里找</a>
        ，或在上面查找。
      </p>
    </>
  );
}
