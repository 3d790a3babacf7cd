export { type Actor, actorsIn } from './frames/actors.js';
export { namesAtHeads } from './frames/glued.js';
export { type RuledClause, type Stated, statedIn } from './reading.js';
export { type LeadRule, orderRuleIn } from './rules.js';
