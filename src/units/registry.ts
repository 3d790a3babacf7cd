import type { Registry } from '../model/registry.js';

/**
 * The registry that serves a notice: the one whose district is named in what the notice says of its
 * origin. 重庆市武隆区人民政府 is of 重庆市武隆区.
 *
 * @param origin issuer, title and masthead, as printed
 * @returns `undefined` when no registry serves it; units are then what the notice prints
 */
export function registryFor(
  origin: readonly string[],
  registries: readonly Registry[],
): Registry | undefined {
  return registries.find(({ district }) => origin.some((text) => text.includes(district.name)));
}
