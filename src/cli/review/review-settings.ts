import { isRecord } from '../../kit/plain-data.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import { visibleText } from '../../text/visible-text.ts';
import { usageError } from '../usage-error.ts';

/** What a review can fail for. */
export const REVIEW_FAILURES = ['widened', 'errors', 'conflicts', 'gone', 'rivals'] as const;

export type ReviewFailure = (typeof REVIEW_FAILURES)[number];

/** What must not pass in a project. */
export interface ReviewSettings {
  readonly failOn: readonly ReviewFailure[];
  /** How many tokens of a session agents may take; `null` for as many as they do. */
  readonly budget: number | null;
}

/** Where it stands, from the folder of a project. */
export const REVIEW_SETTINGS = '.agents/review.json';

/**
 * What a project says must not pass, in `.agents/review.json`; nothing where there is none.
 *
 * @throws A usage error for a file that cannot be read, or says what means nothing.
 */
export async function reviewSettings(files: FileSystem, folder: string): Promise<ReviewSettings> {
  const listed = await files.list(`${folder}/.agents`, ['review.json'], false);
  const path = `${folder}/${REVIEW_SETTINGS}`;
  if (listed.kind === 'failed' || !listed.paths.includes(path)) return { failOn: [], budget: null };
  const read = await files.read(path);
  if (read.kind === 'failed') throw usageError(`${REVIEW_SETTINGS}: ${read.reason}`);
  const given = parsed(read.text);
  if (!isRecord(given)) throw usageError(`${REVIEW_SETTINGS}: not a JSON object`);
  const { failOn = [], budget = null, ...others } = given;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw usageError(`${REVIEW_SETTINGS}: knows failOn and budget, not ${visibleText(unknown)}`);
  if (!Array.isArray(failOn) || !failOn.every(isFailure))
    throw usageError(`${REVIEW_SETTINGS}: failOn is a list of ${REVIEW_FAILURES.join(', ')}`);
  if (budget !== null && !(typeof budget === 'number' && Number.isInteger(budget) && budget >= 0))
    throw usageError(`${REVIEW_SETTINGS}: budget is a number of tokens`);
  return { failOn, budget };
}

const isFailure = (word: unknown): word is ReviewFailure => REVIEW_FAILURES.some((one) => one === word);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
