export { compareBooks } from './compare.js';
export { withIdsOf } from './lineage.js';
