import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { libraryStore } from '../../src/adapters/kept-library/library-store.ts';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import type { LibraryStore } from '../../src/ports/library-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const agent = (name: string, prompt = 'You look at hulls.', more = '') =>
  `---\nname: ${name}\ndescription: Does ${name} — whenever it is asked to\n${more}---\n${prompt}\n`;

export const FILES = {
  'agents/surveyor.md': agent(
    'surveyor',
    'You look for rot in a keel.',
    'tools: Read, Grep\nextra: {a: [1, null, 2.50]}\n',
  ),
  'agents/rigger.md': agent('rigger', 'You look at masts.', 'model: 4.10\n'),
  'agents/same.md': agent('rigger', 'You look at ropes.'),
  'agents/wordless.md': '# Caulker\n\nYou are a caulker. You fill seams.\n',
  'agents/broken.md': '---\nname: [\ndescription: x\n---\nYou are broken.\n',
  'codex/.codex/agents/stoker.toml': 'name = "stoker"\ndescription = "Fires"\ndeveloper_instructions = "Be brief"\n',
  'skills/sail/SKILL.md': agent('sail'),
  'notes/page.md': '# A page\n\nOf no interest.\n',
  'agents/latin.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]),
};

export const store = (): LibraryStore => {
  const made = libraryStore(temporaryFolder(), join(import.meta.dirname, '../../package.json'));
  if (made === null) throw new Error('no store');
  return made;
};
/** As if all that is there had been there for long. */
export const settled = (): LibraryStore => ({ ...store(), isSettled: () => true });

export const changes: Readonly<Record<string, (path: string, folder: string) => void>> = {
  touch: (path) => utimesSync(path, new Date(), new Date()),
  edit: (path) => writeFileSync(path, `${readFileSync(path, 'latin1')}\nAnd at the bilge.\n`, 'latin1'),
  'edit of the same size': (path) =>
    writeFileSync(
      path,
      readFileSync(path, 'latin1')
        .replace(/[a-z](?=[^a-z]*$)/, 'q')
        .replace('look', 'took'),
      'latin1',
    ),
  'edit that hides when it was': (path) => {
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, 'latin1').replace('name: r', 'name: t').replace('look', 'hook'), 'latin1');
    utimesSync(path, atime, mtime);
  },
  'another field': (path) => rewrite(path, (text) => text.replace(/^description:/m, 'model: opus\ndescription:')),
  'a field less': (path) => rewrite(path, (text) => text.replace(/^description:.*\n/m, '')),
  'another description': (path) => rewrite(path, (text) => text.replace(/^(description:) Does/m, '$1 Now does')),
  'a field that nobody can read': (path) => rewrite(path, (text) => text.replace(/^(name: )(\w+)/m, '$1"$2')),
  'no prompt': (path) => rewrite(path, (text) => text.replace(/^You [\s\S]*/m, '')),
  delete: (path) => rmSync(path),
  'switch off or on': (path) =>
    renameSync(path, path.endsWith('.disabled') ? path.slice(0, -'.disabled'.length) : `${path}.disabled`),
  rename: (path) => renameSync(path, path.replace(/(\w+)\.(\w+)$/, 'new-$1.$2')),
  'replace by a link': (path, folder) => {
    writeFileSync(join(folder, 'aside.txt'), agent('linked', 'You look from elsewhere.'));
    rmSync(path);
    symlinkSync(join(folder, 'aside.txt'), path);
  },
  'exchange with another': (path, folder) => {
    const other = join(folder, 'notes/page.md');
    if (other === path) return;
    renameSync(other, `${other}.tmp`);
    renameSync(path, other);
    renameSync(`${other}.tmp`, path);
  },
  'come beside': (path, folder) => writeFileSync(join(folder, 'agents', `beside-${path.length}.md`), agent('newcomer')),
  'folder away': (_, folder) => renameSync(join(folder, 'skills'), join(folder, 'no-skills')),
};

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1');
}

export const ownSources = (folder: string): readonly Source[] => [
  { id: 'project', scope: 'project', folder: join(folder, 'agents'), format: 'claude' },
];

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => isFile(path))
    .sort();

/** Makes one of the changes to one of the files in a folder, unless there is nothing left to change so. */
export function changeOne(folder: string, { name, at }: { readonly name: string; readonly at: number }): void {
  const files = filesBelow(folder);
  const path = files[at % files.length];
  if (path === undefined) return;
  try {
    changes[name]?.(path, folder);
  } catch {
    // There is nothing left to change so.
  }
}
