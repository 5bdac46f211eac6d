import type { HelpBlock } from './help-page.ts';
import { TOPICS } from './topics.ts';

/** What else the help of a command says, before its examples. */
export function extraBlocks(command: string, program: string): readonly HelpBlock[] {
  if (command === 'search') return [...(TOPICS.queries?.(program) ?? []).slice(1)];
  const codes = SPECIAL_CODES[command];
  return codes === undefined ? [] : [{ title: 'Exit code', text: codes }];
}

/** Where 1 means more than that something failed. */
const SPECIAL_CODES: Readonly<Record<string, string>> = {
  doctor: '1 where a check fails; one that warns is no failure.',
  lint: '0 where nothing at or above the severity was found, 1 where something was or a file could not be read.',
  which: '0 where a harness loads the name, 1 where none does.',
  compare: '1 with --check where anything is gone or in conflict with what was said.',
  twins: '1 with --check where one of them repeats another.',
  status: '1 where something made here has changed, or what it is made from has.',
  export: '1 with --check where a file is not what would be written, and with --strict where one is refused.',
  import: '1 with --check where a file is not what would be written, and with --strict where one is refused.',
  budget: '1 with --check where a harness is given more.',
};
