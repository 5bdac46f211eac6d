// Loaded before a script (`node --require`): tells at the end which scripts of the bundle were read, on standard error.
const fs = require('node:fs');
const { basename } = require('node:path');

const read = new Set();
const { readFileSync } = fs;
fs.readFileSync = (path, ...rest) => {
  if (/\/dist\/[^/]+\.js$/.test(String(path))) read.add(basename(String(path)));
  return readFileSync(path, ...rest);
};
process.on('exit', () => process.stderr.write(`scripts: ${[...read].sort().join(' ')}\n`));
