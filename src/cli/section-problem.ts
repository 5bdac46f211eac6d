import type { Section } from '../core/definition/agent-definition.ts';
import type { Resolution } from '../core/search/reference.ts';
import { visibleText } from '../text/visible-text.ts';

/** More ids than this are not listed. */
const MAX_LISTED = 12;

/** What is wrong with a section id, in words, with the ids that could have been meant. */
export function sectionProblem(
  name: string,
  id: string,
  resolution: Exclude<Resolution<Section>, { kind: 'found' }>,
  all: readonly Section[],
): string {
  const what = `${visibleText(name)}#${visibleText(id)}`;
  if (resolution.kind === 'ambiguous') return `${what} is ambiguous: ${listed(resolution.candidates.map(idOf))}`;
  const isNear = resolution.suggestions.length > 0;
  const ids = isNear ? resolution.suggestions : all.map(idOf);
  return `${what}: no such section${ids.length > 0 ? `; ${isNear ? 'nearest' : 'there are'}: ${listed(ids)}` : ''}`;
}

function idOf({ id }: Section): string {
  return id;
}

function listed(ids: readonly string[]): string {
  const more = ids.length > MAX_LISTED ? ' …' : '';
  return ids.slice(0, MAX_LISTED).map(visibleText).join(', ') + more;
}
