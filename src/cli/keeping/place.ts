import { FORMATS, type Format } from '../../core/definition/agent-definition.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { formatOfFolder } from '../../core/formats/guess-format.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { usageError } from '../usage-error.ts';

export const PLACE_HELP = 'project, user, a harness (its folder in the project), or a folder';

/** Where a definition is put. */
export interface Place {
  /** Absolute. */
  readonly folder: string;
  /** The harness that looks there. */
  readonly format: Format;
  /** The folder that must not be left through links: the one named, the project, or home. */
  readonly within: string;
}

/**
 * The place that `--to` names. Without it that is the project, or outside of one the user's own folder.
 *
 * @param own The harness whose folder it is where only project or user is said.
 * @throws A usage error for what names no place.
 */
export async function placeNamed(context: CommandContext, to: string | undefined, own: Format): Promise<Place> {
  const project = await context.projectFolder();
  const harness = FORMATS.find((format) => format === to);
  if (to === 'user' || (to === undefined && project === null && context.home !== null)) {
    if (context.home === null) throw usageError('There is no home folder: name a folder with --to');
    return { folder: `${context.home}/${agentFolder(own, 'user')}`, format: own, within: context.home };
  }
  if (to === undefined || to === 'project' || harness !== undefined) {
    const format = harness ?? own;
    const within = project ?? context.absolute('.');
    return { folder: `${within}/${agentFolder(format, 'project')}`, format, within };
  }
  const folder = context.absolute(to).replace(/(?<=.)[/\\]$/, '');
  if (!/[/\\]/.test(to) && (await context.files.list(folder, [], false)).kind === 'failed') {
    const name = visibleText(to);
    throw usageError(
      `--to ${name} is neither project, user, a harness nor a folder that is there; ./${name} makes one`,
    );
  }
  return { folder, format: formatOfFolder(folder), within: folder };
}
