import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { SEVERITY_WORDS } from '../../definition/diagnostic.ts';
import { lintDefinition } from '../../lint/lint-definition.ts';
import { NONE, valueMatcher } from '../query/definition-facets.ts';
import type { Term } from '../query/query.ts';
import { isUnspaced } from '../scoring/expand-word.ts';
import { foldText, plainWordsOf } from '../words/fold-text.ts';

/**
 * Filters that have to look into each definition: bodies are not indexed, problems are found when looked for. Too slow
 * for a key press in a large library, so they are worked on beside it: see `Search.work`.
 */
export type DeepFilter = 'body' | 'problem';

/** Whether a filter has to look into each definition. */
export function isDeep(filter: string | null): filter is DeepFilter {
  return filter === 'body' || filter === 'problem';
}

/** What a deep filter asks of a definition. */
export function deepMatcher(term: Term): (definition: AgentDefinition) => boolean {
  if (term.filter === 'body') {
    const matches = bodyMatcher(term);
    return ({ body }) => matches(body);
  }
  const matches = valueMatcher(term);
  return (definition) => {
    const problems = lintDefinition(definition);
    return problems.length === 0
      ? matches(NONE)
      : problems.some(({ code, severity }) => matches(SEVERITY_WORDS[severity]) || matches(severity) || matches(code));
  };
}

/**
 * Whether a text holds words one after the other, the last of them perhaps unfinished. Case, accents, and what stands
 * between the words do not count; a text without any letter is looked for as it is.
 */
function bodyMatcher(term: Pick<Term, 'text' | 'kind' | 'open'>): (body: string) => boolean {
  const matches = foldedMatcher(term);
  return plainWordsOf(term.text).length === 0
    ? (body) => body.includes(term.text.trim())
    : (body) => matches(foldText(body));
}

/** The same for a folded text, and words. */
export function foldedMatcher({ text, kind, open }: Pick<Term, 'text' | 'kind' | 'open'>): (folded: string) => boolean {
  const words = plainWordsOf(text).map((word) => word.text);
  const [first] = words;
  if (first === undefined) return () => false;
  const start = kind === 'prefix' ? `^${SIGNS}*` : isUnspaced(first) ? '' : `(?<!${LETTERS})`;
  const end = open || isUnspaced(first) ? '' : `(?!${LETTERS})`;
  const phrase = new RegExp(`${start}${words.map(escaped).join(`${SIGNS}+`)}${end}`, 'u');
  // Looking for the bare word first is several times as quick, and it is not in most bodies.
  return (folded) => folded.includes(first) && phrase.test(folded);
}

const LETTERS = '[\\p{L}\\p{M}\\p{N}]';
const SIGNS = '[^\\p{L}\\p{M}\\p{N}]';

const escaped = (word: string) => word.replace(/[+]/g, '\\$&');
