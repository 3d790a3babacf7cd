import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A command to run. */
export interface Order {
  /** What is written on the command line behind the program's name. */
  readonly args: readonly string[];
  /** The folder to run it in; without it, where the process is. */
  readonly cwd?: string;
}

/** How a command ended, and what it printed. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** How many bytes of memory the process has afterwards. */
  readonly memory: number;
}

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));

/** How much memory a process may hold on to between two commands; one that holds more makes room for a fresh one. */
const MOST_MEMORY = 512 * 1024 * 1024;

/**
 * Runs commands, as many at a time as there are cores, in processes that live on. A command that brings its process
 * down costs only itself: the next one gets a fresh process.
 *
 * @param commands what is written on the command line of each
 * @param whenDone told how each ended, `undefined` where its process did not come to the end
 */
export async function runAll(
  commands: readonly (readonly string[])[],
  whenDone: (i: number, finished: Finished | undefined) => void,
): Promise<void> {
  // All take from one queue.
  const queue = commands.entries();
  const work = async () => {
    let worker: ChildProcess | undefined;
    for (const [i, args] of queue) {
      worker ??= fork(WORKER, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      const finished = await runIn(worker, args);
      if (!finished || finished.memory > MOST_MEMORY) {
        if (worker.connected) worker.disconnect();
        worker = undefined;
      }
      whenDone(i, finished);
    }
    worker?.disconnect();
  };
  const workers = Math.min(availableParallelism(), commands.length);
  await Promise.all(Array.from({ length: workers }, work));
}

function runIn(worker: ChildProcess, args: readonly string[]): Promise<Finished | undefined> {
  return new Promise((resolve) => {
    const end = (finished?: Finished) => {
      for (const event of ['message', 'exit', 'error']) worker.removeAllListeners(event);
      // Whoever cannot be stopped any more says so to nobody.
      worker.on('error', () => undefined);
      resolve(finished);
    };
    worker.on('message', (finished) => end(finished as Finished));
    worker.on('exit', () => end());
    worker.on('error', () => end());
    worker.send({ args } satisfies Order);
  });
}
