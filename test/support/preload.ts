import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** The words that start the program with a script run before it: for faults that cannot be made from outside. */
export function preloading([node = '', ...words]: readonly string[], script: string): readonly string[] {
  return [node, '--import', join(temporaryFolder({ 'before.mjs': script }), 'before.mjs'), ...words];
}

/** Something goes wrong in the middle of nowhere when the program is sent SIGUSR2. */
export const PLANTED_ERROR = `process.on('SIGUSR2', () => { throw new TypeError('planted \\u001B]0;x\\u0007 fault'); });`;

/**
 * SIGINT is sent once more, as some packages do. Sent SIGCONT the program says so on standard error and does nothing for a
 * while: what comes meanwhile comes at once.
 */
export const INTERRUPTED_TWICE = `
  process.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  process.on('SIGCONT', () => {
    process.stderr.write('held up\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  });
`;

/** Flushing a file to the disk never ends, if its path holds a text; says so on standard error. */
export const endlessFlush = (inPath: string): string => `
  import promises from 'node:fs/promises';
  import { syncBuiltinESMExports } from 'node:module';
  const { open } = promises;
  promises.open = async (...args) => {
    const file = await open(...args);
    if (!String(args[0]).includes(${JSON.stringify(inPath)})) return file;
    file.sync = () => {
      process.stderr.write('flushing\\n');
      return new Promise(() => setInterval(() => {}, 1000));
    };
    return file;
  };
  syncBuiltinESMExports();
`;

/** What commands list folders by, which ask for kinds as well, does something else. */
const atListing = (does: string): string => `
  import fs from 'node:fs';
  const { readdirSync } = fs;
  fs.readdirSync = (path, options) => {
    if (options?.withFileTypes !== true) return readdirSync(path, options);
    ${does}
  };
`;

/** Listing a folder does what no system does. */
export const BROKEN_LISTING = atListing("throw new RangeError('planted');");

/** Listing a folder computes for ever; says so on standard error. */
export const ENDLESS_LISTING = atListing("process.stderr.write('computing\\n'); for (;;);");

/** What a title of the terminal says once {@link ENDLESS_READING} or {@link UNENDED_READING} has come to its file. */
export const READING = 'reading it';
/** The file of these, by the end of its path. */
export const UNREADABLE = 'endless.md';

const atOpening = (does: string): string => `
  import fs from 'node:fs';
  const { open } = fs;
  fs.open = (path, ...rest) => {
    if (!String(path).endsWith('${UNREADABLE}')) return open(path, ...rest);
    fs.writeSync(1, '\\u001B]0;${READING}\\u0007');
    ${does}
  };
`;

/** Reading a file of that name computes for ever. */
export const ENDLESS_READING = atOpening('for (;;);');

/** Reading a file of that name goes on for ever, and keeps nobody from doing other things. */
export const UNENDED_READING = atOpening('setInterval(() => {}, 1000);');

/** Standard output is a pipe that says when it is full instead of waiting. */
export const NO_WAITING = 'process.stdout._handle.setBlocking(false);';
