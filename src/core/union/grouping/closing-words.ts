import { least } from '../../../kit/long-lists.ts';
import type { Section } from '../../definition/agent-definition.ts';
import { termsOf } from '../../passages/terms.ts';
import { passagesOf } from '../../sections/passages-of.ts';
import { roleOf } from '../../topics/section-profile.ts';
import { titleTerms } from '../../topics/title-meaning.ts';
import { sumsUp } from './introduces.ts';
import type { PlacedVersion } from './placed-version.ts';

/**
 * What words at the end of a definition are: more of the section before them, which is about something that they speak of too;
 * words that sum up; or a rule for what is handed over, which is no end for what others add.
 *
 * @param before The section it stands in, or else the one before it at the top.
 * @returns `null` for any other section.
 */
export function endingOf(
  section: Section,
  before: Section | undefined,
): 'of the section before' | 'sums up' | 'rule' | null {
  if (roleOf(section) !== 'closing') return null;
  const texts = passagesOf(section).map(({ text }) => text);
  const spoken = new Set(termsOf(texts.join('\n')));
  const subjects = titleTerms(before?.title ?? '').filter(({ kind }) => kind === 'subject');
  const said = subjects.filter(({ term }) => spoken.has(term));
  if (subjects.length > 1 && 2 * said.length > subjects.length) return 'of the section before';
  return sumsUp(texts.at(-1) ?? '') ? 'sums up' : 'rule';
}

/** The first definition with closing words that sum up; `null` where none has. */
export function closingColumn(placed: readonly PlacedVersion[]): number | null {
  const columns = placed.flatMap(({ isLast, section, column }) =>
    isLast && sumsUp(passagesOf(section).at(-1)?.text ?? '') ? [column] : [],
  );
  return columns.length > 0 ? least(columns) : null;
}
