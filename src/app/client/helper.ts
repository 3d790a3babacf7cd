import { gunzipSync } from 'fflate';
import type { DeskCalls, Dropped, FromWorker, Progress, ToldInWords, ToWorker } from '../shown.js';
import { fromText } from '../text.js';

/** What could not be done, in words. */
export class Failed extends Error {
  constructor(readonly told: readonly ToldInWords[]) {
    super(told.map(({ text }) => text).join('\n'));
  }
}

/** Asks the worker for something. */
export type AskDesk = <K extends keyof DeskCalls>(
  does: K,
  ...args: Parameters<DeskCalls[K]>
) => Promise<ReturnType<DeskCalls[K]>>;

interface Policy {
  createScriptURL(url: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/**
 * Starts the worker, whose program is in the page, packed: no file on a disk may start one from another file.
 *
 * @param tell is told how far it is
 * @returns when the worker listens
 * @throws where the browser has no workers
 */
export async function startWorker(tell: (progress: Progress) => void): Promise<AskDesk> {
  const address = URL.createObjectURL(await program());
  // The only address that the page's policy lets be run.
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const policy = policies?.createPolicy('wulong-tasks', { createScriptURL: (url) => url });
  const worker = new Worker(policy ? policy.createScriptURL(address) : address);
  const waiting = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
  const listens = new Promise<void>((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('listens' in data) return done();
      if ('progress' in data) return tell(data.progress);
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failed' in data) asked?.failed(new Failed(data.failed));
      else asked?.done(data.value as never);
    };
    worker.onerror = (event) => {
      // Nothing that was asked for will be answered.
      const text = `程序停了：${event.message || '内存不够，或浏览器太旧'}。请重新打开这个文件；还不行就换一个新一点的浏览器。`;
      const stopped = new Failed([{ severity: 'error', place: '', text, code: 'internal' }]);
      failed(stopped);
      for (const asked of waiting.values()) asked.failed(stopped);
      waiting.clear();
    };
  });
  await listens;
  let next = 0;
  return (does, ...args) =>
    new Promise((done, failed) => {
      const id = next++;
      waiting.set(id, { done, failed });
      // Large files are handed over, not copied.
      const files = does === 'add' ? (args[0] as readonly Dropped[]) : [];
      const handed = files.flatMap(({ bytes }) => (bytes ? [bytes.buffer as ArrayBuffer] : []));
      worker.postMessage({ id, does, args } as ToWorker & { id: number }, handed);
    });
}

/** The program of the worker. */
async function program(): Promise<Blob> {
  const packed = fromText(document.getElementById('worker')?.textContent ?? '');
  const type = 'text/javascript';
  // Browsers of four years ago unpack nothing by themselves.
  if (!('DecompressionStream' in globalThis))
    return new Blob([gunzipSync(packed) as Uint8Array<ArrayBuffer>], { type });
  const unpacked = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked, { headers: { 'content-type': type } }).blob();
}
