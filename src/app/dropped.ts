import {
  type Collected,
  type Diagnostic,
  diagnose,
  isPrograms,
  isProgramsOwn,
  LARGEST_MB,
  membersOf,
  ORIGINALS,
  ownIn,
  type PastMonth,
  parseNotice,
  type Registry,
  type RegistryKept,
  type Result,
  readMonth,
  readReturned,
  registryFromFile,
  registryKeptIn,
  type TaskBook,
  taskBookFromJson,
  type UnreadFile,
  withRegistry,
} from '../index.js';
import { withTicks } from './kept.js';
import type { Dropped } from './shown.js';

/** A dropped file, and what it was taken for. */
export type KnownFile = { readonly name: string } & (
  | {
      readonly kind: 'notice';
      readonly bytes: Uint8Array;
      readonly parsed: Result<TaskBook>;
      /** Whether it is the task book of a notice, as the program stored it. */
      readonly isStored: boolean;
    }
  | {
      readonly kind: 'sheet';
      readonly bytes: Uint8Array;
      readonly collected: readonly Collected[];
      readonly unread: readonly UnreadFile[];
    }
  | { readonly kind: 'month'; readonly month: PastMonth }
  | {
      readonly kind: 'registry';
      readonly registry: Registry;
      readonly kept: RegistryKept;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'unread'; readonly diagnostics: readonly Diagnostic[] }
);

/** How workbooks begin, in whatever form and under whatever name: zip files, and OLE containers. A notice may be one, too. */
const WORKBOOKS = [
  [0x50, 0x4b],
  [0xd0, 0xcf],
] as const;
/** A sheet as text; other texts that the program did not write itself are notices. */
const CSV = /\.csv$/i;
/** A district's own registry, by the name that the program gives it, or its form. */
const REGISTRY = /\.ya?ml$|(?:^|\/)名录[^/]*\.(?:xlsx?|et|ods)$/i;

/** How a roll-up in JSON begins. */
const ROLL_UP = /^\uFEFF?\s*\{\s*"schema":\s*"wulong-tasks\/roll-up/;

/** As much of a file as tells what JSON it is. */
const beginning = (bytes: Uint8Array) => textOf(bytes.subarray(0, 100));

/** Whether a file is none of those that people drop: what programs keep for themselves, and kept originals. */
export async function isPassedOver({ name, bytes }: Dropped): Promise<boolean> {
  if (name.split('/').slice(0, -1).includes(ORIGINALS)) return true;
  return bytes === null ? isPrograms(name) : isProgramsOwn(name, bytes);
}

/** Files with what is in archives in their place; one that cannot be opened, and an archive in an archive, stays one. */
export async function unpacked(files: readonly Dropped[]): Promise<Dropped[]> {
  const all = await Promise.all(
    files.map(async (file) => {
      const members = file.bytes && (await membersOf(file.bytes, file.name));
      return members?.value?.map((member) => ({ ...file, ...member })) ?? [file];
    }),
  );
  return all.flat();
}

/**
 * What a dropped file is, told from its content: a sheet that came back, the roll-up of an earlier month, a registry, or
 * else a notice.
 *
 * @param registry the district's own, if one was dropped
 */
export async function knownFrom(
  { name, bytes }: Dropped,
  registry: Registry | undefined,
): Promise<KnownFile> {
  const unread = (diagnostics: readonly Diagnostic[]): KnownFile => ({ name, kind: 'unread', diagnostics });
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (bytes === null) return unread([diagnose('file-too-large', { megabytes: LARGEST_MB }, name)]);
  if (ROLL_UP.test(beginning(bytes))) {
    const { value: month, diagnostics } = await readMonth(textOf(bytes), name);
    return month ? { name, kind: 'month', month } : unread(diagnostics);
  }
  // What could not be opened, and an archive in an archive.
  const members = await membersOf(bytes, name);
  if (members)
    return unread(members.value ? [diagnose('file-archive', { format: 'ZIP' }, name)] : members.diagnostics);
  const own = await ownIn(bytes, base);
  const isOpen = own === undefined || own === 'workbook';
  if (own === 'registry' || (REGISTRY.test(name) && isOpen)) {
    const { value, diagnostics } = await registryFromFile(bytes, base);
    if (!value) return unread(diagnostics);
    const kept = withTicks(await registryKeptIn(bytes, base), value);
    // Ticks that do not count for a registry count as answers here.
    const told = diagnostics.filter(({ code }) => code !== 'registry-open');
    return { name, kind: 'registry', registry: value, kept, diagnostics: told };
  }
  const isWorkbook = WORKBOOKS.some((first) => first.every((byte, i) => bytes[i] === byte));
  // Whose tab was renamed, nothing but its content says that it is a sheet.
  if (own === 'sheet' || (own !== 'book' && (isWorkbook || CSV.test(name)))) {
    const returned = await readReturned(bytes, name);
    if (returned.collected.length > 0) return { name, kind: 'sheet', bytes, ...returned };
  }
  const parsed = await noticeFrom(bytes, base, registry);
  return parsed.value
    ? { name, kind: 'notice', bytes, parsed, isStored: own === 'book' }
    : unread(parsed.diagnostics);
}

/** A notice, or the task book of one. */
export async function noticeFrom(
  bytes: Uint8Array,
  name: string,
  registry: Registry | undefined,
): Promise<Result<TaskBook>> {
  if ((await ownIn(bytes, name)) !== 'book') return parseNotice(bytes, { name, registry });
  const stored = await taskBookFromJson(textOf(bytes), name);
  return stored.value && registry ? withRegistry(stored.value, registry) : stored;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
