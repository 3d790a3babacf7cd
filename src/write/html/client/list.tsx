import type { ComponentChildren } from 'preact';
import type { PageAsked, PageData, PageRow, PageUnit } from '../../../model/page.js';
import type { SheetPart } from '../../../model/sheet.js';
import { addressOf, type Filter, VIEWS } from '../address.js';
import { To } from '../pieces.js';
import { Choice, Narrow } from './narrow.js';
import type { Hit, Hits } from './search.js';
import { List, Said } from './task.js';

interface Shown {
  readonly data: PageData;
  readonly filter: Filter;
  readonly found: Hits;
  /** How many rows are drawn. */
  readonly most: number;
  readonly narrow: (filter: Partial<Filter>) => void;
  readonly more: () => void;
}

/** What stands at something that is asked of a unit: a group, or a task. */
export type Answering = (unit: string, asked: { group: string } | { task: PageRow }) => ComponentChildren;

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
export function Unit({
  unit,
  data,
  filter,
  found,
  children,
  answering,
  ...rest
}: Shown & {
  readonly unit: PageUnit;
  readonly children?: ComponentChildren;
  readonly answering: Answering | undefined;
}) {
  const narrowed = Object.values(filter).some((value) => value !== '');
  const { asked = NOTHING_ASKED } = unit;
  const at = answering && ((row: PageRow) => answering(unit.name, { task: row }));
  const parts = (Object.keys(data.words.parts) as SheetPart[]).filter(
    (part) =>
      inPart(found.hits, part).length > 0 || (part === 'possible' && !narrowed && asked.questions.length > 0),
  );
  return (
    <>
      <h1 tabIndex={-1}>{unit.name}</h1>
      <p class="head print">{data.notice}</p>
      <About unit={unit} data={data} />
      {children}
      <Narrow data={data} filter={filter} narrow={rest.narrow} unit={unit} />
      <Count found={found} open={openOf(unit, data)} />
      {!narrowed && (
        <ul class="tiles">
          {parts.map((part) => (
            <li>
              <b>{part === 'possible' ? asked.open.length : inPart(found.hits, part).length}</b>
              {part === 'possible' ? OPEN : data.words.parts[part]}
            </li>
          ))}
        </ul>
      )}
      {parts.map((part) => {
        const own = inPart(found.hits, part);
        if (part !== 'possible' || narrowed)
          return (
            <PartOf
              key={part}
              part={part}
              hits={own}
              unit={unit}
              data={data}
              at={part === 'confirmed' ? at : undefined}
              {...rest}
            />
          );
        const single = new Set(asked.single.map((row) => data.rows[row]));
        const hits = own.filter(({ row }) => single.has(row));
        return (
          <PartOf key={part} part={part} hits={hits} unit={unit} data={data} at={at} {...rest}>
            <Questions asked={asked} data={data} unit={unit.name} answering={answering} />
          </PartOf>
        );
      })}
    </>
  );
}

/** What the notice leaves open, and is not counted with what there is to do. */
const OPEN = '待确认';
const NOTHING_ASKED: PageAsked = { questions: [], single: [], open: [] };

function inPart(hits: readonly Hit[], part: SheetPart): readonly Hit[] {
  return hits.filter(({ duty }) => duty?.part === part);
}

function openOf({ asked = NOTHING_ASKED }: PageUnit, { rows }: PageData): ReadonlySet<unknown> {
  return new Set(asked.open.map((row) => rows[row]));
}

/** What is asked of a unit at once for many tasks, as on its sheet: whether it is a member of a body. */
function Questions({
  asked,
  data,
  unit,
  answering,
}: {
  readonly asked: PageAsked;
  readonly data: PageData;
  readonly unit: string;
  readonly answering: Answering | undefined;
}) {
  return (
    <ul class="asked">
      {asked.questions.map(({ group, rows, roles, answer }) => (
        <li>
          <details>
            <summary>
              本单位是不是“{group}”？看它的 {rows.length} 项（{roles}）
              <b>{answer ? `答：${data.words.answers[answer]}` : '没有答'}</b>
            </summary>
            <ul>
              {rows.map((row) => {
                const { id = '', name = '', tableIndex = null, number = '' } = data.rows[row] ?? {};
                const table = tableIndex === null ? '正文' : data.tables[tableIndex];
                return (
                  <li>
                    {table} {number} <To name={id}>{name}</To>
                  </li>
                );
              })}
            </ul>
          </details>
          {answering?.(unit, { group })}
        </li>
      ))}
    </ul>
  );
}

function PartOf({
  part,
  hits: own,
  data,
  unit,
  most,
  more,
  at,
  children,
}: Pick<Shown, 'data' | 'most' | 'more'> & {
  readonly at: ((row: PageRow) => ComponentChildren) | undefined;
  readonly part: SheetPart;
  readonly hits: readonly Hit[];
  readonly unit: PageUnit;
  readonly children?: ComponentChildren;
}) {
  const isOpen = part === 'possible';
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
        {isOpen ? OPEN : data.words.parts[part]}
        {own.length > 0 && <small>{children ? `逐项问 ${own.length} 项` : `${own.length} 项`}</small>}
      </h2>
      {children}
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
            <List hits={drawn} data={data} unit={unit} heading={isOnly ? 'h3' : 'h4'} at={at} />
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

function About({ unit, data }: { readonly unit: PageUnit; readonly data: PageData }) {
  const { names, groups, hosts, members } = unit;
  const hasPage = (name: string) => data.units.some((each) => each.name === name);
  const links = (all: readonly string[]) =>
    all.map((name) => (hasPage(name) ? <To name={name} /> : <span>{name}</span>));
  return (
    <dl class="about">
      {names.length > 0 && <Said name="又称">{names.join('、')}</Said>}
      {hosts.length > 0 && <Said name="承办">{links(hosts)}</Said>}
      {groups.length > 0 && <Said name="属于">{links(groups)}</Said>}
      {members && members.length > 0 && <Said name="成员">{links(members)}</Said>}
      {members === null && <Said name="成员">通知和名录都没有说有哪些单位</Said>}
    </dl>
  );
}

/** What is surely the unit's; what the notice leaves open is counted apart. */
function Count({ found, open: waiting }: { readonly found: Hits; readonly open?: ReadonlySet<unknown> }) {
  const possible = inPart(found.hits, 'possible');
  const open = possible.filter(({ row }) => waiting?.has(row)).length;
  const sure = found.hits.length - possible.length;
  const words = [...(sure > 0 ? [`共 ${sure} 项`] : []), ...(open > 0 ? [`待确认 ${open} 项`] : [])];
  return (
    <p class="found" role="status">
      {words.length > 0
        ? words.join('，另有')
        : possible.length > 0
          ? '都答了“否”。'
          : '没有找到。换个说法，或去掉几个条件试试。'}
    </p>
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
