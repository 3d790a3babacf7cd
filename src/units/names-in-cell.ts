// Several names in one cell of a workbook, as people part them and as the program writes them.

/** What parts names. */
const PARTING = /[、，,；;\n]/;
const QUOTED = /“((?:[^”]|””)*)”/y;

/** The names in a cell; one that holds what parts names stands in quotes. */
export function namesInCell(text: string, parting: RegExp = PARTING): string[] {
  const names: string[] = [];
  let name = '';
  for (let i = 0; i < text.length; i++) {
    QUOTED.lastIndex = i;
    const quoted = name.trim() === '' ? QUOTED.exec(text) : null;
    const after = quoted ? text.slice(i + quoted[0].length).replace(/^ +/, '') : '';
    if (quoted && (after === '' || parting.test(after[0] ?? ''))) {
      names.push((quoted[1] as string).replaceAll('””', '”'));
      i += quoted[0].length - 1;
      name = '';
    } else if (parting.test(text[i] as string)) {
      names.push(name.trim());
      name = '';
    } else name += text[i];
  }
  return [...names, name.trim()].filter((each) => each !== '');
}

/** Names as a cell that `namesInCell` reads, a line each. */
export function cellOfNames(names: readonly string[], parting: RegExp = PARTING): string {
  const isPlain = (name: string) => !parting.test(name) && !name.startsWith('“') && name === name.trim();
  return names.map((name) => (isPlain(name) ? name : `“${name.replaceAll('”', '””')}”`)).join('\n');
}

/** Bases hold anything but line breaks. */
export const BY_LINE = /\n/;
