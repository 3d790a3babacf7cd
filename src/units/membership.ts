import type { UnitKind } from '../model/registry.js';

/** Who may be in a group: units of these kinds whose names end so. */
export interface Membership {
  readonly among: readonly UnitKind[];
  readonly endings?: readonly string[] | undefined;
  /** Whether every such unit is a member; otherwise only a registry can say who is. */
  readonly every: boolean;
}
