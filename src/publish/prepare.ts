import { areSameBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf } from '../model/digest.js';
import { addTo } from '../model/grouping.js';
import { failed, type Result } from '../model/result.js';
import type { TaskSheet } from '../model/sheet.js';
import { isBlank, withinDegree } from '../sheets/index.js';
import {
  isForm,
  originalOf,
  type RenewedSheet,
  type Renewing,
  renewSheet,
  SHEET_FORMATS,
  sheetToFile,
} from './renew.js';

/** A file to write: a task sheet, over an earlier one, or something that nobody fills in. */
export type Planned = PlannedSheet | PlannedOther;

interface PlannedSheet {
  readonly name: string;
  readonly sheet: TaskSheet;
  /** Names without an ending under which an earlier sheet of the unit may lie: those that it went by. */
  readonly formerly?: readonly string[];
}

interface PlannedOther {
  readonly name: string;
  /** What the earlier edition made of it: a file that holds just that is the program's, though no list says so. */
  readonly earlier?: (() => Promise<Uint8Array> | string) | undefined;
  readonly content: (earlier: Uint8Array | null) => Promise<string | Uint8Array> | string | Uint8Array;
}

/** A file to be written. */
export interface Write {
  readonly name: string;
  readonly content: string | Uint8Array;
  /**
   * What the file was seen to hold, `null` where there was none; if it holds something else by now, nothing is
   * written. Without it, the file is written over whatever it holds.
   */
  readonly over?: Uint8Array | null;
  /** Whether it is people's from now on, as a copy of their file is. */
  readonly isTheirs?: boolean;
}

/** A file ready to be written. */
export interface Output extends Write {
  /** What the file holds now, `null` where there is none. */
  readonly over: Uint8Array | null;
  /** The sheet in it, with what people put into the earlier one. */
  readonly sheet?: TaskSheet;
}

/** What is to become of a folder. */
export interface Prepared {
  readonly outputs: readonly Output[];
  /** Files whose content has gone to others. */
  readonly remove: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why files are not among them: what is there cannot be read, or is not the program's. */
  readonly refused: readonly Diagnostic[];
}

/** What is asked of the folder that files are prepared for: one on a disk, or files that somebody has dropped. */
export interface Folder {
  /** What a file holds now; nothing when there is none. */
  read(name: string): Promise<Result<Uint8Array | null>>;
  /** Whether files of these names may be written; `output-exists` for each that may not. */
  check(names: readonly string[]): Promise<Result<true>>;
  /** Whether a file that this program wrote has been changed since. */
  isChanged(name: string, content: Uint8Array): boolean;
  /** The files in the folder and in those right below it, but for what this program keeps to itself. */
  beside(): Promise<string[]>;
}

interface Options extends Renewing {
  /** Whether a file that is none of this program's may be written over; a copy of it is kept. */
  readonly force: boolean;
  /** Whether the folder is one that this program built, and its list of files is gone: copies are kept, then. */
  readonly isUnlisted?: boolean;
  /** Called after each file. */
  readonly step: () => void;
}

/** Files that are no returns of a unit, whatever they are called. */
const NO_RETURN = /\.(?:json|md|ya?ml)$/i;

/**
 * Makes the contents of files before any is written: task sheets with all that people put into the earlier
 * ones, and copies of those that hold what cannot be carried over. A file that may not be written over stops no
 * other.
 *
 * @returns what is to become of the folder, or why none of the files may be written
 */
export async function prepare(
  folder: Folder,
  files: readonly Planned[],
  options: Options,
): Promise<Result<Prepared>> {
  const preparation = new Preparation(folder, options);
  for (const file of files) {
    await preparation.add(file);
    options.step();
  }
  const { outputs, refused } = preparation;
  if (refused.length > 0 && outputs.length === 0) return failed(...refused);
  return { value: await preparation.all(), diagnostics: [] };
}

class Preparation {
  readonly outputs: Output[] = [];
  readonly refused: Diagnostic[] = [];
  readonly #remove: Output[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  /** What people have put into a unit's sheet, whichever form of it they filled in. */
  readonly #carried = new Map<string, TaskSheet>();
  /** Units whose form cannot be read: nothing is made of what they filled in. */
  readonly #unread = new Set<string>();
  /** Former names of units whose sheets have gone on under the new one. */
  readonly #moved = new Set<string>();

  constructor(
    readonly folder: Folder,
    readonly options: Options,
  ) {}

  async all(): Promise<Prepared> {
    const diagnostics = [...this.#diagnostics, ...(await this.#besides())];
    return { outputs: this.outputs, remove: this.#remove, diagnostics, refused: this.refused };
  }

  async add(file: Planned): Promise<void> {
    const { name } = file;
    const base = baseOf(name);
    const { value: over, diagnostics } = await this.folder.read(name);
    if (over === undefined) {
      this.refused.push(...diagnostics);
      this.#unread.add(base);
    } else if (this.#moved.has(base)) {
      if (over) await this.#leave(name, over);
    } else if (!('sheet' in file && isForm(name) && (await this.#addForm(file, over)))) {
      if (!this.#unread.has(base)) await this.#addOther(file, over);
    }
  }

  /** A form that people fill in, with what they put into the earlier one; whether there was one. */
  async #addForm({ name, sheet, formerly = [] }: PlannedSheet, over: Uint8Array | null): Promise<boolean> {
    if (!over) return this.#addFormer(name, sheet, formerly, over);
    const { value, diagnostics } = await renewSheet(sheet, name, over, this.options);
    if (!value && !this.options.force) {
      // What cannot be read as a sheet is not written over, unless the user says so; then it is kept.
      this.refused.push(...diagnostics, ...(await this.#refusal(name)));
      this.#unread.add(baseOf(name));
      return true;
    }
    if (!value) await this.#keepOver(name, over);
    if ((!value || isBlank(value.sheet)) && (await this.#addFormer(name, sheet, formerly, over))) return true;
    if (value) this.#diagnostics.push(...diagnostics);
    await this.#addRenewed(name, over, value ?? (await this.#fresh(sheet, name)), over);
    return true;
  }

  /** Goes on with the sheet of a former name, if there is one; that is kept, and taken from its place. */
  async #addFormer(
    name: string,
    sheet: TaskSheet,
    formerly: readonly string[],
    over: Uint8Array | null,
  ): Promise<boolean> {
    for (const base of formerly) {
      const former = base + extname(name);
      const { value: earlier } = await this.folder.read(former);
      if (!earlier) continue;
      const { value, diagnostics } = await renewSheet(sheet, name, earlier, this.options);
      if (!value) {
        this.refused.push(...diagnostics.map((each) => ({ ...each, at: { file: former } })));
        continue;
      }
      this.#diagnostics.push(...diagnostics);
      const kept = await this.#leave(former, earlier);
      this.#diagnostics.push(diagnose('sheet-renamed', { unit: sheet.unit, former: base, name: kept }, name));
      this.#moved.add(base);
      const { keep: _, ...renewed } = value;
      await this.#addRenewed(name, over, renewed, earlier);
      this.#carried.set(baseOf(name), value.sheet);
      return true;
    }
    return false;
  }

  async #addRenewed(
    name: string,
    over: Uint8Array | null,
    { content, sheet, keep }: RenewedSheet,
    earlier: Uint8Array | null,
  ): Promise<void> {
    const unplaced = sheet.kept.filter(({ part }) => part === 'unplaced').length;
    if (unplaced > 0) this.#diagnostics.push(diagnose('sheet-unplaced', { count: unplaced }, name));
    if (keep && earlier) {
      const kept = await this.#keep(keep.name, earlier);
      if (keep.lost.length > 0)
        this.#diagnostics.push(diagnose('sheet-kept', { lost: keep.lost, name: kept }, name));
    }
    this.outputs.push({ name, content, over, sheet });
  }

  async #fresh(sheet: TaskSheet, name: string): Promise<RenewedSheet> {
    const blank = withinDegree(sheet, this.options.degree ?? 'possible');
    return { sheet: blank, content: await sheetToFile(blank, name) };
  }

  /** A sheet that nobody fills in, or a file of another kind. */
  async #addOther(file: Planned, over: Uint8Array | null): Promise<void> {
    const { name } = file;
    const sheet = 'sheet' in file ? await this.#sheetOf(baseOf(name), file.sheet) : undefined;
    const content = await ('content' in file ? file.content(over) : sheetToFile(sheet ?? file.sheet, name));
    const isSame = over !== null && areSameBytes(bytesOf(content), over);
    const isOurs = isSame || (over !== null && (await isAsMade(file, over)));
    const taken = isOurs ? [] : await this.#refusal(name);
    const { force, isUnlisted = false } = this.options;
    const mayTake = force || isUnlisted;
    if (over && !isOurs && (this.folder.isChanged(name, over) || (mayTake && taken.length > 0))) {
      await this.#keepOver(name, over);
    } else if (!mayTake && taken.length > 0) {
      this.refused.push(...taken);
      return;
    }
    this.outputs.push({ name, over, content, ...(sheet && { sheet }) });
  }

  /** The sheet with what people put into the form of it that is in the folder. */
  async #sheetOf(base: string, sheet: TaskSheet): Promise<TaskSheet> {
    const known = this.#carried.get(base) ?? (await this.#filledIn(base, sheet));
    const found = known ?? withinDegree(sheet, this.options.degree ?? 'possible');
    this.#carried.set(base, found);
    return found;
  }

  async #filledIn(base: string, sheet: TaskSheet): Promise<TaskSheet | undefined> {
    for (const name of SHEET_FORMATS.map((format) => `${base}.${format}`).filter(isForm)) {
      const { value: earlier } = await this.folder.read(name);
      const renewed = earlier && (await renewSheet(sheet, name, earlier, this.options)).value;
      if (renewed) return renewed.sheet;
    }
    return undefined;
  }

  /** Takes a file from its place; what people may have put into it is kept. */
  async #leave(name: string, content: Uint8Array): Promise<string> {
    this.#remove.push({ name, content, over: content });
    const isTheirs = isForm(name) || this.folder.isChanged(name, content);
    return isTheirs ? this.#keep(originalOf(name), content) : name;
  }

  async #keepOver(name: string, content: Uint8Array): Promise<void> {
    const kept = await this.#keep(originalOf(name), content);
    this.#diagnostics.push(diagnose('output-kept', { name: kept }, name));
  }

  /** A copy under a name that nothing else has; none where the very copy is there. */
  async #keep(wanted: string, content: Uint8Array): Promise<string> {
    const prepared = (name: string) => this.outputs.find((each) => each.name === name)?.content;
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${baseOf(wanted)}（${n}）${extname(wanted)}`;
      const { value } = await this.folder.read(name);
      const there = prepared(name) ?? value;
      if (there === null) {
        this.outputs.push({ name, content, over: null, isTheirs: true });
        return name;
      }
      if (there !== undefined && areSameBytes(bytesOf(there), content)) return name;
    }
  }

  async #refusal(name: string): Promise<readonly Diagnostic[]> {
    return (await this.folder.check([name])).diagnostics;
  }

  /** Files that look like other returns of a unit whose sheet is written: nothing of them is carried over. */
  async #besides(): Promise<Diagnostic[]> {
    const known = new Set([...this.outputs, ...this.#remove].map(({ name }) => name));
    const units = new Set(this.outputs.flatMap(({ sheet }) => (sheet ? [sheet.unit] : [])));
    const others = new Map<string, string[]>();
    for (const name of await this.folder.beside()) {
      if (known.has(name) || NO_RETURN.test(name)) continue;
      const unit = this.options.unitOf?.(name);
      if (unit === undefined || !units.has(unit)) continue;
      // What the program wrote, and nobody has changed, is no return.
      if ((await this.#refusal(name)).length > 0) addTo(others, unit, name);
    }
    return Array.from(others, ([unit, names]) => diagnose('sheet-beside', { unit, names }));
  }
}

/** Whether a file is as the earlier edition made it. */
async function isAsMade(file: Planned, over: Uint8Array): Promise<boolean> {
  if (!('earlier' in file && file.earlier)) return false;
  return areSameBytes(bytesOf(await file.earlier()), over);
}

function baseOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

/** A file's ending with its dot; a name that begins with the only dot has none. */
function extname(name: string): string {
  return /[^/](\.[^./]*)$/.exec(name)?.[1] ?? '';
}
