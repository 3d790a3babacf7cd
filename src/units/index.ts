export { isUnitList, looksLikeUnit, type Meant, type Piece, readUnits } from './grammar.js';
export { type Membership, mayBeIn, meansTownships } from './groups.js';
export { kindByName } from './kind.js';
export { type Lexicon, lexiconOf, type Names, namesOf, nearestNames, sharedNames } from './lexicon.js';
export { registryFromYaml } from './load.js';
export { mergeRegistries } from './merge.js';
export { normalizeName } from './normalize.js';
export { REGISTRIES } from './registries/index.js';
export { registryFor } from './registry.js';
