import { areSameBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf } from '../model/digest.js';
import { failed, type Result } from '../model/result.js';
import type { TaskSheet } from '../model/sheet.js';
import { isBlank } from '../sheets/index.js';
import { besides } from './beside.js';
import { baseOf, endingOf, inNoFolder } from './layout.js';
import type { Folder, Output, Planned, PlannedSheet, Prepared } from './planned.js';
import {
  asWanted,
  isForm,
  originalOf,
  type RenewedSheet,
  type Renewing,
  renewSheet,
  SHEET_FORMATS,
  sheetToFile,
} from './renew.js';

interface PrepareOptions extends Renewing {
  /**
   * Whether a file that is none of this program's may be written over, of which a copy is kept; what seems to be of
   * another notice is of an earlier edition, then.
   */
  readonly force: boolean;
  /** Whether the folder is one that this program built, and its list of files is gone: copies are kept, then. */
  readonly isUnlisted?: boolean;
  /** Called after each file. */
  readonly step: () => void;
}

type OfNotice = Diagnostic<'sheet-of-notice'>;

/** What a file is to replace: what lies in its place, or where an earlier version put it. */
interface Earlier {
  readonly at: string;
  readonly content: Uint8Array | null;
}

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
  options: PrepareOptions,
): Promise<Result<Prepared>> {
  const preparation = new Preparation(folder, options);
  for (const file of files) {
    await preparation.add(file);
    options.step();
  }
  const { outputs, refused, others, hasOwn } = preparation;
  // A folder of another notice is not mixed with this one's.
  if (others.length > 0 && !hasOwn) return failed(...ofFolder(others));
  if (refused.length > 0 && outputs.length === 0) return failed(...refused);
  return { value: await preparation.all(), diagnostics: [] };
}

/** Told once of all sheets of another notice. */
function ofFolder([first, ...others]: readonly OfNotice[]): Diagnostic[] {
  if (!first) return [];
  return [others.length === 0 ? first : diagnose('folder-of-notice', first.args)];
}

class Preparation {
  readonly outputs: Output[] = [];
  readonly refused: Diagnostic[] = [];
  /** Whether there was a form of this notice. */
  hasOwn = false;
  readonly #remove: Output[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  /** What people have put into a unit's sheet, whichever form of it they filled in. */
  readonly #carried = new Map<string, TaskSheet>();
  /** Units whose form cannot be read: nothing is made of what they filled in. */
  readonly #unread = new Set<string>();
  /** Forms from which other files have what is filled in. */
  readonly #used: string[] = [];
  /** Former names of units whose sheets have gone on under the new one, as files without an ending. */
  readonly #renamed = new Set<string>();

  readonly options: PrepareOptions;

  constructor(
    readonly folder: Folder,
    options: PrepareOptions,
  ) {
    this.options = { ...options, isRevision: options.force };
  }

  /** What was told of forms of another notice. */
  get others(): OfNotice[] {
    return this.refused.filter((each) => each.code === 'sheet-of-notice');
  }

  async all(): Promise<Prepared> {
    const { outputs, refused } = this;
    const remove = this.#remove;
    const moved = outputs.flatMap(({ from }) => from ?? []);
    const diagnostics = [
      ...this.#diagnostics,
      ...(moved.length > 0 ? [diagnose('sheets-moved', { count: moved.length, names: moved })] : []),
      ...(await besides(this.folder, { outputs, remove, used: this.#used }, this.options.unitOf)),
    ];
    return { outputs, remove, diagnostics, refused };
  }

  async add(file: Planned): Promise<void> {
    const { value: earlier, diagnostics } = await this.#find(file);
    if (!earlier) {
      this.refused.push(...diagnostics);
      if ('sheet' in file) this.#unread.add(file.sheet.unit);
    } else if (this.#renamed.has(baseOf(earlier.at))) {
      if (earlier.content) await this.#leave(earlier.at, earlier.content);
    } else if (!('sheet' in file && isForm(file.name) && (await this.#addForm(file, earlier)))) {
      if (!('sheet' in file && this.#unread.has(file.sheet.unit))) await this.#addOther(file, earlier);
    }
  }

  /** What a file is to replace. Of files that nobody fills in only the program's own may be taken from elsewhere. */
  async #find({ name, was = [] }: Planned): Promise<Result<Earlier>> {
    for (const at of [name, ...was]) {
      const { value: content, diagnostics } = await this.folder.read(at);
      if (content === undefined) return failed(...diagnostics);
      if (content === null) continue;
      const isOurs = at === name || isForm(at) || (await this.#isOurs(at, content));
      if (isOurs) return { value: { at, content }, diagnostics: [] };
    }
    return { value: { at: name, content: null }, diagnostics: [] };
  }

  async #isOurs(name: string, content: Uint8Array): Promise<boolean> {
    return this.folder.isChanged(name, content) || (await this.#refusal(name)).length === 0;
  }

  /** A form that people fill in, with what they put into the earlier one; whether there was one. */
  async #addForm(file: PlannedSheet, earlier: Earlier): Promise<boolean> {
    const { name, sheet } = file;
    const { at, content } = earlier;
    if (!content) return this.#addFormer(file, earlier);
    const { value, diagnostics } = await renewSheet(sheet, at, content, {
      ...this.options,
      before: file.before,
    });
    if (!value && !this.options.force) {
      // What cannot be read as a sheet is not written over, unless the user says so; then it is kept.
      const isOther = diagnostics.some(({ code }) => code === 'sheet-of-notice');
      this.refused.push(...diagnostics, ...(isOther ? [] : await this.#refusal(at)));
      this.#unread.add(sheet.unit);
      return true;
    }
    if (!value) await this.#keepOver(at, content);
    if ((!value || isBlank(value.sheet)) && (await this.#addFormer(file, earlier))) return true;
    if (value) this.#diagnostics.push(...diagnostics);
    if (value) this.hasOwn = true;
    await this.#addRenewed(name, earlier, value ?? (await this.#fresh(sheet, name)), content);
    return true;
  }

  /** Goes on with the sheet of a former name, if there is one; that is kept, and taken from its place. */
  async #addFormer({ name, sheet, before, formerly = [] }: PlannedSheet, earlier: Earlier): Promise<boolean> {
    for (const base of formerly) {
      const former = base + endingOf(name);
      const { value: content } = await this.folder.read(former);
      if (!content) continue;
      const { value, diagnostics } = await renewSheet(sheet, name, content, { ...this.options, before });
      if (!value) {
        this.refused.push(...diagnostics.map((each) => ({ ...each, at: { file: former } })));
        continue;
      }
      this.#diagnostics.push(...diagnostics);
      const kept = await this.#leave(former, content);
      const told = { unit: sheet.unit, former: inNoFolder(base), name: kept };
      this.#diagnostics.push(diagnose('sheet-renamed', told, name));
      for (const each of formerly) if (inNoFolder(each) === inNoFolder(base)) this.#renamed.add(each);
      const { keep: _, ...renewed } = value;
      await this.#addRenewed(name, earlier, renewed, content);
      this.#carried.set(sheet.unit, value.sheet);
      return true;
    }
    return false;
  }

  /** @param filled the file from which the sheet goes on */
  async #addRenewed(
    name: string,
    earlier: Earlier,
    { content, sheet, keep }: RenewedSheet,
    filled: Uint8Array | null,
  ): Promise<void> {
    const unplaced = sheet.kept.filter(({ part }) => part === 'unplaced').length;
    if (unplaced > 0) this.#diagnostics.push(diagnose('sheet-unplaced', { count: unplaced }, name));
    if (keep && filled) {
      const kept = await this.#keep(keep.name, filled);
      if (keep.lost.length > 0)
        this.#diagnostics.push(diagnose('sheet-kept', { lost: keep.lost, name: kept }, name));
    }
    this.#put({ name, content, sheet }, earlier);
  }

  /** A file in its place; where the earlier one lay elsewhere, that is taken away. */
  #put(file: Omit<Output, 'over' | 'from'>, { at, content }: Earlier): void {
    const isThere = at === file.name || content === null;
    this.outputs.push({ ...file, over: isThere ? content : null, ...(!isThere && { from: at }) });
    if (!isThere) this.#remove.push({ name: at, content, over: content });
  }

  async #fresh(sheet: TaskSheet, name: string): Promise<RenewedSheet> {
    const blank = asWanted(sheet, this.options);
    return { sheet: blank, content: await sheetToFile(blank, name) };
  }

  /** A sheet that nobody fills in, or a file of another kind. */
  async #addOther(file: Planned, earlier: Earlier): Promise<void> {
    const { name } = file;
    const { at, content: over } = earlier;
    const sheet = 'sheet' in file ? await this.#sheetOf(file) : undefined;
    const content = await ('content' in file ? file.content(over) : sheetToFile(sheet ?? file.sheet, name));
    const isSame = over !== null && areSameBytes(bytesOf(content), over);
    const isListed =
      over !== null && !this.folder.isChanged(at, over) && (await this.#refusal(at)).length === 0;
    const isOurs = isSame || isListed || (over !== null && (await this.#isAsMade(file, over)));
    const taken = isOurs ? [] : await this.#refusal(at);
    const { force, isUnlisted = false } = this.options;
    const mayTake = force || isUnlisted;
    if (over && !isOurs && (this.folder.isChanged(at, over) || (mayTake && taken.length > 0))) {
      await this.#keepOver(at, over);
    } else if (!mayTake && taken.length > 0) {
      this.refused.push(...taken);
      return;
    }
    this.#put({ name, content, ...(sheet && { sheet }) }, earlier);
  }

  /** Whether a file is as the edition before made it: of a sheet, with or without what is in its form. */
  async #isAsMade(file: Planned, over: Uint8Array): Promise<boolean> {
    const isIt = async (made: Promise<string | Uint8Array> | string | Uint8Array) =>
      areSameBytes(bytesOf(await made), over);
    if ('content' in file) return file.earlier !== undefined && isIt(file.earlier());
    const { name, before, forms = [baseOf(name)] } = file;
    if (!before) return false;
    const sheet = before();
    const filled = await this.#filledIn({ name, sheet, forms });
    return (filled && (await isIt(sheetToFile(filled, name)))) || isIt(sheetToFile(sheet, name));
  }

  /** The sheet with what people put into the form of it that is in the folder: of several, the first that is filled in. */
  async #sheetOf(file: PlannedSheet): Promise<TaskSheet> {
    const { sheet } = file;
    const known = this.#carried.get(sheet.unit) ?? (await this.#filledIn(file));
    const found = known ?? asWanted(sheet, this.options);
    this.#carried.set(sheet.unit, found);
    return found;
  }

  async #filledIn(file: PlannedSheet): Promise<TaskSheet | undefined> {
    const { sheet, before, forms = [baseOf(file.name)] } = file;
    const names = forms.flatMap((base) => SHEET_FORMATS.map((format) => `${base}.${format}`));
    let blank: { readonly name: string; readonly sheet: TaskSheet } | undefined;
    for (const name of names.filter(isForm)) {
      const { value: earlier } = await this.folder.read(name);
      const renewed = earlier && (await renewSheet(sheet, name, earlier, { ...this.options, before })).value;
      if (!renewed) continue;
      if (isBlank(renewed.sheet)) {
        blank ??= { name, sheet: renewed.sheet };
        continue;
      }
      this.#used.push(name);
      return renewed.sheet;
    }
    if (blank) this.#used.push(blank.name);
    return blank?.sheet;
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
      const name = n === 1 ? wanted : `${baseOf(wanted)}（${n}）${endingOf(wanted)}`;
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
}
