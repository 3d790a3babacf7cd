import type { ChangeLine, MarkedText } from '../shown.js';

/** 修订: what changed since the edition before. */
export function Changes({ lines }: { readonly lines: readonly ChangeLine[] }) {
  return (
    <article class="changes">
      {lines.map(({ kind, level, stretches }) => {
        const inner = stretches.map(one);
        if (kind === 'item') return <p class={level === 1 ? 'item' : 'item inner'}>{inner}</p>;
        return level === 1 ? <h1 tabIndex={-1}>{inner}</h1> : <h2>{inner}</h2>;
      })}
    </article>
  );
}

function one({ mark, text }: MarkedText) {
  switch (mark) {
    case 'strong':
      return <b>{text}</b>;
    case 'faint':
      return <small>{text}</small>;
    case 'removed':
      return <del>{text}</del>;
    case 'added':
      return <ins>{text}</ins>;
    default:
      return text;
  }
}
