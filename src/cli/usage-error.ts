import { CommanderError } from 'commander';

/** A command line that cannot be carried out as written; thrown by commands, reported like commander's own findings. */
export function usageError(message: string): CommanderError {
  return new CommanderError(2, 'agents.usage', message);
}
