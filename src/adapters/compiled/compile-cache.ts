import { closeSync, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { once } from '../../kit/once.ts';
import { keepBytes, keptBytes, removeOldest } from './kept-bytes.ts';
import { privateFolder } from './private-folder.ts';

/**
 * Load a script of the bundle with what V8 made of it the last time: compiling takes a third of the time to the first
 * frame.
 *
 * What is kept runs, and V8 believes most of it. So it is taken only from where nobody else can have put it
 * (`privateFolder`), and only as it was written (`sealed`); why and how is told in docs/decisions/0011-compiled-code.md.
 * Where nothing fits, or nothing can be kept, the script is compiled as usual. All of it can be deleted at any time.
 * `NODE_DISABLE_COMPILE_CACHE` turns it off, as in Node.
 *
 * From 22.1 on Node does this by itself, and only the folder is ours.
 *
 * @param file Absolute path of a CommonJS script in ASCII, which requires parts of Node and scripts beside it.
 * @param place Absolute path of the folder where compiled scripts are kept, made if missing; `null` for none.
 * @param task In a word, what the program is asked to do: of each script is kept what each task needs of it. Node knows
 * no tasks: it keeps what is compiled before anything is called.
 * @returns What the script exports.
 */
export function loadScript(file: string, place: string | null, task: string): unknown {
  const { createRequire, enableCompileCache }: ModulePart = process.getBuiltinModule('node:module');
  const folder = place === null || process.env.NODE_DISABLE_COMPILE_CACHE ? null : privateFolder(place);
  if (folder !== null && enableCompileCache === undefined) return loadKept(file, folder, task);
  const given = folder === null ? null : folderForNode(join(folder, keptName(file, 'node')));
  if (given !== null) enableCompileCache?.(given);
  return createRequire(file)(file);
}

/** How much is kept, of all builds and tasks. A word that is no command opens a folder, and there may be many of those. */
const MOST_KEPT = { files: 40 };

/** With what Node 20 does not have. */
type ModulePart = typeof import('node:module') & { readonly enableCompileCache?: (folder: string) => unknown };

/** A folder that Node fills: it makes files and folders with the rights that the user gives to new ones. */
function folderForNode(path: string): string | null {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) removeOldest(dirname(path), MOST_KEPT);
    return privateFolder(path, { closed: true });
  } catch {
    return null;
  }
}

/** What was loaded, by its path: scripts that are one program require each other. */
const loadedScripts = once(() => new Map<string, { exports: unknown }>());

function loadKept(file: string, folder: string, task: string): unknown {
  const before = loadedScripts().get(file);
  if (before) return before.exports;
  const script = readWrapped(file);
  const path = join(folder, keptName(file, task));
  const origin = [Buffer.from(JSON.stringify(compiler())), script];
  const cachedData = keptBytes(path, origin);
  const compiled = new Script(script.toString('latin1'), { filename: file, ...(cachedData && { cachedData }) });
  if (!cachedData || compiled.cachedDataRejected) {
    keepAtExit(compiled, (bytes) => keepBytes(path, origin, bytes, MOST_KEPT));
  }
  const loaded = { exports: {} };
  loadedScripts().set(file, loaded);
  compiled.runInThisContext()(loaded.exports, requireFrom(file, folder, task), loaded, file, dirname(file));
  return loaded.exports;
}

/** What compiles, and how it was told to. V8 compares some of it too. */
function compiler(): unknown {
  const { arch, env, execArgv, platform, version, versions } = process;
  return [version, versions.v8, platform, arch, execArgv, env.NODE_OPTIONS];
}

const FRONT = Buffer.from('(function(exports,require,module,__filename,__dirname){');
const BACK = Buffer.from('\n})');

/** A script as the function that Node makes of it; put together before it is a text, as copying that takes milliseconds. */
function readWrapped(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const wrapped = Buffer.allocUnsafeSlow(FRONT.length + size + BACK.length);
    FRONT.copy(wrapped);
    const end = FRONT.length + readSync(descriptor, wrapped, FRONT.length, size, 0);
    BACK.copy(wrapped, end);
    return wrapped.subarray(0, end + BACK.length);
  } finally {
    closeSync(descriptor);
  }
}

function requireFrom(file: string, folder: string, task: string): (path: string) => unknown {
  return (path) =>
    path.startsWith('./') ? loadKept(resolve(dirname(file), path), folder, task) : process.getBuiltinModule(path);
}

/** Keep what was compiled until the end: by then that is what was called, which saves most the next time. */
function keepAtExit(compiled: Script, keepBytes: (bytes: Buffer) => void): void {
  // What has not been called for long V8 forgets, and in the app that is all that starts it.
  setFlagsFromString('--no-flush-bytecode');
  process.once('exit', () => {
    // What was compiled under other flags V8 refuses.
    setFlagsFromString('--flush-bytecode');
    keepBytes(compiled.createCachedData());
  });
}

/** The script and the build of it, what compiled it, and the task: what differs in one of them is kept beside it. */
function keptName(file: string, task: string): string {
  const { mtimeMs, size } = statSync(file);
  return [basename(file, '.js'), size, Math.round(mtimeMs), process.version, process.arch, task].join('+');
}
