import { whoOf } from '../model/book.js';
import type { Registry, Unit } from '../model/registry.js';
import type { Group, Task } from '../model/taskbook.js';
import type { Lexicon } from '../units/index.js';
import { kindByName } from '../words/kinds.js';
import type { NamedGroup } from './assignments.js';
import { resolveGroups } from './groups.js';

/** Everybody whom a task book knows. */
export interface Named {
  /** The registry's units, then those that it does not have. */
  readonly units: readonly Unit[];
  /** Units that are in no registry. */
  readonly strangers: readonly Unit[];
  readonly groups: readonly Group[];
}

/**
 * Who is named in the tasks of a notice, or may be: each unit that no registry has becomes one of its own, named as
 * printed, and each group gets the members that anybody knows.
 *
 * @param groups the groups as rows name them
 */
export function namedIn(
  tasks: readonly Task[],
  groups: readonly NamedGroup[],
  registry: Registry | undefined,
  lexicon: Lexicon,
): Named {
  const names = tasks.flatMap(whoOf).flatMap((each) => (each.kind === 'named' ? each.unit : []));
  const strangers = Array.from(new Set(names))
    .filter((name) => !lexicon.find(name))
    .map((name): Unit => ({ name, kind: kindByName(name) }));
  const units = [...(registry?.units ?? []), ...strangers];
  // Of a group that rows name in several ways, the first counts.
  const first = new Map([...groups].reverse().map((group) => [group.name, group] as const));
  const once = Array.from(new Set(groups.map(({ name }) => name)), (name) => first.get(name) as NamedGroup);
  return { units, strangers, groups: resolveGroups(once, tasks, units, registry) };
}
