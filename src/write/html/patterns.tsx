import type { VNode } from 'preact';
import type { SheetPart } from '../../model/sheet.js';
import { PARTS } from '../../sheets/index.js';

/** How the parts of a unit's sheet are filled in charts. */
export function Patterns() {
  const marks: Record<SheetPart, VNode | null> = {
    lead: <rect width="6" height="6" fill="var(--bar)" />,
    responsible: <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="var(--bar)" stroke-width="2" />,
    supervising: <path d="M0,3 h6 M3,0 v6" stroke="var(--bar)" stroke-width="1" />,
    body: <path d="M3,0 v6" stroke="var(--bar)" stroke-width="2" />,
    hosted: <path d="M0,3 h6" stroke="var(--bar)" stroke-width="2" />,
    member: <circle cx="3" cy="3" r="1.2" fill="var(--bar)" />,
    confirmed: <circle cx="3" cy="3" r="1.8" fill="none" stroke="var(--bar)" />,
    possible: null,
  };
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {PARTS.map((part) => (
          <pattern id={`part-${part}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="var(--paper)" />
            {marks[part]}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
