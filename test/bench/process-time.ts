import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { benchEnvironment } from './bench-environment.ts';

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/** What something took, in milliseconds. */
export interface Taken {
  readonly wall: number;
  /** On all processors together; not a number where that is not known. */
  readonly processor: number;
}

/** The least that `node` can be asked for, beside which all else is put. */
export const NOTHING: Command = [process.execPath, '-e', '0'];

/**
 * In what only a shell tells of a process that it waited for: seconds on the processor. The time of day in it is that of
 * the process alone, without the shell.
 */
const TIMED = `TIMEFORMAT='%3U %3S'
start=$EPOCHREALTIME
time "$@" >/dev/null 2>&1
status=$?
echo $start $EPOCHREALTIME
exit $status`;
/** A hundredth of a second in the units of `/proc/<pid>/stat`, on every Linux. */
const TICK_MS = 10;

/** A whole process, without its output. */
export function processTime(command: Command, home: string, folder = process.cwd()): Taken {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', TIMED, 'bash', ...command], {
    cwd: folder,
    env: benchEnvironment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}`);
  const [start = Number.NaN, end = Number.NaN] = stdout.split(' ').map(Number);
  const [user = Number.NaN, system = Number.NaN] = stderr.split(' ').map(Number);
  return { wall: (end - start) * 1_000, processor: (user + system) * 1_000 };
}

/** Milliseconds of processor time that a process has used so far, with all that it started. */
export function processorTimeOf(pid: number): number {
  const threads = threadsOf(pid);
  const running = threads.map((thread) => Number(read(pid, `task/${thread}/schedstat`).split(' ')[0]) / 1_000_000);
  const [user = 0, system = 0] = read(pid, 'stat').split(') ')[1]?.split(' ').slice(13, 15).map(Number) ?? [];
  const children = threads.flatMap((thread) => read(pid, `task/${thread}/children`).split(' ').filter(Boolean));
  return sum([...running, (user + system) * TICK_MS, ...children.map((child) => processorTimeOf(Number(child)))]);
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** A process may end between being listed and being read; whoever waited for it has its time then. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
