import { execFileSync } from 'node:child_process';

/** Make a named pipe, which nobody writes to. */
export function makePipe(path: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
}
