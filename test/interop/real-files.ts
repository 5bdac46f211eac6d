import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import type { HarnessFormat } from '../../src/core/formats/harness/harness-format.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { type FileVerdict, judgeFile } from '../../src/core/formats/loading/judge.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { type Agreement, agreement } from './agreement.ts';
import type { Answer, SaidAgent } from './ask-harness.ts';
import { edgeFiles } from './edge-files.ts';
import { layEdges, ownFolder } from './lay-tree.ts';
import type { PinnedHarness } from './pinned-harnesses.ts';

/** How often we said what a harness said of strangers' files. */
interface RealFigure {
  readonly version: string;
  /** Day on which it was asked. */
  readonly date: string;
  readonly loaded: Figure;
  readonly names: Figure;
}

type Figure = Pick<Agreement, 'asked' | 'agreed'>;

/** By harness: of files that our rules were made by too, and of files held out. */
export type RecordedFigures = Partial<Record<Format, { readonly known?: RealFigure; readonly heldOut?: RealFigure }>>;

/** A real file where it was laid, and what we say of it. */
interface LaidFile {
  readonly from: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly ours: FileVerdict | null;
}

/**
 * Lay real files into the place of a harness and hold what we say of each against what it says.
 *
 * @param put Asks about projects.
 */
export function realFileAgreement(
  harness: PinnedHarness,
  files: readonly string[],
  scratch: string,
  put: (home: string, projects: readonly string[]) => readonly Answer[],
): { readonly loaded: Agreement; readonly names: Agreement } {
  const format = harnessFormat(harness.id);
  const fitting = files.filter((file) => format.files.endings.some((ending) => file.endsWith(ending)));
  const projects = grouped(fitting, harness.together === 1 ? 1 : 20).map((group, at) => {
    const project = join(scratch, `${harness.id}-real`, String(at));
    layEdges(project, harness.id, []);
    return { project, laid: group.map((file) => layReal(format, project, file)) };
  });
  // One file, since some say nothing of their own agents where there are no others.
  const plain = join(scratch, `${harness.id}-real/plain`);
  const sound = edgeFiles(harness.id).filter(({ id }) => id.endsWith('nothing odd'));
  layEdges(plain, harness.id, sound);
  const answers = put(join(scratch, `${harness.id}-real/home`), [plain, ...projects.map(({ project }) => project)]);
  const own = new Map(answers[0]?.agents?.map(({ name, description }) => [name, description]));
  const isOwn = ({ name, description }: SaidAgent): boolean => own.has(name) && own.get(name) === description;
  const held = projects.map(({ project, laid }, at) => heldTo(laid, answers[at + 1] ?? { project }, isOwn));
  return {
    loaded: agreement(
      fitting.length,
      held.flatMap(({ loaded }) => loaded),
    ),
    names: agreement(
      held.reduce((sum, { named }) => sum + named, 0),
      held.flatMap(({ names }) => names),
    ),
  };
}

/** Where we say something else of the files of one project, and how many have a name to us both. */
function heldTo(laid: readonly LaidFile[], { agents = [], error }: Answer, isOwn: (agent: SaidAgent) => boolean) {
  if (error !== undefined && laid.length > 1) throw new Error(error);
  const loaded: string[] = [];
  const names: string[] = [];
  let named = 0;
  const left = agents.filter((agent) => !isOwn(agent));
  for (const file of laid) {
    const at = left.findIndex((agent) => isOf(file, agent, laid.length === 1));
    const [said] = at === -1 ? [] : left.splice(at, 1);
    const theirs = error !== undefined ? 'stops' : said === undefined ? 'not loaded' : 'loaded';
    if (ourWord(file.ours) !== theirs) {
      loaded.push(`${file.from}: we say ${ourWord(file.ours)}${reasonOf(file)}, it ${theirs} ${error ?? ''}`.trim());
    } else if (file.ours?.kind === 'loads' && said !== undefined) {
      named += 1;
      if (said.name !== file.ours.shownAs) names.push(`${file.from}: we say ${file.ours.shownAs}, it ${said.name}`);
    }
  }
  names.push(...left.map(({ name }) => `beside ${laid[0]?.from}: it has ${name}, of no file that we know`));
  return { loaded, names, named };
}

function layReal(format: HarnessFormat, project: string, from: string): LaidFile {
  const path = join(project, ownFolder(format.id), basename(from));
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(from, path);
  const parsed = parseDefinition(readFileSync(from, 'utf8'), path);
  const source = { id: 'project', scope: 'project', folder: dirname(path), format: format.id } as const;
  const ours = judgeFile(format, { path, source, parsed });
  const names = [parsed.name, stemOf(from), ...(ours?.kind === 'loads' ? [ours.shownAs] : [])];
  return { from, path, names, ours };
}

const stemOf = (file: string): string => basename(file).replace(/\.\w+$/, '');

/** By its path; where a harness does not tell that, by any name that the file could go by. */
function isOf({ path, names }: LaidFile, agent: SaidAgent, isAlone: boolean): boolean {
  return agent.path === undefined ? isAlone || names.includes(agent.name) : agent.path === path;
}

function reasonOf({ ours }: LaidFile): string {
  return ours?.kind === 'refused' ? ` (${ours.refusal.reason})` : '';
}

function ourWord(verdict: FileVerdict | null): string {
  if (verdict?.kind === 'loads') return verdict.needsAnother === null ? 'loaded' : 'not loaded';
  return verdict?.kind === 'refused' && verdict.refusal.stops === true ? 'stops' : 'not loaded';
}

/** In groups in which no two have a name, stated or of the file, in common. */
function grouped(files: readonly string[], size: number): readonly (readonly string[])[] {
  const groups: { readonly files: string[]; readonly taken: Set<string> }[] = [];
  for (const file of files) {
    const name = parseDefinition(readFileSync(file, 'utf8'), file).name.toLowerCase();
    const stem = stemOf(file).toLowerCase();
    const free = groups.find(({ files: of, taken }) => of.length < size && !taken.has(name) && !taken.has(stem));
    const group = free ?? { files: [], taken: new Set<string>() };
    if (free === undefined) groups.push(group);
    group.files.push(file);
    group.taken.add(name).add(stem);
  }
  return groups.map((group) => group.files);
}
