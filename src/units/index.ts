export { isUnitList, type Piece, readUnits } from './grammar.js';
export { type Membership, mayBeIn, meansTownships } from './groups.js';
export { type Lexicon, lexiconOf, namesOf, nearestNames, sharedNames } from './lexicon.js';
export { mergeRegistries } from './merge.js';
export { looksLikeUnit } from './names.js';
export { organOf, sameOrgans } from './organs.js';
export { REGISTRIES } from './registries/index.js';
export { registryFor } from './registry.js';
export { slipFinder } from './slips.js';
