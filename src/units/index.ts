export { isUnitList, looksLikeUnit, type Piece, readUnits } from './grammar.js';
export { type Membership, mayBeIn, meansTownships } from './groups.js';
export { kindByName } from './kind.js';
export { type Lexicon, lexiconOf, namesOf, nearestNames, sharedNames } from './lexicon.js';
export { mergeRegistries } from './merge.js';
export { flatten, normalizeName } from './normalize.js';
export { REGISTRIES } from './registries/index.js';
export { registryFor } from './registry.js';
export { labelAt } from './words.js';
