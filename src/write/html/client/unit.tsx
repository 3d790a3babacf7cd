import type { ComponentChildren } from 'preact';
import type { PageAsked, PageData, PageRow, PageUnit } from '../../../model/page.js';
import type { SheetPart } from '../../../model/sheet.js';
import { To } from '../pieces.js';
import { Count, inPart, OPEN_WORDS } from './counted.js';
import { Narrow } from './narrow.js';
import { PartOf } from './part.js';
import type { FoundTasks } from './shown.js';
import { Term } from './task.js';

/** What stands at something that is asked of a unit: a group, or a task. */
export type Answering = (unit: string, asked: { group: string } | { task: PageRow }) => ComponentChildren;

/** All that one unit has to do, by how it is in it, and by the measure that it carries out. */
export function UnitView({
  unit,
  data,
  filter,
  found,
  children,
  answering,
  ...rest
}: FoundTasks & {
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
      <Count found={found} open={openOf(unit, data)} isOwn={!narrowed} />
      {!narrowed && (
        <ul class="tiles">
          {parts.map((part) => (
            <li>
              <b>{part === 'possible' ? asked.open.length : inPart(found.hits, part).length}</b>
              {part === 'possible' ? OPEN_WORDS : data.words.parts[part]}
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
const NOTHING_ASKED: PageAsked = { questions: [], single: [], open: [] };

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

function About({ unit, data }: { readonly unit: PageUnit; readonly data: PageData }) {
  const { names, groups, hosts, members } = unit;
  const hasPage = (name: string) => data.units.some((each) => each.name === name);
  const links = (all: readonly string[]) =>
    all.map((name) => (hasPage(name) ? <To name={name} /> : <span>{name}</span>));
  return (
    <dl class="about">
      {names.length > 0 && <Term name="又称">{names.join('、')}</Term>}
      {hosts.length > 0 && <Term name="承办">{links(hosts)}</Term>}
      {groups.length > 0 && <Term name="属于">{links(groups)}</Term>}
      {members && members.length > 0 && <Term name="成员">{links(members)}</Term>}
      {members === null && <Term name="成员">{answered(unit, data, links)}</Term>}
    </dl>
  );
}

/** Members of a group of which neither the notice nor a registry says them: who has answered that it is one. */
function answered(
  { name }: PageUnit,
  { units }: PageData,
  links: (all: readonly string[]) => ComponentChildren,
): ComponentChildren {
  const asked = units.flatMap((each) =>
    (each.asked?.questions ?? []).flatMap(({ group, answer }) =>
      group === name ? [{ unit: each.name, answer }] : [],
    ),
  );
  const yes = asked.flatMap(({ unit, answer }) => (answer === 'yes' ? [unit] : []));
  const open = asked.filter(({ answer }) => answer !== 'yes' && answer !== 'no').length;
  if (open === asked.length) return '通知和名录都没有说有哪些单位';
  return (
    <>
      {links(yes)}
      <span>
        （{yes.length === 0 ? '没有单位答“是”' : '按答复'}
        {open > 0 && `，还有 ${open} 个没有答清楚`}）
      </span>
    </>
  );
}
