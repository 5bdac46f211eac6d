// Builds src into dist: one script that starts, one with all commands, and one with the interactive app. What is changed
// in packages on the way, and why, is told in docs/decisions/0012-what-the-build-changes.md.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { asciiScript } from './.ci/ascii-script.mjs';
import { CHANGED_PACKAGES } from './.ci/changed-packages.mjs';
import { changingPlugin } from './.ci/changing-plugin.mjs';
import { licences } from './.ci/licences.mjs';

/** What is loaded only when it is needed: scripts of their own, by the name they are imported by. */
const SEPARATE = {
  './main.ts': 'src/main.ts',
  './authoring.ts': 'src/cli/authoring.ts',
  './tui.ts': 'src/tui.ts',
  './conf-file.ts': 'src/adapters/kept/conf-file.ts',
};

/** Parts of Node that take milliseconds to load, with what we call of them: loaded with the first call. */
const LATE_PARTS = {
  'node:child_process': ['execFile', 'execFileSync', 'spawn', 'spawnSync'],
  'node:crypto': ['createHash', 'randomBytes'],
  'node:tty': ['isatty'],
  'node:v8': ['setFlagsFromString'],
};

/** @type {import('esbuild').Plugin} */
const lateParts = {
  name: 'late-parts',
  setup({ onLoad, onResolve }) {
    const lateCall = (part, name) =>
      `export const ${name} = (...given) => process.getBuiltinModule('${part}').${name}(...given);`;
    onResolve({ filter: /^node:/ }, ({ importer, path }) =>
      Object.hasOwn(LATE_PARTS, path) && !importer.includes('/node_modules/')
        ? { path, namespace: 'late-parts' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'late-parts' }, ({ path }) => ({
      contents: LATE_PARTS[path].map((name) => lateCall(path, name)).join('\n'),
    }));
  },
};

/** Packages that are set up with the first thing taken from them: most files need no reader of YAML or TOML. */
const LATE_PACKAGES = ['js-yaml', 'smol-toml'];

/** @type {import('esbuild').Plugin} */
const latePackages = {
  name: 'late-packages',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[a-z-]+$/ }, ({ kind, path }) =>
      kind === 'import-statement' && LATE_PACKAGES.includes(path) ? { path, namespace: 'late-packages' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'late-packages' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      const getters = names.map((name) => `get ${name}() { return require('${path}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };`, resolveDir: '.' };
    });
  },
};

const scriptName = (name) => basename(name, '.ts');

/** @type {import('esbuild').Plugin} */
const separateScripts = {
  name: 'separate-scripts',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' && Object.hasOwn(SEPARATE, path)
        ? { path: `./${scriptName(path)}.js`, external: true }
        : undefined,
    );
  },
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    agents: 'src/start.ts',
    ...Object.fromEntries(Object.entries(SEPARATE).map(([name, path]) => [scriptName(name), path])),
  },
  outdir: 'dist',
  bundle: true,
  // Node loads scripts faster than ES modules.
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  // Nor does it first search a script that is required for what it exports, as it does one that is imported.
  supported: { 'dynamic-import': false },
  // What is loaded as one byte a character (src/adapters/compile-cache.ts) has to be written so; see .ci/ascii-script.mjs too.
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  // Their licences are in licences.txt.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'import.meta.url': 'scriptUrl',
  },
  banner: { js: "const scriptUrl=require('node:url').pathToFileURL(__filename).href;" },
  plugins: [separateScripts, lateParts, latePackages, changingPlugin(CHANGED_PACKAGES)],
};

const { metafile } = await build(options);

const late = [
  ...Object.keys(LATE_PARTS).map((part) => `late-parts:${part}`),
  ...LATE_PACKAGES.map((name) => `late-packages:${name}`),
];
for (const name of late)
  if (!Object.hasOwn(metafile.inputs, name)) throw new Error(`${name}: is no part of the bundle`);

for (const name of readdirSync('dist').filter((name) => name.endsWith('.js'))) {
  const path = join('dist', name);
  writeFileSync(path, asciiScript(readFileSync(path, 'utf8'), path));
}
writeFileSync(join('dist', 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(join('dist', 'licences.txt'), licences(Object.keys(metafile.inputs)));
