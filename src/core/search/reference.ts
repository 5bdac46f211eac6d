import type { AgentDefinition, Scope, Section } from '../definition/agent-definition.ts';
import { meantNames } from '../naming/nearest-name.ts';
import { flattenSections } from '../sections/section-text.ts';
import { wordsQuery } from './query/query.ts';
import { createSearch } from './search.ts';

/** What a reference came to. Candidates and suggestions are there to be shown. */
export type Resolution<Found> =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Found[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** A definition and a section of it, as named by `REF#section-id`; `*` is the whole body. */
export interface PickReference {
  readonly reference: string;
  readonly section: string;
}

/**
 * Find the definition that a reference means: an id, a name, or `scope:name`. The exact spelling wins over one that
 * differs in case only. Of several, the user's own is meant before a plugin's, that before one of an added folder, and
 * that before one that comes with the program; of several as near as each other, the only one that no other shadows.
 * differs in case only. Letters with marks are the same in one character or in several: they look the same, and which of
 * the two a keyboard or a file system makes is its own affair.
 *
 * @returns More than one that could be meant is `ambiguous`, with all of that name. None is `unknown`, with the nearest
 *   names.
 */
export function resolveReference(
  definitions: readonly AgentDefinition[],
  reference: string,
): Resolution<AgentDefinition> {
  const byId = definitions.find(({ id }) => id === reference);
  if (byId) return { kind: 'found', found: byId };
  const wanted = reference.normalize('NFC');
  const named = definitions.filter((definition) => namesOf(definition).includes(wanted));
  const folded = wanted.toLowerCase();
  const alike =
    named.length > 0 ? named : definitions.filter((one) => namesOf(one).some((name) => name.toLowerCase() === folded));
  if (alike.length === 0) return { kind: 'unknown', suggestions: nearestNames(definitions, reference) };
  const found = meantAmong(alike);
  return found === null ? { kind: 'ambiguous', candidates: alike } : { kind: 'found', found };
}

/** How near to its user a definition is, by where it lies: the user's own, of the project or of the home folder, first. */
const NEAREST_FIRST: readonly (readonly Scope[])[] = [['project', 'user'], ['plugin'], ['added'], ['bundled']];

/** The one of some namesakes that is meant; `null` if that is not clear. */
function meantAmong(namesakes: readonly AgentDefinition[]): AgentDefinition | null {
  const nearest = NEAREST_FIRST.map((scopes) => namesakes.filter(({ scope }) => scopes.includes(scope))).find(
    (those) => those.length > 0,
  );
  const [only, ...others] = nearest ?? [];
  if (only !== undefined && others.length === 0) return only;
  const [loaded, ...rivals] = (nearest ?? []).filter(({ shadowedBy }) => shadowedBy === null);
  return loaded !== undefined && rivals.length === 0 ? loaded : null;
}

/** Whether a reference is a path rather than a name: it has a slash, or ends as definition files do. */
export function looksLikePath(reference: string): boolean {
  return /[/\\]/.test(reference) || /\.(?:md|toml)$/i.test(reference);
}

/**
 * Take `REF#section-id` apart at its last `#`: section ids have none, names and paths may.
 *
 * @returns `null` if one of the two is missing.
 */
export function splitPick(pick: string): PickReference | null {
  const at = pick.lastIndexOf('#');
  if (at <= 0 || at === pick.length - 1) return null;
  return { reference: pick.slice(0, at), section: pick.slice(at + 1) };
}

/**
 * Find a section by its id, or by the last parts of its id where these are unique: `api-design` for
 * `core-expertise/api-design`.
 */
export function resolveSection(sections: readonly Section[], id: string): Resolution<Section> {
  const all = flattenSections(sections);
  const wanted = id.normalize('NFC');
  const exact = all.find((section) => section.id === wanted);
  if (exact) return { kind: 'found', found: exact };
  const ending = all.filter((section) => section.id.endsWith(`/${wanted}`));
  const [found] = ending;
  if (!found) return { kind: 'unknown', suggestions: nearestIds(all, wanted) };
  return ending.length === 1 ? { kind: 'found', found } : { kind: 'ambiguous', candidates: ending };
}

const MAX_SUGGESTIONS = 3;

function namesOf({ name, scope }: AgentDefinition): readonly string[] {
  const composed = name.normalize('NFC');
  return [composed, `${scope}:${composed}`];
}

/** The names of definitions that come nearest to one that does not exist, the best first. */
export function nearestNames(definitions: readonly AgentDefinition[], reference: string): readonly string[] {
  const name = reference.slice(reference.indexOf(':') + 1);
  const meant = meantNames(
    name,
    definitions.map((one) => one.name),
  );
  if (meant.length > 0) return meant;
  // An abbreviation, or parts of words: what the list would find.
  const search = createSearch(definitions.map((definition) => ({ ...definition, description: '' })));
  const hits = search.search(wordsQuery(name)).slice();
  return [...new Set(hits.map((hit) => hit.definition.name))].slice(0, MAX_SUGGESTIONS);
}

/** Ids that were most likely meant. */
function nearestIds(sections: readonly Section[], id: string): readonly string[] {
  return meantNames(
    id,
    sections.map((section) => section.id),
    MAX_SUGGESTIONS,
  );
}
