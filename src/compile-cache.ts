import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Load a script of the bundle with what V8 made of it the last time: compiling takes a third of the time to the first
 * frame. (From 22.1 on Node can do this by itself; this serves Node 20 too.)
 *
 * What was kept is used only for the very file it was made of, by size and time of change, and by the same V8, which
 * checks that itself. It is written when the program ends, beside and then renamed, where there is none that fits; it
 * can be deleted at any time. Where it cannot be read or written, the script is compiled as usual. `NODE_DISABLE_COMPILE_CACHE`
 * turns it off, as in Node.
 *
 * @param file Absolute path of a CommonJS script in ASCII, written as the function that Node would wrap around it.
 * Scripts beside it that it requires are loaded in the same way; else it requires only parts of Node.
 * @param folder Where compiled scripts are kept.
 * @param task In a word, what the program is asked to do: of each script is kept what each task needs of it.
 * @returns What the script exports.
 */
export function loadScript(file: string, folder: string, task: string): unknown {
  const kept = join(folder, keptName(file, task));
  const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE);
  const cachedData = isOff ? undefined : bytesOf(kept);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (!isOff && (!cachedData || script.cachedDataRejected)) keepAtExit(kept, script);
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, requireFrom(file, folder, task), loaded, file, dirname(file));
  return loaded.exports;
}

function requireFrom(file: string, folder: string, task: string): (path: string) => unknown {
  const loaded = new Map<string, unknown>();
  return (path) => {
    if (!path.startsWith('./')) return process.getBuiltinModule(path);
    if (!loaded.has(path)) loaded.set(path, loadScript(resolve(dirname(file), path), folder, task));
    return loaded.get(path);
  };
}

/** Keep what was compiled until the end: by then that is what was called, which saves most the next time. */
function keepAtExit(kept: string, script: Script): void {
  // What has not been called for long V8 forgets, and in the app that is all that starts it.
  setFlagsFromString('--no-flush-bytecode');
  process.once('exit', () => {
    // What was compiled under other flags V8 refuses.
    setFlagsFromString('--flush-bytecode');
    keep(kept, script.createCachedData());
  });
}

/** The script and the build of it, what compiled it, and the task. */
function keptName(file: string, task: string): string {
  const { mtimeMs, size } = statSync(file);
  return [basename(file, '.js'), size, Math.round(mtimeMs), process.version, process.arch, task].join(SEPARATOR);
}

/** Not in the names of scripts, which have hyphens. */
const SEPARATOR = '+';

/** Files kept of one script. A word that is no command opens a folder, and there may be many of those. */
const MOST_KEPT = 20;

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Keep what was compiled, in place of what was kept of other builds of the same script. */
function keep(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const name = basename(path);
  const [script, ...build] = name.split(SEPARATOR).slice(0, -1);
  const isOfBuild = (other: string): boolean => other.startsWith([script, ...build, ''].join(SEPARATOR));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    const others = readdirSync(folder).filter((other) => other.startsWith(`${script}${SEPARATOR}`) && other !== name);
    const surplus = others.filter(isOfBuild).slice(MOST_KEPT - 1);
    for (const other of [...others.filter((one) => !isOfBuild(one)), ...surplus])
      rmSync(join(folder, other), { force: true });
  } catch {
    // The next start compiles again.
  }
}
