import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { type Pick, pickOf, pickOfBody, pickOfPassage, type SectionPick } from '../../core/draft/draft.ts';
import { resolveSection, splitPick } from '../../core/search/reference.ts';
import { type AskedRows, NOTHING_ASKED } from '../../core/sections/asked-rows.ts';
import { holdsPart, parsePart, partId } from '../../core/sections/definition-part.ts';
import { passageId, passagesOf } from '../../core/sections/passages-of.ts';
import { flattenSections, sectionLabel } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import type { Conflicts } from '../../core/settling/settle-unions.ts';
import { uniteAll } from '../../core/settling/unite-all.ts';
import { alignTopics } from '../../core/topics/align-topics.ts';
import { tooMuchToCompare, tooMuchToCompose } from '../../core/topics/comparison-size.ts';
import { NO_STATISTICS } from '../../core/topics/term-statistics.ts';
import type { TopicNode } from '../../core/union/topic-node.ts';
import { topicTrees } from '../../core/union/topic-tree.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { type RowOptions, rowsAsked } from '../compare/rows-asked.ts';
import { findDefinitions } from '../find-definitions.ts';
import { sectionProblem } from '../section-problem.ts';
import { usageError } from '../usage-error.ts';

/** What the picks of a command line came to. */
export interface ResolvedPicks {
  readonly picks: readonly Pick[];
  /** The definitions picked from, each once. */
  readonly ingredients: readonly AgentDefinition[];
  /** What was said about their rows; `null` for nothing. */
  readonly rows: AskedRows | null;
  /** Picks that were not found, in words. */
  readonly problems: readonly string[];
  /** What stands in the result more than once, in words. */
  readonly warnings: readonly string[];
}

interface PickOptions extends RowOptions {
  readonly source: readonly string[];
  /** Where what they pick of the same topics is to be made one what becomes of conflicts; else `null`. */
  readonly union: Conflicts | null;
}

/**
 * The picks that `REF#section-id`, `REF#section-id:N` and `REF#*` name.
 *
 * @throws A usage error for a text that names no section, and for rows that cannot be.
 */
export async function resolvePicks(
  context: CommandContext,
  references: readonly string[],
  { source, union, ...options }: PickOptions,
): Promise<ResolvedPicks> {
  const wanted = references.map((reference) => {
    const pick = splitPick(reference);
    if (pick) return pick;
    throw usageError(`${visibleText(reference)} names no section: write REF#section-id, or REF#* for the whole prompt`);
  });
  const found = await findDefinitions(
    context,
    source,
    wanted.map(({ reference }) => reference),
  );
  const refusal = (union ? tooMuchToCompare : tooMuchToCompose)(found.definitions);
  if (refusal !== null)
    return { picks: [], ingredients: found.definitions, rows: null, problems: [refusal], warnings: [] };
  const resolved = wanted.flatMap(({ reference, section }) => {
    const definition = found.byReference.get(reference);
    return definition ? [pickIn(definition, section)] : [];
  });
  const picked = resolved.filter((pick) => typeof pick !== 'string');
  const isAsked = options.together.length + options.apart.length > 0 && found.problems.length === 0;
  const rows = isAsked ? rowsAsked(options, found) : null;
  return {
    picks: union ? unitedPicks(found.definitions, picked, union, rows) : picked.map(({ pick }) => pick),
    ingredients: found.definitions,
    rows,
    problems: [...found.problems, ...resolved.filter((pick) => typeof pick === 'string')],
    warnings: union ? [] : repeatWarnings(picked.map(({ pick }) => pick)),
  };
}

/** A line for each pick that is, or lies in, one that was named before, or has that inside. */
function repeatWarnings(picks: readonly SectionPick[]): readonly string[] {
  return picks.flatMap((pick, at) => {
    const other = picks
      .slice(0, at)
      .find((one) => one.path === pick.path && (holdsPart(one.part, pick.part) || holdsPart(pick.part, one.part)));
    if (other === undefined) return [];
    const [name, before] = [pick, other].map(({ agent, part }) => visibleText(`${agent}#${partId(part)}`));
    return [
      name === before
        ? `${name} is named twice, and stands twice`
        : `${name} and ${before} overlap: what both have stands twice`,
    ];
  });
}

/** A pick with what it is of; `section` is `null` for a whole body and for a passage. */
interface Picked {
  readonly pick: SectionPick;
  readonly definition: AgentDefinition;
  readonly section: Section | null;
}

/** The pick, or what is wrong with it. */
function pickIn(definition: AgentDefinition, id: string): Picked | string {
  const part = parsePart(id);
  if (part.kind === 'body') return { pick: pickOfBody(definition), definition, section: null };
  const sections = sectionsOf(definition);
  const resolution = resolveSection(sections, part.kind === 'section' ? part.id : part.section);
  if (resolution.kind !== 'found') return sectionProblem(definition.name, id, resolution, flattenSections(sections));
  const section = resolution.found;
  if (part.kind === 'section') return { pick: pickOf(definition, section), definition, section };
  const passages = passagesOf(section).filter(({ kind }) => kind !== 'title');
  const passage = passages.find(({ index }) => index === part.index);
  if (passage) return { pick: pickOfPassage(definition, passage), definition, section: null };
  const ids = passages.map(passageId);
  const there = ids.length > 0 ? `there are ${ids[0]} to ${ids.at(-1)}` : 'it has no text of its own';
  return `${visibleText(definition.name)} has no passage ${visibleText(id)}: ${visibleText(there)}`;
}

/**
 * What is picked, topic by topic as one. One section of each agent is one topic, because the user says so; anything else is
 * lined up first. Passages picked by themselves stay behind the unions.
 */
function unitedPicks(
  definitions: readonly AgentDefinition[],
  picked: readonly Picked[],
  conflicts: Conflicts,
  rows: AskedRows | null,
): readonly Pick[] {
  const passages = picked.filter(({ pick }) => pick.part.kind === 'passage');
  const versions = picked.filter((one) => !passages.includes(one));
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  const asked = rows ?? NOTHING_ASKED;
  const topics = alignTopics(comparands, NO_STATISTICS, asked);
  const treesOf = (isInside: boolean) => {
    const wanted = wantedSections(versions, isInside);
    return topicTrees(topics, definitions, (_, section) => wanted.has(section), asked);
  };
  const isOneTopic = versions.length === definitions.length && versions.every(({ section }) => section !== null);
  const trees = isOneTopic ? [oneTopic(versions, treesOf(true))] : treesOf(false);
  return [...uniteAll(trees, definitions, conflicts), ...passages.map(({ pick }) => pick)];
}

/** @param isInside Leave out the sections picked, and keep what is inside them. */
function wantedSections(versions: readonly Picked[], isInside: boolean): ReadonlySet<Section> {
  return new Set(
    versions.flatMap(({ definition, section }) => {
      const outer = section ? [section] : sectionsOf(definition);
      return flattenSections(isInside ? outer.flatMap((one) => one.sections) : outer);
    }),
  );
}

function oneTopic(versions: readonly Picked[], children: readonly TopicNode[]): TopicNode {
  const cells = versions.flatMap(({ definition, section }) => (section ? [{ definition, section }] : []));
  const title = cells[0] ? sectionLabel(cells[0].section) : '';
  return { title, versions: cells, isOpening: false, children: [...children] };
}
