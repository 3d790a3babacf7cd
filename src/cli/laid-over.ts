// What is laid over a stored task book, where something is: most have nothing, and what reads names is not loaded then.

export { mergeRegistries, registryFromFile, withLineage, withRegistry } from '../index.js';
