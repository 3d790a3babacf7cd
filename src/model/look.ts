import type { Span } from './place.js';

/** How text may be shown so that a legend speaks of it: 加粗的为牵头单位. */
export type Look = 'bold' | 'heiti' | 'italic' | 'underlined' | 'red' | 'blue' | 'green' | 'shaded';

/** A stretch of a Document's text that is shown in one of these ways. */
export interface ShownSpan {
  readonly look: Look;
  readonly span: Span;
}
