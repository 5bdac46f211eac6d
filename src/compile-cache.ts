import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
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
 * @param file Absolute path of a CommonJS script. Scripts beside it that it requires are loaded in the same way.
 * @param folder Where compiled scripts are kept.
 * @returns What the script exports.
 */
export function loadScript(file: string, folder: string): unknown {
  const kept = join(folder, keptName(file));
  const cachedData = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : bytesOf(kept);
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (!process.env.NODE_DISABLE_COMPILE_CACHE && (!cachedData || script.cachedDataRejected)) {
    // By then it holds the functions that were called, which is what saves most.
    process.once('exit', () => keep(kept, script.createCachedData()));
  }
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, requireFrom(file, folder), loaded, file, dirname(file));
  return loaded.exports;
}

function requireFrom(file: string, folder: string): (path: string) => unknown {
  const require = createRequire(file);
  const loaded = new Map<string, unknown>();
  return (path) => {
    if (!path.startsWith('./')) return require(path);
    if (!loaded.has(path)) loaded.set(path, loadScript(resolve(dirname(file), path), folder));
    return loaded.get(path);
  };
}

function keptName(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `${scriptName(file)}-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
}

const scriptName = (file: string): string => basename(file, '.js');

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Keep what was compiled, in place of what was kept of the same script before. */
function keep(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const name = basename(path);
  const script = name.slice(0, name.indexOf('-') + 1);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    for (const other of readdirSync(folder)) {
      if (other.startsWith(script) && other !== name) rmSync(join(folder, other), { force: true });
    }
  } catch {
    // The next start compiles again.
  }
}
