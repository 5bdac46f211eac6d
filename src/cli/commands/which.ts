import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { type HarnessResolution, type JudgedDefinition, resolveName } from '../../core/library/resolution.ts';
import { nearestNames } from '../../core/search/reference.ts';
import { greatest } from '../../kit/long-lists.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { openLibrary, sourcesOf } from '../open-library.ts';

/** Options of `agents which`. */
interface WhichOptions {
  readonly source: readonly string[];
  readonly json: boolean;
}

/**
 * `agents which`: for each harness the file it loads for a name, what that shadows, and what is not loaded, with the
 * reasons. A name that no harness loads is a failure, with or without a file of that name.
 */
export async function which(context: CommandContext, name: string, { source, json }: WhichOptions): Promise<number> {
  const { definitions } = await openLibrary(context, source);
  const harnesses = resolveName(definitions, await sourcesOf(context, source), name);
  const isLoaded = harnesses.some(({ winner }) => winner !== null);
  if (json) {
    const document = { schema: 1, name, harnesses: harnesses.map(harnessJson) };
    context.printExact(jsonText(document, 2));
  } else context.print(harnesses.length > 0 ? resolutionLines(harnesses, context) : '');
  if (harnesses.length === 0) context.tell(`${unknownName(name, nearestNames(definitions, name))}\n`);
  else if (!isLoaded) context.tell(`No harness loads ${visibleText(name)}\n`);
  return isLoaded ? ExitCode.Done : ExitCode.Failed;
}

function unknownName(name: string, suggestions: readonly string[]): string {
  const nearest = suggestions.map(visibleText).join(', ');
  return `No agent is called ${visibleText(name)}${nearest === '' ? '' : `; nearest: ${nearest}`}`;
}

/** The shape is public: fields may be added, never renamed or removed. */
function harnessJson({ harness, winner, remark, shadowed, notLoaded }: HarnessResolution): unknown {
  return {
    harness,
    winner: winner === null ? null : { id: winner.id, path: winner.path },
    remark,
    shadowed: shadowed.map(judgedJson),
    notLoaded: notLoaded.map(judgedJson),
  };
}

function judgedJson({ definition, reason }: JudgedDefinition): unknown {
  return { id: definition.id, path: definition.path, reason };
}

/** A paragraph for each harness: its name and the file it loads, then a line for each other file. */
function resolutionLines(harnesses: readonly HarnessResolution[], { shown }: CommandContext): string {
  const titles = harnesses.map(({ harness }) => harnessFormat(harness).title);
  const width = greatest(titles.map(textWidth)) + 2;
  const lines = harnesses.flatMap(({ winner, remark, shadowed, notLoaded }, at) => {
    const others = [
      ...(remark === null ? [] : [remark]),
      ...shadowed.map(({ definition, reason }) => `shadows ${shown(definition.path)}: ${reason}`),
      ...notLoaded.map(({ definition, reason }) => `not loaded ${shown(definition.path)}: ${reason}`),
    ];
    const first = winner === null ? 'nothing' : shown(winner.path);
    return [
      `${(titles[at] ?? '').padEnd(width)}${visibleText(first)}`,
      ...others.map((other) => ' '.repeat(width) + visibleText(other)),
    ];
  });
  return `${lines.join('\n')}\n`;
}
