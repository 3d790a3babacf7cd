// Loaded before the program: a file of this name is open in another program, as Windows says it.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const name = process.env.LOCKED;
for (const act of ['open', 'readFile']) {
  const own = fs[act];
  fs[act] = (path, ...args) => {
    if (!String(path).endsWith(name)) return own.call(fs, path, ...args);
    return Promise.reject(Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' }));
  };
}
syncBuiltinESMExports();
