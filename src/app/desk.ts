import { diagnose, type Unit } from '../index.js';
import { isPassedOver, type KnownFile, knownFrom, noticeFrom, unpacked } from './dropped.js';
import { areAlike, type DeskRecords, isAgain, type Lying, readIn, registryIn, type Spoken } from './lying.js';
import { make } from './made.js';
import { byFolders, distinct } from './same-names.js';
import { showing } from './showing.js';
import type { Answered, Dropped, Made, Progress, Shown, Wanted } from './shown.js';

/**
 * The desk of whoever has dropped files: editions of a notice, sheets that came back, earlier months, a registry. What
 * can be had of them is made as the command line makes it, in the same bytes.
 */
export class Desk {
  #files: Lying[] = [];
  #next = 1;
  #spoken: Spoken = { isSwapped: false, on: null, answers: [], names: new Map() };
  #read: DeskRecords = {
    book: undefined,
    before: undefined,
    revision: undefined,
    rolled: undefined,
    answers: [],
  };

  /** @param tell is told how far what takes long is */
  constructor(readonly tell: (progress: Progress) => void = () => {}) {}

  /** Puts files on the desk; one that lies there already is not put there again. */
  async add(files: readonly Dropped[]): Promise<Shown> {
    const all: Dropped[] = [];
    for (const file of await unpacked(files)) if (!(await isPassedOver(file))) all.push(file);
    const wanted = byFolders(all);
    for (const [i, { name: of }] of wanted.entries()) {
      const dropped = all[i] as Dropped;
      this.tell({ what: `读 ${of}`, done: i, of: wanted.length });
      if (this.#files.some((each) => each.kind !== 'unread' && isAgain(each, dropped))) continue;
      const file = distinct({ ...dropped, name: of }, this.#namesTaken());
      const read = await knownFrom(file, registryIn(this.#files, this.#spoken));
      const same = this.#files.find((each) => areAlike(each, read));
      const known = same ? copyOf(same, file) : read;
      // Of registries, and of files that could not be read, the last one of a name counts; one of another name is told.
      this.#files = this.#files
        .filter(
          ({ kind, name }) =>
            name !== known.name || !(kind === 'unread' || (kind === 'registry' && known.kind === 'registry')),
        )
        .map((each) =>
          each.kind === 'registry' && known.kind === 'registry' ? replaced(each, known) : each,
        );
      // What is of no use is not kept.
      const bytes = known.kind === 'unread' ? null : dropped.bytes;
      this.#files.push({ ...known, id: this.#next++, dropped: { ...dropped, bytes } });
      if (known.kind === 'notice') this.#say({ isSwapped: false });
      if (known.kind === 'registry') await this.#readAgain();
    }
    return this.#shown();
  }

  async remove(id: number): Promise<Shown> {
    const gone = this.#files.find((each) => each.id === id);
    this.#files = this.#files.filter((each) => each.id !== id);
    if (gone?.kind === 'notice') this.#say({ isSwapped: false });
    if (gone?.kind === 'registry') await this.#readAgain();
    return this.#shown();
  }

  async swap(): Promise<Shown> {
    this.#say({ isSwapped: !this.#spoken.isSwapped });
    return this.#shown();
  }

  async on(day: string | null): Promise<Shown> {
    this.#say({ on: day });
    return this.#shown();
  }

  async answer(said: readonly Answered[]): Promise<Shown> {
    const before = registryIn(this.#files, this.#spoken);
    this.#say({ answers: [...this.#spoken.answers, ...said] });
    const isOpened = (registryIn(this.#files, this.#spoken)?.groups ?? []).some(
      ({ name, members }) =>
        members === null && before?.groups?.some((each) => each.name === name && each.members !== null),
    );
    if (isOpened) await this.#readAgain();
    return this.#shown();
  }

  async call(name: string, is: string | null): Promise<Shown> {
    const names = new Map(this.#spoken.names);
    const { kind = 'other' } = this.#read.book?.units.find((each) => each.name === (is ?? name)) ?? {};
    const unit: Unit | undefined =
      is === null ? undefined : { name: is, kind, ...(is !== name && { aliases: [name] }) };
    if (unit) names.set(name, unit);
    else names.delete(name);
    this.#say({ names });
    await this.#readAgain();
    return this.#shown();
  }

  async make(wanted: Wanted): Promise<Made> {
    return make(wanted, { ...this.#read, files: this.#files, tell: this.tell });
  }

  #say(more: Partial<Spoken>): void {
    this.#spoken = { ...this.#spoken, ...more };
  }

  /** Names that another file must not have, too. What could not be read, and a registry, give way to the next. */
  #namesTaken(): Set<string> {
    return new Set(
      this.#files.flatMap(({ name, kind }) => (kind === 'unread' || kind === 'registry' ? [] : [name])),
    );
  }

  /** Notices are read with the registry that is there now. */
  async #readAgain(): Promise<void> {
    const registry = registryIn(this.#files, this.#spoken);
    const again = this.#files.map(async (each) => {
      if (each.kind !== 'notice') return each;
      const parsed = await noticeFrom(each.bytes, each.name.slice(each.name.lastIndexOf('/') + 1), registry);
      return { ...each, parsed };
    });
    this.#files = await Promise.all(again);
  }

  async #shown(): Promise<Shown> {
    this.tell({ what: '整理', done: 0, of: 1 });
    // Kept until something else lies there, or is said.
    this.#read = await readIn(this.#files, this.#spoken);
    return showing(this.#files, this.#read, this.#spoken);
  }
}

/** A registry in whose place another is used: which of two is the newer, no file says. */
function replaced({ id, name, dropped }: Lying, { name: by }: KnownFile): Lying {
  return { id, name, dropped, kind: 'unread', diagnostics: [diagnose('registry-replaced', { by }, name)] };
}

/** A file that lies there already under another name: it is listed, and not used. */
function copyOf({ name: of }: Lying, { name }: Dropped): KnownFile {
  return { name, kind: 'unread', diagnostics: [diagnose('file-same', { of }, name)] };
}
