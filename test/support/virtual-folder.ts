import { diagnose, type Folder, type Output, type Prepared } from '../../src/index.js';

/** A folder that is on no disk: what files hold, by their names. */
export class VirtualFolder implements Folder {
  readonly #written = new Map<string, Buffer>();

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
    return [...this.files.keys()].filter((name) => !name.startsWith('原件/')).sort();
  }

  /** Puts files into their places, as a run of the program does. */
  commit({ outputs, remove }: Pick<Prepared, 'outputs' | 'remove'>): void {
    for (const { name } of remove) this.#take(name);
    for (const { name, content, isTheirs } of outputs) {
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
