import type { AgentDefinition, Format, Source } from '../definition/agent-definition.ts';
import { fileName, withoutEnding } from '../definition/file-name.ts';
import type { SourceFile } from '../definition/source-file.ts';
import type { HarnessFormat } from '../formats/harness/harness-format.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { bareIdentity, foldedIdentity, fullIdentity } from '../formats/loading/identity.ts';
import { placeOf } from '../formats/loading/place-of.ts';
import { type Contestant, compareContestants, whyShadowed } from '../formats/loading/precedence.ts';
import { losesFields, whyNotLoaded } from '../formats/loading/why-not-loaded.ts';

/** What one harness makes of a name. */
export interface HarnessResolution {
  readonly harness: Format;
  /** The definition it loads, or `null` if it loads none of that name. */
  readonly winner: AgentDefinition | null;
  /** What to know about the winner, as a clause; `null` for nothing. */
  readonly remark: string | null;
  /** Those it would load if the winner were not there, the next one first. */
  readonly shadowed: readonly JudgedDefinition[];
  /** Those it does not load whatever else there is. */
  readonly notLoaded: readonly JudgedDefinition[];
}

/** A definition and why it does not count, as a clause. */
export interface JudgedDefinition {
  readonly definition: AgentDefinition;
  readonly reason: string;
}

/**
 * What each harness makes of a name: which file it loads, what that shadows and why, and which files of that name it
 * does not load and why. The agent of a plugin is found by `name` and by `plugin:name`.
 *
 * @param definitions Those of a library.
 * @param sources The sources they come from, nearest first.
 * @param name As the user of the harness would call the agent.
 * @returns The harnesses that have a file of that name, in the order of the registry; empty for an unknown name.
 */
export function resolveName(
  definitions: readonly AgentDefinition[],
  sources: readonly Source[],
  name: string,
): readonly HarnessResolution[] {
  const bySource = new Map(sources.map((source, at) => [source.id, { source, at }]));
  const located = definitions.flatMap((definition): readonly Located[] => {
    const found = bySource.get(definition.source);
    if (found === undefined) return [];
    return [{ definition, parsed: definition, path: definition.path, source: found.source, sourceOrder: found.at }];
  });
  return HARNESSES.map((harness) => resolveFor(harness, located, name)).filter(
    ({ winner, notLoaded }) => winner !== null || notLoaded.length > 0,
  );
}

interface Located extends SourceFile {
  readonly definition: AgentDefinition;
  readonly sourceOrder: number;
}

interface Candidate extends Contestant {
  readonly file: Located;
}

function resolveFor(harness: HarnessFormat, files: readonly Located[], name: string): HarnessResolution {
  const contestants: Candidate[] = [];
  const notLoaded: JudgedDefinition[] = [];
  for (const file of files) {
    const judged = judge(harness, file, name);
    if (judged === null) continue;
    if ('reason' in judged) notLoaded.push(judged);
    else contestants.push(judged);
  }
  const [winner, ...losers] = contestants.sort((a, b) => compareContestants(harness, a, b));
  return {
    harness: harness.id,
    winner: winner?.file.definition ?? null,
    remark: winner && losesFields(harness, winner.file) ? LOST_FIELDS : null,
    shadowed: losers.map((loser) => ({
      definition: loser.file.definition,
      reason: winner === undefined ? '' : reasonFor(harness, winner, loser),
    })),
    notLoaded,
  };
}

const LOST_FIELDS = 'its frontmatter is broken, so it loads without its fields, restrictions included';

/** A file that takes part, one that is not loaded, or `null` for one of another name or harness. */
function judge(harness: HarnessFormat, file: Located, name: string): Candidate | JudgedDefinition | null {
  const { definition, source, sourceOrder } = file;
  if (!isNamed(harness, file, name)) return null;
  const found = placeOf(harness, { ...source, format: definition.format });
  if (found === null) {
    const isOwn = definition.format === harness.id;
    return isOwn ? { definition, reason: COLLECTION_REASONS[source.scope] ?? 'no harness looks there' } : null;
  }
  // Another harness's file that this one could not even open is not worth a word.
  const isForeign = found.place.owner !== harness.id;
  if (isForeign && !harness.files.endings.some((ending) => file.path.endsWith(ending))) return null;
  const reason = whyNotLoaded(harness, file, found);
  if (reason !== null) return { definition, reason };
  const bare = bareIdentity(harness, file) ?? definition.name;
  const identity = fullIdentity(bare, file);
  if (!isSame(harness, bare, name) && !isSame(harness, identity, name)) {
    return { definition, reason: `${harness.title} calls it ${identity}` };
  }
  return { ...found, file, identity, sourceOrder };
}

/** Whether a file could be meant by a name: by its own word, by its file name, or by what the harness calls it. */
function isNamed(harness: HarnessFormat, file: Located, name: string): boolean {
  const bare = bareIdentity(harness, file);
  const names = [file.definition.name, withoutEnding(fileName(file.path), harness.files.endings)];
  if (bare !== null) names.push(bare, fullIdentity(bare, file));
  return names.some((one) => isSame(harness, one, name));
}

function isSame(harness: HarnessFormat, a: string, b: string): boolean {
  return foldedIdentity(harness, a) === foldedIdentity(harness, b);
}

function reasonFor(harness: HarnessFormat, winner: Candidate, loser: Candidate): string {
  const isOfOtherPlugin = winner.file.source.plugin !== undefined && winner.identity !== loser.identity;
  if (isOfOtherPlugin) return `another plugin's; call it ${loser.identity}`;
  const reason = whyShadowed(harness, winner, loser);
  return loser.file.source.plugin === undefined ? reason : `${reason}; call it ${loser.identity}`;
}

const COLLECTION_REASONS: Partial<Readonly<Record<Source['scope'], string>>> = {
  bundled: 'it comes with agents; no harness looks there',
  added: 'it lies in an added folder; no harness looks there',
};
