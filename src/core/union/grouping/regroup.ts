import { addAll, least } from '../../../kit/long-lists.ts';
import type { Section } from '../../definition/agent-definition.ts';
import { passagesOf } from '../../sections/passages-of.ts';
import { titleTerms } from '../../topics/title-meaning.ts';
import { introduces } from './introduces.ts';
import { withListsOfOneForm } from './lists-of-one-form.ts';
import { isOrder, type PlacedVersion, titleWords } from './placed-version.ts';
import { forbids } from './title-sense.ts';
import { isAboutOutput, isFence, type WholeSection } from './whole-sections.ts';
import { withWorkInOne } from './work-in-one.ts';

type Group = readonly PlacedVersion[];

/**
 * Topics as they can be united: what is alike need not stand well under one title.
 *
 * What says who the agent is parts from what says something else, and what forbids from what does not. An item stays with the list it stands in, unless that meets the other's list too.
 * Runs of phases meet as wholes, and sections at the top that say no more than what they are for are one topic, unless the
 * first definition of it has several. A row that the user says something about stays as it is.
 *
 * @param groups One section of a definition at most, in the order of the definitions.
 * @returns The same sections, each in one group, of one purpose several of a definition; those that were parted are at the end.
 */
export function regrouped(groups: readonly Group[]): readonly Group[] {
  const isAsked = (group: Group) => group.some((one) => one.isAsked);
  const others = groups.filter((group) => !isAsked(group));
  const parted = partedItems(others.flatMap(partedByOpening).flatMap(partedBySense).flatMap(partedByForm));
  const asked = groups.filter(isAsked);
  // A copy adds nothing that could be of another hand.
  if (!areOfSeveral(groups)) return [...asked, ...joinedByPurpose(joinedRuns(parted))];
  return withWorkInOne(withListsOfOneForm([...asked, ...joinedByPurpose(withLooseWork(joinedRuns(parted)))]));
}

/** Whether more than one definition says something: a copy of the first does not. */
export function areOfSeveral(groups: readonly Group[]): boolean {
  const all = groups.flat();
  const first = least(all.map(({ column }) => column));
  const said = new Set(all.flatMap(({ column, section }) => (column === first ? [section.raw.trim()] : [])));
  return all.some(({ section }) => !said.has(section.raw.trim()));
}

const WANTS = /^(?:will|you will|do|dos|always|goals?)$/i;
const BANNING = /^(?:[-*+]|\d+[.)])\s[^\p{L}\p{N}]{0,12}(?:do not|don['’]t|never|avoid|must not)(?!\p{L})/iu;

/** A title that forbids, one that wants, and what takes both. */
function senseOf({ section: { title, sections }, section }: PlacedVersion): 'ban' | 'want' | 'ban inside' | 'neither' {
  if (forbids(title)) return 'ban';
  if (WANTS.test(title.trim())) return 'want';
  const items = [section, ...sections].flatMap(passagesOf).filter(({ kind }) => kind === 'item');
  return items.some(({ text }) => BANNING.test(text.trim())) ? 'ban inside' : 'neither';
}

function partedBySense(group: Group): readonly Group[] {
  const [leader] = group;
  if (!leader || group.length < 2) return [group];
  const sense = senseOf(leader);
  const isApart = (one: PlacedVersion) => {
    const other = senseOf(one);
    if ((sense === 'ban') !== (other === 'ban')) return true;
    return (sense === 'want' && other === 'ban inside') || (sense === 'ban inside' && other === 'want');
  };
  return parted(group, isApart);
}

/**
 * What says who the agent is meets only what says so as well, and where a definition begins with it, it stands first. Words that
 * sum up meet only such words.
 */
function partedByOpening(group: Group): readonly Group[] {
  const [leader] = group;
  if (!leader || group.length < 2) return [group];
  const isApart = ({ role, section, isRuleAtEnd }: PlacedVersion) =>
    leader.role === 'opening'
      ? role !== 'opening' && !introduces(section)
      : role !== leader.role || isRuleAtEnd !== leader.isRuleAtEnd;
  return parted(group, isApart);
}

/** A line that announces a form, and one that announces a list: of neither can the title stand over the other. */
function partedByForm(group: Group): readonly Group[] {
  const [leader] = group;
  if (!leader || group.length < 2) return [group];
  const isLine = ({ section }: PlacedVersion) => section.kind === 'lead-in';
  const isOfForm = ({ whole }: PlacedVersion) => whole?.kind === 'template';
  return parted(group, (one) => isLine(leader) && isLine(one) && isOfForm(leader) !== isOfForm(one)).flatMap(
    partedBySteps,
  );
}

/** At the top an order of work, and a list of what one keeps to at work: each has its own title. */
function partedBySteps(group: Group): readonly Group[] {
  const [leader] = group;
  if (!leader || group.length < 2) return [group];
  const name = nameOf(leader);
  return parted(
    group,
    (one) =>
      isTop(leader.parent) &&
      isTop(one.parent) &&
      isOrder(leader) !== isOrder(one) &&
      (name === '' || nameOf(one) !== name),
  );
}

/** The group without those apart, and one of these. */
function parted(group: Group, isApart: (one: PlacedVersion) => boolean): readonly Group[] {
  const apart = group.filter(isApart);
  return apart.length === 0 ? [group] : [group.filter((one) => !isApart(one)), apart];
}

/** Items whose list is not the one that the first of their group stands in. */
function partedItems(groups: readonly Group[]): readonly Group[] {
  const groupOf = new Map(groups.flatMap((group) => group.map((one) => [one, group] as const)));
  return groups.flatMap((group) => {
    const [leader] = group;
    if (!leader || group.length < 2) return [group];
    const apart = group.filter((one) => !isBeside(leader, one, groupOf));
    const rest = group.filter((one) => !apart.includes(one));
    return [rest, ...apart.map((one) => [one])].filter(({ length }) => length > 0);
  });
}

function isBeside(leader: PlacedVersion, one: PlacedVersion, groupOf: ReadonlyMap<PlacedVersion, Group>): boolean {
  if (one === leader) return true;
  const isItem = one.section.kind === 'item';
  if (leader.section.kind === 'item' && (!isItem || one.whole !== null)) {
    return one.whole === null && isListed(one.section) && subjectOf(one.section) === subjectOf(leader.section);
  }
  if (!isItem) return true;
  if (leader.section.kind !== 'item') return one.parent === null;
  if (one.parent === null || leader.parent === null) return one.parent === leader.parent;
  return groupOf.get(one.parent) === groupOf.get(leader.parent);
}

/** What a title is about, in whatever order and whatever for. */
function subjectOf({ title }: Section): string {
  const terms = titleTerms(title);
  const subjects = terms.filter(({ kind }) => kind === 'subject');
  return (subjects.length > 0 ? subjects : terms)
    .map(({ term }) => term)
    .sort()
    .join(' ');
}

/** Whether a section is nothing but a list, so that it can stand under an item. */
function isListed(section: Section): boolean {
  const isList = passagesOf(section).every(({ kind }) => kind !== 'text');
  return isList && section.sections.every(({ kind }) => kind === 'item');
}

/** Runs of phases, each of which stands for all of its definition's, as one topic where they may be of one. */
function joinedRuns(groups: readonly Group[]): readonly Group[] {
  const isRun = ({ whole }: PlacedVersion) => whole?.isRun === true;
  const groupOf = new Map(groups.flatMap((group) => group.map((one) => [one, group] as const)));
  const runs = groups.flatMap((group) => group.filter(isRun)).sort((a, b) => a.column - b.column);
  const joined: PlacedVersion[][] = [];
  for (const run of runs) {
    const place = run.parent && groupOf.get(run.parent);
    const met = joined
      .slice(0, MOST_MET)
      .find(
        (group) =>
          group.every(({ column }) => column !== run.column) &&
          group.every(({ parent }) => !parent || !place || groupOf.get(parent) === place),
      );
    if (met) met.push(run);
    else joined.push([run]);
  }
  const rest = groups.map((group) => group.filter((one) => !isRun(one))).filter(({ length }) => length > 0);
  return [...rest, ...joined];
}

/** Purposes that are one to a reader, each by the terms of the titles that state it. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['@process', 'process'],
  ['@first', 'process'],
  ['@output', 'output'],
  ['@expertise', 'expertise'],
  ['@limits', 'limits'],
  ['@principles', 'principles'],
  ['@practices', 'principles'],
]);
const OTHER_TITLES: readonly (readonly [RegExp, string])[] = [
  [/^(?:core |main )?actions$/i, 'process'],
  [/^when (?:you are |you're )(?:invoked|called|activated)\b/i, 'process'],
];

function purposeOf({ section, whole, parent, role, isOfName, isOnlyWork }: PlacedVersion): string | null {
  const { title, kind } = section;
  // What tells what is handed over is one form, wherever it stands.
  const terms = titleTerms(title);
  const isOfOutput = terms.some(({ term }) => term === '@output');
  const isAnywhere = isHeading(section) || !isUnderSubject(parent);
  if (role === 'part' && isOfOutput && isAnywhere && holdsForm(section, whole)) return 'output';
  if (!isTop(parent) || role !== 'part' || kind === 'item') return null;
  if (whole?.isRun) return 'process';
  if (whole?.kind === 'template' && isAboutOutput(section)) return 'output';
  const other = OTHER_TITLES.find(([titles]) => titles.test(title));
  if (other) return other[1];
  // A line that announces an order of work has other words than a title, and the only one needs none of its own.
  const isOfWork = whole?.kind === 'procedure' && (kind === 'lead-in' || isOfName || isOnlyWork);
  if (!isOfWork && terms.some((one) => one.kind === 'subject')) return null;
  // A protocol of communication is no order of work.
  if (terms.some(({ term }) => term === '@communication')) return null;
  const purposes = terms.flatMap(({ term }) => PURPOSES.get(term) ?? []);
  return purposes[0] ?? null;
}

const isHeading = ({ kind }: Section): boolean => kind === 'heading' || kind === 'tag';

/** Whether a section stands under a title that is about something: a line that announces a form there is about that. */
function isUnderSubject(parent: PlacedVersion | null): boolean {
  return parent !== null && !isTop(parent) && titleTerms(parent.section.title).some(({ kind }) => kind === 'subject');
}

const isForm = ({ section, whole }: PlacedVersion): boolean => holdsForm(section, whole);

function holdsForm(section: Section, whole: WholeSection | null): boolean {
  return whole?.kind === 'template' || passagesOf(section).some(({ text }) => isFence(text));
}

/**
 * A list without numbers that is called a process is no order of work where its definition has one with numbers and another has
 * a list of what one keeps to at work: the two lists are of one kind.
 */
function withLooseWork(groups: readonly Group[]): readonly Group[] {
  const all = groups.flat();
  const isCounted = ({ section }: PlacedVersion) => passagesOf(section).some(({ text }) => /^\s*\d/.test(text));
  const counted = new Set(
    all.flatMap((one) => (isOrder(one) && isTop(one.parent) && isCounted(one) ? [one.column] : [])),
  );
  const isLoose = (one: PlacedVersion) =>
    isOrder(one) && one.whole?.inside.size === 0 && counted.has(one.column) && !isCounted(one);
  const isKeptTo = (one: PlacedVersion) => !isOrder(one) && purposeOf(one) === 'process';
  const columns = new Set(all.filter(isKeptTo).map(({ column }) => column));
  const isMet = (one: PlacedVersion) => isLoose(one) && [...columns].some((column) => column !== one.column);
  if (!all.some(isMet)) return groups;
  return groups.flatMap((group) => {
    const loose = group.filter(isMet).map((one) => ({ ...one, whole: null }));
    return [group.filter((one) => !isMet(one)), ...loose.map((one) => [one])].filter(({ length }) => length > 0);
  });
}

/** More groups than any real definitions make; those beyond stay by themselves. */
const MOST_MET = 1_000;

function joinedByPurpose(groups: readonly Group[]): readonly Group[] {
  const joined: PlacedVersion[][] = [];
  const byFirst = [...groups].sort((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  const purposes = new Map<PlacedVersion[], string | null>();
  const named = new Map<string, PlacedVersion[]>();
  for (const group of byFirst) {
    const purpose = group[0] ? purposeOf(group[0]) : null;
    const isOne = purpose !== null && group.map(purposeOf).every((other) => other === null || other === purpose);
    const meeting = isOne ? joined.slice(0, MOST_MET).filter((one) => purposes.get(one) === purpose) : [];
    const open = meeting.filter(
      (one) => isForeign(one, group) && (purpose !== 'process' || one.some(isOrder) === group.some(isOrder)),
    );
    const met = open.find((one) => one.some(isForm) === group.some(isForm)) ?? open[0] ?? namesakeOf(group, named);
    const own = met ?? [...group];
    if (met) addAll(met, group);
    else {
      joined.push(own);
      purposes.set(own, isOne ? purpose : null);
    }
    for (const name of group.map(nameOf)) if (name !== '' && !named.has(name)) named.set(name, own);
  }
  return joined.map((group) => group.sort((a, b) => a.index - b.index));
}

function namesakeOf(group: Group, named: ReadonlyMap<string, PlacedVersion[]>): PlacedVersion[] | undefined {
  const met = group[0] && named.get(nameOf(group[0]));
  return met && isForeign(met, group) ? met : undefined;
}

/** The title of a heading at the top, word by word: sections that are called the same are one topic. Else empty. */
function nameOf(one: PlacedVersion): string {
  const isTitle = one.section.kind === 'heading' && one.role === 'part' && isTop(one.parent);
  return isTitle ? titleWords(one) : '';
}

/** What stands right under a title of the document stands at the top. */
function isTop(parent: PlacedVersion | null): boolean {
  if (parent === null) return true;
  const { kind, level } = parent.section;
  return parent.parent === null && (kind === 'tag' || (kind === 'heading' && level === 1));
}

/** Whether the definition that leads a group has nothing of another: what it keeps apart stays apart. */
function isForeign([leader]: Group, other: Group): boolean {
  return other.every(({ column }) => column !== leader?.column);
}
