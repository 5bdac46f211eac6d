/** The last part of a path, with `/` or `\`. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The folder that a path lies in, with `/` or `\\`; of the root the root. */
export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return at <= 0 ? path.slice(0, at + 1) : path.slice(0, at);
}

/** The names of the folders between a folder and a file below it, from the outside in. */
export function foldersBetween(folder: string, path: string): readonly string[] {
  return pathInside(path, folder).split('/').slice(0, -1);
}

/** The path of a file inside a folder, with forward slashes; the whole path if it lies elsewhere. */
export function pathInside(path: string, folder: string): string {
  const slashed = path.replaceAll('\\', '/');
  const root = folder.replaceAll('\\', '/').replace(/\/$/, '');
  return slashed.startsWith(`${root}/`) ? slashed.slice(root.length + 1) : slashed;
}

/** A path or file name without the first of some endings that it has. */
export function withoutEnding(path: string, endings: readonly string[]): string {
  const ending = endings.find((one) => path.endsWith(one));
  return ending === undefined ? path : path.slice(0, -ending.length);
}
