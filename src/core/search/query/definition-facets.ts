import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { isOff } from '../../definition/switched-off.ts';
import { isUnloaded } from '../../definition/unloaded.ts';
import { isBundled } from '../../library/library.ts';
import { foldersOf } from '../../library/origin.ts';
import { foldText } from '../words/fold-text.ts';
import type { Term } from './query.ts';

/** Filters that look at one of a few values which many definitions share. */
export type Facet = 'tool' | 'model' | 'source' | 'scope' | 'format' | 'kind' | 'path' | 'is';

/** A value of a facet, and who has it. */
export interface FacetValue {
  /** As most write it. */
  readonly label: string;
  /** Indexes of the definitions, rising; `null` while nobody knows them. */
  readonly holders: readonly number[] | null;
}

/** All of them. */
export const FACETS: readonly Facet[] = ['tool', 'model', 'source', 'scope', 'format', 'kind', 'path', 'is'];

/** Whether a filter is a facet. */
export function isFacet(filter: string | null): filter is Facet {
  return filter !== null && Object.hasOwn(VALUES_OF, filter);
}

/** Definitions that are counted in a step. */
const STEP = 500;

/**
 * The values of a facet in some definitions, those that most have first. Values that differ in case are one.
 *
 * @returns The work, in steps of a fraction of a millisecond.
 */
export function* countFacet(
  facet: Facet,
  definitions: readonly AgentDefinition[],
): Generator<void, readonly FacetValue[]> {
  const byFolded = new Map<string, Counted>();
  // Each spelling is folded once.
  const bySpelling = new Map<string, Counted>();
  for (let at = 0; at < definitions.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const definition = definitions[at];
    if (definition === undefined) continue;
    for (const value of VALUES_OF[facet](definition)) {
      const known: Counted = bySpelling.get(value) ??
        byFolded.get(foldText(value)) ?? { spellings: new Map(), holders: [] };
      if (!bySpelling.has(value)) {
        bySpelling.set(value, known);
        byFolded.set(foldText(value), known);
      }
      known.spellings.set(value, (known.spellings.get(value) ?? 0) + 1);
      if (known.holders.at(-1) !== at) known.holders.push(at);
    }
  }
  return [...byFolded.values()]
    .map(({ spellings, holders }) => ({ label: mostFrequent(spellings), holders }))
    .sort((a, b) => b.holders.length - a.holders.length || (a.label < b.label ? -1 : 1));
}

interface Counted {
  readonly spellings: Map<string, number>;
  readonly holders: number[];
}

/** Stand for a list of tools that is not there, or empty, and for a model that is not stated. */
const ALL = 'all';
export const NONE = 'none';

const VALUES_OF: Readonly<Record<Facet, (definition: AgentDefinition) => readonly string[]>> = {
  tool: ({ tools }) => {
    if (tools.kind === 'inherit') return [ALL];
    return tools.tools.length === 0 ? [NONE] : tools.tools.map((tool) => (tool === '*' ? ALL : tool));
  },
  model: ({ model }) => [model ?? NONE],
  source: (definition) => [...new Set([definition.origin, definition.source, ...foldersOf(definition).slice(0, 1)])],
  scope: ({ scope }) => [scope],
  format: ({ format }) => [format],
  kind: ({ kind }) => [kind],
  path: ({ path }) => path.split(SLASH).filter((part) => part !== ''),
  is: (definition) => [
    ...(isBundled(definition) ? ['bundled'] : []),
    ...(definition.shadowedBy === null ? [] : ['shadowed']),
    ...(isUnloaded(definition) ? ['unloaded'] : []),
    isOff(definition) ? 'off' : 'on',
  ],
};

const SLASH = /[\\/]/;

/**
 * Whether a value is what a filter asks for: it begins so, or a word in it does (`opus` in `claude-opus-4`, `github`
 * in `mcp__github__search`); in quotation marks the words have to be whole, after `^` the value has to begin so.
 * Case and accents do not count.
 */
export function valueMatcher({ text, kind, open }: Pick<Term, 'text' | 'kind' | 'open'>): (value: string) => boolean {
  const asked = foldText(text === '*' ? ALL : text.trim());
  return (value) => {
    const folded = foldText(value);
    for (let at = folded.indexOf(asked); at >= 0; at = folded.indexOf(asked, at + 1)) {
      if (kind === 'prefix' && at > 0) return false;
      const begins = at === 0 || !(isLetter(folded[at - 1]) && isLetter(folded[at]));
      const end = at + asked.length;
      const ends = open || !(isLetter(folded[end - 1]) && isLetter(folded[end]));
      if (begins && ends) return true;
    }
    return false;
  };
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const isLetter = (character: string | undefined) => character !== undefined && LETTER.test(character);

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  let best: readonly [label: string, count: number] = ['', 0];
  for (const entry of spellings) if (entry[1] > best[1]) best = entry;
  return best[0];
}
