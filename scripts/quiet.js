/** Tells only of our own code: packages are as they are, and what they say of themselves hides it. */
export function onLog(level, log, tell) {
  const at = log.id ?? log.loc?.file ?? log.ids?.[0] ?? log.message;
  if (!/node_modules/.test(at)) tell(level, log);
}
