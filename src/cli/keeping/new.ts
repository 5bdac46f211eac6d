import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { refusedName } from '../../core/formats/loading/refused-name.ts';
import { visibleText } from '../../text/visible-text.ts';
import { newDefinition, whyNoName } from '../../usecases/new-definition.ts';
import type { CommandContext } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { printAsIs } from '../print-as-is.ts';
import { usageError } from '../usage-error.ts';
import { type KeepingOptions, keep, keepNothing } from './kept-changes.ts';
import { placeNamed } from './place.ts';
import { remarksOn, targetAt } from './target.ts';

/** Options of `agents new`. */
interface NewOptions extends KeepingOptions {
  readonly description?: string;
  readonly tools?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
  readonly force: boolean;
  /** Whether the prompt is on standard input. */
  readonly isPiped: boolean;
}

/** `agents new`: a new agent, from a template, a text or another agent. */
export async function newAgent(context: CommandContext, name: string, options: NewOptions): Promise<number> {
  checkName(name);
  const { from: reference, tools = null, model = null } = options;
  const found = reference === undefined ? null : await findDefinitions(context, options.source, [reference]);
  const from = found?.definitions[0] ?? null;
  if (found && !from) return keepNothing(context, 'new', found.problems, options);
  const { values } = await context.readSettings();
  const place = await placeNamed(context, options.to, values.harness);
  const harness = harnessFormat(place.format);
  const refusal = refusedName(harness, name);
  if (refusal !== null) throw usageError(visibleText(refusal.reason));
  const description = options.description ?? (from === null ? await askedDescription(context, options) : null);
  const body = options.isPiped ? await inputText(context) : null;
  const {
    text,
    fileName,
    warnings,
    refusal: unwritable,
  } = newDefinition({ name, description, tools, model, body }, from, place.format);
  const target = await targetAt(context, place, fileName, options.force);
  const problems = [unwritable, target.problem].filter((one) => one !== null);
  if (problems.length > 0) return keepNothing(context, 'new', problems, options);
  if (options.dryRun && !options.json) printAsIs(context, text);
  const [remarks = []] = await remarksOn(context, place, [{ path: target.path, text }]);
  const change = { kind: 'write', from: null, to: target.path, text, replaces: target.replaces } as const;
  const told = { change, words: `Wrote ${context.shown(target.path)}`, remarks: [...warnings, ...remarks] };
  return keep(context, 'new', [told], options);
}

/** @throws A usage error for a name that cannot be the name of a file as it is. */
function checkName(name: string): void {
  const reason = whyNoName(name);
  if (reason !== null) throw usageError(visibleText(reason));
}

async function askedDescription(context: CommandContext, { json }: NewOptions): Promise<string> {
  if (context.interactive && !json) {
    context.tell('When is it to be used? ');
    for await (const line of context.inputLines()) if (line.trim() !== '') return line.trim();
  }
  throw usageError('Say when it is to be used, with --description');
}

async function inputText(context: CommandContext): Promise<string> {
  const input = await context.readInput();
  if (input.kind === 'failed') throw usageError(`standard input: ${input.reason}`);
  if (input.text.trim() === '') throw usageError('There is no prompt on standard input');
  return input.text;
}
