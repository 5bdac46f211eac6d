import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { OFF_ENDING } from '../../core/definition/switched-off.ts';
import { type Resolution, resolveReference } from '../../core/search/reference.ts';
import { switching } from '../../usecases/switch-agent.ts';
import { switchedOff } from '../../usecases/switched-off.ts';
import type { CommandContext } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { knownSources } from '../known-sources.ts';
import { type KeepingOptions, keep, keepNothing, type ToldChange } from './kept-changes.ts';
import { noAgent } from './own-definitions.ts';

/** What is to be done for one agent; only words where it is so already. */
interface ToldSwitching {
  readonly words: string;
  readonly change?: ToldChange['change'];
  /** Its id, where it is only listed or hidden. */
  readonly id?: string;
}

/** `agents disable`: no harness loads these agents, and what is not the user's own is not listed. */
export const disable = (context: CommandContext, references: readonly string[], options: KeepingOptions) =>
  switched(context, references, options, false);

/** `agents enable`: what is switched off is as it was before. */
export const enable = (context: CommandContext, references: readonly string[], options: KeepingOptions) =>
  switched(context, references, options, true);

async function switched(
  context: CommandContext,
  references: readonly string[],
  options: KeepingOptions,
  isOn: boolean,
): Promise<number> {
  const action = isOn ? 'enable' : 'disable';
  const off = await switchedOff(context.files, await knownSources(context, options.source));
  const { values } = await context.readSettings();
  const problems: string[] = [];
  const all: ToldSwitching[] = [];
  for (const reference of new Set(references)) {
    const found = await meant(context, options.source, reference, off, isOn);
    if (typeof found === 'string') problems.push(found);
    else all.push(toldSwitching(context, found, isOn, values.hidden));
  }
  if (problems.length > 0) return keepNothing(context, action, problems, options);
  const changes = all.flatMap(({ change, words }) => (change ? [{ change, words }] : []));
  for (const { change, words } of all) if (!change && !options.json) context.tell(`${words}\n`);
  const ids = all.flatMap(({ id }) => id ?? []);
  return keep(context, action, changes, options, async () => {
    if (ids.length === 0) return null;
    const settings = await context.openSettings();
    return settings.change('hidden', (now) =>
      isOn ? now.filter((one) => !ids.includes(one)) : [...new Set([...now, ...ids])],
    );
  });
}

/** The agent that is meant: of two of a name the one that is to be switched. */
async function meant(
  context: CommandContext,
  folders: readonly string[],
  reference: string,
  off: readonly AgentDefinition[],
  isOn: boolean,
): Promise<AgentDefinition | string> {
  const path = context.absolute(reference);
  const byPath = off.find((one) => one.path === path || one.path === path + OFF_ENDING);
  const resolved: Resolution<AgentDefinition> = byPath
    ? { kind: 'found', found: byPath }
    : resolveReference(off, reference);
  if (isOn && resolved.kind === 'found') return resolved.found;
  const { definitions, problems } = await findDefinitions(context, folders, [reference]);
  const [definition] = definitions;
  if (definition) return noAgent(definition, 'switched off') ?? definition;
  return resolved.kind === 'found' ? resolved.found : (problems[0] ?? `No agent is called ${reference}`);
}

/** What is to be done for an agent, and the words that tell it. */
function toldSwitching(
  context: CommandContext,
  definition: AgentDefinition,
  isOn: boolean,
  hidden: readonly string[],
): ToldSwitching {
  const { id, name, path } = definition;
  const done = switching(definition, isOn, hidden, context.sha256);
  switch (done.kind) {
    case 'already':
      return { words: isOn ? `${name} is on already` : `${name} is off already` };
    case 'listing':
      return {
        id,
        words: isOn
          ? `${name} is listed again`
          : `${name} is no longer listed; ${context.program} enable ${id} lists it`,
      };
    case 'change':
      return { words: `${name} is ${isOn ? 'on' : 'off'} (${context.shown(path)})`, change: done.change };
  }
}
