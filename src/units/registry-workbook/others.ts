import { diagnose } from '../../model/diagnose.js';
import type { Registry } from '../../model/registry.js';
import { isoDay } from '../../words/calendar.js';
import { COLUMN_WORDS, columnRoleOf } from '../../words/column-names.js';
import { OTHER_HEADERS, OTHER_ITEMS } from '../../words/registry-words.js';
import { bare, HEADER_WITHIN, type RegistryCell, type RegistryFaults, type TextGrid } from './cells.js';

/** What is of no unit. */
export function othersIn(
  grids: readonly TextGrid[],
  file: string,
  faults: RegistryFaults,
): { registry: Pick<Registry, 'district' | 'columns' | 'seasons'>; sources: Map<string, string> } {
  const sources = new Map<string, string>();
  const columns: NonNullable<Registry['columns']> = {};
  const seasons: NonNullable<Registry['seasons']> = {};
  const district = new Map<string, string>();
  for (const [item, name, content] of otherRows(grids)) {
    const said = content.text.trim();
    const key = name.text.trim();
    if (said === '') continue;
    if (item === OTHER_ITEMS.source) sources.set(key, said);
    else if (item === OTHER_ITEMS.column) {
      const role = columnRoleOf(said);
      if (role) columns[key] = role;
      else faults.add(`没有“${said}”这种列，可以写：${Object.values(COLUMN_WORDS).join('、')}`, content);
    } else if (item === OTHER_ITEMS.season) {
      const day =
        /^(\d{2}-\d{2})$/.exec(said)?.[1] ??
        isoDay(`2024-${said.replace(/月/, '-').replace(/日$/, '')}`)?.slice(5) ??
        isoDay(said)?.slice(5);
      if (day) seasons[key] = day;
      else faults.add(`“${said}”不是几月几日，请写成 05-01`, content);
    } else district.set(item, said);
  }
  const [name, short, mark] = [OTHER_ITEMS.name, OTHER_ITEMS.short, OTHER_ITEMS.mark].map((item) =>
    district.get(item),
  );
  if (district.size > 0 && !(name && short && mark)) {
    const detail = `${[OTHER_ITEMS.name, OTHER_ITEMS.short, OTHER_ITEMS.mark].join('、')}要写就都写上`;
    faults.wrong.push(diagnose('registry-cell', { detail }, file));
  }
  return {
    sources,
    registry: {
      ...(name && short && mark && { district: { name, short, mark } }),
      ...(Object.keys(columns).length > 0 && { columns }),
      ...(Object.keys(seasons).length > 0 && { seasons }),
    },
  };
}

function otherRows(grids: readonly TextGrid[]): [item: string, name: RegistryCell, content: RegistryCell][] {
  return grids.flatMap((grid) => {
    const header = grid
      .slice(0, HEADER_WITHIN)
      .findIndex((texts) => OTHER_HEADERS.every((word) => texts.some(({ text }) => bare(text) === word)));
    if (header < 0) return [];
    const at = OTHER_HEADERS.map((word) => (grid[header] ?? []).findIndex(({ text }) => bare(text) === word));
    return grid.slice(header + 1).flatMap((texts): [string, RegistryCell, RegistryCell][] => {
      const [item, name, content] = at.map((i) => texts[i]);
      const isOurs = Object.values(OTHER_ITEMS).some((each) => each === bare(item?.text ?? ''));
      return item && name && content && isOurs ? [[bare(item.text), name, content]] : [];
    });
  });
}
