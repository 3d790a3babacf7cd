import { LEARNED, type Registry, type RegistryKept } from '../index.js';

// What was answered when a registry was saved is said again when it is dropped: what lies on the desk is as it was.

/** The group as the registry has it, and whether its members are those that were answered, and nobody has changed them. */
type RegistryGroup = NonNullable<Registry['groups']>[number];

function isLearned({ name, members, source }: RegistryGroup, { answers, ticks }: RegistryKept): boolean {
  if (members === null || source !== LEARNED) return false;
  const yes = answers.filter((each) => each.task === null && each.asked === name && each.answer === 'yes');
  const ticked = ticks.get(name) ?? new Set();
  return yes.length === ticked.size && yes.every(({ unit }) => ticked.has(unit));
}

/**
 * What is kept, with ticks that somebody has put or taken away since: whoever is ticked in a group that is not whole is a
 * member, and whose tick is gone has not answered. Of a group that somebody has settled in the registry the registry speaks.
 */
export function withTicks(kept: RegistryKept, { groups = [] }: Registry): RegistryKept {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const own = kept.answers.filter(({ unit, asked, task, answer }) => {
    const group = byName.get(asked);
    if (task !== null || !group) return true;
    if (group.members !== null) return isLearned(group, kept);
    // A group that was whole, and that somebody has opened again: who is no member is open, too.
    if (group.source === LEARNED && answer === 'no') return false;
    return answer === 'yes' ? kept.ticks.get(asked)?.has(unit) === true : !kept.ticks.get(asked)?.has(unit);
  });
  const isSaid = (unit: string, group: string) =>
    own.some((each) => each.task === null && each.asked === group && each.unit === unit);
  const ticked = groups.flatMap(({ name, members }) =>
    members === null
      ? Array.from(kept.ticks.get(name) ?? [])
          .filter((unit) => !isSaid(unit, name))
          .map((unit) => ({
            unit,
            asked: name,
            task: null,
            answer: 'yes' as const,
            note: '',
            at: IN_REGISTRY,
          }))
      : [],
  );
  return { ...kept, answers: [...own, ...ticked] };
}

/** Where ticks stand. */
const IN_REGISTRY = { file: '名录.xlsx' };

/** The registry in which the groups are open of which something else is said in the page. */
export function withOpen(registry: Registry, asked: ReadonlySet<string>): Registry {
  const groups = (registry.groups ?? []).map(
    (group): RegistryGroup => (asked.has(group.name) ? { name: group.name, members: null } : group),
  );
  return { ...registry, groups };
}
