import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { resolveReference, resolveSection, splitPick } from '../../core/search/reference.ts';
import { type AskedRows, isSameSection, type SectionAt } from '../../core/sections/asked-rows.ts';
import { flattenSections } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { FoundDefinitions } from '../find-definitions.ts';
import { sectionProblem } from '../section-problem.ts';
import { usageError } from '../usage-error.ts';

/** What `--together` and `--apart` were given, one section after the other. */
export interface RowOptions {
  readonly together: readonly string[];
  readonly apart: readonly string[];
}

/**
 * What the command line says about the rows.
 *
 * @param found What the agents compared were found by.
 * @throws A usage error for a text that names no section of them, a section without another, two of one agent, and two
 * that are to stand together and apart.
 */
export function rowsAsked(
  options: RowOptions,
  found: Pick<FoundDefinitions, 'definitions' | 'byReference'>,
): AskedRows {
  const pairsOf = (option: keyof RowOptions) => {
    const sections = options[option].map((text) => sectionAt(text, option, found));
    if (sections.length % 2 > 0) throw usageError(`--${option} takes two sections: A#section B#section`);
    return sections.flatMap((one, at): readonly (readonly [SectionAt, SectionAt])[] => {
      const other = sections[at + 1];
      if (at % 2 > 0 || !other) return [];
      if (one.definition === other.definition) throw usageError(`--${option} takes sections of two agents`);
      return [[one, other]];
    });
  };
  const [together, apart] = [pairsOf('together'), pairsOf('apart')];
  const isSame = ([a, b]: readonly [SectionAt, SectionAt], [c, d]: readonly [SectionAt, SectionAt]) =>
    (isSameSection(a, c) && isSameSection(b, d)) || (isSameSection(a, d) && isSameSection(b, c));
  const both = together.find((pair) => apart.some((other) => isSame(pair, other)));
  if (both) {
    const ids = both.map(({ section }) => visibleText(section));
    throw usageError(`${ids.join(' and ')} cannot stand together and apart`);
  }
  return { together, apart };
}

function sectionAt(
  text: string,
  option: keyof RowOptions,
  { definitions, byReference }: Pick<FoundDefinitions, 'definitions' | 'byReference'>,
): SectionAt {
  const pick = splitPick(text);
  if (!pick) {
    throw usageError(
      `${visibleText(text)} names no section: write --${option} REF#section REF#section after all agents`,
    );
  }
  const definition = byReference.get(pick.reference) ?? namedAmong(definitions, pick.reference);
  if (!definition) throw usageError(`--${option} ${visibleText(text)}: ${visibleText(pick.reference)} is not compared`);
  const sections = sectionsOf(definition);
  const resolution = resolveSection(sections, pick.section);
  if (resolution.kind !== 'found') {
    throw usageError(sectionProblem(definition.name, pick.section, resolution, flattenSections(sections)));
  }
  return { definition: definition.id, section: resolution.found.id };
}

function namedAmong(definitions: readonly AgentDefinition[], reference: string): AgentDefinition | null {
  const resolution = resolveReference(definitions, reference);
  return resolution.kind === 'found' ? resolution.found : null;
}
