// Loaded before the program: tells at its end which files it has loaded.
process.on('exit', () => process._rawDebug(Object.keys(require.cache).join('\n')));
