import { join } from 'node:path';
import { isRecord } from '../../kit/plain-data.ts';
import { readKept, replaceKept } from './kept-file.ts';

/** How far the tour came in an earlier run, in `tour.json` of the data folder. */
export interface TourProgress {
  /** How many steps were done; 0 where nothing of use is kept. */
  readonly read: () => Promise<number>;
  /** Where it cannot be kept, the next tour begins anew. */
  readonly keep: (steps: number) => Promise<void>;
}

/** @param dataFolder Absolute path; `null` for nowhere. */
export function tourProgress(dataFolder: string | null): TourProgress {
  if (dataFolder === null) return { read: async () => 0, keep: async () => {} };
  const path = join(dataFolder, 'tour.json');
  const read = async (): Promise<number> => {
    const found = await readKept(path);
    return found.kind === 'failed' ? 0 : stepsIn(found.text);
  };
  return {
    read,
    keep: async (steps) => {
      if (steps !== (await read())) await replaceKept(path, `${JSON.stringify({ schema: 1, steps }, null, 2)}\n`);
    },
  };
}

function stepsIn(text: string): number {
  try {
    const document: unknown = JSON.parse(text);
    const steps = isRecord(document) ? document.steps : 0;
    return Number.isInteger(steps) ? Math.max(0, Number(steps)) : 0;
  } catch {
    return 0;
  }
}
