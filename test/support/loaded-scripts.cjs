// Loaded before a script (`node --require`): tells at the end which scripts of the bundle were read, on standard error.
const fs = require('node:fs');
const { basename } = require('node:path');

const seen = new Set();
for (const way of ['openSync', 'readFileSync']) {
  const read = fs[way];
  fs[way] = (path, ...rest) => {
    if (/\/dist\/[^/]+\.js$/.test(String(path))) seen.add(basename(String(path)));
    return read(path, ...rest);
  };
}
process.on('exit', () => process.stderr.write(`scripts: ${[...seen].sort().join(' ')}\n`));
