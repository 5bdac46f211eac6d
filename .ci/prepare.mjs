// What npm runs before it packs or links the repository, and after it installed the packages: builds the program.
//
// `npm install --global` of a repository runs it without the packages that building needs: npm hands `--global` on to its
// own installation of them, which then installs the repository instead. So they are installed here where they lack.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
// Whoever calls npm may read from its standard output what it packed.
const npm = (...args) => execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  npm('ci', '--global=false', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}
npm('run', 'build', '--silent');
