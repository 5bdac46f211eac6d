import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * What is made of a file of a package: its text goes in, what esbuild is to read instead comes out.
 *
 * @typedef {(source: string) => Promise<import('esbuild').OnLoadResult> | import('esbuild').OnLoadResult} Change
 */

/**
 * A plugin for esbuild that changes files of packages. The build fails, naming file and change, where a package no longer
 * is what was changed, and where a file is no part of the bundle any more: what was measured and tested is the change,
 * and a bundle without it works all the same, only slower or less safe.
 *
 * @param {Readonly<Record<string, Change>>} changes By the file, as `package/path.js`.
 * @param {() => boolean} [isLast] Whether a bundle that ends is the last of those that the plugin is for: by then all is changed.
 * @returns {import('esbuild').Plugin}
 */
export function changingPlugin(changes, isLast = () => true) {
  const unseen = new Set(Object.keys(changes));
  return {
    name: 'changing-packages',
    setup({ onEnd, onLoad }) {
      for (const [name, change] of Object.entries(changes)) {
        onLoad({ filter: new RegExp(`node_modules/${name.replace(/[.]/g, '\\.')}$`) }, async ({ path }) => {
          unseen.delete(name);
          try {
            return await change(await readFile(path, 'utf8'));
          } catch (error) {
            return { errors: [{ text: `${name}: ${error.message}` }] };
          }
        });
      }
      onEnd(() => ({
        errors: (isLast() ? [...unseen] : []).map((name) => ({
          text: `${name}: is to be changed, and is no part of the bundle`,
        })),
      }));
    },
  };
}

/**
 * A module of ours in place of the file.
 *
 * @param {string} path Of the module, in TypeScript.
 * @returns {Change}
 */
export function standIn(path) {
  return async () => ({ contents: await readFile(path, 'utf8'), loader: 'ts', resolveDir: dirname(resolve(path)) });
}

/**
 * Other texts in place of some of the file's.
 *
 * @param {readonly (readonly [from: string, to: string])[]} texts
 * @returns {Change}
 */
export function replacedTexts(texts) {
  return (source) => ({ contents: texts.reduce(replaced, source) });
}

/**
 * A source with a text in it replaced, which it holds once.
 *
 * @param {string} source
 * @param {readonly [from: string, to: string]} change
 * @throws {Error} Where it does not.
 */
export function replaced(source, [from, to]) {
  const times = source.split(from).length - 1;
  if (times !== 1) throw new Error(`holds what is replaced ${times} times, not once: ${from}`);
  return source.replace(from, () => to);
}
