import {
  type Collected,
  type Diagnostic,
  diagnose,
  isPrograms,
  LARGEST_MB,
  membersOf,
  ORIGINALS,
  OVERVIEW,
  type PastMonth,
  parseNotice,
  type Registry,
  type Result,
  readMonth,
  readReturned,
  registryFromFile,
  type TaskBook,
  taskBookFromJson,
  type UnreadFile,
  withRegistry,
} from '../index.js';
import type { Dropped } from './shown.js';

/** A dropped file, and what it was taken for. */
export type KnownFile = { readonly name: string } & (
  | { readonly kind: 'notice'; readonly bytes: Uint8Array; readonly parsed: Result<TaskBook> }
  | {
      readonly kind: 'sheet';
      readonly bytes: Uint8Array;
      readonly collected: readonly Collected[];
      readonly unread: readonly UnreadFile[];
    }
  | { readonly kind: 'month'; readonly month: PastMonth }
  | { readonly kind: 'registry'; readonly registry: Registry; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unread'; readonly diagnostics: readonly Diagnostic[]; readonly why?: string }
);

/** What may hold sheets that came back; a notice may be a workbook, too. */
const RETURN = /\.(?:xlsx?|xlsm|xlsb|et|ett|ods|csv|zip)$/i;
/** A district's own registry, by the name that the program gives it, or its form. */
const REGISTRY = /\.ya?ml$|(?:^|\/)名录[^/]*\.(?:xlsx?|et|ods)$/i;

/** What the program writes itself, and nobody fills in. */
const OWN = new RegExp(`^(?:${OVERVIEW}|汇总|修订对照)[^/]*\\.(?:xlsx|csv|json|md)$`);

/** How a roll-up in JSON begins. */
const ROLL_UP = /^\uFEFF?\s*\{\s*"schema":\s*"wulong-tasks\/roll-up/;

/** How a task book in JSON begins, and no notice. */
const OBJECT = /^\s*\{\s*"/;

/** As much of a file as tells what JSON it is. */
const beginning = (bytes: Uint8Array) => textOf(bytes.subarray(0, 100));

/** Whether a file is none of those that people drop: what programs keep for themselves, and kept originals. */
export function isPassedOver(name: string): boolean {
  return isPrograms(name) || name.split('/').slice(0, -1).includes(ORIGINALS);
}

/** Files with what is in archives in their place; an archive in an archive stays one. */
export async function unpacked(files: readonly Dropped[]): Promise<Dropped[]> {
  const all = await Promise.all(
    files.map(async (file) => {
      const members = file.bytes && (await membersOf(file.bytes, file.name));
      return members?.value ?? [file];
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
  const unread = (diagnostics: readonly Diagnostic[], why?: string): KnownFile => ({
    name,
    kind: 'unread',
    diagnostics,
    ...(why !== undefined && { why }),
  });
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (bytes === null) return unread([diagnose('file-too-large', { megabytes: LARGEST_MB }, name)]);
  if (ROLL_UP.test(beginning(bytes))) {
    const { value: month, diagnostics } = await readMonth(textOf(bytes), name);
    return month ? { name, kind: 'month', month } : unread(diagnostics);
  }
  if (OWN.test(base)) return unread([], '这是本程序写的，不是通知，也不是发回的清单');
  if (REGISTRY.test(name)) {
    const { value, diagnostics } = await registryFromFile(bytes, base);
    return value ? { name, kind: 'registry', registry: value, diagnostics } : unread(diagnostics);
  }
  if (RETURN.test(name)) {
    const returned = await readReturned(bytes, name);
    const isOther = returned.collected.length === 0 && !/\.zip$/i.test(name);
    if (!isOther) return { name, kind: 'sheet', bytes, ...returned };
  }
  const parsed = await noticeFrom(bytes, base, registry);
  return parsed.value ? { name, kind: 'notice', bytes, parsed } : unread(parsed.diagnostics);
}

/** A notice, or the task book of one. */
export async function noticeFrom(
  bytes: Uint8Array,
  name: string,
  registry: Registry | undefined,
): Promise<Result<TaskBook>> {
  if (!OBJECT.test(beginning(bytes))) return parseNotice(bytes, { name, registry });
  const stored = await taskBookFromJson(textOf(bytes), name);
  return stored.value && registry ? withRegistry(stored.value, registry) : stored;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
