import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileName } from '../../core/definition/file-name.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { fileStem } from '../../core/formats/converting/fitting-name.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { refusedName } from '../../core/formats/loading/refused-name.ts';
import { visibleText } from '../../text/visible-text.ts';
import { underName } from '../../usecases/plan-rename.ts';
import type { CommandContext } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { usageError } from '../usage-error.ts';
import { type KeepingOptions, keep, keepNothing } from './kept-changes.ts';
import { noAgent } from './own-definitions.ts';
import { type Place, placeNamed } from './place.ts';
import { remarksOn, targetAt } from './target.ts';

/** Options of `agents copy`. */
interface CopyOptions extends KeepingOptions {
  readonly to?: string;
  readonly force: boolean;
}

/** `agents copy`: the file of an agent at another place, or under another name. */
export async function copy(
  context: CommandContext,
  reference: string,
  name: string | undefined,
  options: CopyOptions,
): Promise<number> {
  const { definitions, problems } = await findDefinitions(context, options.source, [reference]);
  const [definition] = definitions;
  if (!definition) return keepNothing(context, 'copy', problems, options);
  const other = noAgent(definition, 'copied');
  if (other !== null) return keepNothing(context, 'copy', [other], options);
  const place = await placeNamed(context, options.to, definition.format);
  const reason = otherHarness(context, definition, place);
  if (reason !== null) return keepNothing(context, 'copy', [reason], options);
  const copied = name === undefined ? asItIs(definition) : named(definition, name);
  if (typeof copied === 'string') return keepNothing(context, 'copy', [copied], options);
  const target = await targetAt(context, place, copied.fileName, options.force);
  if (target.problem !== null) return keepNothing(context, 'copy', [target.problem], options);
  const { path: from, origin } = definition;
  if (target.path === from) return keepNothing(context, 'copy', [`${context.shown(from)} is there already`], options);
  const file = { path: target.path, text: copied.text, from };
  const [remarks = []] = await remarksOn(context, place, [file]);
  const change = { kind: 'copy', from, to: target.path, text: copied.text, replaces: target.replaces } as const;
  const words = `Copied ${definition.name} (${origin}) to ${context.shown(target.path)}`;
  return keep(context, 'copy', [{ change, words, remarks }], options);
}

/** Why the file of one harness is not put where another looks, in a line, or `null`. */
export function otherHarness(
  { program }: CommandContext,
  definition: AgentDefinition,
  { format }: Place,
): string | null {
  if (definition.format === format || definition.isFormatOpen) return null;
  const [own, other] = [harnessFormat(definition.format).title, harnessFormat(format).title];
  const { id } = definition;
  return `${definition.name} is written for ${own}, not for ${other}; ${program} export ${id} --to ${format} writes it anew`;
}

interface CopiedFile {
  readonly fileName: string;
  readonly text: string;
}

/** The file of a definition to the byte. */
export function asItIs(definition: AgentDefinition): CopiedFile {
  return { fileName: fileName(definition.path), text: fileText(definition) };
}

/** @throws A usage error for what is no name. */
function named(definition: AgentDefinition, name: string): CopiedFile | string {
  if (fileStem(name) !== name)
    throw usageError(`${visibleText(name)} is no name for a file: letters, digits, dots, hyphens and underscores`);
  const refusal = refusedName(harnessFormat(definition.format), name, definition.frontmatter);
  if (refusal !== null) throw usageError(visibleText(refusal.reason));
  return underName(definition, name) ?? `its name is not written as ${definition.name} in the file: copy it as it is`;
}
