import type { AgentDefinition, Source } from '../definition/agent-definition.ts';
import { fileName } from '../definition/file-name.ts';
import type { SourceFile } from '../definition/source-file.ts';
import type { HarnessFormat, HarnessPlace } from '../formats/harness/harness-format.ts';
import { foldedIdentity } from '../formats/loading/identity.ts';
import { judge, judgeFile } from '../formats/loading/judge.ts';
import { placeOf } from '../formats/loading/place-of.ts';
import { parseDefinition } from '../reading/parse-definition.ts';

/** A file that is to be written. */
interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** The file that it is made of, whose place it may well take; left out for none. */
  readonly from?: string;
}

/** What there is around a file that is not written yet. Paths are absolute. */
export interface Around {
  readonly definitions: readonly AgentDefinition[];
  readonly sources: readonly Source[];
  readonly cwd: string | null;
  readonly home: string | null;
  /** A path as people read it. */
  readonly shown: (path: string) => string;
}

/**
 * What is to be known of the place where a file for a harness would lie: that the harness never looks there, passes over
 * it, loads another of its name instead, or would load it instead of another.
 *
 * @returns A sentence without its full stop, or `null`. What is wrong in the file itself is said elsewhere.
 */
export function newFileRemark(harness: HarnessFormat, { path, text, from }: NewFile, around: Around): string | null {
  const { title, newFiles } = harness;
  const source = sourceAt(harness, path.replaceAll('\\', '/'), around);
  if (source === null) return `${title} never looks there, but in ${newFiles.project} and ~/${newFiles.user}`;
  const file: SourceFile = { path, source, parsed: parseDefinition(text, path) };
  const verdict = judgeFile(harness, file);
  if (verdict === null) return null;
  if (verdict.kind === 'refused') return verdict.refusal.code === 'file/passed-over' ? verdict.refusal.reason : null;
  const rivals = rivalsOf(harness, file, verdict.name, around);
  const sources = around.sources.includes(source) ? around.sources : [...around.sources, source];
  const verdicts = judge(harness, { files: [...rivals, file], sources });
  const own = verdicts.find((one) => one.file === file);
  if (own?.kind === 'shadowed') return `${title} loads ${around.shown(own.by.path)} instead: ${own.reason}`;
  const loser = verdicts.find((one) => one.kind === 'shadowed' && one.by === file && one.file.path !== from);
  return loser === undefined ? null : `${title} would load it instead of ${around.shown(loser.file.path)}`;
}

/** The source that a file would belong to, also where its folder is yet to be made; `null` where the harness never looks. */
function sourceAt(harness: HarnessFormat, path: string, { sources, cwd, home }: Around): Source | null {
  const known = sources.filter((one) => path.startsWith(`${one.folder}/`) && placeOf(harness, one) !== null);
  const [nearest] = known.sort((a, b) => b.folder.length - a.folder.length);
  if (nearest !== undefined) return nearest;
  const made = (place: HarnessPlace, folder: string): Source | null =>
    place.scope === 'plugin' ? null : { id: 'new', scope: place.scope, folder, format: place.owner };
  for (const place of harness.places) {
    const folder = `${home}/${place.folder}`;
    if (place.scope === 'user' && home !== null && path.startsWith(`${folder}/`)) return made(place, folder);
  }
  for (const place of harness.places) {
    const at = place.scope === 'project' ? path.lastIndexOf(`/${place.folder}/`) : -1;
    const source = at === -1 ? null : made(place, `${path.slice(0, at)}/${place.folder}`);
    if (source !== null) return { ...source, ...positionOf(path.slice(0, at), sources, cwd) };
  }
  return null;
}

/** Where a project folder is among those from the working directory up; nothing for another project's. */
function positionOf(project: string, sources: readonly Source[], cwd: string | null): Pick<Source, 'project'> {
  const below = cwd?.replaceAll('\\', '/') ?? '';
  if (below !== project && !below.startsWith(`${project}/`)) return {};
  const stepsUp = below.slice(project.length).split('/').length - 1;
  // Nothing is said of a folder farther up that nobody knows of.
  return { project: { stepsUp, isRoot: !sources.some((one) => (one.project?.stepsUp ?? 0) > stepsUp) } };
}

/** What else could go by a name where the harness looks. Of another project nothing is known but what is the user's own. */
function rivalsOf(
  harness: HarnessFormat,
  { path, source }: SourceFile,
  name: string,
  { definitions, sources }: Around,
): readonly SourceFile[] {
  // What lies in collections, mostly the most, competes for no name.
  const byId = new Map(sources.flatMap((one) => (placeOf(harness, one) === null ? [] : [[one.id, one] as const])));
  const isElsewhere = source.scope === 'project' && source.project === undefined && !sources.includes(source);
  const folded = foldedIdentity(harness, name);
  const isNamed = (one: AgentDefinition): boolean =>
    foldedIdentity(harness, one.name) === folded || foldedIdentity(harness, fileName(one.path)).startsWith(folded);
  return definitions.flatMap((one) => {
    const of = byId.get(one.source);
    if (of === undefined || one.path === path || !isNamed(one)) return [];
    return isElsewhere && of.scope === 'project' ? [] : [{ parsed: one, path: one.path, source: of }];
  });
}
