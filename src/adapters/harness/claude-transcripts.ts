import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CALL_MARK, callCounter, callsIn } from '../../core/library/agent-calls.ts';
import type { CountedCalls, Transcripts } from '../../ports/transcripts.ts';
import { errorCode } from '../plain-reason.ts';

/** Of a longer line nothing is kept: no call of an agent is that long. */
const LONGEST_LINE = 4 * 1024 * 1024;
/** Folders in folders: a project, a session, its agents, and what they start. */
const DEEPEST = 6;
const NEW_LINE = 10;

/**
 * The transcripts of Claude Code: `*.jsonl` below `~/.claude/projects`, one for each session and each agent of one.
 *
 * Links are not followed, nothing is opened for writing, and of a line without a call of an agent nothing is looked at.
 *
 * @param home The user's own folder; `null` for none.
 */
export function claudeTranscripts(home: string | null): Transcripts {
  return {
    countCalls: async (): Promise<CountedCalls | null> => {
      if (home === null) return null;
      const folder = join(home, '.claude', 'projects');
      const { add, counts } = callCounter();
      let [transcripts, unread] = [0, 0];
      for await (const path of transcriptsIn(folder, DEEPEST)) {
        transcripts += 1;
        try {
          for await (const line of linesWithCalls(path)) for (const call of callsIn(line)) add(call);
        } catch (error) {
          if (errorCode(error) === null) throw error;
          unread += 1;
        }
      }
      return transcripts === 0 ? null : { folder, transcripts, unread, counts };
    },
  };
}

async function* transcriptsIn(folder: string, depth: number): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === null) throw error;
    return [];
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name.endsWith('.jsonl')) yield path;
    else if (entry.isDirectory() && depth > 0) yield* transcriptsIn(path, depth - 1);
  }
}

/** The lines of a file that a call may be told in, each as soon as it is read. */
async function* linesWithCalls(path: string): AsyncGenerator<string> {
  // What became a link or a pipe since it was listed is not opened, and does not keep one waiting.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let parts: Buffer[] = [];
  let length = 0;
  const line = function* (last: Buffer): Generator<string> {
    length += last.length;
    if (length <= LONGEST_LINE) {
      const whole = parts.length === 0 ? last : Buffer.concat([...parts, last]);
      if (whole.includes(CALL_MARK)) yield whole.toString('utf8');
    }
    parts = [];
    length = 0;
  };
  const handle = await open(path, flags);
  for await (const chunk of handle.createReadStream()) {
    const bytes = chunk as Buffer;
    let start = 0;
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, start)) {
      yield* line(bytes.subarray(start, end));
      start = end + 1;
    }
    length += bytes.length - start;
    if (length <= LONGEST_LINE) parts.push(bytes.subarray(start));
    else parts = [];
  }
  yield* line(Buffer.alloc(0));
}
