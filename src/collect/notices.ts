import { sha256Of } from '../model/digest.js';
import type { TaskBook } from '../model/taskbook.js';

/** Whether a file is the very notice whose tasks were sent out: it lies beside the sheets, and nobody has filled it in. */
export function isNoticeOf({ source }: Pick<TaskBook, 'source'>, bytes: Uint8Array): boolean {
  return sha256Of(bytes) === source.sha256;
}
