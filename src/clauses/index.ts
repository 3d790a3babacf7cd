export { type RuledClause, type Stated, statedIn } from './reading.js';
