export { type Clause, clausesOf } from './clauses.js';
export { leadRuleOf } from './lead-rule.js';
