/** A bar on the terminal that shows how many of `total` steps are done; in a pipe there is none. */
export async function progress(what: string, total: number): Promise<{ step: () => void; stop: () => void }> {
  if (!process.stderr.isTTY || total < 2) return { step: () => {}, stop: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: `${what} {bar} {value}/{total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    // Ctrl-C ends the program there and then: nothing of the terminal is changed that had to be put back.
    gracefulExit: false,
    linewrap: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
