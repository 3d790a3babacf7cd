import tab from '@bomb.sh/tab/commander';
import type { Command, Option } from 'commander';
import { CodedOption } from './options.js';

/** What is asked for that no list of the program has: names of files, which the shell knows best, and of units. */
type NamedValue = 'file' | 'unit';

/** What is to be written for `<notice>`, `[unit]` and so on. */
const PLACEHOLDERS: Readonly<Record<string, NamedValue>> = {
  notice: 'file',
  file: 'file',
  folder: 'file',
  old: 'file',
  new: 'file',
  unit: 'unit',
  units: 'unit',
};

/** How the scripts are told that the shell's own file names are wanted, or nothing but what is listed. */
const FILES_TOO = ':0';
const ONLY_THESE = ':4';

/**
 * Prints what may stand next on a command line, as the scripts for shells ask for it.
 *
 * @param words what is written behind the program's name, the last of them not to its end
 */
export async function suggest(program: Command, words: readonly string[]): Promise<void> {
  let named: NamedValue | undefined;
  const all = suggestionsOf(program, (what) => {
    named = what;
  });
  const lines = printedBy(() => all.parse([...words]));
  const listed = lines.filter((line) => !line.startsWith(':'));
  const beginning = words.at(-1) ?? '';
  const units = named === 'unit' ? await (await import('./unit-names.js')).unitNames() : [];
  listed.push(...units.filter((name) => name.startsWith(beginning)));
  process.stdout.write(`${[...listed, named === 'file' ? FILES_TOO : ONLY_THESE].join('\n')}\n`);
}

/** The package's own list of all commands, with what our options and arguments take. */
function suggestionsOf(program: Command, asks: (what: NamedValue) => void) {
  const all = tab(program);
  // What the scripts call is nothing that people type.
  all.commands.delete('complete');
  for (const command of program.commands) {
    const known = all.commands.get(command.name());
    if (!known) continue;
    for (const option of command.options) {
      const suggested = known.options.get(option.long?.slice(2) ?? '');
      const what = PLACEHOLDERS[placeholderOf(option)];
      if (!suggested) continue;
      if (what) suggested.handler = () => asks(what);
      if (option instanceof CodedOption) {
        suggested.handler = (complete) => {
          for (const [code, word] of Object.entries(option.words)) {
            complete(word, code);
            complete(code, word);
          }
        };
      }
    }
    for (const argument of command.registeredArguments) {
      const suggested = known.arguments.get(argument.name());
      const what = PLACEHOLDERS[argument.name()];
      if (suggested && what) suggested.handler = () => asks(what);
    }
  }
  return all;
}

function placeholderOf({ flags }: Option): string {
  return /[<[]([^<>[\]]+)/.exec(flags)?.[1] ?? '';
}

/** In bash without the package bash-completion, what the script needs of it: words that `=` and `:` do not part. */
const WORDS_OF_BASH = `if ! declare -F _get_comp_words_by_ref > /dev/null; then
    _get_comp_words_by_ref() {
        local i word last
        words=()
        for ((i = 0; i <= COMP_CWORD; i++)); do
            word=\${COMP_WORDS[i]}
            last=$((\${#words[@]} - 1))
            if [[ $last -gt 0 && ( $word == [=:]* || \${words[last]} == *[=:] ) ]]; then
                words[last]+=$word
            else
                words+=("$word")
            fi
        done
        cword=$((\${#words[@]} - 1))
        cur=\${words[cword]}
        prev=\${words[cword - 1]}
    }
fi
`;

/** Prints the script by which a shell asks the program. */
export function printScript(program: Command, shell: string): void {
  const name = program.name();
  const script = printedBy(() => suggestionsOf(program, () => {}).setup(name, name, shell)).join('\n');
  process.stdout.write(`${shell === 'bash' ? forBash(script, name) : script}\n`);
}

/** The package's script, with file names where nothing is listed, and such that it may be run twice in a shell. */
function forBash(script: string, name: string): string {
  const [, called = ''] = new RegExp(`^complete -F (\\S+) ${name}$`, 'm').exec(script) ?? [];
  return [
    WORDS_OF_BASH,
    script.replaceAll(/^readonly /gm, ''),
    `complete -o bashdefault -o default -F ${called} ${name}`,
  ].join('\n');
}

/** What is printed meanwhile, line by line: the package prints, and gives nothing back. */
function printedBy(work: () => void): string[] {
  const { log } = console;
  const lines: string[] = [];
  console.log = (text: string) => lines.push(...text.split('\n'));
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines;
}
