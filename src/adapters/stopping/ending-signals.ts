import { constants } from 'node:os';
import process from 'node:process';

/**
 * The signals that end a program by default and that it can listen to, but for those that the processor raises (SIGSEGV,
 * SIGBUS, SIGFPE, SIGILL), after which there is nothing to go on with, and SIGUSR1, with which Node opens its debugger.
 */
const NAMES = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGTRAP',
  'SIGABRT',
  'SIGUSR2',
  'SIGALRM',
  'SIGTERM',
  'SIGSTKFLT',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGVTALRM',
  'SIGPROF',
  'SIGIO',
  'SIGPWR',
  'SIGSYS',
] as const;

/**
 * The signals to listen to for the end of the program, with their numbers on this system. While Node profiles the program
 * it sends it SIGPROF a thousand times a second, which then means nothing.
 */
export function endingSignals(): ReadonlyMap<NodeJS.Signals, number> {
  const isProfiled = /--(cpu-)?prof\b/.test(`${process.execArgv.join(' ')} ${process.env.NODE_OPTIONS ?? ''}`);
  const numbers: Readonly<Record<string, number>> = constants.signals;
  return new Map(
    NAMES.flatMap((name) => {
      const number = numbers[name];
      return number === undefined || (name === 'SIGPROF' && isProfiled) ? [] : [[name, number]];
    }),
  );
}
