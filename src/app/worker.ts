// What works in the background of the page: reads what was dropped, makes what is wanted.
import './older.js';
import './jitless.js';
import { diagnose } from '../index.js';
import { Desk } from './desk.js';
import { Refused } from './made.js';
import type { DeskCalls, FromWorker, Made, Shown, ToWorker } from './shown.js';
import { told } from './told.js';

/** As much of a worker as is used; its types are those of a browser. */
interface Worker {
  onmessage: (event: { readonly data: ToWorker & { readonly id: number } }) => void;
  postMessage(said: FromWorker, give?: readonly ArrayBufferLike[]): void;
}

const worker = globalThis as unknown as Worker;
const desk = new Desk((progress) => worker.postMessage({ progress }));

const DOES: { readonly [K in keyof DeskCalls]: (...args: never) => Promise<Shown | Made> } = {
  add: desk.add.bind(desk),
  remove: desk.remove.bind(desk),
  swap: desk.swap.bind(desk),
  on: desk.on.bind(desk),
  answer: desk.answer.bind(desk),
  call: desk.call.bind(desk),
  make: desk.make.bind(desk),
};

async function answer({ id, does, args }: ToWorker & { readonly id: number }): Promise<void> {
  try {
    const value = await DOES[does](...(args as never));
    worker.postMessage({ id, value });
  } catch (error) {
    const diagnostics =
      error instanceof Refused
        ? error.diagnostics
        : [diagnose('internal', { detail: error instanceof Error ? String(error.stack) : String(error) })];
    worker.postMessage({ id, failed: told(diagnostics) });
  }
}

// One after the other: each works on what the one before has left.
let last: Promise<void> = Promise.resolve();
worker.onmessage = ({ data }) => {
  last = last.then(() => answer(data));
};
worker.postMessage({ listens: true });
