import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import type { SourceFile } from '../../src/core/definition/source-file.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { judge, type Verdict } from '../../src/core/formats/loading/judge.ts';
import { readTree } from '../../src/usecases/read-tree.ts';
import { contestedTrees } from './contested-trees.ts';
import { edgeFiles } from './edge-files.ts';
import { layContested, layEdges } from './lay-tree.ts';
import type { EdgeVerdict, RecordedVerdicts, Verdicts } from './verdicts.ts';

/** How often we say what a harness said, and where we do not. */
export interface Agreement {
  readonly asked: number;
  readonly agreed: number;
  readonly disagreements: readonly string[];
}

/** The three questions: loaded or not, under which name, and which of several. */
export interface Agreements {
  readonly loaded: Agreement;
  readonly names: Agreement;
  readonly winners: Agreement;
}

/** When a harness was asked last, and how far we say the same. */
export interface Compared extends Pick<Verdicts, 'version' | 'date'> {
  readonly agreements: Agreements;
}

/** Hold our judgement against everything recorded. */
export async function comparedWith(
  recorded: RecordedVerdicts,
  scratch: string,
): Promise<ReadonlyMap<Format, Compared>> {
  const compared = new Map<Format, Compared>();
  for (const [harness, verdicts] of Object.entries(recorded) as readonly (readonly [Format, Verdicts])[]) {
    compared.set(harness, { ...verdicts, agreements: await agreements(harness, verdicts, scratch) });
  }
  return compared;
}

/** Hold our judgement against what a harness said of the odd files and the contested trees. */
export async function agreements(harness: Format, verdicts: Verdicts, scratch: string): Promise<Agreements> {
  const edges = edgeFiles(harness).filter(({ id }) => verdicts.edges[id] !== undefined);
  const loaded: string[] = [];
  const names: string[] = [];
  let named = 0;
  for (const edge of edges) {
    const project = join(scratch, 'edge');
    rmSync(project, { recursive: true, force: true });
    layEdges(project, harness, [edge]);
    const ours = ourVerdict(await judged(harness, project, join(scratch, 'nobody')));
    const theirs = verdicts.edges[edge.id] ?? null;
    if (wordOf(ours) !== wordOf(theirs)) loaded.push(`${edge.id}: we say ${wordOf(ours)}, it ${wordOf(theirs)}`);
    else if (isNamed(theirs) && isNamed(ours)) {
      named += 1;
      if (ours.name !== theirs.name) names.push(`${edge.id}: we say ${ours.name}, it ${theirs.name}`);
    }
  }
  const winners = await winnersOf(harness, verdicts, scratch);
  return { loaded: agreement(edges.length, loaded), names: agreement(named, names), winners };
}

/** How often we agree, from how often a harness was asked and where we do not. */
export const agreement = (asked: number, disagreements: readonly string[]): Agreement => ({
  asked,
  agreed: asked - disagreements.length,
  disagreements,
});

const isNamed = (verdict: EdgeVerdict): verdict is { readonly name: string } => verdict !== null && verdict !== 'stops';

const wordOf = (verdict: EdgeVerdict): string =>
  verdict === null ? 'not loaded' : verdict === 'stops' ? 'stops' : 'loaded';

async function winnersOf(harness: Format, verdicts: Verdicts, scratch: string): Promise<Agreement> {
  const wrong: string[] = [];
  let asked = 0;
  for (const tree of contestedTrees(harness)) {
    const theirs = verdicts.contests[tree.id];
    if (theirs === undefined) continue;
    asked += 1;
    const root = join(scratch, 'contest');
    rmSync(root, { recursive: true, force: true });
    const home = join(root, 'home');
    mkdirSync(home, { recursive: true });
    const from = layContested(join(root, 'project'), home, tree);
    const ours = (await judged(harness, from, home))
      .filter(({ kind }) => kind === 'loaded')
      .map(({ file }) => (file.parsed.descriptionInferred ? '' : file.parsed.description));
    // Where one is filled from another, the description is the other's.
    const said = ours.map((one) => (one === '' ? (theirs[0] ?? '') : one));
    // One that lists both does not say which it starts.
    const isOneOfBoth = theirs.length > 1 && said.length === 1 && theirs.includes(said[0] ?? '');
    if (!isOneOfBoth && said.sort().join('\n') !== [...theirs].sort().join('\n')) {
      wrong.push(`${tree.id}: we say ${said.join(', ') || 'none'}, it ${theirs.join(', ') || 'none'}`);
    }
  }
  return agreement(asked, wrong);
}

async function judged(harness: Format, cwd: string, home: string): Promise<readonly Verdict<SourceFile>[]> {
  const sources = defaultSources({ cwd, home, bundled: join(home, 'none') }).filter(({ scope }) => scope !== 'bundled');
  const { tree } = await readTree(nodeFileSystem, sources);
  return judge(harnessFormat(harness), tree);
}

function ourVerdict(verdicts: readonly Verdict<SourceFile>[]): EdgeVerdict {
  const stops = verdicts.some((verdict) => verdict.kind === 'refused' && verdict.refusal.stops === true);
  if (stops) return 'stops';
  const loaded = verdicts.find((verdict) => verdict.kind === 'loaded');
  return loaded?.kind === 'loaded' ? { name: loaded.shownAs } : null;
}
