import { readReturned } from '../collect/index.js';
import { holdersOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { TaskSheet } from '../model/sheet.js';
import { isBlank, typedCount } from '../sheets/index.js';
import { safeFileNames } from '../write/index.js';
import { inFiles } from './cited.js';
import type { Earlier } from './earlier.js';
import type { FilledSheets } from './filled-sheets.js';
import { isGuessed, markOf } from './guessed.js';
import { endingOf, inNoFolder, isUnchecked } from './layout.js';
import type { Outcome } from './outcome.js';
import type { PlannedSheet, Uncarried } from './planned.js';
import { asWanted, originalOf, type RenewedSheet, type Renewing, renewSheet, sheetToFile } from './renew.js';
import { returnDigest } from './uncarried.js';

/** Files that are no sheets, in words: what is to be done with them in a sheet's place is not what it is elsewhere. */
const NO_SHEETS: Readonly<Record<string, string>> = {
  'not-a-sheet': '没有任务清单表头的文件（表头改过或删了的，照原清单补上）',
  'return-overview': '总台账',
  'return-roll-up': '汇总',
  'file-picture': '图片',
  'encoding-unknown': '认不出是什么的文件',
  'return-empty': '空文件（0 字节，多半没有存好、没有传完）',
};

/** Rows at the end of a sheet of which it is known what they are: tasks of others, and second rows of the same task. */
const TOLD_APART: ReadonlySet<string> = new Set(['never', 'again']);

/** Why a file in a sheet's place is not written over. */
function inItsPlace(why: Diagnostic, at: string): Diagnostic {
  const missing = why.code === 'not-a-sheet' ? (why as Diagnostic<'not-a-sheet'>).args.missing : [];
  const what =
    missing.length > 0
      ? `表头里少了${missing.map((each) => `“${each}”`).join('')}的文件（照原清单补上）`
      : NO_SHEETS[why.code];
  return what === undefined ? why : diagnose('sheet-place', { what }, at);
}

/** By what a return is known that is kept whole, of which nothing has gone anywhere. */
async function uncarriedIn(
  { name, uncarried: units }: NonNullable<RenewedSheet['keep']>,
  content: Uint8Array,
): Promise<Uncarried | undefined> {
  if (!units) return undefined;
  const { collected } = await readReturned(content, name);
  const said = returnDigest(collected, content);
  return said === undefined ? undefined : { said, units };
}

/** Whether somebody has to look at the original of a sheet. */
function isDoubtful({ keep }: RenewedSheet): boolean {
  return keep !== undefined && isUnchecked(keep.name);
}

/** Forms that people fill in, each with what they put into the earlier one. */
export class Forms {
  /** Whether there was a form of this notice. */
  hasOwn = false;
  /** Units whose form cannot be read: nothing is made of what they filled in. */
  readonly unread = new Set<string>();
  /** Former names of units whose sheets have gone on under the new one, as files without an ending. */
  readonly renamed = new Set<string>();

  constructor(
    readonly outcome: Outcome,
    readonly filled: FilledSheets,
    readonly renewing: Renewing,
    /** Whether what cannot be read as a sheet may be written over. */
    readonly force: boolean,
  ) {}

  /** A form with what people put into the earlier one; whether there was one. */
  async add(file: PlannedSheet, earlier: Earlier): Promise<boolean> {
    const { name, sheet } = file;
    const { at, content } = earlier;
    const { outcome } = this;
    if (!content) return this.#addFormer(file, earlier);
    const { value, diagnostics } = await renewSheet(sheet, at, content, {
      ...this.renewing,
      before: file.before,
    });
    if (!value && !this.force) {
      // What cannot be read as a sheet is not written over, unless the user says so; then it is kept.
      outcome.refused.push(...diagnostics.map((each) => inItsPlace(each, at)));
      this.unread.add(sheet.unit);
      return true;
    }
    if (!value) await outcome.keepOver(at, content);
    if ((!value || isBlank(value.sheet)) && (await this.#addFormer(file, earlier))) return true;
    if (value) this.hasOwn = true;
    const guess = value && this.#guessedFormer(value);
    if (value && guess !== undefined)
      return this.#addGuessed(file, earlier, { value, content, diagnostics, former: guess });
    const told = { told: value ? diagnostics : [], from: at };
    await this.#put(name, earlier, value ?? (await this.#fresh(sheet, name)), content, told);
    return true;
  }

  /** Goes on with the sheet of a former name, if there is one; that is kept, and taken from its place. */
  async #addFormer({ name, sheet, before, formerly = [] }: PlannedSheet, earlier: Earlier): Promise<boolean> {
    const { outcome } = this;
    for (const base of formerly) {
      const former = base + endingOf(name);
      const { value: content } = await outcome.folder.read(former);
      if (!content) continue;
      const { value, diagnostics } = await renewSheet(sheet, name, content, { ...this.renewing, before });
      if (!value) {
        outcome.refused.push(...diagnostics.map((each) => ({ ...each, at: { file: former } })));
        continue;
      }
      if (value.keep?.uncarried && isBlank(value.sheet)) {
        await this.#setAside(former, content, value.keep, diagnostics);
        this.renamed.add(base);
        continue;
      }
      const count = typedCount(value.sheet);
      const isGuess = isGuessed(this.renewing, sheet.unit, inNoFolder(base));
      const mark = markOf(isGuess && count > 0, isDoubtful(value));
      const kept = await outcome.leave(former, content, originalOf(former, null, null, mark));
      const isKept = value.keep !== undefined;
      outcome.diagnostics.push(...inFiles(diagnostics, name, { now: name, kept: isKept ? kept : undefined }));
      const told = { unit: sheet.unit, former: inNoFolder(base), name: kept, count };
      outcome.diagnostics.push(diagnose(isGuess ? 'sheet-renamed-guessed' : 'sheet-renamed', told, name));
      for (const each of formerly) if (inNoFolder(each) === inNoFolder(base)) this.renamed.add(each);
      const { keep: _, ...renewed } = value;
      await this.#put(name, earlier, renewed, content, { told: [], from: name });
      this.filled.carry(value.sheet);
      return true;
    }
    return false;
  }

  /** The name by which a sheet that is filled in was sent out, where no list has that as a former one of its unit. */
  #guessedFormer({ sentTo, sheet }: RenewedSheet): string | undefined {
    const unit = this.renewing.lineage?.book.units.find(({ name }) => name === sheet.unit);
    const isFormer = sentTo !== undefined && (unit?.formerly ?? []).includes(sentTo);
    return isFormer && typedCount(sheet) > 0 && isGuessed(this.renewing, sheet.unit, sentTo)
      ? sentTo
      : undefined;
  }

  /** A sheet that was sent to a former name, and lies in the new one's place: nobody has said whether that is the same unit. */
  async #addGuessed(
    { name, sheet: { unit } }: PlannedSheet,
    earlier: Earlier,
    came: {
      readonly value: RenewedSheet;
      readonly content: Uint8Array;
      readonly diagnostics: readonly Diagnostic[];
      readonly former: string;
    },
  ): Promise<true> {
    const { outcome } = this;
    const { value, content, diagnostics, former } = came;
    const { keep, ...renewed } = value;
    const [called = former] = safeFileNames([former]);
    const mark = markOf(true, isDoubtful(value));
    const kept = await outcome.keep(originalOf(called + endingOf(name), null, null, mark), content);
    outcome.diagnostics.push(
      ...inFiles(diagnostics, earlier.at, { now: name, kept: keep && kept }),
      diagnose('sheet-renamed-guessed', { unit, former, name: kept, count: typedCount(value.sheet) }, name),
    );
    await this.#put(name, earlier, renewed, content, { told: [], from: name });
    return true;
  }

  /** A file in the place of a former name that is another unit's: kept for that one, and nothing goes on from it. */
  async #setAside(
    former: string,
    content: Uint8Array,
    keep: NonNullable<RenewedSheet['keep']>,
    told: readonly Diagnostic[],
  ): Promise<void> {
    const { outcome } = this;
    outcome.remove.push({ name: former, content, over: content });
    const kept = await outcome.keep(keep.name, content, await uncarriedIn(keep, content));
    outcome.diagnostics.push(...inFiles(told, told[0]?.at?.file ?? former, { now: kept, kept }));
  }

  /**
   * @param filled the file from which the sheet goes on
   * @param read what is told of it, and under which name it was read
   */
  async #put(
    name: string,
    earlier: Earlier,
    { content, sheet, keep, repeated }: RenewedSheet,
    filled: Uint8Array,
    { told, from }: { readonly told: readonly Diagnostic[]; readonly from: string },
  ): Promise<void> {
    const { outcome } = this;
    const kept = keep && (await outcome.keep(keep.name, filled, await uncarriedIn(keep, filled)));
    outcome.diagnostics.push(...inFiles(told, from, { now: name, kept }));
    const unplaced = sheet.kept.filter(({ part }) => part === 'unplaced');
    const count = unplaced.filter(({ went }) => !(went && TOLD_APART.has(went.kind))).length;
    if (count > 0) outcome.diagnostics.push(diagnose('sheet-unplaced', { count }, name));
    const keptAs = (kind: 'never' | 'again') =>
      unplaced.flatMap(({ cells, went }) =>
        went?.kind === kind ? [{ id: went.id, name: cells.name ?? went.name }] : [],
      );
    const others = keptAs('never');
    if (others.length > 0) {
      const names = others.map((each) => each.name);
      const book = this.renewing.lineage?.book;
      const units = others.map(({ id }) => (book ? holdersOf(book, id).join('、') : ''));
      outcome.diagnostics.push(diagnose('sheet-of-others', { names, units, count: names.length }, name));
    }
    const again = keptAs('again').map((each) => each.name);
    if (again.length > 0)
      outcome.diagnostics.push(diagnose('sheet-again', { names: again, count: again.length }, name));
    if (keep && kept !== undefined && keep.lost.length > 0)
      outcome.diagnostics.push(diagnose('sheet-kept', { lost: keep.lost, name: kept }, name));
    outcome.put({ name, content, sheet, ...(repeated !== undefined && { repeated }) }, earlier);
  }

  async #fresh(sheet: TaskSheet, name: string): Promise<RenewedSheet> {
    const blank = asWanted(sheet, this.renewing);
    return { sheet: blank, content: await sheetToFile(blank, name) };
  }
}
