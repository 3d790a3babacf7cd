import type { ComponentChildren } from 'preact';
import type { PageData, PageUnit } from '../../../model/page.js';
import type { Filter } from '../address.js';
import { type Choices, choicesFor } from './choices.js';

/** What a list can be narrowed to; on a unit's page also by how it is in a task, and by words. */
export function Narrow({
  data,
  filter,
  narrow,
  unit,
  children,
}: {
  readonly data: PageData;
  readonly filter: Filter;
  readonly narrow: (filter: Partial<Filter>) => void;
  readonly unit?: PageUnit;
  readonly children?: ComponentChildren;
}) {
  const { roles, degrees, tables, kinds, places } = choicesFor(data, unit);
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
        <Choice label="角色" value={filter.role} choices={roles} choose={(role) => narrow({ role })} />
        <Choice
          label="确定程度"
          value={filter.degree}
          choices={degrees}
          choose={(degree) => narrow({ degree })}
        />
        <Choice label="类别" value={filter.table} choices={tables} choose={(table) => narrow({ table })} />
        <Choice label="成果" value={filter.kind} choices={kinds} choose={(kind) => narrow({ kind })} />
        <Choice
          label="点到的乡镇（街道）"
          value={filter.place}
          choices={places}
          choose={(place) => narrow({ place })}
        />
        {data.progress && (
          <Choice
            label="进展"
            value={filter.state}
            choices={Object.entries(data.words.states).filter(([state]) => state !== 'absent')}
            choose={(state) => narrow({ state })}
          />
        )}
      </form>
    </search>
  );
}

/** One of several values, or all; nothing where there is no choice. */
export function Choice({
  label,
  value,
  choices,
  choose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: Choices;
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
