import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { judgeFile } from '../../src/core/formats/loading/judge.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import type { Agreement } from './agreement.ts';
import type { Answer } from './ask-harness.ts';
import { layEdges, ownFolder } from './lay-tree.ts';
import type { PinnedHarness } from './pinned-harnesses.ts';

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
): Agreement {
  const format = harnessFormat(harness.id);
  const fitting = files.filter((file) => format.files.endings.some((ending) => file.endsWith(ending)));
  const groups = grouped(fitting, harness.together === 1 ? 1 : 20);
  const projects = groups.map((group, at) => {
    const project = join(scratch, `${harness.id}-real`, String(at));
    layEdges(project, harness.id, []);
    for (const file of group) {
      const to = join(project, ownFolder(harness.id), basename(file));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(file, to);
    }
    return project;
  });
  const empty = join(scratch, `${harness.id}-real/empty`);
  layEdges(empty, harness.id, []);
  const answers = put(join(scratch, `${harness.id}-real/home`), [empty, ...projects]);
  const own = new Set(answers[0]?.agents?.map(({ name }) => name));
  const disagreements: string[] = [];
  for (const [at, group] of groups.entries()) {
    const { agents = [] } = answers[at + 1] ?? {};
    for (const file of group) {
      const path = join(projects[at] ?? '', ownFolder(harness.id), basename(file));
      const folder = dirname(path);
      const source = { id: 'project', scope: 'project', folder, format: harness.id } as const;
      const parsed = parseDefinition(readFileSync(file, 'utf8'), path);
      const verdict = judgeFile(format, { path, source, parsed });
      const loads = verdict?.kind === 'loads';
      const names = [parsed.name, basename(file).replace(/\.\w+$/, ''), loads ? verdict.name : ''];
      const isSaid = agents.some((agent) =>
        agent.path === undefined
          ? !own.has(agent.name) && (group.length === 1 || names.includes(agent.name))
          : agent.path === path,
      );
      if (loads === isSaid) continue;
      const reason = verdict?.kind === 'refused' ? ` (${verdict.refusal.reason})` : '';
      disagreements.push(`${file}: we say ${loads ? 'loaded' : 'not loaded'}${reason}, it the contrary`);
    }
  }
  return { asked: fitting.length, agreed: fitting.length - disagreements.length, disagreements };
}

/** In groups in which no two have a name, stated or of the file, in common. */
function grouped(files: readonly string[], size: number): readonly (readonly string[])[] {
  const groups: { readonly files: string[]; readonly taken: Set<string> }[] = [];
  for (const file of files) {
    const name = parseDefinition(readFileSync(file, 'utf8'), file).name.toLowerCase();
    const stem = basename(file).toLowerCase();
    const free = groups.find(({ files: of, taken }) => of.length < size && !taken.has(name) && !taken.has(stem));
    const group = free ?? { files: [], taken: new Set<string>() };
    if (free === undefined) groups.push(group);
    group.files.push(file);
    group.taken.add(name).add(stem);
  }
  return groups.map((group) => group.files);
}
