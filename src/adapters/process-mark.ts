import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { isRecord } from '../kit/plain-data.ts';
import { errorCode } from './plain-reason.ts';

/** A running process, told from those that had its number before. */
export interface ProcessMark {
  readonly pid: number;
  readonly host: string;
  /** When it was started, by the system's own count; `null` where that cannot be told. */
  readonly started: string | null;
  /** Tells apart what one process marks. */
  readonly token: string;
}

/** The mark of this process. */
export const ownMark = (token: string): ProcessMark => markOf(process.pid, token);

/** The mark of another process of this machine, which runs. */
export function markOf(pid: number, token: string): ProcessMark {
  return { pid, host: hostname(), started: startOf(pid), token };
}

/** A mark as it was written, or `null` for anything else. */
export function parseMark(text: string): ProcessMark | null {
  try {
    const mark: unknown = JSON.parse(text);
    if (!isRecord(mark)) return null;
    const { pid, host, started, token } = mark;
    const fits = typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string';
    if (!fits || typeof token !== 'string' || (typeof started !== 'string' && started !== null)) return null;
    return { pid, host, started, token };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether the process of a mark has ended; `null` for one of another machine, which cannot be seen from here. */
export function hasEnded({ pid, host, started }: ProcessMark): boolean | null {
  if (host !== hostname()) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    if (errorCode(error) === 'ESRCH') return true;
  }
  const now = started === null ? null : startOf(pid);
  return now !== null && now !== started;
}

/** The 22nd field of what Linux says of a process (proc_pid_stat(5)); the name before it may hold anything. */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
