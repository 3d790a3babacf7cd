// Loaded before the program: kills it in front of the n-th thing that it does to the disk, or keeps how the folder stands
// in front of each, which is what whoever is killed there leaves.
import { cpSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { STOP_BEFORE, KEEP_IN } = process.env;
let done = 0;
const turn = () => {
  if (String(done) === STOP_BEFORE) process.kill(process.pid, 'SIGKILL');
  if (KEEP_IN) cpSync('.', join(KEEP_IN, String(done)), { recursive: true, preserveTimestamps: true });
  done++;
};
for (const name of ['mkdir', 'open', 'rename', 'rm']) {
  const act = fs[name];
  fs[name] = (...args) => {
    turn();
    return act.apply(fs, args);
  };
}
syncBuiltinESMExports();
