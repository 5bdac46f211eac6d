import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

/** How a disk fails. */
export interface DiskFault {
  /** Paths that contain this are on the failing disk. */
  readonly folder: string;
  /** Which call fails, counted from 1; none, if there are not that many. */
  readonly call: number;
  /** What the system answers, such as `ENOSPC`. */
  readonly code: string;
  /** Whether all later calls fail too, as on a disk that is gone. */
  readonly forGood: boolean;
}

/** A real disk of which some calls fail. */
export interface FailingDisk {
  /** The calls so far, by name. */
  readonly calls: readonly string[];
  readonly repair: () => void;
}

const CALLS = [
  'open',
  'mkdir',
  'rename',
  'link',
  'rm',
  'unlink',
  'stat',
  'lstat',
  'realpath',
  'readdir',
  'copyFile',
] as const;
const HANDLE_CALLS = ['stat', 'read', 'writeFile', 'chmod', 'sync', 'close'] as const;

type AnyCall = (...args: unknown[]) => Promise<unknown>;

/**
 * Make the n-th call on a real folder fail. It sits below all our code, where the system does, so that whatever a
 * file-system adapter calls is counted; nothing of ours knows of it.
 *
 * A write that fails has written half by then, as on a full disk. Closing always closes.
 */
export function failingDisk({ folder, call, code, forGood }: DiskFault): FailingDisk {
  const calls: string[] = [];
  const table = promises as unknown as Record<string, AnyCall>;
  const originals = new Map(CALLS.map((name) => [name, table[name]]));

  const mayFail = async (
    name: string,
    go: AnyCall,
    args: unknown[],
    before?: () => Promise<unknown>,
  ): Promise<unknown> => {
    calls.push(name);
    if (calls.length !== call && !(forGood && calls.length > call)) return go(...args);
    await before?.();
    throw Object.assign(new Error(`${code}: planted, ${name}`), { code });
  };

  for (const [name, original] of originals) {
    if (!original) continue;
    table[name] = async (...args) => {
      if (!String(args[0]).includes(folder)) return original(...args);
      const answer = await mayFail(name, original, args);
      return name === 'open' ? failingHandle(answer as FileHandle, mayFail) : answer;
    };
  }
  syncBuiltinESMExports();

  const repair = (): void => {
    for (const [name, original] of originals) if (original) table[name] = original;
    syncBuiltinESMExports();
  };
  onTestFinished(repair);
  return { calls, repair };
}

type MayFail = (name: string, go: AnyCall, args: unknown[], before?: () => Promise<unknown>) => Promise<unknown>;

function failingHandle(handle: FileHandle, mayFail: MayFail): FileHandle {
  const table = handle as unknown as Record<string, AnyCall>;
  for (const name of HANDLE_CALLS) {
    const original = table[name]?.bind(handle);
    if (!original) continue;
    table[name] = (...args) => mayFail(`file.${name}`, original, args, () => begun(name, original, args[0]));
  }
  return handle;
}

/** What a failing call has done all the same. */
async function begun(name: string, original: AnyCall, content: unknown): Promise<void> {
  if (name === 'close') await original();
  if (name === 'writeFile' && content instanceof Uint8Array) await original(content.subarray(0, content.length / 2));
}
