import type { Section, SectionKind } from '../../definition/agent-definition.ts';
import { termsOf } from '../../passages/terms.ts';
import { itemTextStart } from '../../sections/line-shapes.ts';
import type { Passage } from '../../sections/passage.ts';
import { allPassages, passagesOf } from '../../sections/passages-of.ts';
import { flattenSections, isClosingTag } from '../../sections/section-text.ts';
import { titleTerms } from '../../topics/title-meaning.ts';
import { areUnlike, type ListForm, listFormOf } from './list-form.ts';
import type { PlacedVersion } from './placed-version.ts';
import { type BlockKind, isAboutOutput } from './whole-sections.ts';

type Group = readonly PlacedVersion[];

/**
 * Groups in which lists meet only where they are written in one way: sentences beside names, named items beside bare ones,
 * or two languages in one list are seen at once to be of two hands.
 *
 * Of lists of what is done, checked or handed over each is a block then, of which one stands: it goes with the work of one
 * agent; so it does where one has a form of its answer. What is known or kept to in another way stands under its own title. A
 * list that a fuller one of the same definition says again is left out beside others.
 */
export function withListsOfOneForm(groups: readonly Group[]): readonly Group[] {
  const summaries = summariesAmong(groups.flat());
  const moved = new Map<PlacedVersion, PlacedVersion>();
  const parted = groups.flatMap((group): readonly Group[] => {
    const blocks = blocksIn(group, summaries);
    for (const [one, block] of blocks) moved.set(one, block);
    if (blocks.size === group.filter(({ whole }) => whole === null).length) return [group];
    const [holder = group[0]] = group.filter(isContainer);
    const unlike = unlikeLists(group, holder).filter((one) => !moved.has(one));
    if (!holder || unlike.length === 0) return [group];
    for (const one of unlike) if (isOfOnePurpose(holder, one)) moved.set(one, { ...one, parent: holder });
    return [group.filter((one) => !unlike.includes(one)), ...groupedByForm(unlike)];
  });
  if (moved.size === 0 && parted.length === groups.length) return groups;
  const placeOf = withParents(moved);
  const inside = new Set([...moved.values()].flatMap(({ whole }) => [...(whole?.inside ?? [])]));
  return parted
    .map((group) => group.filter(({ section }) => !inside.has(section)).map(placeOf))
    .filter(({ length }) => length > 0);
}

/** What in a group becomes a block: all lists where one of them stands, else those that are left out. */
function blocksIn(group: Group, summaries: ReadonlySet<PlacedVersion>): ReadonlyMap<PlacedVersion, PlacedVersion> {
  const kind = blockKindOf(group);
  return new Map(
    group.flatMap((one) => {
      if (summaries.has(one)) return [[one, { ...asBlock(one, 'list'), isSummary: true }] as const];
      return kind !== null && one.whole === null ? [[one, asBlock(one, kind)] as const] : [];
    }),
  );
}

type ListKind = Extract<BlockKind, 'template' | 'list' | 'knowledge'>;

/** What the lists of a group are, where one of them stands for all; `null` where they unite or stand apart. */
function blockKindOf(group: Group): ListKind | null {
  if (tellAnswers(group)) return 'template';
  const isUnlike = unlikeLists(group, group[0]).length > 0;
  if (isOfParts(group) && group.some(isAnswer) && (isUnlike || arePartlyLists(group))) return 'list';
  if (!group.every(isList)) return null;
  if (isUnlike && group.some(isOfWork)) return 'list';
  return isOfParts(group) && haveTwoForms(group) && areTwins(group) ? 'knowledge' : null;
}

function haveTwoForms(group: Group): boolean {
  const [first, ...others] = group.every(({ whole, isAsked }) => whole === null && !isAsked) ? group.map(formOf) : [];
  return first !== undefined && others.some((form) => first && form && areUnlike(first, form));
}

/** So many of the items of a list have a word in common with one of another list that says what the same agents know. */
const TWIN = 0.4;

/** Of an item of so few words one is enough. */
const SHORT = 5;

/** Whether lists under titles that say no more than that they are of what is known, as *Focus Areas*, say much of the same. */
function areTwins(group: Group): boolean {
  const isOfThat = ({ section: { title } }: PlacedVersion) =>
    titleTerms(title).every(({ term }) => term === '@expertise') && titleTerms(title).length > 0;
  if (!group.every(isOfThat)) return false;
  const [first = [], ...others] = group.map(({ section }) => itemsOf(section).map((text) => new Set(termsOf(text))));
  const common = frequentIn([...first, ...others.flat()]);
  const isAgain = (terms: ReadonlySet<string>) =>
    first.some((one) => {
      const said = [...terms].filter((term) => !common.has(term) && one.has(term)).length;
      return said > 1 || (said === 1 && Math.min(terms.size, one.size) <= SHORT);
    });
  return others.every((items) => items.filter(isAgain).length >= TWIN * items.length);
}

/** Terms that a quarter of the items have: what all of it is about. */
function frequentIn(items: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const terms of items) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Set([...counts].flatMap(([term, count]) => (count > 2 && count * 4 > items.length ? [term] : [])));
}

function itemsOf(section: Section): readonly string[] {
  const own = passagesOf(section).filter(({ kind }) => kind === 'item');
  const inner = section.sections.filter(isItem).flatMap((one) => passagesOf(one).slice(0, 1));
  return [...own, ...inner].map(({ text }) => text);
}

const isAnswer = ({ section }: PlacedVersion): boolean => isAboutOutput(section);

/** Whether some list what is handed over right under the title, and others in another way. */
function arePartlyLists(group: Group): boolean {
  const isPlain = (one: PlacedVersion) => formOf(one) !== null;
  return (
    group.every(({ whole, isAsked }) => whole === null && !isAsked) && group.some(isPlain) && !group.every(isPlain)
  );
}

function asBlock(one: PlacedVersion, kind: ListKind): PlacedVersion {
  const inside = new Set(flattenSections(one.section.sections.filter((inner) => !isClosingTag(inner))));
  return { ...one, whole: { kind, isRun: false, others: [], inside } };
}

/** Whether one has a form of its answer where others list what it has in it. */
function tellAnswers(group: Group): boolean {
  if (!isOfParts(group)) return false;
  const isForm = ({ whole }: PlacedVersion) => whole?.kind === 'template';
  const isListed = (one: PlacedVersion) => one.whole === null && isList(one) && formOf(one) !== null;
  const isOneOf = (one: PlacedVersion) => !one.isAsked && (isForm(one) || isListed(one));
  return group.some(isForm) && group.some(isListed) && group.every(isOneOf) && group.some(isAnswer);
}

/** The short lists of what a definition knows, of which a longer one of its own names most; only where another speaks too. */
function summariesAmong(all: Group): ReadonlySet<PlacedVersion> {
  if (all.every(({ column }) => column === all[0]?.column)) return new Set();
  const lists = all.filter((one) => one.whole === null && !one.isAsked && isOfExpertise(one));
  const isSaid = (one: PlacedVersion) =>
    lists.some((other) => other.column === one.column && other !== one && areSaid(one.section, other.section));
  return new Set(lists.filter((one) => isList(one) && isSaid(one)));
}

function isOfExpertise({ section: { title, kind } }: PlacedVersion): boolean {
  return kind !== 'item' && titleTerms(title).some(({ term }) => term === '@expertise');
}

/** So many of the names of a list must have a word in those of a longer one. */
const NAMED_AGAIN = 0.6;

function areSaid(short: Section, long: Section): boolean {
  const inside = short.sections.filter(isItem).flatMap((one) => passagesOf(one).slice(0, 1));
  const names = namesOf([...passagesOf(short), ...inside]);
  const longer = namesOf([...passagesOf(long), ...allPassages(long.sections.filter(isItem))]);
  if (names.length < 3 || longer.length < names.length || names.every(isBold)) return false;
  const terms = longer.map((name) => new Set(termsOf(name)));
  const again = names.filter((name) => terms.some((one) => termsOf(name).some((term) => one.has(term))));
  // Of two lists of one length the bold one is the fuller.
  const isFuller = longer.length > names.length || longer.every(isBold);
  return isFuller && again.length >= NAMED_AGAIN * names.length;
}

const isBold = (name: string): boolean => name.startsWith('**');

const isItem = ({ kind }: Section): boolean => kind === 'item';

/** The names that items begin with, bold ones with their marks. */
function namesOf(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap(({ kind, text }) => {
    const said = text.trim().slice(itemTextStart(text.trim()));
    const name = /^(?:\*\*[^*\n]{1,60}\*\*|\p{L}[^:：\n]{1,40}[:：])/u.exec(said)?.[0];
    return kind === 'item' && name !== undefined ? [name] : [];
  });
}

/** A section with titles inside, and no list of its own. */
function isContainer(one: PlacedVersion): boolean {
  const titled = one.section.sections.filter(({ kind }) => kind !== 'item' && kind !== 'untitled');
  return titled.length > 1 && formOf(one) === null;
}

const formOf = ({ section }: PlacedVersion): ListForm | null => (section.kind === 'item' ? null : listFormOf(section));

/** The sections of a group whose lists are written in another way than that of the one that holds the topic, or of the first. */
function unlikeLists(group: Group, holder: PlacedVersion | undefined): Group {
  if (!holder || !isOfParts(group) || group.some(({ whole, isAsked }) => whole !== null || isAsked)) return [];
  const others = isContainer(holder) ? [] : group.map(formOf).filter((form) => form !== null);
  const first = formOf(holder) ?? others[0];
  return group.filter((one) => {
    const form = formOf(one);
    if (one === holder || !form || one.role !== 'part' || nameOf(one) === nameOf(holder)) return false;
    return first ? areUnlike(first, form) : isContainer(holder);
  });
}

/** Whether two headings say no more than the one purpose of both: one section is enough for that, the other stands inside. */
function isOfOnePurpose(holder: PlacedVersion, { section }: PlacedVersion): boolean {
  if (section.kind !== 'heading' || holder.section.kind !== 'heading') return false;
  const [terms, others] = [titleTerms(section.title), titleTerms(holder.section.title)];
  return [...terms, ...others].every(({ kind }) => kind === 'purpose') && terms[0]?.term === others[0]?.term;
}

function isOfParts(group: Group): boolean {
  const [leader] = group;
  return group.length > 1 && leader?.role === 'part' && leader.section.kind !== 'item';
}

function groupedByForm(versions: Group): readonly Group[] {
  const groups: { readonly form: ListForm | null; readonly group: PlacedVersion[] }[] = [];
  for (const one of versions) {
    const form = formOf(one);
    const met = groups.find((other) => form && other.form && !areUnlike(form, other.form));
    if (met) met.group.push(one);
    else groups.push({ form, group: [one] });
  }
  return groups.map(({ group }) => group);
}

/** What the agent does, what it looks at when it has done it, and what it hands over. */
const WORK: ReadonlySet<string> = new Set(['@process', '@first', '@checklist', '@success', '@output']);

function isOfWork({ section: { title } }: PlacedVersion): boolean {
  return titleTerms(title).some(({ term }) => WORK.has(term));
}

/** Whether a section is its title over a list, with no more than words before or behind it. */
function isList({ section }: PlacedVersion): boolean {
  const kinds: ReadonlySet<SectionKind> = new Set(['item', 'lead-in', 'untitled']);
  return flattenSections(section.sections).every((one) => kinds.has(one.kind) || isClosingTag(one));
}

const FOCUS = /^(?:your |core |key |main )?(?:focus(?: areas?| on)?|areas? of focus)$/i;

/** What a section is called; of what one looks at, whatever it is called. */
function nameOf({ section: { title } }: PlacedVersion): string {
  if (FOCUS.test(title.trim())) return 'focus';
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Each section by its new place, those inside moved ones with it. */
export function withParents(moved: ReadonlyMap<PlacedVersion, PlacedVersion>): (one: PlacedVersion) => PlacedVersion {
  const places = new Map(moved);
  const placeOf = (one: PlacedVersion): PlacedVersion => {
    const known = places.get(one);
    if (known) return known;
    const parent = one.parent && placeOf(one.parent);
    const place = parent === one.parent ? one : { ...one, parent };
    places.set(one, place);
    return place;
  };
  return placeOf;
}
