import { diagnose, type Folder, type Output, type Prepared } from '../../src/index.js';

/** A folder that is on no disk: what files hold, by their names. */
export class VirtualFolder implements Folder {
  readonly #written = new Map<string, Buffer>();
  readonly uncarried = new Map<string, readonly string[]>();

  constructor(readonly files: Map<string, Buffer> = new Map()) {}

  async read(name: string) {
    return { value: this.files.get(name) ?? null, diagnostics: [] };
  }

  /** Files that the program has not written are not written over. */
  async check(names: readonly string[]) {
    const taken = names.filter((name) => this.files.has(name) && !this.#written.get(name));
    if (taken.length === 0) return { value: true as const, diagnostics: [] };
    return { diagnostics: taken.map((path) => diagnose('output-exists', { path })) };
  }

  isChanged(name: string, content: Uint8Array): boolean {
    const known = this.#written.get(name);
    return known !== undefined && !known.equals(content);
  }

  async beside(): Promise<string[]> {
    return [...this.files.keys()].sort();
  }

  /** Puts files into their places, as a run of the program does. */
  commit({
    outputs,
    remove,
    settled = [],
  }: Pick<Prepared, 'outputs' | 'remove'> & Partial<Pick<Prepared, 'settled'>>): void {
    for (const said of settled) this.uncarried.set(said, []);
    for (const { name } of remove) this.#take(name);
    for (const { name, content, isTheirs, uncarried } of outputs) {
      if (uncarried) this.uncarried.set(uncarried.said, uncarried.units);
      const bytes = Buffer.from(content);
      this.files.set(name, bytes);
      if (!isTheirs) this.#written.set(name, bytes);
    }
  }

  #take(name: Output['name']): void {
    this.files.delete(name);
    this.#written.delete(name);
  }
}
