import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { placeFields } from '../../core/lint/field-places.ts';
import { type Resolution, resolveReference } from '../../core/search/reference.ts';
import type { CommandContext } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { knownSources } from '../open-library.ts';
import { type KeepingOptions, keep, keepNothing, type ToldChange } from './kept-changes.ts';
import { noAgent } from './own-definitions.ts';
import { isOffByField, OFF_ENDING, switchedOff } from './switched-off.ts';

/** What is to be done for one agent; only words where it is so already. */
interface Switching {
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
  const off = await switchedOff(context, await knownSources(context, options.source));
  const { values } = await context.readSettings();
  const problems: string[] = [];
  const all: Switching[] = [];
  for (const reference of new Set(references)) {
    const found = await meant(context, options.source, reference, off, isOn);
    if (typeof found === 'string') problems.push(found);
    else all.push(await switching(context, found, isOn, values.hidden));
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

async function switching(
  context: CommandContext,
  definition: AgentDefinition,
  isOn: boolean,
  hidden: readonly string[],
): Promise<Switching> {
  const { id, name, path, scope } = definition;
  const isNow = { on: `${name} is on already`, off: `${name} is off already` };
  if (scope !== 'project' && scope !== 'user') {
    const isHidden = hidden.includes(id);
    if (isHidden !== isOn) return { words: isOn ? isNow.on : isNow.off };
    return {
      id,
      words: isOn ? `${name} is listed again` : `${name} is no longer listed; ${context.program} enable ${id} lists it`,
    };
  }
  const isOffByName = path.endsWith(OFF_ENDING);
  if ((isOffByName || isOffByField(definition)) !== isOn) return { words: isOn ? isNow.on : isNow.off };
  const words = isOn ? `${name} is on (${context.shown(path)})` : `${name} is off (${context.shown(path)})`;
  const text = isOffByName ? null : textSwitched(definition, isOn);
  const sha256 = context.sha256(
    fileText({ ...definition, path: isOffByName ? path.slice(0, -OFF_ENDING.length) : path }),
  );
  if (text !== null) return { words, change: { kind: 'write', from: path, to: path, text, replaces: sha256 } };
  const to = isOn ? path.slice(0, -OFF_ENDING.length) : path + OFF_ENDING;
  return { words, change: { kind: 'move', from: path, to, sha256 } };
}

/** The line that OpenCode reads, and that tells ours from one that was there before. */
const OFF_LINE = 'disable: true # switched off';

/** The text of a file with OpenCode's own field; `null` where it has no place for it, or another harness reads it. */
function textSwitched(definition: AgentDefinition, isOn: boolean): string | null {
  if (definition.format !== 'opencode') return null;
  const text = fileText(definition);
  const place = placeFields(definition.frontmatterRaw, false).get('disable');
  if (place !== undefined) {
    const line = text.slice(place.start, text.indexOf('\n', place.start) + 1);
    if (isOn && line.trimEnd() === OFF_LINE) return text.slice(0, place.start) + text.slice(place.start + line.length);
    const value = text.slice(place.valueStart, place.end).replace(/^(?:true|false)/i, String(!isOn));
    return text.slice(0, place.valueStart) + value + text.slice(place.end);
  }
  const opening = /^\uFEFF?---[ \t]*(\r?\n)/.exec(text);
  return opening && !isOn ? `${opening[0]}${OFF_LINE}${opening[1]}${text.slice(opening[0].length)}` : null;
}
