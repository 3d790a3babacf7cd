// Loaded before the program: kills it in front of the n-th thing that it does to the disk.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.STOP_BEFORE);
const turn = () => {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
};
for (const name of ['mkdir', 'open', 'rename', 'rm']) {
  const act = fs[name];
  fs[name] = (...args) => {
    turn();
    return act.apply(fs, args);
  };
}
syncBuiltinESMExports();
