// Where the program begins.
import { main } from './main.js';

// Nothing is left to do, and nothing to print: the engine need not take its heap apart piece by piece.
process.once('beforeExit', () => process.exit());

void main(process.argv.slice(2));
