import { areSameBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf } from '../model/digest.js';
import type { Earlier } from './earlier.js';
import { baseOf, endingOf, type UNCHECKED } from './layout.js';
import type { Folder, Output, Uncarried } from './planned.js';
import { isForm, originalOf } from './renew.js';

/** What is to become of a folder, as far as that is known: nothing in it is lost that people may have put there. */
export class Outcome {
  readonly outputs: Output[] = [];
  /** Files whose content has gone to others. */
  readonly remove: Output[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Why files are not among them. */
  readonly refused: Diagnostic[] = [];

  constructor(readonly folder: Folder) {}

  /** A file in its place; where the earlier one lay elsewhere, that is taken away. */
  put(file: Omit<Output, 'over' | 'from'>, { at, content }: Earlier): void {
    const isThere = at === file.name || content === null;
    this.outputs.push({ ...file, over: isThere ? content : null, ...(!isThere && { from: at }) });
    if (!isThere) this.remove.push({ name: at, content, over: content });
  }

  /**
   * Takes a file from its place; what people may have put into it is kept.
   *
   * @param kept the name under which that is kept
   * @returns where its content is now, or its name, where it is not kept
   */
  async leave(name: string, content: Uint8Array, kept = originalOf(name)): Promise<string> {
    if (this.remove.some((each) => each.name === name)) return name;
    this.remove.push({ name, content, over: content });
    const isTheirs = isForm(name) || this.folder.isChanged(name, content);
    return isTheirs ? this.keep(kept, content) : name;
  }

  /**
   * Keeps a copy of what is written over, and tells of it.
   *
   * @param mark by which every run tells of it until somebody has settled it
   */
  async keepOver(name: string, content: Uint8Array, mark: typeof UNCHECKED | null = null): Promise<void> {
    const kept = await this.keep(originalOf(name, null, null, mark), content);
    this.diagnostics.push(diagnose('output-kept', { name: kept }, name));
  }

  /** A copy under a name that nothing else has; none where the very copy is there. */
  async keep(wanted: string, content: Uint8Array, uncarried?: Uncarried): Promise<string> {
    const prepared = (name: string) => this.outputs.find((each) => each.name === name)?.content;
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${baseOf(wanted)}（${n}）${endingOf(wanted)}`;
      const { value } = await this.folder.read(name);
      const there = prepared(name) ?? value;
      if (there === null) {
        this.outputs.push({ name, content, over: null, isTheirs: true, ...(uncarried && { uncarried }) });
        return name;
      }
      if (there !== undefined && areSameBytes(bytesOf(there), content)) return name;
    }
  }
}
