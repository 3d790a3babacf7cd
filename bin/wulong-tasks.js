#!/usr/bin/env node
// Node 22 and newer keep what is compiled among the temporary files, which makes the next start shorter.
require('node:module').enableCompileCache?.();
require('../dist/cli/main.js');
