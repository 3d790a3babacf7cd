import type { Registry } from '../model/registry.js';
import { mergeRegistries } from './merge.js';
import { REGISTRIES } from './registries/index.js';

/**
 * The registry that serves a notice: the shipped one whose district is named in what the notice says
 * of its origin (某市某区人民政府 is of 某市某区), with the district's own laid over it.
 *
 * @param origin issuer, title and masthead, as printed
 * @param own a registry that the user gave
 * @returns `undefined` when there is none; units are then what the notice prints
 */
export function registryFor(origin: readonly string[], own?: Registry): Registry | undefined {
  const shipped = REGISTRIES.find(({ district }) =>
    origin.some((text) => district && text.includes(district.name)),
  );
  return shipped && own ? mergeRegistries(shipped, own) : (own ?? shipped);
}
