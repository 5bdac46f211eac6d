import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import process from 'node:process';
import { endingSignals } from './ending-signals.ts';

/**
 * Run another program in this terminal to its end.
 *
 * A signal that ends our program ends the other one too, but for those that keys send to both: they are meant for the
 * other one, and do not end ours while it runs. No shell is involved, so nothing in an argument is a command.
 *
 * @param command With its arguments, the folder to start it in, and the signals that keys send.
 * @throws Why it did not start.
 */
export async function runInTerminal(
  command: string,
  args: readonly string[],
  { ofKeys, ...options }: Pick<SpawnOptions, 'cwd'> & { readonly ofKeys: readonly string[] },
): Promise<[status: number | null, signal: NodeJS.Signals | null]> {
  const child: ChildProcess = spawn(command, args, { ...options, stdio: 'inherit' });
  const end = (): void => {
    child.kill();
    // One that takes no notice is not waited for.
    child.unref();
  };
  const nothing = (): void => {};
  const signals = [...endingSignals().keys()].map((signal) => ({
    signal,
    act: ofKeys.includes(signal) ? nothing : end,
  }));
  for (const { signal, act } of signals) process.on(signal, act);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (status, signal) => resolve([status, signal]));
    });
  } finally {
    for (const { signal, act } of signals) process.off(signal, act);
  }
}
