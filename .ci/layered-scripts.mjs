import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { exportsOf, remembered } from './module-exports.mjs';

/**
 * A script of several that together are one program: the first starts, and each of the others is loaded with the first call
 * of one of its functions.
 *
 * @typedef {object} Layer
 * @property {string} name Of the script, without ending.
 * @property {string} [entry] What the first script exports.
 * @property {readonly string[]} rooms Files, and folders with a `/` at the end, that do not stand in scripts before this one,
 * but for what has a `!` before it. All else stands in the first script that needs it.
 */

/** What calls of a later script are made by, and what an earlier one is asked for: in both namespaces modules of the bundler's. */
const CALLED = 'called-late';
const TAKEN = 'taken-over';

/**
 * Bundles a program as scripts of CommonJS, each module of it in one of them. A module of a later script is called by functions
 * that load the script; one that exports anything else which is needed before stands with those that need it. What a later
 * script needs of an earlier one it takes from there, so that there is nothing twice.
 *
 * @param {readonly Layer[]} layers In the order in which they are loaded.
 * @param {import('esbuild').BuildOptions} options Of all builds. Paths of layers are relative to their working folder.
 * @returns {Promise<{ name: string, text: string, metafile: import('esbuild').Metafile }[]>}
 */
export async function layeredScripts(layers, options) {
  const plan = layers.map((layer) => ({
    ...layer,
    /** Paths of what stands in it. */
    files: new Set(),
    /** Those of them that are CommonJS. */
    common: new Set(),
    /** Paths of later rooms that stand in it all the same. */
    early: new Set(),
    /** Names that earlier scripts call, by path. */
    called: new Map(),
    /** Names that later scripts take, by path. */
    taken: new Map(),
  }));
  // What a script has to export is known once the others are bundled; that may change what stands in it.
  const known = remembered((_, find) => find());
  for (let before = ''; ; ) {
    const scripts = [];
    for (const at of plan.keys()) scripts.push(await bundled(plan, at, options, known));
    const now = JSON.stringify(plan, (_, value) =>
      value instanceof Set ? [...value].sort() : value instanceof Map ? [...value].sort() : value,
    );
    if (now === before) return scripts;
    before = now;
  }
}

async function bundled(plan, at, options, known) {
  const layer = plan[at];
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: undefined,
    outdir: undefined,
    outfile: `${layer.name}.js`,
    stdin: { contents: entryOf(layer), resolveDir: rootOf(options), sourcefile: `${layer.name}.js` },
    write: false,
    metafile: true,
    plugins: [borders(plan, at, options, known), ...options.plugins],
  });
  const { text } = outputFiles[0];
  const inputs = Object.entries(Object.values(metafile.outputs)[0].inputs);
  const files = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !path.includes(':'));
  layer.files = new Set(files.map(([path]) => path));
  layer.common = new Set([...layer.files].filter((path) => metafile.inputs[path]?.format === 'cjs'));
  for (const path of layer.files) if (layerOf(plan, path) > at) layer.early.add(path);
  for (const [, path, name] of text.matchAll(asked(CALLED))) {
    if (!layer.early.has(path)) note(plan[layerOf(plan, path)].called, path, name);
  }
  for (const [, path, name] of text.matchAll(asked(TAKEN))) note(plan[holderOf(plan, path)].taken, path, name);
  return { name: layer.name, text, metafile };
}

const rootOf = ({ absWorkingDir }) => absWorkingDir ?? process.cwd();

/** By what a name is asked for in another script; what the bundle has in the end is found by it. */
const keyOf = (namespace, path, name) => JSON.stringify(`${namespace} ${path} ${name}`);
const asked = (namespace) => new RegExp(`"${namespace} ([^" ]+) ([^" ]+)"`, 'g');

function note(names, path, name) {
  if (!names.has(path)) names.set(path, []);
  if (!names.get(path).includes(name)) names.get(path).push(name);
}

/** The place of the layer that a file belongs to; -1 for one that stands wherever it is needed first. */
const layerOf = (plan, path) =>
  plan.findIndex(
    ({ rooms }) =>
      !rooms.includes(`!${path}`) &&
      rooms.some((room) => room === path || (room.endsWith('/') && path.startsWith(room))),
  );

const holderOf = (plan, path) => plan.findIndex(({ files }) => files.has(path));

/** A module that exports what a script is asked for, besides what it has by itself. */
function entryOf({ called, common, entry, taken }) {
  const imports = [];
  const member = ([namespace, path, name]) => {
    const from = JSON.stringify(`./${path}`);
    const key = keyOf(namespace, path, name);
    if (common.has(path)) return `${key}: () => require(${from})`;
    imports.push(`import { ${name} as name${imports.length} } from ${from};`);
    return `${key}: () => name${imports.length - 1}`;
  };
  const members = (namespace, names) =>
    [...names].flatMap(([path, all]) => all.map((name) => member([namespace, path, name]))).join(',\n');
  const given = [members(CALLED, called), members(TAKEN, taken)].filter(Boolean).join(',\n');
  const own = entry ? `export * from ${JSON.stringify(`./${entry}`)};` : '';
  return `${imports.join('\n')}\n${own}\nlet all;\nexport const given = (name) => (all ??= {\n${given}\n})[name]();`;
}

/** @returns {import('esbuild').Plugin} What keeps a script to its own modules. */
function borders(plan, at, options, known) {
  const fileOf = ({ importer, kind, path, resolveDir }, resolve) =>
    /^\.{1,2}\/.*\.tsx?$/.test(path)
      ? relative(rootOf(options), join(resolveDir, path))
      : known(JSON.stringify([path, kind, resolveDir]), async () => {
          const found = await resolve(path, { importer, kind, resolveDir, pluginData: BY_BUNDLER });
          const isFile = found.errors.length === 0 && !found.external && found.namespace === 'file';
          return isFile ? relative(rootOf(options), found.path) : null;
        });
  const elsewhere = (file) => {
    const holder = plan.findIndex(({ files }, before) => before < at && files.has(file));
    if (holder >= 0) return { path: file, namespace: TAKEN, pluginData: plan[holder] };
    const layer = layerOf(plan, file);
    const isLater = layer > at && !plan[at].early.has(file);
    return isLater ? { path: file, namespace: CALLED, pluginData: plan[layer] } : undefined;
  };
  return {
    name: 'borders',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /./ }, async (asked) => {
        const { kind, namespace, path, pluginData } = asked;
        if (pluginData === BY_BUNDLER) return undefined;
        if (namespace === CALLED || namespace === TAKEN) {
          // Another script, or the module itself.
          return SCRIPT.test(path)
            ? { path, external: true }
            : resolve(path, { kind, resolveDir: rootOf(options), pluginData: BY_BUNDLER });
        }
        if (namespace !== 'file' || kind === 'entry-point') return undefined;
        const file = await fileOf(asked, resolve);
        return file === null ? undefined : elsewhere(file);
      });
      onLoad({ filter: /./, namespace: CALLED }, async ({ path, pluginData: { name } }) => {
        const { functions, others } = await exportsOf(join(rootOf(options), path));
        const own = others.length > 0 ? `export { ${others.join(', ')} } from ${JSON.stringify(`./${path}`)};\n` : '';
        const calls = functions.map((one, place) => exported(one, place, `late(${keyOf(CALLED, path, one)})`));
        const late = `const late = (name) => { let called; return (...given) => (called ??= require('./${name}.js').given(name))(...given); };`;
        return { contents: `${own}${late}\n${calls.join('\n')}` };
      });
      onLoad({ filter: /./, namespace: TAKEN }, async ({ path, pluginData: { common, name } }) => {
        const taken = `const taken = (name) => require('./${name}.js').given(name);`;
        if (common.has(path)) return { contents: `${taken}\nmodule.exports = taken(${keyOf(TAKEN, path, '*')});` };
        const { functions, others } = await exportsOf(join(rootOf(options), path));
        const all = [...functions, ...others].map((one, place) =>
          exported(one, place, `taken(${keyOf(TAKEN, path, one)})`),
        );
        return { contents: `${taken}\n${all.join('\n')}` };
      });
    },
  };
}

const BY_BUNDLER = 'by-bundler';
const SCRIPT = /^\.\/[^/]+\.js$/;

/** A name may be a word of the language, such as `default`. What nobody imports is left out. */
const exported = (name, place, value) =>
  `const name${place} = /* @__PURE__ */ ${value};\nexport { name${place} as ${name} };`;
