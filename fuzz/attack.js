// Tries an attack on a pattern, in a thread that can be stopped, and says whether it is one.
import { parentPort, workerData } from 'node:worker_threads';

/** How many times longer the second text is, and how many times longer it may take: less than its square. */
const LONGER = 4;
const SLOWER = 9;

/** Whether a text takes out of proportion longer than a shorter one. */
function takesLonger({ source, flags, pumps, suffix }) {
  const pattern = new RegExp(source, flags);
  const textOf = (times) => pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  const take = (text) => {
    const from = performance.now();
    for (let i = 0; i < 3; i++) text.replace(pattern, '');
    return performance.now() - from;
  };
  for (let times = 50; ; times *= 2) {
    const short = take(textOf(times));
    if (short < 20 && times < 1e6) continue;
    const isSlow = () => take(textOf(times * LONGER)) > short * SLOWER;
    // Once may be the machine's doing.
    return isSlow() && isSlow();
  }
}

parentPort.postMessage(takesLonger(workerData));
