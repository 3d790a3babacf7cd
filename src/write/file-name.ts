import filenamify from 'filenamify/browser';

/** Longest base name, in characters: three bytes each in UTF-8, it stays under 255 with an extension. */
const MAX_LENGTH = 70;

/**
 * A name that is safe for a file on Windows, macOS and Linux and stays in its folder, and as near to
 * the wanted one as can be: no separators, reserved names, control or invisible characters.
 */
function safeFileName(wanted: string): string {
  const name = filenamify(wanted, { replacement: '_', maxLength: MAX_LENGTH }) || '_';
  // A dash makes it an option of a command, ~$ is Excel’s own, and a dot hides it.
  return name.replace(/^[-~.]/, '_');
}

/** Safe names for several files, no two alike even where letter case does not count. */
export function safeFileNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = safeFileName(name);
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${base}-${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
