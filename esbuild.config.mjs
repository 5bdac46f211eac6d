// Builds src into dist: one script that starts, one with all commands, one with the interactive app, and a module for other
// programs. What is changed in packages on the way, and why, is told in docs/decisions/0013-what-the-build-changes.md.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import react from 'react';
import { asciiScript } from './.ci/ascii-script.mjs';
import { CHANGED_FOR_ANY_ENGINE, CHANGED_PACKAGES } from './.ci/changed-packages.mjs';
import { changingPlugin } from './.ci/changing-plugin.mjs';
import { declarations } from './.ci/declarations.mjs';
import { layeredScripts } from './.ci/layered-scripts.mjs';
import { licences } from './.ci/licences.mjs';

/** What the app has in its scripts, and the commands when they need it. */
const AT_ONCE_IN_APP = ['src/app/keys/own-keys.ts', 'src/adapters/kept/project-recipes.ts'];

/** What is loaded only when it is needed: scripts of their own, from wherever they are imported late. */
const SEPARATE = [
  'src/main.ts',
  'src/cli/authoring.ts',
  'src/cli/reading.ts',
  'src/cli/guide/guide.ts',
  'src/adapters/kept/conf-file.ts',
  ...AT_ONCE_IN_APP,
];

/**
 * The app: what the list and its search need, what reading and judging files needs, and what compares and composes.
 *
 * @type {readonly import('./.ci/layered-scripts.mjs').Layer[]}
 */
const APP = [
  { name: 'tui', entry: 'src/tui.ts', rooms: [] },
  {
    name: 'tui-reading',
    rooms: [
      ...['reading', 'lint', 'naming', 'sections', 'rendering'].map((room) => `src/core/${room}/`),
      'src/core/formats/loading/',
      'src/core/formats/converting/',
    ],
  },
  {
    name: 'tui-workbench',
    rooms: [
      ...['compose', 'merging', 'passages', 'recipe', 'rivals', 'settling', 'topics', 'twins', 'union'].map(
        (room) => `src/core/${room}/`,
      ),
      ...['compare', 'compose', 'reader', 'recompose', 'save', 'tour'].map((room) => `src/app/${room}/`),
      ...['compare', 'compose', 'dialogs', 'reader', 'recompose', 'save'].map((room) => `src/ui/views/${room}/`),
      'src/core/draft/draft-file.ts',
      'src/ui/linear/',
      // Asked with every action, they mostly have nothing to do.
      '!src/app/compare/judged-rows.ts',
      '!src/app/compare/topics-asked.ts',
      '!src/app/compose/result-topic.ts',
    ],
  },
];

/** What is loaded with the first call of its one function, and stands in no other script: by the end of its path. */
const LATE_SCRIPTS = {
  'everyday-texts': { path: 'src/core/search/words/everyday/everyday-texts.ts', name: 'everydayTexts' },
};

/** @type {import('esbuild').Plugin} */
const lateScripts = {
  name: 'late-scripts',
  setup({ onLoad, onResolve }) {
    const scriptOf = (path) => LATE_SCRIPTS[basename(path, '.ts')];
    onResolve({ filter: /./ }, ({ kind, namespace, path }) => {
      if (namespace === 'late-scripts') return { path, external: true };
      return kind === 'import-statement' && scriptOf(path) ? { path, namespace: 'late-scripts' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'late-scripts' }, ({ path }) => {
      const { name } = scriptOf(path);
      return { contents: `export const ${name} = () => require('./${basename(path, '.ts')}.js').${name}();` };
    });
  },
};

/** Parts of Node that take up to a millisecond to load: each is, with the first call of one of its functions. */
const LATE_PARTS = ['node:child_process', 'node:crypto', 'node:fs/promises', 'node:readline', 'node:tty', 'node:v8'];

/** @type {import('esbuild').Plugin} */
const lateParts = {
  name: 'late-parts',
  setup({ onLoad, onResolve }) {
    const lateCall = (part, name) =>
      `export const ${name} = (...given) => process.getBuiltinModule('${part}').${name}(...given);`;
    onResolve({ filter: /^node:/ }, ({ importer, path }) =>
      LATE_PARTS.includes(path) && !importer.includes('/node_modules/') ? { path, namespace: 'late-parts' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'late-parts' }, ({ path }) => {
      const functions = Object.entries(process.getBuiltinModule(path)).filter(
        ([, value]) => typeof value === 'function',
      );
      return { contents: functions.map(([name]) => lateCall(path, name)).join('\n') };
    });
  },
};

/**
 * The process as it is known everywhere: what imports a part of Node as its default gets a copy of its names each time,
 * and nearly every file imports this one.
 *
 * @type {import('esbuild').Plugin}
 */
const oneProcess = {
  name: 'one-process',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^node:process$/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'one-process' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'one-process' }, () => ({
      contents: 'export default process;\nexport const { env } = process;',
    }));
  },
};

/**
 * React likewise: its names would be copied for each file that imports it.
 *
 * @type {import('esbuild').Plugin}
 */
const oneReact = {
  name: 'one-react',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^react$/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'one-react' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'one-react' }, () => ({
      contents: `const react = require('react');\nexport default react;\nexport const { ${Object.keys(react).join(', ')} } = react;`,
      resolveDir: import.meta.dirname,
    }));
  },
};

const scriptName = (path) => basename(path, '.ts');

/** @type {import('esbuild').Plugin} */
const separateScripts = {
  name: 'separate-scripts',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import' &&
      [...SEPARATE, APP[0].entry].includes(relative(import.meta.dirname, join(resolveDir, path)))
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
    'watchdog-thread': 'src/adapters/stopping/watchdog-thread.ts',
    ...Object.fromEntries(SEPARATE.map((path) => [scriptName(path), path])),
    ...Object.fromEntries(Object.entries(LATE_SCRIPTS).map(([name, { path }]) => [name, path])),
  },
  outdir: 'dist',
  bundle: true,
  // Node loads scripts faster than ES modules.
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  jsx: 'automatic',
  // Nor does it first search a script that is required for what it exports, as it does one that is imported.
  supported: { 'dynamic-import': false },
  // What is loaded as one byte a character (src/adapters/compiled/compile-cache.ts) has to be written so; see .ci/ascii-script.mjs too.
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
    // Of `performance` all of `node:perf_hooks` is loaded.
    performance: 'sinceLoaded',
  },
  banner: {
    js: [
      "const scriptUrl=require('node:url').pathToFileURL(__filename).href;",
      'const sinceLoaded={start:process.hrtime(),now(){const[s,n]=process.hrtime(this.start);return s*1e3+n/1e6}};',
    ].join(''),
  },
  plugins: [
    separateScripts,
    lateScripts,
    lateParts,
    oneProcess,
    oneReact,
    changingPlugin(CHANGED_PACKAGES, () => isAppBundled),
  ],
};

let isAppBundled = false;
const app = await layeredScripts(APP, options);
for (const { name, text } of app) writeFileSync(join('dist', `${name}.js`), text);
isAppBundled = true;
const { metafile } = await build(options);
const metafiles = [...app.map((script) => script.metafile), metafile];
const isBundled = (name) => metafiles.some(({ inputs }) => Object.hasOwn(inputs, name));

for (const part of LATE_PARTS) {
  if (!isBundled(`late-parts:${part}`)) throw new Error(`${part}: is to be loaded late, and is never`);
}

for (const [output, { entryPoint, inputs }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs))) {
  const twice = SEPARATE.find((path) => ![entryPoint, ...AT_ONCE_IN_APP].includes(path) && Object.hasOwn(inputs, path));
  if (twice) throw new Error(`${twice}: is to be a script of its own, and stands in ${output} too`);
}

for (const name of readdirSync('dist').filter((name) => name.endsWith('.js'))) {
  const path = join('dist', name);
  writeFileSync(path, asciiScript(readFileSync(path, 'utf8'), path));
}

// A module that runs wherever there is an engine, with the types of what it exports.
await build({
  entryPoints: { api: 'src/api/api.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2023',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [changingPlugin(CHANGED_FOR_ANY_ENGINE)],
});
writeFileSync(join('dist', 'api.d.mts'), declarations());
writeFileSync(join('dist', 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(
  join('dist', 'licences.txt'),
  licences(metafiles.flatMap(({ inputs }) => Object.keys(inputs).filter((path) => !path.includes(':')))),
);
