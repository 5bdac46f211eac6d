import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Repositories with a larger index are not looked into. */
const MAX_INDEX = 64 * 1024 * 1024;

/**
 * Whether git can give a file back as it is: it is tracked, and these bytes are those that were added last.
 *
 * The index is read here (gitformat-index, versions 2 to 4), since git itself runs programs that the configuration of a
 * repository names. Whatever is not understood counts as not kept: a split index, SHA-256, contents that git converts.
 *
 * @param path Absolute path of a file.
 * @returns Never throws.
 */
export async function isKeptByGit(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const folder = await realpath(dirname(path));
    const found = await indexAbove(folder);
    if (found === null) return false;
    const name = relative(found.root, join(folder, basename(path)))
      .split(sep)
      .join('/');
    const hash = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest();
    return holds(found.index, Buffer.from(name), hash);
  } catch {
    // Whatever is wrong with a repository: it is no place to rely on.
    return false;
  }
}

/** Whether a file lies in the work tree of a repository. */
export async function isInWorkTree(path: string): Promise<boolean> {
  try {
    return (await repositoryAbove(await realpath(dirname(path)))) !== null;
  } catch {
    return false;
  }
}

/** The nearest folder around a folder, or itself, that has a `.git`, with what that is. */
async function repositoryAbove(folder: string): Promise<{ readonly root: string; readonly isFolder: boolean } | null> {
  for (let root = folder; ; root = dirname(root)) {
    const status = await stat(join(root, '.git')).catch(() => null);
    if (status !== null) return { root, isFolder: status.isDirectory() };
    if (dirname(root) === root) return null;
  }
}

/** The index of the nearest repository around a folder. In a further work tree `.git` is a file that says where it is. */
async function indexAbove(folder: string): Promise<{ readonly root: string; readonly index: Buffer } | null> {
  const found = await repositoryAbove(folder);
  if (found === null) return null;
  const { root, isFolder } = found;
  const git = join(root, '.git');
  const own = isFolder ? git : gitFolderOf(await readFile(git, 'utf8'), root);
  const index = own === null ? null : join(own, 'index');
  if (index === null || (await stat(index)).size > MAX_INDEX) return null;
  return { root, index: await readFile(index) };
}

function gitFolderOf(text: string, root: string): string | null {
  const [, folder] = /^gitdir: (.+)/.exec(text) ?? [];
  return folder === undefined ? null : resolve(root, folder.trim());
}

/** Bytes of an entry before its hash, of its hash, and of its flags. */
const STAT = 40;
const HASH = 20;
const FLAGS = 2;
const HEADER = 12;
const EXTENDED = 0x4000;
const STAGE = 0x3000;

/** Whether an index has an entry of this path and this hash. An index cut short ends in a `RangeError`. */
function holds(index: Buffer, name: Buffer, hash: Buffer): boolean {
  const version = index.readUInt32BE(4);
  if (index.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) return false;
  let at = HEADER;
  let before = Buffer.alloc(0);
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const flags = index.readUInt16BE(at + STAT + HASH);
    const nameAt = at + STAT + HASH + FLAGS + (flags & EXTENDED ? 2 : 0);
    const prefix = version === 4 ? readPrefix(index, nameAt) : { stripped: before.length, next: nameAt };
    const end = index.indexOf(0, prefix.next);
    if (end === -1) return false;
    const own = Buffer.concat([before.subarray(0, before.length - prefix.stripped), index.subarray(prefix.next, end)]);
    if ((flags & STAGE) === 0 && own.equals(name)) return index.subarray(at + STAT, at + STAT + HASH).equals(hash);
    before = own;
    // Entries of the older versions end in one to eight NULs, so that they are a multiple of eight long.
    at = version === 4 ? end + 1 : at + (Math.floor((end - at) / 8) + 1) * 8;
  }
  return false;
}

/** How many bytes go from the end of the name before, in seven bits a byte (`varint.c` of git). */
function readPrefix(index: Buffer, from: number): { readonly stripped: number; readonly next: number } {
  let next = from;
  let byte = index.readUInt8(next);
  let stripped = byte & 0x7f;
  while (byte & 0x80) {
    next += 1;
    byte = index.readUInt8(next);
    stripped = (stripped + 1) * 128 + (byte & 0x7f);
  }
  return { stripped, next: next + 1 };
}
