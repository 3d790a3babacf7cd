export { linkMeasures } from './links.js';
export { likenessOf, splitClauses } from './phrases.js';
