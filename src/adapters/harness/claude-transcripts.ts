import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { type AgentCall, CALL_MARKS, callCounter, callsIn } from '../../core/library/agent-calls.ts';
import type { CountedCalls, Transcripts } from '../../ports/transcripts.ts';
import { errorCode } from '../plain-reason.ts';

/** Of a longer line nothing is kept: no call of an agent is that long. */
const LONGEST_LINE = 4 * 1024 * 1024;
/** Folders in folders: a project, a session, its agents, and what they start. */
const DEEPEST = 6;
const NEW_LINE = 10;
/** Stands for what is in a folder that cannot be read. */
const UNREAD = null;

/**
 * The transcripts of Claude Code: `*.jsonl` below `~/.claude/projects`, one for each session and each agent of one.
 *
 * Links are not followed, nothing is opened for writing, and of a line without a call of an agent nothing is looked at.
 *
 * @param home The user's own folder; `null` for none.
 * @param configured Where the user has Claude Code keep its own; empty for below the home folder.
 */
export function claudeTranscripts(home: string | null, configured = process.env.CLAUDE_CONFIG_DIR ?? ''): Transcripts {
  return {
    countCalls: async (): Promise<CountedCalls | null> => {
      if (home === null && configured === '') return null;
      const folder = join(configured || join(home ?? '', '.claude'), 'projects');
      const { add, counts } = callCounter();
      let [transcripts, unread] = [0, 0];
      for await (const path of transcriptsIn(folder, DEEPEST)) {
        if (path !== UNREAD) transcripts += 1;
        if (path === UNREAD || !(await isRead(path, add))) unread += 1;
      }
      return transcripts + unread === 0 ? null : { folder, transcripts, unread, counts };
    },
  };
}

/** Tell each call in a transcript; false where it cannot be read to its end. */
async function isRead(path: string, add: (call: AgentCall) => void): Promise<boolean> {
  try {
    for await (const line of linesWithCalls(path)) for (const call of callsIn(line)) add(call);
    return true;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

/** The paths of transcripts, and in place of those of a folder that cannot be read that it cannot be. */
async function* transcriptsIn(folder: string, depth: number): AsyncGenerator<string | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === null) throw error;
    return errorCode(error) === 'ENOENT' ? [] : null;
  });
  if (entries === null) {
    yield UNREAD;
    return;
  }
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
      if (CALL_MARKS.some((mark) => whole.includes(mark))) yield whole.toString('utf8');
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
