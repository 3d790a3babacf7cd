import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Unit } from '../model/registry.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { Group, TaskBook } from '../model/taskbook.js';
import { nameOfCopy } from '../returned/index.js';
import { findUnit, sheetFor, unitsShortIn, unitWithin } from '../sheets/index.js';
import { lexiconOf, looksLikeUnit, mayBeIn, readUnits } from '../units/index.js';
import { kindByName, withoutOffice } from '../words/kinds.js';
import { ownersByRows, sentAnother, soleOf } from './owner.js';

// Whose a file is: by its cover, by what stands above its table, by its name.

/** Whose a sheet is. */
export interface Whose {
  /** The unit of this notice that it is of. */
  readonly found: string | undefined;
  /** The same, or a unit that an earlier edition had; `null` where nobody knows. */
  readonly unit: string | null;
  /** The group whose sheet it is, where one of its members has sent that. */
  readonly group?: string;
  readonly isGone: boolean;
  readonly problems: readonly Diagnostic[];
}

/** Whose a sheet that came back is, and what is to be told of that. */
export function whoseIs(book: TaskBook, sheet: ReturnedSheet, isChanged = false): Whose {
  const { file, titles = [] } = sheet;
  const byName = unitNamed(book, file);
  const joint = [sheet.unit ?? '', ...titles].map((each) => unitsJoined(book, each)).find(isSeveral);
  if (joint) return whoseOf(book, sheet, joint, byName);
  // As it is written in an address: 县水利局：
  const cover = sheet.unit
    ?.trimEnd()
    .replace(/[：:，,。.；;]{1,3}$/u, '')
    .trimEnd();
  const said = cover ?? titles.find((title) => unitIn(book, title) !== undefined);
  const byRows = said === undefined && byName !== undefined ? ownersByRows([book], sheet, byName) : [];
  if (isSeveral(byRows)) {
    const problem = diagnose('return-unit-several', { units: byRows, name: baseOf(file) }, file);
    return { found: undefined, unit: null, isGone: false, problems: [problem] };
  }
  const named = said === undefined ? byName : sheet.unit === null ? unitIn(book, said) : onCover(book, said);
  const sentTo =
    isChanged && cover !== undefined && named !== undefined ? sentAnother([book], sheet, named) : undefined;
  if (sentTo !== undefined) {
    const problem = diagnose('return-cover-written', { cover: cover ?? '', unit: sentTo }, file);
    return { found: sentTo, unit: sentTo, isGone: false, problems: [problem] };
  }
  const found = byRows[0] ?? named;
  const group = book.groups.find(({ name }) => name === found);
  const member = group && memberNamed(book, group, file);
  if (group && member !== undefined) return ofMember(book, group, member, file);
  if (found !== undefined) {
    const isUntold = group && (byName === undefined || byName === found);
    if (isUntold) {
      const problems = [diagnose('return-group', { group: found }, file)];
      return { found, unit: found, isGone: false, problems };
    }
    const isOther = byName !== undefined && byName !== found;
    const differs =
      byRows.length > 0
        ? [diagnose('return-unit-by-rows', { unit: found, name: byName ?? '' }, file)]
        : isOther
          ? [diagnose('return-unit-differs', { cover: found, name: byName }, file)]
          : [];
    const guess = guessedFormer(book, said ?? file, found);
    const problems =
      guess === undefined
        ? differs
        : [diagnose('return-unit-guessed', { unit: found, former: guess }, file), ...differs];
    return { found, unit: found, isGone: false, problems };
  }
  if (isOfGone(book, sheet, isChanged)) return { found, unit: sheet.unit, isGone: true, problems: [] };
  const name = baseOf(file);
  // A cover that says less than a name: 水利局. Of several units the one that the file's name means.
  const short = unitsShort(book, cover === undefined ? [...titles, name] : [cover]);
  const meant = byName !== undefined && short.includes(byName) ? [byName] : short;
  const [only] = meant;
  if (only !== undefined && meant.length === 1) {
    const problems = [diagnose('return-unit-short', { unit: only, name: cover ?? name }, file)];
    return { found: only, unit: only, isGone: false, problems };
  }
  // A name that nobody knows, written over in all places: the file's own name and its tasks say whose it is; where none is
  // a unit's (张三), the edition does. 某某镇 may be somebody who has filled in the sheet of another.
  const isNobody = cover === undefined || !looksLikeUnit(cover, lexiconOf(book));
  const own =
    meant.length === 0
      ? (findUnit(book, name).value ?? (isNobody ? soleOf(book, sheet) : undefined))
      : undefined;
  if (own !== undefined && hasTasksOf(book, own, sheet)) {
    const problems = [diagnose('return-unit-short', { unit: own, name: cover ?? name }, file)];
    return { found: own, unit: own, isGone: false, problems };
  }
  const problem =
    meant.length > 1
      ? diagnose('return-unit-several', { units: meant, name: cover ?? name }, file)
      : diagnose('return-unit', { unit: sheet.unit ?? name }, file);
  return { found, unit: null, isGone: false, problems: [problem] };
}

/** The former name that stands in a text and of which only tasks and names say that it was that unit's. */
function guessedFormer({ units, guessed = [] }: TaskBook, text: string, found: string): string | undefined {
  const former = units.find(({ name }) => name === found)?.formerly ?? [];
  return guessed.find((name) => former.includes(name) && text.includes(name) && !text.includes(found));
}

/** A group's sheet that one of its members has sent, though the notice may not name that one. */
function ofMember({ units }: TaskBook, { name: group }: Group, unit: string, file: string): Whose {
  const found = units.some(({ name }) => name === unit) ? unit : undefined;
  return { found, unit, group, isGone: false, problems: [diagnose('return-member', { unit, group }, file)] };
}

/** Which member has sent a group's sheet: as the file's name says, else that of its folder or archive. */
function memberNamed(book: TaskBook, group: Group, file: string): string | undefined {
  const isMember = (unit: Unit) => group.members?.includes(unit.name) ?? mayBeIn(group, unit);
  for (const part of file.split(/[/\\]/).reverse()) {
    const [short, ...others] = unitsShort(book, [baseOf(part)]);
    const named = unitNamed(book, part) ?? (others.length === 0 ? short : undefined);
    const unit = book.units.find(({ name }) => name === named);
    if (unit && isMember(unit)) return unit.name;
    // Whose names the notice does not give may be members all the same.
    const town = named === undefined ? townNamed(book, part) : undefined;
    if (town && mayBeIn(group, town)) return town.name;
  }
  return undefined;
}

/** The township that a file's name is, where the notice does not name it. */
function townNamed(book: TaskBook, file: string): Unit | undefined {
  const [piece, ...rest] = readUnits(nameOfCopy(file), lexiconOf(book));
  if (piece?.kind !== 'name' || rest.length > 0 || kindByName(piece.unit) !== 'township') return undefined;
  return { name: withoutOffice(piece.unit), kind: 'township' };
}

/** What parts the names of several units: 县水利局、县民政局; 县水利局（牵头）/县民政局. */
const BETWEEN = /[\s、，,;；/／&＆+＋]+|(?<=[局委办镇乡道心会院])[和及与]/u;

/** The units that a text names one after another. */
function unitsJoined(book: TaskBook, text: string): string[] {
  if (findUnit(book, text).value !== undefined) return [];
  const found = text
    .split(BETWEEN)
    .flatMap((each) => findUnit(book, each).value ?? unitWithin(book, each) ?? []);
  return Array.from(new Set(found));
}

function isSeveral({ length }: readonly string[]): boolean {
  return length > 1;
}

/** Of several units that a sheet names the one whose tasks are in it, else that of the file's name; else nobody knows. */
function whoseOf(
  book: TaskBook,
  { file, rows }: ReturnedSheet,
  units: readonly string[],
  byName: string | undefined,
): Whose {
  const ids = new Set(rows.flatMap(({ id, kept }) => (id !== '' && kept === null ? [id] : [])));
  const scored = units.map((unit) => {
    const own = new Set(sheetFor(book, unit).rows.map(({ id }) => id));
    const shared = [...own].filter((id) => ids.has(id)).length;
    return { unit, amiss: own.size + ids.size - 2 * shared };
  });
  const least = Math.min(...scored.map(({ amiss }) => amiss));
  const best = scored.filter(({ amiss }) => amiss === least).map(({ unit }) => unit);
  const found = best.length === 1 ? best[0] : best.find((unit) => unit === byName);
  const problem =
    found === undefined
      ? diagnose('return-unit-several', { units: [...units], name: baseOf(file) }, file)
      : diagnose('return-unit-joint', { unit: found, units: [...units] }, file);
  return { found, unit: found ?? null, isGone: false, problems: [problem] };
}

/** Whether most of the tasks in a sheet are those of a unit. */
function hasTasksOf(book: TaskBook, unit: string, { rows }: ReturnedSheet): boolean {
  const own = new Set(sheetFor(book, unit).rows.map(({ id }) => id));
  const ids = rows.flatMap(({ id, kept }) => (id !== '' && kept === null ? [id] : []));
  return ids.length > 0 && ids.filter((id) => own.has(id)).length * 2 > ids.length;
}

/** Whose a file is that is not read: one unit, or several that its name may mean. */
export function unitsNamed(book: TaskBook, file: string): string[] {
  const named = unitNamed(book, file);
  return named === undefined ? unitsShort(book, [baseOf(file)]) : [named];
}

/**
 * The unit that a file's name means: it is its name, or that of a copy, or has the name of one unit in it. Where it means
 * nobody, the folder or archive in which it lies may have a unit's name: 甲镇/任务清单.xlsx.
 */
export function unitNamed(book: TaskBook, file: string): string | undefined {
  const named = baseOf(file);
  const own =
    findUnit(book, named).value ?? findUnit(book, nameOfCopy(file)).value ?? unitWithin(book, named);
  if (own !== undefined || unitsShortIn(book, named).length > 0) return own;
  // The nearest that is a unit's: 甲镇.zip/盖章扫描/1.jpg.
  const folders = file.split(/[/\\]/).slice(0, -1).reverse();
  return folders.map((folder) => findUnit(book, baseOf(folder)).value).find((unit) => unit !== undefined);
}

/** A file's name without its folder and ending, and without what hides it. */
function baseOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name
    .replace(/^(?:~\$|\.)/, '')
    .replace(/\.[^.]+$/, '')
    .normalize('NFC');
}

function onCover(book: TaskBook, unit: string): string | undefined {
  return findUnit(book, unit).value ?? unitWithin(book, unit, { isAtEnd: true });
}

function unitIn(book: TaskBook, title: string): string | undefined {
  return findUnit(book, title).value ?? unitWithin(book, title);
}

/** The units that the first of some names may mean which means any. */
function unitsShort(book: TaskBook, names: readonly string[]): string[] {
  return names.map((name) => unitsShortIn(book, name)).find((units) => units.length > 0) ?? [];
}

/**
 * Whether a sheet is of a unit that an earlier edition had, and this one has not: its cover is as the program wrote it, or
 * nothing in it is of a task of this notice.
 */
function isOfGone(book: TaskBook, { unit, edition, rows }: ReturnedSheet, isChanged: boolean): boolean {
  if (unit === null || edition === null) return false;
  const ids = new Set(book.tasks.map(({ id }) => id));
  return !isChanged || !rows.some((row) => row.kept === null && ids.has(row.id));
}
