import { addressOf, VIEWS } from '../address.js';
import { To } from '../pieces.js';
import { Count, More } from './counted.js';
import { Choice, Narrow } from './narrow.js';
import type { Hit } from './search.js';
import type { FoundTasks } from './shown.js';
import { List } from './task.js';

/** All tasks, or those that were searched for. */
export function TasksView({ data, filter, found, ...rest }: FoundTasks) {
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

function Rows({
  hits,
  data,
  most,
  more,
}: Pick<FoundTasks, 'data' | 'most' | 'more'> & { readonly hits: readonly Hit[] }) {
  return (
    <>
      <List hits={hits.slice(0, most)} data={data} heading="h2" />
      {hits.length > most && <More left={hits.length - most} more={more} />}
    </>
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
