// Runs commands of the built program one after another in one process, each time with the program loaded anew, and tells
// in the end which files each has loaded: loaded.cjs '[["units"],["parse","notice.txt"]]'
const { dirname, resolve, sep } = require('node:path');

const MAIN = resolve(__dirname, '../../dist/cli/main.js');
const exit = process.exit;
const commands = JSON.parse(process.argv[2]);
const loaded = [];

// The program ends its process when nothing is left to do; here the next one begins then.
process.exit = () => undefined;
process.stdout.write = process.stderr.write = () => true;
process.on('beforeExit', () => {
  loaded.push(ofProgram());
  begin();
});
begin();

function begin() {
  const command = commands[loaded.length];
  if (command === undefined) {
    process._rawDebug(JSON.stringify(loaded));
    exit(0);
  }
  for (const name of ofProgram()) delete require.cache[name];
  process.argv = [process.execPath, MAIN, ...command];
  require(MAIN);
}

function ofProgram() {
  return Object.keys(require.cache).filter((name) => name.startsWith(dirname(MAIN) + sep));
}
