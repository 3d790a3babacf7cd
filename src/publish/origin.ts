import { sha256Of } from '../model/digest.js';
import type { TaskBook } from '../model/taskbook.js';

/** What the files of a folder were made from. */
export interface Origin {
  /** SHA-256 of the notice's file. */
  readonly notice: string;
  /** SHA-256 of the unit names and groups that it was read with. */
  readonly registry: string;
}

/** What files made from a task book are made from. */
export function originOf({ source, district, units, groups }: TaskBook): Origin {
  const names = JSON.stringify({ district, units, groups });
  return { notice: source.sha256, registry: sha256Of(names) };
}
