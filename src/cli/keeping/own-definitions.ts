import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { CommandContext } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';

/** A definition with the hash of its file as it is on the disk. */
export interface OwnDefinition {
  readonly definition: AgentDefinition;
  readonly sha256: string;
}

/** What references came to, and a line on each that is in the way. */
export interface OwnDefinitions {
  readonly own: readonly OwnDefinition[];
  readonly problems: readonly string[];
}

/** Why something is not done to a definition for what it is, in a line, or `null`. */
export function noAgent({ name, kind }: Pick<AgentDefinition, 'name' | 'kind'>, done: string): string | null {
  return kind === 'agent' ? null : `${name} is a ${kind}, and only agents are ${done}`;
}

/** Whether a file lies in what was taken from a repository, which nobody but the program changes. */
export function isTaken({ takenFolder }: Pick<CommandContext, 'takenFolder'>, path: string): boolean {
  return takenFolder !== null && path.startsWith(`${takenFolder}/`);
}

/** Why the file of a definition is not the user's to be changed, as a clause; `null` where it is. */
export function whyReadOnly(context: CommandContext, { scope, path }: AgentDefinition): string | null {
  if (isTaken(context, path)) return 'is from a repository and is read only';
  if (scope === 'bundled') return 'comes with the program and is read only';
  return scope === 'plugin' ? 'belongs to a plugin and is read only' : null;
}

/**
 * The definitions that references mean, where their files are the user's to be changed.
 *
 * @param done What is to be done with them: `removed`.
 * @param instead What can be done with the others: `agents disable hides it`.
 */
export async function ownDefinitions(
  context: CommandContext,
  folders: readonly string[],
  references: readonly string[],
  { done, instead }: { readonly done: string; readonly instead: string },
): Promise<OwnDefinitions> {
  const { definitions, problems } = await findDefinitions(context, folders, references);
  const own: OwnDefinition[] = [];
  const all = [...problems];
  for (const definition of definitions) {
    const readOnly = whyReadOnly(context, definition);
    const read = await context.files.read(definition.path);
    const other = noAgent(definition, done);
    if (other !== null) all.push(other);
    else if (readOnly !== null) all.push(`${definition.name} ${readOnly}; ${instead}`);
    else if (read.kind === 'failed') all.push(`${context.shown(definition.path)}: ${read.reason}`);
    else own.push({ definition, sha256: context.sha256(read.text) });
  }
  return { own, problems: all };
}
