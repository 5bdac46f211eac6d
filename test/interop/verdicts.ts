import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import { type Answer, ask, type SaidAgent } from './ask-harness.ts';
import { contestedTrees } from './contested-trees.ts';
import { edgeFiles, type MarkedEdge } from './edge-files.ts';
import { layContested, layEdges } from './lay-tree.ts';
import { type PinnedHarness, pinnedVersion } from './pinned-harnesses.ts';

/** What a harness made of an odd file: what it calls the agent, `null` if it does not load it, `stops` if it does not start. */
export type EdgeVerdict = { readonly name: string } | 'stops' | null;

/** What a harness said when it was asked. */
export interface Verdicts {
  readonly version: string;
  /** Day on which it was asked. */
  readonly date: string;
  readonly edges: Readonly<Record<string, EdgeVerdict>>;
  /** Descriptions of the agents of the contested name; an error where it did not start. */
  readonly contests: Readonly<Record<string, readonly string[]>>;
}

/** Everything recorded, by harness. */
export type RecordedVerdicts = Partial<Record<Format, Verdicts>>;

/** Ask a harness about all odd files and all contested trees. */
export function askAbout(
  root: string,
  askers: string,
  harness: PinnedHarness,
  scratch: string,
  date: string,
): Verdicts {
  const folder = join(scratch, harness.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const put = (home: string, projects: readonly string[]): readonly Answer[] =>
    ask(root, askers, harness, home, projects, folder);
  return {
    version: pinnedVersion(harness),
    date,
    edges: edgeVerdicts(harness, folder, put),
    contests: contests(harness, folder, put),
  };
}

type Put = (home: string, projects: readonly string[]) => readonly Answer[];

function edgeVerdicts(harness: PinnedHarness, folder: string, put: Put): Record<string, EdgeVerdict> {
  const edges = edgeFiles(harness.id);
  const groups: MarkedEdge[][] = [];
  for (let at = 0; at < edges.length; at += harness.together) groups.push(edges.slice(at, at + harness.together));
  const projects = groups.map((group, at) => {
    const project = join(folder, `edges-${at}`);
    layEdges(project, harness.id, group);
    return project;
  });
  const empty = join(folder, 'empty');
  layEdges(empty, harness.id, []);
  const answers = put(join(folder, 'home'), [empty, ...projects]);
  if (answers[0]?.error !== undefined) throw new Error(`${harness.id}: ${answers[0].error}`);
  const own = new Set(answers[0]?.agents?.map(({ name }) => name));
  const verdicts: Record<string, EdgeVerdict> = {};
  for (const [at, group] of groups.entries()) {
    const { agents, error } = answers[at + 1] ?? {};
    if (error !== undefined && group.length > 1) throw new Error(`${harness.id}: ${error}`);
    const said = agents?.filter(({ name }) => !own.has(name)) ?? [];
    for (const edge of group) {
      const found = group.length === 1 ? said[0] : said.find((one) => isOf(edge, one));
      verdicts[edge.id] = error === undefined ? (found && { name: found.name }) || null : 'stops';
    }
  }
  return verdicts;
}

/** By the word that is in its name or description, by its path, or by the name of the file. */
function isOf({ word, file }: MarkedEdge, { name, description = '', path }: SaidAgent): boolean {
  if (path !== undefined) return path.endsWith(`/${file}`) || path.includes(word);
  return name.includes(word) || description.includes(word) || name === basename(file).replace(/\.\w+$/, '');
}

function contests(harness: PinnedHarness, folder: string, put: Put): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  const withoutHome: { readonly id: string; readonly project: string }[] = [];
  for (const [at, tree] of contestedTrees(harness.id).entries()) {
    const isAtHome = Object.keys(tree.home).length > 0;
    if ((isAtHome && !harness.readsHome) || (tree.from !== '' && harness.isToldRoot)) continue;
    const home = isAtHome ? join(folder, `home-${at}`) : join(folder, 'home');
    const project = layContested(join(folder, `contest-${at}`), home, tree);
    if (isAtHome) found[tree.id] = liesIn(put(home, [project])[0]);
    else withoutHome.push({ id: tree.id, project });
  }
  const answers = put(
    join(folder, 'home'),
    withoutHome.map(({ project }) => project),
  );
  for (const [at, { id }] of withoutHome.entries()) found[id] = liesIn(answers[at]);
  return found;
}

const liesIn = (answer: Answer | undefined): readonly string[] =>
  answer?.error === undefined
    ? (answer?.agents ?? []).flatMap(({ description = '' }) =>
        description.startsWith('lies in ') ? [description.split('\n')[0] ?? ''] : [],
      )
    : ['error'];
