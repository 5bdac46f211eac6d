import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { pathInside } from '../../core/definition/file-name.ts';
import type { Installed } from '../../core/library/source-lock.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { knownSources } from '../known-sources.ts';
import { lockedSources, type NamedSource } from '../sources/locked-sources.ts';
import { asItIs, otherHarness } from './copy.ts';
import { enter, installedFiles } from './installed.ts';
import { type KeepingOptions, keep, keepNothing } from './kept-changes.ts';
import { withAgentsOfSources } from './of-sources.ts';
import { noAgent, ownDefinitions } from './own-definitions.ts';
import { placeNamed } from './place.ts';
import { agreesToRemove } from './remove.ts';
import { remarksOn, targetAt } from './target.ts';

/** Options of `agents install`. */
interface InstallOptions extends KeepingOptions {
  readonly to?: string;
  readonly force: boolean;
  /** Whether the project's lock file is meant. */
  readonly project: boolean;
}

/** `agents install`: copies of agents where a harness looks, all or none, and in the lock file where each is from. */
export async function install(
  context: CommandContext,
  references: readonly string[],
  options: InstallOptions,
): Promise<number> {
  const words = await withAgentsOfSources(context, options.source, references);
  const { definitions, problems: unknown } = await findDefinitions(context, options.source, words);
  const problems = [...unknown];
  const planned: { readonly definition: AgentDefinition; readonly path: string; readonly replaces: string | null }[] =
    [];
  for (const definition of definitions) {
    const place = await placeNamed(context, options.to, definition.format);
    const target = await targetAt(context, place, asItIs(definition).fileName, options.force);
    const isTwice = planned.some(({ path }) => path === target.path);
    const inTheWay =
      noAgent(definition, 'installed') ??
      otherHarness(context, definition, place) ??
      (target.path === definition.path ? `${context.shown(target.path)} is there already` : target.problem) ??
      (isTwice ? `Two of them would be ${context.shown(target.path)}` : null);
    if (inTheWay !== null) problems.push(inTheWay);
    planned.push({ definition, path: target.path, replaces: target.replaces });
  }
  if (problems.length > 0) return keepNothing(context, 'install', problems, options);
  const remarks = await Promise.all(
    planned.map(async ({ definition, path }) => {
      const place = await placeNamed(context, options.to, definition.format);
      return (await remarksOn(context, place, [{ path, ...asItIs(definition), from: definition.path }]))[0] ?? [];
    }),
  );
  const said = new Set<string>();
  // Of a whole folder it is said once.
  const isNew = (path: string, line: string): boolean => {
    const about = line.slice(context.shown(path).length);
    return !said.has(about) && said.add(about).has(about);
  };
  const changes = planned.map(({ definition, path, replaces }, at) => ({
    change: { kind: 'copy', from: definition.path, to: path, text: asItIs(definition).text, replaces } as const,
    words: `Installed ${definition.name} (${definition.origin}) as ${context.shown(path)}`,
    remarks: (remarks[at] ?? []).filter((line) => isNew(path, line)),
  }));
  const locked = await lockedSources(context);
  const entries = await Promise.all(
    planned.map(async ({ definition, path }) => ({ path, installed: await entryOf(context, definition, locked) })),
  );
  const code = await keep(context, 'install', changes, options, () =>
    enter(context, options.project ? 'project' : 'user', entries),
  );
  if (code === ExitCode.Done && !options.dryRun && !options.json)
    context.tell(`${counted(planned.length, 'agent')} installed\n`);
  return code;
}

/** Where an agent is from, as a lock file says it. */
async function entryOf(
  context: CommandContext,
  definition: AgentDefinition,
  locked: readonly NamedSource[],
): Promise<Installed> {
  const git = await context.openGitSources();
  const sha256 = context.sha256(asItIs(definition).text);
  for (const { owner, name, source } of locked) {
    const folder = git.folderOf(owner, name);
    if (folder === null || !definition.path.startsWith(`${folder}/`)) continue;
    return { source: name, path: pathInside(definition.path, folder), commit: source.commit, sha256 };
  }
  const from = (await knownSources(context, [])).find(({ id }) => id === definition.source);
  const path = from === undefined ? definition.path : pathInside(definition.path, from.folder);
  return { source: definition.source, path, sha256 };
}

/** `agents uninstall`: installed copies go, with their entries; one that was changed by hand only by force. */
export async function uninstall(
  context: CommandContext,
  references: readonly string[],
  options: KeepingOptions & { readonly yes: boolean; readonly force: boolean },
): Promise<number> {
  const { own, problems } = await ownDefinitions(context, options.source, references, {
    done: 'uninstalled',
    instead: 'it is not installed',
  });
  const files = await installedFiles(context);
  const found = own.map(({ definition, sha256 }) => {
    const file = files.find(({ path }) => path === definition.path);
    return { definition, sha256, file };
  });
  const inTheWay = [
    ...problems,
    ...found.flatMap(({ definition: { name }, sha256, file }) => {
      if (file === undefined) return [`${name} is not installed; ${context.program} remove removes it`];
      if (sha256 === file.installed.sha256 || options.force) return [];
      return [`${name} was changed since it was installed; --force uninstalls it all the same`];
    }),
  ];
  if (inTheWay.length > 0) return keepNothing(context, 'uninstall', inTheWay, options);
  if (!options.dryRun && !options.yes && !(await agreesToRemove(context, own, options))) {
    context.tell('Nothing removed\n');
    return ExitCode.Done;
  }
  const changes = found.map(({ definition: { name, path }, sha256 }) => ({
    change: { kind: 'remove', from: path, to: null, sha256 } as const,
    words: visibleText(`Uninstalled ${name} (${context.shown(path)}); ${context.program} undo brings it back`),
  }));
  return keep(context, 'uninstall', changes, options, async () => {
    for (const owner of ['project', 'user'] as const) {
      const gone = found.flatMap(({ file }) => (file?.owner === owner ? [{ path: file.path, installed: null }] : []));
      const problem = gone.length === 0 ? null : await enter(context, owner, gone);
      if (problem !== null) return problem;
    }
    return null;
  });
}
