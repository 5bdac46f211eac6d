import { sha256 } from '../../src/adapters/sha256.ts';
import type { FileSystem } from '../../src/ports/file-system.ts';

/** A disk in memory. */
export interface MemoryFiles extends FileSystem {
  /** What is on it, by path. */
  readonly contents: Map<string, string>;
}

/** A disk in memory that keeps the promises of the real one: whole files, guards, backups beside what was replaced. */
export function memoryFiles(initial: Readonly<Record<string, string>> = {}): MemoryFiles {
  const contents = new Map(Object.entries(initial));
  return {
    contents,
    list: async (folder, extensions) => {
      const inside = [...contents.keys()].filter(
        (path) => path.startsWith(`${folder}/`) && extensions.some((extension) => path.endsWith(extension)),
      );
      return inside.length > 0
        ? { kind: 'files', paths: inside.sort(), skipped: [] }
        : { kind: 'failed', reason: 'no such file or folder' };
    },
    read: async (path) => {
      const text = contents.get(path);
      return text === undefined
        ? { kind: 'failed', path, code: 'file/unreadable', reason: 'no such file' }
        : { kind: 'text', path, text };
    },
    write: async (path, text, guard) => {
      const old = contents.get(path);
      if (old === undefined) {
        if (guard.kind === 'version') return { kind: 'failed', path, reason: 'the file is no longer there' };
        contents.set(path, text);
        return { kind: 'written', path, backup: null };
      }
      if (guard.kind === 'absent' || guard.sha256 !== sha256(old)) {
        return { kind: 'occupied', path, text: old, sha256: sha256(old) };
      }
      const backup = path.replace(/([^/]+)$/, '.$1.bak');
      contents.set(backup, old);
      contents.set(path, text);
      return { kind: 'written', path, backup };
    },
    remove: async (path, hash) => {
      const text = contents.get(path);
      if (text !== undefined && sha256(text) !== hash) return { kind: 'changed', path, text, sha256: sha256(text) };
      contents.delete(path);
      return { kind: 'removed', path };
    },
    move: async (from, to, hash) => {
      const text = contents.get(from);
      if (text === undefined) return { kind: 'failed', path: from, reason: 'no such file' };
      if (sha256(text) !== hash) return { kind: 'changed', path: from };
      if (contents.has(to)) return { kind: 'occupied', path: to };
      contents.set(to, text);
      contents.delete(from);
      return { kind: 'moved', path: to };
    },
  };
}
