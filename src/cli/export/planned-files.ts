import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { convertDefinition } from '../../core/formats/converting/convert-definition.ts';
import type { WrittenDefinition } from '../../core/formats/converting/write-definition.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { newFileRemark } from '../../core/library/new-file.ts';
import { visibleText } from '../../text/visible-text.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';
import type { Place } from '../keeping/place.ts';

/** A definition, and a harness to write it for. */
export interface Transfer {
  readonly definition: AgentDefinition;
  readonly to: Format;
  /** What is to be said of it before anything else; left out for nothing. */
  readonly remark?: string;
}

/** A file that is to be written. */
export interface PlannedFile extends Transfer {
  /** Absolute path. */
  readonly path: string;
  /** The folder that must not be left through links: the one named, or the project. */
  readonly within: string;
  readonly written: WrittenDefinition;
}

/** What is to be known of the place of a file, where there is something: a sentence without its full stop. */
export interface PlacedFile extends PlannedFile {
  readonly placed: string | null;
}

/** What is asked of the files. */
interface PlanOptions {
  /** The folder to write to, or for several harnesses the project; `undefined` for this one. */
  readonly output: string | undefined;
  /** The place that is written to; left out for the one that the output says. */
  readonly place?: Place;
  /** Whether to refuse what the harness would give more than it has, or would not load. */
  readonly strict: boolean;
}

/** What is to be written where. Where one folder is named for several harnesses, each has its own place in it. */
export function plannedFiles(
  { absolute }: CommandContext,
  transfers: readonly Transfer[],
  { output, place, strict }: PlanOptions,
): readonly PlannedFile[] {
  const harnesses = new Set(transfers.map(({ to }) => to));
  const isNamed = output !== undefined && harnesses.size === 1;
  const within = place?.within ?? absolute(output ?? '.').replace(/(?<=.)[/\\]$/, '');
  return transfers.map(({ definition, to, remark }) => {
    const named = isNamed ? within : absolute(`${output ?? '.'}/${agentFolder(to, 'project')}`);
    const folder = place?.folder ?? named;
    const plain = convertDefinition(definition, to);
    const converted = remark === undefined ? plain : { ...plain, warnings: [remark, ...plain.warnings] };
    const written = strict ? strictly(converted) : converted;
    return { definition, to, path: `${folder}/${written.fileName}`, within, written };
  });
}

/** The files, each with what its harness makes of where it is to lie, among what lies there now. */
export async function placedFiles(
  context: CommandContext,
  files: readonly PlannedFile[],
): Promise<readonly PlacedFile[]> {
  const sources = context.defaultSources();
  const { definitions } = await readLibrary(context.files, sources);
  const around = { ...context, definitions, sources };
  return files.map((file) => {
    const { definition, to, path, written } = file;
    if (written.refusal !== null) return { ...file, placed: null };
    const made = { path, text: written.text, from: definition.path };
    return { ...file, placed: newFileRemark(harnessFormat(to), made, around) };
  });
}

/** A file with a reason not to write it where the agent could do more there, or is not loaded. */
function strictly(written: WrittenDefinition): WrittenDefinition {
  const { refusal, widens, notLoaded } = written;
  return { ...written, refusal: refusal ?? widens[0] ?? notLoaded };
}

/** Definitions that would become one file, also where letters of either case are the same; a line each. */
export function clashes(files: readonly PlannedFile[]): readonly string[] {
  const owners = new Map<string, PlannedFile>();
  return files.flatMap((file) => {
    const key = file.path.toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, file);
      return [];
    }
    const both = [owner, file].map(({ definition }) => visibleText(definition.id)).join(' and ');
    return [`${both} would both become ${visibleText(file.written.fileName)}: export them to different folders`];
  });
}
