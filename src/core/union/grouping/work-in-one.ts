import { titleTerms } from '../../topics/title-meaning.ts';
import { isOrder, type PlacedVersion, placesAfter } from './placed-version.ts';

type Group = readonly PlacedVersion[];

/**
 * Groups with the steps of one definition and what another keeps to at work, under titles that say no more than that, as one
 * section: the one stands inside the other, so that a reader finds one place for how it is done.
 */
export function withWorkInOne(groups: readonly Group[]): readonly Group[] {
  const work = groups.filter((group) => group.every(isOfWorkAlone));
  const steps = work.find((group) => group.some(isOrder));
  const kept = work.find((group) => !group.some(isOrder) && group[0]?.column !== steps?.[0]?.column);
  const [one, other] = [steps?.[0], kept?.[0]];
  if (!steps || !kept || !one || !other) return groups;
  const holder = [other, one].find(({ section }) => section.kind === 'heading');
  if (!holder) return groups;
  const inside = holder === other ? steps : kept;
  const placeOf = placesAfter(new Map(inside.map((version) => [version, { ...version, parent: holder }])));
  return groups.map((group) => group.map(placeOf));
}

/** Whether a section at the top says by its title that it is about work, and about nothing else. */
function isOfWorkAlone({ section: { title, kind }, parent, role, whole, isAsked }: PlacedVersion): boolean {
  if (parent !== null || role !== 'part' || kind === 'item' || isAsked || whole?.isRun) return false;
  const terms = titleTerms(title);
  return terms.length > 0 && terms.every(({ term }) => term === '@process' || term === '@first');
}
