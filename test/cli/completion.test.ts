// Completion as a person meets it: a real bash, with the package bash-completion and without it.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, emptyFolder, folderWithSmallNotice, run } from '../support/program.js';

const PACKAGE = '/usr/share/bash-completion/bash_completion';

/** What bash offers for a line, by the function that the script names for the program. */
const ASK = `
ask() {
    COMP_LINE=$1 COMP_POINT=\${#1}
    read -ra COMP_WORDS <<< "$1"
    [[ $1 == *' ' ]] && COMP_WORDS+=("")
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)) COMPREPLY=()
    local registered=$(complete -p wulong-tasks)
    local called=\${registered##*-F }
    \${called%% *} wulong-tasks "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD - 1]}"
    # What bash itself does where nothing is offered, and nothing said against it.
    if [[ \${#COMPREPLY[@]} -eq 0 && $registered == *'-o default'* && -z $none ]]; then
        COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
    fi
    printf '%s\\n' "\${COMPREPLY[@]}"
}
compopt() { [[ $* == '+o default' ]] && none=1; }
`;

/** What bash offers for each of some lines, in a shell that has read the script as when .bashrc is read a second time. */
function bash(folder: string, lines: readonly string[], before: string): string[][] {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const program = join(folder, 'bin', 'wulong-tasks');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(program, 0o755);
  const source = 'source <(wulong-tasks completion bash)';
  // What one line leaves behind is none of the next one's.
  const asked = lines.flatMap((line) => [`(ask '${line}')`, `echo '${END}'`]);
  const script = [before, source, source, ASK, ...asked].join('\n');
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
  const out = execFileSync('bash', ['--norc', '-c', `exec 2>&1\n${script}`], { cwd: folder, env });
  const offered = out.toString('utf8').split(`${END}\n`).slice(0, -1);
  return offered.map((each) => each.split('\n').filter(Boolean).sort());
}

const END = '——';

const SHELLS: [name: string, before: string][] = [['without the package', '']];
if (existsSync(PACKAGE)) SHELLS.push(['with the package', `source ${PACKAGE}`]);

const OFFERED: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ['wulong-tasks parse 通', ['通知.txt']],
  ['wulong-tasks build 通', ['通知.txt']],
  ['wulong-tasks collect 收', ['收回']],
  ['wulong-tasks export --from 通', ['通知.txt']],
  ['wulong-tasks parse 通知.txt -o 通', ['通知.txt']],
  ['wulong-tasks tasks --role ', ['lead', 'responsible', '牵头', '责任']],
  ['wulong-tasks tasks --degree 点', ['点名']],
  ['wulong-tasks schema r', ['registry', 'revision', 'roll-up']],
  ['wulong-tasks com', ['completion']],
];

describe.each(SHELLS)('bash %s', (_, before) => {
  it('offers what a line may go on with', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '通知.txt'), '');
    mkdirSync(join(folder, '收回'));
    const lines = OFFERED.map(([line]) => line);
    const offered = bash(folder, lines, before).map((each, i) => [lines[i], each]);
    expect(offered).toEqual(OFFERED);
  });

  it('offers the units of the task book', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['parse', 'notice.txt']);
    const lines = ['wulong-tasks export 县水', 'wulong-tasks tasks --unit 县民'];
    expect(bash(folder, lines, before)).toEqual([['县水利局'], ['县民政局']]);
  });
});
