import type { AgentDefinition } from '../../definition/agent-definition.ts';
import type { Query, Term } from '../query/query.ts';
import { isRough, isScored, planQuery } from '../query/query-plan.ts';
import { mayGoOn } from '../scoring/prompt-place.ts';
import { foldText } from '../words/fold-text.ts';
import { foldedMatcher } from './deep-filters.ts';
import { type DeepScan, type DeepScans, NO, scanKey, withScans, YES } from './deep-scans.ts';
import { tellingWords } from './query-readings.ts';

/**
 * Where so many have a query in name and description, nobody looks further: prompts, which have most words, are not asked
 * for it.
 */
export const MANY_SHOWN = 100;

const MIN_WORD = 2;

/** A word of a query as it is looked for in prompts. */
export function promptTerm(word: string): Term {
  return { filter: 'body', kind: 'fuzzy', text: word, open: mayGoOn(word), negated: false };
}

/** What is looked for in prompts: the rough words of a query, if none of them is a single letter. */
export function promptTerms(query: Query): readonly Term[] {
  const words = planQuery(query).readings.flatMap((terms) => {
    const telling = tellingWords(terms);
    return isAskedOfPrompts(terms, telling) ? telling : [];
  });
  return [...new Set(words)].map(promptTerm);
}

/** Whether a reading with some telling words is one for prompts: of rough words alone, next to filters. */
export function isAskedOfPrompts(terms: readonly Term[], telling: readonly string[]): boolean {
  const isOfWords = terms.filter(isScored).every(isRough);
  return isOfWords && telling.length > 0 && telling.every((word) => word.length >= MIN_WORD);
}

/** The terms that are not looked for to the end. */
export function unknownTerms(terms: readonly Term[], scans: DeepScans, count: number): readonly Term[] {
  return terms.filter((term) => (scans.get(scanKey(term))?.known ?? 0) < count);
}

/**
 * Look for terms in the prompts of some definitions, one at a step: each is made ready for comparing once for all terms.
 *
 * @returns The scans, with what is known then; each step tells its share and what is known so far.
 */
export function* scanPrompts(
  terms: readonly Term[],
  definitions: readonly AgentDefinition[],
  before: DeepScans,
): Generator<{ readonly share: number; readonly scans: () => DeepScans }, DeepScans> {
  const count = definitions.length;
  const looks = terms.map((term) => {
    const { verdicts, known } = before.get(scanKey(term)) ?? { verdicts: new Uint8Array(count), known: 0 };
    return { key: scanKey(term), matches: foldedMatcher(term), verdicts, from: known };
  });
  let known = looks.reduce((first, { from }) => Math.min(first, from), count);
  const scans = (): DeepScans => {
    const further = looks.map(({ key, verdicts, from }): readonly [string, DeepScan] => [
      key,
      { verdicts, known: Math.max(from, known) },
    ]);
    return withScans(before, new Map(further));
  };
  while (known < count) {
    const body = foldText(definitions[known]?.body ?? '');
    for (const { matches, verdicts, from } of looks) if (known >= from) verdicts[known] = matches(body) ? YES : NO;
    known += 1;
    yield { share: known / count, scans };
  }
  return scans();
}
