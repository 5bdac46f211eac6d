import type { Source } from '../../definition/agent-definition.ts';
import type { HarnessFormat, HarnessPlace } from '../harness/harness-format.ts';

/** A place of a harness, and its number in the entry. */
export interface FoundPlace {
  readonly place: HarnessPlace;
  readonly order: number;
}

/**
 * The place by which a harness loads from a source, its own or one it reads for compatibility.
 *
 * A source of the harness's own format whose folder is none that we know counts as its first place of that scope: the
 * source's word is taken for it.
 *
 * @returns `null` for collections, bundled or added, folders of skills or commands, and those the harness does not read. Whether the harness
 *   looks in that project folder is asked apart: {@link isWithinReach}.
 */
export function placeOf(harness: HarnessFormat, source: Source): FoundPlace | null {
  if (source.kind) return null;
  const folder = source.folder.replaceAll('\\', '/').replace(/\/$/, '');
  let own: FoundPlace | null = null;
  for (const [order, place] of harness.places.entries()) {
    if (place.scope !== source.scope || place.owner !== source.format) continue;
    if (folder.endsWith(`/${place.folder}`)) return { place, order };
    if (place.owner === harness.id) own ??= { place, order };
  }
  return own;
}

/** Whether a harness looks in the project folder of a source; true where that is not known. */
export function isWithinReach({ reach }: HarnessPlace, { project }: Source): boolean {
  if (reach === null || reach === 'every-folder' || project === undefined) return true;
  return reach === 'working-directory' ? project.stepsUp === 0 : project.isRoot;
}
