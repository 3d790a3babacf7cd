import { useState } from 'preact/hooks';
import type { ToldInWords } from '../shown.js';

const SEVERITY_WORDS = { error: '错误', warning: '注意', info: '提示' } as const;

/** How many are shown before one asks for more. */
const FIRST = 5;

/** What a person should know, the gravest first. */
export function ToldList({ all, label }: { readonly all: readonly ToldInWords[]; readonly label: string }) {
  const [isWhole, setWhole] = useState(false);
  if (all.length === 0) return null;
  const shown = isWhole ? all : all.slice(0, FIRST);
  return (
    <>
      <ul class="told" aria-label={label}>
        {shown.map(({ severity, place, text }) => (
          <li class={severity}>
            <b>{SEVERITY_WORDS[severity]}</b> {place && <span class="place">{place}</span>} {text}
          </li>
        ))}
      </ul>
      {shown.length < all.length && (
        <button type="button" onClick={() => setWhole(true)}>
          还有 {all.length - shown.length} 条，全部显示
        </button>
      )}
    </>
  );
}

/** 错误 1，注意 3，提示 8. */
export function severityCounts(all: readonly ToldInWords[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((each) => [SEVERITY_WORDS[each], all.filter(({ severity }) => severity === each).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join('，');
}
