export { type Compared, charactersOf, compared, likeness, pairIndex } from './likeness.js';
export { linkMeasures } from './links.js';
