import type { ComponentChildren } from 'preact';
import type { PageRow, PageUnit } from '../../../model/page.js';
import type { SheetPart } from '../../../model/sheet.js';
import { To } from '../pieces.js';
import { More, OPEN_WORDS } from './counted.js';
import type { Hit } from './search.js';
import type { FoundTasks } from './shown.js';
import { List } from './task.js';

/** What is a unit's in one way, by the measure that it carries out. */
export function PartOf({
  part,
  hits: own,
  data,
  unit,
  most,
  more,
  at,
  children,
}: Pick<FoundTasks, 'data' | 'most' | 'more'> & {
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
        {isOpen ? OPEN_WORDS : data.words.parts[part]}
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
