const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something that must not be stopped just anywhere: whoever is asked to stop (Ctrl-C) does so at a place of his
 * own choice, and the program ends as it would have. Asked twice, it stops there and then.
 */
export async function whenAsked<T>(act: (isAsked: () => boolean) => Promise<T>): Promise<T> {
  let asked: NodeJS.Signals | undefined;
  const letGo = () => {
    for (const signal of SIGNALS) process.off(signal, take);
  };
  const take = (signal: NodeJS.Signals) => {
    // Whoever asks again waits no longer: the disk may never answer.
    if (asked) {
      letGo();
      process.kill(process.pid, signal);
    }
    asked = signal;
  };
  for (const signal of SIGNALS) process.on(signal, take);
  try {
    return await act(() => asked !== undefined);
  } finally {
    letGo();
    if (asked) {
      process.kill(process.pid, asked);
      // The signal takes effect with the next event.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
