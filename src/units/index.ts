export { isUnitList, type Piece, readUnits } from './grammar.js';
export { type Membership, mayBeIn } from './groups.js';
export { kindByName } from './kind.js';
export { type Lexicon, lexiconOf, namesOf, nearestNames } from './lexicon.js';
export { normalizeName } from './normalize.js';
export { REGISTRIES } from './registries/index.js';
export { registryFor } from './registry.js';
