import process from 'node:process';

/** What a program gets for a home that nothing was ever written to before the bench. */
export function benchEnvironment(home: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', HOME: home };
}
