import { diagnose } from '../model/diagnose.js';
import type { Registry } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import type { TaskBook } from '../model/taskbook.js';
import { heirsIn, lexiconOf, mergeRegistries, namesOf, sharedNames, withMembers } from '../units/index.js';
import { memberFinder } from './groups.js';
import { withMentions } from './mentions.js';
import { renamed } from './named.js';

/**
 * Lays a registry over a finished task book: units that it knows by another name become those, and
 * groups get their members. The notice is not read anew; doing it twice changes nothing more.
 *
 * @returns the task book, or `name-shared` when two units then go by one name
 */
export function withRegistry(book: TaskBook, registry: Registry): Result<TaskBook> {
  const heirs = heirsIn(registry);
  const known = lexiconOf({ ...registry, district: registry.district ?? book.district });
  const formsOf = new Map(book.units.map((unit) => [unit.name, namesOf(unit)]));
  const learnt = new Map<string, string | undefined>([
    ...heirs,
    ...book.unlisted.map((name) => {
      const found = (formsOf.get(name) ?? [name]).flatMap((form) => known.find(form)?.name ?? []);
      return [name, found[0]] as const;
    }),
  ]);
  /** The unit that a name of the book now stands for. */
  const nameOf = (name: string) => learnt.get(name) ?? name;

  // The merger knows under which name a unit goes on that the registry has as a former name.
  const unlisted = new Set(book.unlisted);
  const kept = book.units.filter(({ name }) => !unlisted.has(name) || nameOf(name) === name);
  const merged = withMembers(
    mergeRegistries({ district: book.district ?? undefined, units: kept }, registry),
  );
  const shared = sharedNames(merged);
  if (shared.length > 0) return failed(...shared.map((each) => diagnose('name-shared', each)));

  const units = merged.units ?? [];
  const renames = new Map(book.units.map(({ name }) => [name, nameOf(name)]));
  const members = new Set((registry.groups ?? []).flatMap((group) => group.members ?? []));
  const tasks = book.tasks.map((task) => renamed(task, renames));
  return {
    value: {
      ...book,
      district: merged.district ?? null,
      units,
      unlisted: book.unlisted.filter((name) => learnt.get(name) === undefined && !members.has(name)),
      ...(book.guessed && { guessed: book.guessed.filter((name) => !heirs.has(name)) }),
      groups: book.groups.map(memberFinder(units, merged)),
      chapters: withMentions(book.chapters, tasks, units, book.source.lines),
      tasks,
    },
    diagnostics: [],
  };
}
