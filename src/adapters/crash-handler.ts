import { writeSync } from 'node:fs';
import process from 'node:process';
import { visibleText } from '../text/visible-text.ts';
import { logCrash } from './crash-log.ts';
import { errorCode } from './plain-reason.ts';
import { NO_HOME } from './user-folders.ts';

/** How long the draft may take to reach the disk once something went wrong. */
const GRACE_MS = 3000;

/** What the end of the program by an error needs to know. */
interface CrashOptions {
  /** The name the program was called by. */
  readonly program: string;
  /** Absolute path of the log, and the same as people write it; `null` where nothing can be kept. */
  readonly log: { readonly path: string; readonly shown: string } | null;
  readonly version: string;
  /** Whether a draft may have been worked on, which is kept. */
  readonly mayHaveDraft: () => boolean;
}

/**
 * A function that ends the program after an error that nobody expected: it is logged, one clear line is printed once the
 * terminal has been given back, and writing that is under way is waited for.
 *
 * It sets the exit code 1 and lets the process run out; what else still runs has three seconds.
 */
export function crashHandler({ program, log, version, mayHaveDraft }: CrashOptions): (error: unknown) => void {
  let crashed = false;
  return (error) => {
    const where = log === null ? `details are not kept: ${NO_HOME}` : logged(log, error, version);
    // One thing that goes wrong while winding down is worth a log entry, but no second line.
    if (crashed) return;
    crashed = true;
    process.exitCode = 1;
    const kept = mayHaveDraft() ? '; the draft is kept' : '';
    const line = `${program} failed: ${visibleText(messageOf(error))} (a fault of the program; ${where}${kept})\n`;
    process.once('exit', () => {
      process.exitCode = 1;
      tell(line);
    });
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  };
}

function logged(log: NonNullable<CrashOptions['log']>, error: unknown, version: string): string {
  const isLogged = logCrash(log.path, error, version);
  return isLogged ? `details are in ${log.shown}` : `details could not be written to ${log.shown}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}

/** At the exit nothing but a synchronous write arrives; nobody may be there to read it. */
function tell(line: string): void {
  try {
    writeSync(process.stderr.fd, line);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
