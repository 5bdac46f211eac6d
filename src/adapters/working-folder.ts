import process from 'node:process';
import { errorCode } from './plain-reason.ts';

/** Why there is no working directory, as a sentence without its end. */
export const NO_WORKING_FOLDER = 'The working directory cannot be told: it was removed, or its path is too long';

/** The working directory, or `null` where the system cannot tell it. */
export function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
