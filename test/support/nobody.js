// Loaded before the program: makes of root somebody to whom folders and files can be closed.
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(Number(process.env.NOBODY));
  process.setuid?.(Number(process.env.NOBODY));
}
