import type { PagePiece } from '../../model/page.js';
import { addressOf } from './address.js';

/** A text with what was read in it marked; a unit leads to what it has to do. */
export function Pieces({ pieces }: { readonly pieces: readonly PagePiece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (typeof piece === 'string') return piece;
        const { mark, text, to } = piece;
        if (mark === 'task')
          // biome-ignore lint/a11y/useAnchorContent: its label is; text would stand in the notice's own.
          return <a class="clause" id={to} href={addressOf(to ?? '')} aria-label="任务从这里开始" />;
        if (mark === 'unit' && to !== undefined) {
          return (
            <a class="unit" href={addressOf(to)}>
              {text}
            </a>
          );
        }
        return <span class={mark}>{text}</span>;
      })}
    </>
  );
}

/** A link to something within the page. */
export function To({
  name,
  children,
  label,
}: {
  readonly name: string;
  readonly children?: string;
  readonly label?: string;
}) {
  return (
    <a href={addressOf(name)} aria-label={label}>
      {children ?? name}
    </a>
  );
}
