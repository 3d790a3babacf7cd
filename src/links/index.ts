export { charactersOf, type Compared, compared, likeness, pairIndex } from './likeness.js';
export { linkMeasures } from './links.js';
export { likenessOf, splitClauses } from './phrases.js';
