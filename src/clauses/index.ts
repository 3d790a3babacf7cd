export type { Clause, NamedPerson } from './clauses.js';
export { type RuledClause, type Stated, statedIn } from './reading.js';
