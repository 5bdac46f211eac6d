import type { CommandContext } from './command-context.ts';
import { visibleBlock } from './visible-block.ts';

/** What `runCli` gets from outside: output that takes any text. */
export type Outside = Omit<CommandContext, 'printExact' | 'asked'>;

/**
 * A context whose output is safe to show: the one place where text from strangers becomes plain output. Commands may
 * make text safe before, to measure it; doing so twice changes nothing.
 */
export function safeContext(outside: Outside): CommandContext {
  return {
    ...outside,
    asked: () => ({}),
    print: (text) => outside.print(visibleBlock(text)),
    printExact: outside.print,
    tell: (text) => outside.tell(visibleBlock(text)),
  };
}
