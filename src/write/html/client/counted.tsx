import type { SheetPart } from '../../../model/sheet.js';
import type { Hit, Hits } from './search.js';

/** What the notice leaves open, and is not counted with what there is to do. */
export const OPEN_WORDS = '待确认';

export function inPart(hits: readonly Hit[], part: SheetPart): readonly Hit[] {
  return hits.filter(({ duty }) => duty?.part === part);
}

export function More({ left, more }: { readonly left: number; readonly more: () => void }) {
  return (
    <p class="screen">
      <button type="button" onClick={more}>
        还有 {left} 项，接着显示
      </button>
    </p>
  );
}

/** What is surely the unit's; what the notice leaves open is counted apart. */
export function Count({
  found,
  open: waiting,
  isOwn,
}: {
  readonly found: Hits;
  /** Whether it is all that one unit has to do. */
  readonly isOwn?: boolean;
  readonly open?: ReadonlySet<unknown>;
}) {
  const possible = inPart(found.hits, 'possible');
  const open = possible.filter(({ row }) => waiting?.has(row)).length;
  const sure = found.hits.length - possible.length;
  const words = [
    ...(sure > 0 ? [`${isOwn ? '应办' : '共'} ${sure} 项`] : []),
    ...(open > 0 ? [`待确认 ${open} 项`] : []),
  ];
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
