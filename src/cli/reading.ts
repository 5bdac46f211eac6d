/**
 * What the commands do that read definitions and show them, in a script of its own: a list that was kept starts without
 * it, and so do the commands that need no definitions or bring what reads them along.
 */
export { search } from './commands/search.ts';
export { show } from './commands/show.ts';
export { which } from './commands/which.ts';
export { listJson, readListed } from './listed/read-listed.ts';
