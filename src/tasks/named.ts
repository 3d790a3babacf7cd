import { whoOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import type { Registry, Unit } from '../model/registry.js';
import type { Assignment, Group, NoticeHead, Task } from '../model/taskbook.js';
import { type Lexicon, organOf, sameOrgans } from '../units/index.js';
import { kindByName } from '../words/kinds.js';
import { firstPlaces, type NamedGroup } from './assignments.js';
import { resolveGroups } from './groups.js';

/** Everybody whom a task book knows. */
export interface Named {
  /** The tasks, each unit by the one name that it goes by. */
  readonly tasks: readonly Task[];
  /** The registry's units, then those that it does not have. */
  readonly units: readonly Unit[];
  /** Units that are in no registry. */
  readonly strangers: readonly Unit[];
  readonly groups: readonly Group[];
}

/**
 * Who is named in the tasks of a notice, or may be: each unit that no registry has becomes one of its own, named as
 * printed, and each group gets the members that anybody knows. Names that differ only in how every place shortens the
 * names of its offices are one unit, which is told (`alias-general`).
 *
 * @param groups the groups as rows name them
 * @param declared the short names that the notice declares, each with the name that it is short for (`alias-declared`)
 */
export function namedIn(
  tasks: readonly Task[],
  groups: readonly NamedGroup[],
  head: NoticeHead,
  declared: ReadonlyMap<string, string>,
  registry: Registry | undefined,
  lexicon: Lexicon,
): Named & { readonly noticed: readonly Diagnostic[] } {
  const names = tasks.flatMap(whoOf).flatMap((each) => (each.kind === 'named' ? each.unit : []));
  const unknown = Array.from(new Set(names)).filter((name) => !lexicon.find(name));
  const origin = printedOrigin(head);
  const same = sameOrgans(unknown, registry?.units ?? [], origin);
  const short = sameDeclared(declared, same, names, lexicon);
  for (const [form, name] of short) {
    for (const [other, known] of same) if (known === form) same.set(other, name);
    same.set(form, name);
  }
  const agreed = tasks.map((task) => renamed(task, same));

  const forms = new Map<string, string[]>();
  for (const [form, name] of same) addTo(forms, name, form);
  // 水利局 alone stands in the names of other places' offices, too.
  const aliasesOf = (name: string) =>
    (forms.get(name) ?? []).filter((form) => short.has(form) || organOf(form, origin)?.level);
  const strangers = unknown
    .filter((name) => !same.has(name))
    .map((name): Unit => {
      const aliases = aliasesOf(name);
      return { name, ...(aliases.length > 0 ? { aliases } : {}), kind: kindByName(name) };
    });
  const units = [...(registry?.units ?? []), ...strangers];
  // Of a group that rows name in several ways, the first counts.
  const first = new Map([...groups].reverse().map((group) => [group.name, group] as const));
  const once = Array.from(new Set(groups.map(({ name }) => name)), (name) => first.get(name) as NamedGroup);
  const places = firstPlaces(tasks.flatMap(whoOf));
  return {
    tasks: agreed,
    units,
    strangers,
    groups: resolveGroups(once, agreed, units, registry),
    noticed: Array.from(same, ([form, name]) =>
      diagnose(
        short.has(form) ? 'alias-declared' : 'alias-general',
        { name, form, nameAt: places.get(name) ?? null },
        places.get(form),
      ),
    ),
  };
}

/** Names that are one because the notice says so, by the longer one; a registry's own are one by its word alone. */
function sameDeclared(
  declared: ReadonlyMap<string, string>,
  same: ReadonlyMap<string, string>,
  names: readonly string[],
  lexicon: Lexicon,
): Map<string, string> {
  const owner = (name: string) => lexicon.find(name)?.name ?? same.get(name) ?? name;
  const used = new Set(names.map(owner));
  const pairs = Array.from(declared, ([short, full]) => [owner(short), owner(full)] as const);
  return new Map(
    pairs.flatMap(([short, full]): (readonly [string, string])[] => {
      const isOne = short !== full && used.has(short) && used.has(full);
      if (!isOne || (lexicon.find(short) && lexicon.find(full))) return [];
      return [lexicon.find(short) ? [full, short] : [short, full]];
    }),
  );
}

/** What a notice prints of where it comes from. */
export function printedOrigin({ issuer, title, masthead }: NoticeHead): string {
  return [...issuer, title ?? '', ...masthead].join('\n');
}

/** A task with units by other names. */
export function renamed(task: Task, names: ReadonlyMap<string, string>): Task {
  const rename = (assignments: readonly Assignment[]) =>
    assignments.map((each) =>
      each.kind === 'named' ? { ...each, unit: names.get(each.unit) ?? each.unit } : each,
    );
  return { ...task, lead: rename(task.lead), responsible: rename(task.responsible) };
}
