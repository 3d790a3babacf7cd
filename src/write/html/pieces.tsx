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

/** A list of units, in which no line begins with the stop behind a name. */
export function UnitPieces({ pieces }: { readonly pieces: readonly PagePiece[] }) {
  return (
    <>
      {pieces.map((piece, i) => {
        const next = pieces[i + 1];
        if (typeof piece !== 'string') {
          const stop = typeof next === 'string' ? stopOf(next) : '';
          return (
            <span class="listed">
              <Pieces pieces={[piece]} />
              {stop}
            </span>
          );
        }
        return i > 0 && typeof pieces[i - 1] !== 'string' ? piece.slice(stopOf(piece).length) : piece;
      })}
    </>
  );
}

/** The stops that a text begins with. */
function stopOf(text: string): string {
  return /^[、，。；：）]*/.exec(text)?.[0] ?? '';
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
