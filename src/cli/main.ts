import './engine.js';
import { CommanderError } from 'commander';
import { type Diagnostic, diagnose } from '../index.js';
import { usageMessage } from './chinese.js';
import { program } from './program.js';
import { runToJson } from './run-json.js';
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

/** What ended a command; nothing where it was asked for, as help is. */
function toldOf(error: unknown, args: readonly string[]): readonly Diagnostic[] {
  if (error instanceof Failure) return error.diagnostics;
  if (!(error instanceof CommanderError)) return [diagnose('internal', { detail: stackOf(error) })];
  return error.exitCode === 0 ? [] : [usageMessage(error, commandIn(args))];
}

/** Help on a command that there is not is answered as the command itself is. */
function helped(args: readonly string[]): readonly string[] {
  const [first, name] = args;
  return first === 'help' && name !== undefined && commandIn([name]) === undefined ? [name] : args;
}

/** The command that is written, if there is such a one. */
function commandIn([first]: readonly string[]): string | undefined {
  return program.commands.find((each) => each.name() === first)?.name();
}

/**
 * Runs a command to its end. What it prints goes to the process's own streams, and how it ended is the process's exit
 * code; it may be called again.
 *
 * @param args what is written on the command line behind the program's name
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    if (args[0] === 'complete' && args[1] === '--')
      await (await import('./completion.js')).suggest(program, args.slice(2));
    else if (!(await isFileAlone(args))) await program.parseAsync(helped(args), { from: 'user' });
  } catch (error) {
    const told = toldOf(error, args);
    if (told.length === 0) return;
    // A program that waits for JSON gets it however the command ends.
    if (args.includes('--report-json')) print(runToJson({ written: [], told }));
    finish(told);
  }
}
