import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shellWords } from '../kit/shell-words.ts';
import { type EditOutcome, type Editor, SIGNALS_OF_KEYS } from '../ports/editor.ts';
import { endBy, leavingNone, removeTreeNow } from './leftovers.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { runInTerminal } from './stopping/child-in-terminal.ts';

/**
 * An editor in this terminal.
 *
 * A signal that ends the program ends the editor too, but for those that keys send to both: they are meant for the editor.
 *
 * No shell is involved, so nothing in a file's name is a command.
 *
 * @param command With its options, as in `$VISUAL`; blank for none.
 */
export function terminalEditor(command: string): Editor {
  const line = command.trim();
  return {
    open: (path) => runEditor(line, path),
    edit: async (text, name) => {
      try {
        return await editCopy(text, name, (path) => runEditor(line, path));
      } catch (error) {
        return { kind: 'failed', reason: `The text could not be handed to the editor: ${plainReason(error)}` };
      }
    },
  };
}

async function runEditor(line: string, path: string): Promise<string | null> {
  const [command, ...options] = shellWords(line) ?? [];
  if (command === undefined) {
    return line === '' ? 'No editor is set: set $VISUAL or $EDITOR' : `The editor's command has an open quote: ${line}`;
  }
  try {
    const { status, signal, passedOn } = await runInTerminal(command, [...options, path], { ofKeys: SIGNALS_OF_KEYS });
    if (passedOn) endBy(passedOn);
    if (signal) return `${command} was ended by ${signal}`;
    return status === 0 ? null : `${command} ended with exit code ${status}`;
  } catch (error) {
    return startProblem(command, error);
  }
}

/** Edit a text in a file of its own, in a folder that only this user can open and that is gone afterwards. */
async function editCopy(
  text: string,
  name: string,
  run: (path: string) => Promise<string | null>,
): Promise<EditOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'agents-'));
  const edit = async (): Promise<EditOutcome> => {
    try {
      const path = join(folder, `${name.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 64) || 'text'}.md`);
      await writeFile(path, text);
      const reason = await run(path);
      return reason === null ? { kind: 'edited', text: await readFile(path, 'utf8') } : { kind: 'failed', reason };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return leavingNone(folder, edit, removeTreeNow);
}

function startProblem(command: string, error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  if (code === 'ENOENT') return `The editor ${command} was not found: check $VISUAL and $EDITOR`;
  if (code === 'EACCES') return `The editor ${command} may not be run: check $VISUAL and $EDITOR`;
  return `The editor ${command} did not start (${code})`;
}
