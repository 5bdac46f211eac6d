/**
 * Why the system refused something, as a clause a person understands: `permission denied`.
 *
 * @param error What a Node call threw. Anything without a system error code is a bug and is thrown on.
 */
export function plainReason(error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  return REASONS.get(code) ?? `the system refused it (${code})`;
}

/** The code of a system error, such as `ENOENT`, or `null` for any other error. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file'],
  ['EACCES', 'permission denied'],
  ['EEXIST', 'something else is there'],
  ['EPERM', 'not permitted'],
  ['EISDIR', 'a folder, not a file'],
  ['ENOTDIR', 'part of the path is a file, not a folder'],
  ['ENOSPC', 'no space left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the disk is read-only'],
  ['ELOOP', 'symbolic links go in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many open files'],
  ['ENFILE', 'too many open files'],
  ['EIO', 'the disk reports an error'],
  ['EBUSY', 'in use by another program'],
  ['ETXTBSY', 'in use by another program'],
  ['EFBIG', 'too large for the file system'],
  ['ENXIO', 'not a regular file'],
  ['ERR_INVALID_ARG_VALUE', 'not a valid path'],
]);
