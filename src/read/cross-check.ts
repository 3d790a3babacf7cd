import { diffArrays, diffChars } from 'diff';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { spansOf } from '../model/passage.js';
import type { Place, Span } from '../model/place.js';
import { knownLoss, type ReadingDifference } from './known-losses.js';
import { unpack, WORD_DOCUMENT } from './package.js';
import { type SecondBlock, type SecondUnit, secondReading } from './second-reading.js';

/** A paragraph or a cell of one reading, with its text as it is compared. */
interface KeyedUnit extends SecondUnit {
  readonly key: string;
  readonly at?: Place;
}

/**
 * Reads a Word file a second time, with another program's reader, and compares paragraph by paragraph and cell by cell.
 * What is a known loss of that reader's is counted; everything else that only one of the two has is told.
 *
 * @param document what our reader has made of the same bytes
 */
export async function crossCheck(bytes: Uint8Array, document: Document): Promise<Diagnostic[]> {
  let found: readonly SecondBlock[];
  try {
    found = await secondReading(bytes);
  } catch {
    return [diagnose('second-reading-failed', undefined, document.name)];
  }
  const ours = oursIn(document);
  const theirs = flattened(found, ours);
  const facts = { xml: xmlOf(bytes, document.name), aside: asideIn(document) };
  const keysOf = (units: readonly KeyedUnit[]) => new Set(units.map(({ key }) => key));
  const [ourKeys, theirKeys] = [keysOf(ours), keysOf(theirs)];
  const told: Diagnostic[] = [];
  let known = 0;
  for (const [our, their, near] of pairs(ours, theirs)) {
    const isMoved = our ? !their && theirKeys.has(our.key) : their !== undefined && ourKeys.has(their.key);
    if (knownLoss(differenceOf(our, their, isMoved), facts)) known++;
    else {
      const at = our?.at ?? near ?? { file: document.name };
      told.push(diagnose('readers-differ', { ours: said(our, their), theirs: said(their, our) }, at));
    }
  }
  const cells = ours.filter(({ covers }) => covers).length;
  const counts = { paragraphs: ours.length - cells, cells, known };
  return [...told, diagnose('cross-checked', { ...counts, differences: told.length }, document.name)];
}

function oursIn({ blocks }: Document): KeyedUnit[] {
  const units = blocks.flatMap((block): KeyedUnit[] =>
    block.kind === 'paragraph'
      ? [unit({ text: block.passage.text }, block.passage.at)]
      : block.rows.flatMap(({ cells }) =>
          cells.map(({ passage: { text, at }, rowSpan, colSpan }) =>
            unit({ text, covers: [rowSpan ?? 1, colSpan ?? 1] }, at),
          ),
        ),
  );
  return units.filter(({ key }) => key !== '');
}

/**
 * What the second reader found, cells taken whole or apart as our reader takes them: a table that only lays out the page
 * is none to it.
 */
function flattened(found: readonly SecondBlock[], ours: readonly KeyedUnit[]): KeyedUnit[] {
  const cells = new Set(ours.flatMap(({ key, covers }) => (covers ? [key] : [])));
  const paragraphs = new Set(ours.flatMap(({ key, covers }) => (covers ? [] : [key])));
  const flat = (each: SecondBlock): KeyedUnit[] => {
    const own = unit(each.unit);
    if (each.kind === 'paragraph' || cells.has(own.key)) return [own];
    const inside = each.inside.flatMap(flat);
    const isApart =
      each.inside.some(({ kind }) => kind === 'cell') || inside.some(({ key }) => paragraphs.has(key));
    return isApart ? inside : [own];
  };
  return found.flatMap(flat).filter(({ key }) => key !== '');
}

function unit(each: SecondUnit, at?: Place): KeyedUnit {
  return { ...each, key: keyOf(each.text), ...(at && { at }) };
}

const RAISED = /[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾]/g;
const LOWERED = /[₀-₉₊₋₌₍₎]/g;

/** A text as it is compared: without blanks and what nobody sees; raised and lowered signs as 10^4 and CO_2. */
function keyOf(text: string): string {
  return text
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .replace(/[☑✓✔🗹🗵]/gu, '☒')
    .replace(/□/g, '☐')
    .replace(RAISED, (sign) => `^${sign.normalize('NFKC')}`)
    .replace(LOWERED, (sign) => `_${sign.normalize('NFKC')}`)
    .replace(/−/g, '-');
}

/** What stands in one reading beside what stands in the other, where they differ; and the place before it. */
function* pairs(
  ours: readonly KeyedUnit[],
  theirs: readonly KeyedUnit[],
): Generator<readonly [our: KeyedUnit | undefined, their: KeyedUnit | undefined, near: Place | undefined]> {
  let i = 0;
  let j = 0;
  const gone: KeyedUnit[] = [];
  const come: KeyedUnit[] = [];
  const changes = diffArrays(
    ours.map(({ key }) => key),
    theirs.map(({ key }) => key),
  );
  for (const { added, removed, value, count = value.length } of [...changes, END]) {
    if (removed) for (let n = 0; n < count; n++) gone.push(ours[i++] as KeyedUnit);
    else if (added) for (let n = 0; n < count; n++) come.push(theirs[j++] as KeyedUnit);
    else {
      const near = ours[i - gone.length - 1]?.at;
      for (const [our, their] of matched(gone.splice(0), come.splice(0))) yield [our, their, near];
      for (let n = 0; n < count; n++) {
        const [our, their] = [ours[i++] as KeyedUnit, theirs[j++] as KeyedUnit];
        if (String(our.covers) !== String(their.covers)) yield [our, their, our.at];
      }
    }
  }
}

/** Stands behind the last change. */
const END = { added: false, removed: false, value: [], count: 0 };

/** Which of what only one reading has is the same with other words: in their order, the nearest that shares half. */
function matched(
  gone: readonly KeyedUnit[],
  come: readonly KeyedUnit[],
): (readonly [our: KeyedUnit | undefined, their: KeyedUnit | undefined])[] {
  const left = [...come];
  const found: (readonly [KeyedUnit | undefined, KeyedUnit | undefined])[] = [];
  for (const our of gone) {
    const at = left.findIndex((their) => sharesHalf(our.key, their.key));
    if (at < 0) found.push([our, undefined]);
    else {
      for (const their of left.splice(0, at)) found.push([undefined, their]);
      found.push([our, left.shift()]);
    }
  }
  return [...found, ...left.map((their) => [undefined, their] as const)];
}

function sharesHalf(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const shared = diffChars(a, b).filter(({ added, removed }) => !added && !removed);
  return shared.reduce((sum, { value }) => sum + value.length, 0) * 2 >= Math.min(a.length, b.length);
}

/** What the two readings differ in. */
function differenceOf(
  our: KeyedUnit | undefined,
  their: KeyedUnit | undefined,
  isMoved: boolean,
): ReadingDifference {
  const changes = diffChars(our?.key ?? '', their?.key ?? '');
  return {
    ours: our?.key,
    theirs: their?.key,
    more: changes.filter(({ removed }) => removed).map(({ value }) => value),
    less: changes.filter(({ added }) => added).map(({ value }) => value),
    isMoved,
  };
}

/** A reading as it is told; with how far a cell reaches where that is what differs. */
function said(own: KeyedUnit | undefined, other: KeyedUnit | undefined): string {
  if (!own) return '';
  const isSame = own.key === other?.key;
  if (!isSame || String(own.covers) === String(other?.covers)) return own.text;
  return own.covers ? `${own.text}（${own.covers[0]}行${own.covers[1]}列的单元格）` : `${own.text}（段落）`;
}

function xmlOf(bytes: Uint8Array, name: string): string {
  return Array.from(unpack(bytes, name, [WORD_DOCUMENT]).value?.values() ?? []).join('\n');
}

/** What our reader has read and set aside, or has told as unread. */
function asideIn({ text, blocks }: Document): string {
  const shown = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? spansOf(block.passage)
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ passage }) => spansOf(passage))),
  );
  const parts: string[] = [];
  let end = 0;
  for (const [from, to] of [...shown, [text.length, text.length] as Span]) {
    parts.push(text.slice(end, from));
    end = to;
  }
  return keyOf(parts.join(''));
}
