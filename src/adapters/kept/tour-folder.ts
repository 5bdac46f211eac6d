import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leavingNone, removeTreeNow } from '../leftovers.ts';

/** Where the agents made on a tour lie in its folder, as in a project. */
export const TOUR_AGENTS = '.claude/agents';

/**
 * Do something in a folder of its own, as an empty project is one, and have it gone afterwards, whatever ends the program.
 *
 * @param task Given the folder's absolute path, without links.
 */
export async function inTourFolder<Result>(task: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'agents-tour-'));
  const run = async (): Promise<Result> => {
    try {
      await mkdir(join(folder, TOUR_AGENTS), { recursive: true });
      return await task(folder);
    } finally {
      removeTreeNow(folder);
    }
  };
  return leavingNone(folder, run, removeTreeNow);
}
