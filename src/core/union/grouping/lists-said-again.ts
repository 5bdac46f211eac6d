import type { Section, SectionKind } from '../../definition/agent-definition.ts';
import { termsOf } from '../../passages/terms.ts';
import { allPassages } from '../../sections/passages-of.ts';
import { flattenSections, isClosingTag } from '../../sections/section-text.ts';
import { titleTerms } from '../../topics/title-meaning.ts';
import { itemsIn, nameOf } from './list-items.ts';
import type { PlacedVersion } from './placed-version.ts';

/** Longer lists, and more of them, than anybody writes by hand are not compared with each other. */
const LONGEST = 500;
const MOST_LISTS = 100;

/** So many of the items of a list have a word in common with one of another list that says what the same agents know. */
const TWIN = 0.4;
/** Of an item of so few words one is enough. */
const SHORT = 5;

/**
 * Whether lists under titles that say no more than that they are of what is known, as *Focus Areas*, say much of the same.
 *
 * @param group At least two sections, in the order of the definitions: each is held against the first.
 */
export function areTwins(group: readonly PlacedVersion[]): boolean {
  const isOfThat = ({ section: { title } }: PlacedVersion) => {
    const terms = titleTerms(title);
    return terms.length > 0 && terms.every(({ term }) => term === '@expertise');
  };
  if (!group.every(isOfThat)) return false;
  const items = group.map(({ section }) => itemsIn(section));
  if (items.some(({ length }) => length > LONGEST)) return false;
  const lists = items.map((list) => list.map(({ text }) => new Set(termsOf(text))));
  const common = frequentIn(lists.flat());
  const [first = [], ...others] = lists;
  const isAgain = (terms: ReadonlySet<string>) =>
    first.some((one) => {
      const said = [...terms].filter((term) => !common.has(term) && one.has(term)).length;
      return said > 1 || (said === 1 && Math.min(terms.size, one.size) <= SHORT);
    });
  return others.every((list) => list.filter(isAgain).length >= TWIN * list.length);
}

/** Terms that a quarter of the items have: what all of it is about. */
function frequentIn(items: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const terms of items) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Set([...counts].flatMap(([term, count]) => (count > 2 && count * 4 > items.length ? [term] : [])));
}

/** The short lists of what a definition knows, of which a longer one of its own names most; only where another speaks too. */
export function summariesAmong(all: readonly PlacedVersion[]): ReadonlySet<PlacedVersion> {
  if (all.every(({ column }) => column === all[0]?.column)) return new Set();
  const lists = all
    .filter((one) => one.whole === null && !one.isAsked && isOfExpertise(one))
    .slice(0, MOST_LISTS)
    .map((one) => ({ one, names: namesOf(one.section), said: namesInside(one.section) }));
  const isSummary = ({ one, names }: (typeof lists)[number]) =>
    isList(one) &&
    lists.some((other) => other.one !== one && other.one.column === one.column && areSaid(names, other.said));
  return new Set(lists.filter(isSummary).map(({ one }) => one));
}

function isOfExpertise({ section: { title, kind } }: PlacedVersion): boolean {
  return kind !== 'item' && titleTerms(title).some(({ term }) => term === '@expertise');
}

/** So many of the names of a list must have a word in those of a longer one. */
const NAMED_AGAIN = 0.6;

function areSaid(names: readonly string[], longer: readonly string[]): boolean {
  if (names.length < 3 || longer.length < names.length || names.every(isBold)) return false;
  const terms = new Set(longer.flatMap(termsOf));
  const again = names.filter((name) => termsOf(name).some((term) => terms.has(term)));
  // Of two lists of one length the bold one is the fuller.
  const isFuller = longer.length > names.length || longer.every(isBold);
  return isFuller && again.length >= NAMED_AGAIN * names.length;
}

const isBold = (name: string): boolean => name.startsWith('**');

const namesOf = (section: Section): readonly string[] =>
  itemsIn(section)
    .map(nameOf)
    .filter((name) => name !== '');

/** The names of the items of a section, those of the items under them too. */
function namesInside(section: Section): readonly string[] {
  const inner = section.sections.filter(({ kind }) => kind === 'item').flatMap((one) => allPassages([one]).slice(1));
  const items = [...itemsIn(section), ...inner.filter(({ kind }) => kind === 'item')];
  return items.map(nameOf).filter((name) => name !== '');
}

const OF_LISTS: ReadonlySet<SectionKind> = new Set(['item', 'lead-in', 'untitled']);

/** Whether a section is its title over a list, with no more than words before or behind it. */
export function isList({ section }: PlacedVersion): boolean {
  return flattenSections(section.sections).every((one) => OF_LISTS.has(one.kind) || isClosingTag(one));
}
