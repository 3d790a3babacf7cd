import { CommanderError } from 'commander';
import { diagnose } from '../index.js';
import { usageMessage } from './chinese.js';
import { complete, program } from './program.js';
import { Failure, finish, print } from './terminal.js';

function stackOf(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}

/** Whether a file or folder stands where a command should; then it is told what can be done with it. */
async function isFileAlone([first = '']: readonly string[]): Promise<boolean> {
  if (first === '' || first.startsWith('-') || program.commands.some((each) => each.name() === first))
    return false;
  const { whatToDo } = await import('./alone.js');
  const words = await whatToDo(first);
  if (words === undefined) return false;
  print(words);
  process.exitCode = 2;
  return true;
}

/**
 * Runs a command to its end. What it prints goes to the process's own streams, and how it ended is the process's exit
 * code; it may be called again.
 *
 * @param args what is written on the command line behind the program's name
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    if (args[0] === 'complete') await complete(args);
    else if (!(await isFileAlone(args))) await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof Failure) finish(error.diagnostics);
    else if (!(error instanceof CommanderError)) finish([diagnose('internal', { detail: stackOf(error) })]);
    else if (error.exitCode !== 0) finish([usageMessage(error)]);
  }
}
