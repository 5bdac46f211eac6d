import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shellWords } from '../kit/shell-words.ts';
import type { EditOutcome, Editor } from '../ports/editor.ts';
import { errorCode, plainReason } from './plain-reason.ts';

/** The environment variables that name an editor. */
interface EditorEnvironment {
  readonly VISUAL?: string | undefined;
  readonly EDITOR?: string | undefined;
}

/**
 * The editor of `$VISUAL` or else `$EDITOR`, in this terminal.
 *
 * It is waited for without running the event loop: otherwise Node goes on reading the keys that are typed into it.
 * No shell is involved, so nothing in a file's name is a command.
 */
export function terminalEditor(environment: EditorEnvironment): Editor {
  const line = environment.VISUAL?.trim() || environment.EDITOR?.trim() || '';
  return {
    open: (path) => runEditor(line, path),
    edit: (text, name) => {
      try {
        return editCopy(text, name, (path) => runEditor(line, path));
      } catch (error) {
        return { kind: 'failed', reason: `The text could not be handed to the editor: ${plainReason(error)}` };
      }
    },
  };
}

function runEditor(line: string, path: string): string | null {
  const [command, ...options] = shellWords(line) ?? [];
  if (command === undefined) {
    return line === '' ? 'No editor is set: set $VISUAL or $EDITOR' : `The editor's command has an open quote: ${line}`;
  }
  const { error, status, signal } = spawnSync(command, [...options, path], { stdio: 'inherit' });
  if (error) return startProblem(command, error);
  if (signal) return `${command} was ended by ${signal}`;
  return status === 0 ? null : `${command} ended with exit code ${status}`;
}

/** Edit a text in a file of its own, in a folder that only this user can open and that is gone afterwards. */
function editCopy(text: string, name: string, run: (path: string) => string | null): EditOutcome {
  const folder = mkdtempSync(join(tmpdir(), 'agents-'));
  try {
    const path = join(folder, `${name.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 64) || 'text'}.md`);
    writeFileSync(path, text);
    const reason = run(path);
    return reason === null ? { kind: 'edited', text: readFileSync(path, 'utf8') } : { kind: 'failed', reason };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startProblem(command: string, error: Error): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return `The editor ${command} was not found: check $VISUAL and $EDITOR`;
  if (code === 'EACCES') return `The editor ${command} may not be run: check $VISUAL and $EDITOR`;
  return `The editor ${command} did not start (${code ?? error.message})`;
}
