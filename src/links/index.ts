export { type Compared, charactersOf, compared, likeness, pairIndex } from './likeness.js';
export { linkMeasures } from './links.js';
export { likenessOf, splitClauses } from './phrases.js';
