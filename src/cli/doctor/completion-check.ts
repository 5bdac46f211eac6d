import type { CommandContext } from '../command-context.ts';
import { SHELLS } from '../completion/shell-text.ts';
import { type Check, ok, warn } from './check.ts';

/** What a shell reads when it starts, from the home folder, and what is to be written there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  bash: ['.bashrc', '.bash_profile', '.profile', '.bash_completion', '.local/share/bash-completion/completions/agents'],
  zsh: ['.zshrc', '.zprofile', '.zshenv'],
  fish: ['.config/fish/config.fish', '.config/fish/completions/agents.fish'],
};

/** Whether the user's shell completes what is typed behind the program's name. */
export async function completionCheck(context: CommandContext): Promise<Check> {
  const { environment, home, program, files, shown } = context;
  const path = environment.SHELL ?? '';
  const shell = SHELLS.find((one) => one === path.slice(path.lastIndexOf('/') + 1));
  if (shell === undefined || home === null) return ok('completion', `there for ${SHELLS.join(', ')}`);
  const places = (PLACES[shell] ?? []).map((place) => `${home}/${place}`);
  for (const place of places) {
    const read = await files.read(place);
    if (read.kind === 'text' && /\bagents(?:-workbench)? complet/.test(read.text))
      return ok('completion', shown(place));
  }
  const line = shell === 'fish' ? `${program} completion fish | source` : `source <(${program} completion ${shell})`;
  return warn('completion', `${shell} does not complete it yet`, `add to ${shown(places[0] ?? '')}: ${line}`);
}
