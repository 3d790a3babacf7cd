export { type RuledClause, type Stated, statedIn } from './reading.js';
export { orderRuleIn } from './rules.js';
