import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import type { ContestedTree } from './contested-trees.ts';
import type { Laid, MarkedEdge } from './edge-files.ts';

/** The folder of a project in which a harness of its own looks. */
export function ownFolder(harness: Format): string {
  return harnessFormat(harness).newFiles.project;
}

/** Lay odd files into the place of a harness, in a project that is the root of a repository. */
export function layEdges(project: string, harness: Format, edges: readonly MarkedEdge[]): void {
  layRepository(project);
  for (const { file, content, beside = {} } of edges) {
    lay(project, join(ownFolder(harness), file), content);
    for (const [path, other] of Object.entries(beside)) lay(project, path, other);
  }
}

/** Lay a contested tree below two folders; the folder to ask from. */
export function layContested(root: string, home: string, tree: ContestedTree): string {
  layRepository(root);
  mkdirSync(join(root, tree.from), { recursive: true });
  for (const [path, text] of Object.entries(tree.project)) lay(root, path, text);
  for (const [path, text] of Object.entries(tree.home)) lay(home, path, text);
  return join(root, tree.from);
}

/** As little as makes a repository: some harnesses look whether it is one. */
function layRepository(root: string): void {
  for (const folder of ['objects', 'refs/heads']) mkdirSync(join(root, '.git', folder), { recursive: true });
  writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(root, '.git/config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
}

function lay(root: string, path: string, content: Laid): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(full, content);
  else symlinkSync(relative(dirname(full), join(root, content.link)), full);
}
