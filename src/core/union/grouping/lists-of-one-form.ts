import { flattenSections, isClosingTag } from '../../sections/section-text.ts';
import { titleTerms } from '../../topics/title-meaning.ts';
import { areUnlike, type ListForm, listFormOf } from './list-form.ts';
import { areTwins, isList, summariesAmong } from './lists-said-again.ts';
import { type PlacedVersion, placesAfter, standsIn, titleWords } from './placed-version.ts';
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
    for (const one of unlike) {
      if (isOfOnePurpose(holder, one) && !standsIn(holder, one)) moved.set(one, { ...one, parent: holder });
    }
    return [group.filter((one) => !unlike.includes(one)), ...groupedByForm(unlike)];
  });
  if (moved.size === 0 && parted.length === groups.length) return groups;
  const placeOf = placesAfter(moved);
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

const FOCUS = /^(?:your |core |key |main )?(?:focus(?: areas?| on)?|areas? of focus)$/i;

/** What a section is called; one name for all that one looks at. */
function nameOf(one: PlacedVersion): string {
  return FOCUS.test(one.section.title.trim()) ? 'focus' : titleWords(one);
}
