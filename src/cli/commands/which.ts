import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import {
  type HarnessResolution,
  type JudgedFile,
  type NamedResolution,
  type ResolvedFile,
  resolveAll,
  resolveName,
} from '../../core/library/resolution.ts';
import { nearestNames } from '../../core/search/reference.ts';
import { greatest } from '../../kit/long-lists.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { switchedOff } from '../../usecases/switched-off.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { knownSources } from '../known-sources.ts';
import { type OutputLook, outputLook } from '../look/output-look.ts';
import { openTree } from '../open-library.ts';
import { type PathOptions, printPaths, wantsPaths } from '../pipes/path-list.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents which`. */
interface WhichOptions extends PathOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  /** Everything, in place of one name. */
  readonly all: boolean;
}

/**
 * `agents which`: for each harness the file it loads for a name, what that shadows, and what is not loaded, with the
 * reasons; with `--all` for every name. A name that no harness loads is a failure, with or without a file of that name.
 */
export async function which(context: CommandContext, name: string | undefined, options: WhichOptions): Promise<number> {
  const { source, json, all } = options;
  const isPaths = wantsPaths(options, json);
  if (all !== (name === undefined)) {
    throw usageError(all ? 'A name or --all, not both' : "missing required argument 'name', or --all");
  }
  const { tree, library } = await openTree(context, source);
  const look = await outputLook(context);
  if (name === undefined) {
    const names = resolveAll(tree, library.definitions);
    if (json) context.printExact(jsonText(names.map(namedJson), 2));
    else if (isPaths) printPaths(context, loadedPaths(names.flatMap((one) => one.harnesses)), options);
    else look.print(names.map((one) => namedLines(one, context, look)).join('\n'));
    return ExitCode.Done;
  }
  const off = (await switchedOff(context.files, await knownSources(context, source))).filter(
    (one) => one.name === name,
  );
  const harnesses = withOff(resolveName(tree, library.definitions, name), off);
  const isLoaded = harnesses.some(({ winner }) => winner !== null);
  if (json) context.printExact(jsonText(namedJson({ name, harnesses }), 2));
  else if (isPaths) printPaths(context, loadedPaths(harnesses), options);
  else look.print(harnesses.length > 0 ? resolutionLines(harnesses, context, look) : '');
  if (harnesses.length === 0) context.tell(`${unknownName(name, nearestNames(library.definitions, name))}\n`);
  else if (!isLoaded) context.tell(`No harness loads ${visibleText(name)}\n`);
  return isLoaded ? ExitCode.Done : ExitCode.Failed;
}

/** With the files of that name that are switched off, each at the harness it is written for. */
function withOff(
  harnesses: readonly HarnessResolution[],
  off: readonly AgentDefinition[],
): readonly HarnessResolution[] {
  const notLoaded = (harness: Format): readonly JudgedFile[] =>
    off
      .filter(({ format }) => format === harness)
      .map(({ path }) => ({ path, id: null, code: 'file/passed-over', reason: 'switched off' }));
  const known = new Set(harnesses.map(({ harness }) => harness));
  const others = [...new Set(off.map(({ format }) => format))].filter((format) => !known.has(format));
  return [
    ...harnesses.map((one) => ({ ...one, notLoaded: [...one.notLoaded, ...notLoaded(one.harness)] })),
    ...others.map((harness) => ({
      harness,
      winner: null,
      remark: null,
      shadowed: [],
      notLoaded: notLoaded(harness),
    })),
  ];
}

/** The files that harnesses load. */
function loadedPaths(harnesses: readonly HarnessResolution[]): readonly string[] {
  return harnesses.flatMap(({ winner }) => winner?.path ?? []);
}

function unknownName(name: string, suggestions: readonly string[]): string {
  const nearest = suggestions.map(visibleText).join(', ');
  return `No agent is called ${visibleText(name)}${nearest === '' ? '' : `; nearest: ${nearest}`}`;
}

/** The shape is public: fields may be added, never renamed or removed. */
function namedJson({ name, harnesses }: NamedResolution): unknown {
  return { schema: 1, name, harnesses: harnesses.map(harnessJson) };
}

function harnessJson({ harness, winner, remark, shadowed, notLoaded }: HarnessResolution): unknown {
  const { version, asOf } = harnessFormat(harness);
  return {
    harness,
    version,
    asOf,
    loaded: winner?.path ?? null,
    winner: winner === null ? null : fileJson(winner),
    remark,
    shadowed: shadowed.map(judgedJson),
    notLoaded: notLoaded.map(judgedJson),
  };
}

const fileJson = ({ id, path }: ResolvedFile): unknown => ({ id, path });

function judgedJson({ id, path, code, reason }: JudgedFile): unknown {
  return { id, path, code, reason };
}

function namedLines({ name, harnesses }: NamedResolution, context: CommandContext, look: OutputLook): string {
  const lines = resolutionLines(harnesses, context, look).trimEnd().split('\n');
  return `${visibleText(name)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** A paragraph for each harness: its name and the file it loads, then a line for each other file. */
function resolutionLines(
  harnesses: readonly HarnessResolution[],
  { shown }: CommandContext,
  { paint, link }: OutputLook,
): string {
  const titles = harnesses.map(({ harness }) => harnessFormat(harness).title);
  const width = greatest(titles.map(textWidth)) + 2;
  const lines = harnesses.flatMap(({ harness, winner, remark, shadowed, notLoaded }, at) => {
    const others = [
      ...(remark === null ? [] : [remark]),
      ...shadowed.map(({ path, reason }) => `shadows ${shown(path)}: ${reason}`),
      ...notLoaded.map(({ path, reason }) => `not loaded ${shown(path)}: ${reason}`),
      asOfWords(harness),
    ];
    const first = winner === null ? paint('doubtful', 'nothing') : link(winner.path, visibleText(shown(winner.path)));
    const title = titles[at] ?? '';
    return [
      `${paint('name', title)}${' '.repeat(width - textWidth(title))}${first}`,
      ...others.map((other) => ' '.repeat(width) + paint('muted', visibleText(other))),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** How old what is said of a harness is. */
function asOfWords(harness: HarnessResolution['harness']): string {
  const { version, asOf } = harnessFormat(harness);
  return `as of ${version ?? 'no version that is known'}, ${asOf}`;
}
