// A process that lives on and runs commands one after another: loading the program and warming it up costs more than
// most notices do. A pool of them is in pool.ts.
import { main } from './main.js';
import type { Finished, Order } from './pool.js';

process.on('message', async ({ args, cwd }: Order) => {
  if (cwd !== undefined) process.chdir(cwd);
  process.send?.(await runHere(args));
});
// Whoever it worked for is gone.
process.on('disconnect', () => process.exit());

/** Runs a command and keeps what it prints. */
async function runHere(args: readonly string[]): Promise<Finished> {
  const stdout = taken(process.stdout);
  const stderr = taken(process.stderr);
  process.exitCode = 0;
  try {
    await main(args);
  } finally {
    stdout.give();
    stderr.give();
  }
  return {
    code: Number(process.exitCode),
    stdout: stdout.text(),
    stderr: stderr.text(),
    memory: process.memoryUsage.rss(),
  };
}

/** Takes what is written to a stream, until it is given back. */
function taken(stream: NodeJS.WriteStream): { readonly text: () => string; readonly give: () => void } {
  const chunks: Buffer[] = [];
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array) => {
    chunks.push(Buffer.from(chunk as string));
    return true;
  };
  return {
    text: () => Buffer.concat(chunks).toString('utf8'),
    give: () => {
      stream.write = write;
    },
  };
}
