import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { didYouMean } from '../guide/usage-hint.ts';
import { jsonText } from '../json-text.ts';
import { usageError } from '../usage-error.ts';
import { DESCRIBED, jsonSchema } from './json-schemas.ts';

/**
 * `agents schema`: what a command prints with `--json`; without one, which commands are described.
 *
 * @throws A usage error for a command that prints no JSON.
 */
export function schema(context: CommandContext, command: string | undefined): number {
  if (command === undefined) {
    context.print(`${DESCRIBED.join('\n')}\n`);
    return ExitCode.Done;
  }
  const described = jsonSchema(command);
  if (described === null)
    throw usageError(`No JSON is described of ${visibleText(command)}${didYouMean(command, DESCRIBED)}`);
  context.printExact(jsonText(described, 2));
  return ExitCode.Done;
}
