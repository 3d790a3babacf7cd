import type { TaskSheet } from '../model/sheet.js';
import { isBlank } from '../sheets/index.js';
import { baseOf } from './layout.js';
import type { Folder, PlannedSheet } from './planned.js';
import { asWanted, isForm, type Renewing, renewSheet, SHEET_FORMATS } from './renew.js';

/** Sheets with what people put into the forms of them that are in a folder. */
export class FilledSheets {
  /** Forms from which other files have what is filled in. */
  readonly used: string[] = [];
  /** What people have put into a unit's sheet, whichever form of it they filled in. */
  readonly #carried = new Map<string, TaskSheet>();

  constructor(
    readonly folder: Folder,
    readonly renewing: Renewing,
  ) {}

  /** From now on this is what people have put into the sheet of its unit. */
  carry(sheet: TaskSheet): void {
    this.#carried.set(sheet.unit, sheet);
  }

  /** The sheet with what people put into it; of several forms, into the first that is filled in. */
  async sheetOf(file: PlannedSheet): Promise<TaskSheet> {
    const { sheet } = file;
    const known = this.#carried.get(sheet.unit) ?? (await this.filledIn(file));
    const found = known ?? asWanted(sheet, this.renewing);
    this.carry(found);
    return found;
  }

  /** The sheet with what is in its forms; nothing where there is no form. */
  async filledIn(
    file: Pick<PlannedSheet, 'name' | 'sheet' | 'before' | 'forms'>,
  ): Promise<TaskSheet | undefined> {
    const { sheet, before, forms = [baseOf(file.name)] } = file;
    const names = forms.flatMap((base) => SHEET_FORMATS.map((format) => `${base}.${format}`));
    let blank: { readonly name: string; readonly sheet: TaskSheet } | undefined;
    for (const name of names.filter(isForm)) {
      const { value: earlier } = await this.folder.read(name);
      const renewed = earlier && (await renewSheet(sheet, name, earlier, { ...this.renewing, before })).value;
      if (!renewed) continue;
      if (isBlank(renewed.sheet)) {
        blank ??= { name, sheet: renewed.sheet };
        continue;
      }
      this.used.push(name);
      return renewed.sheet;
    }
    if (blank) this.used.push(blank.name);
    return blank?.sheet;
  }
}
