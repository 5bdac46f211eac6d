import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { markdownLines } from '../../core/rendering/markdown-lines.ts';
import { FACETS } from '../../core/search/query/definition-facets.ts';
import { rehearseSearch } from '../../core/search/rehearse-search.ts';
import type { Search } from '../../core/search/search.ts';
import { tokensOf } from '../../core/tokens/definition-tokens.ts';
import { textWidth } from '../../text/text-cells.ts';

/** Definitions that are counted and rendered as for the preview. */
const SAMPLE = 100;
/** As much of a body as a preview takes, and about as wide. */
const BEGINNING = 6_000;
const COLUMNS = 100;
/** What is cut into graphemes, for which tables have to be loaded. */
const GRAPHEME = '\u{1F680}';

/**
 * What keys will ask for, done once before they do, while nobody types: code that has never run runs slowly, and the
 * first letters would be seen to lag.
 *
 * @param search Over these definitions.
 * @returns The work, in steps of some milliseconds at most.
 */
export function* rehearsal(definitions: readonly AgentDefinition[], search: Search): Generator<void, void> {
  textWidth(GRAPHEME);
  yield;
  for (const definition of definitions.slice(0, SAMPLE)) {
    tokensOf(definition);
    markdownLines(definition.body.slice(0, BEGINNING), COLUMNS);
    yield;
  }
  yield* rehearseSearch(definitions);
  for (const facet of FACETS) yield* search.countValues(facet);
}
