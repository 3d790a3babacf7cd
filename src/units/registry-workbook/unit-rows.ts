import type { Unit, UnitKind } from '../../model/registry.js';
import { kindByName } from '../../words/kinds.js';
import { KIND_WORDS, NO_BASIS, REGISTRY_HEADERS, type RegistryColumn } from '../../words/registry-words.js';
import { BY_LINE, namesInCell } from '../names-in-cell.js';
import { bare, type RegistryCell, type RegistryFaults, tickIn, whole } from './cells.js';
import type { GroupColumn } from './heading.js';

/** A row of a unit. */
export interface UnitRow {
  readonly first: RegistryCell;
  readonly name: string;
  readonly texts: readonly RegistryCell[];
  readonly cell: (id: RegistryColumn) => RegistryCell | undefined;
}

/** A unit, and whether its rows say anything of it but its name. */
export function unitOf(
  name: string,
  rows: readonly UnitRow[],
  faults: RegistryFaults,
): { unit: Unit; isSaid: boolean } {
  const texts = (id: RegistryColumn) =>
    unique(rows.flatMap(({ cell }) => cell(id)?.text.trim() ?? '').filter((text) => text !== ''));
  const list = (id: RegistryColumn) => unique(texts(id).flatMap((text) => namesInCell(text)));
  const hosts = rows.flatMap(({ cell }) => {
    const bases = namesInCell(cell('basis')?.text ?? '', BY_LINE);
    return namesInCell(cell('hosts')?.text ?? '').map((office, i) => ({
      office,
      basis: bases[i] ?? bases.at(-1) ?? NO_BASIS,
    }));
  });
  const offices = new Map([...hosts].reverse().map((host) => [host.office, host]));
  const [full, aliases, formerly, source] = [
    whole(single(rows, 'full', faults)?.text ?? ''),
    list('aliases'),
    list('formerly'),
    texts('source').join('；'),
  ];
  return {
    isSaid: (['full', 'aliases', 'formerly', 'kind', 'hosts', 'source'] as const).some(
      (id) => texts(id).length > 0,
    ),
    unit: {
      name,
      ...(full !== '' && { full }),
      ...(aliases.length > 0 && { aliases }),
      ...(formerly.length > 0 && { formerly }),
      kind: kindOf(name, single(rows, 'kind', faults), faults),
      ...(hosts.length > 0 && { hosts: [...offices.values()].reverse() }),
      ...(source !== '' && { source }),
    },
  };
}

/** Whether the rows of a unit say that it is a member; one that says no is another's contradiction. */
export function isMember(
  rows: readonly UnitRow[],
  { name, column }: GroupColumn,
  faults: RegistryFaults,
): boolean {
  const said = rows.flatMap(({ texts }) => {
    const cell = texts[column];
    const ticked = tickIn(cell?.text ?? '');
    return cell && cell.text.trim() !== '' && ticked !== undefined ? [{ cell, ticked }] : [];
  });
  const other = said.find(({ ticked }) => ticked !== said[0]?.ticked);
  if (other) contradiction(rows, name, said[0]?.cell.text ?? '', other.cell, faults);
  return said.some(({ ticked }) => ticked);
}

/** What the rows of a unit say in a column that holds one thing. */
function single(
  rows: readonly UnitRow[],
  id: RegistryColumn,
  faults: RegistryFaults,
): RegistryCell | undefined {
  const [said, ...more] = rows.flatMap(({ cell }) => {
    const found = cell(id);
    return found && found.text.trim() !== '' ? [found] : [];
  });
  const other = more.find(({ text }) => whole(text) !== whole(said?.text ?? ''));
  if (other) contradiction(rows, REGISTRY_HEADERS[id][0] ?? '', said?.text ?? '', other, faults);
  return said;
}

function contradiction(
  [row]: readonly UnitRow[],
  header: string,
  said: string,
  other: RegistryCell,
  faults: RegistryFaults,
): void {
  faults.add(
    `“${row?.name}”写了不止一行，“${header}”有的写“${whole(said)}”，有的写“${whole(other.text)}”，不知道以哪个为准`,
    other,
  );
}

function kindOf(name: string, cell: RegistryCell | undefined, faults: RegistryFaults): UnitKind {
  const said = bare(cell?.text ?? '');
  if (said === '' || cell === undefined) return kindByName(name);
  const found = Object.entries(KIND_WORDS).find(([kind, word]) => said === kind || said === word);
  if (!found) faults.add(`类别没有“${said}”，可以写：${Object.values(KIND_WORDS).join('、')}`, cell);
  return (found?.[0] as UnitKind | undefined) ?? 'other';
}

function unique<T>(items: readonly T[]): T[] {
  return Array.from(new Set(items));
}
