import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import { termsOf } from '../passages/terms.ts';
import { type AskedRows, NOTHING_ASKED } from '../sections/asked-rows.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { flattenSections, isClosingTag, sectionLabel, wholeDocument } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import type { Topic } from '../topics/comparison.ts';
import { orderGroups } from '../topics/order-topics.ts';
import { roleOf } from '../topics/section-profile.ts';
import { titleTerms } from '../topics/title-meaning.ts';
import { sectionsIn, wholeTopicAt, wholeTopics } from '../topics/whole-topics.ts';
import { withExamplesBehind } from './examples-behind.ts';
import { closingColumn, endingOf } from './grouping/closing-words.ts';
import { introduces } from './grouping/introduces.ts';
import { goesOnFromRole, introducingColumn, speaksToAgent } from './grouping/introducing-column.ts';
import type { PlacedVersion } from './grouping/placed-version.ts';
import { areOfSeveral, regrouped } from './grouping/regroup.ts';
import { inOrderOfReading, withGroupsBehind } from './grouping/union-order.ts';
import { wholeSections } from './grouping/whole-sections.ts';
import type { TopicNode } from './topic-node.ts';

/**
 * Topics as trees, left with what is in some sections.
 *
 * @param topics As lined up, in reading order.
 * @param definitions Those the topics' cells belong to, in that order.
 * @param isWanted Whether a section is to be in the trees.
 * @param rows What the user says about the rows: the topics of the sections named stay as they are.
 */
export function topicTrees(
  topics: readonly Topic[],
  definitions: readonly AgentDefinition[],
  isWanted: (definition: AgentDefinition, section: Section) => boolean = () => true,
  rows: AskedRows = NOTHING_ASKED,
): readonly TopicNode[] {
  const { groups, titles } = placedGroups(topics, definitions, isWanted, rows);
  return treesOf(regrouped(groups), titles, definitions);
}

/**
 * One topic with all that stands inside its sections, wherever that was lined up.
 *
 * @param row Index of the topic.
 * @param rows What the user says about the rows.
 * @returns `null` if there is no such topic.
 */
export function topicTree(
  topics: readonly Topic[],
  definitions: readonly AgentDefinition[],
  row: number,
  rows: AskedRows = NOTHING_ASKED,
): TopicNode | null {
  const whole = wholeTopicAt(topics, row);
  const cells = new Set(definitions.flatMap((_, column) => sectionsIn(whole, column)));
  const inside = new Set(
    definitions.flatMap((definition, column) =>
      sectionsIn(whole, column).flatMap((section) => spokenSections(definition, section)),
    ),
  );
  const { groups, titles } = placedGroups(topics, definitions, (_, section) => inside.has(section), rows);
  // The user unites the topic as it is; only what is inside it is grouped anew.
  const isRoot = (group: readonly PlacedVersion[]) => group.some(({ section }) => cells.has(section));
  const trees = treesOf(
    [...groups.filter(isRoot), ...regrouped(groups.filter((one) => !isRoot(one)))],
    titles,
    definitions,
  );
  const at = trees.findIndex(({ versions }) => versions.some(({ section }) => cells.has(section)));
  const root = trees[at];
  return root ? { ...root, children: [...trees.slice(0, at), ...root.children, ...trees.slice(at + 1)] } : null;
}

/** The title of the topic that a section was lined up in. */
type Titles = ReadonlyMap<Section, string>;

/** The sections of topics by their place, those inside blocks left out, with the topics' titles. */
function placedGroups(
  topics: readonly Topic[],
  definitions: readonly AgentDefinition[],
  isWanted: (definition: AgentDefinition, section: Section) => boolean,
  { together, apart }: AskedRows,
): { readonly groups: readonly (readonly PlacedVersion[])[]; readonly titles: Titles } {
  const places = new Map<Section, PlacedVersion>();
  const names = new Set(definitions.flatMap(({ name }) => termsOf(name)));
  const named = [...together, ...apart].flat();
  for (const [column, definition] of definitions.entries()) {
    const isIn = (section: Section) => isWanted(definition, section);
    const asked = new Set(named.flatMap((at) => (at.definition === definition.id ? [at.section] : [])));
    for (const placed of placedSections(definition, column, places.size, isIn, names, asked))
      places.set(placed.section, placed);
  }
  const inside = new Set([...places.values()].flatMap(({ whole }) => [...(whole?.inside ?? [])]));
  const wholes = wholeTopics(topics);
  const titles = new Map(
    wholes.flatMap((rows) =>
      rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [[cell, rows[0].title] as const] : []))),
    ),
  );
  const groups = wholes.flatMap(keptApart).map((rows) =>
    definitions.flatMap((definition, column) =>
      sectionsIn(rows, column).flatMap((section) => {
        const placed = places.get(section);
        return placed && isWanted(definition, placed.section) && !inside.has(placed.section) ? [placed] : [];
      }),
    ),
  );
  return { groups: groups.filter(({ length }) => length > 0), titles };
}

/** The rows of a topic, but what its first definition says in several sections, which stay so, with what stands in their rows. */
function keptApart(rows: readonly Topic[]): readonly (readonly Topic[])[] {
  const leading = rows[0]?.cells.findIndex((cell) => cell !== null) ?? -1;
  const [first, ...others] = rows.filter(({ cells }) => cells[leading]);
  if (!first || others.length === 0) return [rows];
  return [rows.filter((row) => !others.includes(row)), ...others.map((row) => [row])];
}

function placedSections(
  definition: AgentDefinition,
  column: number,
  firstIndex: number,
  isWanted: (section: Section) => boolean,
  names: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): readonly PlacedVersion[] {
  const placed: PlacedVersion[] = [];
  const sections = sectionsOf(definition);
  const wholes = wholeSections(sections);
  const works = [...wholes].filter(([{ title }, { kind }]) => kind === 'procedure' && speaksOfWork(title));
  const onlyWork = works.length === 1 ? works[0]?.[0] : null;
  const last = flattenSections(sections).findLast((section) => passagesOf(section).length > 0);
  const add = (section: Section, parent: PlacedVersion | null): void => {
    const opens = isOpening(definition, section);
    const ending = endingOf(section, (parent ?? placed.findLast(isAtTop))?.section);
    const role = opens ? 'opening' : roleWith(ending, section);
    const isOfName = titleTerms(section.title).every(({ term, kind }) => kind !== 'subject' || names.has(term));
    const whole = opens || !isWanted(section) ? null : (wholes.get(section) ?? null);
    const isAll = whole !== null && [...whole.inside].every((one) => isWanted(one) || isClosingTag(one));
    const one = {
      section,
      column,
      index: firstIndex + placed.length,
      // A rule for all that is handed over stands under none of it.
      parent: ending === 'rule' ? null : parent,
      role,
      whole: isAll ? whole : null,
      isOfName,
      isLast: section === last,
      isOnlyWork: section === onlyWork,
      isRuleAtEnd: ending === 'rule',
      isSummary: false,
      isAsked: asked.has(section.id),
    } as const;
    placed.push(one);
    for (const inner of section.sections) add(inner, opens ? null : one);
  };
  for (const section of sections) add(section, null);
  return placed;
}

const isAtTop = ({ parent }: PlacedVersion): boolean => parent === null;

function roleWith(ending: ReturnType<typeof endingOf>, section: Section): PlacedVersion['role'] {
  return ending === null || ending === 'sums up' ? roleOf(section) : 'part';
}

function speaksOfWork(title: string): boolean {
  return titleTerms(title).some(({ term }) => term === '@process' || term === '@first');
}

function treesOf(
  groups: readonly (readonly PlacedVersion[])[],
  titles: Titles,
  definitions: readonly AgentDefinition[],
): readonly TopicNode[] {
  const roots: TopicNode[] = [];
  const open: { readonly node: TopicNode; readonly depth: number }[] = [];
  const introducing = introducingColumn(groups.flat());
  const begun = new Set(
    groups
      .flat()
      .flatMap(({ role, column, section }) => (role === 'opening' && column === introducing ? [section.raw] : [])),
  );
  // What speaks to the agent goes on from `You are`, not from a label for it.
  const isToYou = groups.flat().some((one) => one.column === introducing && speaksToAgent(one));
  const goesOn = (one: PlacedVersion): boolean =>
    isToYou && one.column !== introducing && !begun.has(one.section.raw) && goesOnFromRole(one);
  const closing = closingColumn(groups.flat());
  const isOfSeveral = areOfSeveral(groups);
  /** Definitions with headings at the top. */
  const headed = new Set(
    groups.flat().flatMap(({ section, parent, column }) => (isHeading(section) && parent === null ? [column] : [])),
  );
  const parted = groups.flatMap((group) => [group.filter((one) => !goesOn(one)), group.filter(goesOn)]);
  const placed = parted.filter(({ length }) => length > 0);
  for (const { group, depth } of orderGroups(placed, (column) => column, withGroupsBehind, inOrderOfReading)) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const versions = group.flatMap((one) => {
      const { section, column, whole, isLast, isSummary } = one;
      const definition = definitions[column];
      return definition
        ? [
            {
              definition,
              section,
              whole,
              isSummary,
              givesWay: introducing !== null && column !== introducing && !goesOn(one),
              closesAgain: isLast && closing !== null && column !== closing,
            },
          ]
        : [];
    });
    const opens =
      versions[0] !== undefined &&
      isOpening(versions[0].definition, versions[0].section) &&
      versions.every(({ definition, section }) => isOpening(definition, section) || introduces(section));
    const labels = versions.map(({ section }) => sectionLabel(section));
    const called = versions[0] && titles.get(versions[0].section);
    const title = labels.find((label) => label === called) ?? labels[0] ?? '';
    // Who writes such titles among headings means them so.
    const [{ column: leading = 0 } = {}] = group;
    const isAmongHeadings = depth === 0 && headed.size > 0 && (leading > 0 || !headed.has(0));
    const level = isAmongHeadings && versions.every(({ section }) => isShortTitle(section)) ? { level: 2 } : {};
    const node = { title, versions, isOpening: opens, isOfSeveral, ...level, children: [] };
    (open.at(-1)?.node.children ?? roots).push(node);
    open.push({ node, depth });
  }
  // Who the agent is stands before how it goes on.
  const introduced = roots.filter(({ versions }) =>
    versions.some(({ definition, section, givesWay }) => {
      const isOfOne = definition === definitions[introducing ?? -1] && !givesWay;
      return isOfOne && (isOpening(definition, section) || introduces(section));
    }),
  );
  // A title over the whole document would take all of it along.
  const isSmall = ({ children, versions }: TopicNode) =>
    children.length === 0 || versions.every(({ section }) => introduces(section));
  const first =
    introduced.find(({ children }) => children.length === 0) ?? (isOfSeveral ? introduced.find(isSmall) : undefined);
  const ended = withExamplesBehind(roots);
  return first ? [first, ...ended.filter((root) => root !== first)] : ended;
}

function isHeading({ kind, level }: Section): boolean {
  return kind === 'heading' && level > 1;
}

/** More words than these make a sentence. */
const LONGEST_TITLE = 7;

/** A bold or announcing line that can be a heading among headings. */
function isShortTitle({ kind, title, raw }: Section): boolean {
  if (title.split(/\s+/).length > LONGEST_TITLE) return false;
  const [line = ''] = raw.trim().split('\n', 1);
  return kind === 'bold' ? !/[.!?][*_]*\s*$/.test(line) : kind === 'lead-in' && !/[.!?,，。]/.test(title);
}

/**
 * The sections that a version of a topic speaks with: its own and all inside it, but what introduces the definition is
 * alone. The title over the whole document would else speak for everything.
 */
export function spokenSections(definition: AgentDefinition, section: Section): readonly Section[] {
  return isOpening(definition, section) ? [section] : flattenSections([section]);
}

/** Whether a section introduces its definition: the text before all sections, or the title over the whole document. */
export function isOpening(definition: AgentDefinition, section: Section): boolean {
  return section.kind === 'preamble' || section === wholeDocument(sectionsOf(definition));
}
