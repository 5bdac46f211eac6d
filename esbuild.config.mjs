// Builds src into dist: one script that starts, one with all commands, and one with the interactive app. What is changed
// in packages on the way, and why, is told in docs/decisions/0006-bundled-ink.md.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { asciiScript } from './.ci/ascii-script.mjs';
import { licences } from './.ci/licences.mjs';
import { PUT_OFF, replaced } from './.ci/put-off-work.mjs';

/** Modules that stand in for others. Each tells in its own file what for. */
const STAND_INS = {
  'is-in-ci/index.js': 'src/ui/ink/never-in-ci.ts',
  'terminal-size/index.js': 'src/ui/ink/no-terminal-size.ts',
  'widest-line/index.js': 'src/ui/ink/widest-line.ts',
  'ink/build/output.js': 'src/ui/ink/output.ts',
  'ink/build/measure-text.js': 'src/ui/ink/measure-text.ts',
  'ink/build/sanitize-ansi.js': 'src/ui/ink/sanitize-ansi.ts',
  'ink/build/components/ErrorOverview.js': 'src/ui/ink/no-error-overview.ts',
};

const packagePath = (name) => new RegExp(`node_modules/${name.replace(/[.]/g, '\\.')}$`);

/** @type {import('esbuild').Plugin} */
const leanPackages = {
  name: 'lean-packages',
  setup({ onLoad }) {
    for (const [name, path] of Object.entries(STAND_INS)) {
      onLoad({ filter: packagePath(name) }, async () => ({
        contents: await readFile(path, 'utf8'),
        loader: 'ts',
        resolveDir: dirname(resolve(path)),
      }));
    }
    for (const [name, changes] of Object.entries(PUT_OFF)) {
      onLoad({ filter: packagePath(name) }, async ({ path }) => ({
        contents: changes.reduce(replaced, await readFile(path, 'utf8')),
      }));
    }
    onLoad({ filter: packagePath('yoga-layout/dist/src/index.js') }, async ({ path }) => ({
      contents: replaced(await readFile(path, 'utf8'), [
        'const Yoga = wrapAssembly(await loadYoga());',
        `import { readFileSync } from 'node:fs';
        const library = {
          instantiateWasm(imports, receive) {
            const code = readFileSync(new URL('./yoga.wasm', import.meta.url));
            receive(new WebAssembly.Instance(new WebAssembly.Module(code), imports));
            return {};
          },
        };
        loadYoga(library);
        const Yoga = wrapAssembly(library);`,
      ]),
    }));
    // Decoding the WebAssembly out of the script, by a fetch of its own text, takes longer than all else Yoga does.
    onLoad({ filter: packagePath('yoga-layout/dist/binaries/yoga-wasm-base64-esm.js') }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [whole, code] = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]{1000,})/.exec(source) ?? [];
      if (!code) throw new Error('Yoga holds its WebAssembly in another way than it did');
      writeFileSync(join('dist', 'yoga.wasm'), Buffer.from(code, 'base64'));
      return { contents: source.replace(whole, '') };
    });
  },
};

/** What is loaded only when it is needed: scripts of their own, by the name they are imported by. */
const SEPARATE = {
  './main.ts': 'src/main.ts',
  './authoring.ts': 'src/cli/authoring.ts',
  './adapters/drafts-folder.ts': 'src/adapters/drafts-folder.ts',
  './adapters/recipes-folder.ts': 'src/adapters/recipes-folder.ts',
  './tui.ts': 'src/tui.ts',
  './conf-file.ts': 'src/adapters/conf-file.ts',
};

/** Parts of Node that take milliseconds to load, with what we call of them: loaded with the first call. */
const LATE_PARTS = {
  'node:child_process': ['execFileSync', 'spawn', 'spawnSync'],
  'node:crypto': ['createHash', 'randomBytes'],
  'node:fs/promises': ['link', 'lstat', 'mkdir', 'open', 'readdir', 'realpath', 'rename', 'rm', 'stat'],
  'node:readline': ['createInterface'],
  'node:tty': ['isatty'],
  'node:v8': ['setFlagsFromString'],
};

/** @type {import('esbuild').Plugin} */
const lateParts = {
  name: 'late-parts',
  setup({ onLoad, onResolve }) {
    // Importing it copies all it has, for each file that does so.
    onResolve({ filter: /^node:process$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'process', namespace: 'process' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'process' }, () => ({ contents: 'export default process;' }));
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
  // One measure for all: packages of Ink bring older versions.
  alias: { 'string-width': './node_modules/string-width/index.js' },
  plugins: [separateScripts, lateParts, latePackages, leanPackages],
};

const { metafile } = await build(options);

for (const name of readdirSync('dist').filter((name) => name.endsWith('.js'))) {
  const path = join('dist', name);
  writeFileSync(path, asciiScript(readFileSync(path, 'utf8'), path));
}
writeFileSync(join('dist', 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(join('dist', 'licences.txt'), licences(Object.keys(metafile.inputs)));
