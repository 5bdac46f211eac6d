import { join } from 'node:path';
import { isRecord } from '../../kit/plain-data.ts';
import type { Queries } from '../../ports/queries.ts';
import { readKept, replaceKept } from './kept-file.ts';

/** As many are kept, and none that is longer: what is pasted is no search that anybody types again. */
const MOST = 100;
const LONGEST = 200;

/**
 * Recent searches in `queries.json` of the data folder, which only its owner can read.
 *
 * @param dataFolder Absolute path; `null` for nowhere.
 */
export function recentQueries(dataFolder: string | null): Queries {
  if (dataFolder === null) return { list: async () => [], keep: async () => {} };
  const path = join(dataFolder, 'queries.json');
  const list = async (): Promise<readonly string[]> => {
    const found = await readKept(path);
    return found.kind === 'failed' ? [] : queriesIn(found.text);
  };
  let before: Promise<unknown> = Promise.resolve();
  const add = async (query: string): Promise<void> => {
    // Another window may have kept some since.
    const known = await list();
    if (known[0] === query) return;
    const queries = [query, ...known.filter((one) => one !== query)].slice(0, MOST);
    await replaceKept(path, `${JSON.stringify({ schema: 1, queries }, null, 2)}\n`);
  };
  return {
    list,
    keep: (query) => {
      if (query.length > LONGEST) return Promise.resolve();
      const done = before.then(() => add(query));
      before = done.catch(() => {});
      return done;
    },
  };
}

function queriesIn(text: string): readonly string[] {
  try {
    const document: unknown = JSON.parse(text);
    const queries = isRecord(document) && Array.isArray(document.queries) ? document.queries : [];
    return queries
      .filter((query): query is string => typeof query === 'string' && query !== '' && query.length <= LONGEST)
      .slice(0, MOST);
  } catch {
    return [];
  }
}
